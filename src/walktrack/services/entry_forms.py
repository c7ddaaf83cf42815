"""Walks and ratings as forms hold them while they are typed."""

from dataclasses import dataclass, field

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment
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
    """

    times: Times
    before: int | None = None
    after: int | None = None
    ticked: frozenset[PostureItem] = frozenset()
    details: Details = field(default_factory=Details)
    during: tuple[DuringForm, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingForm:
    """A rating without a walk as a form holds it."""

    at: Moment
    moment: PainMoment
    value: int
    note: str = ""
