"""The page people live on."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.cues import Cue
from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.domain.settings import Settings
from walktrack.services.changes import Changes
from walktrack.ui.announce import announce
from walktrack.ui.attempt import Attempts
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.today.after_walk_part import AfterWalkPart
from walktrack.ui.pages.today.answers_part import AnswersPart
from walktrack.ui.pages.today.days_part import DaysPart
from walktrack.ui.pages.today.doubt_part import DoubtPart
from walktrack.ui.pages.today.plan_part import PlanPart
from walktrack.ui.pages.today.walk_part import WalkPart
from walktrack.ui.pages.today.windows import TodayWindows
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.down_scroll import DownScroll

if TYPE_CHECKING:
    from walktrack.domain.pain import PainMoment
    from walktrack.services.desk import Desk
    from walktrack.ui.pages.today.chart_part import ChartPart

_MINUTE_MS = 60_000
TWO_COLUMNS_PX = 1000
"""Width from which two columns have room, at 100 % text."""

_SIDE, _FOOT = 16, 1


class TodayPage(QWidget):
    """Two columns where there is room, one where there is not; it scrolls only downwards.

    `cued` carries a Cue when sound is wanted, `said` and `troubled` a sentence for the bar.
    `signs_ticked` carries the signs that answers about a walk are, and the SignMoment.
    """

    cued = Signal(object)
    said = Signal(str)
    troubled = Signal(str)
    signs_ticked = Signal(object, object)

    def __init__(self, attempts: Attempts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.walk = WalkPart(attempts, self)
        self.answers = AnswersPart(attempts, DEFAULT_TEN_ANCHOR, self)
        self.days = DaysPart(attempts, self.walk.card, self)
        self.plan = PlanPart(attempts, self.walk.card, self)
        self.walk.goal_of = self.plan.goal
        self.after = AfterWalkPart(attempts, self)
        self.doubt = DoubtPart(self.walk, self)
        self.charts: ChartPart | None = None
        self._attempts = attempts
        self._desk: Desk | None = None
        self._person: Person | None = None
        self._settings = Settings()
        self._greeting: QWidget | None = None
        self._day: date | None = None
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._lay_out()
        self.walk.cued.connect(self._on_cue)
        self.walk.closed.connect(self._on_closed)
        self.walk.finished.connect(self._on_finished)
        self.walk.minute_passed.connect(self._show_answers)
        self.walk.card.details_wanted.connect(self._on_details)
        self.walk.card.guided_set.connect(self._on_guided)
        self.after.ticked.connect(self.signs_ticked)
        self.after.said.connect(self.said)
        self.after.asked.connect(self._on_asked)
        self.windows = TodayWindows(self.walk, self.answers, self)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._columns.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)
        self._columns.setSpacing(_SIDE)
        self._left = QVBoxLayout()
        self._left.setSpacing(GAP - 2)
        for card in (self.walk.card, self.answers.pain, self.after.card, self.answers.posture):
            self._left.addWidget(card)
        self._left.addStretch(1)
        self._columns.addLayout(self._left, 1)
        self._empty = Card(self.tr("Your last four weeks"))
        self._columns.addWidget(self._empty, 1)
        self._scroll = DownScroll()
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def take_up(self, desk: "Desk", person: Person, settings: Settings) -> None:
        """Begin to work with an open diary."""
        self._desk = desk
        self.windows.take_up(desk)
        self._day = desk.journal.today()
        self._minute.start()
        self._person, self._settings = person, settings
        self.windows.show_person(person)
        self.walk.guide = settings.guide
        self.walk.card.show_guided(guided=settings.guided)
        self.plan.take_up(desk)
        self.doubt.take_up(desk)
        self.answers.take_up(desk, person)  # first: an early Start takes early answers with it
        self.walk.take_up(desk, person)
        self.days.take_up(desk)
        self.after.take_up(desk)
        self._make_charts(desk)
        self.refresh(Changes.WALKS | Changes.RATINGS | Changes.POSTURE)
        self.walk.card.safe_step().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, person: Person, settings: Settings) -> None:
        """Show this person's day; what was typed for another one is stored as theirs first."""
        if self._person and self._person.id != person.id:
            self.walk.turn_to(person)
            self._show_details(shown=False)
        self._person, self._settings = person, settings
        self.windows.show_person(person)
        self.walk.guide = settings.guide
        self.walk.card.show_guided(guided=settings.guided)
        self.refresh(Changes.WALKS | Changes.RATINGS | Changes.POSTURE)

    def refresh(self, changes: Changes) -> None:
        """Read again what a change may have touched."""
        if self._person is None:
            return
        self.walk.refresh(self._person)
        self.days.refresh(self._person, self._settings.week_start)
        self.plan.refresh(self._person)
        self._show_answers()
        if self.charts and changes & ~(Changes.POSTURE | Changes.SIGNS | Changes.REMINDERS):
            self.charts.refresh(self._person, self._settings.week_start)

    def _show_answers(self) -> None:
        if self._person is None:
            return
        running = self.walk.running()
        walk = running.walk if running else self.walk.done
        self.answers.show_walk(self._person, walk)
        self.after.show_walk(walk)
        if walk is None or walk.end is None:
            self._show_details(shown=False)

    def ask_of_day(self, moment: "PainMoment") -> None:
        """Bring the keyboard to a question of the day, unless a walk is shown."""
        self._bring(self.answers.pain.ask_of_day(moment) or self.answers.pain)

    def greet(self, card: QWidget) -> None:
        """Put a greeting above the rest, with the keyboard in it."""
        self._greeting = card
        self._left.insertWidget(0, card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def greeted(self) -> None:
        """Take the greeting away, if it is there."""
        if self._greeting:
            self._greeting.hide()
            self._greeting.deleteLater()
            self._greeting = None
            self.walk.card.safe_step().setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """Return the cards in the order in which they are read."""
        walk, pain, posture = self.walk.card, self.answers.pain, self.answers.posture
        details = [self.answers.details] if self.answers.details else []
        charts = [self.charts.card] if self.charts else []
        greeting = [self._greeting] if self._greeting else []
        return [*greeting, walk, pain, self.after.card, *details, posture, *charts]

    def load_charts(self) -> None:
        """Bring in what draws the charts; it takes a while and the window goes on meanwhile."""
        if self.charts:
            self.charts.card.view.start_loading()

    def _make_charts(self, desk: "Desk") -> None:
        """Put the charts in their place; before the diary is open they have nothing to show."""
        from walktrack.ui.pages.today.chart_part import ChartPart  # noqa: PLC0415 - after the paint

        self.charts = ChartPart(desk, self._attempts, self)
        self.charts.said.connect(self.said)
        self.charts.troubled.connect(self.troubled)
        self.charts.card.view.point_described.connect(partial(announce, self.charts.card.view))
        self._columns.replaceWidget(self._empty, self.charts.card)
        self._columns.setStretchFactor(self.charts.card, 1)
        self._empty.hide()
        self._empty.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does the next step wherever no control wants it for itself."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.walk.forward()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.walk.set_shown(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.walk.set_shown(shown=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._choose_columns()

    def _choose_columns(self) -> None:
        """Put the charts beside the rest where both have room, else below."""
        wide = self.width() >= scaled(TWO_COLUMNS_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _on_cue(self, cue: Cue) -> None:
        from walktrack.ui.cue_words import cue_words  # noqa: PLC0415 - start-up

        running = self.walk.running()
        goal = running.walk.target_minutes if running else None
        announce(self, cue_words(cue, goal))
        if self._settings.sound:
            self.cued.emit(cue)

    def _on_guided(self, guided: bool) -> None:  # noqa: FBT001 - a slot
        if self._desk:
            desk, chosen = self._desk, replace(self._settings, guided=guided)
            self._attempts.attempt(lambda: desk.settings.write(chosen), "guided")

    def _on_finished(self) -> None:
        """Lead to the question that comes next: the pain after the walk."""
        self._show_answers()
        self._bring(self.answers.pain.ask_after())

    def _on_asked(self) -> None:
        """Let the questions be seen, once they have their place."""
        QTimer.singleShot(0, self, partial(self._bring, self.after.card))

    def _bring(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part)

    def _on_minute(self) -> None:
        """Keep up with the day: after midnight yesterday's answers are no longer today's."""
        if self._desk is None:
            return
        today = self._desk.journal.today()
        if today != self._day:
            self._day = today
            self.answers.pain.begin_day()
            self.refresh(Changes.WALKS | Changes.RATINGS | Changes.POSTURE)
        elif self.walk.running() is None:
            self._show_answers()

    def _on_closed(self) -> None:
        self._show_details(shown=False)
        self.refresh(Changes.POSTURE)

    def _on_details(self) -> None:
        self._show_details(shown=True)
        self._show_answers()

    def _show_details(self, *, shown: bool) -> None:
        if shown and self.answers.details is None:
            details = self.answers.open_details()
            self._left.insertWidget(self._left.indexOf(self.answers.posture), details)
        if self.answers.details is not None:
            self.answers.details.setVisible(shown)
        if shown and self.answers.details is not None:
            self.answers.details.take_focus()
