"""What is in this file? A table of another program, and what its rows and columns are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from walktrack.domain.column_map import ColumnMap, DateOrder, Dialect, Field, Lack, Rows, Scale
from walktrack.domain.incoming import Line
from walktrack.domain.pain import PainMoment
from walktrack.services.reading_in import Read
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.look.tokens import GAP
from walktrack.ui.table_words import order_words, read_words
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.column_choices import ColumnChoices
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.sheet_table import SheetTable
from walktrack.ui.widgets.table_style import TableStyle
from walktrack.ui.widgets.two_line_list import TwoLineList
from walktrack.ui.widgets.unit_choice import UnitChoice


class MapColumnsDialog(Question):
    """Shows the first rows and asks what they are; then shows how they will be read.

    `rows_picked` carries a Rows, `column_picked` a Field and a column or None, `told` the name of
    a part of a ColumnMap and its value, `dialect_picked` a Dialect. `go_on` asks for the next
    step. It decides nothing by itself: after each of them, `show_plan` shows what follows.
    """

    rows_picked = Signal(object)
    column_picked = Signal(object, object)
    told = Signal(str, object)
    dialect_picked = Signal(object)
    go_on = Signal()
    width_px = 900

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cancel"), parent)
        self.table = SheetTable()
        kinds: list[tuple[object, str]] = [
            (Rows.WALKS, self.tr("A walk")),
            (Rows.RATINGS, self.tr("A pain rating")),
        ]
        self.rows = Segments(self.tr("Each row is"), kinds)
        self.columns = ColumnChoices()
        orders: list[tuple[object, str]] = [(order, order_words(order)) for order in DateOrder]
        self.order = Segments(self.tr("Dates are written"), orders)
        self.order_question = StrongLabel(wrap=True)
        self.unit = UnitChoice()
        moments: list[tuple[object, str]] = [
            (PainMoment.OTHER, self.tr("That time of day")),
            (PainMoment.DAY_AVERAGE, self.tr("The whole day, on average")),
        ]
        self.moment = Segments(self.tr("A rating is about"), moments)
        scales: list[tuple[object, str]] = [
            (Scale.TEN, self.tr("0 to 10")),
            (Scale.HUNDRED, self.tr("0 to 100: divide by 10 and round")),
        ]
        self.scale = Segments(self.tr("Pain numbers go"), scales)
        self.outcome = StrongLabel(wrap=True)
        self.outcome.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.reads = TwoLineList(self.tr("How the first rows will be read"))
        self.unused = PlainLabel(wrap=True).muted()
        self.style_part = TableStyle()
        self.next = FilledButton(self.tr("Continue"), "check")
        self._parts: dict[str, QWidget] = {}
        self._add_parts(name)
        self._connect()

    def show_table(
        self, names: Sequence[str], rows: Sequence[Sequence[str]], dialect: Dialect
    ) -> None:
        """Show the first rows of the file, and how it is read."""
        self.table.show_rows(names, rows)
        self.columns.show_names(names)
        self.style_part.show_dialect(dialect)

    def show_plan(self, plan: ColumnMap, question: str, *, ordered: bool, scaled: bool) -> None:
        """Show what the rows and columns are taken for; `question` asks for the order of dates.

        `ordered` is whether the order matters to the dates of this file, `scaled` whether a pain
        number is above 10.
        """
        ratings = plan.rows is Rows.RATINGS
        self.rows.show_value(plan.rows)
        self.columns.show_columns(plan.rows, plan.columns)
        self.order.show_value(plan.order)
        self.unit.show_unit(plan.unit)
        self.moment.show_value(plan.moment)
        self.scale.show_value(plan.scale)
        self.style_part.show_decimal(plan.decimal)
        self.order_question.show_text(question)
        self.order_question.setVisible(bool(question))
        self._parts["order"].setVisible(ordered)
        self._parts["unit"].setVisible(Field.MINUTES in plan.columns and not ratings)
        self._parts["moment"].setVisible(ratings)
        self._parts["scale"].setVisible(scaled or plan.scale is Scale.HUNDRED)

    def show_reads(self, reads: Sequence[Read | Line], outcome: str, unused: str) -> None:
        """Show how the first rows will be read, and what is in the way."""
        self.reads.clear()
        for read in reads:
            title, small = read_words(read)
            self.reads.add_row(title, small, f"{title}. {small}")
        if reads:
            self.reads.setCurrentRow(0)
            self.reads.clearSelection()
        self.reads.setVisible(bool(reads))
        self.reads.updateGeometry()
        self.unused.show_text(unused)
        self.unused.setVisible(bool(unused))
        self.show_outcome(outcome)

    def show_outcome(self, words: str) -> None:
        """Say what is wrong or missing; empty if nothing is."""
        changed = words != self.outcome.words
        self.outcome.show_text(words)
        self.outcome.setVisible(bool(words))
        if changed and words and self.isVisible():
            announce(self.outcome, words)

    def ask_for(self, lack: Lack) -> None:
        """Bring into sight, and focus, what has still to be said."""
        fields = self.columns.fields
        part: QWidget = {
            Lack.DATE: fields[Field.DATE],
            Lack.LENGTH: fields[Field.MINUTES],
            Lack.PAIN: fields[Field.PAIN],
            Lack.TWICE: fields[Field.DATE],
            Lack.ORDER: self.order.buttons[0],
            Lack.UNIT: self.unit,
        }[lack]
        self._point_to(part)

    def ask_for_scale(self) -> None:
        """Bring the choice of the pain scale into sight, and focus it."""
        self._point_to(self.scale.buttons[0])

    def _point_to(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(part)
        announce(self.outcome, self.outcome.words)

    def _add_parts(self, name: str) -> None:
        facts = self.tr("WalkTrack did not save {name}. Please check how it will be read.")
        self.show_words(self.tr("What is in this file?"), facts.format(name=name))
        self._parts = {
            "rows": labelled(self.tr("Each row is"), self.rows),
            "order": labelled(self.tr("Dates are written"), self.order),
            "unit": labelled(self.tr("How long is written in"), self.unit),
            "moment": labelled(self.tr("A rating is about"), self.moment),
            "scale": labelled(self.tr("Pain numbers go"), self.scale),
        }
        titles = (
            self.tr("How the first rows will be read"),
            self.tr("Which column holds what?"),
            self.tr("If the columns look wrong"),
        )
        preview, which, wrong = (StrongLabel(title, wrap=True) for title in titles)
        for label in (preview, which, wrong):
            label.setContentsMargins(0, GAP, 0, 0)
        self.add(
            self.table, preview, self.outcome, self.reads, self._parts["scale"],
            self.order_question, self._parts["order"], self._parts["rows"], which, self.columns,
            self._parts["unit"], self._parts["moment"], self.unused, wrong, self.style_part,
        )  # fmt: skip
        self.next.setAutoDefault(False)
        self._foot.addWidget(self.next)

    def _connect(self) -> None:
        self.rows.chosen.connect(self.rows_picked)
        self.columns.picked.connect(self.column_picked)
        self.style_part.dialect_picked.connect(self.dialect_picked)
        self.style_part.decimal_picked.connect(self._on_decimal)
        self.order.chosen.connect(self._on_order)
        self.unit.picked.connect(self._on_unit)
        self.moment.chosen.connect(self._on_moment)
        self.scale.chosen.connect(self._on_scale)
        self.next.clicked.connect(self.go_on)

    def _on_order(self, order: object) -> None:
        self.told.emit("order", order)

    def _on_unit(self, unit: object) -> None:
        self.told.emit("unit", unit)

    def _on_moment(self, moment: object) -> None:
        self.told.emit("moment", moment)

    def _on_scale(self, scale: object) -> None:
        self.told.emit("scale", scale)

    def _on_decimal(self, sign: str) -> None:
        self.told.emit("decimal", sign)
