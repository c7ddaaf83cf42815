"""Whatever happens to a walk, the minutes are those of a model that never saw our clocks.

The ordinary run takes a few dozen lives of a diary. The long proof takes 1,500 of 40 steps:

    python3 main.py test -m long tests/services/test_tracker_machine.py

It takes two to three minutes of one processor (measured: 150 s).
"""

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from tests.services.walk_truth import BEAT, HOUR, Truth
from tests.services.walk_world import PAUSED, REVIEW, RUNNING, Past, WalkWorld

from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.typed import Times
from walktrack.services.running import Answer
from walktrack.services.undo import DeedKind

PICK = st.integers(0, 1)
ANSWERED = DeedKind.QUESTION_ANSWERED


def when(*states):
    """Let a rule happen only while somebody's walk is in one of these states; None: no walk."""
    return precondition(lambda self: bool(self._people_in(*states)))


class WalkMachine(WalkWorld):
    """Two people walk, and everything happens to their computer, on a real SQLite file."""

    # What time does

    @rule(seconds=st.integers(1, 40), ms=st.integers(0, 999))
    def walk_on(self, seconds, ms):
        for _ in range(seconds):
            self._pass(1000)
            self._tick()
            for who in self._people_in(RUNNING, REVIEW):
                last = self.house.tracker.current(who).watch.last
                assert self.house.clock.read().since(last) <= BEAT + 1000
        self._pass(ms)

    @rule(hours=st.integers(1, 5), answer=st.booleans())
    def long_time_with_the_window_open(self, hours, answer):
        for _ in range(hours * 12):
            self._pass(HOUR // 12)
            self._tick()
        if answer:
            for _ in self._people_in(REVIEW):
                self.answer_that_walking_goes_on(0, keep=True)
            self._tick()

    @rule(ms=st.integers(0, 8 * HOUR))
    def laptop_sleeps(self, ms):
        self._tick()
        self._pass(ms, asleep=True)
        self._tick()

    @rule(ms=st.integers(0, 59_999), awake=st.integers(0, 20_000))
    def laptop_naps(self, ms, awake):
        self._pass(ms, asleep=True)
        self._tick()
        self._pass(awake)

    @rule(days=st.integers(-400, 400))
    def clock_is_set(self, days):
        self._set_clock(days * 24 * HOUR)

    @rule(seconds=st.integers(-600, 600))
    def clock_is_put_right(self, seconds):
        self._set_clock(seconds * 1000)

    @rule(offset=st.sampled_from([-480, 0, 60, 120, 330]))
    def zone_changes(self, offset):
        self.house.clock.set_zone(offset)
        self._pass(1)

    @rule(
        ms=st.tuples(st.integers(0, HOUR), st.integers(1, HOUR)),
        asleep=st.booleans(),
        by=st.sampled_from([-60, 60]),
    )
    def summer_time_begins_or_ends(self, ms, asleep, by):
        before, after = ms
        self._tick()
        self._pass(before, asleep=asleep)
        self.house.clock.set_zone(self._offset + by if abs(self._offset + by) < 720 else 0)
        self._pass(after, asleep=asleep)
        self._tick()

    # What happens to the program

    @rule(ms=st.integers(0, 2 * HOUR))
    def crash(self, ms):
        self._pass(ms)
        self._restart()

    @rule(ms=st.integers(20_000, 2 * HOUR), by=st.sampled_from([0, 0, 60, -60]))
    def power_cut(self, ms, by):
        self.house.clock.reboot(ms)
        self.house.clock.set_zone(self._offset + by if abs(self._offset + by) < 720 else 0)
        for truth in self._truths:
            truth.power_cut(ms)
        self._restart()

    @when(RUNNING, REVIEW)
    @rule(pick=PICK, ms=st.integers(0, HOUR))
    def window_closed_and_opened_again(self, pick, ms):
        who, truth = self._pick(pick, RUNNING, REVIEW)
        self.house.tracker.leave(who)
        truth.closes_the_window(self._offset)
        self._pass(ms)
        self._restart()

    # What the person does

    @when(None)
    @rule(pick=PICK, together=st.booleans())
    def start(self, pick, together):
        chosen, _ = self._pick(pick, None)
        for who in self._people_in(None) if together else [chosen]:
            walk = self.house.tracker.start(who, 20).walk
            self.open[who] = Truth(walk.id, self.house.clock.wall, offset=self._offset)

    @when(RUNNING)
    @rule(pick=PICK)
    def pause(self, pick):
        who, truth = self._pick(pick, RUNNING)
        self.house.tracker.pause(who)
        truth.pauses(self._offset)

    @when(PAUSED)
    @rule(pick=PICK)
    def resume(self, pick):
        who, truth = self._pick(pick, PAUSED)
        self.house.tracker.resume(who)
        truth.resumes()

    @when(RUNNING)
    @rule(pick=PICK, ms=st.integers(0, HOUR), crash=st.booleans())
    def rest_a_while(self, pick, ms, crash):
        who, truth = self._pick(pick, RUNNING)
        self.house.tracker.pause(who)
        truth.pauses(self._offset)
        self._pass(ms)
        self.house.tracker.resume(who)
        truth.resumes()
        if crash:
            self.crash(1000)

    @when(RUNNING, PAUSED)
    @rule(pick=PICK)
    def finish(self, pick):
        who, truth = self._pick(pick, RUNNING, PAUSED)
        was = truth.state
        walk = self.house.tracker.finish(who)
        truth.finishes(self._offset)
        self._done(who, truth)
        assert walk.end.offset == truth.offset
        self.past.append(Past(DeedKind.WALK_FINISHED, who, truth, was))

    @when(RUNNING, PAUSED, REVIEW)
    @rule(pick=PICK, back=st.booleans(), ms=st.integers(0, HOUR))
    def discard(self, pick, back, ms):
        who, truth = self._pick(pick, RUNNING, PAUSED, REVIEW)
        if truth.state is REVIEW:
            self.house.tracker.answer(who, Answer.ASIDE)
        else:
            self.house.tracker.discard(who)
        self.open[who] = None
        self.past.append(Past(DeedKind.WALK_DISCARDED, who, truth, truth.state))
        if back:
            self._pass(ms)
            self.undo()

    @when(REVIEW)
    @rule(pick=PICK, restart=st.lists(st.booleans(), min_size=1, max_size=4))
    def put_off_the_answer(self, pick, restart):
        _, truth = self._pick(pick, REVIEW)
        counted = truth.counted
        for each in restart:
            self._pass(5_000)
            if each:
                self._restart()
            else:
                self._tick()
            self.the_minutes_are_right_to_the_millisecond()
        assert truth.counted == counted

    @when(REVIEW)
    @rule(pick=PICK, keep=st.booleans(), back=st.sampled_from([None, 0, 40_000, 10 * HOUR]))
    def answer_that_walking_goes_on(self, pick, keep, back=None):
        who, truth = self._pick(pick, REVIEW)
        answer = Answer.KEEP if keep else Answer.DROP
        assert self.house.tracker.answer(who, answer) is None
        asked = deepcopy(truth)
        truth.goes_on(self._offset, keep=keep)
        self.past.append(Past(ANSWERED, who, asked, REVIEW, truth.steps, keep))
        if back is not None:
            self._pass(back)
            self._tick()
            self.undo(redo=bool(back))

    @when(REVIEW)
    @rule(pick=PICK)
    def answer_that_walking_had_stopped(self, pick):
        who, truth = self._pick(pick, REVIEW)
        asked = deepcopy(truth)
        walk = self.house.tracker.answer(who, Answer.STOPPED)
        truth.stopped()
        self._settled(who, asked, truth)
        assert walk.end.offset == truth.offset

    @when(REVIEW)
    @rule(pick=PICK, part=st.floats(0, 1))
    def answer_with_a_time(self, pick, part):
        who, truth = self._pick(pick, REVIEW)
        # Over a restart of the computer only the time since then can be told by one clock.
        longest = truth.fresh + truth.since_sign if truth.rebooted else truth.age
        ago = round(longest * part)
        asked = deepcopy(truth)
        self.house.tracker.answer(who, Answer.CHOSEN, self.house.clock.wall.plus(-ago))
        truth.stopped(ago)
        self._settled(who, asked, truth)

    def _settled(self, who, asked, truth):
        self._done(who, truth)
        self.past.append(Past(DeedKind.WALK_FINISHED, who, asked, REVIEW, truth))

    def _done(self, who, truth):
        self.open[who] = None
        self.done.append(truth)

    # What the person puts right

    @when(RUNNING, PAUSED, REVIEW)
    @rule(pick=PICK, note=st.sampled_from(["", "wet", "windy"]))
    def say_something_about_the_walk(self, pick, note):
        _, truth = self._pick(pick, RUNNING, PAUSED, REVIEW)
        known = self.house.diary.walks.get(truth.id)
        self.house.journal.describe(truth.id, replace(known.details, note=note))
        if note != truth.note:
            was = replace(truth)
            self.past.append(Past(DeedKind.DETAILS_SAID, "", was, was.state))
        truth.note = note

    @precondition(lambda self: self.done)
    @rule(minutes=st.integers(-90, 90), note=st.sampled_from(["", "dry"]))
    def edit_a_finished_walk(self, minutes, note):
        truth = self.done[-1]
        form = self.history.walk_form(truth.id)
        by = minutes * 60_000
        times = Times(form.times.start.plus(by), form.times.end.plus(by), form.times.walked_ms)
        changed = replace(form, times=times, details=replace(form.details, note=note))
        self.history.edit_walk(truth.id, changed)
        if changed != form:
            was = replace(truth)
            self.past.append(Past(DeedKind.WALK_EDITED, "", was, was.state))
            truth.start, truth.note = times.start, note

    @precondition(lambda self: self.past)
    @rule(redo=st.booleans(), ms=st.integers(0, 59_999))
    def undo(self, redo=False, ms=0):
        past = self.past[-1]
        if past.kind is ANSWERED:
            self._ask_again(past, redo=redo, ms=ms)
            return
        if past.who and self.open[past.who]:
            with pytest.raises(NotPossibleError):
                self.house.undo.undo()
            return
        assert self.house.undo.undo().kind is past.kind
        self.past.pop()
        truth = past.truth
        if past.who:
            self.open[past.who] = truth
            if past.kind is DeedKind.WALK_DISCARDED:
                truth.taken_back()
            elif past.done:
                self.done.remove(past.done)
                truth.asked_again()
            else:
                self.done.remove(truth)
                truth.resumes()
                truth.state = past.was
            undone = past
        else:
            undone = replace(past, truth=replace(self._known(truth.id)))
            self._say(truth)
        if redo:
            self._pass(ms)
            self._redo(undone)

    def _ask_again(self, past, *, redo, ms):
        """Take back that the walk goes on; unless anything but a sign of life came since."""
        truth = self.open[past.who]
        self.past.pop()
        if truth is None or (truth.id, truth.steps) != (past.truth.id, past.done):
            with pytest.raises(NotPossibleError):
                self.house.undo.undo()
            return
        assert self.house.undo.undo().kind is ANSWERED
        truth.not_answered(past.truth)
        if redo:
            self._pass(ms)
            assert self.house.undo.redo().kind is ANSWERED
            truth.goes_on(self._offset, keep=past.keep)
            self.past.append(replace(past, done=truth.steps))

    def _redo(self, past):
        """Do again what was undone less than a minute ago."""
        assert self.house.undo.redo().kind is past.kind
        truth = past.truth
        if not past.who:
            before = replace(self._known(truth.id))
            self._say(truth)
            self.past.append(replace(past, truth=before))
            return
        if past.done:
            self._done(past.who, past.done)
        elif past.kind is DeedKind.WALK_FINISHED:
            truth.finishes(self._offset)
            self._done(past.who, truth)
        self.open[past.who] = None
        self.past.append(past)

    def _known(self, walk_id):
        everything = [*self.done, *filter(None, self.open.values())]
        return next(each for each in everything if each.id == walk_id)

    def _say(self, truth):
        known = self._known(truth.id)
        known.start, known.note = truth.start, truth.note


TestWalk = WalkMachine.TestCase
TestWalk.settings = settings(stateful_step_count=30, max_examples=25, deadline=None)


@pytest.mark.long
@pytest.mark.timeout(3600)
class TestManyWalks(WalkMachine.TestCase):
    settings = settings(stateful_step_count=40, max_examples=1500, deadline=None)
