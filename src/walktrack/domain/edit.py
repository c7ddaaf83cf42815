"""What a record said before and after it was put right, when and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment

Said = Mapping[str, str]
"""What a record says, by the names of its parts; a part that says nothing is left out."""


class EditKind(StrEnum):
    """How a record was put right."""

    EDITED = "edited"
    CUT = "cut"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one record. `was` and `now` hold the parts that differ, and no others.

    `recorder` is empty when the person did it, else the carer's name.
    """

    id: str
    person_id: str
    record_id: str
    kind: EditKind
    was: Said
    now: Said
    at: Moment
    recorder: str = ""


def differing(was: Said, now: Said) -> tuple[Said, Said]:
    """Return of both the parts that are not the same in both."""
    parts = [part for part in {**was, **now} if was.get(part) != now.get(part)]
    return _only(was, parts), _only(now, parts)


def _only(said: Said, parts: list[str]) -> Said:
    return {part: said[part] for part in parts if part in said}
