"""What would happen if records went to another person."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment


class Stays(StrEnum):
    """Why a record would stay where it is."""

    ANSWERED = "the other person has this answer for that day already"
    DAY_TAKEN = "the other person's day says something else already"
    OPEN = "the walk is not finished"
    GONE = "it is not there any more"


@dataclass(frozen=True, slots=True)
class Overlap:
    """A walk that would share time with one the other person has; both starts."""

    walk_id: str
    start: Moment
    theirs: Moment


@dataclass(frozen=True, slots=True)
class Staying:
    """A record that would stay, and why. `at` is its time, None if nothing is known of it."""

    record_id: str
    why: Stays
    at: Moment | None = None


@dataclass(frozen=True, slots=True)
class MovePlan:
    """The records that would go from one person to another, by id, and what is to be known of it.

    The ratings and ticks of a walk go with it; `ratings` are those that belong to no walk, `marks`
    what is said of days, `interferences` how much pain got in the way of them.
    """

    from_id: str
    to_id: str
    walks: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    staying: tuple[Staying, ...] = ()
    marks: tuple[str, ...] = ()
    interferences: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All the records that would go."""
        return (*self.walks, *self.ratings, *self.marks, *self.interferences)

    def __len__(self) -> int:
        """Return how many records would go."""
        return len(self.ids)
