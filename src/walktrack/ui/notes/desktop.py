"""A notification of the desktop, and what whoever shows it has to be able to do."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Note:
    """One notification. `key` is ours; `actions` are the names of buttons by what they are for.

    It may be seen on a locked screen by anybody who passes.
    """

    key: str
    words: str
    actions: tuple[tuple[str, str], ...] = ()


class DesktopNotes(QObject):
    """Shows notifications. Nothing here ever waits.

    `acted` carries the key of a note and what was chosen on it, empty for a click on the note
    itself. `sent` and `failed` carry the key of one that the desktop took, or did not take.
    """

    acted = Signal(str, str)
    sent = Signal(str)
    failed = Signal(str)

    @abstractmethod
    def send(self, note: Note) -> None:
        """Show a note, if the desktop will."""

    @abstractmethod
    def withdraw(self, key: str) -> None:
        """Take a note away; does nothing if there is none."""

    @abstractmethod
    def finish(self) -> None:
        """Take all notes away; there are to be no more."""
