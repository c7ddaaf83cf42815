"""The beat of a running walk: once a second while it is seen, every 15 seconds while it is not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from walktrack.domain.stopwatch import HEARTBEAT_MS

_SECOND_MS = 1000


class SecondHand(QObject):
    """Says when a full second of walking has passed; it only asks for a look, it counts nothing.

    `walked_ms` reads the walked time. Every wait is measured afresh from it to the next full
    second, so lateness never adds up. `due_ms` says in how many milliseconds something is due
    that must not wait while the window is hidden (a cue, a sign of life), or None.
    """

    ticked = Signal()

    def __init__(
        self,
        walked_ms: Callable[[], int],
        due_ms: Callable[[], int | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._walked_ms = walked_ms
        self._due_ms = due_ms
        self._shown = True
        self._seen_ms: int | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def running(self) -> bool:
        """Whether a tick is to come."""
        return self._timer.isActive()

    def run(self) -> None:
        """Tick from now on, until `rest`."""
        self._seen_ms = None
        self._timer.start(self._wait_ms())

    def rest(self) -> None:
        """Stop; a paused or finished walk costs nothing."""
        self._timer.stop()

    def set_shown(self, *, shown: bool) -> None:
        """Tick by the second or seldom; shown again, it ticks at once."""
        if shown == self._shown:
            return
        self._shown = shown
        if self.running:
            self._timer.start(0 if shown else self._wait_ms())

    def _on_timeout(self) -> None:
        self._timer.start(HEARTBEAT_MS)
        self.ticked.emit()
        if self.running:
            self._timer.start(self._wait_ms())

    def _wait_ms(self) -> int:
        return self._to_next_second() if self._shown else self._to_next_beat()

    def _to_next_second(self) -> int:
        walked = self._walked_ms()
        stands_still = walked == self._seen_ms
        self._seen_ms = walked
        # Time in doubt is not counted: waiting 1 ms for a second that never comes would never end.
        return _SECOND_MS if stands_still else _SECOND_MS - walked % _SECOND_MS

    def _to_next_beat(self) -> int:
        due = self._due_ms()
        if due is None:
            return HEARTBEAT_MS
        # What is overdue could not be done, on a full disk perhaps: try again, but not at once.
        return min(due, HEARTBEAT_MS) if due > 0 else _SECOND_MS
