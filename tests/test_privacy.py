"""What a person wrote is theirs: closed to others, and gone when it is deleted."""

import json
import os
import stat
import subprocess
import sys
import textwrap
from contextlib import suppress
from dataclasses import replace

import pytest
from tests.clocks import HandClock

from walktrack import paths
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.log import NAME
from walktrack.services.desk import Desk
from walktrack.services.history import RatingForm, WalkForm
from walktrack.services.journal import WAITING_MS
from walktrack.services.opening import open_diary
from walktrack.services.undo import HinderedError
from walktrack.storage.diary import Diary

SESSION = """
    import json, os, stat, sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from walktrack import app
    from walktrack.domain.period import Range
    from walktrack.exchange.columns import What
    from walktrack.exchange.style import CsvStyle
    from walktrack.services.export import Order
    from walktrack.ui.main_window import MainWindow

    folder, out, seen = Path(sys.argv[1]), Path(sys.argv[2]), []

    def look():
        for each in (folder, *folder.rglob("*"), *out.rglob("*")):
            seen.append([each.name, each.is_dir(), stat.S_IMODE(each.stat().st_mode)])

    def work(window):
        desk = window._desk
        look()
        with desk.people._diary.transaction():
            desk.people.rename(desk.people.current(), "Anna")
            look()
        period = desk.export.period(desk.people.current().id, Range.ALL)
        for what in What:
            order = Order(what, desk.people.current().id, period, CsvStyle.COMMA)
            desk.export.write(order, out / desk.export.file_name(what), lambda *_: True)
        sys.excepthook(ValueError, ValueError("Anna"), None)
        window.today.repaint()
        look()
        QTimer.singleShot(150, window, lambda: end(window))

    def end(window):
        look()
        print(json.dumps(seen), flush=True)
        window.close()

    os.umask(0o022)
    MainWindow.load_charts = work
    sys.exit(app.run(str(folder), example=False))
"""


def test_nobody_else_can_look_into_anything_through_a_whole_session(tmp_path):
    folder, out = tmp_path / "diary", tmp_path / "out"
    out.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(SESSION), folder, out],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    names = {name for name, _, _ in seen}
    assert names >= {
        "diary", paths.DIARY, f"{paths.DIARY}-journal", f"{paths.DIARY}.lock", "log", NAME,
        "crash.txt", "walks.csv",
    }  # fmt: skip
    assert any(name.startswith("walktrack-pain-") for name in names)
    closed = {True: 0o700, False: 0o600}  # a folder, a file
    assert [(name, oct(mode)) for name, folder, mode in seen if mode != closed[folder]] == []


def test_nobody_else_can_look_into_what_the_command_line_writes(tmp_path):
    folder, out = tmp_path / "diary", tmp_path / "out"
    with Diary(folder / paths.DIARY) as diary:
        Desk(diary, HandClock()).people.current()
    command = [sys.executable, "-m", "walktrack", "export", "--what", "everything"]
    done = subprocess.run(
        [*command, "--data-dir", folder, "--out", out],
        preexec_fn=lambda: os.umask(0o022),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (out, *out.iterdir())}
    assert modes.pop("out") == 0o700
    assert len(modes) == 9
    assert set(modes.values()) == {0o600}


MARKS = ("Zwetschgenmus", "Holunderblüte", "Mirabellenduft", "Quittenbrot", "Reineclaude")


class Page:
    """A diary on the disk, and the verbs by which text comes into it and goes."""

    def __init__(self, path, *, secure=True):
        self.path = path
        self.clock = HandClock()
        self.diary = Diary(path)
        self.diary.open()
        if not secure:
            self.diary._db.execute_sql("PRAGMA secure_delete = 0")
        self.desk = Desk(self.diary, self.clock)
        self.me = self.desk.people.current()
        self.kept = []

    def walk(self, note):
        end = self.clock.read().wall
        span = 20 * MS_PER_MINUTE
        self.clock.go(minutes=30)
        form = WalkForm(Times(end.plus(-span), end, span), details=Details(note=note))
        return self.desk.history.add_walk(self.me.id, form)

    def fill(self):
        """Write enough for what comes and goes to lie between things that stay."""
        for number in range(60):
            self.kept.append(self.walk(f"stays {number} " * 40))

    def remnants(self):
        """Return which marks are anywhere in the diary's folder."""
        self.diary.close()
        whole = b"".join(each.read_bytes() for each in self.path.parent.iterdir())
        assert b"stays 7 " in whole
        return {mark for mark in MARKS if mark.encode() in whole}


def long(mark):
    """Return a note that does not fit on one page of the file."""
    return f"{mark} " * 400


