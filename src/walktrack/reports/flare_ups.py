"""The days of flare-ups, hatched behind a panel, with their name on the picture itself."""

from collections.abc import Sequence

from walktrack.domain.period import Period
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import CAPTION, Point, Sheet, put

_STEP, _STROKE = 8.0, 1.0
_MOST_NAMES = 8
_BEHIND = 0.3
_EDGE = 3.0

Stroke = tuple[Point, Point]


class FlareUps:
    """Slanted strokes over the days, which print well in black and white, and one word."""

    def __init__(self, sheet: Sheet, word: str) -> None:
        ink = sheet.ink
        self._sheet, self._word = sheet, word
        self._hatching = sheet.strokes(ink.edge, _STROKE * ink.scale, _BEHIND)
        self._hatching.set_alpha(0.75)
        self._names = [sheet.text(size=CAPTION - 1) for _ in range(_MOST_NAMES)]
        for name in self._names:
            name.set_bbox({"facecolor": ink.face, "edgecolor": "none", "pad": 1.5})

    def draw(
        self, panels: Sequence[Panel], spans: Sequence[Period], taken: tuple[float, float]
    ) -> None:
        """Hatch the days in each panel, and name them over the first one.

        `taken` is from where to where another word stands there.
        """
        step = _STEP * self._sheet.ink.scale
        strokes: list[Stroke] = []
        for panel in panels:
            for span in spans:
                left, right = _ends(panel, span)
                strokes += hatched(left, right, panel.bottom, panel.top, step)
        self._hatching.set_segments(strokes)
        self._write_names(panels[0], spans, taken)

    def clear(self) -> None:
        """Draw nothing."""
        self._hatching.set_segments([])
        for name in self._names:
            name.set_visible(False)

    def _write_names(
        self, panel: Panel, spans: Sequence[Period], taken: tuple[float, float]
    ) -> None:
        """Write the word over each, from the newest on, where no other word stands.

        It may stand a little to the left, but not beside its days.
        """
        for name in self._names:
            name.set_visible(False)
        y, free = panel.top + _EDGE * self._sheet.ink.scale, self._sheet.width
        for name, span in zip(self._names, reversed(spans), strict=False):
            put(name, self._word, (0, y))
            wide = self._sheet.width_of(name)
            left, right = _ends(panel, span)
            x = (left + right - wide) / 2
            if x < taken[1] + _EDGE and taken[0] - _EDGE < x + wide:
                x = taken[0] - wide - _EDGE
            x = max(panel.left, min(x, self._sheet.width - wide - 2, free - wide - _EDGE))
            name.set_visible(left <= x + wide <= free - _EDGE)
            name.set_x(x)
            free = min(free, x) if name.get_visible() else free


def hatched(left: float, right: float, bottom: float, top: float, step: float) -> list[Stroke]:
    """Return strokes that rise to the right through a rectangle, `step` apart across.

    They stand where they would in the whole picture, so that rectangles side by side look one.
    """
    found: list[Stroke] = []
    number = int((left - top) // step)
    while (foot := number * step) < right - bottom:  # the stroke is where x - y is `foot`
        number += 1
        begin = max(left, bottom + foot)
        end = min(right, top + foot)
        if begin < end:
            found.append(((begin, begin - foot), (end, end - foot)))
    return found


def _ends(panel: Panel, span: Period) -> tuple[float, float]:
    """Return where the days begin and end, at least two pixels apart, inside the panel."""
    left = max(panel.left, panel.x(span.first.toordinal()))
    right = min(panel.right, panel.x(span.last.toordinal() + 1))
    return left, max(right, left + 2)
