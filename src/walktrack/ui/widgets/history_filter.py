"""Which lines of History to show: a stretch of days, and words to find."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import day_number
from walktrack.domain.period import Period, Range
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.search_words import meant_by
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.when_fields import DateField

_TYPING_MS = 200
_LONGEST = 200
_SEARCH_PX = 145
_WIDER_PX = 230
_CHOSEN_DAYS = "days"


class _Search(QLineEdit):
    def sizeHint(self) -> QSize:
        return QSize(max(_WIDER_PX, scaled(_SEARCH_PX)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_SEARCH_PX), super().minimumSizeHint().height())


class HistoryFilterBar(QWidget):
    """The period, the days from and to where they are chosen singly, and the words to find.

    `several` is on while each press chooses one line more. `changed` comes when the person changed
    something; for typed words once typing pauses. `everyone` is for words to find in all diaries;
    it shows only where there are several.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = Segments(
            self.tr("Period"),
            [
                (Range.ALL, self.tr("All")),
                (Range.FOUR_WEEKS, self.tr("4 weeks")),
                (Range.TWELVE_WEEKS, self.tr("12 weeks")),
                (Range.YEAR, self.tr("A year")),
                (_CHOSEN_DAYS, self.tr("From – to")),
            ],
        )
        self.first = DateField(self.tr("From"))
        self.last = DateField(self.tr("To"))
        self.text = _Search()
        self.text.setAccessibleName(self.tr("Find words"))
        self.text.setAccessibleDescription(
            self.tr("Looks in notes, names, places of pain and what was said about a walk.")
        )
        self.text.setToolTip(self.text.accessibleDescription())
        self.text.setPlaceholderText(self.tr("Find words"))
        self.text.setMaxLength(_LONGEST)
        self.everyone = PlainButton(self.tr("Search everyone…"))
        self.everyone.hide()
        self.several = PlainButton(self.tr("Choose several"))
        self.several.setCheckable(True)
        self._week_start: int | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self._lay_out()
        self.period.show_value(Range.ALL)
        self.period.chosen.connect(self._on_period)
        self.first.picked.connect(self._on_day)
        self.last.picked.connect(self._on_day)
        self.text.textChanged.connect(self._on_typed)

    def wanted(self, today: date) -> HistoryFilter:
        """Return what to show. Ranges begin so many days before `today` and have no end."""
        text, chosen = self.text.text().strip(), self.period.value
        found = HistoryFilter(text=text, meant=meant_by(text))
        if chosen == _CHOSEN_DAYS:
            days = sorted((day_number(self.first.day), day_number(self.last.day)))
            return replace(found, first_day=days[0], last_day=days[1])
        if isinstance(chosen, Range) and chosen is not Range.ALL:
            first = Period.of(chosen, today, None).first
            return replace(found, first_day=day_number(first))
        return found

    def show_everything(self) -> None:
        """Take every limit off; nothing is emitted."""
        self._typing.stop()
        self.period.show_value(Range.ALL)
        self._days.hide()
        with QSignalBlocker(self.text):
            self.text.clear()

    def show_days(self, first: date, last: date) -> None:
        """Set the days that From and To begin with."""
        self.first.show_day(first)
        self.last.show_day(last)

    def show_week_start(self, week_start: int | None) -> None:
        """Begin the weeks of both calendars on a day, 0 for Monday; None follows the country."""
        self._week_start = week_start
        if self._days.isVisibleTo(self):
            self._show_calendars()

    def _lay_out(self) -> None:
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(GAP)
        for field in (self.first, self.last):
            label = PlainLabel(field.accessibleName())
            label.setBuddy(field)
            days.addWidget(label)
            days.addWidget(field)
        days.addStretch(1)
        self._days.hide()
        row = QWidget()
        flow = Flow(row)
        flow.addWidget(self.period)
        flow.add_spring()
        flow.addWidget(self.text)
        flow.addWidget(self.everyone)
        flow.addWidget(self.several)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(row)
        whole.addWidget(self._days)

    def _show_calendars(self) -> None:
        """Set up the calendars only once they are wanted: each takes some milliseconds to make."""
        for field in (self.first, self.last):
            field.show_week_start(self._week_start)

    def _on_period(self, chosen: object) -> None:
        if chosen == _CHOSEN_DAYS:
            self._show_calendars()
        self._days.setVisible(chosen == _CHOSEN_DAYS)
        self.changed.emit()

    def _on_day(self) -> None:
        self.changed.emit()

    def _on_typed(self) -> None:
        self._typing.start()
