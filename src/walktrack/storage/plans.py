"""Plans and their steps."""

from datetime import date
from typing import Any

from walktrack.domain.moment import day_number, day_of
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.proposal import Rule
from walktrack.domain.plan.record import Plan, Planned, PlanStep
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.texts import written
from walktrack.storage.plan_tables import PlanRow, StepRow
from walktrack.storage.plan_texts import numbers_of, parameters_of, state_of
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import columns, moment, moment_or_none


class Plans(Room):
    """Reads and keeps plans. A second plan of a person that goes on: sqlite3.IntegrityError."""

    @reads
    def going_on(self, person_id: str) -> Planned | None:
        """Return a person's plan, or None if they have none or ended it."""
        where = PlanRow.person_id == person_id, PlanRow.last_day.is_null()
        return self._planned(self._db.one(PlanRow.select().where(*where)))

    @reads
    def get(self, plan_id: str) -> Planned | None:
        """Return one plan, or None."""
        return self._planned(self._db.one(PlanRow.select().where(PlanRow.id == plan_id)))

    @reads
    def knows_step(self, step_id: str) -> bool:
        """Say whether a step of any plan has this id."""
        return bool(self._db.rows("SELECT 1 FROM plan_step WHERE id = ?", step_id))

    @reads
    def days(self, person_id: str) -> tuple[date, date] | None:
        """Return the first day of a person's plans, and the last one any begins or ends on."""
        ((first, last),) = self._db.rows(
            "SELECT min(first_day), max(coalesce(last_day, first_day))"
            " FROM plan WHERE person_id = ?", person_id,
        )  # fmt: skip
        return None if first is None else (day_of(first), day_of(last))

    @writes
    def put(self, planned: Planned) -> None:
        """Keep a plan as it is now, with these steps and no others."""
        self.remove(planned.plan.id)
        self._db.execute(PlanRow.insert(**plan_values(planned.plan)))
        for step in planned.steps:
            self._db.execute(StepRow.insert(**step_values(step)))

    @writes
    def remove(self, plan_id: str) -> None:
        """Take a plan and its steps out of the file; does nothing if it is not there."""
        self._db.execute(StepRow.delete().where(StepRow.plan_id == plan_id))
        self._db.execute(PlanRow.delete().where(PlanRow.id == plan_id))

    def _planned(self, row: dict[str, Any] | None) -> Planned | None:
        if row is None:
            return None
        plan = _plan_of(row)
        query = StepRow.select().where(StepRow.plan_id == plan.id).order_by(StepRow.number)
        steps = tuple(_step_of(step, plan) for step in self._db.dicts(query))
        return Planned(plan, steps) if steps else None


def plan_values(plan: Plan) -> dict[str, Any]:
    """Return the columns of a plan."""
    return {
        "id": plan.id,
        "person_id": plan.person_id,
        "first_day": day_number(plan.first_day),
        "last_day": None if plan.last_day is None else day_number(plan.last_day),
        "start": plan.start,
        "numbers": written(plan.parameters),
        "recorder": plan.recorder,
        **columns("entered", plan.entered),
        **columns("edited", plan.edited),
    }


def _plan_of(row: dict[str, Any]) -> Plan:
    return Plan(
        id=row["id"],
        person_id=row["person_id"],
        first_day=day_of(row["first_day"]),
        last_day=None if row["last_day"] is None else day_of(row["last_day"]),
        start=Start(row["start"]),
        parameters=parameters_of(row["numbers"]),
        entered=moment(row, "entered"),
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
    )


def step_values(step: PlanStep) -> dict[str, Any]:
    """Return the columns of a step of a plan."""
    return {
        "id": step.id,
        "plan_id": step.plan_id,
        "person_id": step.person_id,
        "number": step.number,
        "first_day": day_number(step.first_day),
        "week": step.week,
        "rule": step.rule,
        "choice": step.choice,
        "state": written(step.state),
        "numbers": written(step.numbers),
        "recorder": step.recorder,
        **columns("entered", step.entered),
    }


def _step_of(row: dict[str, Any], plan: Plan) -> PlanStep:
    return PlanStep(
        id=row["id"],
        plan_id=row["plan_id"],
        person_id=row["person_id"],
        number=row["number"],
        first_day=day_of(row["first_day"]),
        week=row["week"],
        rule=Rule(row["rule"]),
        choice=Choice(row["choice"]),
        state=state_of(row["state"], plan.parameters),
        numbers=numbers_of(row["numbers"]),
        entered=moment(row, "entered"),
        recorder=row["recorder"],
    )
