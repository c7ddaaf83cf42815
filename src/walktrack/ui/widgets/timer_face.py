"""The face of the timer: how long was walked, and how far that is on the way to the goal."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from walktrack.domain.walk import WalkState
from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.paint import draw_box
from walktrack.ui.look.palette import ink
from walktrack.ui.widgets.buttons import HouseButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_MINUTE_MS = 60_000
_HOUR_S = 3_600
_BAR_PX = 9
_DOT_PX = 13
_ROW_GAP = 4
_AIR = 1.22
"""Height of the digits' place, as a multiple of their own height."""


def clock_text(seconds: int) -> str:
    """Return whole seconds as "7:05", and as "1:07:05" from one hour on."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class _Digits(QWidget):
    """The time in figures of one width, so that a new second moves nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_seconds(self, seconds: int) -> None:
        if seconds == self._seconds:
            return
        grown = (seconds >= _HOUR_S) != (self._seconds >= _HOUR_S)
        self._seconds = seconds
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(role_font(TextRole.TIMER))
        template = "0:00:00" if self._seconds >= _HOUR_S else "00:00"
        return QSize(metrics.horizontalAdvance(template), round(metrics.capHeight() * _AIR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(role_font(TextRole.TIMER))
        painter.setPen(ink(self).text)
        words = clock_text(self._seconds)
        base = round((self.height() + painter.fontMetrics().capHeight()) / 2)
        left = 0
        if self.isRightToLeft():
            left = self.width() - painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(left, base, words)


class _GoalBar(QProgressBar):
    """How much of the goal is walked; its value, for screen readers, is in whole minutes."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Minutes walked towards the goal"))

    def show_share(self, ms: int, goal: int | None) -> None:
        self.setRange(0, goal or 1)
        self.setValue(min(ms // _MINUTE_MS, goal) if goal else 0)
        share = min(1.0, ms / (goal * _MINUTE_MS)) if goal else 0.0
        if round(share * self.width()) != round(self._share * self.width()):
            self.update()
        self._share = share

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(_BAR_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), ink(self)
        rect = QRectF(self.rect())
        round_end = rect.height() / 2
        draw_box(painter, rect, round_end, colours.soft, None)
        if self._share > 0.0:
            wide = max(rect.height(), rect.width() * self._share)
            left = rect.width() - wide if self.isRightToLeft() else 0.0
            draw_box(painter, QRectF(left, 0, wide, rect.height()), round_end, colours.accent, None)


class _Dot(QWidget):
    """A dot beside the state: full while walking, a ring otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_DOT_PX), scaled(_DOT_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), ink(self)
        rect, fill = QRectF(self.rect()), colours.accent if self.full else None
        edge = None if self.full else colours.muted
        draw_box(painter, rect, rect.width() / 2, fill, edge, width=2.5)


class StateWord(QWidget):
    """Says in a word, beside a dot, what the walk is doing. Goes in the corner of its card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = _Dot()
        self._word = StrongLabel()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._dot)
        whole.addWidget(self._word)
        self.show_state(None)

    def show_state(self, state: WalkState | None) -> None:
        """Show what the walk is doing; None when there is none."""
        words = {
            None: self.tr("Ready"),
            WalkState.RUNNING: self.tr("Walking"),
            WalkState.PAUSED: self.tr("Paused"),
            WalkState.REVIEW: self.tr("Needs an answer"),
            WalkState.DONE: self.tr("Finished"),
        }
        self._word.setText(words.get(state, ""))
        self._dot.full = state is WalkState.RUNNING
        if self._dot.full:
            self._word.accented()
        else:
            self._word.muted()
        self._dot.update()


class TimerFace(QWidget):
    """Big digits, the goal in words, the buttons of the walk beside them, and a bar below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state_word = StateWord()
        self._ms = 0
        self._goal: int | None = None
        self._digits = _Digits()
        self._caption = PlainLabel(wrap=True).muted()
        self._bar = _GoalBar()
        actions = QWidget()
        self._actions = Flow(actions, spacing=_ROW_GAP)
        time = QWidget()
        column = QVBoxLayout(time)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._digits)
        row = Flow()
        row.addWidget(time)
        row.add_spring()
        row.addWidget(actions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self._caption)
        whole.addSpacing(_BAR_PX)
        whole.addWidget(self._bar)
        self.show_time(0)
        self.show_goal(None)

    def add_action(self, button: HouseButton) -> None:
        """Put a button of the walk beside the digits; all wrap below them where it is narrow."""
        self._actions.addWidget(button)

    def show_time(self, ms: int) -> None:
        """Show how long was walked, in milliseconds; moves nothing on the page."""
        minutes = ms // _MINUTE_MS
        if minutes != self._ms // _MINUTE_MS or not self._digits.accessibleName():
            said = self.tr("Minutes walked: {minutes}").format(minutes=minutes)
            self._digits.setAccessibleName(said)
        passed = self._reached(ms) != self._reached(self._ms)
        self._ms = ms
        self._digits.show_seconds(ms // 1_000)
        self._bar.show_share(ms, self._goal)
        if passed:
            self._show_caption()

    def show_goal(self, minutes: int | None) -> None:
        """Show the goal in whole minutes; None for a walk without one."""
        self._goal = minutes
        self._bar.setVisible(minutes is not None)
        self._bar.show_share(self._ms, minutes)
        self._show_caption()

    def show_note(self, text: str) -> None:
        """Show these words in place of the goal and its bar; an empty text takes no room."""
        self._goal = None
        self._bar.hide()
        self._caption.setText(text)
        self._caption.setVisible(bool(text))

    def show_state(self, state: WalkState | None) -> None:
        """Show what the walk is doing; None when there is none."""
        self.state_word.show_state(state)

    def _reached(self, ms: int) -> bool:
        return self._goal is not None and ms >= self._goal * _MINUTE_MS

    def _show_caption(self) -> None:
        self._caption.show()
        if self._goal is None:
            text = self.tr("No goal for this walk")
        elif self._reached(self._ms):
            text = self.tr("You reached your {minutes}-minute goal").format(minutes=self._goal)
        else:
            text = self.tr("of your {minutes}-minute goal").format(minutes=self._goal)
        self._caption.setText(text)
