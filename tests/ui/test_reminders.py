"""Reminders in the real window: set, seen, answered, and never more than the person wants."""

import os
import subprocess
import sys
import textwrap
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.test_other_walks import usual
from tests.ui.window_house import at_home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.pain import PainMoment
from walktrack.domain.person import PersonColour
from walktrack.domain.reminders import UNUSED_DAYS, About, Reminder
from walktrack.domain.warning_signs import Resolution, Sign, SignMoment
from walktrack.services.entry_forms import MarkForm
from walktrack.services.people import PersonForm
from walktrack.ui.notes.desktop import DesktopNotes
from walktrack.ui.top_bar import PageName

START, QUARTER, HOUR, NOT_TODAY = range(4)


class Desktop(DesktopNotes):
    """A desktop that shows notes. `shown` holds them by their keys."""

    def __init__(self):
        super().__init__()
        self.shown, self.came = {}, []

    def send(self, note):
        self.shown[note.key] = note
        self.came.append(note.words)

    def withdraw(self, key):
        self.shown.pop(key, None)

    def finish(self):
        self.shown.clear()

    def choose(self, action):
        (key,) = self.shown
        self.acted.emit(key, action)
        QApplication.processEvents()


@pytest.fixture
def house(qtbot, look, monkeypatch):
    """A window at noon, which nobody looks at unless it is `seen`."""
    with at_home(qtbot, monkeypatch) as made:
        made.show().take_up()
        made.window.remind()
        made.part = made.window.reminding.part
        made.desktop = Desktop()
        made.part.find_notes = lambda: made.desktop
        made.seen = False
        monkeypatch.setattr(made.part, "_is_in_use", lambda: made.seen)
        yield made


def on(house, about=About.WALK, at=time(12, 30), person=None):
    whose = person.id if person else house.me.id
    house.desk.reminders.set(whose, Reminder(about, at, on=True))


def wait(house, **passed):
    """Let time pass, and the timer ring."""
    house.clock.go(**passed)
    house.part._on_time()
    QApplication.processEvents()


def words(house):
    """Return what the line says, or nothing while there is none."""
    line = house.part.line
    return line.words if line and line.isVisible() else ""


def press(house, number):
    house.click(house.part.line.buttons[number])


def add(house, name):
    house.desk.people.rename(house.me, "Anna")
    return house.desk.people.add(PersonForm(name, "", PersonColour.RED))


def test_it_comes_at_its_time(house):
    on(house)
    assert house.part._timer.isActive()
    assert house.part._timer.interval() <= 60_000
    wait(house, minutes=29)
    assert words(house) == ""
    wait(house, minutes=1)
    assert words(house) == "Time for a walk, if you like."
    buttons = [button.text() for button in house.part.line.buttons]
    assert buttons == ["Start walk", "In 15 minutes", "In an hour", "Not today"]


def test_nothing_is_waited_for_while_none_is_on(house):
    assert not house.part._timer.isActive()
    on(house)
    house.desk.reminders.set(house.me.id, Reminder(About.WALK, time(12, 30)))
    assert not house.part._timer.isActive()


def test_the_walk_starts_from_it(house):
    on(house)
    house.window.go(PageName.HISTORY)
    wait(house, minutes=30)
    press(house, START)
    assert house.running
    assert words(house) == ""
    assert house.today.isVisible()
    house.click(house.card.finish)
    wait(house, hours=1)
    assert words(house) == ""


def test_a_walk_started_without_it_takes_it_away(house):
    on(house)
    wait(house, minutes=30)
    assert house.desktop.shown
    house.click(house.card.start)
    assert words(house) == ""
    assert not house.desktop.shown


@pytest.mark.parametrize(("button", "minutes"), [(QUARTER, 15), (HOUR, 60)])
def test_put_off_it_comes_back(house, button, minutes):
    on(house)
    wait(house, minutes=30)
    press(house, button)
    assert words(house) == ""
    wait(house, minutes=minutes - 1)
    assert words(house) == ""
    wait(house, minutes=1)
    assert words(house)
    assert len(house.desktop.came) == 2


def test_not_today_it_stays_away_until_tomorrow(house):
    on(house)
    wait(house, minutes=30)
    press(house, NOT_TODAY)
    assert not house.part.strip.isVisible()
    wait(house, hours=7)
    assert words(house) == ""
    wait(house, hours=17)
    assert words(house)


def test_it_goes_when_it_is_of_no_use_any_more(house):
    on(house)
    wait(house, minutes=30)
    wait(house, hours=8.5)
    assert words(house) == ""
    assert not house.desktop.shown


