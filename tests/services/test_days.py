"""What is said about days is kept, makes way for walks, and every change can be undone."""

from datetime import date, timedelta

import pytest
from tests.services.every_verb import Home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.period import Range
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.changes import Changes
from walktrack.services.days import Barred
from walktrack.services.entry_forms import MarkForm
from walktrack.services.undo import DeedKind, HinderedError, Hindrance

TODAY = date(2026, 6, 1)
NO_WALK, FLARE_UP = MarkKind.NO_WALK, MarkKind.FLARE_UP


def ago(days):
    return TODAY - timedelta(days=days)


def no_walk(days=0):
    return MarkForm(NO_WALK, ago(days), ago(days))


def flare_up(first, last=None, note=""):
    return MarkForm(FLARE_UP, ago(first), None if last is None else ago(last), note)


@pytest.fixture
def home():
    made = Home(None)
    yield made
    made.diary.close()


def say(home, form):
    return home.desk.days.add(home.me, form)


def said(home, days=0):
    return home.desk.days.on(home.me, ago(days))


def test_a_day_is_walked_or_without_a_walk_or_not_recorded(home):
    assert (said(home).walked, said(home).no_walk) == (False, None)
    mark = say(home, no_walk())
    assert (said(home).walked, said(home).no_walk.id) == (False, mark)
    home.walked()
    assert (said(home).walked, said(home).no_walk) == (True, None)


def test_what_is_said_is_announced_and_in_the_hand_of_who_writes(home):
    home.desk.writing.write_as("Clara")
    home.heard.clear()
    say(home, no_walk())
    assert home.heard == [Changes.DAYS]
    assert said(home).no_walk.recorder == "Clara"


@pytest.mark.parametrize("add", [Home.walked, Home.walking])
def test_no_walk_gives_way_to_a_walk(home, add):
    mark = say(home, no_walk())
    add(home)
    assert home.diary.marks.get(mark) is None
    assert home.desk.bin.rows(home.me) == []


def test_it_comes_back_when_the_walk_that_was_added_is_undone_and_goes_when_redone(home):
    say(home, no_walk())
    before = home.rows()
    home.walked()
    home.desk.undo.undo()
    assert home.rows()["day_mark"] == before["day_mark"]
    home.desk.undo.redo()
    assert said(home).walked
    assert home.diary.marks.on(home.me, TODAY) == []


def test_it_comes_back_when_the_walk_is_discarded_also_after_a_new_start_of_the_program(home):
    mark = say(home, no_walk())
    home.walking()
    home.restart()
    home.desk.tracker.find(home.me)
    home.desk.tracker.discard(home.me)
    assert said(home).no_walk.id == mark
    home.desk.undo.undo()
    assert said(home).walked
    assert home.diary.marks.get(mark) is None


def test_it_comes_back_when_the_walk_that_was_moved_there_moves_away_again(home):
    walk = home.desk.history.add_walk(home.me, home.form(hours_ago=50))
    mark = say(home, no_walk())
    home.desk.history.edit_walk(walk, home.form())
    assert home.diary.marks.get(mark) is None
    home.desk.undo.undo()
    assert said(home).no_walk.id == mark
    home.desk.undo.redo()
    assert home.diary.marks.get(mark) is None


def test_a_walk_removed_later_leaves_the_day_not_recorded(home):
    say(home, no_walk())
    home.desk.history.remove_walk(home.walked())
    assert (said(home).walked, said(home).no_walk) == (False, None)


def test_a_walk_put_back_from_the_bin_makes_no_walk_give_way(home):
    home.desk.history.remove_walk(home.walked())
    mark = say(home, no_walk())
    (lying,) = home.desk.bin.rows(home.me)
    home.desk.bin.put_back(lying)
    assert home.diary.marks.get(mark) is None
    home.desk.undo.undo()
    assert said(home).no_walk.id == mark


def test_a_mark_that_cannot_give_way_keeps_the_walk_out_as_well(home, monkeypatch):
    def fail(*_args):
        raise ZeroDivisionError

    mark = say(home, no_walk())
    monkeypatch.setattr(home.diary.marks, "give_way", fail)
    with pytest.raises(ZeroDivisionError):
        home.walked()
    assert (said(home).walked, said(home).no_walk.id) == (False, mark)


@pytest.mark.parametrize(
    ("known", "wanted", "why"),
    [
        (no_walk(3), no_walk(3), Barred.SAID),
        (no_walk(3), no_walk(-1), Barred.TO_COME),
        (flare_up(9, 5), flare_up(5, 2), Barred.SAID),
        (flare_up(9, 5), flare_up(20, 1), Barred.SAID),
        (flare_up(9, 5), flare_up(7), Barred.SAID),
        (flare_up(9, 5), flare_up(7, -1), Barred.TO_COME),
        (flare_up(9), flare_up(2, 1), Barred.SAID),
        (flare_up(9), flare_up(20), Barred.SAID),
        (flare_up(9, 5), flare_up(4), None),
        (flare_up(9, 5), flare_up(20, 10), None),
        (flare_up(9, 5), no_walk(7), None),
    ],
)
def test_what_contradicts_is_refused(home, known, wanted, why):
    say(home, known)
    bar = home.desk.days.bar(home.me, wanted)
    assert (bar and bar.why) == why
    before = home.rows()
    if why is None:
        say(home, wanted)
    else:
        with pytest.raises(NotPossibleError):
            say(home, wanted)
        assert home.rows() == before


