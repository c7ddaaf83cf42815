"""Pain change by what was done: with and without, never put in order of how good it looks.

There are many lines here, and among many lines some differ by chance alone. So each bears its
numbers, and the screen says that it may be chance.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Kind, Surface

WALKS_OF_EACH = 5
_NOON, _EVENING = 12, 18


class TimeOfDay(StrEnum):
    """When a walk began: before noon, before six in the evening, or later."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @classmethod
    def of(cls, hour: int) -> "TimeOfDay":
        """Return the part of the day of an hour from 0 to 23."""
        if hour < _NOON:
            return cls.MORNING
        return cls.AFTERNOON if hour < _EVENING else cls.EVENING


Choice = Kind | Surface | Company | TimeOfDay | PostureItem
_SORTS = (Kind, Surface, Company, TimeOfDay, PostureItem)


@dataclass(frozen=True, slots=True)
class WalkKnown:
    """A walk whose pain changed by `change` points, and what is known of it.

    `day` is its day number. `choices` are what it was, at most one of each sort. `posture` holds
    the lines of the checklist that were ticked, None if the list was not touched. `late` tells
    that the walk or a rating of it was typed after noon of the next day, `guessed` that a rating
    is a carer's estimate.
    """

    day: int
    minutes: float
    change: int
    choices: tuple[Kind | Surface | Company | TimeOfDay, ...] = ()
    posture: frozenset[PostureItem] | None = None
    late: bool = False
    guessed: bool = False

    @property
    def sure(self) -> bool:
        """Whether both ratings are the person's own word, and all was written down in time."""
        return not self.late and not self.guessed


@dataclass(frozen=True, slots=True)
class WithAndWithout:
    """The median change of pain on `n_with` walks with something and on `n_without` others."""

    about: Choice
    with_it: float
    n_with: int
    without: float
    n_without: int


def by_choice(walks: Iterable[WalkKnown]) -> tuple[WithAndWithout, ...]:
    """Compare walks with and without each thing that 5 walks had and 5 others had not.

    A walk is without a thing only where another of its sort was said; without a line of the
    checklist only where the list was touched. The order is that of the sorts and their things, not
    of the numbers. Only walks that are sure are looked at.
    """
    # By sort and thing: a treadmill is a kind of walk and also a surface, and the two are equal.
    told: dict[tuple[type, Choice], tuple[list[int], list[int]]]
    told = defaultdict(lambda: ([], []))
    for walk in walks:
        if not walk.sure:
            continue
        for each, had in _said(walk):
            told[type(each), each][0 if had else 1].append(walk.change)
    return tuple(
        WithAndWithout(each, median(those), len(those), median(others), len(others))
        for sort in _SORTS
        for each in sort
        for those, others in [told[sort, each]]
        if min(len(those), len(others)) >= WALKS_OF_EACH
    )


def _said(walk: WalkKnown) -> Iterable[tuple[Choice, bool]]:
    """Return whether a walk had each thing of the sorts that something was said about."""
    for said in walk.choices:
        for each in type(said):
            yield each, each is said
    if walk.posture is not None:
        for line in PostureItem:
            yield line, line in walk.posture
