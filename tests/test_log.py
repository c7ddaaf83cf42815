"""The log is small, for its owner's eyes only, and leaves nothing behind where all went well."""

import errno
import os
import resource
import stat
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from dataclasses import replace

import pytest
from tests.clocks import NOON

from walktrack import paths
from walktrack.log import CRASH, LARGEST, NAME, OLDER, Log
from walktrack.mishap import Link, Mishap, Place

MISHAP = Mishap(NOON, (Link("ValueError", (Place("walktrack/app.py", 7, "run"),)),))
LONG = replace(MISHAP, links=(Link("ValueError", MISHAP.links[0].way * 200),))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "WalkTrack"


@contextmanager
def no_more_bytes():
    """Let no file take another byte until the end."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def modes(folder):
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}


def test_an_entry_says_when_which_version_what_and_where(folder):
    log = Log(folder)
    log.keep(MISHAP)
    log.close()
    head, place = (folder / NAME).read_text().splitlines()
    assert head.startswith("2026-06-01 12:00:00 +0200  WalkTrack ")
    assert head.endswith("  ValueError")
    assert place == "    walktrack/app.py, line 7, in run"


def test_nothing_is_made_before_there_is_something_to_keep(folder):
    Log(folder).close()
    assert not folder.exists()


def test_it_stays_small_and_for_its_owner_alone(folder):
    before = os.umask(0)
    try:
        log = Log(folder)
        for _ in range(4 * LARGEST // len(str(LONG))):
            log.keep(LONG)
        log.keep(MISHAP)
        log.close()
    finally:
        os.umask(before)
    assert modes(folder) == {
        "WalkTrack": 0o700, NAME: 0o600, f"{NAME}.1": 0o600, f"{NAME}.2": 0o600,
    }  # fmt: skip
    sizes = [path.stat().st_size for path in folder.iterdir()]
    assert len(sizes) == OLDER + 1
    assert max(sizes) <= LARGEST
    assert str(MISHAP) in (folder / NAME).read_text()


def test_a_folder_that_was_open_to_others_is_closed_to_them(folder):
    folder.mkdir(parents=True, mode=0o755)
    log = Log(folder)
    log.keep(MISHAP)
    log.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_says_so_when_the_disk_is_full(folder):
    log = Log(folder)
    log.keep(MISHAP)
    with no_more_bytes(), pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        log.keep(MISHAP)
    log.close()


def test_it_says_so_when_there_can_be_no_folder(folder):
    folder.parent.write_text("not a folder")
    with pytest.raises(NotADirectoryError):
        Log(folder).keep(MISHAP)


CRASH_HERE = """
    import ctypes, os, resource, sys
    from pathlib import Path
    from tests.clocks import NOON
    from walktrack.log import Log

    def fall():
        ctypes.string_at(0)

    os.umask(0)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    log = Log(Path(sys.argv[1]))
    log.watch_for_crashes(NOON)
    if sys.argv[2] == "fall":
        fall()
    log.close()
"""


def start(folder, tmp_path, how):
    script = tmp_path / "Zwetschge.d"
    script.mkdir(exist_ok=True)
    (script / "fall.py").write_text(textwrap.dedent(CRASH_HERE))
    known = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run(
        [sys.executable, script / "fall.py", folder, how], env=known, check=False
    ).returncode


def test_a_crash_is_told_at_the_next_start_without_the_folders_it_named(folder, tmp_path):
    assert start(folder, tmp_path, "fall") < 0
    assert "fall.py" in (folder / CRASH).read_text()
    assert modes(folder)[CRASH] == 0o600
    assert start(folder, tmp_path, "close") == 0
    told = (folder / NAME).read_text()
    assert "Crash in an earlier run" in told
    assert told.rstrip().endswith(", in string_at")
    assert "    fall.py, line 8, in fall\n" in told
    assert modes(folder) == {"WalkTrack": 0o700, NAME: 0o600}
    assert "Zwetschge" not in told


def test_a_start_without_a_crash_leaves_nothing(folder, tmp_path):
    assert start(folder, tmp_path, "close") == 0
    assert not folder.exists()


def test_it_lies_where_the_system_keeps_such_things_or_with_a_chosen_diary(monkeypatch, tmp_path):
    monkeypatch.delenv(paths.DATA_DIR_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    if sys.platform == "linux":
        assert paths.log_dir() == tmp_path / "state" / "WalkTrack"
    assert paths.log_dir().parts[-1] == "WalkTrack"
    stick = tmp_path / "stick"
    assert paths.log_dir(str(stick)) == stick / "log"
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(stick))
    assert paths.log_dir() == paths.log_dir("") == stick / "log"
