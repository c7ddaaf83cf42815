"""Guesses what the rows and columns of a table are, from their names and what stands in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from walktrack.domain.column_map import ColumnMap, DateOrder, Field, Lack, Rows, Scale, lacks
from walktrack.domain.pain import PainMoment
from walktrack.exchange.foreign.sample import Column, Sample, decimal_of, words_of

_PAIN = frozenset({"pain", "nrs", "vas", "ache", "hurt"})
_PAIN_PLAIN = _PAIN | {"level", "score", "rating", "intensity"}
_BEFORE = frozenset({"before", "pre", "start", "beginning", "prior"})
_AFTER = frozenset({"after", "post", "end", "afterwards"})
_DAY = frozenset({"date", "day", "datum", "datetime", "timestamp", "when"})
_START = frozenset({"start", "started", "begin", "began", "beginning", "from"})
_END = frozenset({"end", "ended", "finish", "finished", "stop", "stopped", "until", "to"})
_CLOCK = frozenset({"time", "hour", "clock", "at"})
_LENGTH = frozenset({
    "duration", "minutes", "mins", "min", "minute", "hours", "hrs", "seconds", "secs", "sec",
    "length", "elapsed", "moving", "walked",
})  # fmt: skip
_NOTE = frozenset({"note", "notes", "comment", "comments", "remark", "remarks", "memo"})
_MOMENT = frozenset({"moment", "when", "context", "occasion", "type"})
_NOT_WHEN = frozenset({"created", "updated", "modified", "edited", "birth", "entered", "uploaded"})
_NOT_LENGTH = frozenset({"distance", "km", "miles", "steps", "pause", "paused", "missed", "sleep"})
_PLACE = (frozenset({"latitude", "lat"}), frozenset({"longitude", "lon", "lng", "long"}))


@dataclass(frozen=True, slots=True)
class Guess:
    """A plan with what could be told, and what could not.

    `orders` are those that the dates could have, `example` is one that they read differently.
    """

    plan: ColumnMap
    orders: tuple[DateOrder, ...] = (DateOrder.YMD,)
    example: str = ""

    @property
    def lack(self) -> Lack | None:
        """What has still to be said, if anything."""
        return lacks(self.plan)


def is_track(sample: Sample) -> bool:
    """Say whether a table holds the points of a track, by its columns of places."""
    named = [frozenset(words_of(column.name)) for column in sample.columns]
    return all(any(len(words) == 1 and words <= kind for words in named) for kind in _PLACE)


def has_dates(sample: Sample) -> bool:
    """Say whether any column holds dates, and another one anything at all."""
    return len(sample.columns) > 1 and any(column.is_dates for column in sample.columns)


def guess(sample: Sample) -> Guess:
    """Return what the rows and columns seem to be."""
    walks = _columns(sample, _WALK_RULES)
    ratings = _columns(sample, _RATING_RULES)
    walk_like = Field.MINUTES in walks or Field.END in walks
    rows = Rows.RATINGS if Field.PAIN in ratings and not walk_like else Rows.WALKS
    return fit(sample, ColumnMap(rows, MappingProxyType(walks if rows is Rows.WALKS else ratings)))


def of_rows(sample: Sample, rows: Rows) -> Guess:
    """Return what the columns seem to be if the rows are of this kind."""
    rules = _WALK_RULES if rows is Rows.WALKS else _RATING_RULES
    return fit(sample, ColumnMap(rows, MappingProxyType(_columns(sample, rules))))


def fit(sample: Sample, plan: ColumnMap) -> Guess:
    """Return the plan with all that follows from its columns: order, unit, sign and moment."""
    columns = plan.columns
    numbers = [sample.columns[at] for field, at in columns.items() if field in _NUMBERS]
    plan = replace(plan, decimal=decimal_of(numbers), scale=Scale.TEN)
    if Field.MINUTES in columns:
        plan = replace(plan, unit=sample.columns[columns[Field.MINUTES]].unit)
    if Field.DATE not in columns:
        return Guess(plan)
    settled = sample.columns[columns[Field.DATE]].settled
    plan = replace(plan, order=settled.order, moment=_moment(sample, plan))
    return Guess(plan, settled.orders, settled.example)


_NUMBERS = {Field.MINUTES, Field.PAIN_BEFORE, Field.PAIN_AFTER, Field.PAIN}


def _moment(sample: Sample, plan: ColumnMap) -> PainMoment:
    """Return what ratings are about: the day, if each day has one at most and none has a time."""
    dates = sample.columns[plan.columns[Field.DATE]]
    days = [when.day for when in dates.whens]
    once = len(set(days)) == len(days)
    timed = Field.TIME in plan.columns or dates.has_times
    return PainMoment.DAY_AVERAGE if once and not timed else PainMoment.OTHER


_Weigh = Callable[[frozenset[str]], int]


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a field is found: how well a name fits, and whether the cells do.

    `alone` says that a column whose name says nothing is taken for its cells.
    """

    field: Field
    weigh: _Weigh
    cells: Callable[[Column], bool]
    alone: bool = False


