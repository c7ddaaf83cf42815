"""What to do when the diary cannot be opened: bring back a backup, or what can still be read."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from walktrack.domain.backup import Backup, BackupError, Outlook, UnfitError
from walktrack.domain.clock import Clock
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.durable import sync_file
from walktrack.services.opening import backups_of
from walktrack.services.working_copy import working_on
from walktrack.storage.aside import forget, keep_aside, take_place
from walktrack.storage.candidate import admit
from walktrack.storage.contents import NOTHING, Contents, contents_at
from walktrack.storage.diary import Diary
from walktrack.storage.journal import journal_of
from walktrack.storage.new_file import make_diary
from walktrack.storage.salvage import salvage


@dataclass(frozen=True, slots=True)
class Prospects:
    """What can be done about a damaged diary.

    `backup` is the newest good one; `from_backup` says what is in it, and how that differs from
    what can still be read in the damaged file. `readable` says what that is. None: there is none.
    `trouble` is why the backups could not be looked through, if so. `is_there` is false if there
    is no damaged file: it is the diary itself that is missing.
    """

    backup: Backup | None
    from_backup: Outlook | None
    readable: Outlook | None
    trouble: BackupError | None = None
    is_there: bool = True


class Recovery:
    """Puts another diary in the place of a damaged one, which is kept whatever is done.

    For a diary that nobody has open. Each verb may run in a thread of its own. DiaryError if the
    disk is in the way or another program has the diary, and NotPossibleError if it is sound by
    now, with everything as it was.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def look(self) -> Prospects:
        """Look for the newest good backup and for what can be read; changes nothing."""
        readable, folder = self._readable(), backups_of(self._path)
        found = Prospects(None, None, _all_of(readable), is_there=self._path.exists())
        try:
            for backup in filter(folder.is_good, folder.all()):
                with suppress(UnfitError):  # of a newer version, say: an older one may do
                    outlook = readable.outlook(self._contents_of(backup.path))
                    return replace(found, backup=backup, from_backup=outlook)
        except BackupError as error:
            return replace(found, trouble=error)
        return found

    def bring_back(self, source: Path) -> Path | None:
        """Put a backup, or any other diary, in place; return where the damaged one is kept.

        None if there is nothing to keep, as the diary is missing; so with the other verbs.
        UnfitError if the file cannot be brought back.
        """
        with working_on(self._path) as new:
            admit(source, new)
            return self._replace(new)

    def salvage(self) -> Path | None:
        """Put what can be read of the damaged diary in its place; return where that is kept.

        NotPossibleError if nothing can.
        """
        with working_on(self._path) as new:
            salvage(self._path, new)
            if not new.exists():
                message = "nothing can be read"
                raise NotPossibleError(message)
            return self._replace(new)

    def begin_anew(self) -> Path | None:
        """Put an empty diary in place; return where the damaged one is kept."""
        with working_on(self._path) as new:
            make_diary(new)
            return self._replace(new)

    def _replace(self, new: Path) -> Path | None:
        sync_file(new)
        kept = None
        if self._path.exists() or journal_of(self._path).exists():
            kept = keep_aside(self._path, self._clock.read().wall)
        try:
            self._be_sure_it_is_damaged()
        except BaseException:
            if kept:
                forget(kept)
            raise
        take_place(new, self._path)
        return kept

    def _be_sure_it_is_damaged(self) -> None:
        """Raise if another window has put things right by now, and perhaps has the diary open."""
        if not self._path.exists():
            return
        diary = Diary(self._path)
        try:
            diary.open()
            diary.check()
        except DiaryError as error:
            if error.fault not in {Fault.DAMAGED, Fault.NOT_A_DIARY}:
                raise
        else:
            message = "the diary is sound by now"
            raise NotPossibleError(message)
        finally:
            diary.close()

    def _readable(self) -> Contents:
        if not self._path.exists():
            return NOTHING
        with working_on(self._path) as copy:
            salvage(self._path, copy)
            return contents_at(copy) if copy.exists() else NOTHING

    def _contents_of(self, source: Path) -> Contents:
        with working_on(self._path) as copy:
            admit(source, copy)
            return contents_at(copy)


def _all_of(contents: Contents) -> Outlook | None:
    """Return what a diary would bring to an empty one; None if there is nothing in it."""
    outlook = NOTHING.outlook(contents)
    return outlook if outlook else None
