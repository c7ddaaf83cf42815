"""Brings matplotlib in after the window is up, in a thread, without the window noticing."""

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walktrack.domain.summary import Overview
from walktrack.reports.ink import Ink
from walktrack.reports.telling import Kind
from walktrack.reports.words import Words
from walktrack.ui.turns import short_turns

if TYPE_CHECKING:
    from walktrack.reports.figure import Chart, PictureFormat

Size = tuple[float, float]


class Studio:
    """Draws charts; making one imports matplotlib, which takes about a second."""

    def __init__(self, fonts: Iterable[Path], words: Words) -> None:
        from walktrack.reports import figure  # noqa: PLC0415  a second of work, only when wanted

        figure.use_fonts(fonts)
        self._figure = figure
        self._words = words
        self._charts: dict[Kind, Chart] = {}

    def chart(self, kind: Kind, ink: Ink, size: Size) -> "Chart":
        """Return the chart of a kind in this ink and size; it is kept until the ink changes."""
        kept = self._charts.get(kind)
        if kept is None or kept.sheet.ink != ink:
            kept = self._charts[kind] = self._figure.chart(kind, ink, self._words, size)
        kept.sheet.resize(*size)
        return kept

    def warm(self, ink: Ink, size: Size, first: Overview | None) -> None:
        """Make every chart, and draw the first values, so that the next drawing is quick."""
        for kind in Kind:
            made = self.chart(kind, ink, size)
            if first is not None:
                made.show(first)
            made.sheet.pixels()

    def save(self, overview: Overview, path: Path, kind: Kind, picture: "PictureFormat") -> None:
        """Write a picture, whole or not at all; OSError if it cannot be written."""
        self._figure.save(overview, path, kind, self._words, picture)


class ChartLoader(QObject):
    """Makes the studio once, in a thread; `loaded` tells when `studio` is there."""

    loaded = Signal()

    def __init__(self, fonts: Iterable[Path], words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.studio: Studio | None = None
        self._fonts = tuple(fonts)
        self._words = words
        self._thread: threading.Thread | None = None

    def start(self, ink: Ink, size: Size, first: Overview | None) -> None:
        """Begin, once; later calls do nothing. `first` are the values likely to be shown."""
        if self._thread is None:
            arguments = (ink, size, first)
            self._thread = threading.Thread(target=self._load, args=arguments, name="charts")
            self._thread.start()

    def wait(self) -> Studio:
        """Return the studio, waiting for it, or making it here and now."""
        if self._thread is not None:
            self._thread.join()
        if self.studio is None:
            self.studio = Studio(self._fonts, self._words)
        return self.studio

    def _load(self, ink: Ink, size: Size, first: Overview | None) -> None:
        with short_turns():
            studio = Studio(self._fonts, self._words)
            studio.warm(ink, size, first)
        self.studio = studio
        try:
            self.loaded.emit()
        except RuntimeError:  # the window was closed meanwhile
            return
