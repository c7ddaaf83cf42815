"""The chart of minutes against pain change: each walk a dot, larger where several agree."""

from matplotlib.text import Text

from walktrack.domain.summary import Dot, Overview
from walktrack.reports.cloud import Cloud, Point
from walktrack.reports.frame import Frame, Grid, Spot
from walktrack.reports.ink import Ink
from walktrack.reports.minutes_across import LABELS, MinutesAcross, far_end
from walktrack.reports.numbers import signed
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import CAPTION, TITLE, Sheet, put, wrapped
from walktrack.reports.ticks import nice_step
from walktrack.reports.words import Words

_LEAST_CHANGE, _CHANGE_STEPS = 3, 3
_HEADROOM = 1.2
_TITLE_ROW, _NO_LEGEND = 24.0, 8.0


class AgainstPain:
    """Made once; `show` moves its artists. Its marks are the dots, by minutes, then change."""

    def __init__(self, ink: Ink, words: Words, size: tuple[float, float]) -> None:
        self.sheet = Sheet(ink, size)
        self.words = words
        self._frame = Frame(self.sheet)
        self._grid = Grid(self.sheet, 2 * _CHANGE_STEPS + 3)
        self._zero = self.sheet.dashes(1)
        self._title = self.sheet.text(bold=True, size=TITLE)
        self._sides = [self.sheet.text(size=CAPTION - 1) for _ in range(3)]
        for text in self._sides:
            text.set_bbox({"facecolor": ink.face, "edgecolor": "none", "pad": 1.5})
        self._across = MinutesAcross(self.sheet, words.minutes_axis)
        self._cloud = Cloud(self.sheet, words.walks, words.unsure_legend)
        self.marks: tuple[Dot, ...] = ()
        self._panel = Panel(0, -1, 1, 0.5)

    def show(self, overview: Overview, heading: str = "") -> None:
        """Draw these values; `heading` is a line above them, for a saved picture."""
        self.marks = tuple(sorted(overview.dots, key=lambda d: (d.minutes, d.change, not d.sure)))
        top = self._frame.heading(heading)
        self._frame.say("" if self.marks else self.words.no_dots)
        self._clear()
        legend = self._cloud.rows([Point(d.minutes, d.change, d.count, d.sure) for d in self.marks])
        if not self.marks:
            return
        scale, width = self.sheet.ink.scale, self.sheet.width
        left = 34 * scale
        room = max(1.0, width - left - 12)
        lines = wrapped(self.sheet, self._title, self.words.change_title, room)
        rows = len(lines) * _TITLE_ROW * scale
        put(self._title, "\n".join(lines), (left, top - rows + 6 * scale))
        bottom = LABELS * scale
        tall = max(20.0, top - rows - (legend or _NO_LEGEND * scale) - bottom)
        reach = max(_LEAST_CHANGE, *(abs(dot.change) for dot in self.marks)) * _HEADROOM
        far = far_end(max(dot.minutes for dot in self.marks))
        self._panel = Panel(left, bottom, room, tall, (0, -reach), (far, reach))
        self._cloud.draw(self._panel, tall / (2 * reach), top - rows)
        self._draw_axes(reach)

    def at(self, x: float, y: float) -> Dot | None:
        """Return the dot at logical pixels from the top left, or None."""
        found = self._cloud.at(x, self.sheet.height - y)
        return None if found is None else self.marks[found]

    def spot(self, number: int) -> Spot:
        """Return where the mark of this number stands, in logical pixels from the top left."""
        return self._cloud.spot(number)

    def _draw_axes(self, reach: float) -> None:
        scale, panel = self.sheet.ink.scale, self._panel
        step = nice_step(reach, _CHANGE_STEPS)
        highest = int(reach) // step * step
        values = [(float(v), signed(v)) for v in range(-highest, highest + 1, step)]
        self._grid.draw(panel, values)
        level = panel.across(0)
        self._zero.set_data([x for x, _ in level], [y for _, y in level])
        words = (self.words.higher, self.words.same, self.words.lower)
        heights = (panel.top - 16 * scale, panel.y(0) + 7 * scale, panel.bottom + 9 * scale)
        for text, side, y in zip(self._sides, words, heights, strict=True):
            put(text, side, (panel.left + 4, y))
        self._make_way(self._sides[1])
        self._across.draw(panel)

    def _make_way(self, text: Text) -> None:
        """Lift the words on the zero line above the dots that stand in their place."""
        panel, wide = self._panel, self.sheet.width_of(text) + 8
        level = [dot for dot in self.marks if dot.change == 0]
        reached = panel.left + wide
        radii = [(dot, self._cloud.radius(dot.count)) for dot in level]
        near = [radius for dot, radius in radii if panel.x(dot.minutes) - radius < reached]
        if near:
            text.set_y(panel.y(0) + max(near) + 4)

    def _clear(self) -> None:
        self._panel = Panel(0, -1, 1, 0.5)
        self._grid.clear()
        self._zero.set_data([], [])
        self._cloud.clear()
        self._across.clear()
        for text in (self._title, *self._sides):
            text.set_visible(False)
