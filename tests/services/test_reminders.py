"""Reminders through weeks of a diary, with a clock wound by hand."""

from datetime import datetime, time, timedelta

import pytest
from tests.services.every_verb import AVERAGE, MORNING, Home

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.person import PersonColour
from walktrack.domain.plan.start import Start
from walktrack.domain.reminders import SNOOZES, UNUSED_DAYS, About, Reminder
from walktrack.domain.warning_signs import Resolution, Sign
from walktrack.services.changes import Changes
from walktrack.services.entry_forms import MarkForm
from walktrack.services.people import PersonForm
from walktrack.services.reminders import Reminders

DAY = 24 * 60 * MS_PER_MINUTE
WEEK = 7


class Days(Home):
    """A home whose clock stands at nine on a Monday. `on` turns a reminder on."""

    def __init__(self):
        super().__init__(None)
        self.go_to(9)

    @property
    def reminders(self):
        return self.desk.reminders

    @property
    def now(self):
        return self.clock.read().wall

    def go_to(self, hour, minute=0, days=0):
        """Wind the clock on to a time of day, so many days from now."""
        then = datetime.combine(self.now.day + timedelta(days), time(hour, minute))
        self.clock.wall = Moment.of(then.replace(tzinfo=self.now.local().tzinfo))

    def on(self, about=About.WALK, at=time(10), person=None, **more):
        whose = person.id if person else self.me
        self.reminders.set(whose, Reminder(about, at, on=True, **more))

    def due(self):
        return [(one.person.name, one.reminder.about) for one in self.reminders.take_due()]

    def took(self):
        """Return the one reminder that is due."""
        (one,) = self.reminders.take_due()
        return one

    def comes(self, days=1):
        """Look each minute of a quarter of an hour from ten, for some days; return what came."""
        found = []
        for _ in range(days):
            self.go_to(10)
            found.append(sum(len(self.reminders.take_due()) for _ in self.minutes(15)))
            self.go_to(9, days=1)
        return found

    def minutes(self, count):
        for _ in range(count):
            yield
            self.clock.go(minutes=1)


@pytest.fixture
def home():
    made = Days()
    yield made
    made.diary.close()


def test_nothing_comes_unless_it_is_turned_on(home):
    assert not any(one.on for one in home.reminders.of(home.me))
    assert home.reminders.next_turn() is None
    assert home.comes(WEEK) == [0] * WEEK


def test_it_comes_once_at_its_time(home):
    home.on()
    assert home.due() == []
    assert home.reminders.next_turn().local().time() == time(10)
    home.go_to(10)
    assert home.due() == [("", About.WALK)]
    assert home.due() == []
    assert Changes.REMINDERS in home.heard


def test_a_week_with_a_walk_each_second_day(home):
    home.on()
    came = []
    for number in range(14):
        home.go_to(9, 30)
        if number % 2:
            home.walked()
        came += home.comes()
    assert came == [1, 0] * 7


def test_it_waits_while_a_walk_goes_on(home):
    home.on(About.MORNING)
    home.go_to(9, 55)
    home.walking()
    home.go_to(10)
    assert home.due() == []
    home.desk.tracker.discard(home.me)
    assert home.due() == [("", About.MORNING)]


def test_a_question_is_done_once_it_is_answered(home):
    home.on(About.MORNING)
    home.on(About.EVENING, time(20))
    home.go_to(11)
    home.desk.journal.rate_day(home.me, MORNING, 3)
    assert home.due() == []
    home.go_to(20)
    due = home.took()
    assert home.reminders.stands(due)
    home.desk.journal.rate_day(home.me, AVERAGE, 3)
    assert not home.reminders.stands(due)


def test_a_flare_up_silences_all_until_it_is_over(home):
    home.on()
    home.on(About.MORNING)
    assert home.comes() == [2]
    home.desk.days.add(home.me, MarkForm(MarkKind.FLARE_UP, home.now.day, None))
    assert home.comes(3) == [0] * 3
    mark = home.diary.marks.open_flare_up(home.me)
    yesterday = home.now.day - timedelta(1)
    home.desk.days.edit(mark.id, MarkForm(MarkKind.FLARE_UP, mark.first, yesterday))
    assert home.comes() == [2]


@pytest.mark.parametrize("kind", [MarkKind.NO_WALK, MarkKind.EXCUSED])
def test_a_free_day_silences_the_walk_alone(home, kind):
    home.on()
    home.on(About.MORNING)
    today = home.now.day
    home.diary.marks.add(DayMark("m", home.me, kind, today, today, home.now))
    home.go_to(10)
    assert home.due() == [("", About.MORNING)]


def test_a_paused_plan_silences_all(home):
    home.on()
    home.on(About.MORNING)
    home.desk.plan.start(home.me, Start.USUAL)
    assert home.comes() == [2]
    home.desk.plan.pause(home.me)
    assert home.comes(2) == [0, 0]
    home.desk.plan.stop(home.me)
    assert home.comes() == [2]


