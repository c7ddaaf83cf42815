"""Where an axis gets its words: few, round and human."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from walktrack.domain.period import Period
from walktrack.reports.words import Words

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 48)
_MONTHS_FROM_DAYS = 120
_YEARS_FROM_DAYS = 366 * 3


def nice_step(top: float, most: int) -> int:
    """Return 1, 2, 5, 10, 20 … so that `top` holds at most `most` steps; at least 1."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if top / (factor * power) <= most:
                return factor * power
        power *= 10


def date_ticks(period: Period, most: int, words: Words) -> list[tuple[date, str]]:
    """Return about `most` dates of the period, one at least, evenly stepped, with their words.

    Days carry the day and month, longer stretches the month and year, long ones the year.
    """
    if period.days > _YEARS_FROM_DAYS:
        return [(day, str(day.year)) for day in list(_years(period, most)) or [period.last]]
    if period.days > _MONTHS_FROM_DAYS:
        return [(day, words.month(day)) for day in list(_months(period, most)) or [period.last]]
    return [(day, words.day(day)) for day in _days(period, most)]


def _days(period: Period, most: int) -> Iterator[date]:
    wanted = (period.days - 1) / max(1, most)
    step = next((s for s in _DAY_STEPS if s > wanted), 7 * ceil((wanted + 1) / 7))
    for offset in range(0, period.days, step):
        yield period.first + timedelta(days=offset)


def _months(period: Period, most: int) -> Iterator[date]:
    first = period.first.year * 12 + period.first.month - (period.first.day == 1)
    last = period.last.year * 12 + period.last.month - 1
    count = last - first + 1
    step = next(s for s in _MONTH_STEPS if count / s <= max(1, most))
    for month in range(first + -first % step, last + 1, step):
        yield date(month // 12, month % 12 + 1, 1)


def _years(period: Period, most: int) -> Iterator[date]:
    first = period.first.year + ((period.first.month, period.first.day) != (1, 1))
    last = period.last.year
    step = nice_step(last - first + 1, max(1, most))
    for year in range(first + -first % step, last + 1, step):
        yield date(year, 1, 1)
