"""Something went wrong inside WalkTrack: what that means for the diary, and a report to pass on."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QSizePolicy, QWidget

from walktrack import paths
from walktrack.exchange.whole import NotWrittenError, whole_file
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_HEIGHT_PX = 200  # at any text size: the buttons below are to stay in sight
_NAME = "walktrack-report.txt"


class _Report(QPlainTextEdit):
    """The text of the report, to be read and copied."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ErrorDialog(Question):
    """Says what became of the diary and shows the report before it is saved. Esc goes on.

    `close_wanted` says that the person would rather close WalkTrack.
    """

    close_wanted = Signal()

    def __init__(self, state: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Go on"), parent)
        self._report = report
        self.show_words(self.tr("Something went wrong inside WalkTrack."), state)
        label = PlainLabel(self.tr("The report holds nothing from your diary."), wrap=True)
        self.report = _Report(report)
        self.report.setFrameStyle(self.report.frameStyle())  # now that its style knows what it is
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label.setBuddy(self.report)
        self.said = StrongLabel(wrap=True)
        self.said.hide()
        self.save = OutlinedButton(self.tr("Save a report…"), "save")
        self.leave = OutlinedButton(self.tr("Close WalkTrack"))
        buttons = QWidget()
        row = Flow(buttons)
        for button in (self.save, self.leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.add(label, self.report, buttons, self.said)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self._on_leave)

    def _on_save(self) -> None:
        offered, kinds = paths.documents_dir() / _NAME, self.tr("Text file (*.txt)")
        title = self.tr("Save a report")
        name, _ = QFileDialog.getSaveFileName(self, title, str(offered), kinds)
        if name:
            self._write(Path(name))

    def _write(self, path: Path) -> None:
        try:
            with whole_file(path) as part:
                part.write_text(self._report, encoding="utf-8")
        except NotWrittenError as error:
            words = self.tr("The report could not be saved in {folder}. Choose another place.")
            self._say(words.format(folder=error.path.parent))
        else:
            self._say(self.tr("Saved as {path}.").format(path=path))

    def _say(self, words: str) -> None:
        self.said.show_text(words)
        self.said.show()
        self.reveal(self.said)
        announce(self.said, words)

    def _on_leave(self) -> None:
        self.accept()
        self.close_wanted.emit()
