"""A walk: when, how long, and what the person chose to say about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from walktrack.domain.moment import Moment, minutes
from walktrack.domain.pauses import Pauses

NOTE_LENGTH = 10_000


class WalkState(StrEnum):
    """Where a walk stands; all but DONE are open, and a person has at most one open walk."""

    RUNNING = "running"
    PAUSED = "paused"
    REVIEW = "review"
    DONE = "done"


class Source(StrEnum):
    """How a walk came into the diary."""

    TIMER = "timer"
    TYPED = "typed"
    FILE = "file"


class Kind(StrEnum):
    """What sort of walk it was."""

    GENTLE = "gentle"
    BRISK = "brisk"
    INCLINE = "incline"
    POWER = "power"
    NORDIC = "nordic"
    BACKWARD = "backward"
    TREADMILL = "treadmill"


class Surface(StrEnum):
    """What was walked on."""

    PAVEMENT = "pavement"
    GRASS = "grass"
    PATH = "path"
    TRACK = "track"
    INDOORS = "indoors"
    TREADMILL = "treadmill"
    MIXED = "mixed"


class Company(StrEnum):
    """Who came along."""

    ALONE = "alone"
    FAMILY = "family"
    FRIEND = "friend"
    CARER = "carer"
    GROUP = "group"
    DOG = "dog"


class Effort(StrEnum):
    """How hard it felt."""

    EASY = "easy"
    OK = "ok"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Details:
    """What may be said about a walk; every part is optional, and None means not said."""

    kind: Kind | None = None
    surface: Surface | None = None
    company: Company | None = None
    effort: Effort | None = None
    stopped_for_pain: bool | None = None
    warm_up: bool | None = None
    cool_down: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk. `walked_ms` leaves pauses out; `end` is None while the walk is open.

    `recorder` is empty when the person wrote it, else the carer's name. If it is not `timed`, only
    the day is known, and the start is noon because there has to be one. `pauses` are those whose
    times are known; more than they may be missing between start and end.
    """

    id: str
    person_id: str
    start: Moment
    end: Moment | None
    walked_ms: int
    state: WalkState
    source: Source
    target_minutes: int | None
    entered: Moment
    edited: Moment | None = None
    recorder: str = ""
    details: Details = field(default_factory=Details)
    timed: bool = True
    pauses: Pauses = ()

    @property
    def minutes(self) -> float:
        """Walked time in minutes, pauses left out."""
        return minutes(self.walked_ms)

    @property
    def paused_minutes(self) -> float:
        """Minutes between start and end that were not walked."""
        if self.end is None:
            return 0.0
        return minutes(max(0, self.end.ms - self.start.ms - self.walked_ms))
