"""The bin: what is in it, what comes back, and what goes for good."""

from dataclasses import replace

import pytest
from tests.services.every_verb import AVERAGE, BEFORE, MORNING, OTHER, Home

from walktrack.domain.bin import KEPT_DAYS, MS_PER_DAY
from walktrack.domain.entry import EntryKind, HistoryFilter
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import Doubt
from walktrack.domain.walk import WalkState
from walktrack.services.opening import open_diary
from walktrack.services.running import Answer
from walktrack.services.undo import DeedKind, HinderedError, Hindrance
from walktrack.storage.diary import Diary

DAY_H = 24


@pytest.fixture
def home():
    made = Home(None)
    yield made
    made.diary.close()


def lying(home):
    return home.desk.bin.rows(home.me)


def why(act):
    with pytest.raises(HinderedError) as caught:
        act()
    return caught.value.why


def left(home):
    """Return how many rows there are of what can be removed."""
    tables = ("walk", "walk_event", "pain_rating", "posture_check")
    return [len(home.rows()[table]) for table in tables]


def test_the_last_removed_comes_first_with_all_that_went_with_it(home):
    walk = home.walked()
    rating = home.desk.history.add_rating(home.me, home.rating(MORNING, 7))
    home.desk.history.remove_rating(rating)
    home.clock.go(hours=1)
    home.desk.history.remove_walk(walk)
    first, second = lying(home)
    assert (first.entry.id, first.entry.before, first.entry.after) == (walk, 5, 3)
    assert (first.entry.ticked, first.is_open, first.of_walk) == (1, False, None)
    assert (second.entry.id, second.entry.value, second.entry.moment) == (rating, 7, MORNING)
    assert first.removed_ms == home.clock.read().wall.ms
    assert second.removed_ms < first.removed_ms


def test_an_answer_cleared_before_does_not_count_as_the_walks(home):
    walk = home.walking()
    home.desk.journal.rate_walk(home.me, walk, BEFORE, 9)
    home.desk.journal.rate_walk(home.me, walk, BEFORE, None)
    (cleared,) = lying(home)
    assert (cleared.entry.kind, cleared.entry.value) == (EntryKind.RATING, 9)
    assert cleared.of_walk == home.diary.walks.get(walk).start
    home.desk.tracker.discard(home.me)
    (gone,) = lying(home)  # the cleared answer goes with the walk now
    assert (gone.entry.id, gone.entry.before) == (walk, None)


def test_days_left_count_down_and_never_below_none(home):
    home.desk.history.remove_walk(home.walked())
    (gone,) = lying(home)
    now = home.clock.read().wall
    found = [gone.days_left(now.plus(ms)) for ms in (0, 1, MS_PER_DAY, MS_PER_DAY + 1)]
    assert found == [30, 30, 29, 29]
    assert gone.days_left(now.plus(KEPT_DAYS * MS_PER_DAY - 1)) == 1
    assert gone.days_left(now.plus(KEPT_DAYS * MS_PER_DAY)) == 0
    assert gone.days_left(now.plus(9_999 * MS_PER_DAY)) == 0
    assert gone.days_left(now.plus(-9_999 * MS_PER_DAY)) == KEPT_DAYS


def test_a_walk_is_put_back_whole_and_undo_keeps_the_day_it_was_removed(home):
    walk = home.walked()
    form = home.desk.history.walk_form(walk)
    home.desk.history.remove_walk(walk)
    before = lying(home)
    home.clock.go(hours=5 * DAY_H)
    home.desk.bin.put_back(before[0])
    assert (lying(home), home.desk.history.walk_form(walk)) == ([], form)
    assert home.desk.undo.undo().kind is DeedKind.WALK_PUT_BACK
    assert lying(home) == before
    assert home.desk.undo.redo().kind is DeedKind.WALK_PUT_BACK
    assert home.desk.history.walk_form(walk) == form


@pytest.mark.parametrize("moment", [MORNING, AVERAGE])
def test_an_answer_is_not_put_back_where_the_day_has_another(home, moment):
    history = home.desk.history
    history.remove_rating(history.add_rating(home.me, home.rating(moment, 4)))
    other = history.add_rating(home.me, home.rating(moment, 6))
    (gone,) = lying(home)
    rows = home.rows()
    assert why(lambda: home.desk.bin.put_back(gone)) is Hindrance.PLACE_TAKEN
    assert home.rows() == rows
    history.remove_rating(other)
    home.desk.bin.put_back(gone)
    assert history.rating_form(gone.entry.id).value == 4


def test_an_answer_is_not_put_back_where_its_walk_has_another(home):
    walk = home.walking()
    for value in (2, None, 8):
        home.desk.journal.rate_walk(home.me, walk, BEFORE, value)
    (gone,) = lying(home)
    assert why(lambda: home.desk.bin.put_back(gone)) is Hindrance.PLACE_TAKEN


