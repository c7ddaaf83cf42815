"""The chart over time: minutes walked above, pain below, one time axis."""

from dataclasses import dataclass
from datetime import date

from walktrack.domain.period import Grain
from walktrack.domain.summary import Bucket, Overview
from walktrack.reports.flare_ups import FlareUps
from walktrack.reports.frame import Frame, Spot
from walktrack.reports.ink import Ink
from walktrack.reports.minutes_panel import MinutesPanel
from walktrack.reports.pain_panel import PainPanel
from walktrack.reports.panel import Panel
from walktrack.reports.sheet import Sheet, put
from walktrack.reports.ticks import date_ticks
from walktrack.reports.words import Words

FEWEST_DAYS = 14
_DATES = 8
_NEAR = 6.0
_TITLE_GAP, _LABELS, _BETWEEN, _AIR = 46.0, 26.0, 22.0, 10.0


@dataclass(frozen=True, slots=True)
class _Time:
    """The time axis in day ordinals."""

    first: int
    end: int

    @classmethod
    def of(cls, overview: Overview) -> "_Time":
        first = min([overview.period.first, *(b.first for b in overview.buckets[:1])])
        last = max([overview.period.last, *(b.last for b in overview.buckets[-1:])])
        end = last.toordinal() + 1
        return cls(min(first.toordinal(), end - FEWEST_DAYS), end)


class OverTime:
    """Made once; `show` moves its artists. Its marks are the buckets, oldest first."""

    def __init__(self, ink: Ink, words: Words, size: tuple[float, float]) -> None:
        self.sheet = Sheet(ink, size)
        self.words = words
        self._frame = Frame(self.sheet)
        self._minutes = MinutesPanel(self.sheet, words)
        self._pain = PainPanel(self.sheet, words)
        self._flare_ups = FlareUps(self.sheet, words.flare_up)
        self._dates = [self.sheet.text(ha="center") for _ in range(_DATES)]
        for text in self._dates:
            text.set_color(ink.muted)
        self.marks: tuple[Bucket, ...] = ()
        self._whole = Panel(0, 0, 1, 1)

    def show(self, overview: Overview, heading: str = "") -> None:
        """Draw these values; `heading` is a line above them, for a saved picture."""
        self.marks = overview.buckets
        ink = self.sheet.ink
        top = self._frame.heading(heading)
        empty = not overview.buckets and not overview.medians
        self._frame.say(self.words.no_walks if empty else "")
        if empty:
            self._clear()
            return
        scale, time = ink.scale, _Time.of(overview)
        high = self._minutes.top_value(overview)
        left, right = max(30 * scale, self._minutes.room(high) + 2), 10.0
        width = max(1.0, self.sheet.width - left - right)
        titles = self._pain.fit(overview, width)
        above = _TITLE_GAP * scale + self._minutes.fit(overview, width)
        bottom = _LABELS * scale
        gap = _BETWEEN * scale + titles + _AIR * scale
        tall = max(20.0, top - above - gap - bottom)
        upper, lower = 0.46 * tall, 0.54 * tall
        low_x, high_x = time.first - 0.2, time.end + 0.2
        pain = Panel(left, bottom, width, lower, (low_x, -0.3), (high_x, 10.3))
        at = bottom + lower + gap
        minutes = Panel(left, at, width, upper, (low_x, 0), (high_x, high))
        self._whole = Panel(left, bottom, width, at + upper - bottom, (low_x, 0), (high_x, 1))
        self._minutes.draw(minutes, overview, top)
        self._pain.draw(pain, overview, at - _BETWEEN * scale)
        self._flare_ups.draw((minutes, pain), overview.flare_ups, self._minutes.newest)
        self._write_dates(overview, time)

    def at(self, x: float, y: float) -> Bucket | None:
        """Return the mark at logical pixels from the top left, or None."""
        upwards = self.sheet.height - y
        if not self._whole.bottom <= upwards <= self._whole.top:
            return None
        value = self._whole.low[0] + (x - self._whole.left) / self._whole.unit
        nearest = min(self.marks, key=lambda b: _distance(b, value), default=None)
        if nearest is None or _distance(nearest, value) * self._whole.unit > _NEAR:
            return None
        return nearest

    def spot(self, number: int) -> Spot:
        """Return where the mark of this number stands, in logical pixels from the top left."""
        mark = self.marks[number]
        low, high = self._whole.x(mark.first.toordinal()), self._whole.x(mark.last.toordinal() + 1)
        top = self.sheet.height - self._whole.top
        return Spot(low, top, high - low, self._whole.height)

    def _write_dates(self, overview: Overview, time: _Time) -> None:
        for text in self._dates:
            text.set_visible(False)
        scale, whole = self.sheet.ink.scale, self._whole
        probe = self._dates[0]
        put(probe, self.words.day(date(2000, 12, 30)), (0, 0))
        if overview.period.days > FEWEST_DAYS * 8:
            put(probe, self.words.month(date(2000, 12, 30)), (0, 0))
        room = self.sheet.width_of(probe) + 26 * scale
        probe.set_visible(False)
        most = max(1, min(_DATES, int(whole.width / room)))
        middle = 0.5 if overview.grain is Grain.DAY else 0.0
        y = 4 * scale
        for text, (day, label) in zip(
            self._dates, date_ticks(overview.period, most, self.words), strict=False
        ):
            put(text, label, (0, y))
            half = self.sheet.width_of(text) / 2
            x = whole.x(max(day.toordinal(), time.first) + middle)
            text.set_x(min(max(x, half), self.sheet.width - half))

    def _clear(self) -> None:
        self._minutes.clear()
        self._pain.clear()
        self._flare_ups.clear()
        self._whole = Panel(0, -1, 1, 0.5)
        for text in self._dates:
            text.set_visible(False)


def _distance(bucket: Bucket, value: float) -> float:
    """Return how many days a point in time lies outside a bucket."""
    low, high = bucket.first.toordinal(), bucket.last.toordinal() + 1
    return max(low - value, value - high, 0.0)
