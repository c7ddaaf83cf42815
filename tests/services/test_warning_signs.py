"""What is ticked is kept at once, stays open until it is laid to rest, and is offered once."""

from datetime import timedelta

import pytest
from tests.services.every_verb import AFTER, BEFORE, Home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.pain import WalkPain
from walktrack.domain.warning_signs import Condition, Level, Resolution, Sign, SignMoment
from walktrack.services.changes import Changes
from walktrack.services.entry_forms import MarkForm
from walktrack.services.undo import HinderedError

DAY_H = 24


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path / "d" / "walktrack.db")
    yield made
    made.diary.close()


@pytest.fixture
def signs(home):
    return home.desk.signs


@pytest.fixture
def settled(home, signs):
    """A person who has been offered the list at the first run."""
    signs.put_off(home.me)
    home.clock.go(minutes=1)
    return home


def walk(home, before=None, after=None, **said):
    """Walk for a few minutes by the timer; return the stored walk."""
    home.walking()
    me, walk_id = home.me, home.running.walk.id
    if before is not None:
        home.desk.journal.rate_walk(me, walk_id, BEFORE, before)
    home.clock.go(minutes=5)
    done = home.desk.tracker.finish(me)
    if after is not None:
        home.desk.journal.rate_walk(me, done.id, AFTER, after)
    if said:
        details = type(done.details)(**said)
        home.desk.journal.describe(done.id, details)
    home.clock.go(minutes=1)
    return home.desk.journal.walk(done.id)


def pain_of(home, done):
    return WalkPain.of(home.diary.ratings.of_walk(done.id))


def test_an_answer_is_kept_as_not_read_until_the_person_says_so(home, signs):
    signs.answer(home.me, {Sign.FEVER, Sign.DIZZY}, SignMoment.RISE)
    (kept,) = signs.all(home.me)
    assert (kept.level, kept.moment, kept.read) == (Level.DOCTOR, SignMoment.RISE, None)
    home.clock.go(minutes=2)
    signs.read(home.me)
    (kept,) = signs.all(home.me)
    assert kept.read == home.clock.read().wall
    assert signs.sign_open(home.me)
    assert home.heard == [Changes.SIGNS] * 2


def test_who_wrote_it_is_kept(home, signs):
    home.desk.writing.write_as("Clara")
    signs.answer(home.me, {Sign.FEVER})
    assert signs.all(home.me)[0].recorder == "Clara"


@pytest.mark.parametrize(
    ("ticked", "is_open"),
    [({Sign.CHEST}, True), ({Sign.FEVER}, True), ({Sign.DIZZY}, False), (set(), False)],
)
def test_an_emergency_or_a_doctors_sign_stays_open(home, signs, ticked, is_open):
    signs.answer(home.me, ticked)
    home.restart()
    assert home.desk.signs.sign_open(home.me) is is_open
    assert not home.desk.signs.sign_open("somebody else")


def test_a_later_answer_closes_nothing(home, signs):
    signs.answer(home.me, {Sign.CHEST})
    home.clock.go(hours=1)
    signs.answer(home.me, set())
    assert signs.sign_open(home.me)


def test_laid_to_rest_it_says_how_and_can_be_opened_again(home, signs):
    signs.answer(home.me, {Sign.CHEST})
    signs.answer(home.me, {Sign.FEVER})
    before = signs.open(home.me)
    home.clock.go(hours=30)
    signs.resolve(home.me, Resolution.CHECKED)
    assert not signs.sign_open(home.me)
    now = home.clock.read().wall
    assert all(
        (each.resolved, each.resolution, each.read) == (now, Resolution.CHECKED, now)
        for each in signs.all(home.me)
    )
    home.desk.undo.undo()
    assert signs.open(home.me) == before
    home.desk.undo.redo()
    assert not signs.sign_open(home.me)


def test_it_is_not_opened_again_once_it_has_changed(home, signs):
    signs.answer(home.me, {Sign.CHEST})
    signs.resolve(home.me, Resolution.MISTAKE)
    (kept,) = signs.all(home.me)
    home.diary.signs.update(type(kept)(**{**_fields(kept), "recorder": "Clara"}))
    with pytest.raises(HinderedError):
        home.desk.undo.undo()


def _fields(check):
    return {name: getattr(check, name) for name in check.__dataclass_fields__}


def test_nothing_is_announced_where_nothing_changes(home, signs):
    me = home.me
    home.heard.clear()
    signs.read(me)
    signs.resolve(me, Resolution.CHECKED)
    assert home.heard == []
    assert home.desk.undo.last is None


