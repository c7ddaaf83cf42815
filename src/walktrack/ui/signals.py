"""The one signal by which every page hears that something has changed."""

from PySide6.QtCore import QObject, Signal


class Signals(QObject):
    """`changed` carries a `Changes`; it is emitted after the change is committed."""

    changed = Signal(object)
