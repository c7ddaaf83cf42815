"""Twelve weeks of a plan at the window, each touch of them, with the clock wound by hand."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.start import Start
from walktrack.domain.warning_signs import Sign
from walktrack.ui.dialogs.sign_result import SignResultDialog
from walktrack.ui.dialogs.start_anyway import StartAnywayDialog
from walktrack.ui.top_bar import PageName

ASKED = (
    PainMoment.BEFORE,
    PainMoment.OTHER,
    PainMoment.NEXT_MORNING,
    PainMoment.DAY_AVERAGE,
)


class Anna:
    """Somebody who lives by the plan, and touches nothing but the window."""

    def __init__(self, house):
        self.house = house

    def go(self, page):
        self.house.window.go(page)
        QApplication.processEvents()
        return self.house.window._frame.pages.currentWidget()

    def plan(self):
        return self.go(PageName.PLAN)

    def view(self):
        return self.house.desk.plan.view(self.house.me.id)

    def rate(self, moment, value):
        if moment in ASKED:
            self.house.click(self.house.pain.choice.buttons[ASKED.index(moment)])
        self.house.rate(moment, value)

    def walk(self, pain):
        """Walk as long as the timer's goal says, and answer before and after."""
        house, card = self.house, self.house.card
        self.rate(PainMoment.BEFORE, pain)
        house.click(card.start)
        goal = house.running.walk.target_minutes
        for _ in range(2 * goal):
            house.beat(seconds=30)
        house.click(card.finish)
        house.rate(PainMoment.AFTER, pain)
        house.click(card.close_walk)

    def week(self, pain=3, bad_mornings=()):
        """Live seven days as the plan asks; return on how many a walk was made."""
        walked = 0
        for day in range(7):
            self.go(PageName.TODAY)
            if day in bad_mornings:
                self.rate(PainMoment.NEXT_MORNING, pain + 3)
            view = self.view()
            if view.next == view.on and view.today.goal_minutes:
                self.walk(pain)
                walked += 1
            self.rate(PainMoment.DAY_AVERAGE, pain)
            self.house.clock.go(hours=24)
            self.house.today._on_minute()
        return walked

    def say_flare_up(self):
        self.go(PageName.TODAY)
        self.house.click(self.house.card.flare_up)
        self.house.click(self.house.today.days.form.save_button)

    def say_it_eased(self):
        self.go(PageName.TODAY)
        self.house.click(self.house.card.eased)
        self.house.click(self.house.today.days.form.save_button)

    def tick(self, sign):
        signs = self.house.window.signs
        self.house.window.show_signs()
        signs.list.boxes[sign].box.click()
        self.house.click(signs.list.done_button)
        self.house.click(signs.result.read_button)

    def say_it_was_checked(self):
        self.house.window.signs.show_open()
        self.house.click(self.house.dialog(SignResultDialog).checked_button)
        self.house.click(self.plan().target.ready)

    def ask_physio(self, minutes, days):
        self.house.click(self.plan().target.clinician)
        dialog = self.house.dialog()
        dialog.minutes.setValue(minutes)
        dialog.days.setValue(days)
        self.house.click(dialog.save_button)

    def stay_away(self, weeks):
        for _ in range(7 * weeks):
            self.house.clock.go(hours=24)
            self.house.today._on_minute()

    def aim(self):
        return self.plan().target.target.words

    def accept(self):
        page = self.plan()
        self.house.click(page.target.accept)
        return page.target.target.words

    def reason(self):
        return self.plan().target.reason.words


@pytest.fixture
def anna(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show().take_up()
        yield Anna(house)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_twelve_weeks(anna):
    house = anna.house
    house.click(anna.plan().start.buttons[Start.USUAL])
    # 1 and 2: all goes well, and each raise is taken.
    for words in ("12 minutes on 4 days", "12 minutes on 5 days"):
        anna.week()
        assert "No walk left your pain up the next morning" in anna.reason()
        assert anna.accept() == words
    # 3: one walk is felt the next morning; the plan holds.
    anna.week(bad_mornings=(1,))
    assert anna.reason().startswith("After 1 walk your pain was still up the next morning")
    assert anna.aim() == "12 minutes on 5 days"
    # 4: two are felt; a step back, which counts before anybody answers.
    anna.week(bad_mornings=(1, 4))
    assert anna.reason().startswith("After 2 walks your pain was still up the next morning")
    assert anna.view().state.target == LADDER[4]
    # 5: a flare-up; walks are short from that day on.
    anna.say_flare_up()
    assert anna.view().state.target == Target(6, 4)
    assert house.card.planned_goal.words == "Goal: 6 minutes, by your plan"
    anna.week(pain=7)
    # 6: it is over, and the week after begins lower than before.
    anna.say_it_eased()
    anna.week()
    assert anna.reason().startswith("Your flare-up has eased")
    assert anna.accept() == "10 minutes on 4 days"
    # 7: a warning sign; nothing is asked for, and a walk is asked about once, not forbidden.
    anna.tick(Sign.FEVER)
    assert anna.aim() == "Your plan is paused"
    assert anna.week() == 0
    anna.go(PageName.TODAY)
    house.click(house.card.start)
    house.dialog(StartAnywayDialog).reject()
    # 8: it was checked; lower than before.
    anna.say_it_was_checked()
    assert anna.aim() == "5 minutes on 4 days"
    anna.week()
    assert anna.accept() == "7 minutes on 4 days"
    # 9 and 10: away; the second week takes two steps.
    anna.stay_away(weeks=2)
    assert anna.reason().startswith("You had 2 weeks with no walks logged")
    # 11 and 12: the physio says something, and that stands.
    anna.ask_physio(12, 4)
    anna.week(bad_mornings=(1, 2))
    anna.week()
    assert anna.aim() == "12 minutes on 4 days"
    assert anna.view().week == 12
    walked = "SELECT count(*) FROM walk WHERE state = 'done' AND deleted_at IS NULL"
    assert house.diary._db.rows(walked)[0][0] > 30
