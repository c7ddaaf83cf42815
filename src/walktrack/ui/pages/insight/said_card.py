"""A card that says something in a sentence or two, with how it was found folded below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.fold import Fold
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel


class SaidCard(Card):
    """Shows `sentence`; `doubt` below it says what is left out."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.sentence = PlainLabel(wrap=True)
        self.doubt = CaptionLabel(wrap=True).muted()
        self.fold = Fold()
        for part in (self.sentence, self.doubt, self.fold):
            self.body.addWidget(part)

    def show_said(self, sentence: str, doubt: str = "", details: Sequence[str] = ()) -> None:
        """Show these words; what is empty has no place."""
        self.sentence.show_text(sentence)
        self.doubt.show_text(doubt)
        self.doubt.setVisible(bool(doubt))
        self.fold.show_lines(details)
