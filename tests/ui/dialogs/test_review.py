from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.clocks import HandClock
from tests.services.conftest import House
from tests.ui import gates

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.stopwatch import Doubt, EventKind, Stopwatch, WalkEvent
from walktrack.services.running import Answer
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.words import time_words

MINUTE = MS_PER_MINUTE
HOUR = 60 * MINUTE


class Story:
    """A walk of so many minutes up to a gap that ends in a question."""

    def __init__(self, doubt=Doubt.SLEEP, *, before=12 * MINUTE, gap=14 * MINUTE, after=0):
        self.clock = HandClock()
        self.start = self.clock.wall
        watch = Stopwatch.begin(self.clock.read())
        self.clock.go(ms=before)
        self.watch = watch.after(WalkEvent(EventKind.HEARTBEAT, self.clock.read()))
        self.since = self.clock.wall
        self.clock.sleep(gap)
        self.found = self.clock.wall
        question = WalkEvent(EventKind.REVIEW, self.clock.read(), doubt)
        self.watch = self.watch.after(question)
        self.clock.go(ms=after)


@pytest.fixture
def ask(qtbot, look):
    def opened(story):
        dialog = ReviewDialog(story.watch, story.clock.read())
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.answered.connect(lambda *answer: dialog.heard.append(answer))
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


def words(dialog):
    return [label.words for label in (dialog.title, dialog.facts)]


def at(moment):
    return time_words(moment.local())


def test_sleep_is_told_with_its_numbers(ask):
    story = Story()
    title, facts = words(ask(story))
    assert title == "Your computer slept during the walk."
    assert facts == (
        f"WalkTrack counted 12 min, up to {at(story.since)}. "
        f"It does not know about the 14 min after that, until {at(story.found)}."
    )


def test_each_answer_says_what_it_gives(ask):
    story = Story(after=2 * MINUTE)
    names = [b.accessibleName() for b in ask(story).buttons.values()]
    assert names == [
        "I walked the whole time. Count it all: 28 min so far",
        "Leave the gap out. 14 min so far",
        f"I stopped at {at(story.since)}. The walk was 12 min",
        "I stopped at another time…. Choose the time",
        "Put this walk aside. You can undo this",
    ]


def test_a_crash_is_told(ask):
    assert words(ask(Story(Doubt.CRASH)))[0] == "WalkTrack stopped during the walk."


def test_four_hours_are_asked_about_without_a_gap(ask):
    dialog = ask(Story(Doubt.LONG, before=4 * HOUR - 5_000, gap=5_000))
    title, facts = words(dialog)
    assert title == "This walk has been running for 4 hours."
    assert facts.endswith("Are you still walking?")
    assert not dialog.buttons[Answer.DROP].isVisible()
    assert dialog.buttons[Answer.KEEP].result == "Count it all: 4 h so far"


def test_a_date_is_said_when_it_is_not_todays(ask):
    assert "yesterday." in words(ask(Story(Doubt.CRASH, gap=12 * HOUR)))[1]
    assert "on Mon, 1 Jun." in words(ask(Story(Doubt.CRASH, gap=72 * HOUR)))[1].replace(
        "Mon 1 Jun", "Mon, 1 Jun"
    )


def test_a_clock_set_back_in_the_gap_does_not_make_the_times_contradict(ask):
    story = Story()
    story.clock.set_wall(-7 * MINUTE)
    facts = words(ask(story))[1]
    assert at(story.since.plus(-7 * MINUTE)) in facts
    assert at(story.found.plus(-7 * MINUTE)) in facts


def test_ends_can_be_chosen_by_the_clock_as_it_is_set_now(ask):
    story = Story()
    story.clock.set_wall(-3 * HOUR)
    dialog = ask(story)
    assert dialog.buttons[Answer.CHOSEN].isVisible()
    end = story.clock.wall.plus(-MINUTE)
    assert dialog.given_ms(Answer.CHOSEN, end) == dialog.given_ms(Answer.KEEP) - MINUTE


@pytest.mark.parametrize("answer", [Answer.KEEP, Answer.DROP, Answer.STOPPED, Answer.ASIDE])
def test_an_answer_is_told_once_and_closes(qtbot, ask, answer):
    dialog = ask(Story())
    qtbot.mouseClick(dialog.buttons[answer], Qt.MouseButton.LeftButton)
    assert dialog.heard == [(answer, None)]
    assert not dialog.isVisible()


def test_another_time_is_chosen_in_the_same_window(qtbot, ask):
    story = Story()
    dialog = ask(story)
    assert not dialog.other_end.isVisible()
    dialog.buttons[Answer.CHOSEN].click()
    assert dialog.heard == []
    assert dialog.focusWidget() is dialog.other_end.time
    assert not dialog.other_end.day.isVisible()
    dialog.other_end.time.setTime((story.since.plus(5 * MINUTE)).local().time())
    assert dialog.other_end.result.words.endswith("the walk was 17 min.")
    dialog.other_end.use.click()
    assert dialog.heard == [(Answer.CHOSEN, story.since.plus(5 * MINUTE))]


