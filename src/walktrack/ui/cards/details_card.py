"""After the walk: what else may be said about it, all of it optional."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.walk import Details
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.details_form import DetailsForm
from walktrack.ui.words import company_word, effort_word, kind_word, surface_word


class DetailsCard(Card):
    """Stores as it is filled in: `described` carries Details after each change.

    What was said about the last walk is offered by one button; nothing is taken over unasked.
    """

    described = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About this walk"), parent=parent)
        self._last = Details()
        self.same = OutlinedButton("", "copy")
        self.same.clicked.connect(self._on_same)
        self.form = DetailsForm()
        self.form.edited.connect(self.described)
        self.body.addWidget(self.same)
        self.body.addWidget(self.form)

    def show_details(self, details: Details, last: Details) -> None:
        """Show what is known of this walk and offer what was said of the last."""
        self._last = last
        words = _in_words(last)
        self.same.setVisible(bool(words) and details == Details())
        self.same.show_text(self.tr("Same as last time: {words}").format(words=words))
        if self.form.details() != details:
            self.form.show_details(details)

    def take_focus(self) -> None:
        """Bring the keyboard to the first thing that can be said."""
        first = self.form.kind if self.same.isHidden() else self.same
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_same(self) -> None:
        self.form.show_details(self._last)
        self.same.hide()
        self.form.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.described.emit(self._last)


def _in_words(details: Details) -> str:
    words = [
        kind_word(details.kind) if details.kind else "",
        surface_word(details.surface) if details.surface else "",
        company_word(details.company) if details.company else "",
        effort_word(details.effort) if details.effort else "",
    ]
    return ", ".join(word.lower() for word in words if word)
