"""At every write a disk may be full, read-only or gone: nothing half, and it can be tried again."""

import importlib
import inspect
import os
import pkgutil
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest
from tests.services.every_verb import (
    CHANGES_NOTHING,
    COVERED,
    PART_OF_OTHERS,
    VERBS,
    WHOLE_FILES,
    Home,
    alike,
    rows_of,
)

import walktrack.services
from walktrack.domain.entry import HistoryFilter
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.stopwatch import EventKind
from walktrack.domain.walk import WalkState
from walktrack.services.running import Answer
from walktrack.services.undo import DeedKind
from walktrack.storage.diary import Diary
from walktrack.storage.faults import why_not_written


def public_methods():
    """Return every method that someone outside may call, as "Class.method"."""
    found = set()
    for module in pkgutil.iter_modules(walktrack.services.__path__, "walktrack.services."):
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name:
                methods = inspect.getmembers(kind, inspect.isfunction)
                found |= {f"{name}.{method}" for method, _ in methods if not method.startswith("_")}
    return found - {name for name in found if name.split(".")[0] in WHOLE_FILES}


@contextmanager
def full_disk(home):
    """Let no file take another byte."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(home):
    """Let the file be read and not written."""
    home.diary._db.execute_sql("PRAGMA query_only = 1")
    try:
        yield
    finally:
        home.diary._db.execute_sql("PRAGMA query_only = 0")


@contextmanager
def unplugged(home):
    """Let the folder be gone, as that of a stick that was pulled; then put it back."""
    folder = home.path.parent
    away = folder.with_name("in the pocket")
    folder.rename(away)
    try:
        yield
    finally:
        away.rename(folder)


TROUBLES = {
    full_disk: Fault.FULL,
    read_only: Fault.READ_ONLY,
    unplugged: Fault.CANNOT_OPEN,
}


def test_every_public_method_of_the_services_is_in_one_of_the_lists():
    assert public_methods() == COVERED | CHANGES_NOTHING | PART_OF_OTHERS
    assert not COVERED & CHANGES_NOTHING


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_every_kind_of_deed_is_taken_back_and_done_again_once(way):
    kinds = set()
    for name in VERBS:
        if name.startswith(f"UndoStack.{way} of"):
            home = Home(None)
            VERBS[name](home)
            stack = home.desk.undo
            kinds.add((stack.last if way == "undo" else stack.next).kind)
            home.diary.close()
    once = {DeedKind.FILE_BROUGHT_IN} if way == "redo" else set()  # the file may have changed
    assert kinds == set(DeedKind) - {DeedKind.DIARY_RESTORED} - once


REDONE = [
    name
    for name in VERBS
    if name.startswith("UndoStack.redo") and "finish" not in name  # it ends later then
]


@pytest.mark.parametrize("name", REDONE)
def test_done_again_is_as_done_and_undone_again_as_undone(name):
    home = Home(None)
    redo, stack = VERBS[name](home), home.desk.undo
    undone = told(home)
    for _ in range(2):
        redo()
        done = told(home)
        stack.undo()
        assert told(home) == undone
    stack.redo()
    assert told(home) == done != undone
    home.diary.check()
    home.diary.close()


def told(home):
    """Return what a person sees: list, bin and sums, and what is said about the open walk."""
    me, diary = home.me, home.diary
    running = home.running
    answers = home.desk.journal.answers(me, running.walk.id if running else None)
    entries = diary.history.rows(me, HistoryFilter(), 0, 100)
    return (
        entries,
        [diary.walks.get(entry.id) for entry in entries],
        [diary.posture.ticked(entry.id) for entry in entries],
        (answers.pain, answers.ticked, home.desk.journal.recent(me)),
        running and (running.walk.id, running.walk.details, running.watch.counted_ms),
        {lying.entry.id for lying in home.desk.bin.rows(me)},
        diary._db.rows("SELECT * FROM day_total"),
        (me, diary.people.all(), diary.people.removed(), home.desk.signs.all(me)),
        home.desk.plan.view(me),
    )


def healthy(name):
    """Return what is stored and announced where nothing goes wrong."""
    home = Home(None)
    act = VERBS[name](home)
    before = home.rows()
    act()
    assert home.rows() != before, "the verb changes nothing"
    found = alike(home.rows()), len(home.heard), len(home.did)
    home.diary.close()
    return found


@pytest.mark.parametrize("name", VERBS)
def test_nothing_half_and_then_the_same_as_on_a_healthy_disk(name, tmp_path):
    path = tmp_path / "troubled" / "diary.db"
    home = Home(path)
    act = VERBS[name](home)
    before, remembered = home.rows(), home.remembered()
    for trouble, fault in TROUBLES.items():
        for _ in range(2):
            with trouble(home), pytest.raises(DiaryError) as caught:
                act()
            assert (caught.value.fault, caught.value.path) == (fault, path)
            assert home.rows() == before
            if not name.startswith("Tracker.find"):
                assert home.remembered() == remembered
    act()
    assert (alike(home.rows()), len(home.heard), len(home.did)) == healthy(name)
    home.diary.check()
    stored = home.rows()
    home.diary.close()
    with Diary(path) as again:
        assert rows_of(again) == stored


@pytest.mark.parametrize("name", VERBS)
def test_each_verb_is_one_transaction(name):
    """Else a disk that fills up between two of them would keep half of it."""
    home = Home(None)
    act = VERBS[name](home)
    said = []
    home.diary._db.connection().set_trace_callback(said.append)
    act()
    assert said.count("COMMIT") == 1
    home.diary.close()


def test_a_walk_found_after_a_crash_is_asked_about_though_the_disk_is_full(tmp_path):
    """Else a sign of life would count the time of the crash, once there is room, unasked."""
    home = Home(tmp_path / "diary.db")
    act = VERBS["Tracker.find after a crash"](home)
    stored = home.rows()
    with full_disk(home), pytest.raises(DiaryError):
        act()
    assert home.rows() == stored
    assert home.running.state is WalkState.REVIEW
    assert home.running.walked_ms == 2 * 60_000
    with full_disk(home), pytest.raises(DiaryError):
        home.desk.tracker.answer(home.me, Answer.DROP)
    home.clock.go(seconds=15)
    home.desk.tracker.tick(home.me)
    home.clock.go(seconds=45)
    home.desk.tracker.answer(home.me, Answer.DROP)
    assert home.running.walked_ms == 3 * 60_000
    home.restart()
    assert home.desk.tracker.find(home.me).watch.counted_ms == 3 * 60_000


def test_a_walk_in_doubt_that_was_never_stored_as_such_can_be_put_aside_and_taken_back(tmp_path):
    home = Home(tmp_path / "diary.db")
    act = VERBS["Tracker.find after a crash"](home)
    with full_disk(home), pytest.raises(DiaryError):
        act()
    home.desk.tracker.answer(home.me, Answer.ASIDE)
    home.desk.undo.undo()
    assert home.running.state is WalkState.REVIEW
    home.desk.tracker.answer(home.me, Answer.STOPPED)
    (walk,) = home.rows()["walk"]
    assert home.diary.walks.get(walk[0]).walked_ms == 2 * 60_000
    kinds = [event.kind for event in home.diary.walks.events(walk[0])]
    assert kinds[-2:] == [EventKind.REVIEW, EventKind.FINISH]


@pytest.mark.skipif(
    not shutil.which("unshare") or os.geteuid(), reason="only root may mount a folder read-only"
)
def test_a_disk_that_turned_read_only_is_not_called_full(tmp_path):
    """As a stick with a fault does. What is written into an open file then fails as if full."""
    path = tmp_path / "diary.db"
    Home(path).diary.close()
    program = "import sys, pathlib as p; from walktrack.storage.faults import why_not_written as w"
    asked = f"{program}; print(w(p.Path(sys.argv[1])))"
    mounted = 'mount --bind -o ro "$1" "$1" && exec "$2" -c "$3" "$4"'
    command = ["unshare", "-m", "sh", "-c", mounted, "-", tmp_path, sys.executable, asked, path]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == Fault.READ_ONLY
    assert why_not_written(path) is Fault.FULL
    assert why_not_written(tmp_path / "gone" / "diary.db") is Fault.CANNOT_OPEN


def test_another_diary_in_its_place_takes_nothing_and_the_right_one_put_back_takes_all(tmp_path):
    """A stick is pulled, an older copy is put there, then the stick is plugged in again."""
    home = Home(tmp_path / "home" / "diary.db")
    act = VERBS["Tracker.pause"](home)
    folder, away = home.path.parent, tmp_path / "in the pocket"
    folder.rename(away)
    with Diary(home.path) as other:
        older = rows_of(other)
    with pytest.raises(DiaryError) as caught:
        act()
    assert caught.value.fault is Fault.CANNOT_OPEN
    assert home.running.state is WalkState.RUNNING
    with pytest.raises(DiaryError):
        act()
    with Diary(home.path) as other:
        assert rows_of(other) == older
    shutil.rmtree(folder)
    away.rename(folder)
    act()
    assert home.running.state is WalkState.PAUSED
    assert alike(home.rows()) == healthy("Tracker.pause")[0]
    home.diary.close()
