"""The keys for help and for warning signs in every window that lies over the main one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog


def top_dialog() -> QDialog | None:
    """Return the dialog that has to be answered first, if one is open."""
    top = QApplication.activeModalWidget()
    return top if isinstance(top, QDialog) else None


class DialogKeys(QObject):
    """Gives each dialog the same keys as it comes to the front.

    A dialog keeps the keys of the window behind it from being heard, and what the keys open must
    be within reach there too.
    """

    def __init__(self, keys: Mapping[Qt.Key, Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = keys
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_front)

    def _on_front(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 - start-up

        dialog = top_dialog()
        if dialog is None or dialog.findChild(QShortcut, _NAME) is not None:
            return
        for key, slot in self._keys.items():
            shortcut = QShortcut(QKeySequence(key), dialog, slot)
            shortcut.setObjectName(_NAME)
            shortcut.setAutoRepeat(False)


_NAME = "key of every dialog"
