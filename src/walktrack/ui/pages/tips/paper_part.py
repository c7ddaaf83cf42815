"""The checklist on its way to a file or to a printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from walktrack.domain.person import Person
from walktrack.exchange.whole import NotWrittenError
from walktrack.services.blank_sheets import keep_sheet
from walktrack.ui.checklist_words import checklist_sheet, kept, not_printed, printed
from walktrack.ui.paper.output import checklist_pdf, print_checklist, printer_here
from walktrack.ui.share_words import trouble_words

NAME = "walktrack-checklist.pdf"
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class PaperPart(QObject):
    """`done` says what went well, with the folder if there is a file; `failed` what did not.

    `failed` carries the verb with it, to be tried again. Tests put their own ways into
    `choose_place` and `choose_printer`.
    """

    done = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.choose_place: Callable[[], Path | None] = self._ask_place
        self.choose_printer: Callable[[], QPrinter | None] = self._ask_printer

    def save(self, person: Person) -> None:
        """Write the person's checklist where they want it."""
        target = self.choose_place()
        if target is None:
            return
        try:
            path = keep_sheet(checklist_pdf(checklist_sheet(person)), target, NAME)
        except NotWrittenError as error:
            self.failed.emit(trouble_words(error), lambda: self.save(person))
        else:
            self.done.emit(kept(str(path)), path.parent)

    def print(self, person: Person) -> None:
        """Print the person's checklist on the printer they choose."""
        printer = self.choose_printer()
        if printer is None:
            return
        if print_checklist(checklist_sheet(person), printer):
            self.done.emit(printed(), None)
        else:
            self.failed.emit(not_printed(), lambda: self.print(person))

    def _ask_place(self) -> Path | None:
        offered = str(Path(QStandardPaths.writableLocation(_DOCUMENTS)) / NAME)
        title, kinds = self.tr("Save the checklist"), self.tr("PDF file (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self._page, title, offered, kinds)
        return Path(name).with_suffix(".pdf") if name else None

    def _ask_printer(self) -> QPrinter | None:
        printer = printer_here()
        dialog = QPrintDialog(printer, self._page)
        dialog.setWindowTitle(self.tr("Print the checklist"))
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if taken else None
