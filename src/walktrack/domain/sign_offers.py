"""When the list of warning signs is offered. It is never forced on anybody."""

from dataclasses import dataclass
from datetime import date

from walktrack.domain.moment import Moment
from walktrack.domain.pain import WalkPain
from walktrack.domain.warning_signs import SignMoment

BAD_BEFORE = 8
"""Pain before a walk from which the list is offered, 0 to 10."""

LARGE_RISE = 3
"""How far pain must rise on a walk for the list to be offered."""

LONG_FLARE_UP_DAYS = 14
"""After how many days of a flare-up the list is offered once more."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something to offer the list for, and when it was written down."""

    moment: SignMoment
    at: Moment


def occasions_of_walk(pain: WalkPain, stopped: Moment | None) -> list[Occasion]:
    """Return what a walk and its ratings are an occasion for.

    `stopped` is when it was written that the walk was stopped for pain, or None if it was not. A
    carer's guess counts like any other number here.
    """
    found: list[Occasion] = []
    before, after = pain.before, pain.after
    if before and before.value >= BAD_BEFORE:
        found.append(Occasion(SignMoment.BAD_BEFORE, before.edited or before.entered))
    if before and after and after.value - before.value >= LARGE_RISE:
        last = max(before.edited or before.entered, after.edited or after.entered)
        found.append(Occasion(SignMoment.RISE, last))
    if stopped:
        found.append(Occasion(SignMoment.STOPPED, stopped))
    return found


def is_long(first: date, today: date) -> bool:
    """Say whether a flare-up that began on `first` and goes on has lasted for long."""
    return (today - first).days >= LONG_FLARE_UP_DAYS


def pick(occasions: list[Occasion], since_ms: int) -> SignMoment | None:
    """Return the newest occasion after a time in UTC milliseconds, or None."""
    new = [occasion for occasion in occasions if occasion.at.ms > since_ms]
    return max(new, key=lambda occasion: occasion.at.ms).moment if new else None
