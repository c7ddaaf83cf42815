"""What both charts share: a heading, a sentence when there is nothing yet, and the axes' words."""

from collections.abc import Sequence
from dataclasses import dataclass

from walktrack.reports.panel import Panel
from walktrack.reports.sheet import TITLE, Sheet, put, wrapped

_AIR = 7.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle in logical pixels from the top left, as screens count."""

    left: float
    top: float
    width: float
    height: float


class Frame:
    """The heading and the calm sentence of an empty chart."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._heading = sheet.text(bold=True, size=TITLE + 2)
        self._sentence = sheet.text(size=TITLE, ha="center")
        self._sentence.set_color(sheet.ink.muted)

    def heading(self, words: str) -> float:
        """Show a heading and return where the picture below it begins."""
        scale, height = self._sheet.ink.scale, self._sheet.height
        put(self._heading, words, (30 * scale, height - 22 * scale))
        return height - (36 * scale if words else 0)

    def say(self, words: str) -> None:
        """Show a sentence in the middle, wrapped to the width."""
        width, height = self._sheet.width, self._sheet.height
        put(self._sentence, "", (0, 0))
        lines = wrapped(self._sheet, self._sentence, words, width - 20)
        put(self._sentence, "\n".join(lines), (width / 2, height / 2))


class Grid:
    """Level lines with their numbers, and the firm line a panel stands on."""

    def __init__(self, sheet: Sheet, most: int) -> None:
        self._sheet = sheet
        self._lines = sheet.strokes(sheet.ink.line, 1.2, 0.5)
        if sheet.ink.line == sheet.ink.text:  # high contrast: full lines would shout
            self._lines.set_linestyle((0, (1, 4)))
        self._floor = sheet.line(sheet.ink.edge, 1.2, 3)
        self._texts = [sheet.text(ha="right") for _ in range(most)]
        for text in self._texts:
            text.set_color(sheet.ink.muted)

    def room(self, words: str) -> float:
        """Return how much room to the left its longest words need."""
        put(self._texts[0], words, (0, 0))
        return self._sheet.width_of(self._texts[0]) + _AIR * self._sheet.ink.scale

    def draw(self, panel: Panel, values: Sequence[tuple[float, str]]) -> None:
        """Draw a line and words at each value, and the firm line below."""
        scale, floor = self._sheet.ink.scale, panel.bottom
        self.clear()
        self._lines.set_segments([panel.across(v) for v, _ in values if panel.y(v) > floor + 1])
        self._floor.set_data([panel.left, panel.right], [floor, floor])
        for text, (value, words) in zip(self._texts, values, strict=False):
            put(text, words, (panel.left - _AIR * scale, panel.y(value) - 5.5 * scale))

    def clear(self) -> None:
        """Draw nothing."""
        self._lines.set_segments([])
        self._floor.set_data([], [])
        for text in self._texts:
            text.set_visible(False)
