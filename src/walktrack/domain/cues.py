"""The moments of a walk worth a gentle sound: half the goal, the goal, and a guided walk's."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import MS_PER_MINUTE

GENTLE_MINUTES = (0, 1, 2, 3, 5)
"""What can be chosen for the gentle minutes at both ends; 0 is none."""

POSTURE_EVERY_MINUTES = 5

_BACK_WITHOUT_GOAL_MINUTES = 10
_LONGEST_MINUTES = 600


class Cue(StrEnum):
    """What has been reached. The name is that of its sound."""

    HALF = "half"
    GOAL = "goal"
    EASE = "ease"
    SLOW = "slow"
    POSTURE = "posture"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Guide:
    """What a guided walk says on the way.

    `gentle_minutes` begin and end it: EASE tells when those at the start are over, SLOW when those
    before the goal begin. `posture` reminds every five minutes; `back` asks once, half-way or after
    ten minutes without a goal, how the back is.
    """

    gentle_minutes: int = 3
    posture: bool = False
    back: bool = True


def cues_of(target_minutes: int | None, guide: Guide | None = None) -> list[tuple[int, Cue]]:
    """Return the cues of a walk by milliseconds walked; where two meet, only the weightier one."""
    found: dict[int, Cue] = {}
    last = target_minutes or _LONGEST_MINUTES
    if guide and guide.posture:
        for minute in range(POSTURE_EVERY_MINUTES, last, POSTURE_EVERY_MINUTES):
            found[minute * MS_PER_MINUTE] = Cue.POSTURE
    if guide and 0 < guide.gentle_minutes * 2 < last:
        found[guide.gentle_minutes * MS_PER_MINUTE] = Cue.EASE
        if target_minutes:
            found[(target_minutes - guide.gentle_minutes) * MS_PER_MINUTE] = Cue.SLOW
    if target_minutes:
        half = target_minutes * MS_PER_MINUTE // 2
        found[half] = Cue.BACK if guide and guide.back else Cue.HALF
        found[target_minutes * MS_PER_MINUTE] = Cue.GOAL
    elif guide and guide.back:
        found[_BACK_WITHOUT_GOAL_MINUTES * MS_PER_MINUTE] = Cue.BACK
    return sorted(found.items())


def cue_between(
    before_ms: int, now_ms: int, target_minutes: int | None, guide: Guide | None = None
) -> Cue | None:
    """Return the cue passed while the walked time went from `before_ms` to `now_ms`.

    Of several it is the last: nobody wants to hear what was due while the computer was busy.
    """
    passed = [cue for at, cue in cues_of(target_minutes, guide) if before_ms < at <= now_ms]
    return passed[-1] if passed else None


def until_next_cue(
    walked_ms: int, target_minutes: int | None, guide: Guide | None = None
) -> int | None:
    """Return the milliseconds of walking to the next cue, or None if there is none."""
    ahead = [at for at, _ in cues_of(target_minutes, guide) if at > walked_ms]
    return ahead[0] - walked_ms if ahead else None
