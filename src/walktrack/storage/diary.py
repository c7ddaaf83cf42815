"""The diary: one SQLite file, one connection, one owner at a time."""

import os
import time
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import holder, migrate
from walktrack.storage.database import Database
from walktrack.storage.export_rows import ExportRows
from walktrack.storage.header import check_header
from walktrack.storage.history import History
from walktrack.storage.people import People
from walktrack.storage.posture import Posture
from walktrack.storage.ratings import Ratings
from walktrack.storage.settings_store import SettingsStore
from walktrack.storage.totals import Totals
from walktrack.storage.walks import Walks

RETRY_S = 1.0


class Diary:
    """One diary; open it before use, or use it in a `with`. Without a path it is in memory.

    Every call of its rooms raises DiaryError for trouble with the file.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._db = Database(path)
        self.people = People(self._db)
        self.walks = Walks(self._db)
        self.ratings = Ratings(self._db)
        self.posture = Posture(self._db)
        self.history = History(self._db)
        self.totals = Totals(self._db)
        self.settings = SettingsStore(self._db)
        self.rows = ExportRows(self._db)

    def open(self) -> None:
        """Open the file, or make it, in a folder nobody else can look into; bring it up to date.

        Waits up to a second for another program to let go of it. On DiaryError nothing is open.
        """
        with self._db.guard():
            if self.path is None:
                self._db.connect()
            else:
                if not self.path.exists():
                    _make(self.path)
                _own(self._db, self.path)
                with suppress(OSError):  # a stick may know no permissions
                    self.path.chmod(0o600)
                holder.write_note(self.path)
            try:
                _migrate(self._db)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Close the file and let others have it; does nothing if it is not open."""
        if self._db.is_closed():
            return
        if self.path is not None:
            holder.remove_note(self.path)
        self._db.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Keep all changes made inside, or none; inside another, as a part of it."""
        return self._db.changing()

    def check(self) -> None:
        """Read the whole file; DiaryError DAMAGED unless every page and every link is sound."""
        with self._db.guard():
            sound = self._db.rows("PRAGMA integrity_check(1)") == [("ok",)]
            if not sound or self._db.rows("PRAGMA foreign_key_check"):
                raise DiaryError(Fault.DAMAGED, self.path)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _own(db: Database, path: Path) -> None:
    """Connect, and keep everyone else out until the connection is closed."""
    give_up = time.monotonic() + RETRY_S
    while True:
        check_header(path, migrate.NEWEST)
        try:
            _lock(db)
        except DiaryError as error:
            if error.fault is not Fault.BUSY:
                raise
            if time.monotonic() > give_up:
                raise DiaryError(Fault.BUSY, path, holder.read_note(path)) from error
        else:
            return
        time.sleep(0.02 + os.urandom(1)[0] / 2550)  # 20 to 120 ms: two who wait never keep step


def _lock(db: Database) -> None:
    try:
        with db.guard():
            db.connect()
            db.execute_sql("BEGIN EXCLUSIVE")
            db.execute_sql("COMMIT")
    except BaseException:
        db.close()
        raise


def _migrate(db: Database) -> None:
    for number in range(migrate.version_of(db) + 1, migrate.NEWEST + 1):
        migrate.apply(db, migrate.STEPS[number - 1], number)


def _make(path: Path) -> None:
    """Make a new diary under another name and give it its own when it is whole.

    Whoever is first wins; a diary that is there by now is never written over.
    """
    if not path.parent.exists():
        path.parent.mkdir(parents=True)
        path.parent.chmod(0o700)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        db = Database(new)
        try:
            db.connect()
            _migrate(db)
        finally:
            db.close()
        with suppress(FileExistsError):
            _give_name(new, path)
    finally:
        new.unlink(missing_ok=True)


def _give_name(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        new.rename(path)
