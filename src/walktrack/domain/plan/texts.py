"""The parts of a plan as text, in the diary and in its file: JSON, read back strictly."""

import json
from dataclasses import asdict, fields
from typing import Any

from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import RANGES, Parameters
from walktrack.domain.plan.proposal import Numbers
from walktrack.domain.plan.state import Mode, PlanState

_MOST = 100_000
"""The highest number any count of a plan can come to; years of weeks are far below it."""

_COUNTS = (
    "level", "good_weeks", "weeks_away", "weeks_empty", "weeks_in_flare", "weeks_paused",
    "uneasy_weeks", "lowered",
)  # fmt: skip


def written(value: Parameters | PlanState | Numbers) -> str:
    """Return a part as text."""
    return json.dumps(asdict(value), sort_keys=True)


def known_of(text: str, kind: type[Parameters | PlanState | Numbers]) -> dict[str, Any]:
    """Return what a text says of the fields of a part; TypeError or ValueError if it is none."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ValueError(text[:20]) from error
    if not isinstance(found, dict):
        raise TypeError(text)
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in found.items() if name in names}


def read_parameters(text: str) -> Parameters:
    """Return the numbers of a plan; ValueError for a text that does not hold them."""
    try:
        known = known_of(text, Parameters)
        known["ladder"] = tuple(_target(step) for step in known["ladder"])
        for name in RANGES.keys() & known.keys():
            _count(known[name])
        return Parameters(**known)
    except (KeyError, TypeError) as error:
        raise ValueError(text) from error


def read_state(text: str, parameters: Parameters) -> PlanState:
    """Return where a plan stands; ValueError for a text that does not say so."""
    try:
        known = known_of(text, PlanState)
        known |= {"mode": Mode(known["mode"]), "base": _target(known["base"])}
        known["short"] = _target(known["short"]) if known.get("short") else None
        for name in known.keys() & set(_COUNTS):
            _count(known[name])
        _flag(known.get("clinician", False))
        _count(known["level"], len(parameters.ladder) - 1)
        return PlanState(**known)
    except (KeyError, TypeError) as error:
        raise ValueError(text) from error


def read_numbers(text: str) -> Numbers:
    """Return the numbers of a reason; ValueError for a text that does not hold them."""
    try:
        known = known_of(text, Numbers)
        return Numbers(**{name: _count(value) for name, value in known.items()})
    except TypeError as error:
        raise ValueError(text) from error


def _target(said: dict[str, Any]) -> Target:
    return Target(_count(said["minutes"]), _count(said["days"]))


def _flag(value: object) -> None:
    if not isinstance(value, bool):
        message = f"{value!r} is neither true nor false"
        raise TypeError(message)


def _count(value: object, most: int = _MOST) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        message = f"{value!r} is no count"
        raise ValueError(message)
    return value
