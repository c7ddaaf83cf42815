"""The weeks of a plan: seven days each from its first day, and which days to walk on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from walktrack.domain.day_mark import MarkKind

WEEK = 7


def week_of(first_day: date, day: date) -> int:
    """Return the number of the plan's week that a day lies in, from 0; below that before it."""
    return (day - first_day).days // WEEK


def first_of(first_day: date, week: int) -> date:
    """Return the first day of a week of the plan."""
    return first_day + timedelta(days=week * WEEK)


def days_of(first_day: date, week: int) -> tuple[date, ...]:
    """Return the seven days of a week of the plan."""
    first = first_of(first_day, week)
    return tuple(first + timedelta(days=n) for n in range(WEEK))


def spread(days: tuple[date, ...], count: int) -> tuple[date, ...]:
    """Return `count` of some days, as evenly apart as can be, the first one among them."""
    count = min(count, len(days))
    return tuple(days[n * len(days) // count] for n in range(count))


def planned_days(
    days: tuple[date, ...], count: int, done: Collection[date], free: Collection[date], today: date
) -> tuple[date, ...]:
    """Return on which days of a week to walk still, so that `count` come together.

    Days already `done` count, and the rest is spread over those that are left; none is planned
    on a day that was taken out.
    """
    left = tuple(day for day in days if day >= today and day not in done and day not in free)
    return spread(left, max(0, count - len(done))) if left else ()


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day of the week view: `minutes` walked, whether that is enough, and whether to walk.

    `mark` is what takes the day out of the plan, if anything does.
    """

    day: date
    minutes: float
    done: bool
    planned: bool
    mark: MarkKind | None = None
