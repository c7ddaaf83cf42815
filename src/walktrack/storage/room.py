"""What all rooms of the storage have in common: how they read and change."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from walktrack.storage.database import Database
from walktrack.storage.faults import is_no_text


class Room:
    """One part of the storage; it works on the diary's connection and has none of its own."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def reading(self) -> AbstractContextManager[None]:
        """Turn trouble with the file into a DiaryError."""
        return self._db.reading()

    def bear_with_letters(self) -> None:
        """Show letters that are none any more as a mark."""
        self._db.bear_with_letters()

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
            try:
                return method(self, *args, **kwargs)
            except sqlite3.OperationalError as error:
                if not is_no_text(error):
                    raise
            self.bear_with_letters()
            return method(self, *args, **kwargs)

    return read


def writes(method: Callable[Concatenate[_R, _P], _T]) -> Callable[Concatenate[_R, _P], _T]:
    """Run a method of a room as one transaction: all of it is kept, or nothing."""

    @wraps(method)
    def write(self: _R, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with self.changing():
            return method(self, *args, **kwargs)

    return write
