"""The cells of one row of a CSV file, read back as what they were written from."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from walktrack.domain import pauses
from walktrack.domain.incoming import Why
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.typed import OLDEST_YEAR
from walktrack.exchange.formulas import unguard

LONGEST_CELL = 10_000
LATEST_YEAR = 9998
_E = TypeVar("_E", bound=StrEnum)

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,5}", re.ASCII)
# Nothing a spreadsheet could run when it is written again: this column is not guarded.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", re.ASCII)
_YES_NO = {"": None, "yes": True, "no": False}


class CellError(ValueError):
    """A row that cannot be read; `column` is empty if no single one is at fault."""

    def __init__(self, why: Why, column: str = "") -> None:
        super().__init__(f"{why}: {column}")
        self.why = why
        self.column = column


class Cells:
    """Gives each cell as a value; CellError for one that holds something else.

    `decimal` is the decimal sign of the file. A column that is not there counts as empty.
    """

    def __init__(self, cells: Mapping[str, str], decimal: str) -> None:
        self._cells = cells
        self._decimal = decimal

    def is_empty(self, column: str) -> bool:
        """Say whether nothing stands in a cell."""
        return not self._plain(column)

    def typed(self, column: str) -> str:
        """Return what a person typed; at most LONGEST_CELL characters."""
        text = unguard(self._cells.get(column, ""))
        if len(text) > LONGEST_CELL:
            raise CellError(Why.TOO_LONG, column)
        return text

    def id(self, column: str) -> str:
        """Return the name of a record."""
        text = self._plain(column)
        if not _ID.fullmatch(text):
            raise CellError(Why.ID if text else Why.EMPTY, column)
        return text

    def id_or_none(self, column: str) -> str | None:
        """Return the name of a record, or None."""
        return self.id(column) if self._plain(column) else None

    def time(self, column: str) -> Moment:
        """Return a time with its offset, to the millisecond, from the year 1900 on."""
        text = self._plain(column)
        if not text:
            raise CellError(Why.EMPTY, column)
        if not _TIME.fullmatch(text):
            raise CellError(Why.TIME, column)
        try:
            when = datetime.fromisoformat(text)
        except ValueError as error:  # as in the 30th of February
            raise CellError(Why.TIME, column) from error
        if not OLDEST_YEAR <= when.year <= LATEST_YEAR:
            raise CellError(Why.TIME, column)
        return Moment.of(when)

    def time_or_none(self, column: str) -> Moment | None:
        """Return a time, or None."""
        return self.time(column) if self._plain(column) else None

    def day(self, column: str) -> date:
        """Return a date, from the year 1900 on."""
        text = self._plain(column)
        if not text:
            raise CellError(Why.EMPTY, column)
        if not _DAY.fullmatch(text):
            raise CellError(Why.DAY, column)
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise CellError(Why.DAY, column) from error
        if not OLDEST_YEAR <= day.year <= LATEST_YEAR:
            raise CellError(Why.DAY, column)
        return day

    def day_or_none(self, column: str) -> date | None:
        """Return a date, or None."""
        return self.day(column) if self._plain(column) else None

    def ms(self, column: str) -> int:
        """Return a number of minutes as milliseconds."""
        text = self._plain(column).replace(self._decimal, ".")
        if not text:
            raise CellError(Why.EMPTY, column)
        if not _NUMBER.fullmatch(text):
            raise CellError(Why.NUMBER, column)
        return round(float(text) * MS_PER_MINUTE)

    def whole(self, column: str, lowest: int, highest: int) -> int | None:
        """Return a whole number in a range, or None."""
        text = self._plain(column)
        if not text:
            return None
        if not _WHOLE.fullmatch(text) or not lowest <= int(text) <= highest:
            raise CellError(Why.NUMBER, column)
        return int(text)

    def word(self, column: str, known: type[_E]) -> _E | None:
        """Return one of the known words, or None."""
        text = self._plain(column)
        try:
            return known(text) if text else None
        except ValueError as error:
            raise CellError(Why.WORD, column) from error

    def words(self, column: str, known: type[_E]) -> frozenset[_E]:
        """Return known words, parted by blanks."""
        try:
            return frozenset(known(word) for word in self._plain(column).split())
        except ValueError as error:
            raise CellError(Why.WORD, column) from error

    def pauses(self, column: str, most_ms: int) -> pauses.Pauses:
        """Return the pauses of a walk, which last no longer than `most_ms` together."""
        try:
            found = pauses.read(self._plain(column))
        except ValueError as error:
            raise CellError(Why.TIME, column) from error
        if found and pauses.total_ms(found) > most_ms:
            raise CellError(Why.MINUTES, column)
        return found

    def yes_no(self, column: str) -> bool | None:
        """Return True for yes, False for no, or None."""
        text = self._plain(column)
        if text not in _YES_NO:
            raise CellError(Why.YES_NO, column)
        return _YES_NO[text]

    def _plain(self, column: str) -> str:
        return self._cells.get(column, "").strip()
