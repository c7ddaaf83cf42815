import resource
import stat

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from tests.ui import gates

from walktrack.ui.dialogs.error import ErrorDialog

STATE = "Your diary was checked and is sound. " * 3
REPORT = "WalkTrack 0.1.0\n\nValueError\n" + "    walktrack/app.py, line 7, in run\n" * 20


@pytest.fixture
def ask(qtbot, look):
    def opened():
        dialog = ErrorDialog(STATE, REPORT)
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.close_wanted.connect(lambda: dialog.heard.append("close"))
        dialog.finished.connect(dialog.heard.append)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


@pytest.fixture
def save_at(monkeypatch, tmp_path):
    """Let the person choose a place; an empty name is Cancel."""

    def choose(name):
        chosen = str(tmp_path / name) if name else ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen, ""))
        return tmp_path / name

    return choose


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_happened_and_shows_the_whole_report(ask):
    dialog = ask()
    assert dialog.title.words == "Something went wrong inside WalkTrack."
    assert dialog.facts.words == STATE
    assert dialog.accessibleDescription() == STATE
    assert dialog.report.toPlainText() == REPORT
    QTest.keyClicks(dialog.report, "x")
    assert dialog.report.toPlainText() == REPORT


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_key_pressed_by_chance_goes_on(ask, key):
    dialog = ask()
    QTest.keyClick(dialog.focusWidget(), key)
    assert dialog.heard == [QDialog.DialogCode.Rejected.value]


def test_closing_walktrack_is_told_after_the_dialog_is_gone(ask):
    dialog = ask()
    click(dialog.leave)
    assert dialog.heard == [QDialog.DialogCode.Accepted.value, "close"]
    assert not dialog.isVisible()


def test_what_is_saved_is_what_is_shown_and_for_its_owner_alone(ask, save_at):
    dialog, path = ask(), save_at("report.txt")
    click(dialog.save)
    assert path.read_text(encoding="utf-8") == dialog.report.toPlainText()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert dialog.said.words == f"Saved as {path}."
    assert dialog.said.isVisible()
    assert list(path.parent.iterdir()) == [path]


def test_a_saving_that_is_called_off_says_nothing(ask, save_at):
    dialog = ask()
    save_at("")
    click(dialog.save)
    assert not dialog.said.isVisible()


def test_a_report_that_cannot_be_written_is_told_and_what_was_there_stays(ask, save_at):
    dialog, path = ask(), save_at("there.txt")
    path.write_text("before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        click(dialog.save)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    words = f"The report could not be saved in {path.parent}. Choose another place."
    assert dialog.said.words == words
    assert path.read_text() == "before"
    assert list(path.parent.iterdir()) == [path]
    save_at("missing/there.txt")
    click(dialog.save)
    assert "could not be saved" in dialog.said.words


def test_the_gates_hold(ask, every_look):
    dialog = ask()
    dialog._say(f"Saved as /{'long folder/' * 10}.")
    dialog.resize(dialog.width(), 1600)
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(dialog) == [], gate.__name__


def test_the_buttons_are_in_sight_at_twice_the_size(ask, look):
    look(text_size=200)
    dialog = ask()
    dialog.resize(1120, 660)
    view = dialog._scroll.viewport()
    for button in (dialog.save, dialog.leave):
        assert button.mapTo(view, button.rect().bottomLeft()).y() <= view.height()
