"""Writes a file a little at a time, so that the window goes on meanwhile."""

import time
from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from walktrack.domain.faults import DiaryError
from walktrack.exchange.whole import NotWrittenError
from walktrack.services.export import ExportService, Order, Progress, Written

_SLICE_S = 0.015


class Saving(QObject):
    """One export at a time. It runs on the window's own thread, where the diary is open.

    `progressed` carries a Progress, `saved` a Written, `failed` the NotWrittenError or DiaryError.
    `stopped` comes after each of the last two, and after `cancel`.
    """

    progressed = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, export: ExportService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._export = export
        self._steps: Generator[Progress | Written] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time)

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._steps is not None

    def start(self, order: Order, target: Path) -> None:
        """Begin to write; what was being written before is given up."""
        self.cancel()
        self._steps = self._export.steps(order, target)
        self._timer.start()

    def cancel(self) -> None:
        """Stop without a trace."""
        if self._steps is not None:
            self._steps.close()
            self._stop()

    def _on_time(self) -> None:
        enough = time.monotonic() + _SLICE_S
        try:
            while self._steps is not None and time.monotonic() < enough:
                self._take(next(self._steps))
        except (DiaryError, NotWrittenError) as error:
            self._stop()
            self.failed.emit(error)

    def _take(self, step: Progress | Written) -> None:
        if isinstance(step, Written):
            self._stop()
            self.saved.emit(step)
        else:
            self.progressed.emit(step)

    def _stop(self) -> None:
        self._steps = None
        self._timer.stop()
        self.stopped.emit()
