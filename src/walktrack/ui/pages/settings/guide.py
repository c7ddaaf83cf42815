"""The card of what a guided walk says on the way."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from walktrack.domain.cues import GENTLE_MINUTES, POSTURE_EVERY_MINUTES, Guide
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import CaptionLabel
from walktrack.ui.widgets.segments import Segments


class GuideCard(Card):
    """`guide_set` carries the Guide as it is after a change.

    Whether walks are guided is chosen where they start.
    """

    guide_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Guided walk"), parent=parent)
        self.gentle = Segments(
            self.tr("Gentle minutes at both ends"),
            [(each, self._minutes(each)) for each in GENTLE_MINUTES],
        )
        self.back = QCheckBox(self.tr("Ask half-way how my back is"))
        posture = self.tr("Remind me of my posture every {minutes} minutes")
        self.posture = QCheckBox(posture.format(minutes=POSTURE_EVERY_MINUTES))
        for box in (self.back, self.posture):
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box.checkStateChanged.connect(self._on_changed)
        self.gentle.chosen.connect(self._on_changed)
        words = self.tr(
            "Tick “Guide me” on Today before you start. No two sounds are alike: no need to look."
        )
        self.body.addWidget(labelled(self.gentle.accessibleName(), self.gentle))
        for part in (self.back, self.posture, CaptionLabel(words, wrap=True).muted()):
            self.body.addWidget(part)

    def show_guide(self, guide: Guide) -> None:
        """Show what is chosen."""
        self.gentle.show_value(guide.gentle_minutes)
        for box, on in ((self.back, guide.back), (self.posture, guide.posture)):
            with QSignalBlocker(box):
                box.setChecked(on)

    def _minutes(self, minutes: int) -> str:
        return self.tr("{minutes} min").format(minutes=minutes) if minutes else self.tr("None")

    def _on_changed(self) -> None:
        minutes = self.gentle.value
        gentle = minutes if isinstance(minutes, int) else 0
        self.guide_set.emit(Guide(gentle, self.posture.isChecked(), self.back.isChecked()))
