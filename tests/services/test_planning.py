"""The plan through its verbs: begun, reviewed, answered, paused, undone."""

from datetime import timedelta

import pytest
from tests.services.every_verb import AVERAGE, BEFORE, MORNING, Home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import Reporter
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Rule
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.today import Ask
from walktrack.domain.plan.usual import FlareQuestion
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.services.changes import Changes
from walktrack.services.entry_forms import MarkForm, RatingForm, WalkForm
from walktrack.services.planning import Planning
from walktrack.services.undo import DeedKind, HinderedError, Hindrance

HOUR = 60 * MS_PER_MINUTE


class Walker(Home):
    """A home with a plan in it, whose days go by one after the other."""

    def __init__(self):
        super().__init__(None)
        self.signs = False
        self.desk.plan = self.plan = Planning(
            self.diary, self.clock, self.desk.announcer, self.desk.undo, lambda _: self.signs
        )

    @property
    def today(self):
        return self.clock.read().wall.day

    def view(self):
        return self.plan.view(self.me)

    def target(self):
        return self.view().state.target

    def walk(self, minutes=20, stopped=None, **more):
        start = self.clock.read().wall.plus(-2 * HOUR)
        span = round(minutes * MS_PER_MINUTE)
        times = Times(start, start.plus(span), span)
        self.desk.history.add_walk(
            self.me, WalkForm(times, details=Details(stopped_for_pain=stopped), **more)
        )

    def rate(self, moment, value):
        form = RatingForm(self.clock.read().wall, moment, value, "")
        self.desk.history.add_rating(self.me, form)

    def day(self):
        self.clock.go(hours=24)

    def week(self, walked=range(7), minutes=20, **more):
        for day in range(7):
            if day in walked:
                self.walk(minutes, **more)
            self.day()

    def flare_up(self):
        form = MarkForm(MarkKind.FLARE_UP, self.today, None, "")
        return self.desk.days.add(self.me, form)

    def flare_over(self, mark):
        known = self.diary.marks.get(mark)
        form = MarkForm(MarkKind.FLARE_UP, known.first, self.today, "")
        self.desk.days.edit(mark, form)


@pytest.fixture
def home():
    made = Walker()
    yield made
    made.diary.close()


@pytest.fixture
def planned(home):
    home.plan.start(home.me, Start.USUAL)
    return home


def test_it_is_off_until_it_is_begun(home):
    assert home.view() is None
    home.plan.start(home.me, Start.USUAL)
    assert home.heard[-1] == Changes.PLAN
    assert (home.target(), home.view().reason.rule) == (LADDER[3], Rule.BEGUN)


def test_it_is_on_from_its_start_to_its_end_and_for_nobody_else(home):
    assert not home.plan.is_on(home.me)
    home.plan.start(home.me, Start.USUAL)
    assert home.plan.is_on(home.me)
    assert not home.plan.is_on("somebody else")
    home.plan.pause(home.me)
    assert home.plan.is_on(home.me)
    home.plan.stop(home.me)
    assert not home.plan.is_on(home.me)
    home.desk.undo.undo()
    assert home.plan.is_on(home.me)


def test_a_measured_start_is_offered_after_three_walks(home):
    assert Start.MEASURED not in home.plan.offer(home.me).targets
    for _ in range(3):
        home.walk(15)
        home.day()
    offer = home.plan.offer(home.me)
    assert offer.targets == {
        Start.USUAL: LADDER[3], Start.GENTLE: LADDER[0], Start.MEASURED: LADDER[5]
    }  # fmt: skip
    home.plan.start(home.me, Start.MEASURED)
    assert home.target() == LADDER[5]


def test_the_gentle_start_takes_two_weeks_a_step(home):
    home.plan.start(home.me, Start.GENTLE)
    home.week()
    assert home.view().proposal.rule is Rule.R10B


