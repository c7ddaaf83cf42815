"""Notifications of the desktop: what one says, and who can show it on this computer."""

import sys
from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

_NO_SCREENS = frozenset({"offscreen", "minimal"})


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


def notes_here(parent: QObject) -> DesktopNotes | None:
    """Return what shows notifications on this computer, or None if nothing does."""
    if QGuiApplication.platformName() in _NO_SCREENS:
        return None
    if sys.platform in {"win32", "darwin"}:
        from walktrack.ui.notes.tray import TrayNotes, tray_icon  # noqa: PLC0415 - seldom

        icon = tray_icon()
        return TrayNotes(icon, parent) if icon else None
    from walktrack.ui.notes.bus import Bus, bus_address  # noqa: PLC0415 - once a reminder is due
    from walktrack.ui.notes.by_bus import BusNotes  # noqa: PLC0415 - as above

    address = bus_address()
    return BusNotes(Bus(address), parent) if address else None
