"""What values can stand in a record: the words of each list, and times the program can show."""

from datetime import date
from enum import StrEnum

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.edit import EditKind
from walktrack.domain.moment import MS_PER_MINUTE, day_number
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.proposal import Rule
from walktrack.domain.plan.start import Start
from walktrack.domain.posture import PostureItem
from walktrack.domain.reminders import About
from walktrack.domain.stopwatch import Doubt, EventKind
from walktrack.domain.walk import Company, Effort, Kind, Source, Surface, WalkState
from walktrack.domain.warning_signs import Level, Resolution, SignMoment

CHOICES: dict[str, dict[str, type[StrEnum]]] = {
    "walk": {
        "state": WalkState,
        "source": Source,
        "kind": Kind,
        "surface": Surface,
        "company": Company,
        "effort": Effort,
    },
    "walk_event": {"kind": EventKind, "doubt": Doubt},
    "pain_rating": {"moment": PainMoment, "reporter": Reporter},
    "posture_check": {"item": PostureItem},
    "day_mark": {"kind": MarkKind},
    "interference": {"reporter": Reporter},
    "sign_check": {"moment": SignMoment, "level": Level, "resolution": Resolution},
    "edit": {"kind": EditKind},
    "plan": {"start": Start},
    "plan_step": {"rule": Rule, "choice": Choice},
    "reminder": {"about": About},
}
"""The columns that hold a word of a list, by table."""

DAY_MS = 24 * 60 * MS_PER_MINUTE
EARLIEST_DAY, LATEST_DAY = day_number(date(2, 1, 1)), day_number(date(9998, 12, 31))
EARLIEST_MS, LATEST_MS = EARLIEST_DAY * DAY_MS, LATEST_DAY * DAY_MS
LARGEST_OFFSET = 24 * 60 - 1
"""Minutes; a datetime takes no more."""
