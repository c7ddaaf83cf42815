import errno
import os
import stat
from pathlib import Path

import pytest

from walktrack.exchange.whole import NotWrittenError, Trouble, place, whole_file, whole_folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_takes_the_place_of_the_old_one_when_it_is_whole(tmp_path):
    target = tmp_path / "walks.csv"
    target.write_text("old")
    with whole_file(target) as part:
        part.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert names(tmp_path) == ["walks.csv"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
def test_only_the_owner_can_read_it(tmp_path):
    with whole_file(tmp_path / "walks.csv"):
        pass
    with whole_folder(tmp_path / "all"):
        pass
    assert stat.S_IMODE((tmp_path / "walks.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "all").stat().st_mode) == 0o700


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, GeneratorExit])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, error):
    target = tmp_path / "walks.csv"
    target.write_text("old")
    with pytest.raises(error), whole_file(target) as part:
        part.write_text("half")
        raise error
    assert target.read_text() == "old"
    assert names(tmp_path) == ["walks.csv"]


def test_a_failure_leaves_no_folder(tmp_path):
    with pytest.raises(RuntimeError), whole_folder(tmp_path / "all") as folder:
        (folder / "walks.csv").write_text("half")
        raise RuntimeError
    assert names(tmp_path) == []


def test_a_folder_with_something_in_it_is_never_replaced(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(NotWrittenError) as caught, whole_folder(tmp_path):
        pass
    assert caught.value.trouble is Trouble.TAKEN
    assert names(tmp_path) == ["letter.txt"]


def test_an_empty_folder_is_filled(tmp_path):
    target = tmp_path / "all"
    target.mkdir()
    with whole_folder(target) as folder:
        (folder / "walks.csv").write_text("x")
    assert names(tmp_path) == ["all"]
    assert names(target) == ["walks.csv"]


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EACCES, Trouble.NOT_ALLOWED),
        (errno.EROFS, Trouble.NOT_ALLOWED),
        (errno.EIO, Trouble.OTHER),
    ],
)
def test_trouble_with_the_disk_is_told_apart(tmp_path, number, trouble):
    with pytest.raises(NotWrittenError) as caught, whole_file(tmp_path / "walks.csv"):
        raise OSError(number, os.strerror(number))
    assert caught.value.trouble is trouble
    assert names(tmp_path) == []


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(NotWrittenError) as caught, whole_file(tmp_path / "no" / "walks.csv"):
        pass
    assert caught.value.trouble is Trouble.NO_FOLDER


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_no_file_can_have_is_said(tmp_path, name):
    with pytest.raises(NotWrittenError) as caught, whole_file(tmp_path / name):
        pass
    assert caught.value.trouble is Trouble.BAD_NAME
    assert names(tmp_path) == []


def test_a_file_goes_into_a_folder_under_the_name_offered(tmp_path):
    assert place(tmp_path, "walks.csv") == tmp_path / "walks.csv"
    assert place(tmp_path / "mine.csv", "walks.csv") == tmp_path / "mine.csv"


@pytest.mark.skipif(os.name != "posix", reason="needs a device in the file system")
def test_a_device_is_not_written_over():
    with pytest.raises(NotWrittenError) as caught:
        place(Path(os.devnull), "walks.csv")
    assert caught.value.trouble is Trouble.TAKEN
