"""Dots whose area is their count, ringed where they are not sure, with words for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi

from matplotlib.collections import CircleCollection

from walktrack.reports.frame import Spot
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import CAPTION, Sheet, put
from walktrack.reports.words import Counted

_ONE, _LARGEST, _SMALLEST = 70.0, 620.0, 12.0
_RIM, _RIMMED = 1.2, 500  # rims tell dots apart; more of them take too long to draw
_RING = 1.8
_NEAR, _BETWEEN_FROM = 10.0, 5
_OVERLAP = 1.3
_ROW = 34.0


@dataclass(frozen=True, slots=True)
class Point:
    """A dot at values across and up; without `sure` it is a ring."""

    x: float
    y: float
    count: int
    sure: bool = True


class Cloud:
    """Makes its artists once. `counted` says how many of what a dot stands for, `unsure` a ring."""

    def __init__(self, sheet: Sheet, counted: Counted, unsure: str) -> None:
        self._sheet = sheet
        self._counted, self._unsure = counted, unsure
        self._whole, self._rings = self._circles(), self._circles(hollow=True)
        self._samples, self._ring = self._circles(), self._circles(hollow=True)
        self._counts = [sheet.text(size=CAPTION) for _ in range(3)]
        self._told = sheet.text(size=CAPTION)
        self._panel = Panel(0, -1, 1, 0.5)
        self._points: Sequence[Point] = ()
        self._area = _ONE

    def rows(self, points: Sequence[Point]) -> float:
        """Take these dots and return how high the rows of their legend are."""
        self._points = points
        return (self._explains_counts + self._explains_rings) * _ROW * self._sheet.ink.scale

    def draw(self, panel: Panel, step: float, legend_top: float) -> None:
        """Draw the dots that were taken; `step` is how many pixels dots are apart at least."""
        self._panel = panel
        scale = self._sheet.ink.scale
        most = max(point.count for point in self._points)
        largest = pi / 4 * (step * _OVERLAP) ** 2
        self._area = min(_ONE * scale, min(_LARGEST * scale, largest) / most)
        for circles, sure in ((self._whole, True), (self._rings, False)):
            self._show(circles, [each for each in self._points if each.sure is sure])
        row = _ROW * scale
        if self._explains_counts:
            self._draw_counts(most, legend_top - row / 2)
        if self._explains_rings:
            self._draw_ring(legend_top - (0.5 + self._explains_counts) * row)

    def clear(self) -> None:
        """Draw nothing."""
        self._panel = Panel(0, -1, 1, 0.5)
        for circles in (self._whole, self._rings, self._samples, self._ring):
            self._put(circles, [], [])
        for text in (*self._counts, self._told):
            text.set_visible(False)

    def radius(self, count: int) -> float:
        """Return the radius of a dot in logical pixels."""
        return float((self._size(count) / pi) ** 0.5)

    def at(self, x: float, upwards: float) -> int | None:
        """Return the number of the dot at logical pixels from the bottom left, or None."""

        def away(number: int) -> float:
            point = self._points[number]
            across, up = self._panel.x(point.x) - x, self._panel.y(point.y) - upwards
            return float((across**2 + up**2) ** 0.5)

        nearest = min(range(len(self._points)), key=away, default=None)
        if nearest is None:
            return None
        reach = max(_NEAR, self.radius(self._points[nearest].count) + 3)
        return nearest if away(nearest) <= reach else None

    def spot(self, number: int) -> Spot:
        """Return where the dot of this number stands, in logical pixels from the top left."""
        point = self._points[number]
        radius = self.radius(point.count)
        x, y = self._panel.x(point.x), self._sheet.height - self._panel.y(point.y)
        return Spot(x - radius, y - radius, 2 * radius, 2 * radius)

    @property
    def _explains_counts(self) -> bool:
        return any(point.count > 1 for point in self._points)

    @property
    def _explains_rings(self) -> bool:
        return not all(point.sure for point in self._points)

    def _size(self, count: int) -> float:
        return max(_SMALLEST, count * self._area)

    def _circles(self, *, hollow: bool = False) -> CircleCollection:
        ink = self._sheet.ink
        made = CircleCollection(
            [],
            facecolors="none" if hollow else ink.accent,
            edgecolors=ink.accent if hollow else ink.face,
            linewidths=_RING if hollow else _RIM,
            zorder=2,
        )
        made.set_offset_transform(self._sheet.transform)
        self._sheet.figure.add_artist(made)
        return made

    def _show(self, circles: CircleCollection, points: Sequence[Point]) -> None:
        largest_first = sorted(points, key=lambda point: -point.count)
        spots = self._panel.points([(point.x, point.y) for point in largest_first])
        self._put(circles, spots, [self._size(point.count) for point in largest_first])
        if circles is self._whole:
            circles.set_linewidth(_RIM if len(points) <= _RIMMED else 0)

    def _put(
        self, circles: CircleCollection, spots: Sequence[tuple[float, float]], sizes: list[float]
    ) -> None:
        """Put circles of these areas in place; without any, matplotlib would draw a speck."""
        circles.set_visible(bool(spots))
        if spots:
            circles.set_offsets(spots)
            circles.set_sizes(sizes, self._sheet.figure.dpi)

    def _draw_counts(self, most: int, middle: float) -> None:
        if self._place_counts(_samples(most), middle) > self._panel.right:
            self._place_counts([1, most], middle)

    def _place_counts(self, counts: list[int], middle: float) -> float:
        """Show these counts in a row and return the pixel where it ends."""
        scale, x = self._sheet.ink.scale, self._panel.left
        gap, offsets = 20 * scale, list[tuple[float, float]]()
        for text in self._counts:
            text.set_visible(False)
        for text, count in zip(self._counts, counts, strict=False):
            radius = self.radius(count)
            offsets.append((x + radius, middle))
            put(text, self._counted(count), (x + 2 * radius + 6 * scale, middle - 5.5 * scale))
            x += 2 * radius + 6 * scale + self._sheet.width_of(text) + gap
        self._put(self._samples, offsets, [self._size(count) for count in counts])
        return x - gap

    def _draw_ring(self, middle: float) -> None:
        scale, left = self._sheet.ink.scale, self._panel.left
        radius = 5 * scale
        self._put(self._ring, [(left + radius, middle)], [pi * radius**2])
        put(self._told, self._unsure, (left + 2 * radius + 6 * scale, middle - 5.5 * scale))


def _samples(most: int) -> list[int]:
    """Return up to three counts for the legend: one, the most, and one between."""
    return sorted({1, most, round(most**0.5) if most > _BETWEEN_FROM else 1})
