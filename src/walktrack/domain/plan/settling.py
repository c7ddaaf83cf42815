"""Whether a walk left the pain as it was: settled, unsettled, or not known."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.plan.parameters import Parameters


class Label(StrEnum):
    """What a walk did to the pain."""

    SETTLED = "settled"
    UNSETTLED = "unsettled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class WalkFacts:
    """What is known of the pain around a walk, 0 to 10; None where nobody answered.

    `morning_sure` is False where a carer guessed the next morning. `usual` may lie between two
    whole numbers.
    """

    before: int | None = None
    after: int | None = None
    morning: int | None = None
    morning_sure: bool = True
    usual: float | None = None
    stopped_for_pain: bool = False

    @property
    def is_checked(self) -> bool:
        """Whether the next morning is known for sure."""
        return self.morning is not None and self.morning_sure

    @property
    def rise(self) -> int:
        """Pain after minus before; 0 if one of them is not known."""
        if self.before is None or self.after is None:
            return 0
        return self.after - self.before


def label_of(walk: WalkFacts, parameters: Parameters) -> Label:
    """Judge a walk.

    A guess counts where it speaks against the walk; it never clears one.
    """
    usual = walk.before if walk.usual is None else walk.usual
    morning_up = (
        walk.morning is not None
        and usual is not None
        and walk.morning >= usual + parameters.pain_rise
    )
    stirred = walk.rise >= parameters.pain_rise
    after_high = walk.after is not None and walk.after >= parameters.high_pain and stirred
    if walk.stopped_for_pain or morning_up or after_high:
        return Label.UNSETTLED
    return Label.UNKNOWN if stirred and not walk.is_checked else Label.SETTLED
