"""Asking what is in a table of another program, from its file to a plan that lacks nothing."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.column_map import ColumnMap, DateOrder, Dialect, Field, Lack, Rows, lacks
from walktrack.exchange.csv_in import BadFileError
from walktrack.services.tables import ROWS_SHOWN, Table, Trial
from walktrack.ui.dialogs.map_columns import MapColumnsDialog
from walktrack.ui.import_words import trouble_words
from walktrack.ui.table_words import (
    lack_words,
    off_scale_words,
    question_words,
    trial_words,
    unused_words,
)

if TYPE_CHECKING:
    from walktrack.services.tables import Tables

_OF_FIELD = {Field.DATE: ("order", "moment"), Field.MINUTES: ("unit", "decimal")}


class Mapping(QObject):
    """Runs the dialog of one file. `ready` carries a Table and a ColumnMap that lacks nothing.

    BadFileError when it is made, if the file holds no table of walks or ratings.
    """

    ready = Signal(object, object)

    def __init__(self, tables: "Tables", path: Path, window: QWidget) -> None:
        super().__init__(window)
        self._tables = tables
        self._table = tables.open(path)
        self._guess = self._table.guess
        self._told: dict[str, object] = {}
        self._lack: Lack | None = None
        self._trial = Trial()
        self.dialog = MapColumnsDialog(path.name, window)
        self.dialog.rows_picked.connect(self._on_rows)
        self.dialog.column_picked.connect(self._on_column)
        self.dialog.told.connect(self._on_told)
        self.dialog.dialect_picked.connect(self._on_dialect)
        self.dialog.go_on.connect(self._on_go_on)
        self._show_table()

    @property
    def plan(self) -> ColumnMap:
        """What was guessed, with all that the person said."""
        return replace(self._guess.plan, **self._told)  # pyright: ignore[reportArgumentType]  names of its parts

    def open(self) -> None:
        """Show the dialog; the second time it is as it was left."""
        self.dialog.open()

    def forget(self) -> None:
        """Take the dialog away."""
        self.dialog.deleteLater()
        self.deleteLater()

    def _show_table(self) -> None:
        sample, sheet = self._table.sample, self._table.sheet
        sound = [row.cells for row in sample.rows if row.wrong is None]
        self.dialog.show_table(sheet.names, sound[:ROWS_SHOWN], sheet.dialect)
        self._show()

    def _show(self) -> None:
        plan, guess = self.plan, self._guess
        self._lack = lacks(plan)
        self._trial = Trial() if self._lack else self._tables.try_out(self._table, plan)
        question = ""
        if plan.order is None:
            question = question_words(guess.example, guess.orders, self._table.sample.today)
        ordered = "order" in self._told or guess.orders != (DateOrder.YMD,)
        scaled = self._trial.off_scale is not None
        self.dialog.show_plan(plan, question, ordered=ordered, scaled=scaled)
        self.dialog.show_reads(self._trial.reads, self._outcome(), self._unused())

    def _outcome(self) -> str:
        """Return what is still in the way, if anything."""
        if self._lack:
            return lack_words(self._lack)
        off_scale = self._trial.off_scale
        return off_scale_words(off_scale) if off_scale else trial_words(self._trial)

    def _unused(self) -> str:
        used = set(self.plan.columns.values())
        names = enumerate(self._table.sheet.names)
        return unused_words(tuple(name for at, name in names if at not in used))

    def _on_rows(self, rows: Rows) -> None:
        self._told.clear()
        self._guess = self._tables.of_rows(self._table, rows)
        self._show()

    def _on_column(self, field: Field, at: int | None) -> None:
        columns = {**self._guess.plan.columns}
        columns.pop(field, None)
        if at is not None:
            columns[field] = at
        for name in _OF_FIELD.get(field, ()):
            self._told.pop(name, None)
        plan = replace(self._guess.plan, columns=MappingProxyType(columns))
        self._guess = self._tables.fit(self._table, plan)
        self._show()

    def _on_told(self, name: str, value: object) -> None:
        self._told[name] = value
        self._show()

    def _on_dialect(self, dialect: Dialect) -> None:
        try:
            table = self._tables.open(self._table.sheet.path, dialect)
        except BadFileError as error:
            self.dialog.style_part.show_dialect(self._table.sheet.dialect)
            self.dialog.show_outcome(trouble_words(error))
            return
        self._use(table)

    def _use(self, table: Table) -> None:
        self._table, self._guess = table, table.guess
        self._told.clear()
        self._show_table()

    def _on_go_on(self) -> None:
        if self._lack:
            self.dialog.ask_for(self._lack)
        elif self._trial.off_scale:
            self.dialog.ask_for_scale()
        else:
            self.dialog.accept()
            self.ready.emit(self._table, self.plan)
