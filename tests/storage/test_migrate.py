"""Each step is whole or absent, and none loses a row or a link."""

import os
import signal
import sqlite3

import pytest
from tests.storage.made import person, walk

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import migrate
from walktrack.storage.database import Database
from walktrack.storage.diary import Diary
from walktrack.storage.journal import journal_of

OLD = migrate.NEWEST

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
    monkeypatch.setattr(migrate, "NEWEST", OLD + 1)


def test_a_step_may_build_a_table_anew_under_its_links(old, monkeypatch):
    take(monkeypatch, REBUILD)
    with Diary(old) as diary:
        assert migrate.version_of(diary._db) == OLD + 1
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
        assert migrate.version_of(diary._db) == OLD
        assert diary.people.all() == [person()]
        assert diary.settings.read() == {"sound": "off"}
        assert diary.walks.get("w") == walk()
        assert diary._db.rows("SELECT 1 FROM sqlite_schema WHERE name = 'extra'") == []


STEPS_TO_COME = (REBUILD, ("CREATE TABLE more (x INTEGER) STRICT", "INSERT INTO more VALUES (1)"))


def killed_at(path, number):
    """Open the diary in a process that is killed just before its so-manieth statement.

    Return whether it was; else it came to its end before.
    """
    child = os.fork()
    if child == 0:
        run, left = Database.execute_sql, [number]

        def counted(self, sql, params=None):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return run(self, sql, params)

        Database.execute_sql = counted
        Diary(path).open()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_killed_at_any_statement_the_diary_is_of_one_version_or_the_next(old, monkeypatch):
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, *STEPS_TO_COME))
    monkeypatch.setattr(migrate, "NEWEST", len(migrate.STEPS))
    whole, seen, number = old.read_bytes(), [], 0
    going = True
    while going:
        old.write_bytes(whole)
        going = killed_at(old, number)
        number += 1
        with sqlite3.connect(old) as other:
            ((version,),) = other.execute("PRAGMA user_version")
            tables = {name for (name,) in other.execute("SELECT name FROM sqlite_schema")}
            columns = [row[1] for row in other.execute("PRAGMA table_info(person)")]
        other.close()
        journal_of(old).unlink(missing_ok=True)
        assert ("pet" in columns, "more" in tables) == (version >= OLD + 1, version >= OLD + 2)
        seen.append(version)
        with Diary(old) as diary:  # the next start takes it to the end
            diary.check()
            assert migrate.version_of(diary._db) == migrate.NEWEST
            assert diary._db.rows("SELECT id, pet FROM person") == [("anna", None)]
    assert sorted(set(seen)) == [OLD, OLD + 1, OLD + 2]
    assert seen == sorted(seen)
    assert number > 20


def test_before_a_diary_is_changed_somebody_is_told(old, monkeypatch):
    told = []
    take(monkeypatch, REBUILD)
    diary = Diary(old)
    diary.open(before_update=lambda: told.append(migrate.version_of(diary._db)))
    diary.close()
    assert told == [OLD]
    diary.open(before_update=lambda: told.append("again"))
    diary.close()
    assert told == [OLD]


def test_when_that_goes_wrong_nothing_is_changed(old, monkeypatch):
    take(monkeypatch, REBUILD)

    def fail():
        raise DiaryError(Fault.FULL, old)

    with pytest.raises(DiaryError):
        Diary(old).open(before_update=fail)
    with sqlite3.connect(old) as other:
        assert other.execute("PRAGMA user_version").fetchall() == [(OLD,)]
    other.close()


def test_every_table_is_strict_and_no_link_takes_rows_away(diary):
    tables = diary._db.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'")
    assert len(tables) >= 8
    for (sql,) in tables:
        assert "STRICT" in sql
        assert sql.count("REFERENCES") == sql.count("ON DELETE RESTRICT")
