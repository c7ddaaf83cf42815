"""Puts records into the tables; those that break a rule of the schema are left out."""

from collections.abc import Iterable
from itertools import islice

from walktrack.storage.database import Database
from walktrack.storage.salvage.rules import Record
from walktrack.storage.salvage.shapes import Shape

_AT_ONCE = 5000


def fill(db: Database, shapes: Iterable[Shape], records: Iterable[tuple[str, Record]]) -> None:
    """Insert records. Of two with one key the one edited last is kept, else the first."""
    keys = {shape.table: shape.key for shape in shapes}
    coming = iter(records)
    while some := list(islice(coming, _AT_ONCE)):
        # A record older than its last columns has none of them; they take what the schema says.
        alike: dict[tuple[str, tuple[str, ...]], list[Record]] = {}
        for table, row in some:
            alike.setdefault((table, tuple(row)), []).append(row)
        for (table, names), rows in alike.items():
            db.cursor().executemany(_insert(table, names, keys[table]), rows)


def _insert(table: str, names: tuple[str, ...], key: tuple[str, ...]) -> str:
    columns = ", ".join(names)
    values = ", ".join(f":{name}" for name in names)
    sql = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({values})"  # noqa: S608 - names of the schema
    if "edited_at" not in names:
        return sql
    changes = ", ".join(f"{name} = excluded.{name}" for name in names if name not in key)
    return f"""{sql} ON CONFLICT ({", ".join(key)}) DO UPDATE SET {changes}
        WHERE coalesce(excluded.edited_at, {_NEVER}) > coalesce({table}.edited_at, {_NEVER})"""


_NEVER = -(1 << 62)
