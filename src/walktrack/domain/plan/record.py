"""A plan as the diary keeps it: when it began, its numbers, and each step it took."""

from dataclasses import dataclass
from datetime import date

from walktrack.domain.moment import Moment
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Numbers, Rule
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.state import PlanState


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan, from `first_day` to `last_day`; it goes on while it has none."""

    id: str
    person_id: str
    first_day: date
    last_day: date | None
    start: Start
    parameters: Parameters
    entered: Moment
    edited: Moment | None = None
    recorder: str = ""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What was proposed and chosen, and the state from `first_day` on.

    `number` counts the steps of a plan from 0. `week` is the week that was reviewed, from 0, or
    None for what was said in between.
    """

    id: str
    plan_id: str
    person_id: str
    number: int
    first_day: date
    week: int | None
    rule: Rule
    choice: Choice
    state: PlanState
    numbers: Numbers
    entered: Moment
    recorder: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with its steps, by number; there is always the first."""

    plan: Plan
    steps: tuple[PlanStep, ...]

    @property
    def last(self) -> PlanStep:
        """The step that counts now."""
        return self.steps[-1]

    @property
    def reviewed(self) -> int:
        """How many weeks were reviewed."""
        return max((step.week + 1 for step in self.steps if step.week is not None), default=0)
