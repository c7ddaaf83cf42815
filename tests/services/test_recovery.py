"""A damaged diary: what can be done about it is told with numbers, and the damaged one is kept."""

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from tests.services.test_backups import Yard
from tests.storage.files import journal_for

from walktrack.domain.backup import Reason, Unfit, UnfitError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services import recovery as recovery_module
from walktrack.services.opening import backups_of, open_diary
from walktrack.services.recovery import Recovery
from walktrack.storage import aside
from walktrack.storage.journal import journal_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "walktrack.db"


@pytest.fixture
def yard(path):
    """A diary of six walks, the last two after the only backup; closed."""
    made = Yard(path)
    for number in range(6):
        if number == 4:
            made.backups.make(Reason.QUIT)
        made.walk()
        made.rate(number)
        made.clock.go(hours=24)
    made.diary.close()
    return made


@pytest.fixture
def recovery(yard):
    return Recovery(yard.diary.path, yard.clock)


def damage(path, page=2):
    """Garble one page; return what the damaged file and its journal are then."""
    whole = path.read_bytes()
    path.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
    journal_of(path).write_bytes(b"left by a crash" * 100)
    return digests(path)


def wipe(path):
    path.write_bytes(bytes(path.stat().st_size))
    return digests(path)


def digests(path):
    files = [file for file in (path, journal_of(path)) if file.exists()]
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def is_damaged(yard):
    with pytest.raises(DiaryError) as caught:
        open_diary(yard.diary.path, yard.clock)
    return caught.value.fault is Fault.DAMAGED


def opened(yard):
    diary = open_diary(yard.diary.path, yard.clock)
    try:
        return diary.contents()
    finally:
        diary.close()


def no_traces(path):
    return not [each.name for each in path.parent.iterdir() if each.name.startswith(".")]


def test_looking_changes_nothing_and_tells_what_there_is(yard, recovery, path):
    before = damage(path)
    found = recovery.look()
    assert digests(path) == before
    assert found.backup == backups_of(path).all()[0]
    assert (found.from_backup.total_walks, found.from_backup.total_ratings) == (4, 4)
    assert found.readable.total_walks + found.readable.total_ratings > 0
    assert found.from_backup.walks.lost <= 2
    assert no_traces(path)


def test_the_backup_comes_back_and_the_damaged_one_is_kept(yard, recovery, path):
    before = damage(path)
    kept = recovery.bring_back(recovery.look().backup.path)
    assert digests(kept / path.name) == before
    assert len(opened(yard).walks) == 4
    assert no_traces(path)


def test_what_can_be_read_comes_back(yard, recovery, path):
    before = damage(path)
    readable = recovery.look().readable
    kept = recovery.salvage()
    assert digests(kept / path.name) == before
    assert len(opened(yard).walks) == readable.total_walks


def test_of_a_file_of_nothing_but_zeros_nothing_can_be_read(yard, recovery, path):
    before = wipe(path)
    assert is_damaged(yard)
    found = recovery.look()
    assert found.backup
    assert found.readable is None
    with pytest.raises(NotPossibleError):
        recovery.salvage()
    assert digests(path) == before
    recovery.bring_back(found.backup.path)
    assert len(opened(yard).walks) == 4


def test_when_the_newest_backup_is_bad_the_one_before_is_offered(yard, recovery, path):
    newest = backups_of(path).all()[0]
    yard.diary.open()
    newer = yard.backups.make(Reason.HAND).backup
    yard.diary.close()
    damage(newer.path)
    wipe(path)
    assert recovery.look().backup == newest
    with pytest.raises(UnfitError) as caught:
        recovery.bring_back(newer.path)
    assert caught.value.why is Unfit.DAMAGED


def test_without_any_backup_an_empty_diary_can_be_begun(yard, recovery, path):
    for backup in backups_of(path).all():
        backup.path.unlink()
    before = wipe(path)
    found = recovery.look()
    assert (found.backup, found.from_backup, found.readable) == (None, None, None)
    kept = recovery.begin_anew()
    assert digests(kept / path.name) == before
    assert not opened(yard).walks


def test_the_journal_of_the_damaged_one_is_not_played_back_into_the_new_one(yard, recovery, path):
    sound = path.read_bytes()
    wipe(path)
    journal_of(path).write_bytes(journal_for(sound[:40960]))
    recovery.begin_anew()
    assert not opened(yard).walks


def test_a_backup_somebody_changed_is_not_offered(yard, recovery, path):
    (older,) = backups_of(path).all()
    yard.diary.open()
    newer = yard.backups.make(Reason.HAND).backup
    yard.diary.close()
    with closing(sqlite3.connect(newer.path)) as other, other:
        other.execute("UPDATE pain_rating SET value = 0")
    wipe(path)
    assert recovery.look().backup == older


