"""The two moments of a walk worth a gentle sound: half the goal, and the goal."""

from enum import StrEnum

from walktrack.domain.moment import MS_PER_MINUTE


class Cue(StrEnum):
    """What has been reached."""

    HALF = "half"
    GOAL = "goal"


def cue_between(before_ms: int, now_ms: int, target_minutes: int | None) -> Cue | None:
    """Return the cue passed while the walked time went from `before_ms` to `now_ms`."""
    if target_minutes is None:
        return None
    for cue, at in ((Cue.GOAL, _goal_ms(target_minutes)), (Cue.HALF, _half_ms(target_minutes))):
        if before_ms < at <= now_ms:
            return cue
    return None


def until_next_cue(walked_ms: int, target_minutes: int | None) -> int | None:
    """Return the milliseconds of walking to the next cue, or None if there is none."""
    if target_minutes is None:
        return None
    ahead = [at for at in (_half_ms(target_minutes), _goal_ms(target_minutes)) if at > walked_ms]
    return min(ahead) - walked_ms if ahead else None


def _goal_ms(target_minutes: int) -> int:
    return target_minutes * MS_PER_MINUTE


def _half_ms(target_minutes: int) -> int:
    return target_minutes * MS_PER_MINUTE // 2