def test_the_list_is_offered_at_the_first_run_and_put_off_once(home, signs):
    assert signs.offer(home.me) is SignMoment.FIRST_RUN
    signs.put_off(home.me)
    home.restart()
    assert home.desk.signs.offer(home.me) is None


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ({"before": 8}, SignMoment.BAD_BEFORE),
        ({"before": 2, "after": 5}, SignMoment.RISE),
        ({"stopped_for_pain": True}, SignMoment.STOPPED),
        ({"before": 7, "after": 9}, None),
        ({"before": 2, "after": 4, "stopped_for_pain": False}, None),
    ],
)
def test_a_walk_that_hurt_offers_the_list_on_its_day(settled, said, moment):
    signs = settled.desk.signs
    walk(settled, **said)
    assert signs.offer(settled.me) is moment
    settled.clock.go(hours=DAY_H)
    assert signs.offer(settled.me) is None


@pytest.mark.parametrize("settle", ["put_off", "answer"])
def test_it_is_offered_once_for_one_thing(settled, settle):
    signs, me = settled.desk.signs, settled.me
    walk(settled, before=2, after=6)
    assert signs.offer(me) is SignMoment.RISE
    settled.clock.go(seconds=1)
    signs.put_off(me) if settle == "put_off" else signs.answer(me, set())
    assert signs.offer(me) is None
    settled.clock.go(minutes=1)
    walk(settled, before=9)
    assert signs.offer(me) is SignMoment.BAD_BEFORE


def test_pain_that_waits_for_a_start_offers_it(settled):
    settled.desk.journal.rate_walk(settled.me, None, BEFORE, 9)
    assert settled.desk.signs.offer(settled.me) is SignMoment.BAD_BEFORE


def test_nothing_is_offered_while_a_sign_is_open(settled):
    signs, me = settled.desk.signs, settled.me
    signs.answer(me, {Sign.CHEST})
    walk(settled, before=9)
    assert signs.offer(me) is None


def test_a_flare_up_offers_it_at_its_start_and_after_fourteen_days(settled):
    desk, me = settled.desk, settled.me
    first = desk.days.today()
    desk.days.add(me, MarkForm(MarkKind.FLARE_UP, first, None))
    assert desk.signs.offer(me) is SignMoment.FLARE_UP
    settled.clock.go(minutes=1)
    desk.signs.put_off(me)
    settled.clock.go(hours=13 * DAY_H)
    assert desk.signs.offer(me) is None
    settled.clock.go(hours=DAY_H)
    assert desk.signs.offer(me) is SignMoment.LONG_FLARE_UP
    desk.signs.put_off(me)
    settled.clock.go(hours=DAY_H)
    assert desk.signs.offer(me) is None


def test_one_said_long_after_it_began_is_offered_once(settled):
    desk, me = settled.desk, settled.me
    first = desk.days.today() - timedelta(days=20)
    desk.days.add(me, MarkForm(MarkKind.FLARE_UP, first, None))
    assert desk.signs.offer(me) is SignMoment.FLARE_UP
    settled.clock.go(minutes=1)
    desk.signs.answer(me, set(), SignMoment.FLARE_UP)
    assert desk.signs.offer(me) is None


def test_the_two_questions_come_after_a_rise_of_two_and_once(settled):
    signs = settled.desk.signs
    done = walk(settled, before=2, after=4)
    assert signs.asks_after(done, pain_of(settled, done))
    signs.answer(settled.me, {Sign.DIZZY}, SignMoment.ASKED)
    assert signs.asks_after(done, pain_of(settled, done))
    signs.answer(settled.me, set(), SignMoment.AFTER_WALK)
    assert not signs.asks_after(done, pain_of(settled, done))


@pytest.mark.parametrize("said", [{"before": 2, "after": 3}, {"stopped_for_pain": False}])
def test_an_easy_walk_asks_nothing(settled, said):
    done = walk(settled, **said)
    assert not settled.desk.signs.asks_after(done, pain_of(settled, done))


def test_a_walk_stopped_for_pain_asks(settled):
    done = walk(settled, stopped_for_pain=True)
    assert settled.desk.signs.asks_after(done, pain_of(settled, done))


def test_conditions_are_told_once_and_can_be_changed(home, signs):
    assert signs.conditions(home.me) is None
    signs.say_conditions(home.me, ())
    assert signs.conditions(home.me) == frozenset()
    signs.say_conditions(home.me, {Condition.BALANCE})
    assert signs.conditions(home.me) == {Condition.BALANCE}


def test_contacts_are_kept_as_typed(home):
    people = home.desk.people
    people.set_contacts(home.person, "Ida 555 0100\n<b>Dr. Öz</b>" + "x" * 600)
    assert home.person.contacts.startswith("Ida 555 0100\n<b>Dr. Öz</b>x")
    assert len(home.person.contacts) == 500
