"""Makes the steps of plans again that the rows of plan.csv were written from."""

from collections.abc import Callable
from typing import TypeVar

from walktrack.domain.incoming import StepIn, Why
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.proposal import Rule
from walktrack.domain.plan.record import Plan, PlanStep
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.texts import read_numbers, read_parameters, read_state
from walktrack.exchange.cells import CellError, Cells

_T = TypeVar("_T")
_MOST_STEPS = 10_000
"""More than a plan can take in a lifetime of weeks."""


def step_in(cells: Cells, person_id: str) -> StepIn:
    """Return the step of a row of plan.csv, with its plan; CellError if there is none in it.

    The minutes, the days and the reason are for people to read: they follow from the rest.
    """
    plan = _plan_in(cells, person_id)
    week = cells.whole("week", 1, _MOST_STEPS)
    step = PlanStep(
        id=cells.id("id"),
        plan_id=plan.id,
        person_id=person_id,
        number=_there(cells.whole("step", 0, _MOST_STEPS), "step"),
        first_day=cells.day("from_day"),
        week=None if week is None else week - 1,
        rule=_there(cells.word("rule", Rule), "rule"),
        choice=_there(cells.word("choice", Choice), "choice"),
        state=_read(cells, "state", lambda text: read_state(text, plan.parameters)),
        numbers=_read(cells, "counted", read_numbers),
        entered=cells.time("entered_at"),
        recorder=cells.typed("recorded_by"),
    )
    return StepIn(plan, step, _there(cells.whole("steps", 1, _MOST_STEPS), "steps"))


def _plan_in(cells: Cells, person_id: str) -> Plan:
    first, last = cells.day("plan_from"), cells.day_or_none("plan_until")
    if last is not None and last < first:
        raise CellError(Why.END_FIRST, "plan_until")
    return Plan(
        id=cells.id("plan_id"),
        person_id=person_id,
        first_day=first,
        last_day=last,
        start=_there(cells.word("started_as", Start), "started_as"),
        parameters=_read(cells, "plan_numbers", read_parameters),
        entered=cells.time("plan_entered_at"),
        edited=cells.time_or_none("plan_edited"),
        recorder=cells.typed("plan_recorded_by"),
    )


def _read(cells: Cells, column: str, reader: Callable[[str], _T]) -> _T:
    text = cells.typed(column)
    try:
        return reader(text)
    except ValueError as error:
        raise CellError(Why.TEXT if text else Why.EMPTY, column) from error


def _there(value: _T | None, column: str) -> _T:
    if value is None:
        raise CellError(Why.EMPTY, column)
    return value
