"""A diary of every version that was ever released opens in this one, with all its rows.

Each file in `released/` was written by the program of that version and is never made anew.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from walktrack.storage import migrate
from walktrack.storage.database import MARK
from walktrack.storage.diary import Diary

RELEASED = sorted((Path(__file__).parent / "released").glob("v*.db"))


def tables(path):
    """Return all rows of all tables, each row by the names of its columns."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        names = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            name: [dict(row) for row in file.execute(f'SELECT * FROM "{name}"')]
            for (name,) in names
        }


def _unmarked(rows):
    return [row for row in rows if row.get("name") != MARK]


def schema(path):
    with closing(sqlite3.connect(path)) as file:
        return sorted(map(tuple, file.execute("SELECT type, name, sql FROM sqlite_schema")))


def test_there_is_one_file_for_each_version():
    assert [path.name for path in RELEASED] == [f"v{n + 1}.db" for n in range(migrate.NEWEST)]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_it_holds_something_in_every_table(released):
    assert all(tables(released).values())


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_it_opens_with_its_rows_and_becomes_like_a_new_one(released, path):
    path.parent.mkdir()
    shutil.copy(released, path)
    before = tables(path)
    with Diary(path) as diary:
        diary.check()
        assert diary._db.rows("PRAGMA foreign_key_check") == []
        assert [person.name for person in diary.people.all()] == ["Anna", "Bert Öztürk"]
        assert diary.walks.open_walk("anna").id == "open"
    after = tables(path)
    for name, rows in before.items():
        kept = [{k: v for k, v in row.items() if k in rows[0]} for row in after[name]]
        assert _unmarked(kept) == _unmarked(rows), name
    with Diary(path.with_name("new.db")):
        pass
    assert schema(path) == schema(path.with_name("new.db"))
    strict = [sql for kind, _, sql in schema(path) if kind == "table"]
    assert all("STRICT" in sql for sql in strict)
