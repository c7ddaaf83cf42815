"""The card "by what you did": pain change with and without each thing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from walktrack.domain.insight.choices import WithAndWithout
from walktrack.reports.table import Table
from walktrack.ui.insight_words import line_words
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.chart_table import ChartTable
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel

_MOST_ROWS = 8
"""Rows in sight; more are scrolled to, so that the arrow keys never leave the screen."""


class LinesCard(Card):
    """Shows the lines in the order given, or what they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("By what you did"))
        self.sentence = PlainLabel(wrap=True)
        self.caution = CaptionLabel(
            self.tr("Any of these may be chance. They do not show why."), wrap=True
        ).muted()
        self.table: ChartTable | None = None
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.caution)

    def show_lines(self, lines: Sequence[WithAndWithout]) -> None:
        """Show these lines."""
        if self.table:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self.caution.setVisible(bool(lines))
        if not lines:
            words = self.tr("This needs 5 walks with something, such as grass, and 5 without it.")
            self.sentence.show_text(words)
            return
        self.sentence.show_text(self.tr("The middle change in pain, with and without each."))
        headers = (self.tr("What you did"), self.tr("With it (walks)"), self.tr("Without (walks)"))
        self.table = ChartTable(Table(headers, tuple(line_words(line) for line in lines)))
        self.table.setAccessibleName(self.tr("Change in pain by what you did"))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.clearSelection()  # a line in colour would look as if it mattered more
        columns = self.table.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        row = max(TARGET, scaled(TARGET))
        rim = self.table.horizontalScrollBar().sizeHint().height() + 2 * self.table.frameWidth()
        self.table.setFixedHeight((min(len(lines), _MOST_ROWS) + 1) * row + rim)
        self.body.addWidget(self.table)
