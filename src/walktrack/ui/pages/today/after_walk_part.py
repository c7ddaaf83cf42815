"""The two questions after a walk on Today: asked once, and only where there is a reason."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walktrack.domain.after_walk import Felt, Legs, signs_of
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignMoment
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.after_walk_card import AfterWalkCard

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class AfterWalkPart(QObject):
    """Runs the card with the questions.

    `ticked` carries the warning signs that the answers are, and the SignMoment; `said` a sentence
    for the bar where they are none, `asked` that the card has come up.
    """

    ticked = Signal(object, object)
    said = Signal(str)
    asked = Signal()

    def __init__(self, attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.card = AfterWalkCard()
        self.card.hide()
        self._attempts = attempts
        self._desk: Desk | None = None
        self._walk: Walk | None = None
        self._skipped: set[str] = set()
        self.card.answered.connect(self._on_answered)
        self.card.skipped.connect(self._on_skipped)

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        self._desk = desk

    def show_walk(self, walk: Walk | None) -> None:
        """Ask about a walk if there is a reason to."""
        asked = walk is not None and walk.id not in self._skipped and self._is_asked(walk)
        if asked and walk:
            if self.card.isHidden() or self._walk is None or self._walk.id != walk.id:
                self.card.start_over()
            self.card.show_reason(stopped=bool(walk.details.stopped_for_pain))
        self._walk, new = walk, asked and self.card.isHidden()
        self.card.setVisible(asked)
        if new:
            self.asked.emit()

    def _is_asked(self, walk: Walk) -> bool:
        if self._desk is None or walk.end is None:
            return False
        desk = self._desk

        def look() -> bool:
            pain = desk.journal.answers(walk.person_id, walk.id).pain
            return desk.signs.asks_after(walk, pain)

        return bool(self._attempts.attempt_steadily(look, "after walk"))

    def _on_answered(self, felt: Felt | None, legs: Legs | None) -> None:
        if felt is None and legs is None:
            self._on_skipped()
            return
        signs = signs_of(felt, legs)
        self.ticked.emit(signs, SignMoment.AFTER_WALK)
        if not signs:
            words = self.tr("These questions cannot rule out a problem.")
            self.said.emit(f"{words} {self.tr('If you are worried, ask a doctor.')}")

    def _on_skipped(self) -> None:
        if self._walk:
            self._skipped.add(self._walk.id)
        self.card.hide()
