"""Trying to store something, and what happens on the screen if the file will not have it."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from walktrack.domain.faults import DiaryError

T = TypeVar("T")


class Attempts(QObject):
    """Runs the verbs of the services for the pages.

    `failed` carries the DiaryError, the verb, so that it can be tried again, and what it was
    `about`; `stored` carries what a verb that went through was about, so that nobody tries an
    older answer again. `recovered` says that a verb that comes by itself goes through again.
    """

    failed = Signal(object, object, object)
    stored = Signal(object)
    recovered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._down: set[Hashable] = set()

    def attempt(self, verb: Callable[[], T], about: Hashable = None) -> T | None:
        """Run a verb; if the file gives trouble, tell the window and return None."""
        try:
            result = verb()
        except DiaryError as error:
            self.failed.emit(error, verb, about)
            return None
        self.stored.emit(about)
        return result

    def attempt_steadily(self, verb: Callable[[], T], about: Hashable = None) -> T | None:
        """Run a verb that comes again by itself: trouble is told once, and its end too.

        Several come by themselves if they are `about` several things.
        """
        try:
            result = verb()
        except DiaryError as error:
            known = bool(self._down)
            self._down.add(about)
            if not known:
                self.failed.emit(error, None, None)
            return None
        if about in self._down:
            self._down.remove(about)
            if not self._down:
                self.recovered.emit()
        return result
