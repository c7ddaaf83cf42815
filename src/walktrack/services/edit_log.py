"""Keeps what was changed about a record, by whom and when, and forgets what was taken back."""

from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.edit import Edit, EditKind, Said, differing
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class EditLog:
    """The changes of each record. What changes a record calls it inside its own transaction."""

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary, self._clock = diary, clock

    def of(self, record_id: str) -> list[Edit]:
        """Return the changes of a record, the oldest first."""
        return self._diary.edits.of(record_id)

    def note(self, kind: EditKind, person_id: str, record_id: str, was: Said, now: Said) -> Edit:
        """Keep a change made now by who writes now, and return it."""
        before, after = differing(was, now)
        edit = Edit(
            id=str(uuid4()),
            person_id=person_id,
            record_id=record_id,
            kind=kind,
            was=before,
            now=after,
            at=self._clock.read().wall,
            recorder=hand_of(self._diary).name,
        )
        self._diary.edits.add(edit)
        return edit

    def turn(self, edit: Edit, *, done: bool) -> None:
        """Keep a change that is done again, or forget one that is taken back."""
        if done:
            self._diary.edits.add(edit)
        else:
            self._diary.edits.remove(edit.id)
