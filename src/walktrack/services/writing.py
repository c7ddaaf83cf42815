"""Who writes: the person whose diary is open, or a carer with a name."""

from typing import TYPE_CHECKING

from walktrack.domain.pain import Reporter
from walktrack.domain.recorder import WRITER_LENGTH, Hand
from walktrack.services.changes import Announcer, Changes

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

_WRITER, _WRITERS, _REPORTER = "writer", "writers", "reporter"
_BY_CARER = frozenset({Reporter.TOLD, Reporter.GUESS})


def hand_of(diary: "Diary") -> Hand:
    """Return whose hand records of an open diary are in now."""
    stored = diary.settings.read()
    name = stored.get(_WRITER, "")
    if not name:
        return Hand()
    guesses = stored.get(_REPORTER) == Reporter.GUESS
    return Hand(name, Reporter.GUESS if guesses else Reporter.TOLD)


class Writing:
    """Keeps who writes until that is changed. DiaryError if a change cannot be stored."""

    def __init__(self, diary: "Diary", announcer: Announcer) -> None:
        self._diary = diary
        self._announcer = announcer

    def hand(self) -> Hand:
        """Return who writes now."""
        return hand_of(self._diary)

    def known(self) -> tuple[str, ...]:
        """Return the carers who have written, by name."""
        names = self._diary.settings.read().get(_WRITERS, "").split("\n")
        return tuple(sorted({name for name in names if name}, key=str.casefold))

    def write_as(self, name: str) -> None:
        """Let a carer write from now on, or (an empty name) the person. Cut at 60 characters."""
        name = " ".join(name.split())[:WRITER_LENGTH].strip()
        self._store({_WRITER: name, _REPORTER: Reporter.TOLD.value}, self.known(), name)

    def say(self, reporter: Reporter) -> None:
        """Keep how a carer's numbers come about: TOLD or GUESS; ValueError for SELF."""
        if reporter not in _BY_CARER:
            raise ValueError(reporter)
        self._store({_REPORTER: reporter.value}, self.known(), "")

    def forget(self, name: str) -> None:
        """Take a carer out of those who are offered; what they wrote keeps their name."""
        left = tuple(known for known in self.known() if known != name)
        person = {_WRITER: ""} if self.hand().name == name else {}
        self._store(person, left, "")

    def _store(self, values: dict[str, str], known: tuple[str, ...], name: str) -> None:
        names = "\n".join(known if not name or name in known else (*known, name))
        stored = self._diary.settings.read()
        changed = {
            key: value
            for key, value in {**values, _WRITERS: names}.items()
            if stored.get(key, "") != value
        }
        if not changed:
            return
        with self._diary.transaction():
            for key, value in changed.items():
                self._diary.settings.write(key, value)
        self._announcer.announce(Changes.PERSON)