def test_a_second_plan_or_one_with_an_open_sign_is_not_begun(planned):
    with pytest.raises(NotPossibleError):
        planned.plan.start(planned.me, Start.USUAL)
    planned.plan.stop(planned.me)
    assert planned.view() is None
    planned.signs = True
    with pytest.raises(NotPossibleError):
        planned.plan.start(planned.me, Start.USUAL)


def test_a_raise_waits_for_an_answer(planned):
    planned.week()
    view = planned.view()
    assert view.proposal.rule is Rule.R10
    assert view.state.target == LADDER[3]
    planned.plan.accept(planned.me)
    assert planned.target() == LADDER[4]
    assert planned.view().proposal is None


def test_what_is_lower_counts_at_once_and_can_be_refused(planned):
    planned.week(stopped=True)
    assert planned.view().proposal.rule is Rule.R8
    assert planned.target() == LADDER[2]
    planned.plan.keep(planned.me)
    assert planned.target() == LADDER[3]
    assert planned.view().reason.choice is Choice.KEPT


def test_a_raise_nobody_answered_is_gone_next_week_and_all_is_kept(planned):
    planned.week()
    planned.week()
    planned.plan.catch_up(planned.me)
    steps = planned.view().past
    assert [(step.rule, step.choice) for step in steps[1:]] == [(Rule.R10, Choice.UNANSWERED)]
    assert planned.target() == LADDER[3]
    assert planned.view().proposal.rule is Rule.R10


def test_weeks_away_are_caught_up_with(planned):
    for _ in range(5):
        planned.week(walked=())
    planned.heard.clear()
    before = planned.target()
    planned.plan.catch_up(planned.me)
    assert planned.heard == [Changes.PLAN]
    planned.plan.catch_up(planned.me)
    assert planned.heard == [Changes.PLAN]
    rules = [step.rule for step in planned.view().past[1:]]
    assert rules == [Rule.R6, Rule.R7, Rule.R7, Rule.R7]
    assert planned.target() == before == LADDER[0]
    assert planned.desk.undo.last.kind is not DeedKind.PLAN_CHANGED


@pytest.mark.parametrize(
    ("act", "target"),
    [
        (lambda plan, me: plan.step_back(me), LADDER[2]),
        (lambda plan, me: plan.set_own(me, Target(11, 3)), Target(11, 3)),
        (lambda plan, me: plan.set_by_clinician(me, Target(12, 4)), Target(12, 4)),
    ],
)
@pytest.mark.parametrize("weeks", [0, 1])
def test_the_person_sets_something_else(planned, act, target, weeks):
    for _ in range(weeks):
        planned.week()
    act(planned.plan, planned.me)
    assert planned.target() == target
    assert planned.view().proposal is None
    planned.desk.undo.undo()
    assert planned.target() == LADDER[3]
    planned.desk.undo.redo()
    assert planned.target() == target


def test_what_a_clinician_set_stays_week_after_week(planned):
    planned.plan.set_by_clinician(planned.me, Target(12, 4))
    for _ in range(3):
        planned.week()
        assert planned.target() == Target(12, 4)
    planned.week(stopped=True)
    assert planned.target() == Target(12, 4)
    assert planned.view().reason.set_by_clinician


def test_own_minutes_inside_a_week_are_not_raised_at_its_end(planned):
    for _ in range(2):
        planned.walk()
        planned.day()
    planned.plan.set_own(planned.me, Target(5, 3))
    for _ in range(5):
        planned.walk()
        planned.day()
    assert planned.view().proposal.rule is Rule.R10B


def test_a_pause_asks_for_nothing_and_ready_again_starts_lower(planned):
    planned.plan.pause(planned.me)
    assert (planned.target(), planned.view().today.ask) == (None, Ask.NOTHING)
    for _ in range(3):
        planned.week()
    assert planned.target() is None
    for act in (planned.plan.step_back, lambda me: planned.plan.set_own(me, Target(30, 5))):
        with pytest.raises(NotPossibleError):
            act(planned.me)
    planned.plan.ready(planned.me)
    assert planned.target() == LADDER[0]
    assert planned.view().reason.numbers.weeks == 3
    with pytest.raises(NotPossibleError):
        planned.plan.ready(planned.me)


