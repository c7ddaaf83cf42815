"""The posture checklist: ten lines for an easy walk. There is no score."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment


class PostureItem(StrEnum):
    """One line of the checklist; the value is what the file and the CSV hold."""

    LOOK_AHEAD = "look_ahead"
    SHOULDERS = "shoulders"
    TALL = "tall"
    ARMS = "arms"
    STEPS = "steps"
    TUMMY = "tummy"
    SHOES = "shoes"
    ROUTE = "route"
    PACE = "pace"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class PostureCheck:
    """One line of the checklist that was touched on a walk, and whether it is ticked."""

    walk_id: str
    item: PostureItem
    checked: bool
    entered: Moment
    edited: Moment | None = None
    recorder: str = ""
