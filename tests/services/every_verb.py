"""Every verb of the services that changes something, with what has to be there before it.

Each entry sets the scene on a healthy disk and returns the verb, ready to be called: once, or
again after it failed. The name begins with the class and the method; what follows tells cases of
one method apart. `COVERED` and `CHANGES_NOTHING` together name every public method there is.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import mkdtemp

from tests.clocks import HandClock

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.entry import HistoryFilter
from walktrack.domain.moment import MS_PER_MINUTE, day_number
from walktrack.domain.pain import PainMoment, Place, Reporter
from walktrack.domain.period import Period
from walktrack.domain.person import PersonColour
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.start import Start
from walktrack.domain.posture import PostureItem
from walktrack.domain.quick import QuickRow
from walktrack.domain.reminders import About, Reminder
from walktrack.domain.settings import Colours
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details, Effort, Kind
from walktrack.domain.warning_signs import Condition, Resolution, Sign, SignMoment
from walktrack.exchange.columns import What
from walktrack.exchange.style import CsvStyle
from walktrack.services.desk import Desk
from walktrack.services.entry_forms import (
    DuringForm,
    InterferenceForm,
    MarkForm,
    RatingForm,
    WalkForm,
)
from walktrack.services.example import Example
from walktrack.services.export import Order
from walktrack.services.people import PersonForm
from walktrack.services.running import Answer
from walktrack.storage.database import MARK
from walktrack.storage.diary import Diary

HOUR = 3_600_000
BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER
MORNING, AVERAGE, OTHER = PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE, PainMoment.OTHER
NOTE = "Slow at the hill. שלום <b>50 %</b>"


class Home:
    """All services on one diary in a file. `heard` lists what was announced, `did` the deeds."""

    def __init__(self, path):
        self.path = path
        self.clock = HandClock()
        self.diary = Diary(path)
        self.diary.open()
        self.restart()

    def restart(self):
        """Let another run of the program take up the same diary."""
        self.heard, self.did = [], []
        self.desk = Desk(self.diary, self.clock)
        self.desk.announcer.listen(self.heard.append)
        self.desk.undo.listen(self.did.append)

    @property
    def person(self):
        return self.desk.people.current()

    @property
    def me(self):
        return self.person.id

    @property
    def running(self):
        people = self.diary.people.all()
        return self.desk.tracker.current(people[0].id) if people else None

    def walking(self, minutes=2):
        """Start a walk, and go on with signs of life; return its id."""
        walk = self.desk.tracker.start(self.me, 20).walk
        for _ in range(minutes * 4):
            self.clock.go(seconds=15)
            self.desk.tracker.tick(self.me)
        return walk.id

    def asleep(self):
        """Start a walk and let the computer sleep, so that the question is open."""
        self.walking()
        self.clock.sleep(600_000)
        self.desk.tracker.tick(self.me)

    def form(self, hours_ago=3, **more):
        start = self.clock.read().wall.plus(-hours_ago * HOUR)
        span = 20 * MS_PER_MINUTE
        return WalkForm(Times(start, start.plus(span), span), **more)

    def walked(self):
        """Add a past walk with all that can be said about it; return its id."""
        said = Details(kind=Kind.BRISK, effort=Effort.OK, note=NOTE)
        ticked = frozenset({PostureItem.TALL})
        form = self.form(before=5, after=3, ticked=ticked, details=said)
        return self.desk.history.add_walk(self.me, form)

    def rating(self, moment=OTHER, value=4):
        return RatingForm(self.clock.read().wall.plus(-HOUR), moment, value, NOTE)

    def wanted(self, first_ago=None, last_ago=None, text=""):
        """Return a filter for the lines from so many days ago to so many."""
        today = day_number(self.clock.read().wall.day)
        first, last = (None if ago is None else today - ago for ago in (first_ago, last_ago))
        return HistoryFilter(first, last, text)

    def rows(self):
        """Return all rows of all tables, but for the mark of the last change."""
        return rows_of(self.diary)

    def remembered(self):
        """Return what the services know without the file."""
        undo = self.desk.undo
        return self.running, list(self.heard), list(self.did), undo.last, undo.next


def rows_of(diary):
    """Return the rows of every table, in an order of their own."""
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    found = {}
    for (table,) in sorted(diary._db.rows(sql)):
        rows = diary._db.rows(f'SELECT * FROM "{table}"')
        found[table] = sorted((row for row in rows if row[0] != MARK), key=repr)
    return found


def alike(rows):
    """Return rows with their chance numbers told in order, to compare one run with another."""
    uuid = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
    known = {}
    text = []
    for table, lines in rows.items():
        for line in sorted(map(repr, lines), key=lambda line: uuid.sub("", line)):
            told = uuid.sub(lambda found: f"#{known.setdefault(found[0], len(known))}", line)
            text.append(f"{table}: {told}")
    return text


Verb = Callable[[], object]
VERBS: dict[str, Callable[[Home], Verb]] = {}


def _verb(name):
    def keep(make):
        assert name not in VERBS, name
        VERBS[name] = make
        return make

    return keep


# The walk that is going on


@_verb("Tracker.start")
def _start(home):
    home.desk.journal.rate_walk(home.me, None, BEFORE, 6)
    home.desk.journal.tick(home.me, None, PostureItem.SHOES, checked=True)
    me = home.me
    return lambda: home.desk.tracker.start(me, 25)


@_verb("Tracker.pause")
def _pause(home):
    home.walking()
    return lambda: home.desk.tracker.pause(home.me)


@_verb("Tracker.resume")
def _resume(home):
    home.walking()
    home.desk.tracker.pause(home.me)
    home.clock.go(minutes=2)
    return lambda: home.desk.tracker.resume(home.me)


@_verb("Tracker.finish")
def _finish(home):
    home.walking()
    return lambda: home.desk.tracker.finish(home.me)


@_verb("Tracker.finish from a pause")
def _finish_paused(home):
    home.walking()
    home.desk.tracker.pause(home.me)
    home.clock.go(minutes=2)
    return lambda: home.desk.tracker.finish(home.me)


@_verb("Tracker.leave")
def _leave(home):
    home.walking()
    return lambda: home.desk.tracker.leave(home.me)


@_verb("Tracker.discard")
def _discard(home):
    home.desk.journal.rate_walk(home.me, home.walking(), BEFORE, 6)
    return lambda: home.desk.tracker.discard(home.me)


@_verb("Tracker.tick a sign of life")
def _beat(home):
    home.walking()
    home.clock.go(seconds=15)
    return lambda: home.desk.tracker.tick(home.me)


@_verb("Tracker.tick a question after sleep")
def _slept(home):
    home.walking()
    home.clock.sleep(600_000)
    return lambda: home.desk.tracker.tick(home.me)


@_verb("Tracker.tick a question after four hours")
def _long(home):
    home.walking()
    home.clock.go(hours=4)
    return lambda: home.desk.tracker.tick(home.me)


@_verb("Tracker.find after a crash")
def _crashed(home):
    home.walking()
    home.clock.go(minutes=30)
    home.restart()
    me = home.me
    return lambda: home.desk.tracker.find(me)


def _answers(answer, **passed):
    @_verb(f"Tracker.answer {answer}")
    def _answer(home):
        home.asleep()
        home.clock.go(seconds=20)
        end = home.clock.read().wall.plus(-120_000) if answer is Answer.CHOSEN else None
        return lambda: home.desk.tracker.answer(home.me, answer, end)


for _each in Answer:
    _answers(_each)


# Answers as they are given


@_verb("Journal.rate_walk before a start")
def _rate_before(home):
    me = home.me
    return lambda: home.desk.journal.rate_walk(me, None, BEFORE, 4)


@_verb("Journal.rate_walk after it")
def _rate_after(home):
    walk = home.walking()
    home.desk.tracker.finish(home.me)
    return lambda: home.desk.journal.rate_walk(home.me, walk, AFTER, 2)


@_verb("Journal.rate_walk changed")
def _rate_changed(home):
    walk = home.walking()
    home.desk.journal.rate_walk(home.me, walk, BEFORE, 4)
    return lambda: home.desk.journal.rate_walk(home.me, walk, BEFORE, 7)


@_verb("Journal.rate_walk cleared")
def _rate_cleared(home):
    walk = home.walking()
    home.desk.journal.rate_walk(home.me, walk, BEFORE, 4)
    return lambda: home.desk.journal.rate_walk(home.me, walk, BEFORE, None)


@_verb("Journal.rate_during")
def _rate_during(home):
    walk = home.walking()
    return lambda: home.desk.journal.rate_during(home.me, walk, 300_000, 5)


@_verb("Journal.rate_during a second thought")
def _rate_during_again(home):
    walk = home.walking()
    home.desk.journal.rate_during(home.me, walk, 300_000, 5)
    return lambda: home.desk.journal.rate_during(home.me, walk, 301_000, 6)


def _day_ratings(moment):
    @_verb(f"Journal.rate_day {moment}")
    def _rate_day(home):
        me = home.me
        return lambda: home.desk.journal.rate_day(me, moment, 3)


for _each in (MORNING, AVERAGE, OTHER):
    _day_ratings(_each)


@_verb("Journal.change_rating")
def _change_rating(home):
    home.desk.journal.rate_day(home.me, MORNING, 3)
    known = home.desk.journal.recent(home.me)[MORNING]
    return lambda: home.desk.journal.change_rating(known, 9)


@_verb("Journal.change_rating cleared")
def _clear_rating(home):
    home.desk.journal.rate_day(home.me, MORNING, 3)
    known = home.desk.journal.recent(home.me)[MORNING]
    return lambda: home.desk.journal.change_rating(known, None)


@_verb("Journal.attribute")
def _attribute(home):
    home.desk.writing.write_as("Clara")
    home.desk.journal.rate_day(home.me, OTHER, 3)
    return lambda: home.desk.journal.attribute(home.me, Reporter.GUESS)


@_verb("Journal.tick")
def _tick(home):
    walk = home.walking()
    return lambda: home.desk.journal.tick(home.me, walk, PostureItem.TALL, checked=True)


@_verb("Journal.tick taken back")
def _untick(home):
    me = home.me
    home.desk.journal.tick(me, None, PostureItem.TALL, checked=True)
    return lambda: home.desk.journal.tick(me, None, PostureItem.TALL, checked=False)


@_verb("Journal.describe")
def _describe(home):
    walk = home.walking()
    home.desk.tracker.finish(home.me)
    said = Details(kind=Kind.GENTLE, note=NOTE * 200)
    return lambda: home.desk.journal.describe(walk, said)


# History


@_verb("History.add_walk")
def _add_walk(home):
    said = Details(effort=Effort.EASY, note=NOTE)
    form = home.form(before=5, after=3, ticked=frozenset({PostureItem.ARMS}), details=said)
    me = home.me
    return lambda: home.desk.history.add_walk(me, form)


@_verb("History.edit_walk")
def _edit_walk(home):
    walk = home.walked()
    form = home.form(hours_ago=30, before=None, after=8, ticked=frozenset({PostureItem.ARMS}))
    return lambda: home.desk.history.edit_walk(walk, form)


@_verb("History.edit_walk one more rating on the way")
def _edit_late(home):
    walk = home.walked()
    form = home.desk.history.walk_form(walk)
    late = replace(form, during=(*form.during, DuringForm("", 300_000, 9)))
    return lambda: home.desk.history.edit_walk(walk, late)


@_verb("Journal.say_places")
def _say_places(home):
    home.desk.journal.rate_day(home.me, OTHER, 3)
    rating = home.desk.journal.recent(home.me)[OTHER]
    return lambda: home.desk.journal.say_places(rating.id, frozenset({Place.CALF}))


@_verb("History.edit_walk a rating on the way")
def _edit_during(home):
    walk = home.walking()
    home.desk.journal.rate_during(home.me, walk, 300_000, 5)
    home.desk.tracker.finish(home.me)
    form = home.desk.history.walk_form(walk)
    (given,) = form.during
    changed = replace(form, during=(DuringForm(given.id, given.walked_ms, 9),))
    return lambda: home.desk.history.edit_walk(walk, changed)


@_verb("History.remove_walk")
def _remove_walk(home):
    walk = home.walked()
    return lambda: home.desk.history.remove_walk(walk)


@_verb("History.add_rating")
def _add_rating(home):
    me, form = home.me, home.rating()
    return lambda: home.desk.history.add_rating(me, form)


@_verb("History.add_rating in place of the day's")
def _add_rating_again(home):
    me = home.me
    home.desk.history.add_rating(me, home.rating(MORNING))
    return lambda: home.desk.history.add_rating(me, home.rating(MORNING, 8))


@_verb("History.edit_rating")
def _edit_rating(home):
    rating = home.desk.history.add_rating(home.me, home.rating())
    return lambda: home.desk.history.edit_rating(rating, home.rating(AVERAGE, 0))


@_verb("History.remove_rating")
def _remove_rating(home):
    rating = home.desk.history.add_rating(home.me, home.rating())
    return lambda: home.desk.history.remove_rating(rating)


@_verb("History.remove_all")
def _remove_all(home):
    home.walked()
    home.desk.history.add_rating(home.me, home.rating())
    entries = home.desk.history.rows(home.me, HistoryFilter(), 0, 9)
    return lambda: home.desk.history.remove_all(entries)


@_verb("Mending.cut")
def _cut(home):
    walk = home.walked()
    return lambda: home.desk.mending.cut(walk, 5)


@_verb("Mending.split")
def _split(home):
    walk = home.walked()
    return lambda: home.desk.mending.split(walk, 600_000)


@_verb("Mending.merge")
def _merge(home):
    first = home.walked()
    second = home.desk.history.add_walk(home.me, home.form(hours_ago=2))
    return lambda: home.desk.mending.merge(first, second)


@_verb("Moving.move")
def _move(home):
    home.diary.people.add(replace(home.person, id="maria", name="Maria"))
    plan = home.desk.moving.plan(home.me, "maria", [home.walked()])
    return lambda: home.desk.moving.move(plan)


def _quick(**said):
    def make(home):
        row = replace(QuickRow(home.me, date(2026, 5, 30)), **said)
        return lambda: home.desk.quick.store(row)

    return make


_verb("QuickEntry.store a walk")(_quick(minutes=20, before=4))
_verb("QuickEntry.store no walk")(_quick(no_walk=True))


# The bin


@_verb("Bin.put_back a walk")
def _walk_back(home):
    home.desk.history.remove_walk(home.walked())
    return _put_back(home)


@_verb("Bin.put_back an open walk")
def _open_walk_back(home):
    home.desk.journal.rate_walk(home.me, home.walking(), BEFORE, 6)
    home.desk.tracker.discard(home.me)
    home.clock.go(hours=48)
    return _put_back(home)


@_verb("Bin.put_back a rating")
def _rating_back(home):
    home.desk.history.remove_rating(home.desk.history.add_rating(home.me, home.rating(MORNING)))
    return _put_back(home)


def _put_back(home):
    (lying,) = home.desk.bin.rows(home.me)
    return lambda: home.desk.bin.put_back(lying)


@_verb("Bin.remove_for_good a walk")
def _walk_for_good(home):
    walk = home.walking()
    home.desk.journal.rate_walk(home.me, walk, BEFORE, 6)
    home.desk.journal.tick(home.me, walk, PostureItem.TALL, checked=True)
    home.desk.tracker.discard(home.me)
    home.walked()
    (lying,) = home.desk.bin.rows(home.me)
    return lambda: home.desk.bin.remove_for_good(lying)


@_verb("Bin.remove_for_good a rating")
def _rating_for_good(home):
    home.desk.history.remove_rating(home.desk.history.add_rating(home.me, home.rating()))
    home.desk.history.add_rating(home.me, home.rating())
    (lying,) = home.desk.bin.rows(home.me)
    return lambda: home.desk.bin.remove_for_good(lying)


@_verb("Bin.empty")
def _empty(home):
    for _ in range(3):
        home.desk.history.remove_walk(home.walked())
        home.desk.history.remove_rating(home.desk.history.add_rating(home.me, home.rating()))
    me = home.me
    return lambda: home.desk.bin.empty(me)


# What is said about days


def _flare_up(home, first=5, last=2, note=NOTE):
    """Return a form for a flare-up from so many days ago to so many."""
    today = home.clock.read().wall.day
    end = None if last is None else today - timedelta(days=last)
    return MarkForm(MarkKind.FLARE_UP, today - timedelta(days=first), end, note)


def _no_walk(home):
    today = home.clock.read().wall.day
    return MarkForm(MarkKind.NO_WALK, today, today)


@_verb("Days.add no walk")
def _say_no_walk(home):
    me = home.me
    return lambda: home.desk.days.add(me, _no_walk(home))


@_verb("Days.add a flare-up")
def _say_flare_up(home):
    me = home.me
    return lambda: home.desk.days.add(me, _flare_up(home, last=None))


@_verb("Days.edit")
def _edit_mark(home):
    mark = home.desk.days.add(home.me, _flare_up(home, last=None))
    return lambda: home.desk.days.edit(mark, _flare_up(home, note="It has eased"))


@_verb("Days.remove no walk")
def _remove_no_walk(home):
    mark = home.desk.days.add(home.me, _no_walk(home))
    return lambda: home.desk.days.remove(mark)


@_verb("Days.remove a flare-up")
def _remove_flare_up(home):
    mark = home.desk.days.add(home.me, _flare_up(home))
    return lambda: home.desk.days.remove(mark)


def _in_the_way(home, value=4, ago=2):
    day = home.desk.interferences.today() - timedelta(days=ago)
    return InterferenceForm(day, value, NOTE)


@_verb("Interferences.answer")
def _tell(home):
    me = home.me
    return lambda: home.desk.interferences.answer(me, 4)


@_verb("Interferences.answer changed")
def _tell_again(home):
    home.desk.interferences.answer(home.me, 4)
    return lambda: home.desk.interferences.answer(home.me, 7)


@_verb("Interferences.answer cleared")
def _tell_nothing(home):
    home.desk.interferences.answer(home.me, 4)
    return lambda: home.desk.interferences.answer(home.me, None)


@_verb("Interferences.attribute")
def _attribute_way(home):
    home.desk.writing.write_as("Clara")
    home.desk.interferences.answer(home.me, 3)
    return lambda: home.desk.interferences.attribute(home.me, Reporter.GUESS)


@_verb("Interferences.add")
def _add_way(home):
    me, form = home.me, _in_the_way(home)
    return lambda: home.desk.interferences.add(me, form)


@_verb("Interferences.add in place of the day's")
def _add_way_again(home):
    home.desk.interferences.add(home.me, _in_the_way(home))
    return lambda: home.desk.interferences.add(home.me, _in_the_way(home, 9))


@_verb("Interferences.edit")
def _edit_way(home):
    answer = home.desk.interferences.add(home.me, _in_the_way(home))
    return lambda: home.desk.interferences.edit(answer, _in_the_way(home, 0, ago=5))


@_verb("Interferences.remove")
def _remove_way(home):
    answer = home.desk.interferences.add(home.me, _in_the_way(home))
    return lambda: home.desk.interferences.remove(answer)


def _binned_way(home):
    home.desk.interferences.remove(home.desk.interferences.add(home.me, _in_the_way(home)))
    return home.desk.bin.rows(home.me)[0]


@_verb("Bin.put_back an answer about a day")
def _way_back(home):
    binned = _binned_way(home)
    return lambda: home.desk.bin.put_back(binned)


@_verb("Bin.remove_for_good an answer about a day")
def _way_for_good(home):
    binned = _binned_way(home)
    return lambda: home.desk.bin.remove_for_good(binned)


@_verb("Bin.put_back a mark")
def _mark_back(home):
    home.desk.days.remove(home.desk.days.add(home.me, _flare_up(home)))
    return _put_back(home)


@_verb("Bin.remove_for_good a mark")
def _mark_for_good(home):
    home.desk.days.remove(home.desk.days.add(home.me, _flare_up(home)))
    (lying,) = home.desk.bin.rows(home.me)
    return lambda: home.desk.bin.remove_for_good(lying)


# The plan


def _planned(home):
    """Begin a plan, and let a good week go by; somebody has to answer then."""
    home.desk.plan.start(home.me, Start.USUAL)
    for _ in range(7):
        home.desk.history.add_walk(home.me, home.form())
        home.clock.go(hours=24)
    return home.me


@_verb("Planning.start")
def _start_plan(home):
    me = home.me
    return lambda: home.desk.plan.start(me, Start.GENTLE)


@_verb("Planning.stop")
def _stop_plan(home):
    me = _planned(home)
    return lambda: home.desk.plan.stop(me)


@_verb("Planning.accept")
def _accept(home):
    me = _planned(home)
    return lambda: home.desk.plan.accept(me)


@_verb("Planning.keep")
def _keep(home):
    me = _planned(home)
    return lambda: home.desk.plan.keep(me)


@_verb("Planning.step_back")
def _step_back(home):
    me = _planned(home)
    return lambda: home.desk.plan.step_back(me)


@_verb("Planning.set_own")
def _set_own(home):
    me = _planned(home)
    return lambda: home.desk.plan.set_own(me, Target(11, 3))


@_verb("Planning.set_by_clinician")
def _set_by_clinician(home):
    me = _planned(home)
    return lambda: home.desk.plan.set_by_clinician(me, Target(12, 4))


@_verb("Planning.pause")
def _pause_plan(home):
    me = _planned(home)
    return lambda: home.desk.plan.pause(me)


@_verb("Planning.ready")
def _ready(home):
    me = _planned(home)
    home.desk.plan.pause(me)
    home.clock.go(hours=24 * 15)
    return lambda: home.desk.plan.ready(me)


@_verb("Planning.change_numbers")
def _change_numbers(home):
    me = _planned(home)
    return lambda: home.desk.plan.change_numbers(me, Parameters(weeks_per_step=2))


@_verb("Planning.catch_up")
def _catch_up(home):
    me = _planned(home)
    home.clock.go(hours=24 * 21)
    return lambda: home.desk.plan.catch_up(me)


# "No walk" gives way to a walk on its day


@_verb("Tracker.start though there was to be no walk")
def _start_after_all(home):
    home.desk.days.add(home.me, _no_walk(home))
    me = home.me
    return lambda: home.desk.tracker.start(me, 25)


@_verb("Tracker.discard a walk there was not to be")
def _discard_after_all(home):
    home.desk.days.add(home.me, _no_walk(home))
    home.walking()
    return lambda: home.desk.tracker.discard(home.me)


@_verb("History.add_walk though there was no walk")
def _add_after_all(home):
    home.desk.days.add(home.me, _no_walk(home))
    me = home.me
    return lambda: home.desk.history.add_walk(me, home.form())


@_verb("History.edit_walk to a day without a walk")
def _move_to_no_walk(home):
    walk = home.desk.history.add_walk(home.me, home.form(hours_ago=50))
    home.desk.days.add(home.me, _no_walk(home))
    return lambda: home.desk.history.edit_walk(walk, home.form())


# The way back after each deed, and there again


def _undone(name):
    @_verb(f"UndoStack.undo of {name}")
    def _undo(home):
        VERBS[name](home)()
        home.clock.go(seconds=30)
        return home.desk.undo.undo

    @_verb(f"UndoStack.redo of {name}")
    def _redo(home):
        VERBS[name](home)()
        home.clock.go(seconds=30)
        home.desk.undo.undo()
        home.clock.go(seconds=30)
        return home.desk.undo.redo


for _each in [
    name
    for name in VERBS
    if name.startswith(
        (
            "History.",
            "Journal.",
            "Mending.",
            "Moving.",
            "Days.",
            "Tracker.finish",
            "Bin.put_back",
            "Interferences.",
        )
    )
    or (name.startswith("Planning.") and name != "Planning.catch_up")
]:
    _undone(_each)
_undone("Tracker.discard")
for _each in Answer:
    _undone(f"Tracker.answer {_each}")


@_verb("UndoStack.undo of a walk put aside some time ago")
def _undo_later(home):
    home.walking()
    home.desk.tracker.discard(home.me)
    home.clock.go(minutes=10)
    return home.desk.undo.undo


# Files that come in


def _file(home):
    """Write a CSV file of the walk there is, and take the walk out of the diary for good."""
    walk = home.walked()
    home.desk.people.rename(home.person, "Anna")
    path = home.path.with_name("walks.csv") if home.path else Path(mkdtemp()) / "walks.csv"
    ever = Period(date(2020, 1, 1), date(2030, 1, 1))
    with path.open("w", newline="", encoding="utf-8") as stream:
        home.desk.export.stream(Order(What.WALKS, home.me, ever, CsvStyle.COMMA), stream)
    for table in ("pain_rating", "posture_check"):
        home.diary._db.execute_sql(f"DELETE FROM {table} WHERE walk_id = ?", (walk,))
    home.diary._db.execute_sql("DELETE FROM walk WHERE id = ?", (walk,))
    home.desk.people.rename(home.person, "")
    home.restart()
    home.desk.backups.make = lambda _reason: None  # trouble with that is told by itself
    found = home.desk.importing.look(home.person, [path])
    path.unlink()
    return found


@_verb("Importing.bring_in")
def _bring_in(home):
    found = _file(home)
    return lambda: home.desk.importing.bring_in(found)


@_verb("UndoStack.undo of a file brought in")
def _undo_file(home):
    found = _file(home)
    home.desk.importing.bring_in(found)
    return home.desk.undo.undo


# The person, and the choices about the program


@_verb("People.current of a new diary")
def _first(home):
    return home.desk.people.current


@_verb("People.rename")
def _rename(home):
    person = home.person
    return lambda: home.desk.people.rename(person, "Änne-Marie O’Neill")


@_verb("People.set_goal")
def _goal(home):
    person = home.person
    return lambda: home.desk.people.set_goal(person, 25)


@_verb("People.set_contacts")
def _contacts(home):
    person = home.person
    return lambda: home.desk.people.set_contacts(person, "Ida, next door: 555 0100\nDr. Öz")


@_verb("WarningSigns.answer")
def _answer_signs(home):
    me = home.me
    return lambda: home.desk.signs.answer(me, {Sign.FEVER, Sign.DIZZY}, SignMoment.RISE)


@_verb("WarningSigns.read")
def _read_signs(home):
    me, signs = home.me, home.desk.signs
    signs.answer(me, {Sign.FEVER})
    signs.answer(me, {Sign.DIZZY})
    return lambda: signs.read(me)


@_verb("WarningSigns.resolve")
def _resolve_signs(home):
    me, signs = home.me, home.desk.signs
    signs.answer(me, {Sign.FEVER})
    signs.answer(me, {Sign.BLADDER})
    return lambda: signs.resolve(me, Resolution.CHECKED)


_undone("WarningSigns.resolve")


@_verb("WarningSigns.put_off")
def _put_off_signs(home):
    me = home.me
    return lambda: home.desk.signs.put_off(me)


@_verb("WarningSigns.say_conditions")
def _say_conditions(home):
    me = home.me
    return lambda: home.desk.signs.say_conditions(me, {Condition.SCIATICA})


@_verb("People.choose")
def _choose(home):
    home.me  # noqa: B018 - the first person, who is then the one not chosen
    other = replace(home.person, id="maria", name="Maria")
    home.diary.people.add(other)
    return lambda: home.desk.people.choose(other)


def _with_maria(home):
    """Have a second person with a walk of her own, who is not the one whose diary is open."""
    home.me  # noqa: B018 - the first person, whose diary stays open
    maria = home.desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
    home.desk.history.add_walk(maria.id, home.form(before=5, after=3))
    return maria


@_verb("People.add")
def _add_person(home):
    home.me  # noqa: B018 - the first person
    form = PersonForm("Maria <b>", "", PersonColour.RED)
    return lambda: home.desk.people.add(form)


@_verb("People.change")
def _change_person(home):
    person = home.person
    form = PersonForm("Anna", "AX", PersonColour.PURPLE)
    return lambda: home.desk.people.change(person, form)


@_verb("People.archive")
def _archive(home):
    maria = _with_maria(home)
    return lambda: home.desk.people.archive(maria)


@_verb("People.archive whose diary is open")
def _archive_open(home):
    _with_maria(home)
    me = home.person
    return lambda: home.desk.people.archive(me)


@_verb("People.take_out")
def _take_out(home):
    maria = _with_maria(home)
    home.desk.people.archive(maria)
    return lambda: home.desk.people.take_out(maria)


@_verb("PeopleBin.remove")
def _remove_person(home):
    maria = _with_maria(home)
    home.desk.backups.make = lambda _reason: None  # trouble with that is told by itself
    return lambda: home.desk.people_bin.remove(maria)


@_verb("PeopleBin.remove whose diary is open")
def _remove_open_person(home):
    _with_maria(home)
    me = home.person
    home.desk.backups.make = lambda _reason: None
    return lambda: home.desk.people_bin.remove(me)


@_verb("PeopleBin.put_back")
def _person_back(home):
    _remove_person(home)()
    (lying,) = home.desk.people_bin.lying()
    return lambda: home.desk.people_bin.put_back(lying)


@_verb("PeopleBin.remove_for_good")
def _person_for_good(home):
    maria = _with_maria(home)
    walk = home.desk.tracker.start(maria.id, 20).walk
    home.desk.journal.rate_walk(maria.id, walk.id, BEFORE, 6)
    home.desk.journal.tick(maria.id, walk.id, PostureItem.TALL, checked=True)
    home.desk.tracker.finish(maria.id)
    home.desk.backups.make = lambda _reason: None
    home.desk.people_bin.remove(maria)
    (lying,) = home.desk.people_bin.lying()
    return lambda: home.desk.people_bin.remove_for_good(lying)


for _each in [name for name in VERBS if name.startswith(("People.", "PeopleBin."))]:
    if _each.split()[0] not in {
        "People.current", "People.set_goal", "People.set_contacts", "People.choose",
        "PeopleBin.remove_for_good",
    }:  # fmt: skip
        _undone(_each)


@_verb("Writing.write_as")
def _write_as(home):
    return lambda: home.desk.writing.write_as("Clara O’Neill")


@_verb("Writing.say")
def _say(home):
    home.desk.writing.write_as("Clara")
    return lambda: home.desk.writing.say(Reporter.GUESS)


@_verb("Writing.forget")
def _forget(home):
    home.desk.writing.write_as("Clara")
    return lambda: home.desk.writing.forget("Clara")


def _reminded(home):
    """Turn a reminder on and have it shown; return it as it stands."""
    home.desk.reminders.set(home.me, Reminder(About.WALK, time(10), on=True))
    home.clock.go(hours=24)
    (due,) = home.desk.reminders.take_due()
    return due


@_verb("Reminders.set")
def _set_reminder(home):
    me = home.me
    return lambda: home.desk.reminders.set(me, Reminder(About.EVENING, time(19, 30), on=True))


@_verb("Reminders.take_due")
def _take_due(home):
    home.desk.reminders.set(home.me, Reminder(About.WALK, time(10), on=True))
    home.clock.go(hours=24)
    return home.desk.reminders.take_due


@_verb("Reminders.put_off")
def _put_reminder_off(home):
    due = _reminded(home)
    return lambda: home.desk.reminders.put_off(due, 60)


@_verb("Reminders.keep")
def _keep_reminder(home):
    due = _reminded(home)
    home.clock.go(hours=24)
    home.desk.reminders.take_due()
    return lambda: home.desk.reminders.keep(due)


@_verb("Reminders.turn_off")
def _turn_reminder_off(home):
    due = _reminded(home)
    return lambda: home.desk.reminders.turn_off(due)


@_verb("SettingsService.write")
def _settings(home):
    wanted = replace(
        home.desk.settings.read(), text_size=150, colours=Colours.DARK, sound=False, welcomed=True
    )
    return lambda: home.desk.settings.write(wanted)


@_verb("Example.fill")
def _example(home):
    person, today = home.person, home.desk.journal.today()
    return lambda: Example(home.diary, person).fill(today)


COVERED = {name.split()[0] for name in VERBS}
CHANGES_NOTHING = {
    "Announcer.announce",
    "Announcer.listen",
    "Bin.rows",
    "Days.bar",
    "Days.form",
    "Days.on",
    "Days.today",
    "EditLog.of",
    "ExportService.file_name",
    "ExportService.glimpse",
    "ExportService.period",
    "ExportService.steps",
    "ExportService.stream",
    "ExportService.write",
    "History.count",
    "History.edits",
    "History.index_of",
    "History.odd",
    "History.rating_form",
    "History.rows",
    "History.hand",
    "History.is_shared",
    "History.taken",
    "History.walk_form",
    "Importing.look",
    "Importing.look_at_table",
    "Importing.steps",
    "Importing.table_steps",
    "Interferences.form",
    "Interferences.hand",
    "Interferences.on",
    "Interferences.other",
    "Interferences.today",
    "Journal.answers",
    "Journal.last_details",
    "Journal.recent",
    "Journal.still_during",
    "Journal.today",
    "Journal.walk",
    "Judge.check",
    "DayJudge.interference",
    "DayJudge.mark",
    "PlanJudge.step",
    "Judge.pain_there",
    "Judge.rating",
    "DayJudge.signs",
    "Judge.walk",
    "Layer.states",
    "Likelihood.other",
    "Mending.after_cut",
    "Mending.after_merge",
    "Mending.after_split",
    "Mending.neighbours",
    "Moving.plan",
    "OpenWalks.make_sure_none",
    "OpenWalks.make_sure_of",
    "Insights.of",
    "Overviews.of",
    "People.blank",
    "People.everyone",
    "People.same_name",
    "People.there",
    "Evidence.averages",
    "Evidence.question",
    "Evidence.seen",
    "Evidence.week",
    "Planning.is_on",
    "Planning.minutes",
    "Planning.offer",
    "Planning.view",
    "Seen.flare_up_on",
    "Seen.minutes_on",
    "Seen.was_unsettled",
    "Standings.of",
    "Standings.step",
    "PeopleBin.lying",
    "PeopleBin.make_sure",
    "PersonForm.put_on",
    "PersonWays.make_sure",
    "QuickEntry.row",
    "Reading.ids",
    "Reading.in_order",
    "Reading.plan_steps",
    "Reading.take",
    "Reading.take_all",
    "Reminders.next_turn",
    "Reminders.of",
    "Reminders.stands",
    "Removals.barred",
    "Removals.hindered_interference",
    "Removals.hindered_mark",
    "Removals.hindered_rating",
    "Removals.hindered_walk",
    "SettingsService.read",
    "StoredWalk.form",
    "TableReading.read",
    "TableReading.take_all",
    "Tables.fit",
    "Tables.of_rows",
    "Tables.open",
    "Tables.try_out",
    "Tracker.current",
    "Tracker.forget",
    "Tracker.walkers",
    "UndoStack.listen",
    "UndoStack.push",
    "UndoStack.start_over",
    "UndoStack.turn",
    "WalkAnswers.stored",
    "WarningSigns.all",
    "WarningSigns.asks_after",
    "WarningSigns.conditions",
    "WarningSigns.offer",
    "WarningSigns.open",
    "WarningSigns.sign_open",
    "Writing.hand",
    "Writing.known",
}
PART_OF_OTHERS = {
    "Layer.lay",
    "PlanKeeping.catch_up",
    "PlanKeeping.store",
    "EditLog.note",
    "EditLog.turn",
    "OpenWalks.changing",
    "OpenWalks.finish",
    "OpenWalks.record",
    "OpenWalks.reopening",
    "PersonWays.bring",
    "PersonWays.take",
    "PersonWays.turn",
    "Removals.bring_interference",
    "Removals.bring_mark",
    "Removals.bring_rating",
    "Removals.bring_walk",
    "Removals.give_way",
    "Removals.take_interference",
    "Removals.take_mark",
    "Removals.take_rating",
    "Removals.take_walk",
    "Tracker.put_back",
    "WalkAnswers.move",
    "WalkAnswers.put_back",
    "WalkAnswers.settle",
    "WalkWays.decide",
    "WalkWays.go_on",
    "WalkWays.put_aside",
    "WalkWays.settle",
    "WalkWays.take_up",
}
"""They change something only as a part of a verb that is covered."""

WHOLE_FILES = {"Backups", "Offer", "Opening", "Recovery"}
"""Classes whose verbs copy, move and put back whole files, not records."""
