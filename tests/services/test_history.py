from dataclasses import replace

import pytest

from walktrack.domain.entry import EntryKind, HistoryFilter
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.typed import Oddity, Times
from walktrack.domain.walk import Details, Kind, Source
from walktrack.services.entry_forms import RatingForm, WalkForm
from walktrack.services.history import History
from walktrack.services.undo import DeedKind

ALL = HistoryFilter()
HOUR = 3_600_000


@pytest.fixture
def history(house):
    return History(house.diary, house.clock, house.announcer, house.undo)


def walk(house, hours_ago=3, minutes=20, **more):
    start = house.clock.read().wall.plus(-hours_ago * HOUR)
    span = minutes * MS_PER_MINUTE
    return WalkForm(Times(start, start.plus(span), span), **more)


def lines(history, house):
    return history.rows(house.person.id, ALL, 0, 100)


FULL = {
    "before": 5,
    "after": 3,
    "ticked": frozenset({PostureItem.TALL, PostureItem.ARMS}),
    "details": Details(kind=Kind.BRISK, note="<b>50 %_</b> $x$ שלום 🙂"),
}


def test_a_typed_walk_is_in_the_list_as_it_was_typed(house, history):
    form = walk(house, **FULL)
    walk_id = history.add_walk(house.person.id, form)
    (line,) = lines(history, house)
    assert (line.kind, line.id, line.walked_ms) == (EntryKind.WALK, walk_id, 20 * MS_PER_MINUTE)
    assert (line.before, line.after, line.ticked, line.edited) == (5, 3, 2, False)
    assert history.walk_form(walk_id) == form
    assert house.diary.walks.get(walk_id).source is Source.TYPED


def test_the_list_has_the_newest_first(house, history):
    for hours in (5, 1, 9):
        history.add_walk(house.person.id, walk(house, hours_ago=hours))
    at = [line.at.ms for line in lines(history, house)]
    assert at == sorted(at, reverse=True)


@pytest.mark.parametrize(
    "change",
    [
        {"before": None, "after": None},
        {"before": 0, "after": 10},
        {"ticked": frozenset({PostureItem.SHOES})},
        {"details": Details()},
    ],
)
def test_an_edited_walk_says_so_and_undo_brings_back_what_was(house, history, change):
    form = walk(house, **FULL)
    walk_id = history.add_walk(house.person.id, form)
    changed = replace(form, **change)
    history.edit_walk(walk_id, changed)
    assert history.walk_form(walk_id) == changed
    assert lines(history, house)[0].edited
    assert house.undo.undo().kind is DeedKind.WALK_EDITED
    assert history.walk_form(walk_id) == form
    assert not lines(history, house)[0].edited


def test_an_edit_that_changes_nothing_leaves_no_trace(house, history):
    form = walk(house, **FULL)
    walk_id = history.add_walk(house.person.id, form)
    heard = len(house.heard)
    history.edit_walk(walk_id, form)
    assert not lines(history, house)[0].edited
    assert house.undo.last.kind is DeedKind.WALK_ADDED
    assert len(house.heard) == heard


def test_a_removed_walk_comes_back_with_its_answers(house, history):
    form = walk(house, **FULL)
    walk_id = history.add_walk(house.person.id, form)
    history.remove_walk(walk_id)
    assert (lines(history, house), history.walk_form(walk_id)) == ([], None)
    house.undo.undo()
    assert history.walk_form(walk_id) == form


def test_undo_goes_back_step_by_step_to_nothing(house, history):
    form = walk(house, **FULL)
    walk_id = history.add_walk(house.person.id, form)
    history.edit_walk(walk_id, replace(form, after=4))
    history.remove_walk(walk_id)
    kinds = [house.undo.undo().kind for _ in range(3)]
    assert kinds == [DeedKind.WALK_REMOVED, DeedKind.WALK_EDITED, DeedKind.WALK_ADDED]
    assert lines(history, house) == []
    assert house.undo.undo() is None


def test_every_change_and_every_undo_is_announced(house, history):
    walk_id = history.add_walk(house.person.id, walk(house))
    history.remove_walk(walk_id)
    heard = len(house.heard)
    house.undo.undo()
    assert len(house.heard) == heard + 1


def test_a_walk_at_the_time_of_another_is_odd_but_not_at_its_own(house, history):
    form = walk(house)
    walk_id = history.add_walk(house.person.id, form)
    assert history.odd(house.person.id, form.times) == [Oddity.OVERLAP]
    assert history.odd(house.person.id, form.times, but=walk_id) == []
    after = Times(form.times.end, form.times.end.plus(MS_PER_MINUTE), MS_PER_MINUTE)
    assert history.odd(house.person.id, after) == []


def rating(house, moment=PainMoment.OTHER, value=4, note=""):
    return RatingForm(house.clock.read().wall.plus(-HOUR), moment, value, note)


def test_a_rating_is_added_changed_removed_and_all_of_it_undone(house, history):
    first = rating(house, note="after the garden")
    rating_id = history.add_rating(house.person.id, first)
    (line,) = lines(history, house)
    assert (line.kind, line.value, line.moment) == (EntryKind.RATING, 4, PainMoment.OTHER)
    history.edit_rating(rating_id, replace(first, value=7))
    assert history.rating_form(rating_id).value == 7
    history.remove_rating(rating_id)
    assert history.rating_form(rating_id) is None
    house.undo.undo()
    house.undo.undo()
    assert history.rating_form(rating_id) == first
    house.undo.undo()
    assert lines(history, house) == []


def test_a_day_has_one_answer_for_the_morning(house, history):
    first = history.add_rating(house.person.id, rating(house, PainMoment.NEXT_MORNING, 4))
    second = rating(house, PainMoment.NEXT_MORNING, 6)
    assert history.taken(house.person.id, second)
    assert not history.taken(house.person.id, second, but=first)
    assert history.add_rating(house.person.id, second) == first
    assert [line.value for line in lines(history, house)] == [6]
    house.undo.undo()
    assert [line.value for line in lines(history, house)] == [4]


def test_other_ratings_may_be_as_many_as_one_likes(house, history):
    for _ in range(3):
        history.add_rating(house.person.id, rating(house))
    assert not history.taken(house.person.id, rating(house))
    assert len(lines(history, house)) == 3


def test_answers_move_to_another_day_with_their_walk(house, history):
    form = walk(house, **FULL)
    walk_id = history.add_walk(house.person.id, form)
    times = form.times
    week = 7 * 24 * HOUR
    moved = Times(times.start.plus(-week), times.end.plus(-week), times.walked_ms)
    history.edit_walk(walk_id, replace(form, times=moved))
    assert {r.at.day for r in house.diary.ratings.of_walk(walk_id)} == {moved.start.day}


def test_a_change_is_not_told_as_failed_because_nothing_can_be_read_after_it(
    house, history, monkeypatch
):
    walk_id = history.add_walk(house.person.id, walk(house))
    true, asked = history._answers.stored, []

    def stored(one):
        if asked and not house.diary._db.in_transaction():
            raise DiaryError(Fault.CANNOT_OPEN)
        asked.append(one)
        return true(one)

    monkeypatch.setattr(history._answers, "stored", stored)
    history.edit_walk(walk_id, walk(house, minutes=25))
    assert house.diary.walks.get(walk_id).walked_ms == 25 * MS_PER_MINUTE
