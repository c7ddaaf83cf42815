"""The parts put together: the window first, then the diary, or a plain word about why not."""

import os
import sqlite3
import stat
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates

from walktrack import paths
from walktrack.app import CANNOT_START, Program
from walktrack.domain.faults import DiaryError
from walktrack.domain.settings import Colours, Settings
from walktrack.services.changes import Announcer
from walktrack.services.settings import SettingsService
from walktrack.storage.diary import Diary
from walktrack.ui.look.system import apply_look
from walktrack.ui.look.tokens import DARK

WELCOMED = Settings(welcomed=True)


class Start:
    """One start of the program on a folder."""

    def __init__(self, qapp, qtbot, path):
        self._qtbot = qtbot
        self.program = Program(qapp, path, example=False)
        self.window = self.program.window
        self.heard = []
        self.program._opening.opened.connect(lambda _desk: self.heard.append("opened"))
        self.program._opening.failed.connect(lambda _error: self.heard.append("failed"))
        self.window.load_charts = lambda: None

    def show(self):
        self.window.show()
        return self.wait()

    def wait(self):
        self._qtbot.waitUntil(lambda: bool(self.heard), timeout=8_000)
        QApplication.processEvents()
        return self.heard.pop()

    def retry(self):
        self._qtbot.waitUntil(self.window.trouble.page.retry.isEnabled, timeout=20_000)
        QTest.mouseClick(self.window.trouble.page.retry, Qt.MouseButton.LeftButton)
        return self.wait()

    def words(self):
        return self.window.trouble.page._words.words

    def end(self):
        self.program.close()
        self.window.leaving._settled = True
        self.window.close()
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / paths.DIARY


@pytest.fixture
def start(qapp, qtbot, path):
    made = []

    def begin():
        made.append(Start(qapp, qtbot, path))
        return made[-1]

    yield begin
    for each in made:
        each.end()
    apply_look(qapp, Colours.LIGHT, 100)


def make(path, settings=WELCOMED):
    with Diary(path) as diary:
        SettingsService(diary, Announcer()).write(settings)


def is_trouble(one):
    window = one.window
    return (
        window._frame.pages.currentWidget() is window.trouble.page
        and not window.top.person.isEnabled()
    )


def is_well(one):
    window = one.window
    return window.today.isVisible() and window.top.person.isEnabled() and window.today.walk._desk


def test_a_first_start_makes_the_diary(start, path):
    one = start()
    assert not path.exists()
    assert one.show() == "opened"
    assert is_well(one)
    assert path.exists()


def test_the_look_is_right_from_the_first_picture(start, path):
    make(path, Settings(colours=Colours.DARK, text_size=150))
    start()
    assert QApplication.palette().window().color().name() == f"#{DARK.bg.lstrip('#').lower()}"
    assert QApplication.font().pixelSize() > 20


def test_a_change_of_the_look_is_taken_over(start, path):
    make(path)
    one = start()
    one.show()
    settings = one.program._desk.settings
    settings.write(Settings(welcomed=True, colours=Colours.DARK, text_size=125))
    assert QApplication.palette().window().color().name() == f"#{DARK.bg.lstrip('#').lower()}"


def test_a_closed_program_lets_go_of_the_diary(start, path):
    one = start()
    one.show()
    with pytest.raises(DiaryError):
        Diary(path).open()
    one.program.close()
    with Diary(path) as diary:
        diary.check()


