"""An error inside WalkTrack is told once, in plain words, with what became of the diary."""

import json
import os
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.clocks import NOON
from tests.ui.window_house import NEVER, at_home

from walktrack.domain.faults import DiaryError, Fault
from walktrack.log import NAME
from walktrack.mishap import Link, Mishap, Place
from walktrack.ui.dialogs.closing import ClosingDialog
from walktrack.ui.dialogs.error import ErrorDialog
from walktrack.ui.mishaps import Mishaps, report
from walktrack.watch import MOST_OF_A_PLACE

TYPED = "Zwetschge"


def at_line(line):
    return Mishap(NOON, (Link("ValueError", (Place("walktrack/app.py", line, "run"),)),))


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "walktrack.db") as made:
        made.show().take_up()
        made.is_open = True
        made.mishaps = Mishaps(made.window, lambda: made.desk.check() or made.is_open)
        yield made


def told(house):
    return house.dialog(ErrorDialog).facts.words


def go_on(house):
    QTest.keyClick(house.dialog(ErrorDialog), Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_a_sound_diary_is_said_to_be_sound(house):
    house.mishaps.show_mishap(at_line(7))
    assert told(house) == (
        "Your diary was checked and is sound. The last thing you did may not be stored. "
        "Please look, and do it again if it is missing."
    )


def test_a_diary_that_is_not_sound_is_never_said_to_be(house):
    house.walk(minutes=1)
    for sql in ("PRAGMA foreign_keys = 0", "DELETE FROM person", "PRAGMA foreign_keys = 1"):
        house.diary._db.execute_sql(sql)
    house.mishaps.show_mishap(at_line(7))
    assert told(house).startswith(f"The diary file {house.diary.path} is damaged.")


def test_without_a_diary_nothing_is_said_about_one(house):
    house.is_open = False
    house.mishaps.show_mishap(at_line(7))
    assert told(house) == "Your diary was not open yet, so nothing you entered is missing."


def test_each_place_is_told_once_and_one_at_a_time(house):
    house.mishaps.show_mishap(at_line(7))
    house.mishaps.show_mishap(at_line(8))
    go_on(house)
    house.mishaps.show_mishap(at_line(7))
    assert house.no_dialog()
    house.mishaps.show_mishap(at_line(8))
    go_on(house)
    assert house.no_dialog()


def test_nothing_opens_on_top_of_the_page_that_says_it_already(house):
    house.window._desk = None
    house.window.show_trouble(DiaryError(Fault.OURS, NEVER))
    house.mishaps.show_mishap(at_line(7))
    assert house.no_dialog()


def test_closing_walktrack_asks_about_a_walk_as_always(house):
    house.walk(minutes=1)
    house.mishaps.show_mishap(at_line(7))
    house.click(house.dialog(ErrorDialog).leave)
    assert house.dialog().__class__ is ClosingDialog
    house.click(house.dialog().way_out)


def test_a_report_says_what_it_runs_on_and_no_more():
    lines = report(at_line(7)).splitlines()
    assert lines[0].startswith("WalkTrack ")
    assert lines[1].startswith("Python 3.")
    assert lines[3:] == [
        "2026-06-01 12:00 +0200", "", "ValueError", "    walktrack/app.py, line 7, in run",
    ]  # fmt: skip
    assert os.uname().nodename not in report(at_line(7)).split()


PROGRAM = """
    import json, os, sys, threading
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QFont
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget
    from walktrack import app
    from walktrack.ui.main_window import MainWindow
    from walktrack.ui.dialogs.error import ErrorDialog
    TYPED, told = {secret!r}, []

    def seen(window):
        shown = [d for d in window.findChildren(ErrorDialog) if d.isVisible()]
        told.append([[d.facts.words, d.report.toPlainText()] for d in shown])
        for dialog in shown:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def wrong():
        raise ValueError(TYPED)

    def last(window):
        print(json.dumps(told), flush=True)
        window.close()

    def steps(window, *deeds):
        if not deeds:
            last(window)
            return
        QTimer.singleShot(20, window, lambda: steps(window, *deeds[1:]))
        deeds[0]()

    {body}
    sys.exit(app.run(sys.argv[1], example=False))
"""


def run(folder, body):
    """Run the program with something built in; return what it told, and its other side."""
    code = textwrap.dedent(PROGRAM).format(secret=TYPED, body=textwrap.dedent(body))
    done = subprocess.run(
        [sys.executable, "-c", code, folder],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert TYPED not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    log = folder / "log" / NAME
    kept = log.read_text() if log.exists() else ""
    assert TYPED not in kept
    return done, kept


def test_errors_of_a_session_from_wherever_they_come(tmp_path):
    done, kept = run(
        tmp_path / TYPED.lower(),
        """
def elsewhere():
    raise LookupError(TYPED)
def thread():
    started = threading.Thread(target=elsewhere, name=TYPED)
    started.start()
    started.join()
def qt():
    QFont().setPointSize(-1)
def spoil(window):
    database = window._desk.people._diary._db
    database.execute_sql("PRAGMA foreign_keys = 0")
    database.execute_sql("INSERT INTO posture_check (id, person_id, item, checked, recorder,"
                         " entered_at, entered_offset) VALUES ('', 'nobody', '', 1, '', 0, 0)")
    raise KeyError(TYPED)
MainWindow.load_charts = lambda window: steps(
    window, wrong, lambda: seen(window), wrong, lambda: seen(window), thread,
    lambda: seen(window), qt, lambda: seen(window), lambda: spoil(window),
    lambda: seen(window))
""",
    )
    assert done.returncode == 0, done.stderr
    first, again, thread, qt, spoilt = json.loads(done.stdout)
    assert first[0][0].startswith("Your diary was checked and is sound.")
    assert "ValueError\n" in first[0][1]
    assert (again, qt) == ([], [])
    assert "LookupError\n" in thread[0][1]
    assert (kept.count("  ValueError\n"), kept.count("  LookupError\n")) == (2, 1)
    assert "  Qt warning default QFont::setPointSize\n" in kept
    assert "in qt\n" in kept
    assert "is damaged" in spoilt[0][0]


def test_a_painting_that_fails_each_time(tmp_path):
    done, kept = run(
        tmp_path,
        """
class Broken(QWidget):
    def paintEvent(self, event):
        self.update()
        raise ValueError(TYPED)
def show(window):
    window.broken = Broken(window.today)
    window.broken.show()
MainWindow.load_charts = lambda window: steps(
    window, lambda: show(window), *[lambda: None] * 10, lambda: seen(window),
    lambda: seen(window))
""",
    )
    assert done.returncode == 0, done.stderr
    first, after = json.loads(done.stdout)
    assert len(first) == 1
    assert after == []
    assert kept.count("  ValueError\n") == MOST_OF_A_PLACE


@pytest.mark.parametrize("part", ["Mishaps", "ErrorDialog"])
def test_telling_that_fails_itself_is_not_told(tmp_path, part):
    done, kept = run(
        tmp_path,
        f"""
from walktrack.ui.mishaps import Mishaps
def broken(*_args):
    raise KeyError(TYPED)
{part}.__init__ = broken
MainWindow.load_charts = lambda window: steps(window, wrong, wrong, lambda: seen(window))
""",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[]]
    assert (kept.count("  ValueError\n"), kept.count("  KeyError\n")) == (2, 1)


def test_a_window_that_cannot_close_itself_is_closed_all_the_same(tmp_path):
    done, kept = run(
        tmp_path,
        """
def broken(window, event):
    event.ignore()
    raise KeyError(TYPED)
def leave(window):
    print("[]", flush=True)
    window.findChild(ErrorDialog).leave.click()
MainWindow.closeEvent = broken
MainWindow.load_charts = lambda window: steps(
    window, window.close, lambda: leave(window), lambda: os._exit(9))
""",
    )
    assert done.returncode == 0, done.stderr
    assert "  KeyError\n" in kept


def test_a_diary_that_cannot_be_opened_by_a_mistake_of_ours(tmp_path):
    done, kept = run(
        tmp_path,
        """
from walktrack.storage.diary import Diary
def broken(_diary):
    raise ValueError(TYPED)
Diary.check = broken
MainWindow.show_trouble = (lambda before: lambda window, *more: (
    before(window, *more), steps(window, lambda: seen(window))))(MainWindow.show_trouble)
""",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[]]
    assert kept.count("  ValueError\n") == 1


def test_before_there_is_a_window_it_is_one_sentence(tmp_path):
    done, kept = run(
        tmp_path,
        """
def broken(*_args):
    raise ValueError(TYPED)
MainWindow.__init__ = broken
""",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "walktrack: Something went wrong inside WalkTrack, and it had to stop."
    ]
    assert kept.count("  ValueError\n") == 1


def test_a_session_without_an_error_costs_no_time_at_the_start_and_leaves_no_log(tmp_path):
    done, kept = run(
        tmp_path,
        """
painted = app.Program._on_painted
def look(program):
    told.extend(sorted({"logging.handlers", "faulthandler", "walktrack.log", "walktrack.mishap",
                         "walktrack.ui.mishaps", "walktrack.watch"} & sys.modules.keys()))
    painted(program)
app.Program._on_painted = look
MainWindow.load_charts = lambda window: steps(window)
""",
    )
    assert (done.returncode, kept) == (0, "")
    assert json.loads(done.stdout) == ["walktrack.watch"], "loaded before the first painting"
    assert (tmp_path / "walktrack.db").exists()
    assert not (tmp_path / "log").exists()