def write_and_delete(page):
    """Bring each mark in by another verb, and take it out again for good."""
    noted, cleared, name, rated, grown = MARKS
    desk, me = page.desk, page.me
    edited, emptied = page.walk(long(noted)), page.walk(long(cleared))
    growing = page.walk(grown)
    at = page.clock.read().wall
    rating = desk.history.add_rating(me.id, RatingForm(at, PainMoment.OTHER, 7, long(rated)))
    desk.people.rename(me, name)
    page.fill()
    desk.journal.describe(edited, Details(note="short"))
    desk.journal.describe(emptied, Details())
    desk.journal.describe(growing, Details(note="other words " * 300))
    desk.history.edit_rating(rating, RatingForm(at, PainMoment.OTHER, 2, ""))
    desk.history.remove_rating(rating)  # what it said before is kept as long as it is
    desk.bin.empty(me.id)
    desk.people.rename(desk.people.current(), "")


def test_no_byte_of_a_deleted_text_stays_in_the_file(tmp_path):
    """What SQLite frees is overwritten; the blocks of the disk itself are out of its reach."""
    page = Page(tmp_path / "d" / paths.DIARY)
    write_and_delete(page)
    assert page.remnants() == set()


def test_without_overwriting_the_same_search_finds_them(tmp_path):
    page = Page(tmp_path / "d" / paths.DIARY, secure=False)
    write_and_delete(page)
    assert len(page.remnants()) >= 3


def waited_too_long(page):
    """Tick before a walk that never comes; the next one forgets it. Return what named the row."""
    page.desk.journal.tick(page.me.id, None, PostureItem.ARMS, checked=True)
    ((row,),) = page.diary._db.rows("SELECT id FROM posture_check")
    page.fill()
    page.clock.go(hours=2 * WAITING_MS / 3_600_000)
    page.desk.tracker.start(page.me.id, None)
    assert page.diary._db.rows("SELECT id FROM posture_check") == []
    page.diary.close()
    return row.encode()


@pytest.mark.parametrize("secure", [True, False])
def test_a_tick_that_waited_too_long_is_gone_for_good(tmp_path, secure):
    page = Page(tmp_path / "d" / paths.DIARY, secure=secure)
    row = waited_too_long(page)
    assert (row in page.path.read_bytes()) is not secure


def test_what_is_removed_stays_for_undo_on_purpose(tmp_path):
    """A removed walk is only put aside: whoever wants the words gone clears the note first."""
    page = Page(tmp_path / "d" / paths.DIARY)
    walk = page.walk(MARKS[0])
    page.fill()
    page.desk.history.remove_walk(walk)
    assert page.remnants() == {MARKS[0]}


def test_what_was_put_right_in_history_is_kept_on_purpose(tmp_path):
    """Whoever wants the words gone removes the record for good."""
    page = Page(tmp_path / "d" / paths.DIARY)
    form = RatingForm(page.clock.read().wall, PainMoment.OTHER, 7, MARKS[0])
    rating = page.desk.history.add_rating(page.me.id, form)
    page.fill()
    page.desk.history.edit_rating(rating, replace(form, note=""))
    assert page.remnants() == {MARKS[0]}


def remove_for_good(page, way):
    """Bring marks in with walks and ratings, remove those, and then all traces of them."""
    noted, rated, discarded, *_ = MARKS
    desk, me = page.desk, page.me.id
    walk = page.walk(long(noted))
    at = page.clock.read().wall
    rating = desk.history.add_rating(me, RatingForm(at, PainMoment.OTHER, 7, long(rated)))
    running = desk.tracker.start(me, None).walk.id
    desk.journal.describe(running, Details(note=long(discarded)))
    page.fill()
    desk.history.remove_walk(walk)
    desk.history.remove_rating(rating)
    desk.tracker.discard(me)
    assert len(desk.bin.rows(me)) == 3
    if way == "one by one":
        for lying in desk.bin.rows(me):
            desk.bin.remove_for_good(lying)
    elif way == "all at once":
        desk.bin.empty(me)
    else:
        page.clock.go(hours=31 * 24)
        page.walk("stays")
        page.diary.close()
        page.diary = open_diary(page.path, page.clock)
    assert page.diary.bin.rows(me) == []
    if way != "after thirty days":
        while desk.undo.last:
            with suppress(HinderedError):
                desk.undo.undo()


@pytest.mark.parametrize("way", ["one by one", "all at once", "after thirty days"])
def test_no_byte_stays_of_what_is_removed_for_good(tmp_path, way):
    page = Page(tmp_path / "d" / paths.DIARY)
    remove_for_good(page, way)
    assert page.remnants() == set()


def test_without_overwriting_remnants_of_the_bin_are_found(tmp_path):
    page = Page(tmp_path / "d" / paths.DIARY, secure=False)
    remove_for_good(page, "all at once")
    assert page.remnants()
