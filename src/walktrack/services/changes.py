"""The one announcement after every change, so that whoever shows something reads it again."""

from collections.abc import Callable
from enum import Flag, auto


class Changes(Flag):
    """What has changed."""

    WALKS = auto()
    RATINGS = auto()
    POSTURE = auto()
    PERSON = auto()
    SETTINGS = auto()
    DAYS = auto()
    PLAN = auto()
    SIGNS = auto()
    REMINDERS = auto()


class Announcer:
    """Tells its listeners about changes; the app joins it to one Qt signal."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changes], None]] = []

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after every change from now on."""
        self._listeners.append(listener)

    def announce(self, changes: Changes) -> None:
        """Say that something has changed, once it is committed."""
        for listener in self._listeners:
            listener(changes)
