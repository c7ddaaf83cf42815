"""The card with the two charts of dots: minutes against pain, after the walk and the next day."""

from PySide6.QtWidgets import QWidget

from walktrack.domain.insight.insight import Insight
from walktrack.domain.period import Grain
from walktrack.domain.summary import Figures, Overview
from walktrack.paths import resource
from walktrack.reports.telling import Kind
from walktrack.ui.chart_picture import ChartPicture
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.chart_table import ChartTableDialog
from walktrack.ui.widgets.chart_view import ChartView
from walktrack.ui.widgets.segments import Segments

_NO_FIGURES = Figures(0.0, 0, None, None, None)


class DotsCard(Card):
    """Shows the dots of an Insight; opens them as a table, or saves them as a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Minutes and pain"))
        self.table = PlainButton(self.tr("Show as table"), "table")
        self.table.clicked.connect(self._on_table)
        self.picture = PlainButton(self.tr("Save picture"), "picture")
        self.corner.addWidget(self.picture)
        self.corner.addWidget(self.table)
        self.kinds = Segments(
            self.tr("Pain to show"),
            [
                (Kind.CHANGE, self.tr("After the walk")),
                (Kind.NEXT_DAY, self.tr("The next day")),
            ],
        )
        self.kinds.chosen.connect(self._on_kind)
        fonts = (resource("fonts", "Inter-Regular.ttf"), resource("fonts", "Inter-SemiBold.ttf"))
        self.view = ChartView(fonts)
        self.saving = ChartPicture(self.view, self)
        self.picture.clicked.connect(self.saving.ask)
        self.view.show_kind(Kind.CHANGE)
        self.kinds.show_value(Kind.CHANGE)
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.view, 1)
        self.body.addStretch()

    def show_insight(self, insight: Insight) -> None:
        """Show these dots."""
        self.view.show_overview(
            Overview(
                insight.period,
                Grain.DAY,
                None,
                (),
                (),
                insight.dots,
                _NO_FIGURES,
                day_dots=insight.day_dots,
            )
        )

    def _on_kind(self, kind: Kind) -> None:
        self.view.show_kind(kind)

    def _on_table(self) -> None:
        dialog = ChartTableDialog(self.view.table(), self.view.accessibleDescription(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
