"""The card about backups: the last one, making one, bringing one back, and the second folder."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.backup import Backup
from walktrack.ui.announce import announce
from walktrack.ui.backup_words import count_words, last_words
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.settings.facts import PathBox
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel


class SecondFolder(QWidget):
    """Shows the folder that gets copies. `choice_wanted` asks for another, `stopped` for none."""

    choice_wanted = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = PathBox(self.tr("The second folder"))
        label = PlainLabel(
            self.tr("Copies can also go to a second folder, such as a stick."), wrap=True
        )
        label.setBuddy(self.path)
        self.trouble = trouble_label()
        self.choose = OutlinedButton("", "folder")
        self.stop = OutlinedButton(self.tr("Stop using it"), "close")
        row = Flow()
        row.addWidget(self.choose)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (label, self.path, self.trouble):
            column.addWidget(widget)
        column.addLayout(row)
        self.choose.clicked.connect(self.choice_wanted)
        self.stop.clicked.connect(self.stopped)
        self.show_folder("")

    def show_folder(self, folder: str, trouble: str = "") -> None:
        """Show which folder it is, none if empty, and what is the matter with it."""
        if not folder and self.stop.hasFocus():
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        if folder != self.path.toPlainText():
            self.path.setPlainText(folder)
            self.path.updateGeometry()
        for widget in (self.path, self.stop):
            widget.setVisible(bool(folder))
        first, other = self.tr("Choose a second folder…"), self.tr("Choose another folder…")
        self.choose.setText(other if folder else first)
        self.trouble.show_text(trouble)
        self.trouble.setVisible(bool(trouble))


class BackupsCard(Card):
    """Shows the backups there are, and asks for what can be done about them.

    `opened` says that it came into sight, so that what it shows should be read again. `told`
    carries the label that has just got something to say.
    """

    opened = Signal()
    told = Signal(object)
    backup_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Backups"), parent=parent)
        self.last = StrongLabel(wrap=True)
        self.count = PlainLabel(wrap=True)
        self.trouble = trouble_label()
        self.make = FilledButton(self.tr("Back up now"), "save")
        self.restore = OutlinedButton(self.tr("Bring back a backup…"), "undo")
        self.said = StrongLabel(wrap=True)
        self.second = SecondFolder()
        row = Flow()
        row.addWidget(self.make)
        row.addWidget(self.restore)
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        by_itself = PlainLabel(
            self.tr("WalkTrack makes backups by itself, and keeps some old ones."), wrap=True
        )
        for widget in (by_itself, self.last, self.count, self.trouble):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.second)
        self._none = PlainLabel(
            self.tr("This diary is not kept, so there are no backups of it."), wrap=True
        )
        self.body.addWidget(self._parts)
        self.body.addWidget(self._none)
        for hidden in (self.last, self.count, self.said):
            hidden.hide()
        self.show_kept(kept=False)
        self.make.clicked.connect(self.backup_wanted)
        self.restore.clicked.connect(self.restore_wanted)

    def show_kept(self, *, kept: bool) -> None:
        """Show the backups, or say that there are none of a diary such as this."""
        self._parts.setVisible(kept)
        self._none.setVisible(not kept)

    def show_backups(self, backups: Sequence[Backup], today: date) -> None:
        """Show what there is, newest first."""
        if backups:
            self.last.show_text(last_words(backups[0].made, today))
        self.last.setVisible(bool(backups))
        self.count.show_text(count_words(backups))
        self.count.show()

    def show_trouble(self, words: str) -> None:
        """Show why the last backup could not be made; nothing if it could."""
        self.trouble.show_text(words)
        self.trouble.setVisible(bool(words))

    def say(self, words: str, elsewhere: str = "") -> None:
        """Show what came of what was asked for; what stands `elsewhere` is only read aloud."""
        self.said.show_text(words)
        self.said.setVisible(bool(words))
        if words or elsewhere:
            announce(self.said, f"{words} {elsewhere}".strip())
            self.told.emit(self.said if words else self.trouble)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.say("")
        self.opened.emit()


def trouble_label() -> StrongLabel:
    """Return a label for what is the matter, hidden until there is something."""
    label = StrongLabel(wrap=True)
    label.setForegroundRole(QPalette.ColorRole.LinkVisited)
    label.hide()
    return label
