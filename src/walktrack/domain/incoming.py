"""What a file would bring into the diary, line by line, before anything is changed."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.day_mark import DayMark
from walktrack.domain.interference import Interference
from walktrack.domain.pain import PainRating
from walktrack.domain.plan.record import Plan, Planned, PlanStep
from walktrack.domain.posture import PostureCheck
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck


@dataclass(frozen=True, slots=True)
class StepIn:
    """A step of a plan, with the plan it belongs to and how many steps that has.

    A plan comes in whole or not at all.
    """

    plan: Plan
    step: PlanStep
    steps: int

    @property
    def id(self) -> str:
        """The name of the step."""
        return self.step.id


Record = Walk | PainRating | PostureCheck | DayMark | Interference | SignCheck | StepIn


class Fate(StrEnum):
    """What would happen to a line; those that ask for attention come first."""

    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    THERE = "there"
    COMES = "comes"


class Why(StrEnum):
    """Why a line would not come in."""

    # It cannot be read.
    CELLS = "not as many cells as names"
    NAMES = "the names of the columns again"
    EMPTY = "empty"
    ID = "no id"
    TIME = "no time"
    DAY = "no day"
    NUMBER = "no number"
    WORD = "a word that is not known"
    YES_NO = "neither yes nor no"
    TOO_LONG = "too long"
    END_FIRST = "the end is before the start"
    ONE_DAY = "it is for one day"
    MINUTES = "the minutes do not fit the times"
    PERSON = "another person"
    NO_WALK = "its walk is missing"
    TEXT = "not as it was written"
    PLAN_TORN = "some steps of its plan are missing"
    DATE = "no date"
    CLOCK = "no time of day"
    LENGTH = "no length of time"
    SCALE = "not on the pain scale"
    AHEAD = "the date lies ahead"
    NO_LENGTH = "neither minutes nor an end"
    NO_WALK_LENGTH = "too short or too long for a walk"
    # The diary, or a line above, says otherwise.
    DIFFERS = "differs from the diary"
    REPEATED = "differs from a line above"
    ANSWERED = "another answer is there"
    DAY_TAKEN = "the diary says otherwise of the day"
    REMOVED = "removed from the diary"
    PLAN_THERE = "another plan goes on"
    # It is there already.
    SAME = "in the diary"
    ALIKE = "one like it is in the diary"
    ABOVE = "in a line above"


Verdict = tuple[Fate, Why | None]
"""What would happen to a record, and why it would not come in."""


class Note(StrEnum):
    """What is to be known about the files as a whole."""

    OTHER_PERSON = "the files name another person"
    WINDOWS_LETTERS = "letters were read as old Windows text"
    PAIN_AT_ENDS = "pain came from walks.csv, without its times"
    TICKS_ALONE = "lines of the checklist are only counted"
    DAYS = "days.csv adds nothing"
    DAY_ALONE = "some rows have a date without a time of day"
    DIVIDED = "pain was divided by ten"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file and what would happen to it. `number` counts the lines of the file from 1.

    `column` is the one at fault, if one is. `record` is None if the line cannot be read.
    """

    file: str
    number: int
    fate: Fate
    record: Record | None = None
    why: Why | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Records that come in together, in the order of the files."""

    walks: tuple[Walk, ...] = ()
    ratings: tuple[PainRating, ...] = ()
    checks: tuple[PostureCheck, ...] = ()
    marks: tuple[DayMark, ...] = ()
    signs: tuple[SignCheck, ...] = ()
    interferences: tuple[Interference, ...] = ()
    plans: tuple[Planned, ...] = ()

    def __len__(self) -> int:
        """Return how many records there are; of a plan each step is one."""
        of_walks = len(self.walks) + len(self.ratings) + len(self.checks)
        of_days = len(self.marks) + len(self.signs) + len(self.interferences)
        return of_walks + of_days + sum(len(planned.steps) for planned in self.plans)


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that files would do to a person's diary. `name` is what the files call the person.

    `names` says whether the person, who has no name yet, would get that one.
    """

    person_id: str
    lines: tuple[Line, ...]
    bundle: Bundle
    notes: tuple[Note, ...] = ()
    name: str = ""
    names: bool = False

    def count(self, fate: Fate) -> int:
        """Return how many lines have this fate."""
        return Counter(line.fate for line in self.lines)[fate]
