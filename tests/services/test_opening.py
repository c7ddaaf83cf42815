"""Opening as the program does: an update is backed up first, a damaged diary stays as found."""

import hashlib
import os

import pytest
from tests.clocks import HandClock
from tests.storage.files import closed_diary
from tests.storage.made import person

from walktrack.domain.backup import Reason
from walktrack.domain.faults import DiaryError, Fault
from walktrack.services.opening import backups_of, open_diary
from walktrack.storage import migrate
from walktrack.storage.diary import Diary
from walktrack.storage.journal import journal_of

STEP = ("CREATE TABLE more (x INTEGER) STRICT",)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "data" / "walktrack.db"
    closed_diary(path, days=30)
    return path


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def garble(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:-20480] + b"\xa5" * 4096 + whole[-16384:])


LEFT = [".walktrack-restore-x.db", ".walktrack-look-x", "walktrack.db.77.new", "damaged/.x"]


@pytest.mark.parametrize("name", LEFT)
def test_what_a_start_broken_off_left_behind_goes_when_it_is_old(path, name):
    left, clock = path.parent / name, HandClock()
    left.parent.mkdir(exist_ok=True)
    if name.endswith("x"):
        left.mkdir()
    else:
        left.write_text("half")
    for age_s, stays in ((60, True), (7200, False)):
        seen = clock.wall.ms / 1000 - age_s
        os.utime(left, (seen, seen))
        open_diary(path, clock).close()
        assert left.exists() == stays


def test_a_sound_diary_opens_and_nothing_is_left_beside_it(path):
    open_diary(path, HandClock()).close()
    assert names(path.parent) == ["walktrack.db"]


def test_before_an_update_a_backup_of_the_old_version_is_made(path, monkeypatch):
    old = migrate.NEWEST
    before = Diary(path)
    before.open()
    contents = before.contents()
    before.close()
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, STEP))
    monkeypatch.setattr(migrate, "NEWEST", old + 1)
    open_diary(path, HandClock()).close()
    (backup,) = backups_of(path).all()
    assert backup.reason is Reason.UPDATE
    monkeypatch.setattr(migrate, "NEWEST", old)
    with Diary(backup.path) as diary:
        assert migrate.version_of(diary._db) == old
        assert not diary.contents().outlook(contents)
    with pytest.raises(DiaryError) as caught:
        Diary(path).open()
    assert caught.value.fault is Fault.NEWER


def test_without_room_for_that_backup_there_is_no_update(path, monkeypatch):
    old = migrate.NEWEST
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, STEP))
    monkeypatch.setattr(migrate, "NEWEST", old + 1)
    (path.parent / "backups").write_text("in the way")
    before = digest(path)
    with pytest.raises(DiaryError):
        open_diary(path, HandClock())
    assert digest(path) == before


def test_a_diary_found_damaged_after_a_crash_is_kept_as_it_was_found(path):
    garble(path)
    journal_of(path).write_bytes(b"left by a crash" * 100)
    before = digest(path), digest(journal_of(path))
    with pytest.raises(DiaryError) as caught:
        open_diary(path, HandClock())
    assert caught.value.fault is Fault.DAMAGED
    (kept,) = (path.parent / "damaged").iterdir()
    assert (digest(kept / path.name), digest(journal_of(kept / path.name))) == before


def test_after_a_crash_without_damage_nothing_is_kept(path):
    journal_of(path).write_bytes(b"left by a crash" * 100)
    open_diary(path, HandClock()).close()
    assert names(path.parent) == ["walktrack.db"]


def test_while_another_has_the_diary_nothing_is_kept(path):
    with Diary(path):
        child = os.fork()
        if child == 0:
            journal_of(path).write_bytes(b"in the middle of a change")
            try:
                open_diary(path, HandClock())
            except DiaryError as error:
                os._exit(0 if error.fault is Fault.BUSY else 1)
            os._exit(2)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert not (path.parent / "damaged").exists()


def test_a_first_start(tmp_path):
    path = tmp_path / "new" / "walktrack.db"
    diary = open_diary(path, HandClock())
    diary.people.add(person())
    diary.close()
    assert names(path.parent) == ["walktrack.db"]
