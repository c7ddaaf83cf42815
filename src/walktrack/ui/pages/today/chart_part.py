"""The charts on Today: reads the overview again whenever something changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from walktrack.domain.period import Range
from walktrack.domain.person import Person
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.chart_card import ChartCard
from walktrack.ui.widgets.chart_table import ChartTableDialog

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
from walktrack.ui.week import first_day_of_week


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
        self.card.picture_wanted.connect(self._on_picture)

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

    def _on_picture(self) -> None:
        from walktrack.paths import documents_dir  # noqa: PLC0415 - only a saved picture asks

        offered = str(documents_dir() / self.tr("walktrack-chart.png"))
        filters = self.tr("Picture (*.png);;Drawing (*.svg)")
        name, _ = QFileDialog.getSaveFileName(
            self.card, self.tr("Save the picture"), offered, filters
        )
        if name:
            self.save_picture(Path(name))

    def save_picture(self, path: Path) -> None:
        """Save the chart as it is shown, as PNG or SVG by the name's ending."""
        picture = "svg" if path.suffix.lower() == ".svg" else "png"
        path = path.with_suffix(f".{picture}")
        try:
            self.card.view.save(path, picture)
        except OSError:
            words = self.tr("The picture could not be saved in {folder}. Choose another folder.")
            self.troubled.emit(words.format(folder=path.parent))
            return
        self.said.emit(self.tr("Saved as {name}.").format(name=path.name))
