"""What is known of each day and of each pair of days, and what of it is sure enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_NEXT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayKnown:
    """One day of a diary.

    `minutes` walked: 0 if somebody said there was no walk, None if nothing is recorded. `pain` is
    the mean of the person's ratings of the day (0 to 10), None without any. `late` tells that the
    minutes or the pain were typed after noon of the next day, `guessed` that the pain is only a
    carer's estimate.
    """

    day: date
    minutes: float | None = None
    pain: float | None = None
    minutes_late: bool = False
    pain_late: bool = False
    guessed: bool = False

    @property
    def pain_sure(self) -> bool:
        """Whether the pain is the person's own word, written down in time."""
        return self.pain is not None and not self.pain_late and not self.guessed


@dataclass(frozen=True, slots=True)
class DayPair:
    """The `minutes` of a day and the pain of the `next` one; `pain` is that of the day itself.

    `sure` tells whether all that is known of it was written down in time and is no guess.
    """

    day: date
    minutes: float
    next: float
    pain: float | None
    sure: bool

    @property
    def whole(self) -> bool:
        """Whether it can be counted in the one sentence."""
        return self.sure and self.pain is not None


def day_pairs(days: Iterable[DayKnown]) -> tuple[DayPair, ...]:
    """Return each day with minutes whose next day has a pain rating, in the order of days."""
    known = {each.day: each for each in days}
    found: list[DayPair] = []
    for day in sorted(known):
        here, after = known[day], known.get(day + _NEXT)
        if here.minutes is None or after is None or after.pain is None:
            continue
        sure = not here.minutes_late and after.pain_sure and (here.pain is None or here.pain_sure)
        found.append(DayPair(day, here.minutes, after.pain, here.pain, sure))
    return tuple(found)
