"""The lower panel: pain from 0 to 10 before and after, joined, and its 7-day median."""

from datetime import date
from math import nan

from matplotlib.lines import Line2D
from matplotlib.path import Path

from walktrack.domain.pain import HIGHEST, LOWEST
from walktrack.domain.summary import Bucket, Overview
from walktrack.reports.dashed import circle, square
from walktrack.reports.frame import Grid
from walktrack.reports.legend import Entry, Legend
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import TITLE, Sheet, dots, put, wrapped
from walktrack.reports.words import Words

BREAK_DAYS = 2
_SMALLEST, _LARGEST = 3.6, 12.0
_TITLE_ROW = 24.0


class PainPanel:
    """Open circles before, filled squares after; short dashes where there was no walk."""

    def __init__(self, sheet: Sheet, words: Words) -> None:
        ink = sheet.ink
        self._sheet, self._words = sheet, words
        self._grid = Grid(sheet, 3)
        self._title = sheet.text(bold=True, size=TITLE)
        self._joins = sheet.strokes(ink.edge, 2.4 * ink.scale, 1)
        self._median, median = (self._median_line() for _ in range(2))
        self._other, other = (self._marks("D", 0.45, ink.muted) for _ in range(2))
        self._before, before = (self._marks("o", 1.0, ink.text) for _ in range(2))
        for ring in (self._before, before):
            ring.set_markerfacecolor(ink.face)
        self._after, after = (self._marks("s", 0.75, ink.pain) for _ in range(2))
        self._guess_before, guess = (self._outline(circle(), 0.85) for _ in range(2))
        self._guess_after = self._outline(square(), 0.75)
        self._samples = {
            "before": before,
            "after": after,
            "median": median,
            "other": other,
            "guess": guess,
        }
        self._sizes = (
            (self._before, 1.0),
            (self._after, 0.75),
            (self._other, 0.5),
            (self._guess_before, 0.85),
            (self._guess_after, 0.75),
        )
        self._legend = Legend(sheet, len(self._samples))
        self._lines: list[str] = []
        self._legend_height = 0.0

    def fit(self, overview: Overview, width: float) -> float:
        """Arrange title and legend for this width and return the height they need."""
        grain = self._words.grains[overview.grain]
        entries = [
            Entry(self._samples["before"], grain.before_legend),
            Entry(self._samples["after"], grain.after_legend),
        ]
        if any(_only_pain(bucket) is not None for bucket in overview.buckets):
            entries.append(Entry(self._samples["other"], self._words.other_legend))
        if any(_guesses(bucket) for bucket in overview.buckets):
            entries.append(Entry(self._samples["guess"], self._words.guess_legend))
        if overview.medians:
            entries.append(Entry(self._samples["median"], self._words.median_legend, wide=True))
        self._lines = wrapped(self._sheet, self._title, self._words.pain_title, width)
        self._legend_height = self._legend.fit(entries, width)
        return len(self._lines) * _TITLE_ROW * self._sheet.ink.scale + self._legend_height

    def draw(self, panel: Panel, overview: Overview, top: float) -> None:
        """Draw the marks in this panel, title and legend below `top`."""
        scale = self._sheet.ink.scale
        rows = len(self._lines) * _TITLE_ROW * scale
        put(self._title, "\n".join(self._lines), (panel.left, top - rows + 7 * scale))
        self._legend.draw(panel.left, top - rows)
        middle = (LOWEST + HIGHEST) // 2
        values = [(float(v), str(v)) for v in (LOWEST, middle, HIGHEST)]
        self._grid.draw(panel, values)
        self._size_marks(panel, overview)
        points = [(_middle(bucket), bucket) for bucket in overview.buckets]
        before = [(x, b.before) for x, b in points if b.before is not None]
        after = [(x, b.after) for x, b in points if b.after is not None]
        other = [(x, pain) for x, b in points if (pain := _only_pain(b)) is not None]
        dots(self._before, panel.points(before))
        dots(self._after, panel.points(after))
        dots(self._other, panel.points(other))
        guessed = [(x, guess) for x, b in points if (guess := _guess_before(b)) is not None]
        dots(self._guess_before, panel.points(guessed))
        guessed = [(x, b.guess_after) for x, b in points if b.guess_after is not None]
        dots(self._guess_after, panel.points(guessed))
        joins = [
            panel.points([(x, b.before), (x, b.after)])
            for x, b in points
            if b.before is not None and b.after is not None
        ]
        self._joins.set_segments(joins)
        dots(self._median, panel.points(broken(overview.medians)))

    def clear(self) -> None:
        """Draw nothing."""
        self._grid.clear()
        self._legend.fit([], 1)
        self._title.set_visible(False)
        self._joins.set_segments([])
        for line in (*(marks for marks, _ in self._sizes), self._median):
            dots(line, [])

    def _size_marks(self, panel: Panel, overview: Overview) -> None:
        days = max(((b.last - b.first).days + 1 for b in overview.buckets), default=1)
        scale = self._sheet.ink.scale
        size = min(_LARGEST * scale, max(_SMALLEST * scale, 1.15 * panel.unit * days))
        for marks, share in self._sizes:
            marks.set_markersize(size * share)
        self._before.set_markeredgewidth(min(2.0 * scale, max(1.0, size / 6)))

    def _marks(self, shape: str, share: float, colour: str) -> Line2D:
        scale = self._sheet.ink.scale
        marks = self._sheet.marks(shape, colour, 2.5)
        marks.set_markersize(_LARGEST * share * scale)
        marks.set_markeredgewidth(2.0 * scale if shape == "o" else 0)
        return marks

    def _outline(self, shape: Path, share: float) -> Line2D:
        """Return hollow marks of dashes, for what a carer thinks and nobody said."""
        scale = self._sheet.ink.scale
        marks = self._sheet.marks(shape, self._sheet.ink.text, 2.4)
        marks.set_markerfacecolor("none")
        marks.set_markersize(_LARGEST * share * scale)
        marks.set_markeredgewidth(1.4 * scale)
        return marks

    def _median_line(self) -> Line2D:
        ink = self._sheet.ink
        return self._sheet.line(ink.accent, 2.2 * ink.scale, 2)


def broken(medians: tuple[tuple[date, float], ...]) -> list[tuple[float, float]]:
    """Return the median's points, with a break between days more than 2 apart."""
    points: list[tuple[float, float]] = []
    for day, value in medians:
        x = day.toordinal() + 0.5
        if points and x - points[-1][0] > BREAK_DAYS:
            points.append((x, nan))
        points.append((x, value))
    return points


def _middle(bucket: Bucket) -> float:
    return (bucket.first.toordinal() + bucket.last.toordinal() + 1) / 2


def _guesses(bucket: Bucket) -> bool:
    return _guess_before(bucket) is not None or bucket.guess_after is not None


def _guess_before(bucket: Bucket) -> float | None:
    """Return the mean of the guesses before walks, or of guesses that belong to no walk."""
    if bucket.guess_before is not None or bucket.guess_after is not None:
        return bucket.guess_before
    return bucket.guess


def _only_pain(bucket: Bucket) -> float | None:
    """Return the mean pain of a bucket that has neither before nor after."""
    return bucket.pain if bucket.before is None and bucket.after is None else None
