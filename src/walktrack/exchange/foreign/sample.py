"""The first rows of a table, column by column, from which it is told what the columns are."""

from dataclasses import dataclass
from datetime import date
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
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Sample:
    """The first rows. `columns` holds the cells of each that are not blank; `today` is the day."""

    names: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    columns: tuple[tuple[str, ...], ...]
    today: date

    @classmethod
    def of(cls, sheet: Sheet, today: date) -> "Sample":
        """Take the first rows of a sheet; BadFileError if their quotes are bad."""
        rows = tuple(islice(sheet.rows(), ROWS_SAMPLED))
        sound = [row.cells for row in rows if row.wrong is None]
        columns = tuple(
            tuple(words for cells in sound if (words := cells[at].strip()))
            for at in range(len(sheet.names))
        )
        return cls(sheet.names, rows, columns, today)

    def whens(self, at: int) -> list[When]:
        """Return the dates of a column, in the order that reads most of them."""
        cells = self.columns[at]
        order = self.settled(at).orders[0]
        return [when for cell in cells if (when := when_in(cell, order, self.today))]

    def settled(self, at: int) -> Settled:
        """Return what a column tells about the order of its dates."""
        return settle(self.columns[at], self.today)

    def is_dates(self, at: int) -> bool:
        """Say whether most cells of a column are dates."""
        cells = self.columns[at]
        read = sum(
            1
            for cell in cells
            if any(when_in(cell, order, self.today) is not None for order in DateOrder)
        )
        return _mostly(read, cells)

    def has_times(self, at: int) -> bool:
        """Say whether the dates of a column have a time of day behind them."""
        return any(when.clock and when.clock.isoformat() != "00:00:00" for when in self.whens(at))

    def is_clock(self, at: int) -> bool:
        """Say whether most cells of a column are times of day."""
        cells = self.columns[at]
        return _mostly(sum(1 for cell in cells if clock_in(cell) is not None), cells)

    def is_lengths(self, at: int) -> bool:
        """Say whether most cells of a column are lengths of time in one unit or another."""
        cells, decimal = self.columns[at], self.decimal((at,))
        read = sum(
            1 for cell in cells if any(length_in(cell, unit, decimal) is not None for unit in Unit)
        )
        return _mostly(read, cells)

    def is_numbers(self, at: int) -> bool:
        """Say whether most cells of a column are numbers, perhaps out of ten or a hundred."""
        cells, decimal = self.columns[at], self.decimal((at,))
        parts = [plain(cell).partition("/")[0] for cell in cells]
        return _mostly(sum(1 for part in parts if number_in(part, decimal) is not None), cells)

    def decimal(self, columns: tuple[int, ...]) -> str:
        """Return the decimal sign of some columns: a comma only if more numbers have one."""
        cells = [cell for at in columns for cell in self.columns[at]]
        points = sum(1 for cell in cells if "." in cell and number_in(cell, ".") is not None)
        commas = sum(1 for cell in cells if "," in cell and number_in(cell, ",") is not None)
        return "," if commas > points else "."

    def unit(self, at: int) -> Unit | None:
        """Return the unit of the lengths in a column, as its name or their form tells; or None."""
        told = {unit for cell in self.columns[at] if (unit := unit_told(cell))}
        if told:
            minutes_first = Unit.MINUTES_SECONDS in told
            return Unit.MINUTES_SECONDS if minutes_first else Unit.HOURS_MINUTES
        named = _unit_named(self.names[at])
        if named or all(says_its_unit(cell) for cell in self.columns[at]):
            return named or Unit.MINUTES
        decimal = self.decimal((at,))
        numbers = [n for cell in self.columns[at] if (n := number_in(cell, decimal)) is not None]
        middle = sorted(numbers)[len(numbers) // 2] if numbers else 0
        return Unit.MINUTES if _LEAST_MINUTES <= middle <= _MOST_MINUTES else None


_LEAST_MINUTES, _MOST_MINUTES = 5, 240
_UNITS = {
    Unit.SECONDS: ("sec", "secs", "second", "seconds", "s"),
    Unit.MINUTES: ("min", "mins", "minute", "minutes", "m"),
    Unit.HOURS: ("hour", "hours", "hr", "hrs", "h"),
}


def _unit_named(name: str) -> Unit | None:
    words = set(words_of(name))
    return next((unit for unit, known in _UNITS.items() if words & set(known)), None)


def words_of(name: str) -> list[str]:
    """Return the words in the name of a column: "walkDuration_min" gives walk, duration, min."""
    parted = "".join(
        f" {letter}" if letter.isupper() and at and name[at - 1].islower() else letter
        for at, letter in enumerate(name)
    )
    return "".join(letter if letter.isalnum() else " " for letter in parted.casefold()).split()


def _mostly(read: int, cells: tuple[str, ...]) -> bool:
    return read > 0 and read >= _MOST * len(cells)
