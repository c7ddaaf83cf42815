"""The charts, three plain figures and one honest sentence."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walktrack.domain.period import Range
from walktrack.domain.summary import Figures, Overview
from walktrack.paths import resource
from walktrack.reports.telling import Kind
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.chart_view import ChartView
from walktrack.ui.widgets.figure_tile import FigureTile
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.words import length_words


class ChartCard(Card):
    """Shows an Overview. `range_chosen` carries a Range."""

    range_chosen = Signal(object)
    table_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.table = PlainButton(self.tr("Show as table"), "table")
        self.picture = PlainButton(self.tr("Save picture"), "picture")
        self.table.clicked.connect(self.table_wanted)
        self.picture.clicked.connect(self.picture_wanted)
        self.corner.addWidget(self.picture)
        self.corner.addWidget(self.table)
        self.ranges = Segments(
            self.tr("Days to show"),
            [
                (Range.FOUR_WEEKS, self.tr("4 weeks")),
                (Range.TWELVE_WEEKS, self.tr("12 weeks")),
                (Range.YEAR, self.tr("A year")),
                (Range.ALL, self.tr("All")),
            ],
        )
        self.against = PlainButton(self.tr("Minutes and pain"), "chart")
        self.against.setCheckable(True)
        self.against.setToolTip(self.tr("Show minutes walked against the change in pain"))
        fonts = (resource("fonts", "Inter-Regular.ttf"), resource("fonts", "Inter-SemiBold.ttf"))
        self.view = ChartView(fonts)
        self.ranges.chosen.connect(self.range_chosen)
        self.against.toggled.connect(self._on_kind)
        self.week, self.usual, self.pain = FigureTile(), FigureTile(), FigureTile()
        self.sentence = PlainLabel(wrap=True)
        self._lay_out()
        self.ranges.show_value(Range.FOUR_WEEKS)
        self.show_title(self._title(Range.FOUR_WEEKS))

    def _lay_out(self) -> None:
        choices = Flow(spacing=0)
        choices.addWidget(self.ranges)
        choices.addWidget(self.against)
        tiles = QHBoxLayout()
        for tile in (self.week, self.usual, self.pain):
            tiles.addWidget(tile, 1)
        self.body.addLayout(choices)
        self.body.addLayout(tiles)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.sentence)
        self.body.addStretch()

    def show_overview(self, overview: Overview, chosen: Range) -> None:
        """Show these figures and this picture."""
        self.show_title(self._title(chosen))
        self.ranges.show_value(chosen)
        self.view.show_overview(overview)
        self.sentence.show_text(self.view.sentence())
        self._show_figures(overview.figures, overview.period.days)

    def _on_kind(self, against: bool) -> None:  # noqa: FBT001 - a slot
        self.view.show_kind(Kind.CHANGE if against else Kind.TIME)
        self.sentence.show_text(self.view.sentence())

    def _show_figures(self, figures: Figures, days: int) -> None:
        unknown = self.tr("not yet")
        one = figures.week_walks == 1
        walks = (
            self.tr("this week, 1 walk")
            if one
            else self.tr("this week, %n walks", "", figures.week_walks)
        )
        week = length_words(round(figures.week_minutes * 60_000))
        if not figures.week_walks:
            week, walks = self.tr("0 min"), self.tr("no walks this week")
        self.week.show_figure(week, walks)
        usual = figures.usual_minutes
        length = unknown if usual is None else length_words(round(usual * 60_000))
        self.usual.show_figure(length, self.tr("usual walk"))
        pain = unknown
        if figures.pain_low is not None and figures.pain_high is not None:
            pain = self.tr("{low} to {high}").format(low=figures.pain_low, high=figures.pain_high)
            if figures.pain_low == figures.pain_high:
                pain = QLocale().toString(figures.pain_low)
        self.pain.show_figure(pain, self.tr("usual pain, {days} days").format(days=days))

    def _title(self, chosen: Range) -> str:
        return {
            Range.FOUR_WEEKS: self.tr("Your last four weeks"),
            Range.TWELVE_WEEKS: self.tr("Your last twelve weeks"),
            Range.YEAR: self.tr("Your last year"),
            Range.ALL: self.tr("Your whole diary"),
        }[chosen]
