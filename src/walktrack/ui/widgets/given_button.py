"""A button for one rating that was given during a walk."""

from typing import Protocol

from PySide6.QtCore import Signal

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.buttons import OutlinedButton


class Given(Protocol):
    """What the button needs to know: how far into the walk, and 0 to 10 or None if cleared."""

    @property
    def id(self) -> str:
        """Names the rating."""
        ...

    @property
    def walked_ms(self) -> int | None:
        """Milliseconds walked before it was given; None counts as the start."""
        ...

    @property
    def value(self) -> int | None:
        """The answer."""
        ...


class GivenButton(OutlinedButton):
    """A rating given during the walk: "12 min: 4". Touching it lets it be changed."""

    chosen = Signal(object)
    padding_px = 12
    height_px = TARGET

    def __init__(self, rating: Given) -> None:
        super().__init__("")
        self.rating = rating
        self.show_rating(rating)
        self.clicked.connect(self._on_clicked)

    def show_rating(self, rating: Given) -> None:
        """Show this rating; one that was cleared says so."""
        self.rating = rating
        minute = (rating.walked_ms or 0) // MS_PER_MINUTE
        words = self.tr("{minute} min: {value}") if minute else self.tr("At the start: {value}")
        spoken = self.tr("{value} of 10 after {minute} minutes. Change it.")
        value = rating.value
        if value is None:
            spoken = self.tr("{value} after {minute} minutes. Change it.")
            value = self.tr("cleared")
        self.setText(words.format(minute=minute, value=value))
        self.setAccessibleName(spoken.format(minute=minute, value=value))

    def _on_clicked(self) -> None:
        self.chosen.emit(self.rating)
