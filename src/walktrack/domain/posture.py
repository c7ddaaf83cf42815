"""The posture checklist: ten lines for an easy walk. There is no score."""

from enum import StrEnum


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