def test_a_warning_sign_pauses_at_once_and_until_the_person_says_it_was_checked(planned):
    planned.signs = True
    view = planned.view()
    assert (view.sign, view.state.target, view.reason.rule) == (True, None, Rule.R1)
    planned.plan.catch_up(planned.me)
    for act in (planned.plan.ready, planned.plan.step_back):
        with pytest.raises(NotPossibleError):
            act(planned.me)
    planned.signs = False
    assert planned.target() is None
    planned.plan.ready(planned.me)
    assert planned.target() == LADDER[1]


def test_a_warning_sign_takes_a_proposal_away(planned):
    planned.week()
    planned.signs = True
    assert planned.view().proposal is None
    planned.plan.accept(planned.me)
    assert planned.target() is None


def test_a_flare_up_makes_walks_short_the_same_day(planned):
    mark = planned.flare_up()
    view = planned.view()
    assert (view.state.target, view.reason.rule) == (Target(5, 4), Rule.R4)
    planned.week()
    assert planned.view().proposal.rule is Rule.R4
    planned.plan.accept(planned.me)
    planned.day()
    planned.flare_over(mark)
    for _ in range(6):
        planned.day()
    assert planned.view().proposal.rule is Rule.R5
    assert planned.target() == LADDER[2]


def test_short_walks_refused_stay_refused(planned):
    planned.flare_up()
    planned.week()
    planned.plan.keep(planned.me)
    assert planned.target() == LADDER[3]


def test_a_flare_up_and_a_warning_sign_reach_through_a_pause(planned):
    planned.flare_up()
    planned.plan.pause(planned.me)
    planned.day()
    planned.plan.ready(planned.me)
    assert planned.target() == Target(3, 4)


def test_the_week_shows_what_is_planned_done_and_next(planned):
    first = planned.today
    assert [n for n, day in enumerate(planned.view().days) if day.planned] == [0, 1, 3, 5]
    planned.walk(minutes=5)
    planned.walk(minutes=3)
    view = planned.view()
    assert view.days[0].done
    assert view.days[0].minutes == 8
    assert (view.done, view.next) == (1, first + timedelta(days=1))
    assert (view.today.ask, view.today.minutes) == (Ask.WALK, 2)
    planned.walk(minutes=2)
    assert planned.view().today.ask is Ask.ENOUGH


def test_today_is_halved_after_an_unsettled_walk_or_with_high_pain(planned):
    planned.walk(stopped=True)
    planned.day()
    assert (planned.view().today.ask, planned.view().today.minutes) == (Ask.HALF, 5)
    planned.rate(BEFORE, 8)
    assert planned.view().today.ask is Ask.HALF_OR_REST


def test_a_day_said_to_have_no_walk_is_free_and_another_takes_its_place(planned):
    today = planned.today
    planned.desk.days.add(planned.me, MarkForm(MarkKind.NO_WALK, today, today))
    view = planned.view()
    assert view.today.ask is Ask.NO_WALK
    assert [n for n, day in enumerate(view.days) if day.planned] == [1, 2, 4, 5]
    assert (view.days[0].mark, view.next) == (MarkKind.NO_WALK, today + timedelta(days=1))
    planned.walk(minutes=4)
    assert (planned.view().today.ask, planned.view().today.minutes) == (Ask.WALK, 6)


def test_a_walk_is_judged_by_the_next_morning(planned):
    planned.walk(before=3, after=5)
    planned.day()
    planned.rate(MORNING, 5)
    assert planned.view().today.ask is Ask.HALF


def test_a_raise_is_taken_back_by_what_is_told_of_its_week_after_the_answer(planned):
    planned.week(before=3, after=3)
    planned.plan.accept(planned.me)
    assert planned.target() == LADDER[4]
    planned.rate(MORNING, 9)
    view = planned.view()
    assert (view.state.target, view.proposal.rule) == (LADDER[3], Rule.R9)
    planned.plan.catch_up(planned.me)
    planned.week()
    assert planned.target() == LADDER[3]
    planned.plan.accept(planned.me)
    assert planned.target() == LADDER[4]


