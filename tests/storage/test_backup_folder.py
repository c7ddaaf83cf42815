"""Backups are whole or absent, known by their sum, and thinned out."""

import errno
import os
import shutil
import stat
import subprocess

import pytest
from tests.storage.made import DAY, HOUR, NOON, walk

from walktrack.domain.backup import BackupError, Reason, kept
from walktrack.domain.faults import Fault
from walktrack.storage import backup_folder
from walktrack.storage.backup_folder import BackupFolder
from walktrack.storage.diary import Diary


@pytest.fixture
def folder(path):
    return BackupFolder(path.parent / "backups")


def names(folder):
    return sorted(each.name for each in folder.folder.iterdir())


def test_a_backup_is_the_diary_as_it_was(diary, folder):
    diary.walks.add(walk("before"))
    backup = folder.put(diary.snapshot, NOON, Reason.HAND)
    diary.walks.add(walk("after"))
    assert folder.all() == [backup]
    assert folder.is_good(backup)
    with Diary(backup.path) as copy:
        assert copy.walks.get("before") == walk("before")
        assert copy.walks.get("after") is None


def test_nobody_else_can_read_it_and_its_sum_is_beside_it(diary, folder):
    before = os.umask(0o022)
    try:
        backup = folder.put(diary.snapshot, NOON, Reason.HAND)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.folder.iterdir()} == {0o600}
    assert names(folder) == [backup.path.name, f"{backup.path.name}.sha256"]
    if shutil.which("sha256sum"):
        subprocess.run(
            ["sha256sum", "-c", f"{backup.path.name}.sha256"],
            cwd=folder.folder, check=True, capture_output=True,
        )  # fmt: skip


def test_two_in_one_second_are_two(diary, folder):
    first = folder.put(diary.snapshot, NOON, Reason.HAND)
    second = folder.put(diary.snapshot, NOON.plus(300), Reason.HAND)
    assert folder.all() == [second, first]
    assert second.made == first.made.plus(1000)


def test_the_newest_comes_first_whatever_the_offset_says(diary, folder):
    late = folder.put(diary.snapshot, NOON.plus(HOUR), Reason.HAND)
    west = folder.put(diary.snapshot, type(NOON)(NOON.ms, -600), Reason.HAND)
    assert folder.all() == [late, west]


def test_old_ones_go_with_their_sums_and_strangers_stay(diary, folder):
    for day in range(40):
        folder.put(diary.snapshot, NOON.plus(-day * DAY), Reason.START)
    (folder.folder / "letter.txt").write_text("mine")
    broken_off = folder.folder / ".walktrack-2026-01-01-120000+0000-quit.db.1.part"
    broken_off.write_text("half")
    lonely = folder.folder / "walktrack-2026-01-01-120000+0000-quit.db.sha256"
    lonely.write_text("0  nothing")
    made = [backup.made for backup in folder.all()]
    folder.thin()
    left = folder.all()
    assert {backup.made for backup in left} == kept(made)
    assert len(left) < len(made)
    assert names(folder) == sorted(
        ["letter.txt", *(b.path.name for b in left), *(f"{b.path.name}.sha256" for b in left)]
    )


def flip(path, at=5000):
    whole = bytearray(path.read_bytes())
    whole[at] ^= 1
    path.write_bytes(whole)


def test_a_backup_with_one_bit_changed_is_not_good(diary, folder):
    older = folder.put(diary.snapshot, NOON.plus(-DAY), Reason.QUIT)
    newer = folder.put(diary.snapshot, NOON, Reason.QUIT)
    flip(newer.path)
    assert not folder.is_good(newer)
    assert folder.is_good(older)


def test_a_backup_without_its_sum_is_good_if_it_is_sound(diary, folder):
    backup = folder.put(diary.snapshot, NOON, Reason.QUIT)
    backup.path.with_name(f"{backup.path.name}.sha256").unlink()
    assert folder.is_good(backup)
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[: len(whole) // 2])
    assert not folder.is_good(backup)


def test_where_there_is_no_folder_there_is_no_backup(folder):
    assert folder.all() == []
    folder.thin()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("step", ["sync_file", "sync_folder"])
def test_trouble_with_the_disk_leaves_no_half_backup(diary, folder, monkeypatch, step, number):
    older = folder.put(diary.snapshot, NOON.plus(-DAY), Reason.QUIT)

    def fail(_path):
        raise OSError(number, "trouble")

    with monkeypatch.context() as patch, pytest.raises(BackupError) as caught:
        patch.setattr(backup_folder, step, fail)
        folder.put(diary.snapshot, NOON, Reason.QUIT)
    expected = {errno.ENOSPC: Fault.FULL, errno.EROFS: Fault.READ_ONLY}
    assert caught.value.fault is expected.get(number, Fault.CANNOT_OPEN)
    assert caught.value.folder == folder.folder
    folder.thin()
    assert folder.all() == [older]
    assert names(folder) == [older.path.name, f"{older.path.name}.sha256"]


def test_something_else_in_place_of_the_folder(diary, folder):
    folder.folder.write_text("a file")
    with pytest.raises(BackupError):
        folder.put(diary.snapshot, NOON, Reason.QUIT)
    assert folder.folder.read_text() == "a file"


def test_a_copy_in_another_folder_is_the_same(diary, folder, tmp_path):
    backup = folder.put(diary.snapshot, NOON, Reason.QUIT)
    stick = BackupFolder(tmp_path / "stick" / "copies")
    copy = stick.copy_in(backup)
    assert copy.path.read_bytes() == backup.path.read_bytes()
    assert stick.is_good(copy)
    assert (copy.made, copy.reason) == (backup.made, backup.reason)


def test_a_copy_of_a_backup_gone_bad_is_refused(diary, folder, tmp_path):
    backup = folder.put(diary.snapshot, NOON, Reason.QUIT)
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[:8192] + b"\xa5" * 4096 + whole[12288:])
    stick = BackupFolder(tmp_path / "stick")
    with pytest.raises(BackupError) as caught:
        stick.copy_in(backup)
    assert caught.value.fault is Fault.DAMAGED
    assert names(stick) == []
