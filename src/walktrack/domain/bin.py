"""What lies in the bin, and for how long."""

from dataclasses import dataclass

from walktrack.domain.entry import Entry
from walktrack.domain.moment import Moment
from walktrack.domain.person import Person

KEPT_DAYS = 30
MS_PER_DAY = 24 * 3_600_000
KEPT_MS = KEPT_DAYS * MS_PER_DAY


@dataclass(frozen=True, slots=True)
class Binned:
    """A removed walk with its answers, a removed rating, mark, or answer about a day.

    `removed_ms` is when that was, in UTC milliseconds. `is_open` says that the walk was never
    finished. `of_walk` is the start of the walk a rating was given for.
    """

    entry: Entry
    removed_ms: int
    is_open: bool = False
    of_walk: Moment | None = None

    def days_left(self, now: Moment) -> int:
        """Return how many days it is kept for still, 0 to 30; a part of a day counts whole."""
        return _days_left(self.removed_ms, now)


@dataclass(frozen=True, slots=True)
class BinnedPerson:
    """A removed person with all their records. `removed_ms` is when that was, as of a walk."""

    person: Person
    removed_ms: int

    def days_left(self, now: Moment) -> int:
        """Return how many days they are kept for still, 0 to 30; a part of a day counts whole."""
        return _days_left(self.removed_ms, now)


def expired_by(now_ms: int, newest_ms: int) -> int:
    """Return the time by which a thing must have been removed to be thrown away now.

    A clock may be set wrong by years, and one look at it proves nothing. So the diary must bear
    witness too: only what was in the bin for 30 days when its newest record was made is thrown
    away.
    """
    return min(now_ms, newest_ms) - KEPT_MS


def _days_left(removed_ms: int, now: Moment) -> int:
    left = -((now.ms - removed_ms - KEPT_MS) // MS_PER_DAY)
    return min(max(left, 0), KEPT_DAYS)
