"""Taking minutes off the end of a walk, for somebody who forgot to press Finish."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.walk import Walk
from walktrack.services.mending import Mending
from walktrack.ui.dialogs.mend.mend_dialog import MendDialog
from walktrack.ui.mend_words import times_words, walk_words
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.when_fields import MinutesField

_OFFERED = (5, 10, 15, 30)


class CutDialog(MendDialog):
    """Asks how many minutes, and says what the walk would be."""

    def __init__(self, mending: Mending, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Take off"), "check", parent)
        self._mending, self._walk = mending, walk
        self.minutes = MinutesField(self.tr("Minutes to take off"))
        self.minutes.show_minutes(_OFFERED[0])
        self.offered = Segments(
            self.tr("Minutes"),
            [(each, self.tr("{minutes} min").format(minutes=each)) for each in _OFFERED],
        )
        self.offered.show_value(_OFFERED[0])
        self.show_words(self.tr("Take minutes off the end"), walk_words(walk))
        field = labelled(self.minutes.accessibleName(), self.minutes)
        self.add(self.offered, field, self.result_words, self.outcome, self.do_it)
        self.offered.chosen.connect(self._on_offered)
        self.minutes.picked.connect(self._on_minutes)
        self.do_it.clicked.connect(self._on_done)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.minutes.selectAll()

    def _look(self) -> None:
        minutes = self.minutes.value()
        words = self.tr("The walk is then {times}.")
        self.ask_for(
            lambda: words.format(times=times_words(self._mending.after_cut(self._walk.id, minutes)))
        )

    def _on_offered(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self.minutes.show_minutes(minutes)
            self._look()

    def _on_minutes(self, minutes: int) -> None:
        self.offered.show_value(minutes)
        self._look()

    def _on_done(self) -> None:
        minutes = self.minutes.value()
        self.attempt(lambda: self._mending.cut(self._walk.id, minutes))
