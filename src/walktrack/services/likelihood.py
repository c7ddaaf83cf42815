"""Says when somebody else's walk is more likely at this hour."""

from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.likely import likely_other
from walktrack.domain.person import Person

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

LOOKED_BACK_MS = 60 * 24 * 3_600_000
MOST_WALKS = 500
"""How far back to look, so that a diary of many people is as quick as one of few."""


class Likelihood:
    """Looks at the last walks of all people; changes nothing."""

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary, self._clock = diary, clock

    def other(self, person: Person) -> Person | None:
        """Return who walked on the last five walks at this time of day, if it was not `person`."""
        now = self._clock.read().wall
        walks = self._diary.walks.newest(now.ms - LOOKED_BACK_MS, MOST_WALKS)
        person_id = likely_other(walks, now, person.id)
        return self._diary.people.get(person_id) if person_id else None
