"""A chart saved as a picture, wherever it is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from walktrack.ui.widgets.chart_view import ChartView


class ChartPicture(QObject):
    """Asks where to, and saves. `said` and `troubled` carry a sentence: saved, or why not."""

    said = Signal(str)
    troubled = Signal(str)

    def __init__(self, view: ChartView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view

    def ask(self) -> None:
        """Let the person choose a place, and save it there."""
        from walktrack.paths import documents_dir  # noqa: PLC0415 - only a saved picture asks

        offered = str(documents_dir() / self.tr("walktrack-chart.png"))
        filters = self.tr("Picture (*.png);;Drawing (*.svg)")
        name, _ = QFileDialog.getSaveFileName(
            self._view, self.tr("Save the picture"), offered, filters
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Save the chart as it is shown, as PNG or SVG by the name's ending."""
        picture = "svg" if path.suffix.lower() == ".svg" else "png"
        path = path.with_suffix(f".{picture}")
        try:
            self._view.save(path, picture)
        except OSError:
            words = self.tr("The picture could not be saved in {folder}. Choose another folder.")
            self.troubled.emit(words.format(folder=path.parent))
            return
        self.said.emit(self.tr("Saved as {name}.").format(name=path.name))
