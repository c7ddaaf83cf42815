"""Walks are cut, split and merged with all that was said about them, and come back as they were."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.services.every_verb import Home
from tests.services.walk_world import MEMORY
from tests.storage.reading import recounted, rows

from walktrack.domain.edit import EditKind
from walktrack.domain.entry import HistoryFilter
from walktrack.domain.mending import MendError
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.pauses import Pause
from walktrack.domain.posture import PostureItem
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.services.entry_forms import WalkForm
from walktrack.services.undo import HinderedError

DAY = date(2026, 5, 1)
BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER


class Mender(Home):
    """A diary of walks with everything that can be said about them."""

    def walk(self, hour=10, minutes=60, day=0, during=(), pauses=(), **more):
        start = Moment.of(datetime.combine(DAY + timedelta(day), time(hour)))
        span = minutes * MS_PER_MINUTE
        pauses = tuple(Pause(a * MS_PER_MINUTE, b * MS_PER_MINUTE) for a, b in pauses)
        walked = span - sum(pause.ms for pause in pauses)
        form = WalkForm(Times(start, start.plus(span), walked), pauses=pauses, **more)
        walk_id = self.desk.history.add_walk(self.me, form)
        for number, (into, value) in enumerate(during):
            into_ms = into * MS_PER_MINUTE
            self.diary.ratings.add(
                PainRating(
                    f"{walk_id}-{number}", self.me, walk_id, DURING, start.plus(into_ms), value,
                    start, into_ms,
                )
            )  # fmt: skip
        return walk_id

    def pain(self, walk_id):
        """Return the ratings of a walk: what for, minutes into it, value."""
        return sorted(
            (r.moment.value, r.walked_ms and r.walked_ms // MS_PER_MINUTE, r.value)
            for r in self.diary.ratings.of_walk(walk_id)
        )

    def lines(self):
        return [entry.id for entry in self.desk.history.rows(self.me, HistoryFilter(), 0, 99)]

    def there_and_back(self, before):
        """Undo, redo and undo again: each time all is as it was."""
        after = self.rows()
        for _ in range(2):
            self.desk.undo.undo()
            assert _in_use(self.rows()) == _in_use(before)
            self.desk.undo.redo()
            assert _in_use(self.rows()) == _in_use(after)


def _in_use(tables):
    """Return the rows that are not removed; a tick that comes again is a row of its own."""
    removed_at = {"walk": -3, "pain_rating": -1, "posture_check": -1}
    found = {
        table: [row for row in lines if table not in removed_at or row[removed_at[table]] is None]
        for table, lines in tables.items()
    }
    found["posture_check"] = sorted(row[1:] for row in found["posture_check"])
    return found


@pytest.fixture
def mender(tmp_path):
    home = Mender(tmp_path / "diary.db")
    yield home
    home.diary.close()


def test_somebody_who_forgot_to_stop_takes_the_end_off(mender):
    walk = mender.walk(during=[(10, 3), (50, 6)], before=4, after=5, pauses=[(20, 25)])
    before = mender.rows()
    assert mender.desk.mending.after_cut(walk, 20).minutes == 35
    mender.desk.mending.cut(walk, 20)
    stored = mender.diary.walks.get(walk)
    assert (stored.minutes, stored.paused_minutes, stored.edited) == (35, 5, mender.clock.wall)
    assert mender.pain(walk) == [
        ("after", None, 5), ("before", None, 4), ("during", 10, 3), ("during", 35, 6),
    ]  # fmt: skip
    (edit,) = mender.desk.history.edits(walk)
    assert (edit.kind, edit.was["walked_ms"], edit.now["walked_ms"]) == (
        EditKind.CUT, "3300000", "2100000",
    )  # fmt: skip
    mender.there_and_back(before)


def test_a_walk_is_split_with_what_belongs_to_each_part(mender):
    ticked = frozenset({PostureItem.TALL})
    said = Details(note="mill")
    walk = mender.walk(during=[(10, 3), (40, 6)], before=4, after=5, ticked=ticked, details=said)
    before = mender.rows()
    other = mender.desk.mending.split(walk, 30 * MS_PER_MINUTE)
    assert mender.lines() == [other, walk]
    assert mender.pain(walk) == [("before", None, 4), ("during", 10, 3)]
    assert mender.pain(other) == [("after", None, 5), ("during", 10, 6)]
    assert mender.desk.history.walk_form(walk).ticked == ticked
    assert mender.desk.history.walk_form(other).ticked == frozenset()
    assert [e.kind for e in mender.desk.history.edits(other)] == [EditKind.SPLIT]
    mender.there_and_back(before)


def test_two_walks_become_one_and_nothing_that_was_said_is_lost(mender):
    first = mender.walk(9, 30, before=4, after=6, ticked=frozenset({PostureItem.TALL}))
    second = mender.walk(
        10, 20, during=[(5, 8)], before=5, after=3, ticked=frozenset({PostureItem.ARMS})
    )
    before = mender.rows()
    assert [w.id for w in mender.desk.mending.neighbours(first)] == [second]
    assert mender.desk.mending.after_merge(second, first).minutes == 50
    assert mender.desk.mending.merge(second, first) == first
    assert mender.lines() == [first]
    assert mender.pain(first) == [
        ("after", None, 3), ("before", None, 4),
        ("during", 30, 5), ("during", 30, 6), ("during", 35, 8),
    ]  # fmt: skip
    form = mender.desk.history.walk_form(first)
    assert form.ticked == frozenset({PostureItem.TALL, PostureItem.ARMS})
    mender.there_and_back(before)


def test_the_walks_next_to_it_are_offered_and_far_ones_not(mender):
    walks = [mender.walk(10, 20, day) for day in (0, 3, 9)]
    near = mender.walk(12, 20, 3)
    assert [w.id for w in mender.desk.mending.neighbours(walks[1])] == [near]
    assert mender.desk.mending.neighbours(walks[0]) == []


def test_an_open_walk_and_one_that_is_gone_are_left_alone(mender):
    open_walk = mender.walking()
    with pytest.raises(MendError):
        mender.desk.mending.cut(open_walk, 1)
    gone = mender.walk()
    mender.desk.history.remove_walk(gone)
    with pytest.raises(LookupError):
        mender.desk.mending.split(gone, MS_PER_MINUTE)


def test_what_has_changed_since_is_not_put_back(mender):
    walk = mender.walk()
    mender.desk.mending.cut(walk, 10)
    rating = PainRating("r", mender.me, walk, AFTER, mender.clock.wall, 5, mender.clock.wall)
    mender.diary.ratings.add(rating)
    with pytest.raises(HinderedError):
        mender.desk.undo.undo()


DEEDS = st.lists(
    st.tuples(st.sampled_from(["cut", "split", "merge"]), st.integers(0, 9), st.integers(1, 80)),
    max_size=6,
)
LIVES = st.lists(
    st.tuples(
        st.integers(6, 20), st.integers(2, 90), st.integers(0, 2),
        st.none() | st.integers(0, 10), st.none() | st.integers(0, 10),
        st.lists(st.tuples(st.integers(0, 90), st.integers(0, 10)), max_size=2),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@given(LIVES, DEEDS)
@settings(max_examples=25)
def test_whatever_is_mended_all_ratings_stay_and_all_of_it_can_be_undone(lives, deeds):
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        home = Mender(Path(folder) / "diary.db")
        try:
            for hour, minutes, day, before, after, during in lives:
                home.walk(hour, minutes, day, during, before=before, after=after)
            values = _values(home)
            states = [home.rows()]
            for deed, which, number in deeds:
                if _mend(home, deed, home.lines()[which % len(home.lines())], number):
                    states.append(home.rows())
                assert _values(home) == values
            while len(states) > 1:
                states.pop()
                home.desk.undo.undo()
                assert _in_use(home.rows()) == _in_use(states[-1])
        finally:
            home.diary.close()
        sums = {row[:2]: row[2:] for row in rows(home.path, "day_total")}
        assert sums == recounted(home.path)


def _mend(home, deed, walk, number):
    mending = home.desk.mending
    try:
        match deed:
            case "cut":
                mending.cut(walk, number)
            case "split":
                mending.split(walk, number * MS_PER_MINUTE)
            case "merge":
                for other in mending.neighbours(walk)[:1]:
                    mending.merge(walk, other.id)
                    return True
                return False
    except MendError:
        return False
    return True


def _values(home):
    return sorted(r.value for walk in home.lines() for r in home.diary.ratings.of_walk(walk))
