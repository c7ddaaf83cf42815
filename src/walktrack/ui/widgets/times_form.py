"""When a walk was: a day, a start, an end and minutes, of which the third follows as you type."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.moment import Moment
from walktrack.domain.typed import Oddity, Times, clock_oddity
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.times_draft import Part, TimesDraft
from walktrack.ui.widgets.when_fields import DateField, MinutesField, TimeField

_COLUMNS = 4


class TimesForm(QWidget):
    """Four fields that agree with each other.

    `edited` comes after each change by the person. `times` and `clock_oddities` say what the
    fields come to.
    """

    edited = Signal()

    def __init__(self, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = TimesDraft.of(times)
        # A number is typed digit by digit: each digit starts again from the draft as it was
        # before this field, so that a half-typed time moves nothing for good.
        self._base = self.draft
        self._typing: QWidget | None = None
        self.day = DateField(self.tr("Date"))
        self.start = TimeField(self.tr("Started at"))
        self.end = TimeField(self.tr("Ended at"))
        self.minutes = MinutesField(self.tr("Minutes walked"))
        fields = (self.day, self.start, self.end, self.minutes)
        columns = Columns(self, most=_COLUMNS, spacing=GAP)
        for field in fields:
            columns.addWidget(labelled(field.accessibleName(), field))
        self._show(but=None)
        self.day.picked.connect(self._on_day)
        self.start.picked.connect(self._on_start)
        self.end.picked.connect(self._on_end)
        self.minutes.picked.connect(self._on_minutes)

    def times(self) -> Times:
        """Return the times of the walk; TimesError if the fields make none."""
        return self.draft.times()

    @property
    def says_when(self) -> bool:
        """Whether the person typed a time of day."""
        return bool({Part.START, Part.END} & set(self.draft.hand))

    def show_walked(self, walked_ms: int) -> None:
        """Show another walked time, that follows from something else; nothing is emitted."""
        self.draft = replace(self.draft, walked_ms=max(0, walked_ms), moved=True)
        self._base, self._typing = self.draft, None
        self._show(but=None)

    def clock_oddities(self) -> list[Oddity]:
        """Say whether the start or end shown falls into an hour the clocks skip or repeat."""
        found = [
            _clock_oddity(self.draft.start, self.start.at),
            _clock_oddity(self.draft.end, self.end.at),
        ]
        return [oddity for oddity in Oddity if oddity in found]

    def _on_day(self, day: date) -> None:
        self._type(self.day, lambda draft: draft.with_day(day))

    def _on_start(self, at: time) -> None:
        self._type(self.start, lambda draft: draft.with_start(at))

    def _on_end(self, at: time) -> None:
        self._type(self.end, lambda draft: draft.with_end(at))

    def _on_minutes(self, minutes: int) -> None:
        self._type(self.minutes, lambda draft: draft.with_minutes(minutes))

    def _type(self, field: QWidget, change: Callable[[TimesDraft], TimesDraft]) -> None:
        if self._typing is not field:
            self._base, self._typing = self.draft, field
        self.draft = change(self._base)
        self._show(but=field)
        self.edited.emit()

    def _show(self, but: QWidget | None) -> None:
        """Show the draft in every field except the one in use."""
        if but is not self.day:
            self.day.show_day(self.draft.start.day)
        if but is not self.start:
            self.start.show_at(self.draft.start.local().time())
        if but is not self.end:
            self.end.show_at(self.draft.end.local().time())
        if but is not self.minutes:
            self.minutes.show_minutes(self.draft.minutes)


def _clock_oddity(taken: Moment, at: time) -> Oddity | None:
    """Say what is odd about a time that is shown, and how it was taken."""
    if not taken.is_here:
        return None
    shown = datetime.combine(taken.day, at)
    return clock_oddity(shown.replace(fold=int(Moment.of(shown).offset != taken.offset)))
