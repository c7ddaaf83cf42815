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
from walktrack.domain.person import Person
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.exchange.csv_in import BadFileError
from walktrack.services.export import Progress
from walktrack.ui.dialogs.bring_in import BringInDialog
from walktrack.ui.import_words import alone_words, trouble_words
from walktrack.ui.pages.share.bring_card import BringCard

if TYPE_CHECKING:
    from walktrack.domain.column_map import ColumnMap
    from walktrack.services.desk import Desk
    from walktrack.services.tables import Table
    from walktrack.ui.pages.share.mapping import Mapping

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
        self._paths: Sequence[Path] = ()
        self._mapping: Mapping | None = None
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
        self._paths = paths
        self._forget_mapping()
        self._look(lambda person: self._desk.importing.steps(person, paths))

    def _look(self, steps: Callable[[Person], Generator[Progress | Incoming]]) -> None:
        """Open the dialog, and let it show how far the reading is and what would happen."""
        dialog = self._dialog = BringInDialog(self._card.window(), back=self._mapping is not None)
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        try:
            self._steps = steps(self._desk.people.current())
        except DiaryError as error:
            dialog.show_refusal(trouble_words(error))
        else:
            self._timer.start()

    def _on_time(self) -> None:
        enough = time.monotonic() + _SLICE_S
        try:
            while self._steps is not None:
                self._take(next(self._steps))
                if time.monotonic() >= enough:
                    break
        except BadFileError as error:
            self._stop()
            self._refuse(self._map(error))
        except DiaryError as error:
            self._stop()
            self._refuse(trouble_words(error))

    def _refuse(self, words: str) -> None:
        if self._dialog and words:
            self._dialog.show_refusal(words)

    def _map(self, error: BadFileError) -> str:
        """Ask what is in a file that may be a table of another program; else say what is wrong."""
        from walktrack.services.tables import may_be_foreign  # noqa: PLC0415 - seldom wanted
        from walktrack.ui.pages.share.mapping import Mapping  # noqa: PLC0415

        if self._mapping or not may_be_foreign(error):
            return trouble_words(error)
        if [error.path] != list(self._paths):
            return alone_words(error.path)
        try:
            mapping = Mapping(self._desk.tables, error.path, self._card.window())
        except BadFileError as other:
            return trouble_words(other)
        if self._dialog:
            self._dialog.reject()
        self._mapping = mapping
        mapping.ready.connect(self._on_mapped)
        mapping.dialog.rejected.connect(self._forget_mapping)
        mapping.open()
        return ""

    def _on_mapped(self, table: "Table", plan: "ColumnMap") -> None:
        self._look(lambda person: self._desk.importing.table_steps(person, table, plan))

    def _forget_mapping(self) -> None:
        mapping, self._mapping = self._mapping, None
        if mapping:
            mapping.forget()

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

    def _on_finished(self, result: int) -> None:
        self._stop()
        self._dialog = self._incoming = None
        if self._mapping and result == BringInDialog.BACK:
            self._mapping.open()
        else:
            self._forget_mapping()

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
