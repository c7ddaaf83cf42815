"""Looking for garbage: in the window's thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000
_LOADED_MS = 10_000


class Collector(QObject):
    """Has Python look for garbage now and then, and never by itself.

    Python looks in whichever thread happens to ask for memory. A widget that is taken apart in
    another thread than its own brings the whole program down.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        # What the start has loaded stays to the end, and would take long to look through.
        self._loaded = QTimer(self, singleShot=True, interval=_LOADED_MS)
        self._loaded.timeout.connect(gc.freeze)
        gc.disable()
        self._timer.start()
        self._loaded.start()

    def collect(self) -> None:
        """Look as far as Python would by now, had it been let."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [age for age in range(3) if counts[age] > thresholds[age]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Look no more. Nor does Python: at the end Qt takes its parts down in its own order."""
        self._timer.stop()
        self._loaded.stop()
