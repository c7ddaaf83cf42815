"""Looks at a table of another program: what it holds, and how its rows would be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from walktrack.domain.clock import Clock
from walktrack.domain.column_map import ColumnMap, Dialect, Rows
from walktrack.domain.incoming import Fate, Line, Why
from walktrack.domain.moment import Moment
from walktrack.domain.recorder import Hand
from walktrack.exchange.cells import CellError
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.exchange.foreign.guess import Guess, fit, guess, has_dates, is_track, of_rows
from walktrack.exchange.foreign.row_cells import OffScaleError
from walktrack.exchange.foreign.rows import RowReader
from walktrack.exchange.foreign.sample import Sample
from walktrack.exchange.foreign.sheet import Sheet, SheetRow
from walktrack.services.reading_in import ROWS_A_STEP, Read, Reading

ROWS_SHOWN = 4
"""How many of the first rows are shown in any case; of those after them only what is wrong."""

_FOREIGN = frozenset({Bad.COLUMNS, Bad.TWICE, Bad.NO_TEXT, Bad.QUOTES, Bad.LONG})
_ROWS_TRIED = 200
_FAULTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was opened, its first rows, and what it seems to hold."""

    sheet: Sheet
    sample: Sample
    guess: Guess


@dataclass(frozen=True, slots=True)
class Trial:
    """How the first rows would be read. `faults` counts those of `tried` that cannot be.

    `off_scale` is the first of them with a pain number above the scale, or None.
    """

    reads: tuple[Read | Line, ...] = ()
    tried: int = 0
    faults: int = 0
    off_scale: Line | None = None


class Tables:
    """Opens tables and tries plans on their first rows; nothing is changed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def open(self, path: Path, dialect: Dialect = Dialect()) -> Table:  # noqa: B008 - frozen
        """Return the table in a file; BadFileError if there is none with a date in its rows."""
        sheet = Sheet(path, dialect)
        sample = Sample.of(sheet, self._clock.read().wall.day)
        if is_track(sample):
            raise BadFileError(Bad.POINTS, path)
        if not has_dates(sample):
            raise BadFileError(Bad.NO_TABLE, path)
        return Table(sheet, sample, guess(sample))

    def of_rows(self, table: Table, rows: Rows) -> Guess:
        """Return what the columns seem to be if the rows are of this kind."""
        return of_rows(table.sample, rows)

    def fit(self, table: Table, plan: ColumnMap) -> Guess:
        """Return the plan with all that follows from its columns."""
        return fit(table.sample, plan)

    def try_out(self, table: Table, plan: ColumnMap) -> Trial:
        """Return how the first rows would be read by a plan that lacks nothing."""
        reading = TableReading("", table.sheet, plan, self._clock.read().wall, Hand())
        reads: list[Read | Line] = []
        tried = faults = 0
        off_scale: Line | None = None
        for row in islice(table.sample.rows, _ROWS_TRIED):
            tried += 1
            read = reading.read(row)
            if isinstance(read, Line):
                faults += 1
                off_scale = off_scale or (read if reading.off_scale else None)
            if tried <= ROWS_SHOWN or (isinstance(read, Line) and faults <= _FAULTS_SHOWN):
                reads.append(read)
        return Trial(tuple(reads), tried, faults, off_scale)


def may_be_foreign(error: BadFileError) -> bool:
    """Say whether a file that WalkTrack did not save may be a table of another program."""
    return error.bad in _FOREIGN and error.line <= 1


class TableReading:
    """Reads the rows of a table one after the other."""

    def __init__(
        self, person_id: str, sheet: Sheet, plan: ColumnMap, now: Moment, hand: Hand
    ) -> None:
        self._sheet = sheet
        self._rows = RowReader(plan, sheet.names, person_id, now, hand)
        self.off_scale = False

    @property
    def day_alone(self) -> bool:
        """Whether some rows had a date without a time of day."""
        return self._rows.day_alone

    def read(self, row: SheetRow) -> Read | Line:
        """Return the record of a row, or a line that says why there is none."""
        if row.wrong:
            return self._lost(row, row.wrong)
        try:
            record, pain = self._rows.read(row.cells)
        except CellError as error:
            self.off_scale = self.off_scale or isinstance(error, OffScaleError)
            return self._lost(row, error.why, error.column)
        return Read(self._sheet.path.name, row.number, record, pain)

    def _lost(self, row: SheetRow, why: Why, column: str = "") -> Line:
        return Line(self._sheet.path.name, row.number, Fate.UNREADABLE, None, why, column)

    def take_all(self, reading: Reading) -> Iterator[int]:
        """Read all rows; yield the line come to, now and then.

        BadFileError at the first pain number above the scale: who knows what the others mean.
        """
        for count, row in enumerate(self._sheet.rows()):
            read = self.read(row)
            if isinstance(read, Read):
                reading.read.append(read)
            elif self.off_scale:
                columns = (read.column,)
                raise BadFileError(Bad.SCALE, self._sheet.path, line=read.number, columns=columns)
            else:
                reading.lines.append(read)
            if count % ROWS_A_STEP == 0:
                yield row.number
