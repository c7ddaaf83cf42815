"""Bringing in CSV files, from the choice of the files to the services and back."""

import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from walktrack.domain.backup import BackupError
from walktrack.domain.faults import DiaryError
from walktrack.domain.incoming import Incoming
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.exchange.csv_in import BadFileError
from walktrack.services.export import Progress
from walktrack.ui.dialogs.bring_in import BringInDialog
from walktrack.ui.import_words import trouble_words
from walktrack.ui.pages.share.bring_card import BringCard

if TYPE_CHECKING:
    from walktrack.services.desk import Desk

_SLICE_S = 0.015
_PAINTED_MS = 30


class Bringing(QObject):
    """Runs the card and its dialog. It reads a little at a time on the window's own thread.

    Tests put their own way into `choose_files`.
    """

    def __init__(self, desk: "Desk", card: BringCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._card = card
        self._folder: Path | None = None
        self._dialog: BringInDialog | None = None
        self._steps: Generator[Progress | Incoming] | None = None
        self._incoming: Incoming | None = None
        self.choose_files: Callable[[Path], Sequence[Path]] = self._ask_files
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time)
        card.wanted.connect(self.ask)

    @property
    def reading(self) -> bool:
        """Whether files are being read."""
        return self._steps is not None

    def ask(self) -> None:
        """Let the person choose files, and show what is in them."""
        paths = self.choose_files(self._offered_folder())
        if not paths:
            return
        self._folder = paths[0].parent
        dialog = self._dialog = BringInDialog(self._card.window())
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        try:
            person = self._desk.people.current()
        except DiaryError as error:
            dialog.show_refusal(trouble_words(error))
            return
        self._steps = self._desk.importing.steps(person, paths)
        self._timer.start()

    def _on_time(self) -> None:
        enough = time.monotonic() + _SLICE_S
        try:
            while self._steps is not None:
                self._take(next(self._steps))
                if time.monotonic() >= enough:
                    break
        except (BadFileError, DiaryError) as error:
            self._stop()
            if self._dialog:
                self._dialog.show_refusal(trouble_words(error))

    def _take(self, step: Progress | Incoming) -> None:
        if self._dialog is None:
            return
        if isinstance(step, Progress):
            self._dialog.show_progress(step)
            return
        self._stop()
        self._incoming = step
        self._dialog.show_incoming(step, self._desk.people.current().name)

    def _on_wanted(self) -> None:
        QTimer.singleShot(_PAINTED_MS, self, self._bring_in)  # once the dialog says that it is on

    def _bring_in(self) -> None:
        incoming, dialog = self._incoming, self._dialog
        if incoming is None or dialog is None:
            return
        try:
            self._desk.importing.bring_in(incoming)
        except (NotPossibleError, BackupError, DiaryError) as error:
            dialog.show_refusal(trouble_words(error))
        else:
            dialog.accept()

    def _stop(self) -> None:
        steps, self._steps = self._steps, None
        self._timer.stop()
        if steps:
            steps.close()

    def _on_finished(self) -> None:
        self._stop()
        self._dialog = self._incoming = None

    def _offered_folder(self) -> Path:
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        from walktrack.paths import documents_dir  # noqa: PLC0415 - only here it is asked for

        documents = documents_dir()
        return documents if documents.is_dir() else Path.home()

    def _ask_files(self, offered: Path) -> Sequence[Path]:
        title = self.tr("Choose CSV files")
        kinds = self.tr("CSV files (*.csv);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._card, title, str(offered), kinds)
        return [Path(name) for name in names]
