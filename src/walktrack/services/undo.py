"""What was done last and how to take it back, for the bar and Ctrl+Z."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class DeedKind(StrEnum):
    """What a person did that can be taken back."""

    WALK_REMOVED = "walk removed"
    WALK_DISCARDED = "walk discarded"
    WALK_FINISHED = "walk finished"
    WALK_EDITED = "walk edited"
    WALK_ADDED = "walk added"
    RATING_REMOVED = "rating removed"
    RATING_EDITED = "rating edited"
    RATING_ADDED = "rating added"
    DIARY_RESTORED = "diary restored"
    FILE_BROUGHT_IN = "file brought in"


@dataclass(frozen=True, slots=True)
class Deed:
    """One change; `back` undoes it in one transaction and announces that."""

    kind: DeedKind
    back: Callable[[], None]


class UndoStack:
    """The deeds of this session, newest last. Each new one is told to the listeners."""

    def __init__(self) -> None:
        self._deeds: list[Deed] = []
        self._listeners: list[Callable[[Deed], None]] = []

    def listen(self, listener: Callable[[Deed], None]) -> None:
        """Call `listener` with every new deed from now on."""
        self._listeners.append(listener)

    @property
    def last(self) -> Deed | None:
        """The deed that `undo` would take back."""
        return self._deeds[-1] if self._deeds else None

    def push(self, deed: Deed) -> None:
        """Remember a deed."""
        self._deeds.append(deed)
        for listener in self._listeners:
            listener(deed)

    def start_over(self) -> None:
        """Forget all deeds: what they were done to is not there any more."""
        self._deeds.clear()

    def undo(self) -> Deed | None:
        """Take the last deed back and return it; it stays on the stack if that fails."""
        deed = self.last
        if deed:
            deed.back()
            self._deeds.remove(deed)
        return deed
