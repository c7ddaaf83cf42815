from dataclasses import replace

import pytest

from walktrack.domain.person import NAME_LENGTH, PersonColour, initials_of
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.changes import Changes
from walktrack.services.people import PersonForm
from walktrack.services.undo import HinderedError, Hindrance


def test_a_new_diary_gets_one_person_without_a_name(house):
    again = house.people.current()
    assert again == house.person
    assert (again.name, again.goal_minutes) == ("", None)
    assert len(house.diary.people.all()) == 1


@pytest.mark.parametrize(
    ("typed", "name", "initials"),
    [
        ("  Anna \t Maria\nBerg ", "Anna Maria Berg", "AB"),
        ("", "", ""),
        ("x" * 300, "x" * NAME_LENGTH, "X"),
        ("<b>", "<b>", None),
    ],
)
def test_a_name_is_kept_as_typed_but_for_blanks(house, typed, name, initials):
    house.people.rename(house.person, typed)
    stored = house.people.current()
    assert stored.name == name
    assert initials in (None, stored.initials)


def test_a_change_is_announced_and_no_change_is_not(house):
    house.people.rename(house.person, "Anna")
    assert house.heard == [Changes.PERSON]
    house.people.rename(house.people.current(), " Anna ")
    house.people.set_goal(house.people.current(), None)
    assert house.heard == [Changes.PERSON]


@pytest.mark.parametrize("minutes", [1, 600, None])
def test_a_goal_is_kept(house, minutes):
    house.people.set_goal(house.person, 20)
    house.people.set_goal(house.people.current(), minutes)
    assert house.people.current().goal_minutes == minutes


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_a_goal_out_of_reach_is_refused(house, minutes):
    with pytest.raises(ValueError, match="1 to 600"):
        house.people.set_goal(house.person, minutes)
    assert house.people.current().goal_minutes is None


def test_an_archived_person_is_not_current(house):
    now = house.clock.read().wall
    house.diary.people.update(replace(house.person, archived=True), now)
    assert house.people.current().id != house.person.id


def form(name, initials="", colour=PersonColour.BLUE):
    return PersonForm(name, initials, colour)


def test_a_new_person_is_there_and_the_diary_that_is_open_stays_open(house):
    house.clock.go(hours=-9)  # a clock set back must not make the new one the first
    maria = house.people.add(form(" Maria  Berg "))
    assert (maria.name, maria.initials, maria.colour) == ("Maria Berg", "MB", PersonColour.BLUE)
    assert set(house.people.there()) == {house.person, maria}
    assert house.people.current() == house.person
    house.people.choose(maria)
    assert house.people.current() == maria


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("<img src=x>", "IS"),
        ("$x$", "X"),
        ("Anna (at home) -", "A-"),
        ("\u202eevil \u202c", "E"),
        ("שלום כהן", "שכ"),
        ("ß", "SS"),
        ("w" * 200, "W"),
        ("\u202e", ""),
    ],
)
def test_initials_follow_from_the_name_and_can_be_seen(name, initials):
    assert initials_of(name) == initials


def test_typed_initials_stay_when_the_name_changes_and_others_follow(house):
    house.clock.go(seconds=1)
    maria = house.people.add(form("Maria Berg", " m x y z "))
    assert maria.initials == "mxy"
    house.people.rename(maria, "Marie")
    assert house.people.everyone()[-1].initials == "mxy"
    house.people.change(maria, form("Marie Sand"))
    house.people.rename(maria, "Marie Tal")
    assert house.people.everyone()[-1].initials == "MT"


def test_a_change_of_what_was_known_before_takes_nothing_back(house):
    """A goal that waited for the disk must not bring an old name back."""
    known = house.person
    house.people.rename(known, "Anna")
    house.people.set_goal(known, 30)
    house.people.change(known, form("Anna B"))
    now = house.people.current()
    assert (now.name, now.goal_minutes) == ("Anna B", 30)


def test_colours_are_given_out_in_turn_and_a_name_is_known_in_any_letters(house):
    colours = [house.people.add(house.people.blank()).shade for _ in range(6)]
    assert set(colours) == set(PersonColour)
    maria = house.people.add(form("Maria"))
    assert house.people.same_name(" MARIA ")
    assert not house.people.same_name("maria", but=maria.id)
    assert not house.people.same_name("Mari")


def test_whoever_is_archived_leaves_the_diary_to_the_next_and_comes_back(house):
    maria = house.people.add(form("Maria"))
    house.people.archive(house.person)
    assert house.people.current() == maria
    assert house.people.there() == [maria]
    assert [each.archived for each in house.people.everyone()] == [False, True]
    house.undo.undo()
    assert house.people.current() == house.person
    house.undo.redo()
    assert house.people.current() == maria
    house.people.take_out(house.person)
    assert house.people.current() == maria
    assert len(house.people.there()) == 2


def test_nobody_is_archived_who_is_the_last_or_walks(house):
    with pytest.raises(HinderedError) as caught:
        house.people.archive(house.person)
    assert caught.value.why is Hindrance.LAST_PERSON
    maria = house.people.add(form("Maria"))
    house.tracker.start(maria.id, None)
    with pytest.raises(HinderedError) as caught:
        house.people.archive(maria)
    assert caught.value.why is Hindrance.WALK_OPEN
    house.people.archive(house.person)
    assert house.people.there() == [maria]


def test_adding_is_not_undone_while_they_walk(house):
    maria = house.people.add(form("Maria"))
    house.tracker.start(maria.id, None)
    with pytest.raises(HinderedError) as caught:
        house.undo.undo()
    assert caught.value.why is Hindrance.WALK_OPEN
    assert maria in house.people.there()


def test_a_change_since_bars_the_way_back(house):
    house.people.rename(house.person, "Anna")
    changed = replace(house.people.current(), name="Berta")
    house.diary.people.update(changed, house.clock.read().wall)
    with pytest.raises(HinderedError) as caught:
        house.undo.undo()
    assert caught.value.why is Hindrance.CHANGED


def test_a_person_who_is_gone_cannot_be_changed(house):
    with pytest.raises(NotPossibleError):
        house.people.rename(replace(house.person, id="nobody"), "Anna")


def test_a_colour_that_is_not_offered_counts_as_the_first(house):
    assert replace(house.person, colour="#123456").shade is PersonColour.GREEN
