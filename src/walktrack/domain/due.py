"""The questions of a day that are not about a walk, and when each of them is due."""

from collections.abc import Iterable
from datetime import time

from walktrack.domain.pain import PainMoment

MORNING = time(4), time(12)
"""From when to when "this morning" can still be told, in local time."""

EVENING = time(18), time.max
"""From when on a day is told as a whole: its pain, and how much it got in the way."""


def in_the_way_is_due(at: time, *, answered: bool) -> bool:
    """Say whether the evening's second question is due: how much pain got in the way today."""
    first, last = EVENING
    return first <= at < last and not answered


def due(at: time, answered: Iterable[PainMoment]) -> frozenset[PainMoment]:
    """Return the questions about pain that are due at a local time and not answered today."""
    open_now = {
        moment
        for moment, (first, last) in (
            (PainMoment.NEXT_MORNING, MORNING),
            (PainMoment.DAY_AVERAGE, EVENING),
        )
        if first <= at < last
    }
    return frozenset(open_now - set(answered))
