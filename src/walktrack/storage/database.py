"""The one connection to the diary's file."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from peewee import PeeweeException, Query, SqliteDatabase

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.search import fold
from walktrack.storage.faults import classify, why_not_written
from walktrack.storage.journal import has_journal

# In this order: SQLite takes some of them only before the first read of the file.
PRAGMAS = (
    ("locking_mode", "EXCLUSIVE"),
    ("journal_mode", "DELETE"),
    ("synchronous", "EXTRA"),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("secure_delete", 1),
    ("temp_store", 2),
)

MARK = "last_change"
"""The name, among the settings, of the mark that tells whether a change was stored."""
_MARK_STORED = "SELECT value FROM setting WHERE name = ?"

Row = tuple[Any, ...]


class Database(SqliteDatabase):
    """Peewee's SQLite with the diary's pragmas, its faults told apart, and nothing logged.

    `written` counts the changes made to walks and ratings, so that a reader knows whether what it
    remembers still holds.

    Two things SQLite does not say. A file that was removed, or whose stick was pulled, may go on
    taking writes that nobody will ever read. And a commit that reports trouble may be stored all
    the same: its last step, making sure of the journal it has just struck out, comes after the
    point of no return. So each change sees that the file is still in its place, and bears a mark
    that the file can be asked for.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.written = 0
        self._place: tuple[int, int] | None = None
        self._mark: str | None = None
        self._lost = False
        name = ":memory:" if path is None else str(path)
        # Opened in a thread, then used by the window's alone: never by two at a time.
        super().__init__(name, lock_type="IMMEDIATE", autoconnect=False, thread_safe=False)

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> sqlite3.Cursor:
        """Run one statement. Unlike peewee's own it logs no values and keeps SQLite's errors."""
        return self.cursor().execute(sql, params or ())

    def rows(self, sql: str, *params: object) -> list[Row]:
        """Return all rows of a query in plain SQL."""
        return self.execute_sql(sql, params).fetchall()

    def dicts(self, query: Query) -> list[dict[str, Any]]:
        """Return all rows of a peewee query, by the names of the columns."""
        cursor = self.execute(query)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, query: Query) -> dict[str, Any] | None:
        """Return the first row of a peewee query, or None."""
        return next(iter(self.dicts(query.limit(1))), None)

    def bear_with_letters(self) -> None:
        """Show a letter that is none any more as a mark, from now on.

        Not from the start: a text would take four times as long to read.
        """
        self.connection().text_factory = partial(str, encoding="utf-8", errors="replace")

    @contextmanager
    def guard(self) -> Generator[None]:
        """Turn trouble with the file into a DiaryError; let mistakes of ours pass as they are."""
        try:
            yield
        except DiaryError:
            raise
        except (sqlite3.Error, PeeweeException, OSError, UnicodeDecodeError) as error:
            fault = classify(error)
            if self._lost or (fault is Fault.DAMAGED and not self._in_place()):
                fault = Fault.CANNOT_OPEN
            elif fault is Fault.FULL and self.path:
                fault = why_not_written(self.path)
            if fault is Fault.OURS:
                raise
            raise DiaryError(fault, self.path) from error

    @contextmanager
    def reading(self) -> Generator[None]:
        """Turn trouble with the file into a DiaryError; look for a file that was away before."""
        with self.guard():
            if self._lost and self.is_closed():
                self._find_again()
            yield

    @contextmanager
    def changing(self) -> Generator[None]:
        """Keep all that is done inside, or nothing; inside another one, as a part of it."""
        try:
            with self.guard():
                if self.in_transaction():
                    with self.atomic():
                        yield
                else:
                    with self._whole():
                        yield
        except BaseException:
            self.written += 1  # what was read in between is no longer so
            raise

    def own(self) -> None:
        """Connect, and keep everyone else out until the connection is closed."""
        try:
            with self.guard():
                self.connect()
                self.execute_sql("BEGIN EXCLUSIVE")
                self.execute_sql("COMMIT")
        except BaseException:
            self.close()
            raise

    def settle(self) -> None:
        """Remember which file is open and how it stands; to be called when it is up to date."""
        self._place = self.path and _place_of(self.path)
        self._mark = self.stored_mark()
        self._lost = False

    @contextmanager
    def _whole(self) -> Generator[None]:
        """Keep a change if, and only if, nothing is raised; and keep it where the diary is."""
        if self._lost:
            self._find_again()
        mark = uuid4().hex
        try:
            self.be_in_place()
            with self.atomic():
                yield
                self.execute_sql("REPLACE INTO setting (name, value) VALUES (?, ?)", (MARK, mark))
                self.be_in_place()
        except (sqlite3.Error, PeeweeException, DiaryError) as error:
            self._lost = classify(error) is Fault.CANNOT_OPEN
            if self.in_transaction() or mark not in {self.stored_mark(), self._mark_at_a_glance()}:
                raise
        self.be_in_place()
        self._mark = mark

    def _find_again(self) -> None:
        """Open the file anew when its disk was away; go on only if it is the diary as it was left.

        An older diary put in its place must not take what was meant for this one.
        """
        if self.path is None or not self.path.exists() or not self._is_known():
            raise DiaryError(Fault.CANNOT_OPEN, self.path)
        self.close()
        self.own()
        self.settle()

    def _is_known(self) -> bool:
        """Say whether what lies in the place now bears the mark of the last change."""
        if self._in_place() and not self.is_closed():
            return True
        there = Database(self.path)
        there.own()
        try:
            return there.stored_mark() == self._mark
        finally:
            there.close()

    def stored_mark(self) -> str | None:
        """Return the mark of the last change in the file; None if that cannot be seen."""
        with suppress(sqlite3.Error, PeeweeException):
            rows = self.rows(_MARK_STORED, MARK)
            return rows[0][0] if rows else None
        return None

    def _mark_at_a_glance(self) -> str | None:
        """Return the mark as it lies in the file, if nothing waits there to be taken back.

        A disk that makes sure of nothing any more lets the one connection read nothing either.
        """
        with suppress(sqlite3.Error, OSError):
            if self.path is None or has_journal(self.path):
                return None
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"  # no lock is touched
            with closing(sqlite3.connect(address, uri=True)) as glance:
                rows = glance.execute(_MARK_STORED, (MARK,)).fetchall()
                return rows[0][0] if rows else None
        return None

    def be_in_place(self) -> None:
        """Raise DiaryError CANNOT_OPEN unless the path still leads to the file that is open."""
        if not self._in_place():
            self._lost = True
            raise DiaryError(Fault.CANNOT_OPEN, self.path)

    def _in_place(self) -> bool:
        """Say whether the path still leads to the file that is open."""
        if self.path is None or self._place is None:
            return True
        return _place_of(self.path) == self._place

    def _connect(self) -> sqlite3.Connection:
        # Peewee would take another SQLite module if it found one.
        connection = sqlite3.connect(
            self.database, timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            for name, value in PRAGMAS:
                connection.execute(f"PRAGMA {name} = {value}")
            connection.create_function("holds", 2, _holds, deterministic=True)
        except BaseException:
            connection.close()
            raise
        return connection


def _place_of(path: Path) -> tuple[int, int] | None:
    """Return which file a path leads to. To open it for that, and close it, would drop its lock."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _holds(note: str, folded: str) -> bool:
    """Say whether a note holds a folded text; SQLite's LIKE knows only A to Z."""
    return folded in fold(note)
