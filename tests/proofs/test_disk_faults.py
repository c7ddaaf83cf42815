"""Each system call on the diary's files fails, once or from then on: nothing untrue is told.

A child of this test sets the scene of a verb with the real services, then strace lets the N-th
call of one kind fail while the child runs the verb. What the child was told must be what the file
holds, nothing but DiaryError may reach it, and once the disk is well the same verb must go through
and leave the same rows as if nothing had ever happened.

The long form lets every call of every verb fail in turn, some thousands of runs:
    .venv/bin/pytest -m long tests/proofs/test_disk_faults.py
"""

import multiprocessing
import os
import shutil
import signal
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, product
from pathlib import Path

import pytest
from tests.services.every_verb import VERBS, Home, alike, rows_of

from walktrack.domain.faults import DiaryError
from walktrack.storage.diary import Diary

CALLS = ("pwrite64", "fdatasync", "fsync", "openat", "ftruncate", "unlink")
ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES")
PATIENCE_S = 30
TRIES = 3

ONCE, FROM_THEN_ON, TO_THE_END = "once", "from then on, then well again", "until given up"
MODES = (ONCE, FROM_THEN_ON, TO_THE_END)


def why_not():
    """Return why this cannot be tried here; "" if it can."""
    if not shutil.which("strace"):
        return "strace lets system calls fail, and it is not here"
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    if os.geteuid() and scope.exists() and scope.read_text().strip() != "0":
        return "strace may not be attached to a process that runs already"
    return ""


pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


def _opened_and_named(home):
    """Close the diary; the verb opens it, changes it and closes it again."""
    person = home.person
    home.diary.close()

    def act():
        home.diary.open()
        try:
            home.desk.people.rename(person, "Anna")
        finally:
            home.diary.close()

    return act


def _made(home):
    """Do away with the diary; the verb makes a new one, with its first person."""
    home.diary.close()
    shutil.rmtree(home.path.parent)
    home.path.parent.mkdir()

    def act():
        home.diary.open()
        try:
            home.desk.people.current()
        finally:
            home.diary.close()

    return act


def _first_after_opening(home):
    """Open the diary anew, so that the verb makes the journal."""
    act = VERBS["Journal.rate_day other"](home)
    home.diary.close()
    home.diary.open()
    return act


CASES = VERBS | {
    "Diary.open and a name": _opened_and_named,
    "Diary.open of a new one": _made,
    "Journal.rate_day first after opening": _first_after_opening,
}
OPENING = {"Diary.open and a name", "Diary.open of a new one"}


@dataclass
class Run:
    """What became of one child.

    `tries` holds what each try came to: "stored", "failed: …" or "WRONG: …" for any exception but
    DiaryError. `before` holds the rows; `honest` says that the child itself saw nothing of a
    verb that failed, `reached` that a call failed at all.
    """

    before: list[str] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)
    honest: bool = True
    reached: bool = False

    @property
    def failed(self):
        return self.tries[-1].startswith("failed")


def _child(name, path, line):
    """Set the scene, wait for strace, run the verb until it is stored or we are told to stop."""
    home = Home(path)
    act = CASES[name](home)
    opening = name in OPENING
    before = [] if opening else home.rows()
    line.send(alike(before) if before else [])
    while line.recv() == "go":
        try:
            act()
        except DiaryError as error:
            what = f"failed: {error.fault}"
        except BaseException as error:  # whatever it is, it is what this proof looks for
            what = f"WRONG: {error!r} from {error.__cause__!r}"
        else:
            what = "stored"
        honest = opening or what == "stored" or _reads(home) in {None, repr(before)}
        line.send((what, honest))
    os._exit(0)  # as if killed: what is in the file is all there is


def _reads(home):
    """Return what the child sees after a failure; None if it cannot read for now."""
    try:
        with home.diary._db.guard():
            return repr(home.rows())
    except DiaryError:
        return None


