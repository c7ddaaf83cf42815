"""Judges the values of a record: what the program could not take is mended, or the record let go.

The schema has rules of its own, which SQLite keeps. These are those it has no words for, and
those that a single wrong letter would break.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.walk import WalkState
from walktrack.domain.warning_signs import Sign, highest
from walktrack.storage.salvage.letters import nearest
from walktrack.storage.salvage.shapes import Shape
from walktrack.storage.values import (
    CHOICES,
    DAY_MS,
    EARLIEST_DAY,
    EARLIEST_MS,
    LARGEST_OFFSET,
    LATEST_DAY,
    LATEST_MS,
)

_LENGTH_MS = 1 << 42  # 139 years; sums of these stay sums of whole numbers

_SIGNS = frozenset(sign.value for sign in Sign)

Record = dict[str, Any]
_Rule = Callable[[Any], Any]  # from a value that is there to a sound one, or None


class Rules:
    """The rules for the records of one table."""

    def __init__(self, shape: Shape) -> None:
        choices = CHOICES.get(shape.table, {})
        self._rules = [
            (column, rule)
            for column in shape.columns
            if (rule := _rule_of(column.name, choices.get(column.name)))
        ]
        self._whole = _MENDERS.get(shape.table, _mend_any)

    def mend(self, row: Record) -> bool:
        """Make a record sound, in its place; False if it is beyond that."""
        for column, rule in self._rules:
            value = row.get(column.name)
            if value is not None:
                row[column.name] = sound = rule(value)
                if sound is None and not column.can_be_empty:
                    return False
        self._whole(row)
        return True


def _rule_of(name: str, choices: type[StrEnum] | None) -> _Rule | None:
    if choices:
        return partial(_choice, frozenset(str(one) for one in choices))
    if name == "deleted_at":
        return _removed
    for ending, rule in (
        ("_at", _time),
        ("_ms", _length),
        ("_offset", _offset),
        ("_day", _day_number),
    ):
        if name.endswith(ending):
            return rule
    return None


def _choice(choices: frozenset[str], value: str) -> str | None:
    return value if value in choices else nearest(value, choices)


def _removed(value: int) -> int:
    """Let what was removed stay so, even if the time of it is lost."""
    return min(max(value, EARLIEST_MS), LATEST_MS)


def _time(value: int) -> int | None:
    return value if EARLIEST_MS <= value <= LATEST_MS else None


def _length(value: int) -> int | None:
    return value if -_LENGTH_MS <= value <= _LENGTH_MS else None


def _day_number(value: int) -> int | None:
    return value if EARLIEST_DAY <= value <= LATEST_DAY else None


def _offset(value: int) -> int:
    return value if -LARGEST_OFFSET <= value <= LARGEST_OFFSET else 0


def _mend_any(row: Record) -> None:
    """Half a moment is none."""
    if row.get("edited_at") is None or row.get("edited_offset") is None:
        row |= {name: None for name in ("edited_at", "edited_offset") if name in row}


def _mend_walk(row: Record) -> None:
    """See that a walk has an end if it is done, and only then, and lies under its start's date."""
    _mend_any(row)
    start, end = row["start_at"], row["end_at"]
    if row["state"] == WalkState.DONE and (end is None or end < start):
        row |= {
            "end_at": min(start + max(0, row["walked_ms"]), LATEST_MS),
            "end_offset": row["start_offset"],
        }
    elif end is not None:
        row |= {"state": WalkState.DONE.value, "end_offset": row["end_offset"] or 0}
    else:
        row["end_offset"] = None
    row["day"] = _day(start, row["start_offset"])


def _mend_rating(row: Record) -> None:
    _mend_any(row)
    row["day"] = _day(row["rated_at"], row["rated_offset"])


def _mend_sign_check(row: Record) -> None:
    """Half a moment is none; what is not laid to rest for certain asks for help still."""
    _mend_any(row)
    if row["read_at"] is None or row["read_offset"] is None:
        row |= {"read_at": None, "read_offset": None}
    resolved = ("resolved_at", "resolved_offset", "resolution")
    if any(row[name] is None for name in resolved):
        row |= dict.fromkeys(resolved)
    words = [_choice(_SIGNS, word) for word in row["signs"].split()]
    signs = [Sign(word) for word in words if word]
    row |= {"signs": " ".join(signs), "level": highest(signs)}
    row["day"] = _day(row["shown_at"], row["shown_offset"])


def _mend_interference(row: Record) -> None:
    """Half a moment is none; a day out of this world is the one it was written down on."""
    _mend_any(row)
    if not EARLIEST_DAY <= row["day"] <= LATEST_DAY:
        row["day"] = _day(row["entered_at"], row["entered_offset"])


_MENDERS = {
    "walk": _mend_walk,
    "pain_rating": _mend_rating,
    "sign_check": _mend_sign_check,
    "interference": _mend_interference,
}


def _day(at: int, offset: int) -> int:
    return (at + offset * MS_PER_MINUTE) // DAY_MS
