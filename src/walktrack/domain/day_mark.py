"""What is said about days: that there was no walk, a flare-up from one day to another."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from walktrack.domain.moment import Moment


class MarkKind(StrEnum):
    """What a mark says.

    NO_WALK confirms that nobody walked on a day; without it the day is not recorded. FLARE_UP is
    for days of much more pain than usual. EXCUSED takes a day out of a plan.
    """

    NO_WALK = "no_walk"
    FLARE_UP = "flare_up"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True)
class DayMark:
    """A mark on the days from `first` to `last`, both included.

    Only a FLARE_UP may last, and have no `last` day while it goes on; the others are for one day.
    ValueError for anything else.
    """

    id: str
    person_id: str
    kind: MarkKind
    first: date
    last: date | None
    entered: Moment
    edited: Moment | None = None
    recorder: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            message = "a mark ends before it begins"
            raise ValueError(message)
        if self.kind is not MarkKind.FLARE_UP and self.last != self.first:
            message = f"{self.kind} is for one day"
            raise ValueError(message)

    def covers(self, day: date) -> bool:
        """Say whether a day lies in it; one that goes on has no end."""
        return self.first <= day and (self.last is None or day <= self.last)
