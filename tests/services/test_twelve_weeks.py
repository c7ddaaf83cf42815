"""Twelve weeks of a plan through the services, day by day, with the clock wound by hand."""

from itertools import pairwise

import pytest
from tests.services.every_verb import AVERAGE, MORNING
from tests.services.test_planning import Walker

from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.proposal import Rule
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.today import Ask


@pytest.fixture
def anna():
    made = Walker()
    made.plan.start(made.me, Start.USUAL)
    yield made
    made.diary.close()


def live(anna, pain=3, bad_mornings=(), stays_in=False):
    """Live one week as the plan asks, day by day; return how many days were walked."""
    walked = 0
    for day in range(7):
        if day in bad_mornings:
            anna.rate(MORNING, pain + 3)
        today = anna.view().today
        planned = any(each.day == anna.today and each.planned for each in anna.view().days)
        if planned and today.minutes and not stays_in:
            anna.walk(today.minutes, before=pain, after=pain)
            walked += 1
            assert anna.view().today.ask in {Ask.ENOUGH, Ask.FREE, Ask.HALF}
        anna.rate(AVERAGE, pain)
        anna.day()
        anna.plan.catch_up(anna.me)
    return walked


def told(anna):
    """Return the rule that waits for an answer, and the target that counts until then."""
    view = anna.view()
    rule = view.proposal.rule if view.proposal else view.reason.rule
    return rule, view.state.target


def test_twelve_weeks(anna):
    # 1 and 2: all goes well, and each raise is taken.
    for level in (4, 5):
        assert live(anna) >= LADDER[level - 1].days - 1
        assert told(anna)[0] is Rule.R10
        anna.plan.accept(anna.me)
        assert anna.target() == LADDER[level]
    # 3: one walk is felt the next morning; the plan holds.
    live(anna, bad_mornings=(1,))
    assert told(anna) == (Rule.R9, LADDER[5])
    anna.plan.accept(anna.me)
    # 4: two are felt; a step back, which counts before anybody answers.
    live(anna, bad_mornings=(1, 4))
    assert told(anna) == (Rule.R8, LADDER[4])
    # 5: nobody answered; it has counted all the same.
    live(anna)
    assert anna.view().past[-1].rule is Rule.R8
    anna.plan.accept(anna.me)
    assert anna.target() == LADDER[5]
    # 6: a flare-up; walks are short from that day on.
    mark = anna.flare_up()
    assert anna.target() == Target(6, 5)
    live(anna, pain=7)
    assert told(anna) == (Rule.R4, Target(6, 5))
    # 7: it is over in the middle of the week, and short walks last till its end.
    anna.day()
    anna.flare_over(mark)
    for _ in range(6):
        anna.day()
    assert told(anna) == (Rule.R5, LADDER[4])
    anna.plan.accept(anna.me)
    # 8: a warning sign; nothing is asked for, and nothing can be answered.
    anna.signs = True
    assert anna.target() is None
    assert live(anna) == 0
    assert told(anna) == (Rule.R1, None)
    # 9: it was checked; two steps lower.
    anna.signs = False
    anna.plan.ready(anna.me)
    assert anna.target() == LADDER[2]
    live(anna)
    assert told(anna)[0] is Rule.R10
    anna.plan.accept(anna.me)
    # 10 and 11: away; the second week takes two steps.
    for rule, level in ((Rule.R6, 3), (Rule.R7, 1)):
        assert live(anna, stays_in=True) == 0
        assert told(anna) == (rule, LADDER[level])
    # 12: the physio says something, and that stands.
    anna.plan.set_by_clinician(anna.me, Target(12, 4))
    live(anna, bad_mornings=(1, 2))
    assert told(anna)[1] == Target(12, 4)
    assert anna.view().week == 12
    raised = {
        after.rule
        for before, after in pairwise(anna.view().past)
        if after.state.level > before.state.level and after.choice is not Choice.CLINICIAN
    }
    assert raised == {Rule.R10}


def test_a_diary_opened_after_twelve_weeks_asks_for_little(anna):
    live(anna)
    for _ in range(11 * 7):
        anna.day()
    anna.plan.catch_up(anna.me)
    assert anna.target() == LADDER[0]
    assert anna.view().state.weeks_away == 11