def test_an_open_warning_sign_silences_all(home):
    home.on()
    home.on(About.MORNING)
    home.desk.signs.answer(home.me, {Sign.FEVER})
    assert home.comes(2) == [0, 0]
    home.desk.signs.resolve(home.me, Resolution.CHECKED)
    assert home.comes() == [2]
    home.desk.signs.answer(home.me, {Sign.DIZZY})
    assert home.comes() == [2], "pause and watch is no matter of weeks"


@pytest.mark.parametrize("minutes", SNOOZES)
def test_put_off(home, minutes):
    home.on()
    home.go_to(10)
    due = home.took()
    home.reminders.put_off(due, minutes)
    assert not home.reminders.stands(due)
    assert home.reminders.next_turn() == home.now.plus(minutes * MS_PER_MINUTE)
    home.clock.go(minutes=minutes - 1)
    assert home.due() == []
    home.clock.go(minutes=1)
    assert home.due() == [("", About.WALK)]


def test_a_sleep_over_its_time_brings_it_once_while_it_is_of_use(home):
    home.on()
    home.on(About.MORNING)
    home.clock.sleep(6 * 60 * MS_PER_MINUTE)
    assert home.due() == [("", About.WALK)], "the morning is over at three"
    assert home.due() == []
    home.clock.sleep(4 * DAY)
    assert home.due() == [("", About.WALK)], "one, whatever was missed"
    home.go_to(22, days=1)
    assert home.due() == []


def test_a_new_start_of_the_program_shows_nothing_twice(home):
    home.on()
    home.go_to(10)
    assert home.due() == [("", About.WALK)]
    home.restart()
    assert home.due() == []


def test_of_no_use_for_some_days_it_asks_and_then_stays_away(home):
    home.on()
    assert home.comes(UNUSED_DAYS) == [1] * UNUSED_DAYS
    home.go_to(10)
    due = home.took()
    assert due.reminder.asks
    assert home.reminders.stands(due)
    home.heard.clear()
    assert home.comes(10) == [0] * 10
    assert home.heard == [Changes.REMINDERS], "Settings tells that it gave up"
    (walk, *_) = home.reminders.of(home.me)
    assert walk.gave_up
    assert home.reminders.next_turn() is None
    home.on()
    assert home.comes() == [1]


def test_kept_it_goes_on(home):
    home.on()
    home.comes(UNUSED_DAYS)
    home.go_to(10)
    home.reminders.keep(home.took())
    assert home.due() == []
    home.go_to(9, days=1)
    assert home.comes(UNUSED_DAYS) == [1] * UNUSED_DAYS


def test_turned_off_it_is_gone(home):
    home.on()
    home.go_to(10)
    due = home.took()
    home.reminders.turn_off(due)
    assert not home.reminders.stands(due)
    assert home.comes(2) == [0, 0]


def test_set_to_another_time_it_comes_at_that_too(home):
    home.on()
    home.go_to(10)
    assert home.due() == [("", About.WALK)]
    home.on(at=time(9, 30))
    assert home.due() == [], "that is over for today"
    home.on(at=time(10, 2))
    home.go_to(10, 2)
    assert home.due() == [("", About.WALK)]
    was = home.reminders.of(home.me)
    home.clock.go(minutes=1)
    home.on(at=time(10, 2))
    assert home.reminders.of(home.me) == was, "nothing has changed"


def two(home):
    home.desk.people.rename(home.person, "Anna")
    home.clock.go(seconds=1)
    return home.desk.people.add(PersonForm("Bert", "", PersonColour.RED))


def test_of_two_people_each_has_their_own(home):
    bert = two(home)
    home.on(at=time(10))
    home.on(at=time(10), person=bert)
    home.on(About.EVENING, time(20), person=bert)
    home.walked()
    home.go_to(10)
    due = home.took()
    assert (due.person.name, due.named) == ("Bert", True)
    home.go_to(20)
    assert home.due() == [("Bert", About.EVENING)]


def test_who_is_archived_or_removed_is_not_reminded(home):
    bert = two(home)
    home.on(person=bert)
    home.go_to(10)
    due = home.took()
    home.desk.people.archive(bert)
    assert not home.reminders.stands(due)
    assert home.comes() == [0]
    assert home.reminders.next_turn() is None
    home.desk.people.take_out(bert)
    assert home.comes() == [1]
    home.desk.people_bin.remove(bert)
    assert home.comes() == [0]


def test_alone_nobody_is_named(home):
    home.on()
    home.go_to(10)
    assert not home.took().named


def test_the_night_the_clocks_change_brings_nothing_twice(home):
    """In this diary the clock goes back from three to two; the walk is set for five."""
    home.on(at=time(5))
    home.go_to(4, 59, days=1)
    assert home.due() == []
    home.go_to(5)
    assert home.due() == [("", About.WALK)]
    home.clock.set_zone(home.now.offset - 60)
    home.clock.go(minutes=59)
    assert home.due() == []
    home.clock.go(minutes=2)
    assert home.due() == []


def test_what_is_not_on_is_not_looked_for(home, monkeypatch):
    monkeypatch.setattr(Reminders, "_people", None)
    assert home.reminders.take_due() == []
    assert home.reminders.next_turn() is None
