"""Says of each plan in the files whether the diary has it already, has another, or it is new."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from walktrack.domain.incoming import Fate, StepIn, Verdict, Why
from walktrack.domain.plan.record import Planned
from walktrack.storage.plans import Plans

_COMES: Verdict = (Fate.COMES, None)


class PlanJudge:
    """Judges whole plans: all steps of one come in, or none.

    `rows` are all the steps in the files, in their order. A plan that goes on stays out where
    another goes on already. DiaryError for trouble in reading.
    """

    def __init__(self, plans: Plans, rows: Iterable[StepIn]) -> None:
        self._plans = plans
        self._rows: defaultdict[str, dict[str, StepIn]] = defaultdict(dict)
        for row in rows:
            self._rows[row.plan.id].setdefault(row.id, row)
        self._seen: set[tuple[str, str]] = set()
        self._verdicts: dict[str, Verdict] = {}
        self._coming: dict[str, Planned] = {}

    @property
    def coming(self) -> tuple[Planned, ...]:
        """Return the plans that come in."""
        return tuple(self._coming.values())

    def step(self, row: StepIn) -> Verdict:
        """Judge a step, which shares the fate of its plan."""
        first = self._rows[row.plan.id][row.id]
        if (row.plan.id, row.id) in self._seen:
            same = first == row
            return (Fate.THERE, Why.ABOVE) if same else (Fate.CONFLICT, Why.REPEATED)
        self._seen.add((row.plan.id, row.id))
        known = self._plans.get(row.plan.id)
        if known:
            same = known.plan == row.plan and row.step in known.steps
            return (Fate.THERE, Why.SAME) if same else (Fate.CONFLICT, Why.DIFFERS)
        if row.plan.id not in self._verdicts:
            rows = list(self._rows[row.plan.id].values())
            self._verdicts[row.plan.id] = self._plan(rows)
        return self._verdicts[row.plan.id]

    def _plan(self, rows: Sequence[StepIn]) -> Verdict:
        """Judge a plan the diary does not know by its rows, one for each step."""
        plan, count = rows[0].plan, rows[0].steps
        numbers = sorted(row.step.number for row in rows)
        if numbers != list(range(count)) or any(row.steps != count for row in rows):
            return Fate.UNREADABLE, Why.PLAN_TORN
        if any(row.plan != plan for row in rows):
            return Fate.CONFLICT, Why.REPEATED
        taken = {step.id for planned in self.coming for step in planned.steps}
        if any(row.id in taken or self._plans.knows_step(row.id) for row in rows):
            return Fate.CONFLICT, Why.DIFFERS
        if plan.last_day is None:
            if self._plans.going_on(plan.person_id):
                return Fate.CONFLICT, Why.PLAN_THERE
            if any(planned.plan.last_day is None for planned in self.coming):
                return Fate.CONFLICT, Why.REPEATED
        steps = sorted((row.step for row in rows), key=lambda step: step.number)
        self._coming[plan.id] = Planned(plan, tuple(steps))
        return _COMES
