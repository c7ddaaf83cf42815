"""Reads files of records row by row, and notes what cannot be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from walktrack.domain.day_mark import DayMark
from walktrack.domain.incoming import Fate, Line, Note, Record, StepIn, Why
from walktrack.domain.interference import Interference
from walktrack.domain.pain import PainRating
from walktrack.domain.person import NAME_LENGTH
from walktrack.domain.posture import PostureCheck
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck
from walktrack.exchange.cells import CellError, Cells
from walktrack.exchange.columns import What
from walktrack.exchange.csv_in import Bad, BadFileError, CsvIn, RowIn
from walktrack.exchange.plan_in import step_in
from walktrack.exchange.rows_in import (
    check_in,
    interference_in,
    mark_in,
    pain_of,
    rating_in,
    signs_in,
    walk_in,
)

ROWS_A_STEP = 100

_READERS: dict[What, Callable[[Cells, str], Record]] = {
    What.PAIN: rating_in,
    What.MARKS: mark_in,
    What.IN_THE_WAY: interference_in,
    What.SIGNS: signs_in,
    What.PLAN: step_in,
}
"""What makes a record of the cells of a row, of files whose rows stand alone."""


@dataclass(frozen=True, slots=True)
class Read:
    """A record and where it stood; `pain` is what walks.csv tells of it."""

    file: str
    number: int
    record: Record
    pain: tuple[PainRating, ...] = ()


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    person_id: str
    with_pain: bool
    name: str = ""
    read: list[Read] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    notes: set[Note] = field(default_factory=set)

    def in_order(self) -> list[Read]:
        """Return what was read, each walk before what belongs to it."""
        return sorted(self.read, key=_by_kind)

    def ids(self) -> frozenset[str]:
        """Return the ids of all records that have one."""
        named = (each.record for each in self.read)
        return frozenset(each.id for each in named if not isinstance(each, PostureCheck))

    def plan_steps(self) -> list[StepIn]:
        """Return the steps of all plans."""
        return [each.record for each in self.read if isinstance(each.record, StepIn)]

    def take_all(self, file: CsvIn) -> Iterator[int]:
        """Read all rows of a file; yield the line come to, now and then."""
        for count, row in enumerate(file.rows()):
            self.take(file, row)
            if count % ROWS_A_STEP == 0:
                yield row.number

    def take(self, file: CsvIn, row: RowIn) -> None:
        """Read a row; one that cannot be read is a line of its own kind."""
        try:
            self.read.append(self._read(file, row.number, _cells(file, row)))
        except CellError as error:
            lost = Line(file.path.name, row.number, Fate.UNREADABLE, None, error.why, error.column)
            self.lines.append(lost)

    def _read(self, file: CsvIn, number: int, cells: Cells) -> Read:
        self._check_person(cells)
        name = file.path.name
        if file.what is What.POSTURE:
            return Read(name, number, check_in(cells))
        if file.what in _READERS:
            return Read(name, number, _READERS[file.what](cells, self.person_id))
        walk = walk_in(cells, self.person_id)
        pain = () if self.with_pain else tuple(pain_of(cells, walk))
        if not cells.is_empty("posture_of"):
            self.notes.add(Note.TICKS_ALONE)
        return Read(name, number, walk, pain)

    def _check_person(self, cells: Cells) -> None:
        name = " ".join(cells.typed("person").split())[:NAME_LENGTH]
        if name and self.name and name != self.name:
            raise CellError(Why.PERSON, "person")
        self.name = self.name or name


def _cells(file: CsvIn, row: RowIn) -> Cells:
    if row.wrong:
        raise CellError(row.wrong)
    return Cells(row.cells, file.style.decimal)


def single_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files; of a folder those that an export puts there."""
    for path in paths:
        if not _is_folder(path):
            yield path
            continue
        inside = [path / f"{what}.csv" for what in What if (path / f"{what}.csv").exists()]
        if not inside:
            raise BadFileError(Bad.NO_CSV_INSIDE, path)
        yield from inside


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # to read it will tell what is wrong
        return False


def _by_kind(each: Read) -> int:
    kinds = (Walk, PainRating, PostureCheck, DayMark, Interference, SignCheck, StepIn)
    return kinds.index(type(each.record))