def test_a_damaged_diary_is_left_as_it_is(start, path):
    make(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    one = start()
    assert one.show() == "failed"
    assert is_trouble(one)
    assert one.words() == f"The diary file {path} is damaged. Nothing in it was thrown away."
    assert path.read_bytes() == whole[: len(whole) // 2]
    assert one.retry() == "failed"
    path.write_bytes(whole)
    assert one.retry() == "opened"
    assert is_well(one)


def test_damage_in_the_middle_is_found_before_anything_is_shown(start, path):
    make(path)
    with Diary(path) as diary, diary.transaction():
        for number in range(2000):
            diary.settings.write(f"filler-{number}", "x" * 50)
    whole = bytearray(path.read_bytes())
    whole[-3 * 4096 : -2 * 4096] = b"\xa5" * 4096
    path.write_bytes(whole)
    one = start()
    assert one.show() == "failed"
    assert "is damaged" in one.words()
    with pytest.raises(DiaryError):
        _check(path)


def _check(path):
    with Diary(path) as diary:
        diary.check()


def test_a_newer_diary_is_left_as_it_is(start, path):
    make(path)
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    before = path.read_bytes()
    one = start()
    assert one.show() == "failed"
    assert is_trouble(one)
    assert "A newer WalkTrack wrote the diary" in one.words()
    assert path.read_bytes() == before


def test_a_busy_diary_is_named_and_opened_when_it_is_free(start, path):
    make(path)
    holder = Diary(path)
    holder.open()
    try:
        one = start()
        assert one.show() == "failed"
        assert "already open in another WalkTrack" in one.words()
        assert str(os.getpid()) in one.words()
    finally:
        holder.close()
    assert one.retry() == "opened"
    assert is_well(one)


def test_a_folder_that_is_a_file(start, path):
    path.parent.write_text("not a folder")
    one = start()
    assert one.show() == "failed"
    assert is_trouble(one)
    assert f"cannot open the diary in {path.parent}" in one.words()
    path.parent.unlink()
    assert one.retry() == "opened"
    assert is_well(one)


def test_the_keys_do_nothing_while_there_is_no_diary(start, path):
    path.parent.write_text("not a folder")
    one = start()
    one.show()
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6):
        QTest.keyClick(one.window, key)
    QTest.keyClick(one.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert is_trouble(one)


@pytest.mark.parametrize("gate", [gates.unnamed, gates.small, gates.clipped, gates.unreachable])
def test_the_trouble_can_be_read_and_left_by_everyone(start, path, gate, qtbot):
    path.parent.write_text("not a folder")
    one = start()
    one.show()
    one.window.activateWindow()
    assert gate(one.window) == []


PROGRAM = """
    import sys
    from walktrack import app
    from walktrack.ui.main_window import MainWindow
    from walktrack.ui.top_bar import TopBar
    from walktrack.ui.widgets.notice import Notice

    def seen(window):
        notice = window.findChild(Notice)
        print(window.top.person.text(), bool(notice and notice.isVisible()), flush=True)
        window.close()

    MainWindow.load_charts = seen
    sys.exit(app.run({folder!r}, example={example}))
"""


def run(tmp_path, folder=None, example=False, **environment):
    """Run the program until the diary is open, then close its window."""
    made = tmp_path / "temporary"
    made.mkdir()
    known = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    known |= {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(made), "TZ": "UTC", **environment}
    code = textwrap.dedent(PROGRAM.format(folder=folder, example=example))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=known,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done, made


def complaints(done):
    """Return what was said besides what the screen that is none always says."""
    return [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]


def test_an_example_leaves_nothing_behind_and_never_touches_ones_own(tmp_path):
    own = tmp_path / "own"
    make(own / paths.DIARY)
    before = {each: each.read_bytes() for each in own.iterdir()}
    done, made = run(tmp_path, example=True, WALKTRACK_DATA_DIR=str(own))
    assert done.stdout == "Anna (example) True\n"
    assert (done.returncode, complaints(done)) == (0, [])
    assert list(made.iterdir()) == []
    assert {each: each.read_bytes() for each in own.iterdir()} == before


def test_nobody_else_can_look_into_the_diary(tmp_path):
    folder = tmp_path / "folder"
    done, _ = run(tmp_path, folder=str(folder))
    assert (done.returncode, complaints(done)) == (0, [])
    assert done.stdout == "My diary False\n"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    backups = folder / "backups"
    assert set(folder.iterdir()) == {folder / paths.DIARY, backups}
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    files = [folder / paths.DIARY, *backups.iterdir()]
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert len(files) == 3  # the backup made at the end, and its sum


def test_without_a_screen_one_sentence_says_so(tmp_path):
    known = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    known["QT_QPA_PLATFORM"] = ""
    done = subprocess.run(
        [sys.executable, "-m", "walktrack", "--data-dir", str(tmp_path / "never")],
        env=known,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == CANNOT_START
    assert done.stderr == "WalkTrack needs a screen, and there is none here.\n"
    assert not (tmp_path / "never").exists()
