"""What is not a sound diary of this version is refused, told apart, and left as it is."""

import sqlite3

import pytest
from tests.storage.files import closed_diary, digest, fault_of

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage.diary import Diary


@pytest.mark.parametrize("version", [2, 2**31 - 1])
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


def zeroed(whole):
    return bytes(len(whole))


def cut_short(whole):
    return whole[: len(whole) // 2]


def cut_in_the_header(whole):
    return whole[:50]


def cut_after_the_header(whole):
    return whole[:100]


def magic_gone(whole):
    return b"x" * 16 + whole[16:]


def version_gone(whole):
    return whole[:60] + bytes(4) + whole[64:]


def first_page_garbled(whole):
    return whole[:100] + b"\xa5" * 3996 + whole[4096:]


@pytest.mark.parametrize(
    "harm",
    [
        zeroed,
        cut_short,
        cut_in_the_header,
        cut_after_the_header,
        magic_gone,
        version_gone,
        first_page_garbled,
    ],
)
def test_a_diary_gone_bad_is_damage_and_left_as_it_is(path, harm):
    closed_diary(path, days=50)
    path.write_bytes(harm(path.read_bytes()))
    before = digest(path)
    assert fault_of(path) is Fault.DAMAGED
    assert digest(path) == before
    assert not path.with_name("diary.db.lock").exists()


def test_damage_in_the_middle_is_found_by_the_check(path):
    closed_diary(path, days=200)
    whole = bytearray(path.read_bytes())
    whole[-5 * 4096 : -4 * 4096] = b"\xa5" * 4096
    path.write_bytes(whole)
    with Diary(path) as diary, pytest.raises(DiaryError) as caught:
        diary.check()
    assert caught.value.fault is Fault.DAMAGED


def test_a_broken_link_is_found_by_the_check(path):
    closed_diary(path, days=1)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE walk SET person_id = 'nobody'")
    other.close()
    with Diary(path) as diary, pytest.raises(DiaryError) as caught:
        diary.check()
    assert caught.value.fault is Fault.DAMAGED
