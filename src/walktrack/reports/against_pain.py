"""The chart of minutes against pain change: each walk a dot, larger where several agree."""

from math import pi

from matplotlib.collections import CircleCollection
from matplotlib.text import Text

from walktrack.domain.summary import Dot, Overview
from walktrack.reports.frame import Frame, Grid, Spot
from walktrack.reports.ink import Ink
from walktrack.reports.numbers import signed
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import CAPTION, TITLE, Sheet, put, wrapped
from walktrack.reports.ticks import nice_step
from walktrack.reports.words import Words

_LEAST_CHANGE, _LEAST_MINUTES = 3, 10
_MINUTE_STEPS, _CHANGE_STEPS = 6, 3
_ONE, _LARGEST, _SMALLEST = 70.0, 620.0, 12.0
_RIM, _RIMMED = 1.2, 500  # rims tell dots apart; more of them take too long to draw
_NEAR, _BETWEEN_FROM = 10.0, 5
_HEADROOM, _OVERLAP = 1.2, 1.3
_TITLE_ROW, _LEGEND_ROW, _LABELS = 24.0, 34.0, 50.0


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
        self._across = self.sheet.text(size=CAPTION, ha="center")
        self._numbers = [self.sheet.text(ha="center") for _ in range(_MINUTE_STEPS + 2)]
        for text in (*self._numbers, self._across):
            text.set_color(ink.muted)
        self._dots, self._samples = self._circles(), self._circles()
        self._counts = [self.sheet.text(size=CAPTION) for _ in range(3)]
        self.marks: tuple[Dot, ...] = ()
        self._panel = Panel(0, -1, 1, 0.5)
        self._area = _ONE

    def show(self, overview: Overview, heading: str = "") -> None:
        """Draw these values; `heading` is a line above them, for a saved picture."""
        self.marks = tuple(sorted(overview.dots, key=lambda d: (d.minutes, d.change)))
        top = self._frame.heading(heading)
        self._frame.say("" if self.marks else self.words.no_dots)
        self._clear()
        if not self.marks:
            return
        scale, width = self.sheet.ink.scale, self.sheet.width
        left = 34 * scale
        room = max(1.0, width - left - 12)
        lines = wrapped(self.sheet, self._title, self.words.change_title, room)
        rows = len(lines) * _TITLE_ROW * scale
        put(self._title, "\n".join(lines), (left, top - rows + 6 * scale))
        most = max(dot.count for dot in self.marks)
        legend = _LEGEND_ROW * scale if most > 1 else 8 * scale
        bottom = _LABELS * scale
        tall = max(20.0, top - rows - legend - bottom)
        reach = max(_LEAST_CHANGE, *(abs(dot.change) for dot in self.marks)) * _HEADROOM
        far = max(_LEAST_MINUTES, *(dot.minutes for dot in self.marks)) * 1.06
        self._panel = Panel(left, bottom, room, tall, (0, -reach), (far, reach))
        step = tall / (2 * reach) * _OVERLAP
        self._area = min(_ONE * scale, min(_LARGEST * scale, pi / 4 * step**2) / most)
        self._draw_axes(reach, far)
        self._draw_dots()
        self._draw_counts(most, top - rows - legend / 2)

    def at(self, x: float, y: float) -> Dot | None:
        """Return the dot at logical pixels from the top left, or None."""
        upwards = self.sheet.height - y
        panel = self._panel

        def away(dot: Dot) -> float:
            across, up = panel.x(dot.minutes) - x, panel.y(dot.change) - upwards
            return float((across**2 + up**2) ** 0.5)

        nearest = min(self.marks, key=away, default=None)
        if nearest is None or away(nearest) > max(_NEAR, self._radius(nearest) + 3):
            return None
        return nearest

    def spot(self, number: int) -> Spot:
        """Return where the mark of this number stands, in logical pixels from the top left."""
        mark = self.marks[number]
        radius = self._radius(mark)
        x, y = self._panel.x(mark.minutes), self.sheet.height - self._panel.y(mark.change)
        return Spot(x - radius, y - radius, 2 * radius, 2 * radius)

    def _radius(self, dot: Dot) -> float:
        return self._radius_of(dot.count)

    def _radius_of(self, count: int) -> float:
        return float((self._size(count) / pi) ** 0.5)

    def _size(self, count: int) -> float:
        return max(_SMALLEST, count * self._area)

    def _circles(self) -> CircleCollection:
        ink = self.sheet.ink
        made = CircleCollection(
            [], facecolors=ink.accent, edgecolors=ink.face, linewidths=_RIM, zorder=2
        )
        made.set_offset_transform(self.sheet.transform)
        self.sheet.figure.add_artist(made)
        return made

    def _draw_axes(self, reach: float, far: float) -> None:
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
        step = nice_step(far, _MINUTE_STEPS)
        marks = range(0, int(far) + 1, step)
        for text, minute in zip(self._numbers, marks, strict=False):
            put(text, str(minute), (panel.x(minute), panel.bottom - 21 * scale))
        across = (panel.left + panel.width / 2, 5 * scale)
        put(self._across, self.words.minutes_axis, across)

    def _make_way(self, text: Text) -> None:
        """Lift the words on the zero line above the dots that stand in their place."""
        panel, wide = self._panel, self.sheet.width_of(text) + 8
        level = [dot for dot in self.marks if dot.change == 0]
        reached = panel.left + wide
        near = [r for d in level if panel.x(d.minutes) - (r := self._radius(d)) < reached]
        if near:
            text.set_y(panel.y(0) + max(near) + 4)

    def _draw_dots(self) -> None:
        panel = self._panel
        largest_first = sorted(self.marks, key=lambda dot: -dot.count)
        self._dots.set_offsets(panel.points([(d.minutes, d.change) for d in largest_first]))
        sizes = [self._size(dot.count) for dot in largest_first]
        self._dots.set_sizes(sizes, self.sheet.figure.dpi)
        self._dots.set_linewidth(_RIM if len(sizes) <= _RIMMED else 0)

    def _draw_counts(self, most: int, middle: float) -> None:
        if most == 1:
            return
        if self._place_counts(_samples(most), middle) > self._panel.right:
            self._place_counts([1, most], middle)

    def _place_counts(self, counts: list[int], middle: float) -> float:
        """Show these counts in a row and return the pixel where it ends."""
        scale, x = self.sheet.ink.scale, self._panel.left
        gap, offsets = 20 * scale, list[tuple[float, float]]()
        for text in self._counts:
            text.set_visible(False)
        for text, count in zip(self._counts, counts, strict=False):
            radius = self._radius_of(count)
            offsets.append((x + radius, middle))
            put(text, self.words.walks(count), (x + 2 * radius + 6 * scale, middle - 5.5 * scale))
            x += 2 * radius + 6 * scale + self.sheet.width_of(text) + gap
        self._samples.set_offsets(offsets)
        self._samples.set_sizes([self._size(c) for c in counts], self.sheet.figure.dpi)
        return x - gap

    def _clear(self) -> None:
        self._panel = Panel(0, -1, 1, 0.5)
        self._grid.clear()
        self._zero.set_data([], [])
        for circles in (self._dots, self._samples):
            circles.set_offsets([(0, 0)])
            circles.set_sizes([])
        for text in (self._title, self._across, *self._sides, *self._numbers, *self._counts):
            text.set_visible(False)


def _samples(most: int) -> list[int]:
    """Return up to three counts for the legend: one walk, the most, and one between."""
    return sorted({1, most, round(most**0.5) if most > _BETWEEN_FROM else 1})
