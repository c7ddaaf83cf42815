"""Everything one look at the insight needs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from walktrack.domain.insight.association import (
    PAIRS_FOR_SCATTER,
    Association,
    associate,
)
from walktrack.domain.insight.choices import WalkKnown, WithAndWithout, by_choice
from walktrack.domain.insight.days import DayKnown, DayPair, day_pairs
from walktrack.domain.insight.paired import MeanChange, mean_change
from walktrack.domain.insight.then_and_now import ThenAndNow, then_and_now
from walktrack.domain.period import Period
from walktrack.domain.summary import ChangeCounts, DayDot, Dot


@dataclass(frozen=True, slots=True)
class Insight:
    """What may be said about a period, and the dots that show it; None and empty before its time.

    `counts`, `mean` and `dots` are of walks with pain before and after: a carer's guesses are not
    in the first two, and `guesses` says how many there are. `lines` and `association` leave out
    what was typed late as well.
    """

    period: Period
    dots: tuple[Dot, ...]
    counts: ChangeCounts
    guesses: int
    mean: MeanChange | None
    day_dots: tuple[DayDot, ...]
    association: Association
    lines: tuple[WithAndWithout, ...]
    then_and_now: ThenAndNow | None


def insight_of(
    period: Period,
    walks: tuple[WalkKnown, ...],
    days: tuple[DayKnown, ...],
    early: tuple[DayKnown, ...],
    first: date | None,
) -> Insight:
    """Work out what may be said; `early` are the first weeks of the diary that began on `first`."""
    said = [walk for walk in walks if not walk.guessed]
    pairs = day_pairs(days)
    known = {each.day: each for each in (*early, *days)}
    return Insight(
        period,
        _dots(walks),
        ChangeCounts.of(_dots(said)),
        len(walks) - len(said),
        mean_change([walk.day for walk in said], [walk.change for walk in said]),
        _day_dots(pairs) if len(pairs) >= PAIRS_FOR_SCATTER else (),
        associate(pairs),
        by_choice(walks),
        then_and_now(known.values(), first, period.last) if first else None,
    )


def _dots(walks: Iterable[WalkKnown]) -> tuple[Dot, ...]:
    counts = Counter((int(walk.minutes + 0.5), walk.change, walk.sure) for walk in walks)
    return tuple(Dot(minutes, change, n, sure) for (minutes, change, sure), n in counts.items())


def _day_dots(pairs: Iterable[DayPair]) -> tuple[DayDot, ...]:
    """Gather days of about the same minutes and next day's pain, to the half point."""
    counts = Counter(
        (int(pair.minutes + 0.5), int(2 * pair.next + 0.5) / 2, pair.sure) for pair in pairs
    )
    return tuple(DayDot(minutes, pain, n, sure) for (minutes, pain, sure), n in counts.items())
