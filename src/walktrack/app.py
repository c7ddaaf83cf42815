"""Puts the parts together and starts the window."""

import os
import shutil
import sys
import tempfile
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from walktrack import paths
from walktrack.clock import SystemClock
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.settings import Settings
from walktrack.services.settings import settings_of
from walktrack.storage.peek import settings_at_a_glance
from walktrack.ui.look.system import SystemLook, apply_look
from walktrack.ui.main_window import MainWindow
from walktrack.ui.turns import short_turns

if TYPE_CHECKING:
    from walktrack.services.desk import Desk

CANNOT_START = 3
_SETTLED_MS = 120
"""How long the window may show the diary's figures before the charts take a share of the time."""


class Opening(QObject):
    """Opens the diary in a thread, so that the window never waits for it.

    `opened` carries a Desk, `failed` a DiaryError.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, *, example: bool) -> None:
        super().__init__()
        self._path = path
        self._example = example
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, or try once more; does nothing while it is at it."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._open, name="opening", daemon=True)
            self._thread.start()

    def _open(self) -> None:
        try:
            with short_turns():
                desk = self._desk()
            self.opened.emit(desk)
        except DiaryError as error:
            self.failed.emit(error)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            self.failed.emit(DiaryError(Fault.OURS, self._path))

    def _desk(self) -> "Desk":
        # Loaded here and not before the window is up; the charts' card will be wanted next.
        import_module("walktrack.ui.pages.today.chart_part")
        from walktrack.services.desk import Desk  # noqa: PLC0415
        from walktrack.services.example import Example  # noqa: PLC0415
        from walktrack.storage.diary import Diary  # noqa: PLC0415

        diary = Diary(self._path)
        diary.open()
        try:
            diary.check()
            desk = Desk(diary, SystemClock())
            person = desk.people.current()
            if self._example:
                Example(diary, person).fill(desk.journal.today())
                desk.settings.write(Settings(welcomed=True))
        except BaseException:
            diary.close()
            raise
        return desk


class Program(QObject):
    """One run of the program: the window first, then the diary, then the charts."""

    def __init__(self, app: QApplication, path: Path, *, example: bool) -> None:
        super().__init__()
        self._app = app
        self._desk: Desk | None = None
        self._settings = settings_of(settings_at_a_glance(path))
        apply_look(app, self._settings.colours, self._settings.text_size)
        self.window = MainWindow(path)
        if example:
            self.window.show_example_notice()
        self._opening = Opening(path, example=example)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self.window.show_trouble)
        self.window.retried.connect(self._opening.start)
        self.window.look_wanted.connect(self._on_look)
        self.window.painted.connect(self._on_painted)

    def close(self) -> None:
        """Let go of the diary."""
        if self._desk:
            self._desk.close()

    def _on_painted(self) -> None:
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - start-up

        self._opening.start()
        self._app.setWindowIcon(QIcon(str(paths.resource("icons", "walktrack.png"))))
        self._system = SystemLook(self._app)
        self._system.changed.connect(self._show_look)

    def _on_opened(self, desk: "Desk") -> None:
        self._desk = desk
        self.window.take_up(desk)
        QTimer.singleShot(_SETTLED_MS, self, self.window.load_charts)

    def _on_look(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        if (before.colours, before.text_size) != (settings.colours, settings.text_size):
            self._show_look()

    def _show_look(self) -> None:
        apply_look(self._app, self._settings.colours, self._settings.text_size)


def run(data_dir: str | None, *, example: bool) -> int:
    """Show the window until it is closed; return the exit code."""
    if not _has_screen():
        sys.stderr.write("WalkTrack needs a screen, and there is none here.\n")
        return CANNOT_START
    os.umask(0o077)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("WalkTrack")
    app.setDesktopFileName("walktrack")
    folder = Path(tempfile.mkdtemp(prefix="walktrack-example-")) if example else None
    program = Program(app, (folder or paths.data_dir(data_dir)) / paths.DIARY, example=example)
    program.window.show()
    try:
        return app.exec()
    finally:
        program.close()
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


def _has_screen() -> bool:
    """Say whether there is a screen; Qt itself would stop with a misleading message."""
    named = os.environ.get("QT_QPA_PLATFORM")
    if not named:
        os.environ.pop("QT_QPA_PLATFORM", None)
    if named or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
