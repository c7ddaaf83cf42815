"""Ratings given during a walk: changed, cleared and moved in its form, and all of it undone."""

from dataclasses import replace

import pytest

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment, PainRating, Reporter, WalkPain
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.services.entry_forms import DuringForm, WalkForm
from walktrack.services.history import History
from walktrack.services.undo import DeedKind

HOUR = 3_600_000


@pytest.fixture
def history(house):
    return History(house.diary, house.clock, house.announcer, house.undo)


@pytest.fixture
def rated(house, history):
    """A walk with three ratings on the way, the last of them told to a carer."""
    start = house.clock.read().wall.plus(-3 * HOUR)
    span = 20 * MS_PER_MINUTE
    ticked = frozenset({PostureItem.TALL, PostureItem.ARMS})
    form = WalkForm(Times(start, start.plus(span), span), 5, 3, ticked, Details(note="warm"))
    walk_id = history.add_walk(house.person.id, form)
    for minute, value in ((1, 5), (7, 6), (12, 4)):
        ms = minute * MS_PER_MINUTE
        at = form.times.start.plus(ms)
        house.diary.ratings.add(
            PainRating(
                f"r{minute}", house.person.id, walk_id, PainMoment.DURING, at, value, at, ms,
                Reporter.TOLD, "at the bench",
            )
        )  # fmt: skip
    return walk_id


def kept(house, walk_id):
    """Return all there is about a walk, to the last column."""
    diary = house.diary
    ratings = diary.ratings.of_walk(walk_id)
    return diary.walks.get(walk_id), ratings, diary.posture.ticked(walk_id)


def on_the_way(house, walk_id):
    return WalkPain.of(house.diary.ratings.of_walk(walk_id)).during


def test_a_form_holds_the_ratings_given_on_the_way(history, rated):
    assert history.walk_form(rated).during == (
        DuringForm("r1", 1 * MS_PER_MINUTE, 5),
        DuringForm("r7", 7 * MS_PER_MINUTE, 6),
        DuringForm("r12", 12 * MS_PER_MINUTE, 4),
    )


def test_ratings_on_the_way_are_changed_and_cleared_and_undo_puts_all_back(house, history, rated):
    was, form = kept(house, rated), history.walk_form(rated)
    one, two, three = form.during
    house.clock.go(minutes=5)
    now = house.clock.read().wall
    during = (replace(one, value=9), replace(two, value=None), three)
    history.edit_walk(rated, replace(form, during=during))
    first, last = on_the_way(house, rated)
    assert (first.id, first.value, first.edited) == ("r1", 9, now)
    assert (first.note, first.reporter, first.walked_ms) == (
        "at the bench", Reporter.SELF, 1 * MS_PER_MINUTE,
    )  # fmt: skip
    assert last == was[1][3]
    assert history.rows(house.person.id, HistoryFilter(), 0, 9)[0].edited
    house.undo.undo()
    assert kept(house, rated) == was


def test_ratings_on_the_way_change_and_move_with_their_walk_at_once(house, history, rated):
    was, form = kept(house, rated), history.walk_form(rated)
    week = 7 * 24 * HOUR
    times = form.times
    moved = Times(times.start.plus(-week), times.end.plus(-week), times.walked_ms)
    during = (replace(form.during[0], value=0), replace(form.during[1], value=None))
    history.edit_walk(rated, replace(form, times=moved, during=during))
    assert [(r.value, r.at.ms - moved.start.ms) for r in on_the_way(house, rated)] == [
        (0, 1 * MS_PER_MINUTE),
        (4, 12 * MS_PER_MINUTE),
    ]
    house.undo.undo()
    assert kept(house, rated) == was


def test_a_rating_the_form_does_not_name_stays(house, history, rated):
    form = history.walk_form(rated)
    history.edit_walk(rated, replace(form, after=0, during=()))
    assert [r.value for r in on_the_way(house, rated)] == [5, 6, 4]


@pytest.mark.parametrize("hours", [0, 2])
def test_a_walk_that_was_removed_cannot_be_edited(house, history, rated, hours):
    form = history.walk_form(rated)
    history.remove_walk(rated)
    times = replace(form.times, start=form.times.start.plus(-hours * HOUR))
    with pytest.raises(NotPossibleError):
        history.edit_walk(rated, replace(form, times=times))
    assert house.undo.last.kind is DeedKind.WALK_REMOVED


def test_an_edit_cannot_be_undone_once_the_walk_has_changed_since(house, history, rated):
    form = history.walk_form(rated)
    history.edit_walk(rated, replace(form, after=0))
    rating = on_the_way(house, rated)[0]
    house.diary.ratings.update(replace(rating, value=10))
    with pytest.raises(NotPossibleError):
        house.undo.undo()
    assert on_the_way(house, rated)[0].value == 10
