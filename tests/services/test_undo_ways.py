"""Undo and redo touch only what is as they left it: else they say why not, and change nothing."""

from dataclasses import replace

import pytest
from tests.services.every_verb import AFTER, BEFORE, MORNING, OTHER, Home

from walktrack.domain.moment import day_number
from walktrack.domain.pain import PainRating
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Details, Kind
from walktrack.services.running import Answer
from walktrack.services.undo import HinderedError, Hindrance


@pytest.fixture
def home():
    made = Home(None)
    yield made
    made.diary.close()


def why(act):
    with pytest.raises(HinderedError) as caught:
        act()
    return caught.value.why


def changed_rating(home):
    """Give an answer, then change it behind the back of all services."""
    home.desk.journal.rate_day(home.me, MORNING, 3)
    rating = home.desk.journal.recent(home.me)[MORNING]
    home.diary.ratings.update(replace(rating, value=9))


def changed_entry(home):
    rating = home.desk.history.add_rating(home.me, home.rating())
    home.desk.history.edit_rating(rating, home.rating(OTHER, 7))
    home.diary.ratings.update(replace(home.diary.ratings.get(rating), note="other words"))


def changed_tick(home):
    walk = home.walking()
    home.desk.journal.tick(home.me, walk, PostureItem.TALL, checked=True)
    home.diary.posture.tick(home.me, walk, PostureItem.TALL, False, home.clock.read().wall)


def changed_details(home):
    walk = home.walking()
    home.desk.journal.describe(walk, Details(kind=Kind.GENTLE))
    known = home.diary.walks.get(walk)
    home.diary.walks.update(replace(known, details=Details(kind=Kind.NORDIC)))


def changed_walk(home):
    walk = home.walked()
    home.desk.history.edit_walk(walk, home.form())
    home.diary.walks.update(replace(home.diary.walks.get(walk), walked_ms=1))


def changed_end(home):
    home.walking()
    walk = home.desk.tracker.finish(home.me)
    home.diary.walks.update(replace(home.diary.walks.get(walk.id), walked_ms=1))


def removed_behind(home):
    home.diary.walks.remove(home.walked(), home.clock.read().wall)


CHANGES = (
    changed_rating, changed_entry, changed_tick, changed_details, changed_walk, changed_end,
    removed_behind,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_has_changed_since_is_left_as_it_is(home, change):
    change(home)
    rows = home.rows()
    assert why(home.desk.undo.undo) is Hindrance.CHANGED
    assert home.rows() == rows


def test_a_discard_is_not_done_again_to_another_walk(home):
    home.walking()
    home.clock.sleep(600_000)
    home.desk.tracker.tick(home.me)
    home.desk.tracker.discard(home.me)
    home.desk.undo.undo()
    home.desk.tracker.answer(home.me, Answer.STOPPED)
    other = home.walking()
    assert home.desk.undo.redo() is None
    assert home.running.walk.id == other


def test_an_end_told_to_the_question_is_undone_and_the_question_is_open_again(home):
    home.asleep()
    asked, rows = home.running, home.rows()
    home.desk.tracker.answer(home.me, Answer.STOPPED)
    ended = home.rows()
    home.desk.undo.undo()
    assert (home.running, home.rows()) == (asked, rows)
    home.desk.undo.redo()
    assert home.running is None
    assert home.rows()["walk"] == ended["walk"]


def test_undone_later_the_time_since_is_in_doubt_as_well(home):
    home.asleep()
    home.desk.tracker.answer(home.me, Answer.STOPPED)
    home.clock.go(minutes=20)
    home.desk.undo.undo()
    assert home.running.watch.review.gap_ms == 30 * 60_000
    home.desk.tracker.answer(home.me, Answer.DROP)
    assert home.running.walked_ms == 2 * 60_000


def test_an_answer_is_undone_and_redone_though_it_became_a_walks(home):
    home.desk.journal.rate_walk(home.me, None, BEFORE, 3)
    home.desk.journal.tick(home.me, None, PostureItem.SHOES, checked=True)
    walk = home.walking()

    def said():
        found = home.desk.journal.answers(home.me, walk)
        return found.pain.before and found.pain.before.value, found.ticked

    whole = 3, frozenset({PostureItem.SHOES})
    assert said() == whole
    home.desk.undo.undo()
    home.desk.undo.undo()
    assert said() == (None, frozenset())
    home.desk.undo.redo()
    home.desk.undo.redo()
    assert said() == whole


def test_a_tick_that_waited_too_long_cannot_come_back(home):
    home.desk.journal.tick(home.me, None, PostureItem.SHOES, checked=True)
    home.clock.go(hours=4)
    home.walking()
    assert why(home.desk.undo.undo) is Hindrance.CHANGED


def test_an_answer_about_a_walk_that_is_gone_is_let_go(home):
    """As one may be that waited for a disk, while the walk was removed for good."""
    walk = home.walking()
    home.desk.tracker.discard(home.me)
    home.desk.bin.empty(home.me)
    rows = home.rows()
    home.desk.journal.rate_walk(home.me, walk, AFTER, 3)
    home.desk.journal.rate_during(home.me, walk, 1000, 3)
    home.desk.journal.tick(home.me, walk, PostureItem.TALL, checked=True)
    home.desk.journal.describe(walk, Details(kind=Kind.GENTLE))
    assert home.rows() == rows


def test_the_sums_forget_what_hung_on_a_walk_that_is_removed_for_good(home):
    walk = home.walked()
    known = home.diary.walks.get(walk)
    home.desk.history.remove_walk(walk)
    stray = PainRating("stray", home.me, walk, BEFORE, known.start, 9, known.start)
    home.diary.ratings.add(stray)
    home.desk.bin.empty(home.me)
    day = day_number(known.start.day)
    assert [row for row in home.rows()["day_total"] if row[1] == day] == []
