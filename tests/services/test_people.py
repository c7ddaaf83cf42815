from dataclasses import replace

import pytest

from walktrack.domain.person import NAME_LENGTH
from walktrack.services.changes import Changes


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
