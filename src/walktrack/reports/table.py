"""The charts as rows of words, for those who would rather read numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from walktrack.domain.period import Grain
from walktrack.domain.summary import Bucket, DayDot, Dot, Overview
from walktrack.reports.numbers import signed, whole_minutes
from walktrack.reports.telling import Kind
from walktrack.reports.words import Words


@dataclass(frozen=True, slots=True)
class Table:
    """Headers and rows of the same length, all plain text; what is not known is `words.nothing`."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(overview: Overview, words: Words, kind: Kind) -> Table:
    """Return the numbers of a chart: the newest first over time, else by minutes."""
    if kind is Kind.CHANGE:
        headers = (words.minutes_column, words.change_column, words.walks_column)
        dots = sorted(overview.dots, key=lambda dot: (dot.minutes, dot.change, not dot.sure))
        return _with_doubts(headers, dots, [_dot(dot) for dot in dots], words)
    if kind is Kind.NEXT_DAY:
        headers = (words.minutes_column, words.next_column, words.days_column)
        dots = sorted(overview.day_dots, key=lambda dot: (dot.minutes, dot.pain, not dot.sure))
        return _with_doubts(headers, dots, [_day_dot(dot, words) for dot in dots], words)
    named = words.grains[overview.grain]
    headers = (
        named.column,
        words.walks_column,
        words.minutes_column,
        words.before_column,
        words.after_column,
        words.pain_column,
    )
    marks = [
        (column, name)
        for column, name in (
            (words.no_walk_column, "no_walk"),
            (words.flare_up_column, "flare_up"),
        )
        if any(getattr(bucket, name) for bucket in overview.buckets)
    ]
    rows = (
        _bucket(bucket, words, overview)
        + tuple(_days(getattr(bucket, name), words, overview.grain) for _, name in marks)
        for bucket in reversed(overview.buckets)
    )
    return Table(headers + tuple(column for column, _ in marks), tuple(rows))


def _with_doubts(
    headers: tuple[str, ...],
    dots: Sequence[Dot | DayDot],
    rows: Sequence[tuple[str, ...]],
    words: Words,
) -> Table:
    """Add a column that tells which dots are rings, if any is."""
    if all(dot.sure for dot in dots):
        return Table(headers, tuple(rows))
    doubts = [words.nothing if dot.sure else words.yes for dot in dots]
    whole = tuple((*row, doubt) for row, doubt in zip(rows, doubts, strict=True))
    return Table((*headers, words.unsure_column), whole)


def _days(count: int, words: Words, grain: Grain) -> str:
    """Return whether a day bears a mark, or how many days of a week or month do."""
    if not count:
        return words.nothing
    return words.yes if grain is Grain.DAY else str(count)


def _bucket(bucket: Bucket, words: Words, overview: Overview) -> tuple[str, ...]:
    pains = (
        (bucket.before, bucket.guess_before),
        (bucket.after, bucket.guess_after),
        (bucket.pain, bucket.guess),
    )
    return (
        words.grains[overview.grain].dated(bucket.first),
        str(bucket.walks) if bucket.walks else words.nothing,
        str(whole_minutes(bucket.minutes)) if bucket.walks else words.nothing,
        *(_pain(said, guessed, words) for said, guessed in pains),
    )


def _pain(said: float | None, guessed: float | None, words: Words) -> str:
    """Return what was said; a carer's guess only where nothing was, and called one."""
    if said is not None:
        return words.number(said)
    if guessed is not None:
        return words.guessed.format(value=words.number(guessed))
    return words.nothing


def _dot(dot: Dot) -> tuple[str, ...]:
    return (str(dot.minutes), signed(dot.change), str(dot.count))


def _day_dot(dot: DayDot, words: Words) -> tuple[str, ...]:
    return (str(dot.minutes), words.number(dot.pain), str(dot.count))
