"""An example diary: twelve weeks of plausible walks, to look around in before one's own."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.person import Person
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Details, Effort, Kind, Source, Surface, Walk, WalkState

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

DAYS = 84
GOAL_MINUTES = 20
_WALKS_ON = 0.62
_ANSWERS_AFTER = 0.9
_SEED = 20_240_619


class Example:
    """Writes a plausible diary for one person. Meant for a new, separate diary only.

    Minutes creep up from about 8 to about 21 with good and bad days; pain wanders between 2 and
    7 and is a little lower after some walks, a little higher after others.
    """

    def __init__(self, diary: "Diary", person: Person) -> None:
        self._diary = diary
        self._person = person
        self._random = Random(_SEED)  # noqa: S311 - the same plausible picture each time

    def fill(self, today: date) -> None:
        """Write the twelve weeks before today, and a name that says what this is."""
        pain = 5.0
        with self._diary.transaction():
            for index in range(DAYS):
                start = self._some_time(today - timedelta(days=DAYS - index))
                pain = min(7.0, max(2.0, pain + self._random.gauss(-0.02, 0.7)))
                if self._random.random() < _WALKS_ON:
                    self._walk(start, 8 + index / 6.5, pain)
                elif self._random.random() < _WALKS_ON:
                    self._rating(start, None, PainMoment.OTHER, pain)
            named = replace(
                self._person, name="Anna (example)", initials="A", goal_minutes=GOAL_MINUTES
            )
            self._diary.people.update(named, Moment.of(datetime.combine(today, time(8))))

    def _walk(self, start: Moment, minutes: float, pain: float) -> None:
        random = self._random
        walked = round(max(4.0, random.gauss(minutes, 2.2)) * MS_PER_MINUTE)
        end = start.plus(walked + random.choice((0, 0, 0, 2)) * MS_PER_MINUTE)
        walk = Walk(
            id=self._id(),
            person_id=self._person.id,
            start=start,
            end=end,
            walked_ms=walked,
            state=WalkState.DONE,
            source=Source.TIMER,
            target_minutes=GOAL_MINUTES,
            entered=end,
            details=Details(
                kind=Kind.GENTLE,
                surface=random.choice((Surface.PAVEMENT, Surface.PATH, Surface.GRASS)),
                company=random.choice((Company.ALONE, Company.ALONE, Company.FRIEND)),
                effort=random.choice((Effort.EASY, Effort.OK)),
            ),
        )
        self._diary.walks.add(walk)
        self._rating(start, walk.id, PainMoment.BEFORE, pain)
        if random.random() < _ANSWERS_AFTER:
            after = pain + random.choice((-2, -1, -1, 0, 0, 1))
            self._rating(end, walk.id, PainMoment.AFTER, after)
        for item in random.sample(list(PostureItem), k=random.randint(3, 8)):
            self._diary.posture.tick(self._person.id, walk.id, item, checked=True, at=end)

    def _rating(self, at: Moment, walk_id: str | None, moment: PainMoment, pain: float) -> None:
        value = min(10, max(0, round(pain)))
        me = self._person.id
        self._diary.ratings.add(PainRating(self._id(), me, walk_id, moment, at, value, at))

    def _some_time(self, day: date) -> Moment:
        minute = self._random.choice((9 * 60, 10 * 60, 16 * 60)) + self._random.randint(0, 50)
        return Moment.of(datetime.combine(day, time(minute // 60, minute % 60)))

    def _id(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))