def test_a_question_is_led_to(house):
    on(house, About.EVENING, time(20))
    house.window.go(PageName.PLAN)
    wait(house, hours=8)
    assert words(house) == "This evening’s question is there, if you like."
    assert house.part.line.buttons[START].text() == "Answer"
    press(house, START)
    scale = house.pain.scales[PainMoment.DAY_AVERAGE]
    assert scale.isVisible()
    assert scale.isAncestorOf(QApplication.focusWidget())
    house.rate(PainMoment.DAY_AVERAGE, 3)
    assert words(house) == ""


def test_a_question_while_a_done_walk_is_shown_leads_to_the_card(house):
    on(house, About.EVENING, time(20))
    wait(house, hours=7.9)
    house.walk(minutes=1)
    house.click(house.card.finish)
    wait(house, minutes=30)
    press(house, START)
    assert house.today.isVisible()


def test_of_two_people_it_says_whose_it_is_and_goes_there(house):
    bert = add(house, "Bert <b>")
    on(house, person=bert)
    on(house, About.EVENING, time(20))
    wait(house, minutes=30)
    assert words(house) == "Bert <b>: Time for a walk, if you like."
    press(house, START)
    assert house.me.id == bert.id
    assert house.desk.tracker.current(bert.id)


def test_one_after_the_other(house):
    bert = add(house, "Bert")
    on(house)
    on(house, person=bert)
    wait(house, minutes=30)
    assert words(house).startswith("Anna")
    assert len(house.desktop.shown) == 2
    press(house, NOT_TODAY)
    assert words(house).startswith("Bert")
    assert len(house.desktop.shown) == 1


def test_a_flare_up_takes_it_away(house):
    on(house)
    wait(house, minutes=30)
    house.desk.days.add(house.me.id, MarkForm(MarkKind.FLARE_UP, house.clock.read().wall.day, None))
    assert words(house) == ""
    assert not house.desktop.shown


def test_a_warning_sign_goes_first(house):
    bert = add(house, "Bert")
    on(house, person=bert)
    house.desk.signs.answer(house.me.id, {Sign.FEVER})
    wait(house, minutes=30)
    assert words(house) == ""
    assert house.window.signs.strip.isVisible()
    house.desk.signs.read(house.me.id)
    house.desk.signs.resolve(house.me.id, Resolution.CHECKED)
    assert words(house)


def test_an_offer_and_a_walk_of_somebody_else_go_before_it(house):
    bert = add(house, "Bert")
    on(house)
    house.window.signs.offer(SignMoment.LONG_FLARE_UP)
    wait(house, minutes=30)
    assert words(house) == ""
    house.click(house.window.signs.proposal.buttons[1])
    assert words(house)
    house.desk.tracker.start(bert.id, None)
    assert words(house) == ""
    house.desk.tracker.discard(bert.id)
    assert words(house)


def test_it_goes_before_the_guess_whose_diary_it_should_be(house):
    usual(house, add(house, "Bert"))
    unlikely = house.window._people.unlikely
    unlikely._look()
    assert unlikely.strip.isVisible()
    house.desk.reminders.set(house.me.id, Reminder(About.WALK, time(12, 1), on=True))
    wait(house, minutes=1)
    assert words(house)
    assert not unlikely.strip.isVisible()
    press(house, NOT_TODAY)
    assert unlikely.strip.isVisible()


def test_of_no_use_it_asks_in_the_window_alone(house):
    on(house)
    for _ in range(UNUSED_DAYS):
        wait(house, minutes=30)
        wait(house, hours=23.5)
    wait(house, minutes=30)
    assert words(house) == "Is the walk reminder still of use to you?"
    assert [button.text() for button in house.part.line.buttons] == ["Keep it", "Turn it off"]
    assert len(house.desktop.came) == UNUSED_DAYS
    assert not house.desktop.shown
    press(house, 0)
    assert words(house) == ""
    wait(house, hours=24)
    assert words(house) == "Time for a walk, if you like."


def test_turned_off_from_the_line_it_is_off(house):
    on(house)
    for _ in range(UNUSED_DAYS):
        wait(house, minutes=30)
        wait(house, hours=23.5)
    wait(house, minutes=30)
    press(house, 1)
    assert words(house) == ""
    assert not house.desk.reminders.of(house.me.id)[0].on


def test_a_sleep_is_noticed_at_the_next_beat(house):
    on(house)
    house.clock.sleep(3 * 3_600_000)
    house.part._on_time()
    assert words(house)


