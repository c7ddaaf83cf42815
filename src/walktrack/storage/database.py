"""The one connection to the diary's file, and how rooms of the storage use it."""

import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from peewee import PeeweeException, Query, SqliteDatabase

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage.faults import classify

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

Row = tuple[Any, ...]


class Database(SqliteDatabase):
    """Peewee's SQLite with the diary's pragmas, its faults told apart, and nothing logged.

    `written` counts the changes made to walks and ratings, so that a reader knows whether what it
    remembers still holds.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.written = 0
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

    @contextmanager
    def guard(self) -> Generator[None]:
        """Turn trouble with the file into a DiaryError; let mistakes of ours pass as they are."""
        try:
            yield
        except DiaryError:
            raise
        except (sqlite3.Error, PeeweeException, OSError) as error:
            fault = classify(error)
            if fault is Fault.OURS:
                raise
            raise DiaryError(fault, self.path) from error

    @contextmanager
    def changing(self) -> Generator[None]:
        """Keep all that is done inside, or nothing; inside another one, as a part of it."""
        try:
            with self.guard(), self.atomic():
                yield
        except BaseException:
            self.written += 1  # what was read in between is no longer so
            raise

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


def _holds(note: str, text: str) -> bool:
    """Say whether a note holds a text in any case; SQLite's LIKE knows only A to Z."""
    return text in note.casefold()


class Room:
    """One part of the storage; it works on the diary's connection and has none of its own."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def reading(self) -> AbstractContextManager[None]:
        """Turn trouble with the file into a DiaryError."""
        return self._db.guard()

    def changing(self) -> AbstractContextManager[None]:
        """Keep all that is done inside, or nothing."""
        return self._db.changing()


_R = TypeVar("_R", bound=Room)
_P = ParamSpec("_P")
_T = TypeVar("_T")


def reads(method: Callable[Concatenate[_R, _P], _T]) -> Callable[Concatenate[_R, _P], _T]:
    """Let a method of a room raise DiaryError for trouble with the file."""

    @wraps(method)
    def read(self: _R, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with self.reading():
            return method(self, *args, **kwargs)

    return read


def writes(method: Callable[Concatenate[_R, _P], _T]) -> Callable[Concatenate[_R, _P], _T]:
    """Run a method of a room as one transaction: all of it is kept, or nothing."""

    @wraps(method)
    def write(self: _R, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with self.changing():
            return method(self, *args, **kwargs)

    return write
