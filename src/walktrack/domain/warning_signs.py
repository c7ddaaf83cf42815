"""Warning signs: what a person may tick, how soon it matters, and what became of it.

The program finds nothing out by itself. The list, its levels and its words were fixed together;
a person ticks, and the fixed words of the highest level are shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment

TEXT_VERSION = 1
"""The version of the words on the screen; it goes up by one whenever any of them changes."""


class Level(StrEnum):
    """How soon to get help; the first is the highest."""

    EMERGENCY = "emergency"
    DOCTOR = "doctor"
    PAUSE = "pause"


class Sign(StrEnum):
    """One line of the list; the value is what the file and the CSV hold."""

    NUMB_SADDLE = "E1"
    BLADDER = "E2"
    BOWEL = "E3"
    SEX = "E4"
    BOTH_LEGS = "E5"
    ACCIDENT = "E6"
    CHEST = "E7"
    SUDDEN_PAIN = "E8"
    FEVER = "S1"
    WEIGHT_LOSS = "S2"
    CANCER = "S3"
    PAIN_AT_REST = "S4"
    ONE_LEG = "S5"
    SMALL_FALL = "S6"
    SHAPE = "S7"
    INFECTIONS = "S8"
    HEAVY_LEGS = "S9"
    NO_BETTER = "S10"
    SHARP_PAIN = "P1"
    GIVING_WAY = "P2"
    DIZZY = "P3"
    STILL_UP = "P4"

    @property
    def level(self) -> Level:
        """The level it belongs to."""
        return _LEVELS[self.value[0]]


_LEVELS = {"E": Level.EMERGENCY, "S": Level.DOCTOR, "P": Level.PAUSE}


class SignMoment(StrEnum):
    """What led to the list: the person's own wish, or the moment at which it was offered."""

    ASKED = "asked"
    FIRST_RUN = "first_run"
    PLAN_START = "plan_start"
    WEEKLY_REVIEW = "weekly_review"
    BAD_BEFORE = "bad_before"
    RISE = "rise"
    STOPPED = "stopped"
    FLARE_UP = "flare_up"
    LONG_FLARE_UP = "long_flare_up"
    AFTER_WALK = "after_walk"


class Resolution(StrEnum):
    """How a warning sign was laid to rest, in the person's own words."""

    CHECKED = "checked"
    MISTAKE = "mistake"


class Condition(StrEnum):
    """What is asked about once, before a first walk; none of them blocks anything."""

    INJURY = "injury"
    SURGERY = "surgery"
    NARROWED_SPINE = "narrowed_spine"
    SLIPPED_DISC = "slipped_disc"
    SCIATICA = "sciatica"
    WEAK_BONES = "weak_bones"
    HEART_OR_LUNGS = "heart_or_lungs"
    PREGNANCY = "pregnancy"
    BALANCE = "balance"


def highest(signs: Iterable[Sign]) -> Level | None:
    """Return the highest level among these signs, or None if there are none."""
    levels = {sign.level for sign in signs}
    return next((level for level in Level if level in levels), None)


@dataclass(frozen=True, slots=True)
class SignCheck:
    """The list as it was answered once; without any `signs` nothing was ticked.

    `shown` is when the words of its level were put on the screen, `read` when the person said
    that they had read them. What was `resolved` says how. ValueError for half of that.
    """

    id: str
    person_id: str
    signs: frozenset[Sign]
    moment: SignMoment
    shown: Moment
    entered: Moment
    text_version: int = TEXT_VERSION
    read: Moment | None = None
    resolved: Moment | None = None
    resolution: Resolution | None = None
    edited: Moment | None = None
    recorder: str = ""

    def __post_init__(self) -> None:
        if (self.resolved is None) != (self.resolution is None):
            message = "what is resolved says when and how"
            raise ValueError(message)

    @property
    def level(self) -> Level | None:
        """The highest level that was ticked, or None."""
        return highest(self.signs)

    @property
    def is_open(self) -> bool:
        """Whether it asks for help still; what only asks for a pause does not."""
        return self.level in {Level.EMERGENCY, Level.DOCTOR} and self.resolved is None

    @property
    def in_order(self) -> tuple[Sign, ...]:
        """What was ticked, in the order of the list."""
        return tuple(sign for sign in Sign if sign in self.signs)
