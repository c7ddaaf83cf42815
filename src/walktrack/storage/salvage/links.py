"""Makes the links between records whole again after some of them are lost."""

from dataclasses import dataclass

from walktrack.domain.person import DEFAULT_TEN_ANCHOR
from walktrack.storage.database import Database
from walktrack.storage.salvage.letters import relinked
from walktrack.storage.salvage.shapes import Shape

NAMELESS_COLOUR = "#1F8A70"  # the one a new diary's first person gets

_NAMELESS = {
    "name": "''",
    "colour": f"'{NAMELESS_COLOUR}'",
    "initials": "''",
    "ten_anchor": f"'{DEFAULT_TEN_ANCHOR}'",
    "contacts": "''",
    "archived": "0",
    "recorder": "''",
}
# Without a walk a tick would wait for the next one, as if just made.
_NOTHING_ALONE = frozenset({"posture_check"})


@dataclass(frozen=True, slots=True)
class _Link:
    table: str
    column: str
    parent: str
    can_be_empty: bool
    dated: bool

    @property
    def broken(self) -> str:
        """The condition, in SQL, under which a record is linked to one that is not there."""
        missing = f"NOT IN (SELECT id FROM {self.parent})"  # noqa: S608 - names of the schema
        return f"{self.column} IS NOT NULL AND {self.column} {missing}"


def mend_links(db: Database, shapes: tuple[Shape, ...]) -> None:
    """Link every record to one that is there.

    An id with one wrong letter means the one it was. A lost person comes back without a name. A
    rating whose walk is lost stands alone; what makes no sense without its walk goes.
    """
    links = [link for shape in shapes for link in _links(db, shape)]
    for link in links:
        _relink(db, link)
    for link in links:
        if link.parent == "person" and link.dated:
            _make_people(db, link)
    for link in links:
        _let_go(db, link)


def _links(db: Database, shape: Shape) -> list[_Link]:
    can_be_empty = {column.name: column.can_be_empty for column in shape.columns}
    dated = "entered_at" in can_be_empty
    rows = db.rows('SELECT "from", "table" FROM pragma_foreign_key_list(?)', shape.table)
    return [
        _Link(shape.table, column, parent, can_be_empty[column], dated) for column, parent in rows
    ]


def _relink(db: Database, link: _Link) -> None:
    lost = db.rows(f"SELECT DISTINCT {link.column} FROM {link.table} WHERE {link.broken}")  # noqa: S608
    if lost:
        known = [key for (key,) in db.rows(f"SELECT id FROM {link.parent}")]  # noqa: S608
        meant = relinked([key for (key,) in lost], known)
        db.cursor().executemany(
            f"UPDATE {link.table} SET {link.column} = ? WHERE {link.column} = ?",  # noqa: S608
            [(new, old) for old, new in meant.items()],
        )


def _make_people(db: Database, link: _Link) -> None:
    """Make a person for each one missed, entered when the first of their records was."""
    db.execute_sql(
        f"INSERT INTO person (id, {', '.join(_NAMELESS)}, entered_at, entered_offset)"  # noqa: S608
        f" SELECT {link.column}, {', '.join(_NAMELESS.values())}, min(entered_at), entered_offset"
        f" FROM {link.table} WHERE {link.broken} GROUP BY {link.column}"
    )


def _let_go(db: Database, link: _Link) -> None:
    if link.can_be_empty and link.table not in _NOTHING_ALONE:
        change = f"UPDATE {link.table} SET {link.column} = NULL"  # noqa: S608
    else:
        change = f"DELETE FROM {link.table}"  # noqa: S608
    db.execute_sql(f"{change} WHERE {link.broken}")