def test_what_the_person_set_is_not_taken_back(planned):
    planned.week(before=3, after=3)
    planned.plan.set_own(planned.me, Target(15, 4))
    planned.rate(MORNING, 9)
    assert planned.target() == Target(15, 4)


@pytest.mark.parametrize("value", [3, 9])
def test_a_carers_guess_never_clears_a_walk(planned, value):
    planned.walk(before=3, after=5)
    planned.desk.writing.write_as("Clara")
    planned.desk.writing.say(Reporter.GUESS)
    planned.day()
    planned.rate(MORNING, value)
    planned.desk.writing.write_as("")
    for _ in range(6):
        planned.walk()
        planned.day()
    assert planned.view().proposal.rule is Rule.R9


def test_two_days_of_more_pain_are_asked_about_and_so_is_their_end(planned):
    for value in (3, 3, 3, 3, 3, 6, 6):
        planned.rate(AVERAGE, value)
        planned.day()
    assert planned.view().question is FlareQuestion.BEGUN
    planned.flare_up()
    assert planned.view().question is None
    for value in (4, 3):
        planned.rate(AVERAGE, value)
        planned.day()
    assert planned.view().question is FlareQuestion.OVER


def test_the_numbers_can_be_changed_and_a_new_ladder_finds_its_level(planned):
    planned.plan.change_numbers(planned.me, Parameters(weeks_per_step=3))
    assert planned.view().parameters.weeks_per_step == 3
    ladder = (Target(10, 4), Target(11, 4), Target(12, 4))
    planned.plan.change_numbers(planned.me, Parameters(ladder=ladder))
    assert (planned.target(), planned.view().state.level) == (Target(10, 4), 0)
    planned.week()
    planned.plan.accept(planned.me)
    assert planned.target() == Target(11, 4)
    before = planned.rows()
    planned.plan.change_numbers(planned.me, planned.view().parameters)
    assert planned.rows() == before


def test_numbers_changed_after_an_answer_leave_it_as_it_was(planned):
    planned.week(before=3, after=3)
    planned.plan.accept(planned.me)
    planned.clock.go(minutes=1)
    planned.plan.change_numbers(planned.me, Parameters(weeks_per_step=2))
    assert planned.target() == LADDER[4]


def test_each_deed_can_be_undone_and_done_again(planned):
    before = planned.rows()
    planned.plan.stop(planned.me)
    planned.desk.undo.undo()
    assert planned.rows() == before
    planned.desk.undo.undo()
    assert planned.view() is None
    planned.desk.undo.redo()
    assert planned.rows() == before


def test_what_has_changed_since_is_not_undone(planned):
    planned.plan.set_own(planned.me, Target(11, 4))
    for _ in range(2):
        planned.week(walked=())
    planned.plan.catch_up(planned.me)
    with pytest.raises(HinderedError) as caught:
        planned.desk.undo.undo()
    assert caught.value.why is Hindrance.CHANGED


def test_a_plan_that_ended_does_not_come_back_beside_another(planned):
    planned.plan.stop(planned.me)
    ended = planned.desk.undo.last
    planned.plan.start(planned.me, Start.USUAL)
    with pytest.raises(HinderedError):
        planned.desk.undo.undo(ended)


def test_without_a_plan_there_is_nothing_to_change(home):
    home.plan.catch_up(home.me)
    with pytest.raises(NotPossibleError):
        home.plan.pause(home.me)


def test_each_persons_plan_is_their_own(planned):
    from walktrack.domain.person import PersonColour
    from walktrack.services.people import PersonForm

    maria = planned.desk.people.add(PersonForm("Maria", "", PersonColour.RED))
    assert planned.plan.view(maria.id) is None


def test_steps_bear_the_hand_of_who_writes(planned):
    planned.desk.writing.write_as("Clara")
    planned.plan.set_own(planned.me, Target(11, 4))
    assert planned.view().past[-1].recorder == "Clara"
