"""The keys of the window, from the moment there is a diary."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from walktrack.ui.messages import Messages
from walktrack.ui.pages.today.walk_part import WalkPart
from walktrack.ui.top_bar import TopBar


def make_shortcuts(
    window: QWidget,
    messages: Messages,
    walk: WalkPart,
    top: TopBar,
    show_people: Callable[[], None],
) -> None:
    """Give the window its keys; Ctrl and a number lead to a page, in the order of the bar."""
    redo = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    both = [QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")]
    for keys, slot in (
        (QKeySequence(QKeySequence.StandardKey.Undo), messages.undo),
        *((keys, messages.redo) for keys in {*redo, *both}),
        (QKeySequence("F5"), walk.forward),
        (QKeySequence("F6"), walk.press_finish),
        (QKeySequence("Ctrl+P"), show_people),
    ):
        QShortcut(keys, window, slot).setAutoRepeat(False)
    for number, button in enumerate(top.pages.values(), start=1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), window, button.click)
