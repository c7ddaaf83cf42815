"""One line of History: a walk or a rating without a walk, as the list shows it."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment


class EntryKind(StrEnum):
    """What a line of History is."""

    WALK = "walk"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Entry:
    """A walk (`walked_ms`, `before`, `after`, `ticked`) or a rating (`moment`, `value`)."""

    kind: EntryKind
    id: str
    at: Moment
    note: str
    edited: bool
    walked_ms: int | None = None
    before: int | None = None
    after: int | None = None
    ticked: int = 0
    moment: PainMoment | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which lines to show. Days are day numbers, both included; `text` is searched in notes."""

    first_day: int | None = None
    last_day: int | None = None
    text: str = ""
