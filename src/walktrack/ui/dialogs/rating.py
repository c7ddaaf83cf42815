"""Changing or clearing one rating that was given during the walk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.recorder import Hand
from walktrack.services.entry_forms import Aside
from walktrack.ui.dialogs.question import Question
from walktrack.ui.dialogs.rating_part import RatingPart
from walktrack.ui.widgets.given_button import Given
from walktrack.ui.widgets.pain_scale import PainScale, PainStep


class RatingDialog(Question):
    """The pain scale for one minute of the walk. Every pick is told at once.

    `picked` carries 0 to 10, or None when the rating is cleared, and the Aside that goes with it;
    `said` the Aside when that alone is changed. The window stays open.
    """

    width_px = 620
    picked = Signal(object, object)
    said = Signal(object)

    def __init__(
        self,
        rating: Given,
        aside: Aside,
        ten_anchor: str,
        hand: Hand,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Close"), parent)
        minutes = (rating.walked_ms or 0) // MS_PER_MINUTE
        if minutes == 1:
            title = self.tr("At 1 minute")
        else:
            title = self.tr("At {minutes} minutes").format(minutes=minutes)
        self.show_words(title, self.tr("Change your answer here, or clear it."))
        self.scale = PainScale(self.tr("Pain during the walk"), ten_anchor)
        self.part = RatingPart(self.scale, hand)
        self.part.show_answer(rating.value, aside)
        self.scale.picked.connect(self._on_picked)
        self.part.edited.connect(self._on_said)
        self.add(self.part)

    def showEvent(self, event: QShowEvent) -> None:
        """Open with the keyboard on the answer, so that digits change it at once."""
        super().showEvent(event)
        for step in self.scale.findChildren(PainStep):
            if step.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self, value: int | None) -> None:
        self.picked.emit(value, self.part.aside)

    def _on_said(self) -> None:
        self.said.emit(self.part.aside)