def test_a_day_with_a_walk_cannot_be_said_to_have_none(home):
    home.walked()
    assert home.desk.days.bar(home.me, no_walk()).why is Barred.WALKED


def test_a_flare_up_ends_is_changed_and_removed_and_all_of_it_undone(home):
    mark = say(home, flare_up(5))
    assert said(home).flare_up.last is None
    home.desk.days.edit(mark, flare_up(5, 1, "eased"))
    assert (said(home).flare_up, said(home, 1).flare_up.note) == (None, "eased")
    changes = [edit.now for edit in home.desk.history.edits(mark)]
    assert changes == [{"last": ago(1).isoformat(), "note": "eased"}]
    home.desk.days.remove(mark)
    assert said(home, 3).flare_up is None
    kinds = DeedKind.FLARE_UP_SAID, DeedKind.MARK_EDITED, DeedKind.MARK_REMOVED
    assert tuple(deed.kind for deed in home.did) == kinds
    home.desk.undo.undo()
    home.desk.undo.undo()
    assert said(home).flare_up.last is None
    assert home.desk.history.edits(mark) == []
    home.desk.undo.redo()
    assert said(home, 1).flare_up.note == "eased"


def test_nothing_new_is_no_change(home):
    mark = say(home, flare_up(5))
    did = len(home.did)
    home.desk.days.edit(mark, flare_up(5))
    assert len(home.did) == did


def test_what_is_gone_cannot_be_changed(home):
    mark = say(home, flare_up(5))
    home.desk.days.remove(mark)
    with pytest.raises(NotPossibleError):
        home.desk.days.edit(mark, flare_up(5, 2))
    with pytest.raises(HinderedError):
        home.desk.days.remove(mark)


def test_what_cannot_come_back_says_so(home):
    mark = say(home, flare_up(9, 5))
    home.desk.days.remove(mark)
    say(home, flare_up(6, 2))
    (lying,) = home.desk.bin.rows(home.me)
    with pytest.raises(HinderedError) as caught:
        home.desk.bin.put_back(lying)
    assert caught.value.why is Hindrance.DAY_TAKEN
    assert lying.entry.last == ago(5)


def test_the_bin_keeps_marks_and_lets_them_go(home):
    mark = say(home, flare_up(9, 5))
    home.desk.days.remove(mark)
    (lying,) = home.desk.bin.rows(home.me)
    home.desk.bin.put_back(lying)
    assert home.diary.marks.get(mark)
    home.desk.undo.undo()
    (lying,) = home.desk.bin.rows(home.me)
    home.desk.bin.remove_for_good(lying)
    assert home.rows()["day_mark"] == []


def test_history_lists_marks_at_the_days_they_begin_on(home):
    walk = home.desk.history.add_walk(home.me, home.form(hours_ago=3 * 24))
    flare = say(home, flare_up(3, 1, "the stairs"))
    none = say(home, no_walk(1))

    def ids(*days, **more):
        rows = home.desk.history.rows(home.me, home.wanted(*days, **more), 0, 9)
        return [line.id for line in rows]

    assert ids() == [none, walk, flare]
    assert home.desk.history.index_of(home.me, home.wanted(), flare) == 2
    (line,) = home.desk.history.rows(home.me, home.wanted(), 2, 1)
    assert (line.mark, line.at.day, line.last, line.note) == (
        FLARE_UP,
        ago(3),
        ago(1),
        "the stairs",
    )
    assert ids(2, 2) == [flare]
    assert ids(text="STAIRS") == [flare]
    assert ids(0, 0) == []
    home.desk.days.edit(flare, flare_up(3))
    assert ids(0, 0) == [flare]


def test_the_charts_know_the_days_in_every_grain(home):
    say(home, flare_up(40, 36))
    say(home, no_walk(2))
    say(home, flare_up(1))
    for chosen, flares in ((Range.FOUR_WEEKS, 2), (Range.TWELVE_WEEKS, 7), (Range.YEAR, 7)):
        found = home.desk.overviews.of(home.person, chosen, 0)
        assert sum(bucket.no_walk for bucket in found.buckets) == 1
        assert sum(bucket.flare_up for bucket in found.buckets) == flares
        assert found.flare_ups[-1].last == TODAY
        assert all(bucket.walks == 0 and bucket.pain is None for bucket in found.buckets)
    whole = home.desk.overviews.of(home.person, Range.ALL, 0)
    assert whole.period.first == ago(40)


def test_one_that_goes_on_is_taken_to_today_and_no_further(home):
    say(home, flare_up(1))
    home.clock.go(hours=24)
    found = home.desk.overviews.of(home.person, Range.FOUR_WEEKS, 0)
    assert sum(bucket.flare_up for bucket in found.buckets) == 3
