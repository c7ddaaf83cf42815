"""How a carer knows a number: they were told, or they think so."""

from PySide6.QtWidgets import QWidget

from walktrack.domain.pain import Reporter
from walktrack.ui.widgets.segments import Segments


class KnowsChoice(Segments):
    """`chosen` carries the Reporter."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        answers = [
            (Reporter.TOLD, self.tr("They told me")),
            (Reporter.GUESS, self.tr("I think so")),
        ]
        super().__init__(name, answers, parent)

    @property
    def reporter(self) -> Reporter | None:
        """What is chosen."""
        return self.value if isinstance(self.value, Reporter) else None
