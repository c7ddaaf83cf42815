"""A piece of work in a thread of its own, so that the window never waits for it."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from walktrack.ui.turns import short_turns


class Errand(QObject):
    """Runs one function at a time in a thread and brings back to the window what became of it.

    `done` carries what it returned, `failed` the exception it raised. One that is not among the
    `expected` is an error of ours, and is reported like any other as well.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, *expected: type[Exception], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._expected = expected
        self._thread: threading.Thread | None = None
        self._running = False
        self._ended.connect(self._on_ended)

    @property
    def running(self) -> bool:
        """Whether the window waits for a result."""
        return self._running

    def start(self, work: Callable[[], object]) -> bool:
        """Begin; return False, and do nothing, while something else is running."""
        if self._running:
            return False
        self._running = True
        self._thread = threading.Thread(target=self._run, args=(work,), name="errand", daemon=True)
        self._thread.start()
        return True

    def wait(self, seconds: float) -> bool:
        """Wait for the thread, not for its result to be told; return whether it has ended."""
        if self._thread:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _run(self, work: Callable[[], object]) -> None:
        try:
            with short_turns():
                result = work()
        except self._expected as error:
            self._tell(None, error)
        except Exception as error:
            # In this order: what the window says about it comes before the report.
            self._tell(None, error)
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self._tell(result, None)

    def _tell(self, result: object, error: Exception | None) -> None:
        with suppress(RuntimeError):  # the window is gone meanwhile
            self._ended.emit(result, error)

    def _on_ended(self, result: object, error: Exception | None) -> None:
        self._running = False
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