def test_a_time_outside_the_walk_cannot_be_used(ask):
    story = Story()
    dialog = ask(story)
    dialog.buttons[Answer.CHOSEN].click()
    for wrong in (story.start.plus(-MINUTE), story.clock.wall.plus(MINUTE)):
        dialog.other_end.time.setTime(wrong.local().time())
        assert not dialog.other_end.use.isEnabled()
        assert at(story.start) in dialog.other_end.result.words
    dialog.other_end.time.setTime(story.start.local().time())
    assert dialog.other_end.use.isEnabled()


def test_the_minute_the_walk_began_in_means_its_start(ask):
    story = Story()
    late = Story.__new__(Story)
    late.clock = HandClock(Moment(story.start.ms + 20_000, story.start.offset))
    began = late.clock.wall
    late.watch = Stopwatch.begin(late.clock.read())
    late.clock.sleep(5 * MINUTE)
    late.watch = late.watch.after(WalkEvent(EventKind.REVIEW, late.clock.read(), Doubt.SLEEP))
    dialog = ask(late)
    dialog.other_end.time.setTime(time(12, 0))
    assert dialog.other_end.at == began


def test_over_midnight_the_day_can_be_chosen_too(ask):
    story = Story(Doubt.CRASH, gap=20 * HOUR)
    dialog = ask(story)
    dialog.buttons[Answer.CHOSEN].click()
    assert dialog.other_end.day.isVisible()
    assert dialog.other_end.at == story.since
    tomorrow = story.clock.wall.day
    dialog.other_end.day.setDate(tomorrow)
    assert dialog.other_end.at is None
    dialog.other_end.time.setTime(time(1, 30))
    assert dialog.other_end.at is not None
    assert dialog.other_end.at.day == tomorrow


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_pressed_by_chance_answers_nothing(ask, key):
    dialog = ask(Story())
    QTest.keyClick(dialog.focusWidget(), key)
    assert dialog.heard == []


def test_no_button_is_the_default(ask):
    dialog = ask(Story())
    buttons = dialog.findChildren(QPushButton)
    assert buttons
    assert not any(button.isDefault() or button.autoDefault() for button in buttons)


def test_closing_means_later(ask):
    dialog = ask(Story())
    dialog.close()
    assert dialog.heard == []


def test_numbers_go_on_while_it_is_open_and_what_was_picked_stays(ask):
    story = Story()
    dialog = ask(story)
    dialog.buttons[Answer.CHOSEN].click()
    dialog.other_end.time.setTime(time(12, 3))
    story.clock.go(minutes=3)
    dialog.show_watch(story.watch, story.clock.read())
    assert dialog.buttons[Answer.DROP].result == "15 min so far"
    assert dialog.other_end.time.at == time(12, 3)


def test_it_closes_when_the_question_was_answered_elsewhere(ask):
    story = Story()
    dialog = ask(story)
    dialog.show_watch(
        story.watch.after(WalkEvent(EventKind.DROP, story.clock.read())), story.clock.read()
    )
    assert not dialog.isVisible()
    assert dialog.heard == []


@pytest.mark.parametrize("answer", [Answer.KEEP, Answer.DROP, Answer.STOPPED, Answer.CHOSEN])
@given(
    first=st.integers(0, 3 * HOUR),
    pause=st.integers(0, HOUR),
    second=st.integers(1, 2 * HOUR),
    gap=st.integers(60_000, 8 * HOUR),
    after=st.integers(0, HOUR),
    share=st.floats(0, 1),
    reboot=st.booleans(),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_gives_what_it_said(
    look, answer, first, pause, second, gap, after, share, reboot
):
    house = House()
    me, clock = house.person.id, house.clock
    began = clock.wall
    house.tracker.start(me, None)
    clock.go(ms=first)
    house.tracker.pause(me)
    clock.go(ms=pause)
    house.tracker.resume(me)
    clock.go(ms=second)
    house.tracker.tick(me)
    clock.reboot(gap) if reboot else clock.sleep(gap)
    house.tracker.find(me)
    clock.go(ms=after)
    running = house.tracker.current(me)
    dialog = ReviewDialog(running.watch, clock.read())
    end = began.plus(round((clock.wall.ms - began.ms) * share))
    chosen = end if answer is Answer.CHOSEN else None
    said = dialog.given_ms(answer, chosen)
    walk = house.tracker.answer(me, answer, chosen)
    walked = walk.walked_ms if walk else house.tracker.current(me).walked_ms
    house.diary.close()
    assert said == walked


@pytest.mark.parametrize("doubt", list(Doubt))
def test_the_gates_hold(ask, every_look, doubt):
    dialog = ask(Story(doubt, gap=20 * HOUR))
    dialog.buttons[Answer.CHOSEN].click()
    dialog.resize(dialog.width(), 2400)
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
    assert gates.least_width(dialog) <= 800


def test_longer_words_and_the_largest_text_are_not_clipped(ask, qapp, look):
    longer = gates.LongerWords()
    qapp.installTranslator(longer)
    try:
        look(text_size=200)
        dialog = ask(Story(Doubt.CRASH, gap=20 * HOUR))
        dialog.buttons[Answer.CHOSEN].click()
        dialog.resize(1120, 2400)
        assert gates.clipped(dialog) == []
        assert gates.least_width(dialog) <= 1120
    finally:
        qapp.removeTranslator(longer)