def _strace(pid, folder, call, error, when):
    """Let calls of one kind on the diary's files fail in a process; wait until it is so."""
    watched = [folder, *(folder / f"diary.db{end}" for end in ("", "-journal"))]
    watched += [folder / f"diary.db.{pid}.new{end}" for end in ("", "-journal")]
    paths = [word for path in watched for word in ("-P", str(path))]
    rule = f"inject={call}:error={error}:when={when}"
    strace = subprocess.Popen(
        ["strace", "-f", "-p", str(pid), "-e", f"trace={call}", "-e", rule, *paths],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert "attached" in strace.stderr.readline()
    return strace


@contextmanager
def _process(name, path):
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.proofs.test_disk_faults"])
    ours, theirs = context.Pipe()
    child = context.Process(target=_child, args=(name, path, theirs))
    child.start()
    theirs.close()
    try:
        yield child, ours
    finally:
        child.kill()
        child.join()


def _try(line, done):
    line.send("go")
    assert line.poll(PATIENCE_S), "the child hangs"
    what, honest = line.recv()
    done.tries.append(what)
    done.honest &= honest


def run(name, folder, call, error, number, mode):
    """Run a verb while a call fails, up to three times; once the disk is well, once more."""
    done = Run()
    with _process(name, folder / "diary.db") as (child, line):
        assert line.poll(PATIENCE_S)
        done.before = line.recv()
        when = f"{number}" if mode is ONCE else f"{number}+"
        strace = _strace(child.pid, folder, call, error, when)
        try:
            _try(line, done)
            while mode is not ONCE and done.failed and len(done.tries) < TRIES:
                _try(line, done)
        finally:
            strace.send_signal(signal.SIGINT)
            _, log = strace.communicate()
        if mode is not TO_THE_END and done.failed:
            _try(line, done)
        line.send("stop")
        child.join(PATIENCE_S)
    done.reached = "(INJECTED)" in log
    return done


def healthy(name, folder):
    """Return the rows where nothing goes wrong."""
    home = Home(folder / "diary.db")
    CASES[name](home)()
    if name in OPENING:
        home.diary.open()
    rows = alike(home.rows())
    home.diary.close()
    return rows


def judged(path, done, mode, expected):
    """Say what is wrong with a diary, or with what was said about it; "" if nothing is."""
    if any(what.startswith("WRONG") for what in done.tries):
        return "another exception"
    if not done.honest:
        return "a verb that failed left something"
    if done.failed and mode is not TO_THE_END:
        return "it cannot be tried again"
    if not path.exists():
        return "" if done.failed and not done.before else "the diary is gone"
    with Diary(path) as diary:
        diary.check()
        rows = alike(rows_of(diary))
    if done.failed and not done.before:  # how far the opening came is not told
        return ""
    return "" if rows == (done.before if done.failed else expected) else "other rows than were told"


def fail_each(name, tmp_path, errors, calls=CALLS, modes=MODES, every=1):
    """Let every call of a verb fail in turn; return how many runs there were, by call."""
    expected = healthy(name, tmp_path / "healthy")
    runs, wrong = dict.fromkeys(calls, 0), []
    for call, error, mode in product(calls, errors, modes):
        for number in count(1, every):
            folder = tmp_path / f"{call}-{error}-{number}-{MODES.index(mode)}"
            done = run(name, folder, call, error, number, mode)
            if not done.reached:
                break
            runs[call] += 1
            if problem := judged(folder / "diary.db", done, mode, expected):
                wrong.append(f"{call} {number} {mode} {error}: {problem}: {done.tries}")
            shutil.rmtree(folder)
    assert not wrong, "\n".join(wrong)
    return runs


def test_a_walk_starts_whichever_call_fails(tmp_path):
    runs = fail_each("Tracker.start", tmp_path, ["ENOSPC"], every=9)
    assert runs["pwrite64"] > 10


def test_a_commit_of_which_the_last_word_fails_is_told_as_it_is(tmp_path):
    runs = fail_each("Tracker.pause", tmp_path, ["EIO"], calls=["fdatasync"])
    assert runs["fdatasync"] >= 8


def test_a_diary_that_cannot_be_opened_is_told_as_such(tmp_path):
    runs = fail_each("Diary.open and a name", tmp_path, ["EACCES"], calls=["openat", "unlink"])
    assert runs["openat"] > 5


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", CASES)
def test_every_call_of_every_verb_fails_in_turn(name, tmp_path):
    errors = ERRORS if name in OPENING else ERRORS[:2]  # to a file that is open, all say the same
    every = 11 if name == "Example.fill" else 1  # one change of some hundred pages
    runs = fail_each(name, tmp_path, errors, every=every)
    assert sum(runs.values())
