"""Stretches of days to look at, and how finely long ones are added up."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS_SHOWN_SINGLY = 90
DAYS_SHOWN_BY_WEEK = 800
DAYS_OF_WEEK = 7


class Grain(StrEnum):
    """What one mark of a chart stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Range(StrEnum):
    """The ranges a person can choose."""

    FOUR_WEEKS = "4w"
    TWELVE_WEEKS = "12w"
    YEAR = "1y"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; ValueError if they are the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = "a period ends before it begins"
            raise ValueError(message)

    @property
    def days(self) -> int:
        """How many days it covers, at least 1."""
        return (self.last - self.first).days + 1

    @property
    def grain(self) -> Grain:
        """Days up to 90 days, weeks up to about two years, months beyond."""
        if self.days <= DAYS_SHOWN_SINGLY:
            return Grain.DAY
        return Grain.WEEK if self.days <= DAYS_SHOWN_BY_WEEK else Grain.MONTH

    @classmethod
    def around(cls, day: date, grain: Grain, week_start: int) -> "Period":
        """Return the day, week or month a day lies in; `week_start` 0 is Monday."""
        if grain is Grain.DAY:
            return cls(day, day)
        if grain is Grain.WEEK:
            first = day - timedelta(days=(day.weekday() - week_start) % DAYS_OF_WEEK)
            return cls(first, first + timedelta(days=DAYS_OF_WEEK - 1))
        first = day.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        return cls(first, following - timedelta(days=1))

    @classmethod
    def of(cls, chosen: Range, today: date, earliest: date | None) -> "Period":
        """Return a chosen range that ends today; ALL begins with the earliest record."""
        if chosen is Range.ALL:
            return cls(min(earliest or today, today), today)
        days = {Range.FOUR_WEEKS: 28, Range.TWELVE_WEEKS: 84, Range.YEAR: 365}[chosen]
        return cls(today - timedelta(days=days - 1), today)
