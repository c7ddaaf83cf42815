"""Stretches of days to look at, and how finely long ones are added up."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS_SHOWN_SINGLY = 90
DAYS_SHOWN_BY_WEEK = 800


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
    def of(cls, chosen: Range, today: date, earliest: date | None) -> "Period":
        """Return a chosen range that ends today; ALL begins with the earliest record."""
        if chosen is Range.ALL:
            return cls(min(earliest or today, today), today)
        days = {Range.FOUR_WEEKS: 28, Range.TWELVE_WEEKS: 84, Range.YEAR: 365}[chosen]
        return cls(today - timedelta(days=days - 1), today)
