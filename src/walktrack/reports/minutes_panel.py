"""The upper panel: minutes as bars from 0, the goal as a dashed line with its words."""

from matplotlib.lines import Line2D

from walktrack.domain.period import Grain
from walktrack.domain.summary import Bucket, Overview
from walktrack.reports.frame import Grid
from walktrack.reports.legend import ROW, Entry, Legend
from walktrack.reports.numbers import whole_minutes
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import CAPTION, TITLE, Sheet, box, dots, put
from walktrack.reports.ticks import nice_step
from walktrack.reports.words import Words

_LEAST_TOP, _HEADROOM = 10.0, 1.05
_MOST_STEPS = 3
_BAR, _WIDEST, _CROWDED = 0.8, 34.0, 3.0
_CROSS = 7.0


class MinutesPanel:
    """Bars, the goal, the newest bar's number, and a cross on days said to have no walk.

    `newest` is from where to where that number stands, if it does so at the top.
    """

    def __init__(self, sheet: Sheet, words: Words) -> None:
        ink = sheet.ink
        self._sheet, self._words = sheet, words
        self._grid = Grid(sheet, _MOST_STEPS + 2)
        self._without, sample = (self._crosses() for _ in range(2))
        self._legend = Legend(sheet, 1)
        self._entry = Entry(sample, words.no_walk_legend)
        self._beside = 0.0
        self.newest = 0.0, 0.0
        self._title = sheet.text(bold=True, size=TITLE)
        self._bars = sheet.shapes(ink.accent, 2)
        self._line = sheet.dashes(4)
        behind = {"facecolor": ink.face, "edgecolor": "none", "pad": 1.5}
        self._goal = sheet.text(size=CAPTION - 1)
        self._newest = sheet.text(bold=True, size=CAPTION, ha="center")
        for text in (self._goal, self._newest):
            text.set_bbox(behind)

    @staticmethod
    def goal_of(overview: Overview) -> int | None:
        """Return the goal to draw: it is for one walk, so weeks and months have none."""
        return overview.goal_minutes if overview.grain is Grain.DAY else None

    def top_value(self, overview: Overview) -> float:
        """Return the minutes at the panel's upper edge."""
        values = [bucket.minutes for bucket in overview.buckets]
        return max(_LEAST_TOP, self.goal_of(overview) or 0, *values, 0.0) * _HEADROOM

    def fit(self, overview: Overview, width: float) -> float:
        """Arrange the legend for this width and return the height it needs below the title."""
        known = overview.grain is Grain.DAY and any(b.no_walk for b in overview.buckets)
        title = self._words.grains[overview.grain].minutes_title
        put(self._title, title, (0, 0))
        self._beside = self._sheet.width_of(self._title) + 24 * self._sheet.ink.scale
        high = self._legend.fit([self._entry] if known else [], width)
        if self._beside + self._legend.wide <= width:
            return 0.0
        self._beside = 0.0
        return high

    def room(self, top_value: float) -> float:
        """Return how much room the numbers to the left need."""
        return self._grid.room(_numbers(top_value)[-1][1])

    def draw(self, panel: Panel, overview: Overview, top: float) -> None:
        """Draw the bars in this panel, the title below `top`."""
        scale = self._sheet.ink.scale
        title = self._words.grains[overview.grain].minutes_title
        put(self._title, title, (panel.left, top - 18 * scale))
        row = top - (0 if self._beside else ROW * scale)
        self._legend.draw(panel.left + self._beside, row)
        without = overview.buckets if overview.grain is Grain.DAY else ()
        feet = [(b.first.toordinal() + 0.5, 0.0) for b in without if b.no_walk]
        lift = _CROSS * scale
        dots(self._without, [(x, y + lift) for x, y in panel.points(feet)])
        self._grid.draw(panel, _numbers(panel.high[1]))
        walked = [bucket for bucket in overview.buckets if bucket.minutes > 0]
        self._bars.set_verts([_bar(panel, bucket, scale) for bucket in walked])
        self._draw_goal(panel, overview, walked)
        self._draw_newest(panel, walked)

    def clear(self) -> None:
        """Draw nothing."""
        self._grid.clear()
        self._legend.fit([], 1)
        dots(self._without, [])
        self._bars.set_verts([])
        self._line.set_data([], [])
        for text in (self._title, self._goal, self._newest):
            text.set_visible(False)

    def _crosses(self) -> Line2D:
        ink = self._sheet.ink
        made = self._sheet.marks("x", ink.text, 3.5)
        made.set_markersize(_CROSS * ink.scale)
        made.set_markeredgewidth(1.8 * ink.scale)
        return made

    def _draw_goal(self, panel: Panel, overview: Overview, walked: list[Bucket]) -> None:
        goal = self.goal_of(overview)
        if goal is None:
            self._line.set_data([], [])
            self._goal.set_visible(False)
            return
        scale, y = self._sheet.ink.scale, panel.y(goal)
        self._line.set_data([panel.left, panel.right], [y, y])
        put(self._goal, self._words.goal.format(n=goal), (0, y + 7 * scale))
        wide = self._sheet.width_of(self._goal) + 4
        reach = goal * 0.99
        taken = [_bar(panel, bucket, scale) for bucket in walked if bucket.minutes > reach]
        places = (panel.left + 4, panel.left + (panel.width - wide) / 2, panel.right - wide)
        free = (x for x in places if not any(b[0][0] < x + wide and x < b[3][0] for b in taken))
        self._goal.set_x(next(free, places[0]))

    def _draw_newest(self, panel: Panel, walked: list[Bucket]) -> None:
        self.newest = 0.0, 0.0
        if not walked:
            self._newest.set_visible(False)
            return
        newest, scale = walked[-1], self._sheet.ink.scale
        bar = _bar(panel, newest, scale)
        label = self._words.number(whole_minutes(newest.minutes))
        put(self._newest, label, (0, bar[1][1] + 5 * scale))
        half = self._sheet.width_of(self._newest) / 2
        middle = (bar[0][0] + bar[3][0]) / 2
        middle = min(middle, self._sheet.width - half - 1)
        self._newest.set_x(middle)
        if bar[1][1] > panel.top - 2 * CAPTION * scale:
            self.newest = middle - half, middle + half


def _numbers(top_value: float) -> list[tuple[float, str]]:
    step = nice_step(top_value, _MOST_STEPS)
    return [(float(value), str(value)) for value in range(0, int(top_value) + 1, step)]


def _bar(panel: Panel, bucket: Bucket, scale: float) -> list[tuple[float, float]]:
    low, end = bucket.first.toordinal(), bucket.last.toordinal() + 1
    room = (end - low) * panel.unit
    width = min(room * (_BAR if room > _CROWDED else 1.0), _WIDEST * scale)
    left = panel.x((low + end) / 2) - width / 2
    return box(left, panel.bottom, width, panel.y(bucket.minutes) - panel.bottom)
