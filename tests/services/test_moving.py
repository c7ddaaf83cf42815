"""Records go to another person with all that belongs to them, and come back as they were."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.services.every_verb import Home
from tests.services.walk_world import MEMORY
from tests.storage.reading import recounted, rows

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.edit import EditKind
from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.moving import Stays
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.typed import Times
from walktrack.services.entry_forms import MarkForm, RatingForm, WalkForm
from walktrack.services.undo import HinderedError, Hindrance

DAY = date(2026, 5, 1)
MORNING, AVERAGE, OTHER = PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE, PainMoment.OTHER


class Two(Home):
    """Anna, whose diary is open, and Maria, whose records they really are."""

    def __init__(self, path):
        super().__init__(path)
        self.anna = self.me
        self.maria = "maria"
        self.desk.people.rename(self.person, "Anna")
        self.diary.people.add(replace(self.person, id=self.maria, name="Maria"))

    def walk(self, person_id, day=0, hour=10, minutes=20, **more):
        start = Moment.of(datetime.combine(DAY + timedelta(day), time(hour)))
        span = minutes * MS_PER_MINUTE
        form = WalkForm(Times(start, start.plus(span), span), **more)
        return self.desk.history.add_walk(person_id, form)

    def rate(self, person_id, moment=OTHER, value=4, day=0):
        at = Moment.of(datetime.combine(DAY + timedelta(day), time(8)))
        return self.desk.history.add_rating(person_id, RatingForm(at, moment, value))

    def lines(self, person_id):
        return {entry.id for entry in self.desk.history.rows(person_id, HistoryFilter(), 0, 999)}

    def move(self, *ids):
        plan = self.desk.moving.plan(self.anna, self.maria, ids)
        self.desk.moving.move(plan)
        return plan


@pytest.fixture
def two(tmp_path):
    home = Two(tmp_path / "diary.db")
    yield home
    home.diary.close()


def test_a_walk_goes_with_its_ratings_and_ticks(two):
    ticked = frozenset({PostureItem.TALL})
    walk = two.walk(two.anna, before=6, after=4, ticked=ticked)
    rating = two.rate(two.anna)
    two.move(walk, rating)
    assert (two.lines(two.anna), two.lines(two.maria)) == (set(), {walk, rating})
    moved = two.diary.walks.get(walk)
    assert (moved.person_id, moved.edited) == (two.maria, two.clock.wall)
    assert {r.person_id for r in two.diary.ratings.of_walk(walk)} == {two.maria}
    assert two.desk.history.walk_form(walk).ticked == ticked
    (edit,) = two.desk.history.edits(walk)
    assert (edit.kind, edit.was, edit.now) == (
        EditKind.MOVED,
        {"person": "Anna"},
        {"person": "Maria"},
    )


def test_what_overlaps_is_told_and_goes_all_the_same(two):
    walk, other = two.walk(two.anna), two.walk(two.anna, hour=14)
    theirs = two.walk(two.maria, minutes=5)
    plan = two.move(walk, other)
    assert [(o.walk_id, o.theirs) for o in plan.overlaps] == [
        (walk, two.diary.walks.get(theirs).start)
    ]
    assert two.lines(two.maria) == {walk, other, theirs}


def test_an_answer_they_have_already_stays_behind(two):
    mine, theirs = two.rate(two.anna, MORNING, 3), two.rate(two.maria, MORNING, 7)
    free = two.rate(two.anna, AVERAGE, 5)
    plan = two.move(mine, free)
    assert [(s.record_id, s.why) for s in plan.staying] == [(mine, Stays.ANSWERED)]
    assert (two.lines(two.anna), two.lines(two.maria)) == ({mine}, {theirs, free})


def test_an_open_walk_and_what_is_gone_stay(two):
    walk = two.walking()
    gone = two.walk(two.anna)
    two.desk.history.remove_walk(gone)
    plan = two.desk.moving.plan(two.anna, two.maria, [walk, gone])
    assert {s.record_id: s.why for s in plan.staying} == {walk: Stays.OPEN, gone: Stays.GONE}
    assert not plan
    two.did.clear()
    two.desk.moving.move(plan)
    assert two.did == []


def test_what_has_changed_since_the_plan_is_not_moved(two):
    walk, other = two.walk(two.anna), two.walk(two.anna, day=1)
    plan = two.desk.moving.plan(two.anna, two.maria, [walk, other])
    two.desk.history.remove_walk(other)
    before = two.rows()
    with pytest.raises(HinderedError):
        two.desk.moving.move(plan)
    assert two.rows() == before


def test_it_does_not_come_back_where_there_is_another_answer_by_now(two):
    two.move(two.rate(two.anna, MORNING, 3))
    two.diary.ratings.add(
        replace(two.diary.ratings.on_day(two.maria, DAY, MORNING), id="new", person_id=two.anna)
    )
    with pytest.raises(HinderedError) as caught:
        two.desk.undo.undo()
    assert caught.value.why is Hindrance.PLACE_TAKEN


WALKS = st.tuples(
    st.booleans(), st.integers(0, 40), st.integers(6, 20), st.none() | st.integers(0, 10)
)
RATINGS = st.tuples(st.booleans(), st.sampled_from([MORNING, AVERAGE, OTHER]), st.integers(0, 40))


@given(st.lists(WALKS, max_size=6), st.lists(RATINGS, max_size=6), st.data())
@settings(max_examples=20)
def test_undone_all_is_as_it_was_and_the_sums_are_right_on_the_way(walks, ratings, data):
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as at:
        two = Two(Path(at) / "diary.db")
        try:
            for mine, day, hour, before in walks:
                two.walk(two.anna if mine else two.maria, day, hour, before=before)
            for mine, moment, day in ratings:
                two.rate(two.anna if mine else two.maria, moment, day=day)
            chosen = data.draw(st.sets(st.sampled_from(sorted(two.lines(two.anna)) or [""])))
            known, everything = two.rows(), two.lines(two.anna) | two.lines(two.maria)
            plan = two.move(*chosen - {""})
            assert two.lines(two.anna) | two.lines(two.maria) == everything
            assert two.lines(two.maria) >= {*plan.walks, *plan.ratings}
            moved = two.rows()
            if plan:
                two.desk.undo.undo()
                assert two.rows() == known
                two.desk.undo.redo()
                assert two.rows() == moved
        finally:
            two.diary.close()
        sums = {row[:2]: row[2:] for row in rows(two.path, "day_total")}
        assert sums == recounted(two.path)


def test_several_lines_are_removed_as_one_and_come_back_as_one(two):
    walk, rating = two.walk(two.anna, before=4), two.rate(two.anna)
    kept = two.rate(two.anna, day=3)
    before = two.rows()
    entries = two.desk.history.rows(two.anna, HistoryFilter(), 0, 9)
    two.desk.history.remove_all([entry for entry in entries if entry.id != kept])
    assert two.lines(two.anna) == {kept}
    removed = two.rows()
    two.desk.undo.undo()
    assert two.rows() == before
    assert two.lines(two.anna) == {walk, rating, kept}
    two.desk.undo.redo()
    assert two.rows() == removed


def mark(two, person_id, kind=MarkKind.FLARE_UP, first=0, last=3):
    end = None if last is None else DAY + timedelta(last)
    return two.desk.days.add(person_id, MarkForm(kind, DAY + timedelta(first), end))


def test_what_is_said_of_days_goes_too_and_comes_back(two):
    flare_up = mark(two, two.anna)
    no_walk = mark(two, two.anna, MarkKind.NO_WALK, 9, 9)
    plan = two.move(flare_up, no_walk)
    assert (len(plan), two.lines(two.maria)) == (2, {flare_up, no_walk})
    assert [edit.kind for edit in two.desk.history.edits(no_walk)] == [EditKind.MOVED]
    two.desk.undo.undo()
    assert (two.lines(two.anna), two.lines(two.maria)) == ({flare_up, no_walk}, set())
    two.desk.undo.redo()
    assert two.lines(two.maria) == {flare_up, no_walk}


@pytest.mark.parametrize(
    ("theirs", "stays"),
    [((0, 0), True), ((3, 5), True), ((-2, None), True), ((4, 5), False), ((-3, -1), False)],
)
def test_a_flare_up_stays_where_there_is_one_already(two, theirs, stays):
    mark(two, two.maria, first=theirs[0], last=theirs[1])
    mine = mark(two, two.anna)
    plan = two.move(mine)
    assert [each.why for each in plan.staying] == ([Stays.DAY_TAKEN] if stays else [])
    assert (mine in two.lines(two.anna)) is stays


def test_no_walk_stays_where_there_was_one(two):
    two.walk(two.maria)
    mine = mark(two, two.anna, MarkKind.NO_WALK, 0, 0)
    assert [each.why for each in two.move(mine).staying] == [Stays.DAY_TAKEN]


def test_no_walk_gives_way_to_a_walk_that_comes_and_is_back_by_undo(two):
    theirs = mark(two, two.maria, MarkKind.NO_WALK, 0, 0)
    walk = two.walk(two.anna)
    two.move(walk)
    assert two.lines(two.maria) == {walk}
    two.desk.undo.undo()
    assert (two.lines(two.maria), two.lines(two.anna)) == ({theirs}, {walk})
    two.desk.undo.redo()
    assert two.lines(two.maria) == {walk}
