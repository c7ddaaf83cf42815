"""The first rows of the file, as they will be written."""

from PySide6.QtWidgets import QWidget

from walktrack.exchange.columns import What
from walktrack.reports.table import Table
from walktrack.services.export import Glimpse
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.share_words import counted, nothing
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.chart_table import ChartTable
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel

_SHOWN = {
    What.WALKS: ("date", "minutes", "pain_before", "pain_after"),
    What.PAIN: ("date", "moment", "pain"),
    What.POSTURE: ("date", "item", "checked"),
    What.MARKS: ("kind", "first_day", "last_day"),
    What.IN_THE_WAY: ("date", "in_the_way"),
    What.SIGNS: ("date", "level", "signs", "resolution"),
    What.PLAN: ("from_day", "minutes", "days", "choice"),
    What.DAYS: ("date", "state", "minutes", "pain_average"),
}


class Preview(Card):
    """Shows how many rows there are and the first few, with the columns that say most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("What will be in it"))
        self.count = PlainLabel(wrap=True)
        self.more = CaptionLabel(wrap=True).muted()
        self.table: ChartTable | None = None
        self._shown: tuple[What, Glimpse] | None = None
        self.body.addWidget(self.count)
        self.body.addWidget(self.more)
        self.body.addStretch(1)

    def show_sentence(self, words: str) -> None:
        """Show a sentence instead of rows."""
        self._shown = None
        self.count.show_text(words)
        self._show_table(None)

    def show_glimpse(self, what: What, glimpse: Glimpse) -> None:
        """Show the first rows, or that there are none."""
        if self._shown == (what, glimpse):
            return
        if not glimpse.count:
            self.show_sentence(nothing(what))
            return
        self._shown = (what, glimpse)
        words = self.tr("{things} in these days.")
        self.count.show_text(words.format(things=counted(what, glimpse.count)))
        file = what.files[0]
        places = [glimpse.columns.index(name) for name in _SHOWN[file]]
        rows = tuple(tuple(row[place] for place in places) for row in glimpse.rows)
        self._show_table(Table(_SHOWN[file], rows) if rows else None)
        whole = self.tr("The first rows of the walks. Each file has more columns.")
        one = self.tr("The first rows. The file has {count} columns.")
        self.more.show_text(
            whole if what is What.EVERYTHING else one.format(count=len(glimpse.columns))
        )

    def _show_table(self, table: Table | None) -> None:
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        self.more.setVisible(table is not None)
        if table is None:
            return
        self.table = ChartTable(table)
        self.table.clearSelection()  # nothing is chosen here, so nothing may look so
        self.table.setSelectionMode(ChartTable.SelectionMode.NoSelection)
        self.table.setAccessibleName(self.tr("The first rows of the file"))
        lines = (len(table.rows) + 1) * max(TARGET, scaled(TARGET))
        rim = self.table.horizontalScrollBar().sizeHint().height() + 2 * self.table.frameWidth()
        self.table.setFixedHeight(lines + rim)
        self.body.insertWidget(1, self.table)
