"""Reminders in the window: a line above the pages, and a notification while nobody looks at it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from walktrack.domain.person import Person
from walktrack.domain.reminders import SNOOZES
from walktrack.ui.announce import announce
from walktrack.ui.attempt import Attempts
from walktrack.ui.notes.desktop import DesktopNotes, Note
from walktrack.ui.notes.here import notes_here
from walktrack.ui.reminder_words import (
    due_words,
    follow_words,
    keep_words,
    not_today_words,
    open_words,
    snooze_words,
    turn_off_words,
)
from walktrack.ui.widgets.action_notice import ActionNotice
from walktrack.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from walktrack.domain.moment import Moment
    from walktrack.services.desk import Desk
    from walktrack.services.reminders import Due

_BEAT_MS = 60_000
"""How often at most the clock is looked at: after a sleep, or when it was set, time has jumped."""

_HOUR = 60
_LATER, _NOT_TODAY = "later", "not today"


@dataclass(frozen=True, slots=True)
class _Act:
    """A button of the line, and what it does about a reminder."""

    words: str
    do: Callable[["Due"], None]


class RemindersPart(QObject):
    """Asks for reminders when the next one is due, and shows them one at a time.

    `wanted` carries a Due whose walk is to start, or whose question is to be answered; `opened`
    asks for the window. One line shows above the pages at a time: `gives_way` says whether another
    goes before, and `line_changed` that this one came or went.
    """

    wanted = Signal(object)
    opened = Signal()
    line_changed = Signal()

    def __init__(self, desk: "Desk", attempts: Attempts, window: QWidget) -> None:
        super().__init__(window)
        self.strip = Strip()
        self.line: ActionNotice | None = None
        self.gives_way: Callable[[], bool] = lambda: False
        self.find_notes: Callable[[], DesktopNotes | None] = partial(notes_here, self)
        self._notes: DesktopNotes | None = None
        self._looked_for_notes = False
        self._desk, self._attempts, self._window = desk, attempts, window
        self._open_id = ""
        self._standing: list[Due] = []
        self._shown: Due | None = None
        self._acts: list[_Act] = []
        self._turn: Moment | None = None
        self._seen = desk.clock.read().wall
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
            app.aboutToQuit.connect(self._on_quit)

    def refresh(self, person: Person) -> None:
        """Look which reminders stand by now, and which have come; this person's show first."""
        self._open_id = person.id
        self._refresh()

    def _refresh(self) -> None:
        self._attempts.attempt_steadily(self._look, "reminders")
        self._show()
        self._arm()

    def _look(self) -> None:
        service = self._desk.reminders
        standing = [one for one in self._standing if service.stands(one)]
        for gone in {one.key for one in self._standing} - {one.key for one in standing}:
            self._withdraw(gone)
        self._standing = standing
        come = service.take_due()
        keys = {one.key for one in come}
        self._standing = [one for one in self._standing if one.key not in keys] + come
        self._turn = service.next_turn()
        for one in come:
            self._notify(one)

    def _show(self) -> None:
        mine = sorted(self._standing, key=lambda one: one.person.id != self._open_id)
        due = next(iter(mine), None)
        is_new = due != self._shown
        if is_new:
            self._shown = due
            if self.line:
                self.line.hide()
                self.line.deleteLater()
                self.line = None
            if due:
                self._make_line(due)
        shown = due is not None and not self.gives_way()
        comes = shown == self.strip.isHidden()
        if comes:
            self.strip.setVisible(shown)
        if due and shown and (is_new or comes):
            announce(self._window, due_words(due))
        if comes:
            self.line_changed.emit()

    def has_line(self) -> bool:
        """Say whether there is a line above the pages."""
        return not self.strip.isHidden()

    def _make_line(self, due: "Due") -> None:
        self._acts = self._acts_of(due)
        self.line = ActionNotice([act.words for act in self._acts])
        self.line.show_words(due_words(due))
        self.line.pressed.connect(self._on_pressed)
        self.strip.add(self.line)

    def _acts_of(self, due: "Due") -> list[_Act]:
        if due.reminder.asks:
            return [_Act(keep_words(), self._keep), _Act(turn_off_words(), self._turn_off)]
        return [
            _Act(follow_words(due.reminder.about), self._follow),
            *(_Act(snooze_words(each), partial(self._put_off, each)) for each in SNOOZES),
            _Act(not_today_words(), self._let_be),
        ]

    def _arm(self) -> None:
        """Wait for the next turn; the clock is looked at on the way."""
        self._seen = now = self._desk.clock.read().wall
        if self._turn is None:
            self._timer.stop()
        else:
            self._timer.start(min(_BEAT_MS, max(1, self._turn.ms - now.ms)))

    def _on_time(self) -> None:
        now, seen = self._desk.clock.read().wall, self._seen
        odd = now.ms < seen.ms or now.offset != seen.offset
        if odd or self._turn is None or now.ms >= self._turn.ms:
            self._refresh()
        else:
            self._arm()

    def _on_pressed(self, number: int) -> None:
        if self._shown:
            self._acts[number].do(self._shown)

    def _follow(self, due: "Due") -> None:
        self._let_be(due)
        self.wanted.emit(due)

    def _put_off(self, minutes: int, due: "Due") -> None:
        self._tell(due, lambda: self._desk.reminders.put_off(due, minutes))

    def _keep(self, due: "Due") -> None:
        self._tell(due, lambda: self._desk.reminders.keep(due))

    def _turn_off(self, due: "Due") -> None:
        self._tell(due, lambda: self._desk.reminders.turn_off(due))

    def _tell(self, due: "Due", verb: Callable[[], None]) -> None:
        """Store what was answered; the line goes once it is."""
        self._attempts.attempt(verb, ("reminder", due.key))

    def _let_be(self, due: "Due") -> None:
        """Show it no more today: that it was shown is stored already."""
        self._standing = [one for one in self._standing if one.key != due.key]
        self._withdraw(due.key)
        self._show()

    # The desktop

    def _notify(self, due: "Due") -> None:
        """Tell the desktop, unless the window is in use or the reminder only asks about itself."""
        if due.reminder.asks or self._is_in_use():
            return
        if not self._looked_for_notes:
            self._looked_for_notes = True
            self._notes = self.find_notes()
            if self._notes:
                self._notes.acted.connect(self._on_acted, Qt.ConnectionType.QueuedConnection)
        if self._notes:
            actions = (
                ("open", open_words()),
                (_LATER, snooze_words(_HOUR)),
                (_NOT_TODAY, not_today_words()),
            )
            self._notes.send(Note(_note_key(due.key), due_words(due), actions))

    def _is_in_use(self) -> bool:
        return QApplication.activeWindow() is not None and not self._window.isMinimized()

    def _withdraw(self, key: tuple[str, str]) -> None:
        if self._notes:
            self._notes.withdraw(_note_key(key))

    def _on_acted(self, key: str, action: str) -> None:
        due = next((one for one in self._standing if _note_key(one.key) == key), None)
        if due is None:
            return
        if action == _LATER:
            self._put_off(_HOUR, due)
        elif action == _NOT_TODAY:
            self._let_be(due)
        else:
            self.opened.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Leave the desktop alone once somebody looks at the window, where the line is."""
        if state is Qt.ApplicationState.ApplicationActive:
            for one in self._standing:
                self._withdraw(one.key)

    def _on_quit(self) -> None:
        self._timer.stop()
        if self._notes:
            self._notes.finish()


def _note_key(key: tuple[str, str]) -> str:
    return "/".join(key)
