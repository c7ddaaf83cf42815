"""Writes down a day in a few keys, for somebody who looks after several people."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.day_mark import MarkKind
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import HIGHEST, LOWEST
from walktrack.domain.quick import MOST_MINUTES, QuickError, QuickFault, QuickRow
from walktrack.domain.typed import Times
from walktrack.domain.walk import Source, Walk
from walktrack.services.days import Days
from walktrack.services.entry_forms import MarkForm, WalkForm
from walktrack.services.history import History

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

_NOON = time(12)


class QuickEntry:
    """Reads and stores rows; each change is a deed that can be undone.

    QuickError for what cannot be so, DiaryError if it cannot be stored.
    """

    def __init__(self, diary: "Diary", clock: Clock, history: History, days: Days) -> None:
        self._diary, self._clock = diary, clock
        self._history, self._days = history, days

    def row(self, person_id: str, day: date) -> QuickRow:
        """Return what is known of a person's day."""
        walks = self._diary.walks.on_day(person_id, day)
        walk = _written_so(walks)
        if walk is None and walks:
            whole = round(sum(each.walked_ms for each in walks) / MS_PER_MINUTE)
            return QuickRow(person_id, day, minutes=whole, fixed=True)
        if walk is None:
            no_walk = self._days.on(person_id, day).no_walk is not None
            return QuickRow(person_id, day, no_walk=no_walk)
        form = self._history.walk_form(walk.id)
        pain = (form.before, form.after) if form else (None, None)
        return QuickRow(person_id, day, round(walk.minutes), *pain)

    def store(self, row: QuickRow) -> None:
        """Make a day what the row says; an empty one takes back what was written so."""
        self._check(row)
        walk = _written_so(self._diary.walks.on_day(row.person_id, row.day))
        if row.minutes is not None:
            self._walk(row, walk)
        elif walk:
            self._history.remove_walk(walk.id)
        elif row.no_walk != self.row(row.person_id, row.day).no_walk:
            self._turn_no_walk(row)

    def _check(self, row: QuickRow) -> None:
        if self.row(row.person_id, row.day).fixed:
            raise QuickError(QuickFault.FIXED)
        if row.day > self._clock.read().wall.day:
            raise QuickError(QuickFault.TO_COME)
        if row.minutes is not None and not 1 <= row.minutes <= MOST_MINUTES:
            raise QuickError(QuickFault.MINUTES)
        said = [value for value in (row.before, row.after) if value is not None]
        if any(not LOWEST <= value <= HIGHEST for value in said):
            raise QuickError(QuickFault.PAIN)
        if said and row.minutes is None:
            raise QuickError(QuickFault.MINUTES_FIRST)
        if row.no_walk and row.minutes is not None:
            raise QuickError(QuickFault.WALKED)

    def _walk(self, row: QuickRow, walk: Walk | None) -> None:
        start = Moment.of(datetime.combine(row.day, _NOON))
        walked = (row.minutes or 0) * MS_PER_MINUTE
        if walk is None:
            form = WalkForm(Times(start, start.plus(walked), walked), timed=False)
            self._history.add_walk(row.person_id, replace(form, before=row.before, after=row.after))
            return
        known = self._history.walk_form(walk.id)
        if known:
            times = Times(walk.start, walk.start.plus(walked), walked)
            form = replace(known, times=times, before=row.before, after=row.after, pauses=())
            self._history.edit_walk(walk.id, form)

    def _turn_no_walk(self, row: QuickRow) -> None:
        known = self._days.on(row.person_id, row.day).no_walk
        if known:
            self._days.remove(known.id)
        else:
            self._days.add(row.person_id, MarkForm(MarkKind.NO_WALK, row.day, row.day))


def _written_so(walks: list[Walk]) -> Walk | None:
    """Return the walk of a day that was written down here, if it is the only one."""
    if len(walks) != 1 or walks[0].timed or walks[0].source is not Source.TYPED:
        return None
    return walks[0]
