"""A pain scale in a form, with what goes with the number: where it hurts, how it is known."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.pain import Place, Reporter
from walktrack.domain.recorder import Hand
from walktrack.services.entry_forms import Aside
from walktrack.ui.dialogs.where import WhereDialog
from walktrack.ui.widgets.knows_choice import KnowsChoice
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.pain_scale import PainScale


class RatingPart(QWidget):
    """Wraps a scale; nothing is stored here. How it is known is asked of a carer alone.

    `places` says whether it is asked where it hurts.
    `edited` says that something beside the number was changed by the person.
    """

    edited = Signal()

    def __init__(
        self,
        scale: PainScale,
        hand: Hand,
        *,
        places: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.scale = scale
        self._asks_where = places
        self._hand = hand
        self._value: int | None = None
        self._known: Reporter | None = None
        self._places: frozenset[Place] = frozenset()
        name = self.tr("How you know: {name}").format(name=scale.accessibleName())
        self.knows = KnowsChoice(name)
        self.where: WhereDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scale)
        self._asked = labelled(self.tr("How you know"), self.knows)
        column.addWidget(self._asked)
        self.knows.chosen.connect(self._on_edited)
        scale.picked.connect(self._on_picked)
        scale.where_wanted.connect(self._on_where)
        self.show_answer(scale.value, Aside())

    @property
    def aside(self) -> Aside:
        """What goes with the number now; nothing without a number."""
        if self.scale.value is None:
            return Aside()
        chosen = None if self._hand.is_self else self.knows.reporter
        same = self.scale.value == self._value and chosen is self._known
        return Aside(self._places, None if same else chosen, self._known)

    def show_answer(self, value: int | None, aside: Aside) -> None:
        """Show a stored answer, or none."""
        self.scale.show_value(value)
        self._value, self._known, self._places = value, aside.known, aside.places
        self.knows.show_value(aside.known or self._hand.reporter)
        if self._asks_where:
            self.scale.show_places(self._places)
        self._show_knows()

    def _show_knows(self) -> None:
        self._asked.setVisible(not self._hand.is_self and self.scale.value is not None)

    def _on_picked(self) -> None:
        if self._known is Reporter.SELF and not self._hand.is_self and not self.knows.reporter:
            self.knows.show_value(self._hand.reporter)  # the number is the carer's from now on
        self._show_knows()

    def _on_where(self) -> None:
        self.where = WhereDialog(self._places, self.window())
        self.where.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.where.picked.connect(self._on_places)
        self.where.open()

    def _on_places(self, places: frozenset[Place]) -> None:
        self._places = places
        self.scale.show_places(places)
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()
