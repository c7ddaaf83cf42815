"""The bin: what was removed can be put back for 30 days, or removed for good."""

from typing import TYPE_CHECKING

from walktrack.domain.bin import Binned
from walktrack.domain.clock import Clock
from walktrack.domain.entry import EntryKind
from walktrack.services.changes import Announcer, Changes
from walktrack.services.removals import Removals
from walktrack.services.tracker import Tracker
from walktrack.services.undo import Deed, DeedKind, UndoStack, announced

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class Bin:
    """Lists, puts back and removes for good. DiaryError if that cannot be stored."""

    def __init__(
        self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack, tracker: Tracker
    ) -> None:
        self._diary = diary
        self._announcer = announcer
        self._undo = undo
        self._tracker = tracker
        self._removals = Removals(diary, clock)

    def rows(self, person_id: str) -> list[Binned]:
        """Return what a person removed, the last removed first."""
        return self._diary.bin.rows(person_id)

    def put_back(self, binned: Binned) -> None:
        """Put a line of History back where it was; it can be undone.

        A walk that was never finished is open again and asks how much of the time was walked.
        HinderedError if another walk is open, something else in its place, or it is gone.
        """
        entry_id = binned.entry.id
        if binned.is_open:
            self._tracker.put_back(entry_id)
            return
        kind, bring = {
            EntryKind.WALK: (DeedKind.WALK_PUT_BACK, self._removals.bring_walk),
            EntryKind.RATING: (DeedKind.RATING_PUT_BACK, self._removals.bring_rating),
            EntryKind.MARK: (DeedKind.MARK_PUT_BACK, self._removals.bring_mark),
            EntryKind.INTERFERENCE: (
                DeedKind.IN_THE_WAY_PUT_BACK,
                self._removals.bring_interference,
            ),
        }[binned.entry.kind]
        back = bring(entry_id)
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def remove_for_good(self, binned: Binned) -> None:
        """Remove a line of History for good, with all that belongs to it. It cannot be undone."""
        purge = {
            EntryKind.WALK: self._diary.bin.purge_walk,
            EntryKind.RATING: self._diary.bin.purge_rating,
            EntryKind.MARK: self._diary.bin.purge_mark,
            EntryKind.INTERFERENCE: self._diary.bin.purge_interference,
        }[binned.entry.kind]
        purge(binned.entry.id)

    def empty(self, person_id: str) -> None:
        """Remove for good all that a person removed. It cannot be undone."""
        self._diary.bin.empty(person_id)

    def _announce(self) -> None:
        self._announcer.announce(Changes.WALKS | Changes.RATINGS | Changes.POSTURE | Changes.DAYS)
