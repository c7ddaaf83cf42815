"""The ratings given during a walk, as a part of the walk's form."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import Moment
from walktrack.domain.pain import LOWEST, PainMoment, PainRating
from walktrack.services.entry_forms import DuringForm
from walktrack.ui.dialogs.rating import RatingDialog
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.given_button import GivenButton
from walktrack.ui.widgets.labels import StrongLabel


class DuringPart(QWidget):
    """A line with a button for each rating, which opens the scale to change or clear it.

    Nothing is stored here: `given` holds the ratings as they are now. `ten_anchor` says what 10
    stands for.
    """

    def __init__(
        self, given: tuple[DuringForm, ...], ten_anchor: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.given = given
        self._ten_anchor = ten_anchor
        self._changing = ""
        line = Flow(self)
        line.addWidget(StrongLabel(self.tr("During the walk:"), wrap=True))
        self.buttons = [GivenButton(rating) for rating in given]
        for button in self.buttons:
            button.chosen.connect(self._on_chosen)
            line.addWidget(button)

    def _on_chosen(self, rating: DuringForm) -> None:
        self._changing = rating.id
        dialog = RatingDialog(_as_rating(rating), self._ten_anchor, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.scale.show_value(rating.value)
        dialog.picked.connect(self._on_picked)
        dialog.open()

    def _on_picked(self, value: int | None) -> None:
        self.given = tuple(
            replace(rating, value=value) if rating.id == self._changing else rating
            for rating in self.given
        )
        for button, rating in zip(self.buttons, self.given, strict=True):
            button.show_rating(rating)


def _as_rating(given: DuringForm) -> PainRating:
    """Return what the dialog takes; it looks at the value and the minute alone."""
    at = Moment(given.walked_ms, 0)
    value = LOWEST if given.value is None else given.value
    return PainRating(given.id, "", None, PainMoment.DURING, at, value, at, given.walked_ms)
