"""What the verbs without a window share: their exit codes and what they say of the diary."""

import sys
from pathlib import Path

from walktrack.domain.faults import DiaryError, Fault

DONE, TO_PUT_RIGHT = 0, 3


class CannotError(Exception):
    """Something the person must put right; the message is the sentence to show."""


def look_for(path: Path) -> None:
    """Raise CannotError if there is no diary at a path, DiaryError if that cannot be seen."""
    try:
        known = path.exists()
    except OSError as error:
        raise DiaryError(Fault.CANNOT_OPEN, path) from error
    if not known:
        message = f"There is no diary at {path}."
        raise CannotError(message)


def refuse(sentence: str) -> int:
    """Say on standard error why nothing was done; return the exit code."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in sentence)
    sys.stderr.write(f"walktrack: {shown}\n")
    return TO_PUT_RIGHT


def diary_sentence(error: DiaryError) -> str:
    """Return what is the matter with the diary."""
    holder = f" ({error.holder})" if error.holder else ""
    return {
        Fault.FULL: "The disk of the diary is full. Please make some room on it.",
        Fault.READ_ONLY: f"The diary at {error.path} cannot be opened for writing.",
        Fault.CANNOT_OPEN: f"The diary at {error.path} cannot be opened.",
        Fault.NOT_A_DIARY: f"The file {error.path} is not a WalkTrack diary.",
        Fault.DAMAGED: f"The diary at {error.path} is damaged. Please keep the file as it is.",
        Fault.NEWER: "A newer WalkTrack wrote this diary. Please use that one.",
        Fault.BUSY: f"The diary is open already{holder}. Please close WalkTrack first.",
        Fault.MISSING: f"There is no diary at {error.path}.",
        Fault.OURS: f"The diary at {error.path} could not be read.",
    }[error.fault]
