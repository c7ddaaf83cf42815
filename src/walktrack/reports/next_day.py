"""The chart of a day's minutes against the next day's pain: each day a dot."""

from walktrack.domain.pain import HIGHEST
from walktrack.domain.summary import DayDot, Overview
from walktrack.reports.cloud import Cloud, Point
from walktrack.reports.frame import Frame, Grid, Spot
from walktrack.reports.ink import Ink
from walktrack.reports.minutes_across import LABELS, MinutesAcross, far_end
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import TITLE, Sheet, put, wrapped
from walktrack.reports.words import Words

_LEVELS = range(0, HIGHEST + 1, 2)
_ROOM_ABOVE, _ROOM_BELOW = 0.6, 0.4
_TITLE_ROW, _NO_LEGEND = 24.0, 8.0


class NextDay:
    """Made once; `show` moves its artists. Its marks are the dots, by minutes, then pain.

    Pain stands on a fixed axis, 0 to 10.
    """

    def __init__(self, ink: Ink, words: Words, size: tuple[float, float]) -> None:
        self.sheet = Sheet(ink, size)
        self.words = words
        self._frame = Frame(self.sheet)
        self._grid = Grid(self.sheet, len(_LEVELS))
        self._title = self.sheet.text(bold=True, size=TITLE)
        self._across = MinutesAcross(self.sheet, words.day_axis)
        self._cloud = Cloud(self.sheet, words.days, words.unsure_legend)
        self.marks: tuple[DayDot, ...] = ()

    def show(self, overview: Overview, heading: str = "") -> None:
        """Draw these values; `heading` is a line above them, for a saved picture."""
        self.marks = tuple(sorted(overview.day_dots, key=lambda d: (d.minutes, d.pain, not d.sure)))
        top = self._frame.heading(heading)
        self._frame.say("" if self.marks else self.words.no_day_dots)
        self._clear()
        legend = self._cloud.rows([Point(d.minutes, d.pain, d.count, d.sure) for d in self.marks])
        if not self.marks:
            return
        scale, width = self.sheet.ink.scale, self.sheet.width
        left = 34 * scale
        room = max(1.0, width - left - 12)
        lines = wrapped(self.sheet, self._title, self.words.next_title, room)
        rows = len(lines) * _TITLE_ROW * scale
        put(self._title, "\n".join(lines), (left, top - rows + 6 * scale))
        bottom = LABELS * scale
        tall = max(20.0, top - rows - (legend or _NO_LEGEND * scale) - bottom)
        far = far_end(max(dot.minutes for dot in self.marks))
        ends = (0, -_ROOM_BELOW), (far, HIGHEST + _ROOM_ABOVE)
        panel = Panel(left, bottom, room, tall, *ends)
        self._grid.draw(panel, [(float(level), str(level)) for level in _LEVELS])
        self._across.draw(panel)
        self._cloud.draw(panel, panel.y(1) - panel.y(0), top - rows)

    def at(self, x: float, y: float) -> DayDot | None:
        """Return the dot at logical pixels from the top left, or None."""
        found = self._cloud.at(x, self.sheet.height - y)
        return None if found is None else self.marks[found]

    def spot(self, number: int) -> Spot:
        """Return where the mark of this number stands, in logical pixels from the top left."""
        return self._cloud.spot(number)

    def _clear(self) -> None:
        self._grid.clear()
        self._cloud.clear()
        self._across.clear()
        self._title.set_visible(False)
