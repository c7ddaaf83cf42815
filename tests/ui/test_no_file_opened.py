"""No text of a person and no name of a folder makes Qt open a file, wherever it is shown.

What Qt takes for markup, it loads the pictures of. The bait names a pipe; a process on its other
end tells when somebody opens it, and lets go of whoever hangs on it.
"""

import os
import subprocess
import sys
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QWidget
from tests.ui.window_house import at_home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.plan.start import Start
from walktrack.domain.posture import PostureItem
from walktrack.domain.settings import Settings
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.exchange.columns import What
from walktrack.services.entry_forms import InterferenceForm, MarkForm
from walktrack.services.history import RatingForm, WalkForm
from walktrack.ui.dialogs.error import ErrorDialog
from walktrack.ui.fault_words import opening_sentence, sentence
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.welcome import WelcomeCard

PICTURE = "<img src=t>"
BAIT = f'{PICTURE}<link rel=stylesheet href=t><p style="background-image:url(t)">x'

WATCHMAN = """
import os, select
sprung = 0
print(flush=True)
while True:
    try:
        os.close(os.open("t", os.O_WRONLY | os.O_NONBLOCK))
        sprung = 1
    except OSError:
        pass
    if select.select([0], [], [], 0.002)[0]:
        if not os.read(0, 1):
            break
        print(sprung, flush=True)
        sprung = 0
"""


class Trap:
    """A pipe called t in the folder the program is in, and who stands at its other end."""

    def __init__(self, watchman):
        self._watchman = watchman

    @property
    def sprung(self):
        """Whether anybody opened the pipe since this was last asked."""
        self._watchman.stdin.write(b"?")
        return bool(int(self._watchman.stdout.readline()))


@pytest.fixture
def trap(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("t")
    command = [sys.executable, "-S", "-c", WATCHMAN]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, bufsize=0) as watchman:
        watchman.stdout.readline()
        yield Trap(watchman)


@pytest.fixture
def house(qtbot, look, monkeypatch, trap, tmp_path):
    """A house whose person, notes and very folder are bait."""
    path = tmp_path / PICTURE / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as made:
        yield made.show().take_up()


def look_at(*widgets):
    """Paint these and all within, with the tips that would show over them."""
    for widget in widgets:
        QApplication.processEvents()
        widget.grab()
        for each in [widget, *widget.findChildren(QWidget)]:
            assert "src=t" not in each.toolTip() + each.whatsThis() + each.statusTip(), each


@pytest.mark.qt_log_ignore("does not support raise")  # the screen that is none
def test_the_trap_springs(qtbot, look, trap):
    for text in (PICTURE, f"<b>a</b>{BAIT}"):
        label = QLabel(text)
        qtbot.addWidget(label)
        label.grab()
        assert trap.sprung, text
    box = QWidget()
    qtbot.addWidget(box)
    QToolTip.showText(box.pos(), PICTURE, box)
    QApplication.processEvents()
    QToolTip.hideText()
    assert trap.sprung


def test_a_name_and_a_note_on_every_page(house, trap):
    house.desk.people.rename(house.me, BAIT)
    house.walk(minutes=2)
    look_at(house.window)
    house.click(house.card.finish)
    house.click(house.card.details)
    house.today.answers.details.form.note.box.insertPlainText(BAIT)
    house.click(house.card.close_walk)
    for name in PageName:
        house.window.go(name)
        look_at(house.window)
    assert not trap.sprung
    assert BAIT in house.window.top.person.accessibleName()


def test_history_its_search_its_forms_and_what_the_bar_says(house, trap):
    at = Moment.of(datetime(2026, 5, 31, 7, 0))
    form = WalkForm(Times(at, at.plus(MS_PER_MINUTE), MS_PER_MINUTE), details=Details(note=BAIT))
    house.desk.history.add_walk(house.me.id, form)
    house.desk.history.add_rating(house.me.id, RatingForm(at, PainMoment.OTHER, 5, BAIT))
    house.desk.interferences.add(house.me.id, InterferenceForm(at.day, 5, BAIT))
    house.window.go(PageName.HISTORY)
    page = house.window._frame.pages.currentWidget()
    for row in range(3):
        page.list.setCurrentIndex(page.model.index(row, 0))
        look_at(house.window)
        house.click(page.foot.edit_button)
        look_at(page.forms.form)
        page.forms.form.reject()
        QApplication.processEvents()
        index = page.list.currentIndex()
        assert "src=t" not in str(index.data(Qt.ItemDataRole.ToolTipRole))
    field = page.findChild(QLineEdit)
    for words in (BAIT, f"{BAIT} nowhere"):
        field.setText(words)
        field.returnPressed.emit()
        look_at(house.window)
    field.setText("")
    field.returnPressed.emit()
    page.list.setCurrentIndex(page.model.index(0, 0))
    house.click(page.foot.remove_button)
    look_at(house.window)
    assert house.said()
    assert not trap.sprung


def test_share_and_the_names_of_files(house, trap, tmp_path, qtbot):
    house.desk.people.rename(house.me, BAIT)
    house.rate(PainMoment.BEFORE, 3)
    house.desk.journal.tick(house.me.id, None, PostureItem.ARMS, checked=True)
    house.walk(minutes=2)
    house.click(house.card.finish)
    today = house.desk.days.today()
    house.desk.days.add(house.me.id, MarkForm(MarkKind.FLARE_UP, today, None, BAIT))
    house.desk.signs.answer(house.me.id, ())
    house.desk.interferences.add(house.me.id, InterferenceForm(today, 4, BAIT))
    house.desk.plan.start(house.me.id, Start.USUAL)
    house.window.go(PageName.SHARE)
    page = house.window._frame.pages.currentWidget()
    page.show_folder = lambda _folder: None
    for what, button in zip(What, page.choices.files.buttons, strict=True):
        house.click(button)
        look_at(house.window)
        page.choose_place = lambda what, _offered: tmp_path / f"{PICTURE} {what}"
        house.click(page.choices.save)
        qtbot.waitUntil(lambda: not page.saving.running)
        look_at(house.window)
        assert (tmp_path / f"{PICTURE} {what}").exists()
    house.window.go(PageName.TODAY)
    house.charts.picture.save(tmp_path / f"{PICTURE}.png")
    assert "src=t" in house.said()
    look_at(house.window)
    house.charts.picture.save(tmp_path / f"{PICTURE} is not there" / "x.png")
    assert "src=t" in house.said()
    look_at(house.window)
    assert not trap.sprung


def test_the_welcome(qtbot, look, monkeypatch, trap):
    with at_home(qtbot, monkeypatch, settings=Settings()) as house:
        house.show().take_up()
        house.window.findChild(WelcomeCard).name.setText(BAIT)
        look_at(house.window)
    assert not trap.sprung


def test_what_is_said_about_trouble_with_a_folder(qtbot, trap, house):
    for fault in Fault:
        error = DiaryError(fault, house.diary.path, holder=BAIT)
        dialog = ErrorDialog(f"{sentence(error)} {opening_sentence(error)}", BAIT)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog._say(str(error.path))
        look_at(dialog)
        dialog.reject()
        house.window.messages.warn(sentence(error))
        look_at(house.window)
    house.window._desk = None
    for fault in Fault:
        house.window.show_trouble(DiaryError(fault, house.diary.path, holder=BAIT))
        look_at(house.window)
    assert not trap.sprung
