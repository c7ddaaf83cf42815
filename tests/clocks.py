"""A clock wound by hand, which can do to itself whatever a real computer does."""

from datetime import datetime

from walktrack.domain.clock import Reading
from walktrack.domain.moment import Moment

NOON = Moment.of(datetime.fromisoformat("2026-06-01T12:00:00+02:00"))


class HandClock:
    """Stands still until told otherwise."""

    def __init__(self, wall: Moment = NOON) -> None:
        self.wall = wall
        self.boot_ms = 5_000_000
        self.awake_ms = 4_000_000
        self._boots = 1

    def read(self) -> Reading:
        return Reading(self.wall, self.boot_ms, self.awake_ms, f"boot-{self._boots}")

    def go(self, *, hours: float = 0, minutes: float = 0, seconds: float = 0, ms: int = 0) -> None:
        """Let time pass with the computer awake."""
        span = round(hours * 3_600_000 + minutes * 60_000 + seconds * 1000) + ms
        self.awake_ms += span
        self.sleep(span)

    def sleep(self, ms: int) -> None:
        """Let time pass with the computer asleep."""
        self.boot_ms += ms
        self.wall = self.wall.plus(ms)

    def set_wall(self, by_ms: int) -> None:
        """Set the wall clock forward or back, as a person or the network does."""
        self.wall = self.wall.plus(by_ms)

    def set_zone(self, offset: int) -> None:
        """Change to another time zone or to summer time."""
        self.wall = Moment(self.wall.ms, offset)

    def reboot(self, off_ms: int) -> None:
        """Turn the computer off and on again."""
        self.wall = self.wall.plus(off_ms)
        self.boot_ms = self.awake_ms = 20_000
        self._boots += 1
