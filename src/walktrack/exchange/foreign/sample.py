"""The first rows of a table, column by column, from which it is told what the columns are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from itertools import islice

from walktrack.domain.column_map import DateOrder, Unit
from walktrack.exchange.foreign.dates import Settled, When, settle, when_in
from walktrack.exchange.foreign.sheet import Sheet, SheetRow
from walktrack.exchange.foreign.times import (
    clock_in,
    length_in,
    number_in,
    plain,
    says_its_unit,
    unit_told,
)

ROWS_SAMPLED = 2000
_CELLS_TRIED = 200
_LEAST_MINUTES, _MOST_MINUTES = 5, 240
_UNITS = {
    Unit.SECONDS: {"sec", "secs", "second", "seconds", "s"},
    Unit.MINUTES: {"min", "mins", "minute", "minutes", "m"},
    Unit.HOURS: {"hour", "hours", "hr", "hrs", "h"},
}


class Column:
    """One column: its name, and its cells in the first rows that are not blank.

    What most cells are is told by the first of them, once; the order of dates by all.
    """

    def __init__(self, name: str, cells: Sequence[str], today: date) -> None:
        self.name = name
        self.cells = cells
        self._today = today

    @cached_property
    def settled(self) -> Settled:
        """What the cells tell about the order of dates."""
        return settle(self.cells, self._today)

    @cached_property
    def whens(self) -> list[When]:
        """The dates, in the order that reads most of them."""
        order = self.settled.orders[0]
        return [when for cell in self.cells if (when := when_in(cell, order, self._today))]

    @cached_property
    def is_dates(self) -> bool:
        """Whether most cells are dates."""
        return self._mostly(self._is_date)

    @cached_property
    def has_times(self) -> bool:
        """Whether dates have a time of day behind them."""
        return any(when.clock and when.clock != time(0) for when in self.whens)

    @cached_property
    def is_clock(self) -> bool:
        """Whether most cells are times of day."""
        return self._mostly(lambda cell: clock_in(cell) is not None)

    @cached_property
    def is_lengths(self) -> bool:
        """Whether most cells are lengths of time in one unit or another."""
        sign = decimal_of([self])
        return self._mostly(
            lambda cell: any(length_in(cell, unit, sign) is not None for unit in Unit)
        )

    @cached_property
    def is_numbers(self) -> bool:
        """Whether most cells are numbers, perhaps out of ten or a hundred."""
        sign = decimal_of([self])
        return self._mostly(lambda cell: number_in(plain(cell).partition("/")[0], sign) is not None)

    @cached_property
    def unit(self) -> Unit | None:
        """The unit of lengths of time, as the name or the form tells; None if neither does."""
        told = {unit for cell in self.cells if (unit := unit_told(cell))}
        if told:
            minutes_first = Unit.MINUTES_SECONDS in told
            return Unit.MINUTES_SECONDS if minutes_first else Unit.HOURS_MINUTES
        words = set(words_of(self.name))
        named = next((unit for unit, known in _UNITS.items() if words & known), None)
        if named or all(says_its_unit(cell) for cell in self.cells):
            return named or Unit.MINUTES
        sign = decimal_of([self])
        numbers = sorted(n for cell in self.cells if (n := number_in(cell, sign)) is not None)
        middle = numbers[len(numbers) // 2] if numbers else 0
        return Unit.MINUTES if _LEAST_MINUTES <= middle <= _MOST_MINUTES else None

    def _is_date(self, cell: str) -> bool:
        return any(when_in(cell, order, self._today) is not None for order in DateOrder)

    def _mostly(self, fits: Callable[[str], bool]) -> bool:
        some = self.cells[:_CELLS_TRIED]
        count = sum(1 for cell in some if fits(cell))
        return count > 0 and 2 * count >= len(some)


@dataclass(frozen=True, slots=True)
class Sample:
    """The first rows, and their columns; `today` is the day on which they are looked at."""

    rows: tuple[SheetRow, ...]
    columns: tuple[Column, ...]
    today: date

    @classmethod
    def of(cls, sheet: Sheet, today: date) -> "Sample":
        """Take the first rows of a sheet; BadFileError if their quotes are bad."""
        rows = tuple(islice(sheet.rows(), ROWS_SAMPLED))
        sound = [row.cells for row in rows if row.wrong is None]
        columns = tuple(
            Column(name, [words for cells in sound if (words := cells[at].strip())], today)
            for at, name in enumerate(sheet.names)
        )
        return cls(rows, columns, today)


def decimal_of(columns: Sequence[Column]) -> str:
    """Return the decimal sign of some columns: a comma only if more numbers have one."""
    cells = [cell for column in columns for cell in column.cells]
    points = sum(1 for cell in cells if "." in cell and number_in(cell, ".") is not None)
    commas = sum(1 for cell in cells if "," in cell and number_in(cell, ",") is not None)
    return "," if commas > points else "."


def words_of(name: str) -> list[str]:
    """Return the words in the name of a column: "walkDuration_min" gives walk, duration, min."""
    parted = "".join(
        f" {letter}" if letter.isupper() and at and name[at - 1].islower() else letter
        for at, letter in enumerate(name)
    )
    return "".join(letter if letter.isalnum() else " " for letter in parted.casefold()).split()
