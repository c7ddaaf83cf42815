"""Weeks of a plan in few words: good, unsettled, empty."""

from datetime import date, timedelta

from walktrack.domain.plan.ladder import LADDER, Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.settling import Label
from walktrack.domain.plan.state import Mode, PlanState, at_level
from walktrack.domain.plan.week import PlanWalk, Week

PLAN = Parameters()
MONDAY = date(2026, 3, 2)
EMPTY = Week()


def walk(n: int, minutes: float = 60, label: Label = Label.SETTLED) -> PlanWalk:
    return PlanWalk(MONDAY + timedelta(days=n), minutes, label, checked=label is Label.SETTLED)


def good(days: int = 7, minutes: float = 60, **said: object) -> Week:
    return Week(tuple(walk(n, minutes) for n in range(days)), **said)  # type: ignore[arg-type]


def shaky(unsettled: int = 0, unknown: int = 0, days: int = 7, **said: object) -> Week:
    """A week of settled walks, with some others on top."""
    walks = [walk(n) for n in range(days)]
    walks += [walk(n, label=Label.UNSETTLED) for n in range(unsettled)]
    walks += [walk(n, label=Label.UNKNOWN) for n in range(unknown)]
    return Week(tuple(walks), **said)  # type: ignore[arg-type]


def at(level: int, **more: object) -> PlanState:
    from dataclasses import replace

    return replace(at_level(level, PLAN), **more)  # type: ignore[arg-type]


def flaring(level: int, weeks: int = 1, **more: object) -> PlanState:
    base = LADDER[level]
    short = Target(max(3, -(-base.minutes // 2)), base.days)
    return at(level, mode=Mode.FLARE, short=short, weeks_in_flare=weeks, **more)


def resting(level: int, weeks: int = 0, **more: object) -> PlanState:
    return at(level, mode=Mode.PAUSED, weeks_paused=weeks, **more)
