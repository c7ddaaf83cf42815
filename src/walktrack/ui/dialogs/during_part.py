"""The ratings given during a walk, as a part of the walk's form."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.recorder import Hand
from walktrack.services.entry_forms import Aside, DuringForm
from walktrack.ui.dialogs.late_rating import LateRatingDialog
from walktrack.ui.dialogs.rating import RatingDialog
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.given_button import GivenButton
from walktrack.ui.widgets.labels import StrongLabel


class DuringPart(QWidget):
    """A line with a button for each rating, which opens the scale, and one to add another.

    Nothing is stored here: `given` holds the ratings as they are now. `ten_anchor` says what 10
    stands for, `walked_ms` how long the walk is as far as is known.
    """

    def __init__(
        self,
        given: tuple[DuringForm, ...],
        ten_anchor: str,
        hand: Hand,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.given = given
        self.walked_ms = MS_PER_MINUTE
        self._ten_anchor, self._hand = ten_anchor, hand
        self._changing: GivenButton | None = None
        self.buttons: list[GivenButton] = []
        self.add_button = PlainButton(self.tr("Add one during the walk…"), "plus")
        self._line = Flow(self)
        self._title = StrongLabel(self.tr("During the walk:"), wrap=True)
        self._line.addWidget(self._title)
        for rating in given:
            self._add_button(rating)
        self._line.addWidget(self.add_button)
        self.add_button.clicked.connect(self._on_add)
        self._title.setVisible(bool(given))

    def _add_button(self, rating: DuringForm) -> None:
        button = GivenButton(rating)
        button.setAutoDefault(False)
        button.chosen.connect(self._on_chosen)
        self.buttons.append(button)
        self._line.addWidget(button)

    def _on_add(self) -> None:
        minutes = max(1, self.walked_ms // MS_PER_MINUTE)
        dialog = LateRatingDialog(minutes, self._ten_anchor, self._hand, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._on_added)
        dialog.open()

    def _on_added(self, rating: DuringForm) -> None:
        self.given = (*self.given, rating)
        self._line.removeWidget(self.add_button)
        self._add_button(rating)
        self._line.addWidget(self.add_button)
        self._title.show()
        self.updateGeometry()

    def _on_chosen(self, rating: DuringForm) -> None:
        self._changing = next(button for button in self.buttons if button.rating is rating)
        dialog = RatingDialog(rating, rating.aside, self._ten_anchor, self._hand, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self._on_picked)
        dialog.said.connect(self._on_said)
        dialog.open()

    def _on_picked(self, value: int | None, aside: Aside) -> None:
        at = self._at()
        self._keep(replace(self.given[at], value=value, aside=aside))

    def _on_said(self, aside: Aside) -> None:
        self._keep(replace(self.given[self._at()], aside=aside))

    def _at(self) -> int:
        return self.buttons.index(self._changing) if self._changing else 0

    def _keep(self, rating: DuringForm) -> None:
        at = self._at()
        self.given = (*self.given[:at], rating, *self.given[at + 1 :])
        self.buttons[at].show_rating(rating)
