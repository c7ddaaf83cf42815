"""Keeps a plan as it is after each change, and the way back to what it was."""

from typing import TYPE_CHECKING

from walktrack.domain.plan.record import Planned
from walktrack.services.changes import Announcer, Changes
from walktrack.services.undo import (
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    UndoStack,
    Way,
    announced,
)

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class PlanKeeping:
    """Stores whole plans, so that each deed can be taken back whole."""

    def __init__(self, diary: "Diary", announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._announcer = announcer
        self._undo = undo

    def store(self, kind: DeedKind, plan_id: str, was: Planned | None, now: Planned) -> None:
        """Keep a plan that was something else, or nothing, before."""
        self._diary.plans.put(now)
        self._undo.push(Deed(kind, announced(lambda: self._turn(plan_id, now, was), self._tell)))
        self._tell()

    def catch_up(self, planned: Planned) -> None:
        """Keep a plan with what time brought; nobody did it, so nobody takes it back."""
        self._diary.plans.put(planned)
        self._tell()

    def _turn(self, plan_id: str, now: Planned | None, was: Planned | None) -> Way:
        """Make a plan what it was, if it is as it is known to be now."""
        if self._diary.plans.get(plan_id) != now or self._is_barred(plan_id, was):
            raise HinderedError(Hindrance.CHANGED)
        if was is None:
            self._diary.plans.remove(plan_id)
        else:
            self._diary.plans.put(was)
        return lambda: self._turn(plan_id, was, now)

    def _is_barred(self, plan_id: str, was: Planned | None) -> bool:
        """Say whether another plan goes on where this one would again."""
        if was is None or was.plan.last_day is not None:
            return False
        other = self._diary.plans.going_on(was.plan.person_id)
        return other is not None and other.plan.id != plan_id

    def _tell(self) -> None:
        self._announcer.announce(Changes.PLAN)
