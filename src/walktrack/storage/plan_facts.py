"""What the plan has to know of walks and ratings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from walktrack.domain.moment import day_number, day_of, minutes
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.period import Period
from walktrack.storage.room import Room, reads

_WALKS = """
    SELECT walk.day, walk.walked_ms, walk.stopped_for_pain, before.value, after.value
    FROM walk
    LEFT JOIN pain_rating AS before ON before.walk_id = walk.id AND before.moment = 'before'
        AND before.deleted_at IS NULL
    LEFT JOIN pain_rating AS after ON after.walk_id = walk.id AND after.moment = 'after'
        AND after.deleted_at IS NULL
    WHERE walk.person_id = ? AND walk.day BETWEEN ? AND ? AND walk.state = 'done'
        AND walk.deleted_at IS NULL
    ORDER BY walk.start_at, walk.id
"""
_ANSWERS = """
    SELECT day, value, reporter FROM pain_rating
    WHERE person_id = ? AND day BETWEEN ? AND ? AND moment = ? AND deleted_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class WalkSeen:
    """A done walk: its day, walked minutes, and pain before and after, 0 to 10 or None."""

    day: date
    minutes: float
    stopped_for_pain: bool
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """The one answer of its kind on a day, and whether a carer guessed it."""

    value: int
    guessed: bool


class PlanFacts(Room):
    """Reads them for some days."""

    @reads
    def walks(self, person_id: str, period: Period) -> list[WalkSeen]:
        """Return the done walks of some days, by their start."""
        days = day_number(period.first), day_number(period.last)
        return [
            WalkSeen(day_of(day), minutes(ms), bool(stopped), before, after)
            for day, ms, stopped, before, after in self._db.rows(_WALKS, person_id, *days)
        ]

    @reads
    def answers(
        self, person_id: str, period: Period, moment: PainMoment
    ) -> Mapping[date, AnswerSeen]:
        """Return what was answered once a day, on some days; `moment` is of ONCE_A_DAY."""
        days = day_number(period.first), day_number(period.last)
        return {
            day_of(day): AnswerSeen(value, reporter == Reporter.GUESS)
            for day, value, reporter in self._db.rows(_ANSWERS, person_id, *days, moment.value)
        }