def test_two_damaged_ones_are_both_kept(yard, recovery, path):
    first, second = wipe(path), None
    recovery.begin_anew()
    second = damage(path)
    recovery.begin_anew()
    kept = sorted((path.parent / "damaged").iterdir())
    assert [digests(each / path.name) for each in kept] == [first, second]


@pytest.mark.parametrize("step", ["keep_aside", "take_place", "sync_file"])
def test_trouble_on_the_way_leaves_all_as_it_was(yard, recovery, path, monkeypatch, step):
    before = wipe(path)

    def fail(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(recovery_module, step, fail)
    with pytest.raises(DiaryError) as caught:
        recovery.begin_anew()
    assert caught.value.fault is Fault.FULL
    assert digests(path) == before
    assert no_traces(path)


def test_a_copy_that_breaks_off_is_not_taken_for_one(yard, recovery, path, monkeypatch):
    damage(path)

    def fail(_source, _target):
        raise OSError(28, "full")

    monkeypatch.setattr(aside, "copy_with_journal", fail)
    with pytest.raises(DiaryError):
        recovery.begin_anew()
    assert not (path.parent / "damaged").exists()


def test_a_cut_after_the_old_journal_went_leaves_the_damaged_one_and_its_copy(
    yard, recovery, path, monkeypatch
):
    before = damage(path)

    class CutError(Exception):
        pass

    def cut(_self, _target):
        raise CutError

    monkeypatch.setattr(type(path), "replace", cut)
    with pytest.raises(CutError):
        recovery.begin_anew()
    assert digests(path) == before[:1]
    (kept,) = (path.parent / "damaged").iterdir()
    assert digests(kept / path.name) == before


def test_a_backup_that_cannot_be_let_in_makes_way_for_an_older_one(yard, recovery, path):
    (older,) = backups_of(path).all()
    yard.diary.open()
    newer = yard.backups.make(Reason.HAND).backup
    yard.diary.close()
    with closing(sqlite3.connect(newer.path)) as other, other:
        other.execute("CREATE VIEW v AS SELECT 1")
    newer.path.with_name(f"{newer.path.name}.sha256").unlink()
    wipe(path)
    assert recovery.look().backup == older


def test_backups_that_cannot_be_listed_are_told_and_the_rest_is_looked_at(
    yard, recovery, path, monkeypatch
):
    damage(path)
    listed = type(path).iterdir

    def locked(self):
        if self.name == "backups":
            raise PermissionError(13, "locked")
        return listed(self)

    monkeypatch.setattr(type(path), "iterdir", locked)
    found = recovery.look()
    assert found.trouble.folder == path.parent / "backups"
    assert found.readable


def test_what_another_window_put_right_is_left_alone(yard, recovery, path):
    wipe(path)
    other = Recovery(path, yard.clock)
    other.bring_back(other.look().backup.path)
    with pytest.raises(NotPossibleError):
        recovery.begin_anew()
    assert len(opened(yard).walks) == 4
    assert len(list((path.parent / "damaged").iterdir())) == 1


def test_a_diary_that_is_open_elsewhere_is_left_alone(yard, recovery, path):
    program = (
        "import sys, time, pathlib; from walktrack.storage.diary import Diary;"
        "d = Diary(pathlib.Path(sys.argv[1])); d.open(); print(flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, path], stdout=subprocess.PIPE)
    try:
        holder.stdout.readline()
        with pytest.raises(DiaryError) as caught:
            recovery.begin_anew()
        assert caught.value.fault is Fault.BUSY
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
    assert len(opened(yard).walks) == 6


def test_a_diary_that_is_gone_is_not_begun_anew_in_silence(yard, recovery, path):
    path.unlink()
    with pytest.raises(DiaryError) as caught:
        open_diary(path, yard.clock)
    assert caught.value.fault is Fault.MISSING
    assert not path.exists()
    found = recovery.look()
    assert (found.is_there, found.readable) == (False, None)
    assert found.from_backup.total_walks == 4
    assert recovery.bring_back(found.backup.path) is None
    assert len(opened(yard).walks) == 4
    assert not (path.parent / "damaged").exists()


def test_in_its_place_an_empty_one_can_be_begun(yard, recovery, path):
    path.unlink()
    assert recovery.begin_anew() is None
    assert not opened(yard).walks


def test_what_another_window_began_meanwhile_is_left_alone(yard, recovery, path):
    path.unlink()
    Recovery(path, yard.clock).begin_anew()
    with pytest.raises(NotPossibleError):
        recovery.begin_anew()
