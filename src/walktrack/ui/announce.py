"""Telling people who listen to the window what has just happened."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

_OWN_DESCRIPTION = "ownDescription"
_FORGOTTEN_MS = 6_000


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this text, which concerns this widget.

    Newer readers hear the announcement. Older ones hear only the description of what has the
    focus, so for a few seconds the text stands there too.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - start-up

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
    focused = QApplication.focusWidget()
    if focused is None:
        return
    own = focused.property(_OWN_DESCRIPTION)
    if own is None:
        own = focused.accessibleDescription()
        focused.setProperty(_OWN_DESCRIPTION, own)
    focused.setAccessibleDescription(f"{own} {text}".strip())
    QTimer.singleShot(_FORGOTTEN_MS, focused, partial(_forget, focused, text))


def _forget(widget: QWidget, text: str) -> None:
    own = widget.property(_OWN_DESCRIPTION)
    if own is not None and widget.accessibleDescription() == f"{own} {text}".strip():
        widget.setAccessibleDescription(str(own))
        widget.setProperty(_OWN_DESCRIPTION, None)
