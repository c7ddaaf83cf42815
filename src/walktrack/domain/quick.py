"""What can be said about a day in a few keys: minutes, pain before and after, or no walk."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_MINUTES = 600


class QuickFault(StrEnum):
    """Why what was typed cannot be stored."""

    MINUTES = "minutes are 1 to 600"
    PAIN = "pain is 0 to 10"
    MINUTES_FIRST = "pain needs minutes first"
    WALKED = "there are minutes on that day"
    FIXED = "the walks of that day are kept one by one"
    TO_COME = "the day is still to come"


class QuickError(ValueError):
    """Something typed that cannot be stored; `fault` says why."""

    def __init__(self, fault: QuickFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class QuickRow:
    """One person's day. Minutes are whole ones; None where nothing is said.

    It is `fixed` if the day has walks that were not written down in this way: then the minutes are
    their sum, and they are put right one by one.
    """

    person_id: str
    day: date
    minutes: int | None = None
    before: int | None = None
    after: int | None = None
    no_walk: bool = False
    fixed: bool = False
