"""How a person's plan could begin."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from walktrack.domain.period import Period
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.start import TRIAL_WALKS, Start, begun, is_gentle_offered_first

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary

_TRIAL_DAYS = 14
"""Trial walks may lie this many days back."""


@dataclass(frozen=True, slots=True)
class StartOffer:
    """The ways a plan can begin, with what each asks for; the one offered first.

    MEASURED is among them if there are three walks of the last two weeks, whose minutes are
    `trial`. It is `barred` while a warning sign stands open.
    """

    targets: dict[Start, Target]
    first: Start
    trial: tuple[float, ...]
    barred: bool


def offer_of(diary: "Diary", person_id: str, today: date, *, barred: bool) -> StartOffer:
    """Return the ways there are today."""
    trial = trial_of(diary, person_id, today)
    starts = [Start.USUAL, Start.GENTLE] + [Start.MEASURED] * bool(trial)
    targets = {start: begun(start, trial, Parameters())[0].base for start in starts}
    person = diary.people.get(person_id)
    gentle = is_gentle_offered_first(person and person.birth_year, today.year)
    return StartOffer(targets, Start.GENTLE if gentle else Start.USUAL, trial, barred)


def trial_of(diary: "Diary", person_id: str, today: date) -> tuple[float, ...]:
    """Return the minutes of the last three walks, if they are recent; else none."""
    recent = Period(today - timedelta(days=_TRIAL_DAYS), today)
    walks = diary.plan_facts.walks(person_id, recent)[-TRIAL_WALKS:]
    return tuple(walk.minutes for walk in walks) if len(walks) == TRIAL_WALKS else ()
