"""Pain ratings: a whole number from 0 to 10, and when it was meant for."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment

LOWEST, HIGHEST = 0, 10


class PainMoment(StrEnum):
    """What a rating is about.

    BEFORE, DURING and AFTER go with a walk. NEXT_MORNING answers "this morning", DAY_AVERAGE
    "today, on average"; of these two a day holds one each. OTHER is a rating at any time.
    """

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next_morning"
    DAY_AVERAGE = "day_average"
    OTHER = "other"


ONCE_A_DAY = frozenset({PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE})
ONCE_A_WALK = frozenset({PainMoment.BEFORE, PainMoment.AFTER})


class Reporter(StrEnum):
    """How the number came about: the person's own word, told to a carer, or a carer's guess."""

    SELF = "self"
    TOLD = "told"
    GUESS = "guess"


class Place(StrEnum):
    """Where it hurts."""

    LOW_BACK_LEFT = "low_back_left"
    LOW_BACK_MIDDLE = "low_back_middle"
    LOW_BACK_RIGHT = "low_back_right"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    CALF = "calf"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class PainRating:
    """One answer on the pain scale. `value` is 0 to 10; a skipped answer has no rating at all.

    `walk_id` is None for a rating without a walk, and for one given before a walk until the walk
    starts. `walked_ms` is how far into the walk a DURING rating was given.
    """

    id: str
    person_id: str
    walk_id: str | None
    moment: PainMoment
    at: Moment
    value: int
    entered: Moment
    walked_ms: int | None = None
    reporter: Reporter = Reporter.SELF
    note: str = ""
    edited: Moment | None = None
    recorder: str = ""
    places: frozenset[Place] = frozenset()

    def __post_init__(self) -> None:
        if not LOWEST <= self.value <= HIGHEST:
            message = f"a pain rating is {LOWEST} to {HIGHEST}, not {self.value}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class WalkPain:
    """The ratings that belong to one walk; None where nothing was answered."""

    before: PainRating | None = None
    during: tuple[PainRating, ...] = ()
    after: PainRating | None = None

    @property
    def change(self) -> int | None:
        """Pain after minus pain before, or None unless the person said both."""
        if self.before is None or self.after is None:
            return None
        if Reporter.GUESS in {self.before.reporter, self.after.reporter}:
            return None
        return self.after.value - self.before.value

    @classmethod
    def of(cls, ratings: "list[PainRating]") -> "WalkPain":
        """Sort the ratings of one walk by what they are about."""
        by_moment = {rating.moment: rating for rating in ratings}
        during = sorted((r for r in ratings if r.moment is PainMoment.DURING), key=lambda r: r.at)
        return cls(by_moment.get(PainMoment.BEFORE), tuple(during), by_moment.get(PainMoment.AFTER))
