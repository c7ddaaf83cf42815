"""What the person is told when WalkTrack itself went wrong, and how often."""

import platform
from collections.abc import Callable

from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtWidgets import QApplication

from walktrack import __version__
from walktrack.domain.faults import DiaryError
from walktrack.mishap import Mishap
from walktrack.ui.dialogs.error import ErrorDialog
from walktrack.ui.fault_words import sentence
from walktrack.ui.main_window import MainWindow


class Mishaps(QObject):
    """Shows errors in a window of their own: one at a time, and each place once in a run.

    `check` reads the whole diary and raises DiaryError unless it is sound; it returns False if no
    diary is open.
    """

    def __init__(self, window: MainWindow, check: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._check = check
        self._shown: set[object] = set()
        self._busy = False

    def show_mishap(self, mishap: Mishap) -> None:
        """Tell the person, unless they know of it or are being told of another."""
        if self._busy or mishap.place in self._shown or self._window.in_trouble:
            return
        self._shown.add(mishap.place)
        self._busy = True
        parent = QApplication.activeModalWidget() or self._window
        dialog = ErrorDialog(self._state(), report(mishap), parent)
        dialog.close_wanted.connect(self._on_close)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _state(self) -> str:
        try:
            is_open = self._check()
        except DiaryError as error:
            return sentence(error)
        if is_open:
            return self.tr(
                "Your diary was checked and is sound. The last thing you did may not be stored. "
                "Please look, and do it again if it is missing."
            )
        return self.tr("Your diary was not open yet, so nothing you entered is missing.")

    def _on_finished(self) -> None:
        self._busy = False

    def _on_close(self) -> None:
        try:
            self._window.close()
        finally:
            if self._window.isVisible() and QApplication.activeModalWidget() is None:
                QApplication.exit()  # closing itself is what went wrong; a walk waits in the diary


def report(mishap: Mishap) -> str:
    """Return what may be passed on about a mishap and the computer it happened on."""
    return "\n".join(
        [
            f"WalkTrack {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
            mishap.at.local().strftime("%Y-%m-%d %H:%M %z"),
            "",
            str(mishap),
            "",
        ]
    )
