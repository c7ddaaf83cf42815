"""Changing or clearing one rating that was given during the walk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainRating
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.pain_scale import PainScale, PainStep


class RatingDialog(Question):
    """The pain scale for one minute of the walk. Every pick is told at once.

    `picked` carries 0 to 10, or None when the rating is cleared; the window stays open.
    """

    picked = Signal(object)

    def __init__(self, rating: PainRating, ten_anchor: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        minutes = (rating.walked_ms or 0) // MS_PER_MINUTE
        if minutes == 1:
            title = self.tr("At 1 minute")
        else:
            title = self.tr("At {minutes} minutes").format(minutes=minutes)
        self.show_words(title, self.tr("Change your answer here, or clear it."))
        self.scale = PainScale(self.tr("Pain during the walk"), ten_anchor)
        self.scale.show_value(rating.value)
        self.scale.picked.connect(self.picked)
        self.add(self.scale)

    def showEvent(self, event: QShowEvent) -> None:
        """Open with the keyboard on the answer, so that digits change it at once."""
        super().showEvent(event)
        for step in self.scale.findChildren(PainStep):
            if step.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                step.setFocus(Qt.FocusReason.OtherFocusReason)
