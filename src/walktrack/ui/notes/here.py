"""Finds what can show notifications on this computer."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from walktrack.ui.notes.desktop import DesktopNotes

_NO_SCREENS = frozenset({"offscreen", "minimal"})


def notes_here(parent: QObject) -> DesktopNotes | None:
    """Return what shows notifications on this computer, or None if nothing does."""
    if QGuiApplication.platformName() in _NO_SCREENS:
        return None
    if sys.platform in {"win32", "darwin"}:
        from walktrack.ui.notes.tray import TrayNotes, tray_icon  # noqa: PLC0415 - seldom

        icon = tray_icon()
        return TrayNotes(icon, parent) if icon else None
    from walktrack.ui.notes.bus import Bus, bus_place  # noqa: PLC0415 - once a reminder is due
    from walktrack.ui.notes.by_bus import BusNotes  # noqa: PLC0415 - as above

    place = bus_place()
    return BusNotes(Bus(place), parent) if place else None