def _columns(sample: Sample, rules: Sequence[_Rule]) -> dict[Field, int]:
    found: dict[Field, int] = {}
    names = [frozenset(words_of(column.name)) for column in sample.columns]
    for rule in rules:
        left = [at for at in range(len(names)) if at not in found.values()]
        weighed = sorted((-rule.weigh(names[at]), at) for at in left)
        likely = [at for weight, at in weighed if weight < 0 or (weight == 0 and rule.alone)]
        fit_in = next((at for at in likely if rule.cells(sample.columns[at])), None)
        if fit_in is not None:
            found[rule.field] = fit_in
    return found


def _weigh_date(words: frozenset[str]) -> int:
    if words & _NOT_WHEN or words & _END:
        return -1
    return 3 * bool(words & _DAY) + 2 * bool(words & _START) + bool(words & _CLOCK)


def _weigh_start(words: frozenset[str]) -> int:
    if words & (_END | _PAIN | _LENGTH):
        return -1
    return 2 * bool(words & _START) + bool(words & _CLOCK)


def _weigh_end(words: frozenset[str]) -> int:
    return -1 if words & _PAIN else 2 * bool(words & _END)


def _weigh_length(words: frozenset[str]) -> int:
    if words & _NOT_LENGTH or words & _PAIN:
        return -1
    return 2 * len(words & _LENGTH) - bool(words & {"total", "elapsed"})


def _weigh_before(words: frozenset[str]) -> int:
    return _weigh_pain_at(words, _BEFORE, _AFTER)


def _weigh_after(words: frozenset[str]) -> int:
    return _weigh_pain_at(words, _AFTER, _BEFORE)


def _weigh_pain_at(words: frozenset[str], at: frozenset[str], other: frozenset[str]) -> int:
    if not words & at or words & other:
        return -1
    return 2 if words & _PAIN else int(words <= at)


def _weigh_pain(words: frozenset[str]) -> int:
    return 3 * bool(words & _PAIN) + len(words & _PAIN_PLAIN) if not words & _NOT_WHEN else -1


def _weigh_note(words: frozenset[str]) -> int:
    return bool(words & _NOTE) + bool(words and words <= _NOTE)


def _weigh_moment(words: frozenset[str]) -> int:
    return int(bool(words & _MOMENT))


def _is_dates(column: Column) -> bool:
    return column.is_dates


def _is_clock(column: Column) -> bool:
    return column.is_clock


def _is_clock_or_dates(column: Column) -> bool:
    return column.is_clock or (column.is_dates and column.has_times)


def _is_numbers(column: Column) -> bool:
    return column.is_numbers


def _is_lengths(column: Column) -> bool:
    return column.is_lengths


def _is_text(column: Column) -> bool:
    return not (column.is_numbers or column.is_dates or column.is_clock)


def _is_any(_column: Column) -> bool:
    return True


_DATE_RULE = _Rule(Field.DATE, _weigh_date, _is_dates, alone=True)
_NOTE_RULE = _Rule(Field.NOTE, _weigh_note, _is_any)
_WALK_RULES = (
    _DATE_RULE,
    _Rule(Field.END, _weigh_end, _is_clock_or_dates),
    _Rule(Field.PAIN_BEFORE, _weigh_before, _is_numbers),
    _Rule(Field.PAIN_AFTER, _weigh_after, _is_numbers),
    _Rule(Field.MINUTES, _weigh_length, _is_lengths),
    _Rule(Field.START, _weigh_start, _is_clock),
    _NOTE_RULE,
)
_RATING_RULES = (
    _DATE_RULE,
    _Rule(Field.TIME, _weigh_start, _is_clock),
    _Rule(Field.PAIN, _weigh_pain, _is_numbers),
    _Rule(Field.MOMENT, _weigh_moment, _is_text),
    _NOTE_RULE,
)
