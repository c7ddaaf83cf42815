"""An open walk as the window shows it, and what a person can say when its time is in doubt."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.clock import Reading
from walktrack.domain.moment import Moment
from walktrack.domain.stopwatch import Stopwatch
from walktrack.domain.walk import Walk, WalkState


class Answer(StrEnum):
    """What a person can say about time in doubt."""

    KEEP = "keep"
    DROP = "drop"
    STOPPED = "stopped"
    CHOSEN = "chosen"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Running:
    """An open walk as it stands at one reading of the clock."""

    walk: Walk
    watch: Stopwatch
    walked_ms: int

    @property
    def state(self) -> WalkState:
        """Running, paused, or waiting for an answer."""
        return self.watch.state


def reading_at(at: Moment | None, now: Reading, watch: Stopwatch) -> Reading:
    """Return what all clocks showed at a time the person chose as the end of their walk.

    ValueError if it lies before the start or in the future.
    """
    start_ms = now.wall.ms - watch.elapsed_ms(now)  # by the clock as it is set now
    if at is None or not start_ms <= at.ms <= now.wall.ms:
        message = "the chosen end lies outside the walk"
        raise ValueError(message)
    return now.plus(at.ms - now.wall.ms)
