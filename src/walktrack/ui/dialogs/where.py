"""Where it hurts: a box for each place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from walktrack.domain.pain import Place
from walktrack.ui.dialogs.question import Question
from walktrack.ui.place_words import place_word
from walktrack.ui.widgets.flow import Columns


class WhereDialog(Question):
    """Every tick counts at once. `picked` carries the places that are ticked now."""

    picked = Signal(object)

    def __init__(self, places: frozenset[Place], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self.show_words(
            self.tr("Where does it hurt?"),
            self.tr("Tick all that fit, or none. Left and right are your own."),
        )
        boxes = QWidget()
        columns = Columns(boxes, most=2, spacing=0)
        self.boxes: dict[Place, QCheckBox] = {}
        for place in Place:
            box = self.boxes[place] = QCheckBox(place_word(place))
            box.setChecked(place in places)
            box.toggled.connect(self._on_toggled)
            columns.addWidget(box)
        self.add(boxes)

    def showEvent(self, event: QShowEvent) -> None:
        """Open with the keyboard on the first box."""
        super().showEvent(event)
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self) -> None:
        self.picked.emit(frozenset(p for p, box in self.boxes.items() if box.isChecked()))
