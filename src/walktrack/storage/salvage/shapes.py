"""What the records of each table look like, so that a record found by itself can be told.

A shape is read from the schema itself, made empty by the migrations.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from walktrack.storage import migrate
from walktrack.storage.database import Database

_KINDS = {"TEXT": "t", "INTEGER": "i", "REAL": "ir", "BLOB": "b", "ANY": "tirb"}
DERIVED = frozenset({"day_total", "month_walks"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: which kinds of value it takes (of ``tirb``), and whether it can be empty."""

    name: str
    kinds: str
    can_be_empty: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """One table.

    `key` holds the names of the primary key's columns; `row_number` the name of the column that is
    the number of the row, which is empty in the record. `fewest` is how many columns the table
    had before others were added to it: a record written then has no more.
    """

    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    row_number: str | None
    in_index: bool
    fewest: int

    def fits(self, kinds: str) -> bool:
        """Say whether a record with values of these kinds (``n`` for empty) can be one of its."""
        if not self.fewest <= len(kinds) <= len(self.columns):
            return False
        for kind, column in zip(kinds, self.columns, strict=False):
            if column.name == self.row_number:
                if kind != "n":
                    return False
            elif kind == "n":
                if not column.can_be_empty:
                    return False
            elif kind not in column.kinds:
                return False
        return True


def shapes_of(version: int) -> tuple[Shape, ...]:
    """Return the shapes of a version's tables, all but those that can be counted again."""
    shapes: tuple[Shape, ...] = ()
    with closing(Database(None)) as db:
        db.connect()
        for number in range(1, version + 1):
            migrate.bring_up_to_date(db, number)
            shapes = tuple(_shapes(db, {shape.table: shape for shape in shapes}))
    return shapes


def _shapes(db: Database, before: dict[str, Shape]) -> Iterator[Shape]:
    for table, without_rows in db.rows(
        "SELECT made.name, wr FROM sqlite_schema AS made"
        " JOIN pragma_table_list(made.name) WHERE made.type = 'table' ORDER BY made.rowid"
    ):
        if table in DERIVED or table.startswith("sqlite_"):
            continue
        info = db.rows('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', table)
        if without_rows:
            # Its records begin with the key.
            info = sorted(info, key=lambda column: column[3] or len(info))
        columns = tuple(
            Column(name, _KINDS[kind], can_be_empty=not (needed or key))
            for name, kind, needed, key in info
        )
        keys = {name: kind for name, kind, _, key in info if key}
        numbered = [*keys.values()] == ["INTEGER"] and not without_rows
        yield Shape(
            table=table,
            columns=columns,
            key=tuple(keys),
            row_number=next(iter(keys)) if numbered else None,
            in_index=bool(without_rows),
            fewest=_fewest(columns, before.get(table)),
        )


def _fewest(columns: tuple[Column, ...], before: Shape | None) -> int:
    if before is None or columns[: len(before.columns)] != before.columns:
        return len(columns)  # a table that is new, or was built anew
    return before.fewest
