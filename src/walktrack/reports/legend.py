"""Words beside the marks they explain, in rows that wrap when the text is large."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.lines import Line2D

from walktrack.reports.sheet import CAPTION, Sheet, dots, put

ROW = 24.0
_MARK, _GAP = 22.0, 22.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark of the legend and its words; a `wide` mark is drawn as a short line."""

    mark: Line2D
    words: str
    wide: bool = False


class Legend:
    """Draws up to as many entries as it was made for; `wide` is how wide those fitted are."""

    def __init__(self, sheet: Sheet, most: int) -> None:
        self._sheet = sheet
        self._texts = [sheet.text(size=CAPTION) for _ in range(most)]
        self._entries: Sequence[Entry] = ()
        self._rows: list[list[tuple[int, float]]] = []
        self.wide = 0.0

    def fit(self, entries: Sequence[Entry], width: float) -> float:
        """Take these entries, arrange them, and return the height they need."""
        for entry in self._entries:
            entry.mark.set_visible(False)
        for text in self._texts:
            text.set_visible(False)
        self._entries = entries
        scale = self._sheet.ink.scale
        self._rows, used, self.wide = [], width, 0.0
        for index, entry in enumerate(entries):
            put(self._texts[index], entry.words, (0, 0))
            wide = (_MARK + _GAP) * scale + self._sheet.width_of(self._texts[index])
            if not self._rows or used + wide > width + _GAP * scale:
                self._rows.append([])
                used = 0.0
            self._rows[-1].append((index, used))
            used += wide
            self.wide = max(self.wide, used - _GAP * scale)
        return len(self._rows) * ROW * scale

    def draw(self, left: float, top: float) -> None:
        """Show what was fitted, from this corner down."""
        scale = self._sheet.ink.scale
        for row, items in enumerate(self._rows):
            middle = top - (row + 0.5) * ROW * scale
            for index, offset in items:
                entry, x = self._entries[index], left + offset
                ends = (0.0, 15.0) if entry.wide else (8.0,)
                dots(entry.mark, [(x + end * scale, middle) for end in ends])
                entry.mark.set_visible(True)
                put(self._texts[index], entry.words, (x + _MARK * scale, middle - 5.5 * scale))
