"""What the part of Today that asks about pain shows."""

from dataclasses import dataclass, field
from enum import StrEnum

from walktrack.domain.interference import Interference
from walktrack.domain.pain import PainMoment, PainRating, WalkPain
from walktrack.domain.recorder import Hand


class Stage(StrEnum):
    """Where the day's walk stands, as far as the pain scale cares."""

    READY = "ready"
    WALKING = "walking"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PainView:
    """What the card shows.

    `recent` are answers that a new pick would change: those of today without a walk, and one
    just given during the walk. `hand` is whose hand they are in now, `name` the person's name.
    `due` are the questions of the day that wait for an answer; with `way_due` so does the second
    one of the evening, whose answer is `in_the_way`.
    """

    stage: Stage
    walk: WalkPain
    recent: dict[PainMoment, PainRating]
    hand: Hand = field(default_factory=Hand)
    name: str = ""
    due: frozenset[PainMoment] = frozenset()
    in_the_way: Interference | None = None
    way_due: bool = False

    @property
    def waiting(self) -> frozenset[PainMoment]:
        """The choices behind which a question waits."""
        return self.due | (frozenset({PainMoment.DAY_AVERAGE}) if self.way_due else frozenset())
