"""Whose walk it is likely to be at an hour of the day, so that nobody writes in the wrong diary."""

from collections.abc import Sequence
from dataclasses import dataclass

from walktrack.domain.moment import MS_PER_MINUTE, Moment

LOOKED_AT = 5
"""How many of the last walks at this time of day are looked at."""

FEWEST = 3
"""How many of them there must be to say anything."""

NEAR_MINUTES = 60
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class PastWalk:
    """Who began a walk when."""

    person_id: str
    start: Moment


def likely_other(walks: Sequence[PastWalk], now: Moment, person_id: str) -> str | None:
    """Return who walked on all of the last walks at this time of day, if that is somebody else.

    `walks` are those of all people, the newest first. None if there are fewer than FEWEST within
    NEAR_MINUTES of this time of day, or if they are of several people.
    """
    near = [walk for walk in walks if _apart(walk.start, now) <= NEAR_MINUTES][:LOOKED_AT]
    people = {walk.person_id for walk in near}
    if len(near) < FEWEST or len(people) != 1 or person_id in people:
        return None
    return people.pop()


def _apart(one: Moment, other: Moment) -> int:
    """Return how many minutes lie between two times of day, over midnight if that is nearer."""
    apart = abs(_minute(one) - _minute(other))
    return min(apart, _DAY_MINUTES - apart)


def _minute(moment: Moment) -> int:
    return (moment.ms // MS_PER_MINUTE + moment.offset) % _DAY_MINUTES
