"""Tells screen readers that a chart is a chart."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class ChartSurface(QWidget):
    """A widget that reports itself with the role Chart; its name and description are Qt's own.

    It keeps its interface alive: Qt borrows it, and Python would throw it away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._interface: QAccessibleInterface | None = None
        _install()

    def accessible(self) -> QAccessibleInterface:
        """Return the interface of this widget, made once."""
        if self._interface is None:
            self._interface = QAccessibleWidget(self, QAccessible.Role.Chart)
        return self._interface


@cache
def _install() -> None:
    QAccessible.installFactory(chart_interface)


def chart_interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return the interface of a chart; for anything else None, and Qt goes on as always."""
    return thing.accessible() if isinstance(thing, ChartSurface) else None
