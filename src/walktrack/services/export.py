"""Writes the diary's records as CSV files, in small steps and as a whole or not at all."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from walktrack.domain.clock import Clock
from walktrack.domain.moment import day_number
from walktrack.domain.period import Period, Range
from walktrack.domain.posture import PostureItem
from walktrack.exchange import definitions
from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.csv_out import ENCODING, Cell, CsvOut
from walktrack.exchange.plan_lines import with_words
from walktrack.exchange.style import CsvStyle
from walktrack.exchange.whole import place, whole_file, whole_folder
from walktrack.storage.diary import Diary
from walktrack.storage.export_rows import RowsAsked

SHOWN_ROWS = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What to write of whom: the days of `period`, in one style."""

    what: What
    person_id: str
    period: Period
    style: CsvStyle


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of how many rows are written so far."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and where. EVERYTHING is one folder, and `rows` counts those of all."""

    what: What
    path: Path
    rows: int


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The first rows of a file, and how many there are. Of EVERYTHING it shows the walks."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int


class ExportService:
    """Writes exports and shows beforehand what will be in them.

    DiaryError for trouble with the diary, NotWrittenError (`exchange.whole`) with the target.
    """

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._diary = diary
        self._clock = clock

    @property
    def today(self) -> date:
        """The date at the person's place."""
        return self._clock.read().wall.day

    def period(self, person_id: str, chosen: Range) -> Period:
        """Return a chosen range; ALL is from the first record to the last, or to today."""
        walks, marks = self._diary.walks, self._diary.marks
        signs = self._diary.signs.days(person_id) or (None, None)
        told = self._diary.interferences.days(person_id) or (None, None)
        plans = self._diary.plans.days(person_id) or (None, None)
        firsts = walks.first_day(person_id), marks.first_day(person_id), signs[0], told[0], plans[0]
        lasts = walks.last_day(person_id), marks.last_day(person_id), signs[1], told[1], plans[1]
        first = min((day for day in firsts if day), default=None)
        last = max((day for day in lasts if day), default=None)
        period = Period.of(chosen, self.today, first)
        if chosen is Range.ALL and last:
            return Period(period.first, max(period.last, last))
        return period

    def glimpse(self, order: Order) -> Glimpse:
        """Return the first rows as they will be written."""
        file = order.what.files[0]
        asked = self._asked(order)
        with closing(self._diary.rows.rows(file, asked, SHOWN_ROWS)) as chunks:
            rows = tuple(_words(row) for row in _told(file, next(chunks, [])))
        count = sum(self._diary.rows.count(one, asked) for one in order.what.files)
        return Glimpse(tuple(column.name for column in COLUMNS[file]), rows, count)

    def file_name(self, what: What) -> str:
        """Return the name offered for a file, or for the folder of everything."""
        ending = "" if what is What.EVERYTHING else ".csv"
        return f"walktrack-{what}-{self.today.isoformat()}{ending}"

    def write(
        self, order: Order, target: Path, go_on: Callable[[int, int], bool]
    ) -> Written | None:
        """Write to `target` at once; None if `go_on(done, total)` said no on the way.

        A folder that exists, for a single file, takes it under the name offered.
        """
        with closing(self.steps(order, target)) as steps:
            for step in steps:
                if isinstance(step, Written):
                    return step
                if not go_on(step.done, step.total):
                    break
        return None

    def steps(self, order: Order, target: Path) -> Generator[Progress | Written]:
        """Write as `write` does, a few milliseconds a step; the last step is a Written.

        Closing it early leaves no trace.
        """
        if order.what is What.EVERYTHING:
            yield from self._folder_steps(order, target)
            return
        path = place(target, self.file_name(order.what))
        total = self._diary.rows.count(order.what, self._asked(order))
        done = 0
        with whole_file(path) as part, _text(part) as stream:
            for done in self._file_steps(order, order.what, stream):
                yield Progress(done, max(done, total))
        yield Written(order.what, path, done)

    def stream(self, order: Order, stream: IO[str]) -> int:
        """Write a single file to a text stream with ``newline=""``; return the number of rows."""
        return max(self._file_steps(order, order.what, stream), default=0)

    def _folder_steps(self, order: Order, target: Path) -> Generator[Progress | Written]:
        asked = self._asked(order)
        total = sum(self._diary.rows.count(file, asked) for file in order.what.files)
        before = 0
        with whole_folder(target) as folder:
            for file in order.what.files:
                done = 0
                with _text(folder / f"{file}.csv") as stream:
                    for done in self._file_steps(order, file, stream):
                        yield Progress(before + done, max(before + done, total))
                before += done
            with _text(folder / definitions.NAME) as stream:
                stream.write(definitions.definitions(order.period, order.style))
        yield Written(order.what, target, before)

    def _file_steps(self, order: Order, file: What, stream: IO[str]) -> Iterator[int]:
        out = CsvOut(stream, file, order.style)
        done = 0
        with closing(self._diary.rows.rows(file, self._asked(order))) as chunks:
            for chunk in chunks:
                out.write(_told(file, chunk))
                done += len(chunk)
                yield done

    def _asked(self, order: Order) -> RowsAsked:
        return RowsAsked(
            person=order.person_id,
            first=day_number(order.period.first),
            last=day_number(order.period.last),
            today=day_number(self.today),
            decimal=order.style.decimal,
            checklist=len(PostureItem),
        )


def _text(path: Path) -> IO[str]:
    return path.open("w", encoding=ENCODING, newline="")


def _told(file: What, rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Return rows with what the diary does not keep in words."""
    return [with_words(row) for row in rows] if file is What.PLAN else rows


def _words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in row)
