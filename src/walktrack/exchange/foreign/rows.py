"""Makes walks and pain ratings from the rows of a table."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_OID, uuid5

from walktrack.domain.column_map import ColumnMap, Field, Rows
from walktrack.domain.incoming import Why
from walktrack.domain.moment import MS_PER_MINUTE, Moment, minutes
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.recorder import Hand
from walktrack.domain.typed import (
    LONG_MINUTES,
    LONGEST_MINUTES,
    Times,
    TimesError,
    TimesFault,
    times_of,
)
from walktrack.domain.walk import Details, Source, Walk, WalkState
from walktrack.exchange.cells import LONGEST_CELL, CellError
from walktrack.exchange.foreign.dates import When
from walktrack.exchange.foreign.row_cells import RowCells, Said
from walktrack.exchange.rows_in import derived_id

_NOON, _MORNING = time(12), time(8)
_A_DAY = timedelta(days=1)
_ROUNDING_MS = MS_PER_MINUTE  # start, end and minutes are often rounded each by itself
_OF_TIMES = {
    TimesFault.TOO_FEW: Why.NO_LENGTH,
    TimesFault.END_FIRST: Why.END_FIRST,
    TimesFault.TOO_MANY_MINUTES: Why.MINUTES,
    TimesFault.NO_MINUTES: Why.NO_WALK_LENGTH,
    TimesFault.TOO_LONG: Why.NO_WALK_LENGTH,
    TimesFault.TOO_OLD: Why.DATE,
}


class _Pain(NamedTuple):
    """A pain number and what it belongs to."""

    id: str
    walk_id: str | None
    moment: PainMoment
    at: Moment
    value: int


class RowReader:
    """Reads one row after the other; CellError for one that is no walk or no rating.

    A record gets its id from the person and from what makes it that record: its time on the wall,
    and its minutes or its value. Rows alike with nothing but a date are told apart by their
    number among each other. `now` is when they are brought in, `hand` who does it.
    """

    def __init__(
        self, plan: ColumnMap, names: Sequence[str], person_id: str, now: Moment, hand: Hand
    ) -> None:
        self._plan = plan
        self._names = names
        self._person_id = person_id
        self._now = now
        self._hand = hand
        self._alike: Counter[str] = Counter()
        self.day_alone = False
        """Whether any row so far had a date, but no time of day where there can be one."""

    def read(self, cells: Sequence[str]) -> tuple[Walk | PainRating, tuple[PainRating, ...]]:
        """Return the record of a row, and the ratings that go with it if it is a walk."""
        row = RowCells(self._plan, self._names, self._now.day, cells)
        return self._walk(row) if self._plan.rows is Rows.WALKS else (self._rating(row), ())

    def _walk(self, row: RowCells) -> tuple[Walk, tuple[PainRating, ...]]:
        times, timed = _times(row)
        self._check_day(times.start)
        before, after = row.pain(Field.PAIN_BEFORE), row.pain(Field.PAIN_AFTER)
        walk = Walk(
            id=self._id("walk", times.start, times.walked_ms, timed=timed),
            person_id=self._person_id,
            start=times.start,
            end=times.end,
            walked_ms=times.walked_ms,
            state=WalkState.DONE,
            source=Source.FILE,
            target_minutes=None,
            entered=self._now,
            recorder=self._hand.name,
            details=Details(note=row.text(Field.NOTE)),
            timed=timed,
        )
        self.day_alone = self.day_alone or not timed
        asked = (
            (PainMoment.BEFORE, times.start, before), (PainMoment.AFTER, times.end, after)
        )  # fmt: skip
        pain = [
            self._rated(_Pain(derived_id(walk.id, moment), walk.id, moment, at, value))
            for moment, at, value in asked
            if value is not None
        ]
        return walk, tuple(pain)

    def _rating(self, row: RowCells) -> PainRating:
        when = row.when()
        said = row.said(Field.TIME, when) or _said(when)
        value = row.pain(Field.PAIN)
        moment, word = row.moment()
        if value is None:
            raise CellError(Why.EMPTY, row.name(Field.PAIN))
        usual = _MORNING if moment is PainMoment.NEXT_MORNING else _NOON
        at = Moment.of(said.at if said else datetime.combine(when.day, usual))
        self._check_day(at)
        self.day_alone = self.day_alone or (said is None and moment is PainMoment.OTHER)
        note = ". ".join(part for part in (word, row.text(Field.NOTE)) if part)
        if len(note) > LONGEST_CELL:
            raise CellError(Why.TOO_LONG, row.name(Field.NOTE))
        own = self._id(f"pain/{moment}", at, value, timed=said is not None)
        return self._rated(_Pain(own, None, moment, at, value), note)

    def _rated(self, said: _Pain, note: str = "") -> PainRating:
        return PainRating(
            said.id, self._person_id, said.walk_id, said.moment, said.at, said.value, self._now,
            reporter=self._hand.reporter, note=note, recorder=self._hand.name,
        )  # fmt: skip

    def _id(self, what: str, at: Moment, number: int, *, timed: bool) -> str:
        wall = at.local().replace(tzinfo=None) if timed else at.day
        content = f"walktrack/table/{self._person_id}/{what}/{wall.isoformat()}/{number}"
        if not timed:
            self._alike[content] += 1
            content = f"{content}/{self._alike[content]}"
        return str(uuid5(NAMESPACE_OID, content))

    def _check_day(self, at: Moment) -> None:
        if at.day > self._now.day + _A_DAY:
            raise CellError(Why.AHEAD)


def _times(row: RowCells) -> tuple[Times, bool]:
    """Return the times of the walk in a row, and whether a time of day was known."""
    when = row.when()
    start = row.said(Field.START, when) or _said(when)
    end = row.said(Field.END, when)
    walked = row.length_ms()
    if walked is not None and walked > LONGEST_MINUTES * MS_PER_MINUTE:
        raise CellError(Why.NO_WALK_LENGTH)
    first, last = start.at if start else None, end.at if end else None
    if first is None and last is None:
        return _day_alone(when, walked, row), False
    if first and last and end and not end.dated:
        last = _after(first, last.replace(tzinfo=first.tzinfo))
    if first and last and walked and 0 < walked - _span_ms(first, last) <= _ROUNDING_MS:
        walked = None
    if first and first.tzinfo and last is None and walked:
        last = first + timedelta(milliseconds=walked)  # with the offset that the start has
    return _checked(first, last, walked), True


def _day_alone(when: When, walked_ms: int | None, row: RowCells) -> Times:
    """Return the times of a walk of which only the day is known: from noon, by convention."""
    if walked_ms is None:
        name = row.name(Field.MINUTES)
        raise CellError(Why.EMPTY if name else Why.NO_LENGTH, name)
    return _checked(datetime.combine(when.day, _NOON), None, walked_ms)


def _checked(first: datetime | None, last: datetime | None, walked_ms: int | None) -> Times:
    try:
        return times_of(first, last, None if walked_ms is None else minutes(walked_ms))
    except TimesError as error:
        raise CellError(_OF_TIMES[error.fault]) from error


def _said(when: When) -> Said | None:
    """Return the time of day that stands behind a date, or None."""
    if when.clock is None:
        return None
    return Said(datetime.combine(when.day, when.clock, when.zone), dated=True)


def _after(first: datetime, last: datetime) -> datetime:
    """Return the end on the next day if it only makes sense as a walk past midnight."""
    tomorrow = last + _A_DAY
    past = last < first and tomorrow - first <= timedelta(minutes=LONG_MINUTES)
    return tomorrow if past else last


def _span_ms(first: datetime, last: datetime) -> int:
    return Moment.of(last).ms - Moment.of(first).ms
