"""What can go wrong with the diary's file, in the program's own words."""

from enum import StrEnum
from pathlib import Path


class Fault(StrEnum):
    """The kinds of trouble a person can be told about and can act on."""

    FULL = "full"
    READ_ONLY = "read_only"
    CANNOT_OPEN = "cannot_open"
    NOT_A_DIARY = "not_a_diary"
    DAMAGED = "damaged"
    NEWER = "newer"
    BUSY = "busy"
    MISSING = "missing"
    OURS = "ours"


class DiaryError(Exception):
    """The diary could not be opened, read or written; nothing of the failed change was kept.

    `holder` says who has the file when the fault is BUSY, as far as that is known.
    """

    def __init__(self, fault: Fault, path: Path | None = None, holder: str = "") -> None:
        super().__init__(f"{fault}: {path or 'in memory'}")
        self.fault = fault
        self.path = path
        self.holder = holder
