"""The diary: one SQLite file, one connection, one owner at a time."""

import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import holder, migrate, snapshot
from walktrack.storage.arrivals import Arrivals
from walktrack.storage.bin import Bin
from walktrack.storage.contents import Contents, contents_of
from walktrack.storage.database import Database
from walktrack.storage.day_marks import DayMarks
from walktrack.storage.edits import Edits
from walktrack.storage.export_rows import ExportRows
from walktrack.storage.header import check_header, is_held
from walktrack.storage.history import History
from walktrack.storage.insight_rows import InsightRows
from walktrack.storage.interferences import Interferences
from walktrack.storage.journal import recovers
from walktrack.storage.moving import Moves
from walktrack.storage.new_file import make_diary
from walktrack.storage.people import People
from walktrack.storage.plan_facts import PlanFacts
from walktrack.storage.plans import Plans
from walktrack.storage.posture import Posture
from walktrack.storage.ratings import Ratings
from walktrack.storage.reminders import Reminders
from walktrack.storage.settings_store import SettingsStore
from walktrack.storage.sign_checks import SignChecks
from walktrack.storage.soundness import is_sound
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
        self.marks = DayMarks(self._db)
        self.interferences = Interferences(self._db)
        self.signs = SignChecks(self._db)
        self.edits = Edits(self._db)
        self.plans = Plans(self._db)
        self.plan_facts = PlanFacts(self._db)
        self.reminders = Reminders(self._db)
        self.moves = Moves(self._db)
        self.history = History(self._db)
        self.bin = Bin(self._db)
        self.totals = Totals(self._db)
        self.insight = InsightRows(self._db)
        self.settings = SettingsStore(self._db)
        self.rows = ExportRows(self._db)
        self.arrivals = Arrivals(self._db)

    def open(self, before_update: Callable[[], object] = lambda: None) -> None:
        """Open the file, or make it, in a folder nobody else can look into; bring it up to date.

        Waits up to a second for another program to let go of it. `before_update` is called when
        an older version is about to be changed. On DiaryError nothing is open.
        """
        with self._db.guard():
            if self.path is None:
                self._db.connect()
            else:
                if not self.path.exists():
                    make_diary(self.path)
                _own(self._db, self.path)
                with suppress(OSError):  # a stick may know no permissions
                    self.path.chmod(0o600)
                holder.write_note(self.path)
            try:
                if 0 < migrate.version_of(self._db) < migrate.NEWEST:
                    before_update()
                migrate.bring_up_to_date(self._db)
                self._db.settle()
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
        """Read the whole file; DiaryError DAMAGED unless all that is in it can be used."""
        with self._db.guard():
            if not is_sound(self._db):
                raise DiaryError(Fault.DAMAGED, self.path)

    def snapshot(self, target: Path) -> None:
        """Write the diary as it is now into a new file; may run in a thread of its own."""
        snapshot.take(self._db, target)

    def become(self, source: Path) -> None:
        """Put the records of another diary, sound and of the newest version, in place of these."""
        snapshot.load(self._db, source)

    def contents(self) -> Contents:
        """Return what is in it, to be compared with another."""
        with self._db.guard():
            return contents_of(self._db)

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
        try:
            _check_start(path)
            db.own()
        except DiaryError as error:
            if error.fault is not Fault.BUSY:
                raise
            if time.monotonic() > give_up:
                raise DiaryError(Fault.BUSY, path, holder.read_note(path)) from error
        else:
            return
        time.sleep(0.02 + os.urandom(1)[0] / 2550)  # 20 to 120 ms: two who wait never keep step


def _check_start(path: Path) -> None:
    try:
        check_header(path, migrate.NEWEST)
    except DiaryError as error:
        if error.fault not in {Fault.DAMAGED, Fault.NOT_A_DIARY}:
            raise
        if is_held(path):  # seen in the middle of another program's change
            raise DiaryError(Fault.BUSY, path) from error
        if not recovers(path, migrate.NEWEST):
            check_header(path, migrate.NEWEST)  # the other may have come to its end meanwhile
