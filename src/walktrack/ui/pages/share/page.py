"""Chooses records and writes them to a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QVBoxLayout,
    QWidget,
)

from walktrack.domain.faults import DiaryError
from walktrack.domain.period import Period
from walktrack.domain.person import Person
from walktrack.domain.settings import Settings
from walktrack.exchange.columns import What
from walktrack.exchange.style import CsvStyle
from walktrack.exchange.whole import NotWrittenError
from walktrack.services.export import ExportService, Order, Progress, Written
from walktrack.ui.attempt import Attempts
from walktrack.ui.fault_words import sentence
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.share.bring_card import BringCard
from walktrack.ui.pages.share.choices import Choices
from walktrack.ui.pages.share.preview import Preview
from walktrack.ui.pages.share.progress import ProgressRow
from walktrack.ui.pages.share.saving import Saving
from walktrack.ui.share_words import saved, trouble_words
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.message_bar import MessageBar, MessageKind

TWO_COLUMNS_PX = 1100
"""Width from which two columns have room, at 100 % text."""

_SIDE = 16


class SharePage(QWidget):
    """Three cards: the choices, the first rows of what will be written, and the way back in.

    `style_chosen` carries the name of a CSV style to be kept in the settings, empty to follow the
    country. Tests put their own ways into `choose_place` and `show_folder`.
    """

    style_chosen = Signal(str)

    def __init__(
        self, export: ExportService, attempts: Attempts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._export = export
        self._attempts = attempts
        self._person: Person | None = None
        self._folder: Path | None = None
        self._last: Written | None = None
        self._held = False  # whether Save had the keyboard when it made way
        self.choose_place: Callable[[What, Path], Path | None] = self._ask_place
        self.show_folder: Callable[[Path], object] = _open_folder
        self.choices = Choices()
        self.preview = Preview()
        self.bring = BringCard()
        self.progress = ProgressRow()
        self.bar = MessageBar()
        self.saving = Saving(export, self)
        self._lay_out()
        self._connect()

    def show_person(self, person: Person, settings: Settings) -> None:
        """Show what can be written of this person."""
        if self._person and self._person.id != person.id:
            self.bar.hide()
        self._person = person
        self.choices.show_style(settings.csv_style)
        self.choices.show_week_start(settings.week_start)
        self.refresh()

    def refresh(self) -> None:
        """Read the first rows again."""
        order = self._order()
        if order is None:
            return
        glimpse = self._attempts.attempt(lambda: self._export.glimpse(order))
        if glimpse is not None:
            self.preview.show_glimpse(order.what, glimpse)
            if self.preview.table:
                self.setTabOrder(self.preview.table, self.bring.bring)
            self.choices.save.setVisible(glimpse.count > 0 and not self.saving.running)

    def _lay_out(self) -> None:
        self.choices.body.insertWidget(self.choices.body.count() - 1, self.progress)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        column.setSpacing(GAP)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_SIDE)
        self._columns.addWidget(self.choices, 1)
        self._columns.addWidget(self.preview, 1)
        column.addWidget(self.bar)
        column.addLayout(self._columns)
        column.addWidget(self.bring)
        column.addStretch(1)
        scroll = DownScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_choice)
        self.choices.style_chosen.connect(self.style_chosen)
        self.choices.save.clicked.connect(self._on_save)
        self.progress.cancelled.connect(self._on_cancel)
        self.saving.progressed.connect(self._on_progress)
        self.saving.stopped.connect(self._on_stopped)
        self.saving.saved.connect(self._on_saved)
        self.saving.failed.connect(self._on_failed)
        self.bar.acted.connect(self._on_bar)

    def _order(self) -> Order | None:
        """Return what is wanted now; None, and a sentence, if that makes no sense."""
        if self._person is None:
            return None
        person_id, chosen = self._person.id, self.choices.range
        if chosen is not None:
            period = self._attempts.attempt(lambda: self._export.period(person_id, chosen))
            if period is None:
                return None
            self.choices.show_period(period)
        else:
            first, last = self.choices.typed
            if last < first:
                self.preview.show_sentence(self.tr("The first day is after the last day."))
                self.choices.save.hide()
                return None
            period = Period(first, last)
        style = CsvStyle.of_choice(self.choices.style_name, QLocale().decimalPoint())
        return Order(self.choices.what, person_id, period, style)

    def _on_choice(self) -> None:
        self.bar.hide()
        self.refresh()

    def _on_save(self) -> None:
        order = self._order()
        if order is None:
            return
        offered = self._offered_folder() / self._export.file_name(order.what)
        place = self.choose_place(order.what, offered)
        if place is None:
            return
        self._folder = place.parent
        self.bar.hide()
        self._held = self.choices.save.hasFocus()
        self.choices.save.hide()
        self.saving.start(order, place)

    def _on_cancel(self) -> None:
        self.saving.cancel()
        self._last = None
        self.bar.show_message(self.tr("Stopped. No file was saved."))

    def _on_progress(self, progress: Progress) -> None:
        self.progress.show_progress(progress)
        if self._held:
            self.progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
            self._held = False

    def _on_stopped(self) -> None:
        held = self._held or self.progress.cancel.hasFocus()
        self.progress.hide()
        self.choices.save.show()
        if held:
            self.choices.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, written: Written) -> None:
        self._last = written
        self.bar.show_message(saved(written), self.tr("Show in folder"))

    def _on_failed(self, error: NotWrittenError | DiaryError) -> None:
        self._last = None
        words = trouble_words(error) if isinstance(error, NotWrittenError) else sentence(error)
        self.bar.show_message(words, self.tr("Try again"), kind=MessageKind.PROBLEM)

    def _on_bar(self) -> None:
        if self._last is not None:
            self.show_folder(self._last.path.parent)
        else:
            self._on_save()

    def _offered_folder(self) -> Path:
        if self._folder is not None and self._folder.is_dir():
            return self._folder
        from walktrack.paths import documents_dir  # noqa: PLC0415 - only an export asks

        return documents_dir()

    def _ask_place(self, what: What, offered: Path) -> Path | None:
        if what is What.EVERYTHING:
            title = self.tr("Choose where the new folder goes")
            folder = QFileDialog.getExistingDirectory(self, title, str(offered.parent))
            return free_name(Path(folder) / offered.name) if folder else None
        title, kinds = self.tr("Save CSV file"), self.tr("CSV file (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(offered), kinds)
        return with_ending(Path(name)) if name else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._choose_columns()

    def _choose_columns(self) -> None:
        wide = self.width() >= scaled(TWO_COLUMNS_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)


def free_name(path: Path) -> Path:
    """Return the path, or the first like it with a number behind that nothing has yet."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.name} {number}"), number + 1
    return free


def with_ending(path: Path) -> Path:
    """Return the path with ``.csv`` behind it, unless it ends in something already."""
    return path if path.suffix else path.with_name(f"{path.name}.csv")


def _open_folder(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
