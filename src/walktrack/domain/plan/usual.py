"""What pain is usual, and when to ask whether a flare-up has begun or is over."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from walktrack.domain.plan.parameters import Parameters

Averages = Mapping[date, int]
"""Day averages, 0 to 10, by day."""


class FlareQuestion(StrEnum):
    """What to ask; the person alone decides."""

    BEGUN = "begun"
    OVER = "over"


def usual_pain(outside: Averages, day: date, parameters: Parameters) -> float | None:
    """Return the median of the days before `day`, or None if too few are known.

    `outside` are the averages of days outside flare-ups, without a carer's guesses. The day itself
    is left out, so that a bad day does not become the measure of itself.
    """
    first = day - timedelta(days=parameters.usual_days)
    known = [value for each, value in outside.items() if first <= each < day]
    return float(median(known)) if len(known) >= parameters.usual_answers else None


def flare_question(
    averages: Averages, usual: float | None, today: date, parameters: Parameters, *, in_flare: bool
) -> FlareQuestion | None:
    """Return what to ask after days running of more pain than usual, or of usual pain again.

    The days end yesterday, or today if today's average is known.
    """
    if usual is None:
        return None
    last = today if today in averages else today - timedelta(days=1)
    days = [averages.get(last - timedelta(days=n)) for n in range(parameters.flare_days)]
    known = [value for value in days if value is not None]
    if len(known) < len(days):
        return None
    if in_flare:
        over = all(value <= usual + parameters.flare_over_rise for value in known)
        return FlareQuestion.OVER if over else None
    begun = all(value >= usual + parameters.pain_rise for value in known)
    return FlareQuestion.BEGUN if begun else None
