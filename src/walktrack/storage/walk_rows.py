"""A walk as a row of its table, and back."""

from enum import StrEnum
from typing import Any, TypeVar

from walktrack.domain import pauses
from walktrack.domain.moment import day_number
from walktrack.domain.walk import (
    Company,
    Details,
    Effort,
    Kind,
    Source,
    Surface,
    Walk,
    WalkState,
)
from walktrack.storage.tables import columns, moment, moment_or_none

_E = TypeVar("_E", bound=StrEnum)


def walk_values(walk: Walk) -> dict[str, Any]:
    """Return the columns of a walk, all but `deleted_at`."""
    details = walk.details
    return {
        "id": walk.id,
        "person_id": walk.person_id,
        "day": day_number(walk.start.day),
        "walked_ms": walk.walked_ms,
        "state": walk.state,
        "source": walk.source,
        "target_minutes": walk.target_minutes,
        "kind": details.kind,
        "surface": details.surface,
        "company": details.company,
        "effort": details.effort,
        "stopped_for_pain": details.stopped_for_pain,
        "warm_up": details.warm_up,
        "cool_down": details.cool_down,
        "note": details.note,
        "timed": int(walk.timed),
        "pauses": pauses.written(walk.pauses),
        "recorder": walk.recorder,
        **columns("start", walk.start),
        **columns("end", walk.end),
        **columns("entered", walk.entered),
        **columns("edited", walk.edited),
    }


def walk_of(row: dict[str, Any]) -> Walk:
    """Return the walk of a row."""
    return Walk(
        id=row["id"],
        person_id=row["person_id"],
        start=moment(row, "start"),
        end=moment_or_none(row, "end"),
        walked_ms=row["walked_ms"],
        state=WalkState(row["state"]),
        source=Source(row["source"]),
        target_minutes=row["target_minutes"],
        entered=moment(row, "entered"),
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
        details=Details(
            kind=_said(Kind, row["kind"]),
            surface=_said(Surface, row["surface"]),
            company=_said(Company, row["company"]),
            effort=_said(Effort, row["effort"]),
            stopped_for_pain=_yes_no(row["stopped_for_pain"]),
            warm_up=_yes_no(row["warm_up"]),
            cool_down=_yes_no(row["cool_down"]),
            note=row["note"],
        ),
        timed=bool(row["timed"]),
        pauses=_pauses(row["pauses"]),
    )


def _said(kind: type[_E], value: str | None) -> _E | None:
    return None if value is None else kind(value)


def _pauses(text: str) -> pauses.Pauses:
    """Return the pauses; of a damaged list none, so that only their times are lost."""
    try:
        return pauses.read(text)
    except ValueError:
        return ()


def _yes_no(value: int | None) -> bool | None:
    return None if value is None else bool(value)
