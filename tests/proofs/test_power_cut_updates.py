"""A power cut while the diary is being brought up to date leaves it at one version or the next.

A diary of every released version is opened by a newer program with two more steps, and its system
calls are recorded and replayed as in `test_power_cut`. At no point is the diary, or a backup of it,
in between; the rows stay; and the next start takes it to the end. The long form looks at more
than a thousand images:

    python3 main.py test -m long tests/proofs/test_power_cut_updates.py
"""

import shutil
import sqlite3
from contextlib import closing

import pytest
from tests.clocks import HandClock
from tests.proofs.power_cut import update
from tests.proofs.power_cut.calls import why_not
from tests.proofs.power_cut.replay import replay, run
from tests.storage.test_released import RELEASED

from walktrack import paths
from walktrack.domain.faults import DiaryError
from walktrack.services.opening import backups_of, open_diary
from walktrack.storage import migrate
from walktrack.storage.journal import has_journal

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it can be recorded")
ROWS = "SELECT id, name FROM person", "SELECT * FROM walk", "SELECT * FROM pain_rating"
NEWEST = update.OLD + len(update.TO_COME)


class Judge:
    """Knows the rows of the diary before, and has a newer program open what is left of it."""

    def __init__(self, released):
        self._rows = rows(released)

    def __call__(self, root, told):
        path = root / paths.DIARY
        if not has_journal(path) and (wrong := in_between(path)):
            return wrong
        for backup in backups_of(path).all():
            if wrong := in_between(backup.path):
                return f"backup: {wrong}"
            if rows(backup.path) != self._rows:
                return "a backup lacks rows"
        if told and version(path) != NEWEST:
            return "told to be newer than it is"
        try:
            open_diary(path, HandClock()).close()
        except (DiaryError, sqlite3.Error) as error:
            return f"does not open: {error}"
        if version(path) != NEWEST or (wrong := in_between(path)):
            return "the next start does not take it to the end"
        return "" if rows(path) == self._rows else "rows are lost"


def rows(path):
    with closing(sqlite3.connect(path)) as file:
        return [file.execute(sql).fetchall() for sql in ROWS]


def version(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("PRAGMA user_version").fetchone()[0]


def in_between(path):
    """Say how a diary does not fit its version; empty if it does."""
    with closing(sqlite3.connect(path)) as file:
        ((found,),) = file.execute("PRAGMA user_version")
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_schema")}
        columns = {row[1] for row in file.execute("PRAGMA table_info(person)")}
        if file.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return "not sound"
    fits = ("pet" in columns, "more" in tables, "fresh" in tables)
    wanted = (found > update.OLD, found > update.OLD + 1, False)
    return "" if fits == wanted else f"version {found} with {fits}"


@pytest.fixture(autouse=True)
def newer(monkeypatch):
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, *update.TO_COME))
    monkeypatch.setattr(migrate, "NEWEST", NEWEST)


def recorded_update(released, tmp_path):
    root = tmp_path / "disk"
    root.mkdir()
    shutil.copy(released, root / paths.DIARY)
    return run("tests.proofs.power_cut.update", root)


def test_a_power_cut_leaves_the_diary_at_one_version_or_the_next(tmp_path):
    released = RELEASED[-1]
    report = replay(recorded_update(released, tmp_path), Judge(released), 1, seed=1, share=0.1)
    assert not report.bad, str(report)
    assert report.images > 20


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_many_power_cuts_do(tmp_path, released):
    report = replay(recorded_update(released, tmp_path), Judge(released), draws=60, seed=1)
    print(report)
    assert not report.bad, str(report)
    assert report.images > 1000


def test_the_replay_finds_a_step_that_is_not_one_transaction(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "from contextlib import nullcontext\n"
        "from walktrack.storage.database import Database\n"
        "Database.atomic = lambda self, *_: nullcontext()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    recorded = recorded_update(RELEASED[-1], tmp_path)
    assert replay(recorded, Judge(RELEASED[-1]), 1, seed=1, share=0.2).bad
