"""The cells of one row of a table, read as a person said they are to be read."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from walktrack.domain.column_map import ColumnMap, DateOrder, Field, Scale, Unit
from walktrack.domain.incoming import Why
from walktrack.domain.pain import PainMoment
from walktrack.exchange.cells import LONGEST_CELL, CellError
from walktrack.exchange.foreign.dates import When, when_in
from walktrack.exchange.foreign.sample import words_of
from walktrack.exchange.foreign.times import clock_in, length_in, number_in, plain

_MIDNIGHT = time(0)
_OUT_OF = re.compile(r"(.+?) ?(?:/|out of|of) ?(10|100)", re.ASCII | re.IGNORECASE)
_MOMENTS = {
    PainMoment.NEXT_MORNING: {"morning", "waking", "woke"},
    PainMoment.DAY_AVERAGE: {"average", "mean", "daily", "day", "overall"},
    PainMoment.OTHER: {
        "before", "during", "after", "now", "other", "noon", "midday", "afternoon", "evening",
        "night", "rest", "walk", "walking",
    },
}  # fmt: skip


class OffScaleError(CellError):
    """A number above the pain scale: the whole table may be written on another one."""


class Said(NamedTuple):
    """A time that a cell says. `dated` is whether the cell names its day too."""

    at: datetime
    dated: bool


class RowCells:
    """Gives each cell as a value; CellError, with the name of its column, for anything else.

    A field without a column counts as empty.
    """

    def __init__(
        self, plan: ColumnMap, names: Sequence[str], today: date, cells: Sequence[str]
    ) -> None:
        self._plan = plan
        self._names = names
        self._today = today
        self._cells = cells
        for field in plan.columns:
            if len(self.text(field)) > LONGEST_CELL:
                raise CellError(Why.TOO_LONG, self.name(field))

    def name(self, field: Field) -> str:
        """Return the name of the column of a field; empty if it has none."""
        at = self._plan.columns.get(field)
        return "" if at is None else self._names[at]

    def text(self, field: Field) -> str:
        """Return what stands there, without blanks around it."""
        at = self._plan.columns.get(field)
        return "" if at is None else self._cells[at].strip()

    def when(self) -> When:
        """Return the date, with its time of day if it has one. Midnight sharp is no time."""
        text = self.text(Field.DATE)
        if not text:
            raise CellError(Why.EMPTY, self.name(Field.DATE))
        when = self._read_when(text)
        if when is None:
            raise CellError(Why.DATE, self.name(Field.DATE))
        return When(when.day) if when.clock == _MIDNIGHT else when

    def said(self, field: Field, when: When) -> Said | None:
        """Return the time in a cell, on the day it names or else on the row's own; None if empty.

        The column of the date itself can stand for its time.
        """
        text = self.text(field)
        if not text:
            return None
        clock = clock_in(text)
        if clock is not None:
            return Said(datetime.combine(when.day, clock), dated=False)
        own = self._read_when(text)
        if own is None:
            raise CellError(Why.CLOCK, self.name(field))
        if own.clock is None or own.clock == _MIDNIGHT:
            return None
        return Said(datetime.combine(own.day, own.clock, own.zone), dated=True)

    def length_ms(self) -> int | None:
        """Return how long a walk was in milliseconds, or None if nothing stands there."""
        text = self.text(Field.MINUTES)
        if not text:
            return None
        length = length_in(text, self._plan.unit or Unit.MINUTES, self._plan.decimal)
        if length is None:
            raise CellError(Why.LENGTH, self.name(Field.MINUTES))
        return length

    def pain(self, field: Field) -> int | None:
        """Return a pain number from 0 to 10, or None; OffScaleError for one above the scale."""
        text = plain(self.text(field))
        if not self.text(field):
            return None
        scale = self._plan.scale
        out_of = _OUT_OF.fullmatch(text)
        if out_of and out_of[2] != scale:
            raise OffScaleError(Why.SCALE, self.name(field))
        number = number_in(out_of[1] if out_of else text, self._plan.decimal)
        if number is None:
            raise CellError(Why.SCALE, self.name(field))
        if number > scale.highest:
            raise OffScaleError(Why.SCALE, self.name(field))
        if scale is Scale.HUNDRED:
            return int(number / 10 + 0.5)
        if number != int(number):
            raise CellError(Why.SCALE, self.name(field))
        return int(number)

    def moment(self) -> tuple[PainMoment, str]:
        """Return what a rating is about, and the word for it if it says more than that."""
        text = self.text(Field.MOMENT)
        if not text:
            return self._plan.moment, ""
        words = set(words_of(text))
        for moment, known in _MOMENTS.items():
            if words & known:
                return moment, text if moment is PainMoment.OTHER else ""
        raise CellError(Why.WORD, self.name(Field.MOMENT))

    def _read_when(self, text: str) -> When | None:
        return when_in(text, self._plan.order or DateOrder.YMD, self._today)
