"""Brings CSV files into a diary, its own and others: looked at first, then all or nothing."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from walktrack.domain.backup import Reason
from walktrack.domain.clock import Clock
from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.incoming import Fate, Incoming, Line, Note, Record, StepIn, Verdict, Why
from walktrack.domain.interference import Interference
from walktrack.domain.pain import PainRating
from walktrack.domain.period import Period
from walktrack.domain.person import Person, initials_of
from walktrack.domain.posture import PostureCheck
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck
from walktrack.exchange.columns import What
from walktrack.exchange.csv_in import Bad, BadFileError, CsvIn
from walktrack.services.backups import Backups
from walktrack.services.changes import Announcer, Changes
from walktrack.services.export import Progress
from walktrack.services.judging import Judge
from walktrack.services.judging_plans import PlanJudge
from walktrack.services.reading_in import ROWS_A_STEP, Read, Reading, single_files
from walktrack.services.undo import Deed, DeedKind, HinderedError, Hindrance, UndoStack
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.domain.column_map import ColumnMap
    from walktrack.services.tables import Table
    from walktrack.storage.arrivals import Arrival
    from walktrack.storage.diary import Diary

_FATES = list(Fate)


class Importing:
    """Looks at files and brings them in.

    BadFileError (`exchange.csv_in`) for a file that cannot be read, DiaryError for trouble with
    the diary, BackupError if there can be no backup before.
    """

    def __init__(
        self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack, backups: Backups
    ) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._backups = backups

    def look(self, person: Person, paths: Sequence[Path]) -> Incoming:
        """Return what would happen; nothing is changed. A folder stands for the files in it."""
        return _outcome(self.steps(person, paths))

    def look_at_table(self, person: Person, table: "Table", plan: "ColumnMap") -> Incoming:
        """Return what would happen with a table of another program; nothing is changed."""
        return _outcome(self.table_steps(person, table, plan))

    def steps(self, person: Person, paths: Sequence[Path]) -> Generator[Progress | Incoming]:
        """Look as `look` does, a few milliseconds a step; the last step is an Incoming."""
        files: list[CsvIn] = []
        for path in single_files(paths):
            files.append(CsvIn(path))
            yield Progress(0, 1)
        kinds = {file.what for file in files}
        if kinds == {What.DAYS}:
            raise BadFileError(Bad.DAYS, files[0].path)
        reading = Reading(person.id, with_pain=What.PAIN in kinds)
        total = 2 * sum(file.lines for file in files)
        before = 0
        for file in files:
            if file.what is not What.DAYS:
                for done in reading.take_all(file):
                    yield Progress(before + done, max(total, before + done))
            before += file.lines
        judge = self._judge(reading)
        yield from _judge_all(judge, reading, total)
        yield self._incoming(person, files, reading, judge)

    def table_steps(
        self, person: Person, table: "Table", plan: "ColumnMap"
    ) -> Generator[Progress | Incoming]:
        """Look at a table of another program by a plan that lacks nothing, as `steps` does."""
        from walktrack.domain.column_map import Letters, Scale  # noqa: PLC0415 - seldom wanted
        from walktrack.services.tables import TableReading  # noqa: PLC0415

        reading = Reading(person.id, with_pain=False)
        now, hand = self._clock.read().wall, hand_of(self._diary)
        rows = TableReading(person.id, table.sheet, plan, now, hand)
        total = 2 * table.sheet.lines
        for done in rows.take_all(reading):
            yield Progress(min(done, total), total)
        judge = self._judge(reading, whole=False)
        yield from _judge_all(judge, reading, total)
        told = {
            Note.WINDOWS_LETTERS: table.sheet.dialect.letters is Letters.WINDOWS,
            Note.DAY_ALONE: rows.day_alone,
            Note.DIVIDED: plan.scale is Scale.HUNDRED,
        }
        lines = sorted(reading.lines, key=lambda line: (_FATES.index(line.fate), line.number))
        notes = tuple(note for note in Note if told.get(note))
        yield Incoming(person.id, tuple(lines), judge.bundle, notes)

    def bring_in(self, incoming: Incoming) -> None:
        """Keep all that comes in, after a backup; it can be undone.

        NotPossibleError, and nothing is kept, if the diary has some of it by now.
        """
        if not len(incoming.bundle):
            return
        if self._backups.folder is not None:
            self._backups.make(Reason.IMPORT)
        with self._diary.transaction():
            arrival = self._diary.arrivals.add(incoming.person_id, incoming.bundle)
            gave_way = self._give_way(incoming)
            self._name(incoming, "", incoming.name)
        back = partial(self._take_back, incoming, arrival, gave_way)
        self._undo.push(Deed(DeedKind.FILE_BROUGHT_IN, back))
        self._announce()

    def _judge(self, reading: Reading, *, whole: bool = True) -> Judge:
        diary = self._diary
        plans = PlanJudge(diary.plans, reading.plan_steps())
        return Judge(diary.arrivals, diary.marks, reading.ids(), plans, whole=whole)

    def _give_way(self, incoming: Incoming) -> list[str]:
        """Take back that there was no walk on the days of those that came in; return the ids."""
        days = {walk.start.day for walk in incoming.bundle.walks}
        if not days:
            return []
        marks, now = self._diary.marks, self._clock.read().wall.ms
        said = marks.within(incoming.person_id, Period(min(days), max(days)))
        gone: list[str] = []
        for day in {mark.first for mark in said if mark.kind is MarkKind.NO_WALK} & days:
            gone += marks.give_way(incoming.person_id, day, now)
        return gone

    def _take_back(self, incoming: Incoming, arrival: "Arrival", gave_way: list[str]) -> None:
        try:
            with self._diary.transaction():
                self._diary.arrivals.take_back(incoming.person_id, arrival, incoming.bundle)
                self._diary.marks.come_back(gave_way)
                self._name(incoming, incoming.name, "")
        except NotPossibleError as error:
            raise HinderedError(Hindrance.CHANGED) from error
        self._announce()

    def _name(self, incoming: Incoming, was: str, name: str) -> None:
        """Give the person the name in the files, or take it away again."""
        person = self._diary.people.get(incoming.person_id) if incoming.names else None
        if person and person.name == was:
            named = replace(person, name=name, initials=initials_of(name))
            self._diary.people.update(named, self._clock.read().wall)

    def _announce(self) -> None:
        self._announcer.announce(~Changes.SETTINGS)

    def _incoming(
        self, person: Person, files: Sequence[CsvIn], reading: Reading, judge: Judge
    ) -> Incoming:
        kinds, notes, bundle = {file.what for file in files}, set(reading.notes), judge.bundle
        if What.POSTURE in kinds or not bundle.walks:
            notes.discard(Note.TICKS_ALONE)
        if not reading.with_pain and bundle.ratings:
            notes.add(Note.PAIN_AT_ENDS)
        if What.DAYS in kinds:
            notes.add(Note.DAYS)
        if any(file.old_letters for file in files):
            notes.add(Note.WINDOWS_LETTERS)
        if person.name and reading.name and person.name != reading.name:
            notes.add(Note.OTHER_PERSON)
        place = {file.path.name: number for number, file in enumerate(files)}
        lines = sorted(
            reading.lines, key=lambda line: (_FATES.index(line.fate), place[line.file], line.number)
        )
        return Incoming(
            person.id,
            tuple(lines),
            bundle,
            tuple(note for note in Note if note in notes),
            reading.name,
            names=bool(len(bundle) and reading.name and not person.name),
        )


def _outcome(steps: Iterator[Progress | Incoming]) -> Incoming:
    for step in steps:
        if isinstance(step, Incoming):
            return step
    raise AssertionError


def _judge_all(judge: Judge, reading: Reading, total: int) -> Iterator[Progress]:
    """Judge all that was read, which is the second half of the work."""
    for count, each in enumerate(reading.in_order()):
        reading.lines += _judged(judge, each)
        if count % ROWS_A_STEP == 0:
            yield Progress(min(total // 2 + count, total), total)


def _verdict(judge: Judge, record: Record) -> Verdict:
    match record:
        case Walk():
            return judge.walk(record)
        case PainRating():
            return judge.rating(record)
        case PostureCheck():
            return judge.check(record)
        case DayMark():
            return judge.days.mark(record)
        case Interference():
            return judge.days.interference(record)
        case SignCheck():
            return judge.days.signs(record)
        case StepIn():
            return judge.plans.step(record)


def _judged(judge: Judge, each: Read) -> list[Line]:
    """Return the line of a record, and one for each answer of its row that does not fit."""
    record = each.record
    lines: list[Line] = []
    fate, why = _verdict(judge, record)
    if isinstance(record, Walk):
        if fate is Fate.THERE and why is not Why.ABOVE and not judge.pain_there(each.pain):
            fate, why = Fate.CONFLICT, Why.DIFFERS
        for rating in each.pain if fate is Fate.COMES else ():
            its, because = judge.rating(rating)
            if its is Fate.CONFLICT:
                lines.append(Line(each.file, each.number, its, rating, because))
    return [Line(each.file, each.number, fate, record, why), *lines]
