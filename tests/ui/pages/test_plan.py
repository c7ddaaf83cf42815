"""The page of the plan in the window, from its start to its end, and the line on Today."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.parameters import NUMBERS, RANGES, Parameters
from walktrack.domain.plan.start import Start
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.domain.warning_signs import Resolution, Sign
from walktrack.services.entry_forms import MarkForm, WalkForm
from walktrack.ui.top_bar import PageName


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


@pytest.fixture
def page(house):
    house.window.go(PageName.PLAN)
    return house.window._shelf.page(PageName.PLAN)


@pytest.fixture
def planned(house, page):
    house.click(page.start.buttons[Start.USUAL])
    return page


def walk(house, minutes=12, **said):
    start = house.clock.read().wall.plus(-60 * MS_PER_MINUTE)
    span = minutes * MS_PER_MINUTE
    form = WalkForm(Times(start, start.plus(span), span), details=Details(**said))
    house.desk.history.add_walk(house.me.id, form)


def week(house, **said):
    for _ in range(7):
        walk(house, **said)
        house.clock.go(hours=24)
    house.window.go(PageName.PLAN)
    QApplication.processEvents()


def target(house):
    return house.desk.plan.view(house.me.id).state.target


def test_off_it_says_what_a_plan_is_and_offers_to_start(house, page):
    assert page.start.isVisible()
    assert not page.target.isVisible()
    assert not page.start.buttons[Start.MEASURED].isVisible()
    assert page.start.measured.isVisible()


def test_a_plan_begins_with_a_press_and_shows_the_week(house, planned):
    assert planned.target.target.words == "10 minutes on 4 days"
    assert planned.target.today.words == "Today: 10 minutes."
    assert planned.target.reason.words == "Your plan starts here."
    assert [row.words.words for row in planned.week.rows[:3]] == [
        "Next: 10 minutes", "Planned: 10 minutes", "Free",
    ]  # fmt: skip
    assert not planned.target.accept.isVisible()
    house.act()
    assert planned.start.isVisible()


def test_who_is_over_65_is_offered_the_gentle_start_first(house, page):
    house.diary._db.execute_sql("UPDATE person SET birth_year = 1950")
    house.window.go(PageName.PLAN)
    gentle, usual = (page.start.buttons[start] for start in (Start.GENTLE, Start.USUAL))
    assert page.start.body.indexOf(gentle) < page.start.body.indexOf(usual)


def test_three_walks_offer_a_start_from_them(house, page):
    for _ in range(3):
        walk(house, minutes=15)
        house.clock.go(hours=24)
    house.window.go(PageName.PLAN)
    house.click(page.start.buttons[Start.MEASURED])
    assert target(house) == LADDER[5]


def test_a_raise_is_accepted_and_can_be_undone(house, planned):
    week(house)
    assert planned.target.reason.words.startswith("You walked on 4 of 4 planned days")
    assert planned.target.reason.words.endswith(
        "So this week can be 12 minutes, up from 10 minutes."
    )
    house.click(planned.target.accept)
    assert planned.target.target.words == "12 minutes on 4 days"
    assert not planned.target.accept.isVisible()
    house.act()
    assert planned.target.accept.text() == "Accept 12 minutes"


def test_a_step_back_can_be_refused(house, planned):
    week(house, stopped_for_pain=True)
    assert planned.target.target.words == "7 minutes on 4 days"
    assert planned.target.reason.words == (
        "After 7 walks your pain was still up the next morning, "
        "so this week is a bit shorter: 7 minutes."
    )
    house.click(planned.target.keep)
    assert planned.target.target.words == "10 minutes on 4 days"
    assert planned.target.reason.words == "You kept your minutes as they were."


def test_a_step_back_by_choice(house, planned):
    house.click(planned.target.back)
    assert planned.target.target.words == "7 minutes on 4 days"


@pytest.mark.parametrize(
    ("button", "words"),
    [("own", "You chose this yourself."), ("clinician", "Your doctor or physio said this.")],
)
def test_own_minutes_and_what_the_physio_said(house, planned, button, words):
    house.click(getattr(planned.target, button))
    dialog = house.dialog()
    assert dialog.target() == Target(10, 4)
    dialog.minutes.setValue(12)
    dialog.days.setValue(3)
    house.click(dialog.save_button)
    assert target(house) == Target(12, 3)
    assert planned.target.reason.words == words


def test_own_minutes_typed_after_the_plan_was_paused_change_nothing(house, planned):
    house.click(planned.target.own)
    dialog = house.dialog()
    house.desk.plan.pause(house.me.id)
    dialog.minutes.setValue(30)
    house.click(dialog.save_button)
    assert target(house) is None


def test_a_pause_and_ready_again(house, planned):
    house.click(planned.target.pause)
    assert planned.target.target.words == "Your plan is paused"
    assert not planned.target.own.isVisible()
    assert not planned.target.today.isVisible()
    house.click(planned.target.ready)
    assert planned.target.target.words == "5 minutes on 4 days"
    assert planned.target.reason.words == "Welcome back. We start lower, at 5 minutes."


def test_a_warning_sign_leaves_no_way_on_until_it_was_checked(house, planned):
    house.desk.plan._standings._sign_open = lambda _: True
    house.window.go(PageName.PLAN)
    assert planned.target.reason.words.startswith("You ticked a warning sign")
    assert planned.target.ready.text() == "I have had this checked"
    assert not planned.target.ready.isEnabled()
    house.desk.plan.catch_up(house.me.id)
    house.desk.plan._standings._sign_open = lambda _: False
    house.window.go(PageName.PLAN)
    house.click(planned.target.ready)
    assert target(house) == LADDER[1]


def test_a_flare_up_shows_at_once(house, planned):
    today = house.desk.days.today()
    house.desk.days.add(house.me.id, MarkForm(MarkKind.FLARE_UP, today, None, ""))
    assert planned.target.target.words == "5 minutes on 4 days"
    assert planned.target.reason.words.startswith("You marked a flare-up")


def test_every_number_is_shown_and_can_be_changed(house, planned):
    house.click(planned.numbers.numbers)
    dialog = house.dialog()
    assert {name: field.value() for name, field in dialog.fields.items()} == {
        name: getattr(Parameters(), name) for name in NUMBERS
    }
    assert len(dialog.steps) == 15
    dialog.fields["weeks_per_step"].setValue(2)
    dialog.steps[14][0].setValue(31)
    house.click(dialog.save_button)
    assert house.no_dialog()
    numbers = house.desk.plan.view(house.me.id).parameters
    assert numbers.weeks_per_step == 2
    assert numbers.ladder[14] == Target(31, 5)


def test_numbers_that_make_no_plan_are_not_saved(house, planned):
    house.click(planned.numbers.numbers)
    dialog = house.dialog()
    dialog.steps[3][0].setValue(60)
    house.click(dialog.save_button)
    assert dialog.trouble.words == "Each step has to ask for more than the one before it."
    dialog.usual.click()
    dialog.fields["pause_most_back"].setValue(RANGES["pause_most_back"][0])
    house.click(dialog.save_button)
    assert dialog.trouble.words.startswith("The most steps back")
    dialog.usual.click()
    assert not dialog.changed()
    dialog.close()


def test_the_plan_can_be_ended(house, planned):
    house.click(planned.numbers.end)
    assert planned.start.isVisible()
    assert house.desk.plan.view(house.me.id) is None


def test_today_has_one_quiet_line_while_there_is_a_plan(house, planned):
    house.window.go(PageName.TODAY)
    assert house.card.plan.words == "Your plan. Today: 10 minutes."
    walk(house, minutes=4)
    assert house.card.plan.words == "Your plan. 6 minutes of your 10 minutes are left today."
    house.desk.plan.stop(house.me.id)
    assert not house.card.plan.isVisible()


def test_the_goal_of_a_walk_is_what_the_plan_asks_for(house, planned):
    house.desk.people.set_goal(house.me, 25)
    house.window.go(PageName.TODAY)
    assert house.card.planned_goal.words == "Goal: 10 minutes, by your plan"
    assert not house.card.goal.isVisible()
    house.walk(minutes=4)
    assert house.running.walk.target_minutes == 10
    house.click(house.card.finish)
    house.click(house.card.close_walk)
    assert house.card.planned_goal.words == "Goal: 6 minutes, by your plan"
    house.walk(minutes=6)
    assert house.running.walk.target_minutes == 6
    house.click(house.card.finish)
    house.click(house.card.close_walk)
    assert house.card.planned_goal.words == "No goal: your plan asks for no more today."
    house.click(house.card.start)
    assert house.running.walk.target_minutes is None


def test_without_a_plan_that_asks_the_goal_is_the_persons_own(house, planned):
    house.desk.people.set_goal(house.me, 25)
    house.desk.plan.pause(house.me.id)
    house.window.go(PageName.TODAY)
    assert not house.card.planned_goal.isVisible()
    assert house.card.goal.isVisible()
    house.click(house.card.start)
    assert house.running.walk.target_minutes == 25


def test_no_walk_today_moves_the_next_one_on(house, planned):
    house.window.go(PageName.TODAY)
    house.click(house.card.no_walk)
    assert house.card.plan.words == (
        "Your plan. Today is free, as you said. Your plan goes on tomorrow."
    )
    house.window.go(PageName.PLAN)
    words = [row.words.words for row in planned.week.rows]
    assert words[:2] == ["No walk", "Next: 10 minutes"]


def test_weeks_nobody_answered_are_kept_when_the_window_reads_again(house, planned):
    house.clock.go(hours=24 * 15)
    house.today._on_minute()
    rules = [step.rule for step in house.desk.plan.view(house.me.id).past]
    assert rules == ["begun", "R6"]
    assert house.diary.plans.going_on(house.me.id).reviewed == 1


def test_the_week_tells_of_what_is_done_and_left(house, planned):
    walk(house, minutes=9)
    house.clock.go(hours=24)
    walk(house, minutes=4)
    house.clock.go(hours=24)
    house.window.go(PageName.PLAN)
    words = [row.words.words for row in planned.week.rows]
    assert words[:2] == ["Done, 9 minutes", "4 minutes walked"]
    assert planned.week.sum.words == "Done on 1 of 4 days. Any walk counts."


def test_the_keyboard_never_stands_on_a_button_that_is_gone(house, planned):
    planned.target.pause.setFocus()
    house.key(Qt.Key.Key_Space)
    assert planned.target.ready.hasFocus()
    house.key(Qt.Key.Key_Space)
    assert planned.target.back.hasFocus()
    planned.numbers.end.setFocus()
    house.key(Qt.Key.Key_Space)
    assert planned.start.buttons[Start.USUAL].hasFocus()


def test_today_in_the_week_is_as_short_as_today_asks_for(house, planned):
    walk(house, minutes=12, stopped_for_pain=True)
    house.clock.go(hours=24)
    house.window.go(PageName.PLAN)
    assert planned.week.rows[1].words.words == "Next: 5 minutes"


def test_it_is_worked_by_keys_alone(house, planned):
    planned.target.back.setFocus()
    house.key(Qt.Key.Key_Space)
    assert target(house) == LADDER[2]


def test_the_warning_signs_are_offered_at_the_start_and_at_a_review(house, planned):
    strip = house.window.signs.strip
    assert strip.isVisible()
    assert house.no_dialog()
    house.desk.signs.put_off(house.me.id)
    house.window.signs.strip.hide()
    week(house)
    house.click(planned.target.accept)
    assert strip.isVisible()
    assert house.no_dialog()


def test_an_open_warning_sign_leaves_no_target_and_being_checked_brings_one_back(house, planned):
    house.desk.signs.answer(house.me.id, {Sign.FEVER})
    QApplication.processEvents()
    assert target(house) is None
    house.clock.go(hours=24)
    house.desk.signs.read(house.me.id)
    house.desk.signs.resolve(house.me.id, Resolution.CHECKED)
    house.window.go(PageName.PLAN)
    house.click(planned.target.ready)
    assert target(house).minutes < 10
