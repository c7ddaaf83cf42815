"""A rating that was given during a walk and is written down later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.recorder import Hand
from walktrack.services.entry_forms import DuringForm
from walktrack.ui.dialogs.question import Question
from walktrack.ui.dialogs.rating_part import RatingPart
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.pain_scale import PainScale
from walktrack.ui.widgets.when_fields import MinutesField


class LateRatingDialog(Question):
    """Asks after how many minutes, and 0 to 10. `added` carries a DuringForm without an id."""

    width_px = 680
    added = Signal(object)

    def __init__(
        self, most_minutes: int, ten_anchor: str, hand: Hand, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Cancel"), parent)
        self.minutes = MinutesField(self.tr("After how many minutes of walking"))
        self.minutes.setMaximum(most_minutes)
        self.minutes.show_minutes(max(1, most_minutes // 2))
        self.scale = PainScale(self.tr("Pain during the walk"), ten_anchor)
        self.part = RatingPart(self.scale, hand)
        self.add_button = FilledButton(self.tr("Add"), "check")
        self.add_button.setAutoDefault(False)
        self.add_button.setEnabled(False)
        self.show_words(
            self.tr("Add a rating during the walk"),
            self.tr("It is stored when you save the walk."),
        )
        field = labelled(self.minutes.accessibleName(), self.minutes)
        self.add(field, self.part, self.add_button)
        self.scale.picked.connect(self._on_picked)
        self.add_button.clicked.connect(self._on_add)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.minutes.selectAll()

    def _on_picked(self) -> None:
        self.add_button.setEnabled(self.scale.value is not None)

    def _on_add(self) -> None:
        walked_ms = self.minutes.value() * MS_PER_MINUTE
        self.added.emit(DuringForm("", walked_ms, self.scale.value, self.part.aside))
        self.accept()
