"""Moving records that were written into the wrong diary to the person they are about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.moving import MovePlan
from walktrack.services.changes import Announcer, Changes
from walktrack.services.edit_log import EditLog
from walktrack.services.undo import (
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    ManyTold,
    UndoStack,
    Way,
    announced,
)
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary
    from walktrack.storage.moving import Stamps


class Moving:
    """Looks what a move would do, and does it in one piece; it can be undone.

    DiaryError if it cannot be stored.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._edits = EditLog(diary, clock)

    def plan(self, from_id: str, to_id: str, ids: Sequence[str]) -> MovePlan:
        """Return what would go of these records, what overlaps and what would stay."""
        return self._diary.moves.plan(from_id, to_id, ids)

    def move(self, plan: MovePlan) -> None:
        """Give the records of a plan to the other person. They say afterwards that they were moved.

        HinderedError, and nothing changed, if one of them has changed since.
        """
        if not plan:
            return
        now = self._clock.read().wall
        edits = self._described(plan)
        with self._diary.transaction():
            stamps = self._give(plan, dict.fromkeys(plan.ids, now))
            gave_way = self._make_way(plan)
            for edit in edits:
                self._edits.turn(edit, done=True)
        way = self._way_back(plan, stamps, edits, gave_way, done=False)
        told = ManyTold(len(plan), edits[0].now["person"])
        self._undo.push(Deed(DeedKind.RECORDS_MOVED, announced(way, self._announce), told))
        self._announce()

    def _described(self, plan: MovePlan) -> list[Edit]:
        """Return the changes to be kept: whose the records were, and whose they are."""
        names = {person.id: person.name for person in self._diary.people.all()}
        was, now = ({"person": names.get(one, "")} for one in (plan.from_id, plan.to_id))
        at, recorder = self._clock.read().wall, hand_of(self._diary).name
        return [
            Edit(str(uuid4()), plan.to_id, one, EditKind.MOVED, was, now, at, recorder)
            for one in plan.ids
        ]

    def _make_way(self, plan: MovePlan) -> tuple[str, ...]:
        """Take back that the other person did not walk on the days of the walks that came."""
        removed = self._clock.read().wall.ms
        walks = [self._diary.walks.get(walk_id) for walk_id in plan.walks]
        days = {walk.start.day for walk in walks if walk}
        marks = self._diary.marks
        return tuple(
            one for day in sorted(days) for one in marks.give_way(plan.to_id, day, removed)
        )

    def _way_back(
        self,
        plan: MovePlan,
        stamps: "Stamps",
        edits: list[Edit],
        gave_way: tuple[str, ...],
        *,
        done: bool,
    ) -> Way:
        """Return the way to give the records back as they were; `done` is for the way there.

        What gave way to them comes back.
        """
        back = replace(plan, from_id=plan.to_id, to_id=plan.from_id)

        def turn() -> Way:
            if self._diary.moves.answered(back):
                raise HinderedError(Hindrance.PLACE_TAKEN)
            with self._diary.transaction():
                known = self._give(back, stamps)
                self._diary.marks.come_back(gave_way)
                gives_way = self._make_way(back)
                for edit in edits:
                    self._edits.turn(edit, done=done)
            return self._way_back(back, known, edits, gives_way, done=not done)

        return turn

    def _give(self, plan: MovePlan, stamps: "Stamps") -> "Stamps":
        try:
            return self._diary.moves.give(plan, stamps)
        except LookupError as error:
            raise HinderedError(Hindrance.CHANGED) from error

    def _announce(self) -> None:
        self._announcer.announce(Changes.WALKS | Changes.RATINGS | Changes.POSTURE)
