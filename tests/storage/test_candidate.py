"""Only a sound diary, made by WalkTrack and nobody else, may take the place of the diary."""

import os
import sqlite3
from contextlib import closing

import pytest
from tests.storage.files import closed_diary, digest
from tests.storage.made import walk

from walktrack.domain.backup import Unfit, UnfitError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import migrate
from walktrack.storage.candidate import admit
from walktrack.storage.diary import Diary


@pytest.fixture
def offered(tmp_path):
    path = tmp_path / "stick" / "offered.db"
    closed_diary(path, days=5)
    return path


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.db"


def change(path, *statements):
    with closing(sqlite3.connect(path)) as other, other:
        for statement in statements:
            other.execute(statement)


def refused(offered, copy):
    before = digest(offered)
    with pytest.raises(UnfitError) as caught:
        admit(offered, copy)
    assert digest(offered) == before
    assert [each.name for each in offered.parent.iterdir()] == [offered.name]
    assert caught.value.path == offered
    return caught.value.why


def test_a_sound_diary_is_let_in_and_stays_as_it_is(offered, copy):
    before = digest(offered)
    admit(offered, copy)
    assert digest(offered) == before
    with Diary(copy) as diary:
        assert diary.walks.get("w4") is not None


def test_a_diary_in_use_on_another_computer_is_let_in_as_of_its_last_change(tmp_path, copy):
    path = tmp_path / "stick" / "used.db"
    with Diary(path) as diary, diary.transaction():
        diary.people.add(__import__("tests.storage.made", fromlist=["person"]).person())
        diary._db.execute_sql("PRAGMA cache_size = 1")
        for number in range(300):
            diary.walks.add(walk(f"w{number}"))
        crashed = tmp_path / "crashed.db"
        for name in (path.name, f"{path.name}-journal"):
            source = path.with_name(name)
            crashed.with_name(name.replace("used", "crashed")).write_bytes(source.read_bytes())
    admit(crashed, copy)
    with Diary(copy) as diary:
        assert diary.walks.get("w0") is None
        assert diary.people.all() == []


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON walk BEGIN DELETE FROM person; END",
        "CREATE VIEW v AS SELECT * FROM walk",
        "CREATE TABLE extra (x)",
        "CREATE INDEX more ON walk (note)",
        "DROP INDEX one_open_walk",
        "ALTER TABLE walk ADD COLUMN more TEXT",
        "CREATE VIRTUAL TABLE words USING fts5 (x)",
    ],
)
def test_anything_in_it_that_we_did_not_make_keeps_it_out(offered, copy, statement):
    change(offered, statement)
    assert refused(offered, copy) is Unfit.ALTERED


def test_a_column_that_has_lost_its_rules_keeps_it_out(offered, copy):
    change(
        offered,
        "PRAGMA writable_schema = 1",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (walked_ms >= 0)', '')"
        " WHERE name = 'walk'",
    )
    assert refused(offered, copy) is Unfit.ALTERED


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        (["PRAGMA application_id = 7"], Unfit.NOT_A_DIARY),
        ([f"PRAGMA user_version = {migrate.NEWEST + 1}"], Unfit.NEWER),
        (["PRAGMA user_version = 0"], Unfit.DAMAGED),
        (["UPDATE walk SET person_id = 'nobody'"], Unfit.DAMAGED),
    ],
)
def test_marks_and_links_are_looked_at(offered, copy, statements, why):
    change(offered, *statements)
    assert refused(offered, copy) is why


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda _: b"", Unfit.DAMAGED),
        (lambda _: b"Dear doctor, " * 1000, Unfit.NOT_A_DIARY),
        (lambda whole: whole[: len(whole) // 2], Unfit.DAMAGED),
        (lambda whole: whole[:100] + b"\xa5" * 3996 + whole[4096:], Unfit.DAMAGED),
        (lambda whole: whole[:-8192] + b"\xa5" * 4096 + whole[-4096:], Unfit.DAMAGED),
    ],
)
def test_a_file_gone_bad_is_kept_out(offered, copy, harm, why):
    offered.write_bytes(harm(offered.read_bytes()))
    assert refused(offered, copy) is why


def test_what_is_no_file_is_not_waited_for(tmp_path, copy):
    pipe = tmp_path / "pipe.db"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "nothing.db"):
        with pytest.raises(UnfitError) as caught:
            admit(path, copy)
        assert caught.value.why is Unfit.UNREADABLE
    assert not copy.exists()


def test_a_file_that_may_not_be_read(offered, copy, monkeypatch):
    opened = type(offered).open

    def locked(self, *args, **kwargs):
        if self == offered:
            raise PermissionError(13, "locked")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(type(offered), "open", locked)  # root may read everything
    with pytest.raises(UnfitError) as caught:
        admit(offered, copy)
    assert caught.value.why is Unfit.UNREADABLE


def test_no_room_for_the_copy_is_trouble_with_the_disk(offered, tmp_path):
    with pytest.raises(DiaryError) as caught:
        admit(offered, tmp_path / "no such folder" / "copy.db")
    assert caught.value.fault is Fault.CANNOT_OPEN
