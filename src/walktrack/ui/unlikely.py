"""A banner when somebody else usually walks at this hour, so that no diary gets another's walk."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from walktrack.domain.person import Person
from walktrack.ui.attempt import Attempts
from walktrack.ui.person_words import name_of
from walktrack.ui.widgets.action_notice import ActionNotice
from walktrack.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from walktrack.services.desk import Desk

_MINUTE_MS = 60_000


class UnlikelyPerson(QObject):
    """Shows the banner, and takes it away for the day once the person says that all is right.

    `wanted` carries the Person to go to. `waits` says whether something comes before it.
    """

    wanted = Signal(object)

    def __init__(self, desk: "Desk", attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.banner = ActionNotice([self.tr("Go to their diary"), self.tr("Stay here")])
        self.strip = Strip()
        self.strip.add(self.banner)
        self.banner.pressed.connect(self._on_pressed)
        self._desk, self._attempts = desk, attempts
        self._person: Person | None = None
        self._other: Person | None = None
        self._stays: tuple[str, date] | None = None
        self.waits: Callable[[], bool] = lambda: False
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._look)

    def refresh(self, person: Person) -> None:
        """Look whether it is likely that this person's diary is the one that is meant."""
        if self._person and self._person.id != person.id:
            self._stays = None
        self._person = person
        if not self._minute.isActive():
            self._minute.start()
        self._look()

    def _look(self) -> None:
        person = self._person
        if person is None:
            return
        stays = self._stays == (person.id, self._today)
        # One line above the pages at a time: a walk that goes on says whose it is.
        if stays or self.waits() or self._desk.tracker.any_open:
            self._other = None
        else:
            look = self._desk.likelihood.other
            self._other = self._attempts.attempt_steadily(lambda: look(person), "likely")
        self._show(person)

    def _show(self, person: Person) -> None:
        other = self._other
        self.strip.setVisible(other is not None)
        if other is None:
            return
        words = self.tr("The last walks at this time were {other}'s. This is {name}'s diary.")
        if not person.name:
            words = self.tr("The last walks at this time were {other}'s. Is this the right diary?")
        self.banner.show_words(words.format(other=name_of(other), name=name_of(person)))

    @property
    def _today(self) -> date:
        return self._desk.clock.read().wall.day

    def _on_pressed(self, number: int) -> None:
        other, person = self._other, self._person
        if number == 0 and other:
            self.wanted.emit(other)
        elif person:
            self._stays = person.id, self._today
            self._look()
