"""The charts on Today: reads the overview again whenever something changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walktrack.domain.period import Range
from walktrack.domain.person import Person
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.chart_card import ChartCard
from walktrack.ui.chart_picture import ChartPicture
from walktrack.ui.week import first_day_of_week
from walktrack.ui.widgets.chart_table import ChartTableDialog

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class ChartPart(QObject):
    """Runs the chart card. `said` and `troubled` carry a sentence: a picture saved, or why not."""

    said = Signal(str)
    troubled = Signal(str)

    def __init__(self, desk: "Desk", attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.card = ChartCard()
        self._attempts = attempts
        self._overviews = desk.overviews
        self._person: Person | None = None
        self._week_start: int | None = None
        self._range = Range.FOUR_WEEKS
        self.card.range_chosen.connect(self._on_range)
        self.card.table_wanted.connect(self._on_table)
        self.picture = ChartPicture(self.card.view, self)
        self.card.picture_wanted.connect(self.picture.ask)
        self.picture.said.connect(self.said)
        self.picture.troubled.connect(self.troubled)

    def refresh(self, person: Person, week_start: int | None) -> None:
        """Read and show the overview again."""
        self._person, self._week_start = person, week_start
        start = first_day_of_week(week_start)
        overview = self._attempts.attempt(lambda: self._overviews.of(person, self._range, start))
        if overview:
            self.card.show_overview(overview, self._range)

    def _on_range(self, chosen: Range) -> None:
        self._range = chosen
        if self._person:
            self.refresh(self._person, self._week_start)

    def _on_table(self) -> None:
        dialog = ChartTableDialog(self.card.view.table(), self.card.view.sentence(), self.card)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
