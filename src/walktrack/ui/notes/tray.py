"""Notifications where Qt shows them by itself: on Windows and on a Mac."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from walktrack.ui.notes.desktop import DesktopNotes, Note


def tray_shows_notes() -> bool:
    """Say whether Qt can show notifications here."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class TrayNotes(DesktopNotes):
    """Shows the newest note; a click on it is all that can be chosen.

    Its icon is in the tray only while a note is there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self.icon.messageClicked.connect(self._on_clicked)
        self.icon.activated.connect(self._on_clicked)

    def send(self, note: Note) -> None:
        """Show a note in place of the last one."""
        self._key = note.key
        self.icon.setToolTip(note.words)
        self.icon.show()
        self.icon.showMessage("WalkTrack", note.words, QApplication.windowIcon())
        self.sent.emit(note.key)

    def withdraw(self, key: str) -> None:
        """Take the icon away if this is its note."""
        if key == self._key:
            self.finish()

    def finish(self) -> None:
        """Take the icon away."""
        self._key = ""
        self.icon.hide()

    def _on_clicked(self) -> None:
        if self._key:
            self.acted.emit(self._key, "")
