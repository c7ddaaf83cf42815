"""Joins what is said about days with what was added up for the charts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import Bucket


def marked(
    buckets: Iterable[Bucket],
    marks: Iterable[DayMark],
    period: Period,
    grain: Grain,
    week_start: int,
) -> tuple[Bucket, ...]:
    """Return the buckets with their marked days counted, and new ones where there were none.

    `period` holds the days that count; a flare-up that goes on is counted to its last.
    """
    no_walk, flare_up = Counter[Period](), Counter[Period]()
    for mark in marks:
        kinds = {MarkKind.NO_WALK: no_walk, MarkKind.FLARE_UP: flare_up}
        for day in _days(mark, period) if mark.kind in kinds else ():
            kinds[mark.kind][Period.around(day, grain, week_start)] += 1
    known = {bucket.first: bucket for bucket in buckets}
    for span in no_walk | flare_up:
        bucket = known.get(span.first) or Bucket(span.first, span.last, 0, 0.0, None, None, None)
        known[span.first] = replace(bucket, no_walk=no_walk[span], flare_up=flare_up[span])
    return tuple(known[first] for first in sorted(known))


def flare_ups(marks: Iterable[DayMark], period: Period) -> tuple[Period, ...]:
    """Return the days of the flare-ups that lie in a period, the first one first."""
    found = (_within(mark, period) for mark in marks if mark.kind is MarkKind.FLARE_UP)
    return tuple(sorted((span for span in found if span), key=lambda span: span.first))


def _days(mark: DayMark, period: Period) -> Iterator[date]:
    span = _within(mark, period)
    for offset in range(span.days if span else 0):
        yield (span or period).first + timedelta(days=offset)


def _within(mark: DayMark, period: Period) -> Period | None:
    first = max(mark.first, period.first)
    last = min(mark.last or period.last, period.last)
    return Period(first, last) if first <= last else None
