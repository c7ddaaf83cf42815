"""What the charts show: minutes and pain added up, never guessed where nothing was recorded."""

from dataclasses import dataclass
from datetime import date

from walktrack.domain.period import Grain, Period

WALKS_FOR_COUNTS = 5
DAYS_FOR_MEDIAN = 4
MEDIAN_WINDOW = 7


@dataclass(frozen=True, slots=True)
class Bucket:
    """One mark of the chart over time: a day, a week or a month, from `first` to `last`.

    `minutes` is the total of `walks` walks, 0 if there were none. `before` and `after` are the
    mean pain before and after those walks, `pain` the mean of all ratings of these days; None
    where nobody answered. A carer's guesses are in none of these: there are `guesses` of them, and
    their means are `guess_before`, `guess_after` and, of all of them, `guess`. `no_walk` and
    `flare_up` count the days on which there was no walk, as somebody said, and those of a flare-up.
    """

    first: date
    last: date
    walks: int
    minutes: float
    before: float | None
    after: float | None
    pain: float | None
    guess_before: float | None = None
    guess_after: float | None = None
    guess: float | None = None
    guesses: int = 0
    no_walk: int = 0
    flare_up: int = 0


@dataclass(frozen=True, slots=True)
class Dot:
    """`count` walks of about `minutes` (whole) whose pain changed by `change` (-10 to 10).

    They are not `sure` where something was typed after noon of the next day or is a guess.
    """

    minutes: int
    change: int
    count: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class DayDot:
    """`count` days of about `minutes` (whole) with about this `pain` (0 to 10) on the next day.

    They are not `sure` where something was typed after noon of the next day or is a guess.
    """

    minutes: int
    pain: float
    count: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """On how many walks pain after was lower than, the same as or higher than before."""

    lower: int
    same: int
    higher: int

    @property
    def total(self) -> int:
        """Walks with both answers."""
        return self.lower + self.same + self.higher

    @property
    def enough(self) -> bool:
        """Whether there are enough walks to say anything (5)."""
        return self.total >= WALKS_FOR_COUNTS

    @classmethod
    def of(cls, dots: "tuple[Dot, ...]") -> "ChangeCounts":
        """Count the dots of the chart of minutes against pain change."""
        return cls(
            sum(dot.count for dot in dots if dot.change < 0),
            sum(dot.count for dot in dots if dot.change == 0),
            sum(dot.count for dot in dots if dot.change > 0),
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """Three plain figures. `usual_*` are medians over the period; None where nothing is known.

    `week_minutes` and `week_walks` are those of the week that holds today. `pain_low` and
    `pain_high` are the quartiles of the day means of pain, rounded to whole numbers.
    """

    week_minutes: float
    week_walks: int
    usual_minutes: float | None
    pain_low: int | None
    pain_high: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything one look at the charts needs. `buckets` holds only those with something in them.

    `medians` are the 7-day medians of the day means of pain, for the days on which at least 4 of
    the last 7 were recorded; empty unless the grain is a day. `flare_ups` are the days of each that
    lie in the period; one that goes on ends with it. `day_dots` are only there where they are
    wanted, and from 7 pairs of days.
    """

    period: Period
    grain: Grain
    goal_minutes: int | None
    buckets: tuple[Bucket, ...]
    medians: tuple[tuple[date, float], ...]
    dots: tuple[Dot, ...]
    figures: Figures
    flare_ups: tuple[Period, ...] = ()
    day_dots: tuple[DayDot, ...] = ()

    @property
    def guesses(self) -> int:
        """How many ratings of a carer's guess there are, which nothing here counts."""
        return sum(bucket.guesses for bucket in self.buckets)

    @property
    def counts(self) -> ChangeCounts:
        """Before→after counts of the period."""
        return ChangeCounts.of(self.dots)
