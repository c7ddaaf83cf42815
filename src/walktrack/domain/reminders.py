"""Reminders: of what, on which days, at what time, and when they keep quiet.

Never a nag. A reminder comes once on each of its days, and again that day only if the person asked
for it. It does not come for what is done, in a flare-up, while the plan is paused, while a warning
sign is open, or during a walk. In a flare-up the questions keep quiet too: who is in much pain is
left in peace, and finds them on Today. A reminder that was of no use on some days running asks
once, in the window only, if it is still wanted. Without an answer it stays away from then on: what
is not looked at does not help, and a fourth and a fifth time would only be a reproach.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from walktrack.domain.due import EVENING, MORNING
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment


class About(StrEnum):
    """What a reminder is about: a walk, or one of the two questions of a day."""

    WALK = "walk"
    MORNING = "morning"
    EVENING = "evening"


WINDOWS: dict[About, tuple[time, time]] = {
    About.WALK: (time(5), time(21)),
    About.MORNING: MORNING,
    About.EVENING: EVENING,
}
"""From when to when it is of use, in local time; the end does not belong to it. A reminder that was
missed, as the computer slept, still comes until then. Nobody is sent out into the night."""

FIRST_TIMES = {About.WALK: time(10), About.MORNING: time(8, 30), About.EVENING: time(20)}
"""When each comes until the person chooses another time."""

QUESTIONS = {About.MORNING: PainMoment.NEXT_MORNING, About.EVENING: PainMoment.DAY_AVERAGE}

EVERY_DAY = frozenset(range(7))
"""The days of the week, 0 for Monday to 6 for Sunday."""

SNOOZES = (15, 60)
"""For how many minutes a reminder can be put off."""

UNUSED_DAYS = 3
"""After so many days running on which it was of no use, a reminder asks if it is wanted."""

CLOCK_DAYS = 1
"""A reminder shown so many days ahead of today was shown before the clock was set back, or on the
other side of the date line. What lies farther ahead was a clock gone wrong, and counts for nothing.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a reminder: the last `day` it was shown on, and when it comes again that day.

    `again_ms` is in UTC milliseconds, None if it does not. `unused` counts the days running, before
    that day, on which it was shown and nothing was done.
    """

    day: date | None = None
    again_ms: int | None = None
    unused: int = 0


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as the person set it, and what came of it since.

    `days` holds the days of the week from 0 for Monday, `at` is a local time, and `since` when it
    was set. ValueError for a time outside its window, or a day that is none.
    """

    about: About
    at: time
    days: frozenset[int] = EVERY_DAY
    on: bool = False
    since: Moment | None = None
    told: Told = Told()

    def __post_init__(self) -> None:
        if not fits(self.about, self.at):
            message = f"{self.at} is no time for {self.about}"
            raise ValueError(message)
        if not self.days <= EVERY_DAY:
            message = f"{sorted(self.days)} are no days of the week"
            raise ValueError(message)

    @property
    def question(self) -> PainMoment | None:
        """The question it is about; None for a walk."""
        return QUESTIONS.get(self.about)

    @property
    def asks(self) -> bool:
        """Whether it asks if it is wanted, in place of reminding."""
        return self.told.unused == UNUSED_DAYS

    @property
    def comes(self) -> bool:
        """Whether it will come at all: on, on some day, and not given up."""
        return self.on and bool(self.days) and self.told.unused <= UNUSED_DAYS

    @property
    def gave_up(self) -> bool:
        """Whether it is on, and stays away as it was of no use."""
        return self.on and self.told.unused > UNUSED_DAYS


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person's day: what is `done`, and what asks for quiet.

    `free` says that today was marked as a day without a walk, or excused from the plan.
    """

    done: bool = False
    walking: bool = False
    flare_up: bool = False
    paused: bool = False
    sign: bool = False
    free: bool = False


def fits(about: About, at: time) -> bool:
    """Say whether a reminder can be set to a time."""
    first, last = WINDOWS[about]
    return first <= at < last


def in_time(reminder: Reminder, now: Moment) -> bool:
    """Say whether a reminder is of use now, by the clock alone.

    One that is set after its time of today waits for its next day.
    """
    local = now.local()
    if not reminder.comes or local.weekday() not in reminder.days:
        return False
    if not reminder.at <= _time(local) < WINDOWS[reminder.about][1]:
        return False
    since = reminder.since.local() if reminder.since else None
    return since is None or since.date() != local.date() or _time(since) <= reminder.at


def is_wanted(reminder: Reminder, facts: Facts, now: Moment) -> bool:
    """Say whether a reminder may stand now, be it shown already or not."""
    if not in_time(reminder, now) or facts.done:
        return False
    if facts.walking or facts.flare_up or facts.paused or facts.sign:
        return False
    return not (facts.free and reminder.about is About.WALK)


def is_to_come(reminder: Reminder, now: Moment) -> bool:
    """Say whether it has not been shown today, or was put off until now."""
    told, today = reminder.told, now.day
    if told.day is None:
        return True
    if told.day == today:
        return told.again_ms is not None and told.again_ms <= now.ms
    return not today < told.day <= today + timedelta(days=CLOCK_DAYS)


def is_due(reminder: Reminder, facts: Facts, now: Moment) -> bool:
    """Say whether a reminder is to be shown now."""
    return is_to_come(reminder, now) and is_wanted(reminder, facts, now)


def shown(reminder: Reminder, now: Moment, *, done_since: bool) -> Reminder:
    """Return a reminder that is due as it is once it is shown.

    `done_since` says whether what it is about was done on the day it was last shown, or since. One
    that asked in vain if it is wanted has given up then, and is not to be shown.
    """
    told = reminder.told
    unused = told.unused
    if told.day != now.day:
        unused = 0 if told.day is None or done_since else unused + 1
    return replace(reminder, told=Told(now.day, None, unused))


def put_off(reminder: Reminder, minutes: int, now: Moment) -> Reminder:
    """Return a reminder that is put off; ValueError unless the minutes are one of SNOOZES."""
    if minutes not in SNOOZES:
        message = f"a reminder cannot be put off for {minutes} minutes"
        raise ValueError(message)
    again_ms = now.ms + minutes * MS_PER_MINUTE
    return replace(reminder, told=Told(now.day, again_ms, reminder.told.unused))


def kept(reminder: Reminder, now: Moment) -> Reminder:
    """Return a reminder that asked if it is wanted, and is; it comes again on its next day."""
    return replace(reminder, told=Told(now.day))


def next_turn(reminder: Reminder, now: Moment) -> Moment | None:
    """Return when to look at a reminder again: it comes then, or is of no use any more.

    None if it never comes.
    """
    if not reminder.comes:
        return None
    today = now.day
    days = [today + timedelta(days=ahead) for ahead in range(len(EVERY_DAY) + 1)]
    turns = [
        _moment(turn, now)
        for day in days
        if day.weekday() in reminder.days
        for turn in (datetime.combine(day, reminder.at), _end(reminder.about, day))
    ]
    again_ms = reminder.told.again_ms
    if again_ms is not None:
        turns.append(now.plus(again_ms - now.ms))
    return min((turn for turn in turns if turn.ms > now.ms), key=lambda turn: turn.ms)


def _end(about: About, day: date) -> datetime:
    """Return the first local time of a day at which a reminder is of no use any more."""
    end = datetime.combine(day, WINDOWS[about][1])
    return end + datetime.resolution if end.time() == time.max else end


def _moment(naive: datetime, now: Moment) -> Moment:
    """Return a local time as a moment where the person is, with the offset that holds then."""
    if now.is_here:
        return Moment.of(naive)
    return Moment.of(naive.replace(tzinfo=now.local().tzinfo))


def _time(local: datetime) -> time:
    return local.time().replace(tzinfo=None)
