"""Reads what the charts and the plain figures show."""

from datetime import date
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.marked import flare_ups, marked
from walktrack.domain.period import Grain, Period, Range
from walktrack.domain.person import Person
from walktrack.domain.summary import Overview

if TYPE_CHECKING:
    from walktrack.services.planning import Planning
    from walktrack.storage.diary import Diary


class Overviews:
    """Adds the diary up for one look at the charts; changes nothing."""

    def __init__(self, diary: "Diary", clock: Clock, plan: "Planning") -> None:
        self._diary = diary
        self._clock = clock
        self._plan = plan

    def of(self, person: Person, chosen: Range, week_start: int) -> Overview:
        """Return the overview of a range that ends today; `week_start` 0 is Monday."""
        today = self._clock.read().wall.day
        totals = self._diary.totals
        period = Period.of(chosen, today, self._first_day(person))
        grain = period.grain
        buckets = totals.buckets(person.id, period, grain, week_start)
        # The first week or month is a whole one, also where the period begins inside it.
        begun = Period.around(period.first, grain, week_start).first
        whole = Period(begun, period.last)
        marks = self._diary.marks.within(person.id, whole)
        return Overview(
            period=period,
            grain=grain,
            goal_minutes=self._plan.minutes(person.id) or person.goal_minutes,
            buckets=marked(buckets, marks, whole, grain, week_start),
            medians=totals.medians(person.id, period) if grain is Grain.DAY else (),
            dots=totals.dots(person.id, period),
            figures=totals.figures(person.id, period, today, week_start),
            flare_ups=flare_ups(marks, whole),
        )

    def _first_day(self, person: Person) -> date | None:
        known = self._diary.totals.first_day(person.id), self._diary.marks.first_day(person.id)
        return min((day for day in known if day), default=None)
