"""One line of History: a walk, a rating without a walk, or what is said of days."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, Place
from walktrack.domain.search import Meant


class EntryKind(StrEnum):
    """What a line of History is."""

    WALK = "walk"
    RATING = "rating"
    MARK = "mark"
    INTERFERENCE = "interference"


OF_DAYS = frozenset({EntryKind.MARK, EntryKind.INTERFERENCE})
"""What has no time of day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A walk (`walked_ms`, `before`, `after`, `ticked`), a rating (`moment`, `value`), or of days.

    What is said of days has no time: `at` is the midnight the first day begins with. `last` of a
    mark (`mark`) is None for a flare-up that goes on. How much pain got in the way of a day is a
    `value`, with `guess` if a carer thought so. Of a walk not `timed` only the day is known.
    Numbers in `guessed` are what a carer thought; `recorder` is who wrote it down, empty for the
    person. `places` are where it hurt, of a walk at any time on it.
    """

    kind: EntryKind
    id: str
    person_id: str
    at: Moment
    note: str
    edited: bool
    walked_ms: int | None = None
    before: int | None = None
    after: int | None = None
    ticked: int = 0
    moment: PainMoment | None = None
    value: int | None = None
    mark: MarkKind | None = None
    last: date | None = None
    timed: bool = True
    recorder: str = ""
    guessed: frozenset[PainMoment] = frozenset()
    places: frozenset[Place] = frozenset()
    guess: bool = False


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which lines to show. Days are day numbers, both included.

    `text` is looked for in notes and in the names of those who wrote; a line is found as well if
    it holds one of the answers that are `meant` by it.
    """

    first_day: int | None = None
    last_day: int | None = None
    text: str = ""
    meant: Meant = field(default_factory=Meant)