def test_as_many_ratings_as_one_likes_are_put_back(home):
    history = home.desk.history
    for value in (1, 2):
        history.remove_rating(history.add_rating(home.me, home.rating(OTHER, value)))
    for gone in lying(home):
        home.desk.bin.put_back(gone)
    assert lying(home) == []


def test_an_open_walk_from_the_bin_asks_its_question(home):
    walk = home.walking(minutes=10)
    home.desk.tracker.discard(home.me)
    home.restart()
    home.clock.go(hours=3 * DAY_H)
    (gone,) = lying(home)
    assert gone.is_open
    home.desk.bin.put_back(gone)
    running = home.running
    assert (running.walk.id, running.state) == (walk, WalkState.REVIEW)
    assert running.watch.review.doubt is Doubt.ASIDE
    home.desk.tracker.answer(home.me, Answer.STOPPED)
    assert home.diary.walks.get(walk).minutes == 10


def test_an_open_walk_from_the_bin_asks_also_when_the_clock_went_back_over_a_restart(home):
    home.walking(minutes=10)
    home.desk.tracker.discard(home.me)
    home.clock.reboot(-DAY_H * 3_600_000)
    home.restart()
    home.desk.bin.put_back(lying(home)[0])
    assert home.running.state is WalkState.REVIEW


def test_a_paused_walk_from_the_bin_is_paused(home):
    home.walking()
    home.desk.tracker.pause(home.me)
    home.desk.tracker.discard(home.me)
    home.clock.go(hours=DAY_H)
    home.desk.bin.put_back(lying(home)[0])
    assert home.running.state is WalkState.PAUSED
    home.desk.undo.undo()
    assert (home.running, len(lying(home))) == (None, 1)


def test_an_open_walk_is_not_put_back_beside_another(home):
    home.walking()
    home.desk.tracker.discard(home.me)
    new = home.walking()
    (gone,) = lying(home)
    assert why(lambda: home.desk.bin.put_back(gone)) is Hindrance.WALK_OPEN
    assert home.running.walk.id == new
    home.desk.tracker.finish(home.me)
    home.desk.bin.put_back(gone)
    assert home.running.walk.id == gone.entry.id


def test_what_was_put_back_cannot_be_put_back_again(home):
    home.desk.history.remove_walk(home.walked())
    (gone,) = lying(home)
    home.desk.bin.put_back(gone)
    assert why(lambda: home.desk.bin.put_back(gone)) is Hindrance.CHANGED


def test_what_is_removed_for_good_leaves_no_row(home):
    nothing = left(home)
    walk = home.walking()
    home.desk.journal.rate_walk(home.me, walk, BEFORE, 6)
    home.desk.journal.tick(home.me, walk, PostureItem.TALL, checked=True)
    home.desk.tracker.discard(home.me)
    home.desk.bin.remove_for_good(lying(home)[0])
    assert left(home) == nothing
    home.desk.history.remove_rating(home.desk.history.add_rating(home.me, home.rating()))
    home.desk.bin.remove_for_good(lying(home)[0])
    assert left(home) == nothing
    home.diary.check()


def test_nothing_in_use_is_removed_for_good(home):
    home.desk.history.remove_walk(home.walked())
    (gone,) = lying(home)
    home.desk.bin.put_back(gone)
    home.desk.history.add_rating(home.me, home.rating())
    rows = home.rows()
    home.desk.bin.remove_for_good(gone)
    home.desk.bin.empty(home.me)
    assert home.rows() == rows


def test_only_the_persons_own_bin_is_emptied(home):
    history, me = home.desk.history, home.me
    history.remove_walk(home.walked())
    home.diary.people.add(replace(home.person, id="bert"))
    history.remove_walk(history.add_walk("bert", home.form()))
    home.desk.bin.empty(me)
    assert (home.desk.bin.rows(me), len(home.desk.bin.rows("bert"))) == ([], 1)


LAST_DEEDS = {
    "remove": lambda home: home.desk.history.remove_walk(home.walked()),
    "discard": lambda home: (home.walking(), home.desk.tracker.discard(home.me)),
    "remove a rating": lambda home: home.desk.history.remove_rating(
        home.desk.history.add_rating(home.me, home.rating())
    ),
    "clear an answer": lambda home: [
        home.desk.journal.rate_day(home.me, MORNING, value) for value in (3, None)
    ],
}


@pytest.mark.parametrize("deed", LAST_DEEDS)
def test_a_deed_about_what_is_gone_is_refused_once_and_the_one_before_is_next(home, deed):
    home.desk.history.add_rating(home.me, home.rating())
    LAST_DEEDS[deed](home)
    home.desk.bin.empty(home.me)
    stack = home.desk.undo
    while stack.last.kind is not DeedKind.RATING_ADDED or len(stack._done) > 1:
        assert why(stack.undo) is Hindrance.GONE
    assert stack.undo().kind is DeedKind.RATING_ADDED


