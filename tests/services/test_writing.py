"""Whose hand a record is in is kept until it is changed, and goes with every record."""

import pytest

from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.recorder import Hand
from walktrack.services.changes import Changes
from walktrack.services.writing import Writing


@pytest.fixture
def writing(house):
    return Writing(house.diary, house.announcer)


def test_at_first_the_person_writes(writing):
    assert writing.hand() == Hand()
    assert writing.hand().is_self
    assert writing.known() == ()


def test_a_carer_writes_until_somebody_else_does(house, writing):
    writing.write_as("  Clara   Weber ")
    assert writing.hand() == Hand("Clara Weber", Reporter.TOLD)
    assert house.heard[-1] is Changes.PERSON
    writing.write_as("")
    assert writing.hand() == Hand()
    assert writing.known() == ("Clara Weber",)


def test_a_guess_is_one_until_another_carer_writes(writing):
    writing.write_as("Clara")
    writing.say(Reporter.GUESS)
    assert writing.hand() == Hand("Clara", Reporter.GUESS)
    writing.write_as("Ben")
    assert writing.hand() == Hand("Ben", Reporter.TOLD)
    assert writing.known() == ("Ben", "Clara")


def test_who_is_forgotten_writes_no_more(writing):
    writing.write_as("Clara")
    writing.forget("Clara")
    assert writing.hand() == Hand()
    assert writing.known() == ()


def test_nothing_is_said_where_nothing_changes(house, writing):
    writing.write_as("Clara")
    house.heard.clear()
    writing.write_as("Clara")
    assert house.heard == []


def test_the_person_cannot_be_chosen_as_how_a_carer_knows(writing):
    with pytest.raises(ValueError, match="self"):
        writing.say(Reporter.SELF)


def test_what_is_written_is_in_the_hand_that_wrote_it(house, writing):
    me = house.person.id
    writing.write_as("Clara")
    writing.say(Reporter.GUESS)
    walk = house.tracker.start(me, 20).walk
    house.journal.rate_walk(me, walk.id, PainMoment.BEFORE, 6)
    before = house.journal.answers(me, walk.id).pain.before
    assert (walk.recorder, before.recorder, before.reporter) == ("Clara", "Clara", Reporter.GUESS)
    writing.write_as("")
    house.journal.rate_walk(me, walk.id, PainMoment.BEFORE, 4)
    before = house.journal.answers(me, walk.id).pain.before
    assert (before.value, before.recorder, before.reporter) == (4, "", Reporter.SELF)
    house.undo.undo()
    before = house.journal.answers(me, walk.id).pain.before
    assert (before.value, before.recorder, before.reporter) == (6, "Clara", Reporter.GUESS)
