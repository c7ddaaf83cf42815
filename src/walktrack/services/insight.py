"""Reads what may honestly be said about a diary."""

from datetime import timedelta
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.insight.insight import Insight, insight_of
from walktrack.domain.period import Period, Range
from walktrack.domain.person import Person

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

_EARLY = timedelta(days=20)
"""From the first day to the last of those that "then" looks at."""


class Insights:
    """Looks at the last year as a whole; changes nothing.

    There is no choice of range: whoever may try several soon finds one with a link in it.
    """

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary = diary
        self._clock = clock

    def of(self, person: Person) -> Insight:
        """Return what may be said about the year that ends today."""
        today = self._clock.read().wall.day
        period = Period.of(Range.YEAR, today, None)
        rows = self._diary.insight
        first = self._diary.totals.first_day(person.id)
        early = rows.days(person.id, Period(first, first + _EARLY)) if first else ()
        return insight_of(
            period, rows.walks(person.id, period), rows.days(person.id, period), early, first
        )
