"""Notifications where Qt shows them by itself: on Windows and on a Mac."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from walktrack.ui.notes.desktop import DesktopNotes, Note


def tray_icon() -> QSystemTrayIcon | None:
    """Return an icon for the tray, or None where Qt shows no notifications."""
    if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
        return None
    return QSystemTrayIcon(QApplication.windowIcon())


class TrayNotes(DesktopNotes):
    """Shows the newest note; a click on it is all that can be chosen.

    Its icon is in the tray only while a note is there.
    """

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._icon = icon
        icon.setParent(self)
        icon.messageClicked.connect(self._on_clicked)
        icon.activated.connect(self._on_clicked)

    def send(self, note: Note) -> None:
        """Show a note in place of the last one."""
        self._key = note.key
        self._icon.setToolTip(note.words)
        self._icon.show()
        self._icon.showMessage("WalkTrack", note.words, QApplication.windowIcon())
        self.sent.emit(note.key)

    def withdraw(self, key: str) -> None:
        """Take the icon away if this is its note."""
        if key == self._key:
            self.finish()

    def finish(self) -> None:
        """Take the icon away."""
        self._key = ""
        self._icon.hide()

    def _on_clicked(self) -> None:
        if self._key:
            self.acted.emit(self._key, "")
