"""A field under its name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.ui.widgets.labels import PlainLabel

_GAP = 2


def labelled(name: str, field: QWidget) -> QWidget:
    """Return the field with its name over it, which is also its name for a screen reader."""
    cell = QWidget()
    label = PlainLabel(name, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
    label.setBuddy(field)
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    column.addWidget(label, 1)
    column.addWidget(field)
    return cell
