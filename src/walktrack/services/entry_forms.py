"""Walks, ratings and marks as forms hold them while they are typed."""

from dataclasses import dataclass, field
from datetime import date

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, Place, Reporter
from walktrack.domain.pauses import Pauses
from walktrack.domain.posture import PostureItem
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details


@dataclass(frozen=True, slots=True)
class DuringForm:
    """A rating given `walked_ms` milliseconds into a walk; `value` is 0 to 10, None if cleared."""

    id: str
    walked_ms: int
    value: int | None


@dataclass(frozen=True, slots=True)
class WalkForm:
    """A walk as a form holds it: its times, ratings, ticks and details.

    `during` can change and clear the ratings a walk has; one it does not name stays as it is.
    `pauses` lie inside the times and leave room for what was walked.
    """

    times: Times
    before: int | None = None
    after: int | None = None
    ticked: frozenset[PostureItem] = frozenset()
    details: Details = field(default_factory=Details)
    during: tuple[DuringForm, ...] = ()
    timed: bool = True
    pauses: Pauses = ()


@dataclass(frozen=True, slots=True)
class RatingForm:
    """A rating without a walk as a form holds it.

    `reporter` None is as it was, and of a new one that of whoever writes.
    """

    at: Moment
    moment: PainMoment
    value: int
    note: str = ""
    places: frozenset[Place] = frozenset()
    reporter: Reporter | None = None


@dataclass(frozen=True, slots=True)
class MarkForm:
    """A mark on days as a form holds it; `last` is None for a flare-up that goes on."""

    kind: MarkKind
    first: date
    last: date | None
    note: str = ""
