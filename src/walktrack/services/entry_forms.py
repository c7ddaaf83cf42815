"""Walks, ratings, marks and answers about days as forms hold them while they are typed."""

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
class Aside:
    """What goes with a number: where it hurts, and how the number is known.

    `reporter` None leaves that as it was, and makes a new or changed number one of whoever
    writes. `known` is what is stored, to be shown; it changes nothing.
    """

    places: frozenset[Place] = frozenset()
    reporter: Reporter | None = None
    known: Reporter | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class DuringForm:
    """A rating given `walked_ms` milliseconds into a walk; `value` is 0 to 10, None if cleared.

    One that is to be added has no `id` yet.
    """

    id: str
    walked_ms: int
    value: int | None
    aside: Aside = field(default_factory=Aside)


@dataclass(frozen=True, slots=True)
class WalkForm:
    """A walk as a form holds it: its times, ratings, ticks and details.

    `during` can change and clear the ratings a walk has; one it does not name stays as it is.
    `pauses` lie inside the times and leave room for what was walked. `by_before` and `by_after`
    go with the two numbers.
    """

    times: Times
    before: int | None = None
    after: int | None = None
    ticked: frozenset[PostureItem] = frozenset()
    details: Details = field(default_factory=Details)
    during: tuple[DuringForm, ...] = ()
    timed: bool = True
    pauses: Pauses = ()
    by_before: Aside = field(default_factory=Aside)
    by_after: Aside = field(default_factory=Aside)


@dataclass(frozen=True, slots=True)
class RatingForm:
    """A rating without a walk as a form holds it."""

    at: Moment
    moment: PainMoment
    value: int
    note: str = ""
    aside: Aside = field(default_factory=Aside)


@dataclass(frozen=True, slots=True)
class InterferenceForm:
    """How much pain got in the way of a day, 0 to 10, as a form holds it; it has no places."""

    day: date
    value: int
    note: str = ""
    aside: Aside = field(default_factory=Aside)


@dataclass(frozen=True, slots=True)
class MarkForm:
    """A mark on days as a form holds it; `last` is None for a flare-up that goes on."""

    kind: MarkKind
    first: date
    last: date | None
    note: str = ""
