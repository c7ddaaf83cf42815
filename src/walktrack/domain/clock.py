"""What a clock must be able to say; the computer's own is `walktrack.clock`, tests wind theirs."""

from dataclasses import dataclass
from typing import Protocol

from walktrack.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Reading:
    """All clocks read at one instant.

    `wall` says when. `boot_ms` counts on while the computer sleeps and says how long; `awake_ms`
    stops in sleep, so the difference of the two tells of sleep. `boot` names the start of the
    computer they count from: readings with different names share only the wall clock.
    """

    wall: Moment
    boot_ms: int
    awake_ms: int
    boot: str

    def since(self, earlier: "Reading") -> int:
        """Return the milliseconds from `earlier` to here, never below 0.

        The sleep-counting clock is believed; only across a restart of the computer the wall
        clock has to do.
        """
        if self.boot == earlier.boot:
            return max(0, self.boot_ms - earlier.boot_ms)
        return max(0, self.wall.ms - earlier.wall.ms)

    def is_later_than(self, other: "Reading") -> bool:
        """Say whether this was read after `other`, as far as one clock saw both."""
        return self.boot == other.boot and self.boot_ms > other.boot_ms

    def slept_since(self, earlier: "Reading") -> int:
        """Return for how many of the milliseconds since `earlier` the computer slept."""
        if self.boot != earlier.boot:
            return 0
        return max(0, self.since(earlier) - (self.awake_ms - earlier.awake_ms))

    def plus(self, ms: int) -> "Reading":
        """Return the reading all clocks would give `ms` later (earlier if negative)."""
        return Reading(self.wall.plus(ms), self.boot_ms + ms, self.awake_ms + ms, self.boot)


class Clock(Protocol):
    """Reads the time; injected wherever time matters."""

    def read(self) -> Reading:
        """Return all clocks now."""
        ...