@pytest.mark.parametrize("deed", ["add a walk", "add a rating", "put back", "answer", "finish"])
def test_a_deed_undone_cannot_be_done_again_when_it_is_gone(home, deed):
    history, stack = home.desk.history, home.desk.undo
    match deed:
        case "add a walk":
            home.walked()
        case "add a rating":
            history.add_rating(home.me, home.rating())
        case "put back":
            history.remove_walk(home.walked())
            home.desk.bin.put_back(lying(home)[0])
        case "answer":
            home.desk.journal.rate_day(home.me, MORNING, 3)
        case "finish":
            home.walking()
            home.desk.tracker.finish(home.me)
    stack.undo()
    if deed == "finish":
        home.desk.tracker.discard(home.me)
        home.desk.bin.empty(home.me)
        assert stack.next is None
        assert why(stack.undo) is Hindrance.GONE
        return
    home.desk.bin.empty(home.me)
    assert why(stack.redo) is Hindrance.GONE
    assert stack.next is None


# What time does


@pytest.fixture
def aged(tmp_path):
    """A diary in whose bin a walk lies, and which is opened as the program does it."""

    class Aged(Home):
        def reopen(self, days=0.0):
            self.diary.close()
            self.clock.go(hours=days * 24)
            self.diary = open_diary(self.path, self.clock)
            self.restart()
            return len(lying(self))

        def use(self):
            self.desk.journal.rate_day(self.me, PainMoment.OTHER, 3)

    made = Aged(tmp_path / "d" / "walktrack.db")
    made.desk.history.remove_walk(made.walked())
    yield made
    made.diary.close()


def test_after_thirty_days_of_use_it_goes_at_the_next_start(aged):
    assert aged.reopen(29.9) == 1
    aged.use()
    assert aged.reopen(0.05) == 1
    aged.clock.go(hours=2)
    aged.use()
    assert aged.reopen() == 0
    assert len(aged.rows()["walk"]) == 0
    aged.diary.check()


def test_a_first_start_after_a_long_time_throws_nothing_away(aged):
    """One look at a clock proves nothing: the records must bear witness that time has passed."""
    assert aged.reopen(400) == 1
    aged.use()
    assert aged.reopen(0.1) == 0


def test_a_clock_set_wrong_by_years_empties_nothing(aged):
    years = 5 * 365 * MS_PER_DAY
    aged.clock.set_wall(years)
    assert aged.reopen() == 1
    aged.use()  # and something is written with the wrong time
    aged.clock.set_wall(-years)
    assert aged.reopen(1) == 1
    assert aged.reopen(28) == 1


def test_what_was_removed_while_the_clock_was_years_behind_stays(aged):
    years = 20 * 365 * MS_PER_DAY
    aged.desk.undo.undo()
    aged.clock.set_wall(-years)
    aged.desk.undo.redo()
    aged.desk.undo.undo()
    (entry,) = aged.diary.history.rows(aged.me, HistoryFilter(), 0, 9)
    aged.desk.history.remove_walk(entry.id)
    aged.clock.set_wall(years)
    aged.use()
    assert aged.reopen(1) == 1
    aged.use()
    assert aged.reopen(100) == 1


def test_a_walk_that_stays_keeps_its_answers(aged):
    """The clock was set back in between, so that it looks removed before it was changed."""
    desk = aged.desk
    walk = aged.walked()
    aged.clock.go(hours=3)
    desk.history.edit_walk(walk, replace(desk.history.walk_form(walk), after=8))
    form = desk.history.walk_form(walk)
    aged.clock.set_wall(-2 * 3_600_000)
    desk.history.remove_walk(walk)
    aged.clock.go(hours=40 * DAY_H)
    aged.use()
    assert aged.reopen() == 1
    (gone,) = lying(aged)
    aged.desk.bin.put_back(gone)
    assert aged.desk.history.walk_form(walk) == form


def test_a_start_without_anything_to_throw_out_writes_nothing(aged):
    aged.use()
    aged.diary.close()
    before = aged.path.read_bytes(), aged.path.stat().st_mtime_ns
    aged.diary = open_diary(aged.path, aged.clock)
    assert (aged.path.read_bytes(), aged.path.stat().st_mtime_ns) == before


def test_a_full_disk_is_no_reason_not_to_open(aged, monkeypatch):
    aged.clock.go(hours=31 * 24)
    aged.use()
    aged.diary.close()
    check = Diary.check

    def then_stuck(diary):
        check(diary)
        diary._db.execute_sql("PRAGMA query_only = 1")

    monkeypatch.setattr(Diary, "check", then_stuck)
    aged.diary = open_diary(aged.path, aged.clock)
    (me,) = aged.diary.people.all()
    assert len(aged.diary.bin.rows(me.id)) == 1
    monkeypatch.undo()
    assert aged.reopen() == 0
