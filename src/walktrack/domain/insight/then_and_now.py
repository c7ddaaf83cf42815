"""Usual pain early in a diary, and now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from walktrack.domain.insight.days import DayKnown
from walktrack.domain.period import Period

DAYS_NEEDED = 49
RATED_NEEDED = 7
_FIRST, _LAST, _NOW = 8, 21, 14
_POINTS, _SHARE = 2, 0.3


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The median of the day means of pain (0 to 10) on days 8 to 21, and on the last 14 days.

    `days_then` and `days_now` are how many of these days have one. The first week is left out, as
    people begin to write when it is at its worst.
    """

    then: float
    now: float
    days_then: int
    days_now: int

    @property
    def noticeable(self) -> bool:
        """Whether people usually notice such a difference: at least 2 points and 30 %, up or down.

        Sources: R. W. Ostelo and others, Spine 33 (2008) 90-94; J. T. Farrar and others, Pain 94
        (2001) 149-158.
        """
        change = abs(self.now - self.then)
        return change >= _POINTS and change >= _SHARE * self.then


def then_and_now(days: Iterable[DayKnown], first: date, today: date) -> ThenAndNow | None:
    """Return both, or None before there are 49 days, and 7 of each part with a sure rating.

    `first` is the first day of the diary.
    """
    if (today - first).days + 1 < DAYS_NEEDED:
        return None
    early = Period(first + timedelta(days=_FIRST - 1), first + timedelta(days=_LAST - 1))
    late = Period(today - timedelta(days=_NOW - 1), today)
    sure = [(each.day, each.pain) for each in days if each.pain is not None and each.pain_sure]
    then, now = (
        [pain for day, pain in sure if part.first <= day <= part.last] for part in (early, late)
    )
    if min(len(then), len(now)) < RATED_NEEDED:
        return None
    return ThenAndNow(median(then), median(now), len(then), len(now))
