"""The greeting of a new diary, which asks for a name."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from walktrack.ui.attempt import Attempts
from walktrack.ui.pages.today.page import TodayPage
from walktrack.ui.widgets.welcome import WelcomeCard

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class Welcoming(QObject):
    """Greets on Today until the name, or that there is none, is stored."""

    def __init__(self, desk: "Desk", today: TodayPage, attempts: Attempts) -> None:
        super().__init__(today)
        self._desk = desk
        self._today = today
        self._attempts = attempts
        self._person = desk.people.current()

    def greet(self) -> None:
        """Put the greeting above the rest of the page."""
        card = WelcomeCard()
        card.named.connect(self._on_named)
        self._today.greet(card)

    def _on_named(self, name: str) -> None:
        def store() -> None:
            people, settings = self._desk.people, self._desk.settings
            if name.strip():
                people.rename(self._person, name)
            settings.write(replace(settings.read(), welcomed=True))
            self._today.greeted()

        self._attempts.attempt(store, about="welcome")
