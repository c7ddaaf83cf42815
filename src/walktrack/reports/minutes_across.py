"""The lower edge of a chart that has minutes across: their numbers and their name."""

from walktrack.reports.panel import Panel
from walktrack.reports.sheet import CAPTION, Sheet, put
from walktrack.reports.ticks import nice_step

LABELS = 50.0
"""Room for both below the panel, in logical pixels at 100 %."""

LEAST_MINUTES = 10
_STEPS = 6


class MinutesAcross:
    """Made once; `draw` moves its words."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        self._sheet, self._words = sheet, name
        self._name = sheet.text(size=CAPTION, ha="center")
        self._numbers = [sheet.text(ha="center") for _ in range(_STEPS + 2)]
        for text in (*self._numbers, self._name):
            text.set_color(sheet.ink.muted)

    def draw(self, panel: Panel) -> None:
        """Write the numbers below a panel, and what they are."""
        self.clear()
        scale, far = self._sheet.ink.scale, panel.high[0]
        marks = range(0, int(far) + 1, nice_step(far, _STEPS))
        for text, minute in zip(self._numbers, marks, strict=False):
            put(text, str(minute), (panel.x(minute), panel.bottom - 21 * scale))
        put(self._name, self._words, (panel.left + panel.width / 2, 5 * scale))

    def clear(self) -> None:
        """Write nothing."""
        for text in (*self._numbers, self._name):
            text.set_visible(False)


def far_end(most: int) -> float:
    """Return where the axis ends so that so many minutes stand well inside it."""
    return max(LEAST_MINUTES, most) * 1.06
