"""The week of the plan: what is planned, done and next."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walktrack.domain.plan.calendar import PlanDay
from walktrack.services.plan_view import PlanView
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.icons import pixmap
from walktrack.ui.look.palette import ink
from walktrack.ui.mark_words import kind_words
from walktrack.ui.plan_words import days_words, minutes_words
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel
from walktrack.ui.words import day_words

_ICON_PX = 22


class DayRow(QWidget):
    """One day: a sign, the day, and what was or is to be walked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = PlainLabel()
        self._icon = ""
        self.day = StrongLabel(wrap=True)
        self.words = PlainLabel(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 1)
        row.addWidget(self.words, 2)

    def show_day(self, icon: str, day: str, words: str) -> None:
        """Show a day; without an icon its place stays empty."""
        self._icon = icon
        self.day.show_text(day)
        self.words.show_text(words)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def _draw(self) -> None:
        edge = scaled(_ICON_PX)
        self._sign.setFixedWidth(edge)
        if self._icon:
            picture = pixmap(self._icon, ink(self).accent, edge, self.devicePixelRatioF())
            self._sign.setPixmap(picture)
        else:
            self._sign.clear()


class WeekCard(Card):
    """Seven rows, and a line that adds them up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your week"), parent=parent)
        self.sum = PlainLabel(wrap=True)
        self.body.addWidget(self.sum)
        self.rows = [DayRow() for _ in range(7)]
        for row in self.rows:
            self.body.addWidget(row)
        self.body.addStretch(1)

    def show_view(self, view: PlanView) -> None:
        """Show the week a plan is in."""
        for row, day in zip(self.rows, view.days, strict=True):
            icon = "check" if day.done else "walk" if day.planned else ""
            row.show_day(icon, day_words(day.day, view.on), self._said(day, view))
        target = view.state.target
        count = days_words(target.days) if target else ""
        done = self.tr("Done on {done} of {days}. Any walk counts.")
        self.sum.show_text(done.format(done=view.done, days=count))
        self.sum.setVisible(target is not None)

    def _said(self, day: PlanDay, view: PlanView) -> str:
        walked = minutes_words(round(day.minutes))
        if day.done:
            return self.tr("Done, {minutes}").format(minutes=walked)
        if day.mark:
            return kind_words(day.mark)
        if day.day == view.next:
            words = self.tr("Next: {minutes}")
        elif day.planned:
            words = self.tr("Planned: {minutes}")
        else:
            return self._free(day, view.on, walked)
        minutes = view.state.target.minutes if view.state.target else 0
        if day.day == view.on and view.today.whole:
            minutes = view.today.whole
        planned = words.format(minutes=minutes_words(minutes))
        if round(day.minutes):
            return self.tr("{planned}, {walked} so far").format(planned=planned, walked=walked)
        return planned

    def _free(self, day: PlanDay, today: date, walked: str) -> str:
        if round(day.minutes):
            return self.tr("{minutes} walked").format(minutes=walked)
        return self.tr("Free") if day.day >= today else self.tr("No walk logged")
