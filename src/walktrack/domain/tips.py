"""What there is to say about walking with a back that hurts, and what each piece rests on.

None of it is proved to change pain, and the page says so.
"""

from enum import StrEnum

from walktrack.domain.posture import PostureItem


class Basis(StrEnum):
    """What a piece of advice rests on. There is no basis that promises less pain."""

    COMFORT = "comfort"
    SAFETY = "safety"
    WALKERS = "walkers"
    TRIAL = "trial"


class Topic(StrEnum):
    """A topic of the tips, in the order they are read; a drawing has its value as its name."""

    START = "start"
    WHEN = "when"
    WHERE = "where"
    COMPANY = "company"
    SHOES = "shoes"
    WARM_UP = "warm_up"
    VARIETY = "variety"
    FLARE_UP = "flare_up"


_COMFORT, _SAFETY, _WALKERS = Basis.COMFORT, Basis.SAFETY, Basis.WALKERS

TOPIC_RESTS_ON: dict[Topic, tuple[Basis, ...]] = {
    Topic.START: (_COMFORT, _SAFETY),
    Topic.WHEN: (_COMFORT, _WALKERS),
    Topic.WHERE: (_SAFETY, _COMFORT),
    Topic.COMPANY: (_WALKERS, _SAFETY),
    Topic.SHOES: (_COMFORT, _SAFETY),
    Topic.WARM_UP: (_COMFORT,),
    Topic.VARIETY: (_SAFETY, _WALKERS),
    Topic.FLARE_UP: (_COMFORT, Basis.TRIAL),
}
"""The trials are those of evidence.BED_REST."""

LINE_RESTS_ON: dict[PostureItem, tuple[Basis, ...]] = {
    PostureItem.LOOK_AHEAD: (_SAFETY, _COMFORT),
    PostureItem.SHOULDERS: (_COMFORT,),
    PostureItem.TALL: (_COMFORT,),
    PostureItem.ARMS: (_COMFORT,),
    PostureItem.STEPS: (_COMFORT, _SAFETY),
    PostureItem.TUMMY: (_COMFORT,),
    PostureItem.SHOES: (_COMFORT, _SAFETY),
    PostureItem.ROUTE: (_SAFETY,),
    PostureItem.PACE: (_COMFORT, _SAFETY),
    PostureItem.TALK: (_SAFETY, _COMFORT),
}
