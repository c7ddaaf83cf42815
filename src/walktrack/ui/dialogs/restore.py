"""Bring back a backup: which one, what that would change, and only then the deed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from walktrack.domain.backup import Backup, Outlook
from walktrack.ui.announce import announce
from walktrack.ui.backup_words import when_words
from walktrack.ui.dialogs.backup_list import BackupList
from walktrack.ui.dialogs.question import Question
from walktrack.ui.look.tokens import GAP
from walktrack.ui.outlook_words import change_words, holds_words, lost_words
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel


class _Outcome(QWidget):
    """What is known about the one that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.title = StrongLabel(wrap=True)
        self.lines = [PlainLabel(wrap=True), StrongLabel(wrap=True), PlainLabel(wrap=True)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for label in (self.title, *self.lines):
            column.addWidget(label)
        self.lines[1].setForegroundRole(QPalette.ColorRole.LinkVisited)

    def show_lines(self, title: str, *lines: str) -> None:
        """Show a title and up to three lines, the second of which is to be noticed."""
        self.title.show_text(title)
        self.title.setVisible(bool(title))
        for label, words in zip(self.lines, (*lines, "", "", ""), strict=False):
            label.show_text(words)
            label.setVisible(bool(words))

    @property
    def words(self) -> str:
        """All that is shown, as it is read aloud."""
        shown = (self.title, *self.lines)
        return " ".join(label.words for label in shown if label.isVisibleTo(self))


class RestoreDialog(Question):
    """Lets a person choose one, shows what would change, and asks for it to be put in place.

    `chosen` carries the Path of a diary to be examined, `unchosen` says that none is. Tests put
    their own way into `choose_file`.
    """

    chosen = Signal(object)
    unchosen = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cancel"), parent)
        self.choose_file: Callable[[], Path | None] = self._ask_file
        self.list = BackupList()
        self.label = PlainLabel(self.tr("Backups on this computer, newest first:"), wrap=True)
        self.label.setBuddy(self.list)
        self.file = OutlinedButton(self.tr("Choose another file…"), "folder")
        self.file.setAutoDefault(False)
        self.outcome = _Outcome()
        self.restore = FilledButton(self.tr("Bring back"), "undo")
        self.restore.setAutoDefault(False)
        self.restore.setEnabled(False)
        self._name = ""
        self.show_words(
            self.tr("Bring back a backup"),
            self.tr("Choose one to see what it would change. Nothing changes until you say so."),
        )
        files = QWidget()
        row = Flow(files)
        row.addWidget(self.file)
        self.add(self.label, self.list, files, self.outcome)
        self._foot.addWidget(self.restore)
        self.show_backups([])
        self.outcome.show_lines("")
        self.list.moved.connect(self._on_moved)
        self.list.chosen.connect(self._on_backup)
        self.file.clicked.connect(self._on_file)
        self.restore.clicked.connect(self._on_restore)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show which there are, newest first."""
        self.list.show_backups(backups)
        self.list.setVisible(bool(backups))
        none = self.tr("There are no backups on this computer yet.")
        some = self.tr("Backups on this computer, newest first:")
        self.label.show_text(some if backups else none)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what would change, and let the deed be done if anything would."""
        promise = self.tr(
            "Your settings stay. A backup of the diary as it is now is made first, so you can "
            "undo this."
        )
        changes = [holds_words(outlook), *change_words(outlook)]
        self._show(self._name, " ".join(changes), lost_words(outlook), promise if outlook else "")
        self.restore.setEnabled(bool(outlook))

    def show_refusal(self, words: str) -> None:
        """Show why the chosen one cannot be brought back."""
        self.restore.setEnabled(False)
        self._show("", "", words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_moved(self) -> None:
        self._leave()
        self.unchosen.emit()

    def _on_backup(self, backup: Backup) -> None:
        self._look_at(when_words(backup.made), backup.path)

    def _on_file(self) -> None:
        path = self.choose_file()
        if path:
            self.list.unchoose()
            self._look_at(str(path), path)

    def _look_at(self, name: str, path: Path) -> None:
        self._leave()
        self._name = name
        self._show(name, self.tr("Looking at it…"))
        self.chosen.emit(path)

    def _leave(self) -> None:
        """Forget what was known: it was about another one."""
        self.restore.setEnabled(False)
        self.outcome.show_lines("")

    def _on_restore(self) -> None:
        self.restore.setEnabled(False)
        self._show(self._name, self.tr("Bringing it back…"))
        self.restore_wanted.emit()

    def _show(self, title: str, *lines: str) -> None:
        held = self.restore.hasFocus()
        self.outcome.show_lines(title, *lines)
        self.reveal(self.outcome)
        announce(self.outcome, self.outcome.words)
        if held and not self.restore.isEnabled():
            self.way_out.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_file(self) -> Path | None:
        title, kinds = self.tr("Choose a diary"), self.tr("Diaries (*.db);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        return Path(name) if name else None
