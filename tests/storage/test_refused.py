"""What is not a sound diary of this version is refused, told apart, and left as it is."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from tests.storage.files import closed_diary, digest, fault_of
from tests.storage.test_released import RELEASED

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import migrate
from walktrack.storage.diary import Diary


@pytest.mark.parametrize("version", [migrate.NEWEST + 1, 2**31 - 1])
def test_a_newer_diary_is_refused_and_not_one_byte_touched(path, version):
    closed_diary(path)
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {version}")
    other.close()
    path.with_name("diary.db-journal").write_bytes(b"left by a crash")
    before, listing = digest(path), sorted(path.parent.iterdir())
    assert fault_of(path) is Fault.NEWER
    assert digest(path) == before
    assert sorted(path.parent.iterdir()) == listing


@pytest.mark.parametrize("mark", [0, 0x12345678])
def test_a_database_of_another_program_is_no_diary(path, mark):
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
        other.execute(f"PRAGMA application_id = {mark}")
    other.close()
    before = digest(path)
    assert fault_of(path) is Fault.NOT_A_DIARY
    assert digest(path) == before


def test_a_text_file_is_no_diary(path):
    path.parent.mkdir()
    path.write_text("Dear diary, " * 500)
    before = digest(path)
    assert fault_of(path) is Fault.NOT_A_DIARY
    assert digest(path) == before


def test_an_empty_file_is_damage_and_not_a_first_start(path):
    path.parent.mkdir()
    path.touch()
    assert fault_of(path) is Fault.DAMAGED
    assert path.read_bytes() == b""


def test_a_broken_link_is_found_by_the_check(path):
    closed_diary(path, days=1)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE walk SET person_id = 'nobody'")
    other.close()
    with Diary(path) as diary, pytest.raises(DiaryError) as caught:
        diary.check()
    assert caught.value.fault is Fault.DAMAGED


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("walk", "kind", "gdntle"),
        ("walk", "entered_at", 1 << 61),
        ("walk", "entered_offset", 1440),
        ("posture_check", "item", "arns"),
        ("walk_event", "wall_at", -(1 << 61)),
        ("person", "entered_at", 1 << 61),
        ("pain_rating", "rated_offset", -1440),
    ],
)
def test_a_value_the_program_could_not_show_is_found_by_the_check(path, table, column, value):
    path.parent.mkdir()
    shutil.copy(RELEASED[0], path)
    with Diary(path) as diary:
        diary.check()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE {table} SET {column} = ?", (value,))
    with Diary(path) as diary, pytest.raises(DiaryError) as caught:
        diary.check()
    assert caught.value.fault is Fault.DAMAGED


def test_a_table_that_is_not_as_it_was_made_is_found_by_the_check(path):
    closed_diary(path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DROP INDEX walk_by_day")
    with Diary(path) as diary, pytest.raises(DiaryError):
        diary.check()


def test_what_another_program_added_shuts_nobody_out(path):
    closed_diary(path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("ANALYZE")
        other.execute("CREATE INDEX helpful ON walk (note)")
    with Diary(path) as diary:
        diary.check()
