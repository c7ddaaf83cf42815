"""Puts the parts together and starts the window."""

import os
import shutil
import sys
import tempfile
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from walktrack import paths
from walktrack.clock import SystemClock
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.settings import Settings
from walktrack.services.settings import settings_of
from walktrack.storage.peek import settings_at_a_glance
from walktrack.ui.collector import Collector
from walktrack.ui.look.system import SystemLook, apply_look
from walktrack.ui.main_window import MainWindow
from walktrack.ui.turns import short_turns
from walktrack.watch import Watch

if TYPE_CHECKING:
    from walktrack.mishap import Mishap
    from walktrack.services.desk import Desk
    from walktrack.ui.mishaps import Mishaps

WENT_WRONG, CANNOT_START = 1, 3
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
            # In this order: where the window says it already, no other one opens on top.
            self.failed.emit(DiaryError(Fault.OURS, self._path))
            sys.excepthook(type(error), error, error.__traceback__)

    def _desk(self) -> "Desk":
        # Loaded here and not before the window is up; the charts' card will be wanted next.
        import_module("walktrack.ui.pages.today.chart_part")
        from walktrack.services.desk import Desk  # noqa: PLC0415
        from walktrack.services.example import Example  # noqa: PLC0415
        from walktrack.services.opening import open_diary  # noqa: PLC0415

        diary = open_diary(self._path, SystemClock())
        try:
            desk = Desk(diary, SystemClock())
            person = desk.people.current()
            if self._example:
                Example(diary, person).fill(desk.journal.today())
                desk.settings.write(Settings(welcomed=True))
                desk.signs.put_off(person.id)
        except BaseException:
            diary.close()
            raise
        return desk


class Program(QObject):
    """One run of the program: the window first, then the diary, then the charts.

    `went_wrong` carries a Mishap, from any thread.
    """

    went_wrong = Signal(object)

    def __init__(self, app: QApplication, path: Path, *, example: bool) -> None:
        super().__init__()
        self._app = app
        self._path = path
        self._collector = Collector(self)
        self._desk: Desk | None = None
        self._watch: Watch | None = None
        self._mishaps: Mishaps | None = None
        self._settings = settings_of(settings_at_a_glance(path))
        apply_look(app, self._settings.colours, self._settings.text_size)
        self.window = MainWindow(path)
        if example:
            self.window.show_example_notice()
        self._opening = Opening(path, example=example)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self._on_not_opened)
        self.window.retried.connect(self._opening.start)
        self.window.look_wanted.connect(self._on_look)
        self.window.painted.connect(self._on_painted)

    def listen(self, watch: Watch) -> None:
        """Have the person told of errors; what is slow about it waits until all is shown."""
        self._watch = watch
        watch.listener = self.went_wrong.emit
        # Never in the middle of what went wrong, which may be a painting.
        self.went_wrong.connect(self._on_went_wrong, Qt.ConnectionType.QueuedConnection)
        self.window.painted.connect(self._on_shown)

    def close(self) -> None:
        """Let go of the diary."""
        if self._watch:
            self._watch.listener = None
            qInstallMessageHandler(None)
        self.window.hide()  # nobody waits before it for the last backup
        backups = self.window.backups
        if self._desk and (backups is None or backups.finish()):
            self._desk.close()
        self._collector.stop()

    def _on_painted(self) -> None:
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - start-up

        self._opening.start()
        self._app.setWindowIcon(QIcon(str(paths.resource("icons", "walktrack.png"))))
        self._system = SystemLook(self._app)
        self._system.changed.connect(self._show_look)

    def _on_opened(self, desk: "Desk") -> None:
        self._desk = desk
        shown = self._settings
        self.window.take_up(desk)
        self._keep_look(desk, shown)
        if self.window.backups:
            self.window.backups.start()
        QTimer.singleShot(_SETTLED_MS, self, self.window.load_charts)

    def _keep_look(self, desk: "Desk", shown: Settings) -> None:
        """Keep the words as large as they were if an empty diary took the place of another."""
        if shown != Settings() and desk.settings.read() == Settings():
            kept = Settings(colours=shown.colours, text_size=shown.text_size)
            self.window.attempts.attempt(lambda: desk.settings.write(kept))

    def _on_not_opened(self, error: DiaryError) -> None:
        from walktrack.services.recovery import Recovery  # noqa: PLC0415 - rarely wanted

        if not settings_at_a_glance(self._path):
            self._on_look(settings_of(_settings_in_backup(self._path)))
        self.window.show_trouble(error, Recovery(self._path, SystemClock()))

    def _on_shown(self) -> None:
        QTimer.singleShot(_SETTLED_MS, self, self._look_deeper)

    def _look_deeper(self) -> None:
        from walktrack.ui.qt_messages import listen_to_qt  # noqa: PLC0415 - start-up

        if self._watch:
            self._watch.look_deeper()
            listen_to_qt(self._watch.note_message)

    def _on_went_wrong(self, mishap: "Mishap") -> None:
        if self._watch is None:
            return
        self._watch.listener = None  # if this fails: no error is shown about showing one
        if self._mishaps is None:
            from walktrack.ui.mishaps import Mishaps  # noqa: PLC0415 - rarely wanted

            self._mishaps = Mishaps(self.window, self._check)
        self._mishaps.show_mishap(mishap)
        self._watch.listener = self.went_wrong.emit

    def _check(self) -> bool:
        """Read the whole diary; DiaryError unless it is sound, False if none is open."""
        if self._desk:
            self._desk.check()
        return self._desk is not None

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
    with Watch(lambda: paths.log_dir(data_dir), SystemClock()) as watch:
        return _show(watch, data_dir, example=example)
    return WENT_WRONG


def _show(watch: Watch, data_dir: str | None, *, example: bool) -> int:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("WalkTrack")
    app.setDesktopFileName("walktrack")
    folder = Path(tempfile.mkdtemp(prefix="walktrack-example-")) if example else None
    program = Program(app, (folder or paths.data_dir(data_dir)) / paths.DIARY, example=example)
    program.listen(watch)
    program.window.log_folder = lambda: paths.log_dir(data_dir)
    program.window.show()
    try:
        return app.exec()
    finally:
        program.close()
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


def _settings_in_backup(path: Path) -> dict[str, str]:
    """Return the settings in the newest backup: words stay as large as the person needs them."""
    from walktrack.domain.backup import BackupError  # noqa: PLC0415 - rarely wanted
    from walktrack.services.opening import backups_of  # noqa: PLC0415 - rarely wanted

    try:
        newest = next(iter(backups_of(path).all()), None)
    except BackupError:
        return {}
    return settings_at_a_glance(newest.path) if newest else {}


def _has_screen() -> bool:
    """Say whether there is a screen; Qt itself would stop with a misleading message."""
    named = os.environ.get("QT_QPA_PLATFORM")
    if not named:
        os.environ.pop("QT_QPA_PLATFORM", None)
    if named or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
