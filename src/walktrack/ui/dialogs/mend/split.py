"""Splitting a walk in two at a time of day."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import Moment
from walktrack.domain.walk import Walk
from walktrack.services.mending import Mending
from walktrack.ui.dialogs.mend.mend_dialog import MendDialog
from walktrack.ui.mend_words import times_words, walk_words
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.when_fields import TimeField


class SplitDialog(MendDialog):
    """Asks for the time, and says what the two walks would be."""

    def __init__(self, mending: Mending, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Split the walk"), None, parent)
        self._mending, self._walk = mending, walk
        self.time = TimeField(self.tr("The second walk begins at"))
        middle = walk.start.later(self._span // 2)
        self.time.show_at(middle.local().time())
        self.show_words(self.tr("Split the walk in two"), walk_words(walk))
        field = labelled(self.time.accessibleName(), self.time)
        self.add(field, self.result_words, self.outcome, self.do_it)
        self.time.picked.connect(self._look)
        self.do_it.clicked.connect(self._on_done)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def at_ms(self) -> int:
        """The chosen time in milliseconds after the start; outside the walk it is below 0."""
        start = self._walk.start
        typed = datetime.combine(start.day, self.time.at)
        for day in (0, 1):  # a walk over midnight goes on the next day
            at = _like(start, typed + timedelta(day)).ms - start.ms
            if 0 < at < self._span:
                return at
        return -1

    @property
    def _span(self) -> int:
        return (self._walk.end.ms if self._walk.end else self._walk.start.ms) - self._walk.start.ms

    def _look(self) -> None:
        at = self.at_ms
        words = self.tr("First walk: {first}.\nSecond walk: {second}.")

        def look() -> str:
            first, second = self._mending.after_split(self._walk.id, at)
            return words.format(first=times_words(first), second=times_words(second))

        self.ask_for(look)

    def _on_done(self) -> None:
        at = self.at_ms
        self.attempt(lambda: self._mending.split(self._walk.id, at))


def _like(start: Moment, naive: datetime) -> Moment:
    """Return a time of day in the time zone in which the walk began."""
    if start.is_here:
        return Moment.of(naive)
    return Moment.of(naive.replace(tzinfo=start.local().tzinfo))