def test_a_clock_set_back_or_another_zone_is_noticed(house):
    on(house)
    house.clock.set_zone(house.clock.wall.offset + 60)
    house.part._on_time()
    assert words(house), "it is one o'clock there"
    press(house, NOT_TODAY)
    house.clock.set_wall(-3_600_000)
    house.part._on_time()
    assert words(house) == ""


def test_the_desktop_tells_it_while_nobody_looks(house):
    on(house)
    wait(house, minutes=30)
    (note,) = house.desktop.shown.values()
    assert note.words == "Time for a walk, if you like."
    assert [word for _, word in note.actions] == ["Open", "In an hour", "Not today"]


@pytest.mark.parametrize("about", About)
def test_what_the_desktop_tells_is_nothing_of_pain(house, about):
    at = {About.MORNING: time(11), About.WALK: time(13), About.EVENING: time(20)}[about]
    on(house, about, at)
    for _ in range(25):
        wait(house, hours=1)
    assert house.desktop.came
    for told in house.desktop.came:
        assert not {"pain", "back", "sign", "flare"} & set(told.lower().split())


def test_the_desktop_is_left_alone_while_the_window_is_in_use(house):
    on(house)
    house.seen = True
    wait(house, minutes=30)
    assert words(house)
    assert not house.desktop.came


def test_once_the_window_is_looked_at_the_desktop_is_cleared(house):
    on(house)
    wait(house, minutes=30)
    house.part._on_state(Qt.ApplicationState.ApplicationInactive)
    assert house.desktop.shown
    house.part._on_state(Qt.ApplicationState.ApplicationActive)
    assert not house.desktop.shown
    assert words(house)


def test_what_is_chosen_on_the_desktop_counts(house):
    on(house)
    wait(house, minutes=30)
    house.desktop.choose("later")
    assert words(house) == ""
    wait(house, hours=1)
    house.desktop.choose("not today")
    assert words(house) == ""
    assert not house.desktop.shown


@pytest.mark.parametrize("action", ["open", ""])
def test_the_desktop_opens_the_window(house, action):
    on(house)
    wait(house, minutes=30)
    house.window.showMinimized()
    house.desktop.choose(action)
    assert not house.window.isMinimized()
    assert words(house)


def test_a_note_of_something_that_is_over_does_nothing(house):
    on(house)
    wait(house, minutes=30)
    (key,) = house.desktop.shown
    press(house, NOT_TODAY)
    house.desktop.acted.emit(key, "later")
    QApplication.processEvents()
    assert words(house) == ""


def test_without_a_desktop_the_line_does(house):
    house.part.find_notes = lambda: None
    on(house)
    wait(house, minutes=30)
    assert words(house)
    press(house, QUARTER)
    assert words(house) == ""


def test_at_the_end_nothing_is_left_on_the_desktop(house):
    on(house)
    wait(house, minutes=30)
    house.part._on_quit()
    assert not house.desktop.shown


def test_the_window_in_use_is_one_that_is_active_and_not_put_away(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        made.show().take_up()
        made.window.remind()
        assert made.window.reminding.part._is_in_use()
        made.window.showMinimized()
        assert not made.window.reminding.part._is_in_use()


def test_it_begins_once_the_charts_are_there(qtbot, look, monkeypatch):
    monkeypatch.setattr("walktrack.ui.main_window._REMINDED_MS", 1)
    with at_home(qtbot, monkeypatch) as made:
        made.show().take_up()
        assert made.window.reminding is None
        made.window.load_charts()
        qtbot.waitUntil(lambda: made.window.reminding is not None)
        first = made.window.reminding
        made.window.remind()
        assert made.window.reminding is first


def test_a_start_loads_nothing_of_it_before_the_charts():
    code = """
        import sys
        from walktrack import app
        from walktrack.ui.main_window import MainWindow

        def late():
            ours = ("walktrack.ui.reminder", "walktrack.ui.notes", "walktrack.domain.reminders")
            return sorted(name for name in sys.modules if name.startswith(ours))

        def loaded(window):
            print(late(), flush=True)
            window.close()

        def painted():
            print(late(), flush=True)

        made = MainWindow.__init__
        def make(window, path):
            made(window, path)
            window.painted.connect(painted)

        MainWindow.__init__ = make
        MainWindow.load_charts = loaded
        sys.exit(app.run(sys.argv[1], example=True))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), ""],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == ["[]", "['walktrack.domain.reminders']"]
