"""What was put right is kept with what was there before, by whom and when; undone, it is not."""

from dataclasses import replace

import pytest

from walktrack.domain.edit import EditKind, differing
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details, Effort
from walktrack.services.entry_forms import RatingForm, WalkForm
from walktrack.services.history import History
from walktrack.services.writing import Writing

HOUR = 3_600_000


@pytest.fixture
def history(house):
    return History(house.diary, house.clock, house.announcer, house.undo)


@pytest.fixture
def walk(house, history):
    start = house.clock.read().wall.plus(-3 * HOUR)
    span = 20 * MS_PER_MINUTE
    form = WalkForm(Times(start, start.plus(span), span), 5, 3, details=Details(note="To the mill"))
    return history.add_walk(house.person.id, form)


def test_a_change_of_a_walk_says_what_by_whom_and_when(house, history, walk):
    Writing(house.diary, house.announcer).write_as("Clara")
    form = history.walk_form(walk)
    times = replace(form.times, walked_ms=10 * MS_PER_MINUTE)
    details = Details(effort=Effort.HARD)
    history.edit_walk(walk, replace(form, times=times, before=None, after=4, details=details))
    (edit,) = history.edits(walk)
    assert (edit.kind, edit.recorder, edit.at) == (EditKind.EDITED, "Clara", house.clock.wall)
    assert edit.was == {"walked_ms": "1200000", "before": "5", "after": "3", "note": "To the mill"}
    assert edit.now == {"walked_ms": "600000", "after": "4 told", "effort": "hard"}


def test_a_change_of_a_rating_says_so_too(house, history):
    at = house.clock.read().wall
    rating = history.add_rating(house.person.id, RatingForm(at, PainMoment.OTHER, 4))
    history.edit_rating(rating, RatingForm(at, PainMoment.OTHER, 6, "after lunch"))
    (edit,) = history.edits(rating)
    assert (edit.was, edit.now) == ({"value": "4"}, {"value": "6", "note": "after lunch"})


def test_what_is_undone_was_never_changed_and_what_is_redone_was(house, history, walk):
    form = history.walk_form(walk)
    history.edit_walk(walk, replace(form, after=9))
    known = history.edits(walk)
    house.undo.undo()
    assert history.edits(walk) == []
    house.undo.redo()
    assert history.edits(walk) == known
    house.undo.undo()
    assert history.walk_form(walk) == form


def test_changes_go_with_the_walk_that_is_removed_for_good(house, history, walk):
    history.edit_walk(walk, replace(history.walk_form(walk), after=9))
    history.remove_walk(walk)
    house.diary.bin.purge_walk(walk)
    assert history.edits(walk) == []


def test_the_parts_that_differ_are_told_of_both_sides():
    assert differing({"a": "1", "b": "2"}, {"b": "3", "c": "4"}) == (
        {"a": "1", "b": "2"},
        {"b": "3", "c": "4"},
    )
    assert differing({"a": "1"}, {"a": "1"}) == ({}, {})
