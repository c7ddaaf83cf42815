"""Removing a person with all their records: back for 30 days, or gone for good."""

from typing import TYPE_CHECKING

from walktrack.domain.backup import Reason
from walktrack.domain.bin import BinnedPerson
from walktrack.domain.clock import Clock
from walktrack.domain.person import Person
from walktrack.services.backups import Backups
from walktrack.services.changes import Announcer, Changes
from walktrack.services.person_ways import PersonWays
from walktrack.services.undo import Deed, DeedKind, UndoStack, Way, announced

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class PeopleBin:
    """Removes people, lists who was removed, and puts them back.

    DiaryError if that cannot be stored, BackupError if there can be no backup before. HinderedError
    while a walk of theirs is open, if there is nobody else, or if they are not there any more.
    """

    def __init__(
        self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack, backups: Backups
    ) -> None:
        self._diary = diary
        self._announcer = announcer
        self._undo = undo
        self._backups = backups
        self._ways = PersonWays(diary, clock)

    def lying(self) -> list[BinnedPerson]:
        """Return who was removed, the last removed first."""
        return self._diary.people.removed()

    def make_sure(self, person: Person) -> None:
        """Raise HinderedError if the person cannot be put away now."""
        self._ways.make_sure(person.id)

    def remove(self, person: Person) -> None:
        """Take a person with all their records out, after a backup; it can be undone."""
        self.make_sure(person)
        if self._backups.folder is not None:
            self._backups.make(Reason.REMOVAL)
        self._did(DeedKind.PERSON_REMOVED, self._ways.take(person.id))

    def put_back(self, binned: BinnedPerson) -> None:
        """Bring a person back with all their records; it can be undone."""
        self._did(DeedKind.PERSON_PUT_BACK, self._ways.bring(binned.person.id))

    def remove_for_good(self, binned: BinnedPerson) -> None:
        """Remove a removed person with all their records. It cannot be undone."""
        self._diary.people.purge(binned.person.id)

    def _did(self, kind: DeedKind, back: Way) -> None:
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce(Changes.PERSON)
