"""Each step is whole or absent, and none loses a row or a link."""

import pytest
from tests.storage.made import person, walk

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import migrate
from walktrack.storage.diary import Diary

REBUILD = (
    "CREATE TABLE fresh (id TEXT PRIMARY KEY, name TEXT NOT NULL, pet TEXT) STRICT",
    "INSERT INTO fresh SELECT id, name, NULL FROM person",
    "DROP TABLE person",
    "ALTER TABLE fresh RENAME TO person",
)
LOSING = ("DELETE FROM setting",)
UNLINKING = ("UPDATE walk SET person_id = 'nobody'",)
BROKEN = ("CREATE TABLE extra (x INTEGER) STRICT", "CREATE NONSENSE")


@pytest.fixture
def old(path):
    with Diary(path) as diary:
        diary.people.add(person())
        diary.walks.add(walk())
        diary.settings.write("sound", "off")
    return path


def take(monkeypatch, step):
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, step))
    monkeypatch.setattr(migrate, "NEWEST", 2)


def test_a_step_may_build_a_table_anew_under_its_links(old, monkeypatch):
    take(monkeypatch, REBUILD)
    with Diary(old) as diary:
        assert migrate.version_of(diary._db) == 2
        assert diary._db.rows("SELECT id, pet FROM person") == [("anna", None)]
        assert diary._db.rows("PRAGMA foreign_keys") == [(1,)]
        diary.check()


@pytest.mark.parametrize("step", [LOSING, UNLINKING, BROKEN])
def test_a_step_that_goes_wrong_changes_nothing_and_lets_go_of_the_file(old, monkeypatch, step):
    with monkeypatch.context() as patch:
        take(patch, step)
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the broken SQL passes as it is
            Diary(old).open()
    if step is not BROKEN:
        assert isinstance(caught.value, DiaryError)
        assert caught.value.fault is Fault.OURS
    with Diary(old) as diary:
        assert migrate.version_of(diary._db) == 1
        assert diary.people.all() == [person()]
        assert diary.settings.read() == {"sound": "off"}
        assert diary.walks.get("w") == walk()
        assert diary._db.rows("SELECT 1 FROM sqlite_schema WHERE name = 'extra'") == []


def test_every_table_is_strict_and_no_link_takes_rows_away(diary):
    tables = diary._db.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'")
    assert len(tables) >= 8
    for (sql,) in tables:
        assert "STRICT" in sql
        assert sql.count("REFERENCES") == sql.count("ON DELETE RESTRICT")
