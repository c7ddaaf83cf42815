"""The log: a few small files in a folder that nobody else can look into."""

import faulthandler
import os
import re
from contextlib import suppress
from io import TextIOWrapper
from logging import LogRecord, makeLogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from walktrack import __version__
from walktrack.domain.moment import Moment
from walktrack.mishap import Link, Mishap, Place, told_file

NAME, CRASH = "walktrack.log", "crash.txt"
LARGEST, OLDER = 200_000, 2
_CRASHED_AT = re.compile(r'  File "(.*)", line (\d+) in (.*)')  # as faulthandler writes it


class _File(RotatingFileHandler):
    """A log only its owner can read, which says so if it could not be written."""

    def _open(self) -> TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, "a", encoding="utf-8", opener=private)

    def handleError(self, record: LogRecord) -> None:  # noqa: ARG002, N802 - as logging calls it
        raise  # noqa: PLE0704 - it calls this while the error is at hand


class Log:
    """Keeps what mishaps are told; the folder and the files come with the first of them.

    Everything raises OSError if the disk will not have it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: _File | None = None
        self._crash: IO[str] | None = None

    def keep(self, mishap: Mishap) -> None:
        """Add a mishap; the oldest are left out in time."""
        if self._file is None:
            self._make_folder()
            self._file = _File(self.folder / NAME, maxBytes=LARGEST, backupCount=OLDER)
        when = mishap.at.local().strftime("%Y-%m-%d %H:%M:%S %z")
        self._file.handle(makeLogRecord({"msg": f"{when}  WalkTrack {__version__}  {mishap}"}))

    def watch_for_crashes(self, at: Moment) -> None:
        """Have a crash of the program itself leave its place; keep what the last one left."""
        self._make_folder()
        path = self.folder / CRASH
        crash = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "a+")
        self._crash = crash
        crash.seek(0)
        if told := crash.read():
            self.keep(_crashed(told, at))
            crash.truncate(0)  # it named files by their whole paths
        faulthandler.enable(crash, all_threads=False)

    def close(self) -> None:
        """Close the files; take away again what was not needed."""
        if self._file:
            self._file.close()
            self._file = None
        if self._crash:
            faulthandler.disable()
            self._crash.close()
            self._crash = None
            path = self.folder / CRASH
            if not path.stat().st_size:
                path.unlink()
        with suppress(OSError):  # not there, or not empty
            self.folder.rmdir()

    def _make_folder(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(OSError):  # a stick may know no permissions
            self.folder.chmod(0o700)


def _crashed(told: str, at: Moment) -> Mishap:
    lines = told.splitlines()
    way = (_CRASHED_AT.fullmatch(line) for line in reversed(lines))
    places = (Place(told_file(each[1]), int(each[2]), each[3]) for each in way if each)
    return Mishap(at, (Link("Crash in an earlier run", tuple(places)),))
