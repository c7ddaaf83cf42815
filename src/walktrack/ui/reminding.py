"""Reminders, brought into the window: which line goes first, and what a press leads to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from walktrack.domain.person import Person
from walktrack.ui.attempt import Attempts
from walktrack.ui.reminders import RemindersPart

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.services.reminders import Due
    from walktrack.ui.pages.today.page import TodayPage
    from walktrack.ui.people_part import PeoplePart
    from walktrack.ui.signs import SignsPart


class Reminding(QObject):
    """Begins to remind. A warning sign and somebody else's walk go before a reminder.

    `go_to_today` opens the page a reminder is about.
    """

    def __init__(
        self, desk: "Desk", attempts: Attempts, window: QWidget, go_to_today: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self.part = RemindersPart(desk, attempts, window)
        self._window, self._go_to_today = window, go_to_today

    def begin(
        self, people: "PeoplePart", signs: "SignsPart", today: "TodayPage", person: Person
    ) -> None:
        """Take turns with the other lines from now on, and look what is due."""
        self._people, self._signs, self._today = people, signs, today
        self.part.gives_way = lambda: signs.has_line() or bool(people.others.walks())
        people.unlikely.waits = lambda: signs.has_line() or self.part.has_line()
        self.part.line_changed.connect(self._on_line_changed)
        self.part.wanted.connect(self._on_wanted)
        self.part.opened.connect(self._on_opened)
        self.refresh(person)

    def refresh(self, person: Person) -> None:
        """Look again which reminders stand, for a person whose diary is open."""
        self._person = person
        self.part.refresh(person)

    def _on_line_changed(self) -> None:
        self._people.unlikely.refresh(self._person)

    def _on_wanted(self, due: "Due") -> None:
        """Start the walk it was about, or lead to its question, in that person's diary."""
        self._people.choose(due.person)
        self._go_to_today()
        question = due.reminder.question
        if question:
            self._today.ask_of_day(question)
        elif self._today.walk.running() is None:
            self._today.walk.forward()

    def _on_opened(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()
