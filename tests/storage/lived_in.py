"""A diary two people have lived with: walks with all that happened to them, notes, regrets."""

from dataclasses import replace
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID

from tests.storage.made import DAY, HOUR, MINUTE, NOON, person, rating, running, walk

from walktrack.domain.clock import Reading
from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.interference import Interference
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Rule, proposed
from walktrack.domain.plan.record import Plan, Planned, PlanStep
from walktrack.domain.plan.review import review
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.state import at_level
from walktrack.domain.plan.week import PlanWalk, Week
from walktrack.domain.posture import PostureItem
from walktrack.domain.reminders import About, Reminder, Told
from walktrack.domain.stopwatch import HEARTBEAT_MS, EventKind, WalkEvent
from walktrack.domain.walk import Details, Effort, Kind, Source, Surface
from walktrack.domain.warning_signs import Resolution, Sign, SignCheck, SignMoment
from walktrack.storage.diary import Diary

ITEMS = list(PostureItem)
LONG_NOTE = "Past the mill and back; the left hip was stiff at first. " * 170  # 3 pages of its own


class Life:
    """Writes a diary day by day; the same one for the same seed."""

    def __init__(self, diary, seed=7):
        self.diary = diary
        self.chance = Random(seed)

    def id(self):
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def person(self, name):
        someone = person(self.id(), name=name)
        self.diary.people.add(someone)
        return someone.id

    def day(self, person_id, number):
        """A timed walk with a pause, its ratings and ticks; every fifth day a rating alone."""
        start = NOON.plus(number * DAY + self.chance.randrange(3 * HOUR))
        walked = self.chance.randrange(8, 30) * MINUTE
        note = self.chance.choice(("", "", "Rain, slow; café at the turn", "With Ida"))
        details = Details(Kind.GENTLE, Surface.PATH, effort=Effort.OK, note=note)
        if number % 29 == 3:
            details = replace(details, note=LONG_NOTE)
        one = walk(self.id(), start, walked / MINUTE, person_id=person_id, source=Source.TIMER)
        one = replace(one, end=start.plus(walked + MINUTE), details=details)
        self.diary.walks.add(one)
        self.events(one.id, start, walked)
        for moment, at in ((PainMoment.BEFORE, start), (PainMoment.AFTER, one.end)):
            value = self.chance.randrange(2, 8)
            answer = rating(self.id(), value, moment, at, walk_id=one.id, person_id=person_id)
            self.diary.ratings.add(answer)
        for item in self.chance.sample(ITEMS, k=number % 4):
            self.diary.posture.tick(person_id, one.id, item, True, one.end)
        if number % 5 == 0:
            alone = rating(self.id(), 3, PainMoment.DAY_AVERAGE, one.end, person_id=person_id)
            self.diary.ratings.add(alone)
        if number % 11 == 4:
            self.diary.walks.update(replace(one, edited=one.end.plus(HOUR)))
        if number % 7 == 2:
            self.mark(person_id, one)
        if number % 13 == 5:
            self.diary.walks.remove(one.id, one.end.plus(DAY))

    def events(self, walk_id, start, walked, kinds=(EventKind.PAUSE, EventKind.RESUME)):
        def add(kind, ms):
            at = Reading(start.plus(ms), ms, ms, "boot-0001")
            self.diary.walks.add_event(walk_id, WalkEvent(kind, at))

        add(EventKind.START, 0)
        for beat in range(HEARTBEAT_MS * 8, walked // 2, HEARTBEAT_MS * 8):
            add(EventKind.HEARTBEAT, beat)
        for step, kind in enumerate(kinds):
            add(kind, walked // 2 + step * MINUTE)
        if kinds:
            add(EventKind.FINISH, walked + MINUTE)

    def mark(self, person_id, one):
        """The day after was without a walk, and a week later a flare-up is over; one change."""
        day, entered = one.start.day, one.end
        rest, bad = day + timedelta(1), (day + timedelta(2), day + timedelta(4))
        for kind, first, last in (
            (MarkKind.NO_WALK, rest, rest),
            (MarkKind.FLARE_UP, *bad),
        ):
            self.diary.marks.add(DayMark(self.id(), person_id, kind, first, last, entered))
        was, now = {"walked_ms": "600000"}, {"walked_ms": str(one.walked_ms)}
        edit = Edit(self.id(), person_id, one.id, EditKind.EDITED, was, now, entered, "Clara")
        self.diary.edits.add(edit)
        self.tick_signs(person_id, entered)
        self.tell(person_id, day, entered)

    def tick_signs(self, person_id, at):
        """Two warning signs, read, and every other time laid to rest."""
        chance = Random(at.ms)
        ticked = frozenset(chance.sample(list(Sign), k=2))
        key = str(UUID(int=chance.getrandbits(128), version=4))
        check = SignCheck(key, person_id, ticked, SignMoment.STOPPED, at, at)
        check = replace(check, read=at.plus(MINUTE), recorder="Clara")
        if at.ms % 2:
            check = replace(check, resolved=at.plus(DAY), resolution=Resolution.CHECKED)
        self.diary.signs.add(check)

    def tell(self, person_id, day, at):
        """How much pain got in the way of a day, told by a carer every other time."""
        chance = Random(at.ms)
        key = str(UUID(int=chance.getrandbits(128), version=4))
        answer = Interference(key, person_id, day, chance.randrange(11), at)
        if at.ms % 2:
            answer = replace(answer, reporter=Reporter.GUESS, recorder="Clara")
        self.diary.interferences.add(answer)

    def reminders(self, person_id):
        """A reminder that was shown and put off, and one that is not used any more."""
        told = Told(NOON.day, NOON.ms + HOUR, 2)
        for one in (
            Reminder(About.WALK, time(10, 15), frozenset({0, 2, 4}), True, NOON, told),
            Reminder(About.EVENING, time(20), since=NOON),
        ):
            self.diary.reminders.put(person_id, one)

    def running(self, person_id, number):
        """A walk that goes on, with its signs of life."""
        one = running(self.id(), NOON.plus(number * DAY), person_id=person_id)
        self.diary.walks.add(one)
        self.events(one.id, one.start, 20 * MINUTE, kinds=())
        return one.id

    def plan(self, person_id, weeks):
        """A plan of some weeks in which every walk was good."""
        parameters = Parameters()
        first, entered = NOON.day, NOON
        plan = Plan(self.id(), person_id, first, None, Start.USUAL, parameters, entered)
        state = at_level(3, parameters)
        begun = proposed(Rule.BEGUN, state, state)
        steps = [self.step(plan, 0, None, begun)]
        walks = [PlanWalk(first + timedelta(days), 60) for days in range(7)]
        for week in range(weeks):
            proposal = review(steps[-1].state, Week(walks), parameters)
            steps.append(self.step(plan, week + 1, week, proposal))
        self.diary.plans.put(Planned(plan, tuple(steps)))

    def step(self, plan, number, week, proposal):
        return PlanStep(
            self.id(),
            plan.id,
            plan.person_id,
            number,
            plan.first_day + timedelta(7 * number),
            week,
            proposal.rule,
            Choice.ACCEPTED,
            proposal.state,
            proposal.numbers,
            plan.entered.plus(7 * number * DAY),
        )


@cache
def lived_in(days=90):
    """Return the bytes of a diary; Anna's walk of the last day still goes on."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.db"
        with Diary(path) as diary:
            life = Life(diary)
            with diary.transaction():
                anna, bert = life.person("Anna"), life.person("Bert")
                for number in range(days):
                    life.day(anna, number)
                    if number % 3 == 0:
                        life.day(bert, number)
                life.running(anna, days)
                life.plan(anna, days // 7)
                life.reminders(anna)
            diary.settings.write("sound", "off")
            diary.settings.write("theme", "dark")
        return path.read_bytes()
