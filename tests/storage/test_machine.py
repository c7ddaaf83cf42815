"""Whatever is added, edited, removed and brought back: the sums and the list stay true."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule
from tests.storage import naive
from tests.storage.made import ANNA, DAY, HOUR, NOON, person, rating, running, walk

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import day_number
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.period import Grain, Period
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Details
from walktrack.storage.diary import Diary

TIMES = st.builds(
    lambda day, hour: NOON.plus(day * DAY + hour * HOUR), st.integers(-40, 40), st.integers(-3, 14)
)
MOMENTS = st.sampled_from([m for m in PainMoment if m is not PainMoment.NEXT_MORNING])
OF_A_WALK = st.sampled_from([PainMoment.BEFORE, PainMoment.AFTER] * 2 + [PainMoment.DURING])
NOTES = st.sampled_from(["", "Rain", "rain_y", "100%"])
WHOLE = Period(NOON.plus(-50 * DAY).day, NOON.plus(60 * DAY).day)
PART = Period(NOON.plus(-20 * DAY).day, NOON.plus(25 * DAY).day)
FILTERS = (
    HistoryFilter(),
    HistoryFilter(text="RAIN"),
    HistoryFilter(day_number(PART.first), day_number(PART.last), "%"),
)


class Changes(RuleBasedStateMachine):
    """The diary against plain dictionaries of what should be in it."""

    walks = Bundle("walks")
    ratings = Bundle("ratings")

    def __init__(self):
        super().__init__()
        self.diary = Diary(None)
        self.diary.open()
        self.diary.people.add(person())
        self.walk_by_id, self.rating_by_id = {}, {}
        self.gone, self.gone_with, self.count = set(), {}, 0
        self.purged = set()

    def teardown(self):
        self.diary.check()
        self.diary.close()

    def name(self):
        self.count += 1
        return f"id{self.count:03}"

    def clash(self, one):
        """Say whether another rating, there or to come back, stands in this one's place."""
        for other in self.rating_by_id.values():
            same = other.id != one.id and other.moment is one.moment
            if same and one.moment is PainMoment.DAY_AVERAGE and other.at.day == one.at.day:
                return True
            once = one.moment in {PainMoment.BEFORE, PainMoment.AFTER}
            if same and once and one.walk_id and other.walk_id == one.walk_id:
                return True
        return False

    @rule(target=walks, when=TIMES, minutes=st.integers(0, 90), note=NOTES, done=st.booleans())
    def add_walk(self, when, minutes, note, done):
        if not done and any(w.end is None for w in self.walk_by_id.values()):
            return multiple()
        details = Details(note=note)
        name = self.name()
        made = walk(name, when, minutes, details=details) if done else running(name, when)
        self.diary.walks.add(made)
        self.walk_by_id[name] = made
        return name

    @rule(name=walks, when=TIMES, minutes=st.integers(0, 90), note=NOTES)
    def edit_walk(self, name, when, minutes, note):
        if name not in self.gone:
            made = walk(name, when, minutes, details=Details(note=note), edited=NOON)
            self.diary.walks.update(made)
            self.walk_by_id[name] = made

    @rule(name=walks)
    def remove_walk(self, name):
        if name not in self.gone:
            self.diary.walks.remove(name, NOON)
            with_it = {r.id for r in self.rating_by_id.values() if r.walk_id == name} - self.gone
            self.gone |= {name, *with_it}
            self.gone_with[name] = with_it

    @rule(name=walks)
    def restore_walk(self, name):
        if name in self.purged:
            with pytest.raises(LookupError):
                self.diary.walks.restore(name)
            return
        self.diary.walks.restore(name)
        if name in self.gone:
            self.gone -= {name, *self.gone_with.pop(name)}

    @rule(target=ratings, walk_id=walks, moment=OF_A_WALK, when=TIMES, value=st.integers(0, 10))
    def rate_walk(self, walk_id, moment, when, value):
        return self._add_rating(rating(self.name(), value, moment, when, walk_id=walk_id))

    @rule(target=ratings, moment=MOMENTS, when=TIMES, value=st.integers(0, 10), note=NOTES)
    def rate(self, moment, when, value, note):
        return self._add_rating(rating(self.name(), value, moment, when, note=note))

    @rule(name=ratings, reporter=st.sampled_from(Reporter))
    def attribute(self, name, reporter):
        made = replace(self.rating_by_id[name], reporter=reporter)
        if name not in self.gone:
            self.diary.ratings.update(made)
            self.rating_by_id[name] = made

    def _add_rating(self, made):
        if made.walk_id in self.gone or self.clash(made):
            return multiple()
        self.diary.ratings.add(made)
        self.rating_by_id[made.id] = made
        return made.id

    @rule(name=ratings, when=TIMES, value=st.integers(0, 10))
    def edit_rating(self, name, when, value):
        made = replace(self.rating_by_id[name], at=when, value=value, edited=NOON)
        if name not in self.gone and not self.clash(made):
            self.diary.ratings.update(made)
            self.rating_by_id[name] = made

    @rule(name=ratings)
    def remove_rating(self, name):
        if name not in self.gone:
            self.diary.ratings.remove(name, NOON)
            self.gone.add(name)

    @rule(name=ratings)
    def restore_rating(self, name):
        if name in self.purged:
            with pytest.raises(LookupError):
                self.diary.ratings.restore(name)
            return
        if self.diary.bin.place_taken(name):
            return
        self.diary.ratings.restore(name)
        walk_id = self.rating_by_id[name].walk_id
        if walk_id in self.gone:
            self.gone_with[walk_id].add(name)
        else:
            self.gone.discard(name)

    @rule(walk_id=walks)
    def adopt(self, walk_id):
        waiting = [
            r
            for r in self.rating_by_id.values()
            if r.moment is PainMoment.BEFORE and not r.walk_id and r.id not in self.gone
        ]
        newest = max(waiting, key=lambda r: r.at.ms, default=None)
        if walk_id in self.gone or newest is None:
            return
        adopted = replace(newest, walk_id=walk_id)
        times = [r.at.ms for r in waiting]
        if times.count(newest.at.ms) == 1 and not self.clash(adopted):
            self.diary.ratings.adopt(ANNA, walk_id, 0)
            self.rating_by_id[newest.id] = adopted

    @rule(name=walks)
    def purge_walk(self, name):
        self.diary.bin.purge_walk(name)
        self._purged_walks({name})

    @rule(name=ratings)
    def purge_rating(self, name):
        self.diary.bin.purge_rating(name)
        self._purged_ratings({name} & self.gone)

    @rule()
    def empty_the_bin(self):
        self.diary.bin.empty(ANNA)
        self._purged_walks(self.gone)
        self._purged_ratings(self.gone)

    @rule(hours=st.sampled_from([-1, 1]))
    def purge_old(self, hours):
        by = NOON.plus(hours * HOUR).ms
        there = self.diary.bin.holds(by)
        old = {name for table in ("walk", "pain_rating") for name in self._removed_by(by, table)}
        self.diary.bin.purge_old(by)
        assert there == bool(old)
        assert not self.diary.bin.holds(by)
        self._purged_walks(old)
        self._purged_ratings(old)

    def _removed_by(self, by, table):
        """Return what was removed by then by itself, if it had been written before that."""
        of_walk = "NULL" if table == "walk" else "walk_id"
        sql = f"SELECT id, entered_at, edited_at, deleted_at, {of_walk} FROM {table}"
        return {
            name
            for name, entered, edited, deleted, walk_id in self.diary._db.rows(sql)
            if deleted is not None and max(entered, edited or entered) <= deleted <= by
            if walk_id not in self.gone
        }

    def _purged_walks(self, names):
        for name in (names & self.gone & self.walk_by_id.keys()) - self.purged:
            of_it = {r.id for r in self.rating_by_id.values() if r.walk_id == name}
            self._purged_ratings(of_it)
            self.gone_with.pop(name)
            del self.walk_by_id[name]
            self.gone |= of_it
            self.purged.add(name)

    def _purged_ratings(self, names):
        for name in (names & self.rating_by_id.keys()) - self.purged:
            for with_it in self.gone_with.values():
                with_it.discard(name)
            self.purged.add(name)

    def _lying(self):
        return [lying.entry.id for lying in self.diary.bin.rows(ANNA)]

    @rule(walk_id=walks, item=st.sampled_from(PostureItem))
    def tick(self, walk_id, item):
        if walk_id not in self.gone:
            self.diary.posture.tick(ANNA, walk_id, item, True, NOON)

    @rule(name=walks)
    def fail(self, name):
        with pytest.raises(ZeroDivisionError), self.diary.transaction():
            if name not in self.purged:
                self.diary.walks.remove(name, NOON.plus(DAY))
            self.diary.history.count(ANNA, FILTERS[0])
            self.diary.totals.dots(ANNA, WHOLE)
            raise ZeroDivisionError

    @invariant()
    def sums_are_true(self):
        walks = [w for w in self.walk_by_id.values() if w.end and w.id not in self.gone]
        done = {walk.id for walk in walks}
        ratings = [
            r
            for r in self.rating_by_id.values()
            if r.id not in self.gone and (r.walk_id is None or r.walk_id in done)
        ]
        totals = self.diary.totals
        kept = self.diary._db.rows("SELECT * FROM day_total ORDER BY day")
        assert kept == _recount(walks, ratings)
        for period in (WHOLE, PART):
            assert list(totals.dots(ANNA, period)) == naive.dots(walks, ratings, period)
        found = totals.buckets(ANNA, PART, Grain.WEEK, 6)
        expected = naive.buckets(walks, ratings, PART, Grain.WEEK, 6)
        assert [(b.first, b.walks) for b in found] == [(b.first, b.walks) for b in expected]

    @invariant()
    def bin_is_true(self):
        lying = (self.gone - self.purged) & self.walk_by_id.keys()
        for name in (self.gone - self.purged) & self.rating_by_id.keys():
            if self.rating_by_id[name].walk_id not in self.gone:
                lying.add(name)
        assert sorted(self._lying()) == sorted(lying)
        for table in ("walk", "pain_rating"):
            ids = {name for (name,) in self.diary._db.rows(f"SELECT id FROM {table}")}
            assert not ids & self.purged

    @invariant()
    def list_is_true(self):
        for wanted in FILTERS:
            lines = self._lines(wanted)
            found = self.diary.history.rows(ANNA, wanted, 0, 1000)
            assert sorted(entry.id for entry in found) == sorted(lines)
            assert [entry.at.ms for entry in found] == sorted(lines.values(), reverse=True)
            assert self.diary.history.count(ANNA, wanted) == len(lines)

    def _lines(self, wanted):
        ratings = self.rating_by_id.values()
        notes = {
            walk_id: [r.note for r in ratings if r.walk_id == walk_id and r.id not in self.gone]
            for walk_id in self.walk_by_id
        }
        walks = [
            (w.id, w.start, [w.details.note, *notes[w.id]])
            for w in self.walk_by_id.values()
            if w.end
        ]
        alone = [(r.id, r.at, [r.note]) for r in ratings if not r.walk_id]
        first = -10_000_000 if wanted.first_day is None else wanted.first_day
        last = 10_000_000 if wanted.last_day is None else wanted.last_day
        return {
            name: at.ms
            for name, at, texts in walks + alone
            if name not in self.gone
            and first <= day_number(at.day) <= last
            and any(wanted.text.casefold() in note.casefold() for note in texts)
        }


def _recount(walks, ratings):
    """Return the lines `day_total` should hold."""
    lines = []
    for day in sorted({w.start.day for w in walks} | {r.at.day for r in ratings}):
        of_day = [w for w in walks if w.start.day == day]
        numbers = [
            [v for w in of_day for v in naive.answers(w, some, moment)]
            for some in (naive.said(ratings), naive.guessed(ratings))
            for moment in (PainMoment.BEFORE, PainMoment.AFTER)
        ]
        rated = [r for r in ratings if r.at.day == day]
        numbers.insert(2, [r.value for r in naive.said(rated)])
        sums = [part for values in numbers for part in (sum(values), len(values))]
        guesses = [r.value for r in naive.guessed(rated)]
        sums += [sum(guesses), len(guesses)]
        walked = sum(w.walked_ms for w in of_day)
        lines.append((ANNA, day_number(day), len(of_day), walked, *sums))
    return lines


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=50, stateful_step_count=40, deadline=None)
