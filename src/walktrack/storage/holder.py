"""A small file beside the diary that says who has it open.

It only names. The lock on the diary itself decides, so that a note left behind by a program that
died keeps nobody out; the next one to open the diary writes over it.
"""

import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

_LONGEST = 400


def note_path(diary: Path) -> Path:
    """Return where the note of a diary lies."""
    return diary.with_name(f"{diary.name}.lock")


def write_note(diary: Path) -> None:
    """Say that this process has the diary: its number, the computer and since when.

    A disk too full for the note is no reason not to open the diary.
    """
    since = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    text = f"{os.getpid()}\n{platform.node()}\n{since}\n"
    with suppress(OSError):
        number = os.open(note_path(diary), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)


def read_note(diary: Path) -> str:
    """Return who has the diary as "computer, since, process number", or "" if nobody says."""
    with suppress(OSError), note_path(diary).open(encoding="utf-8", errors="replace") as file:
        lines = file.read(_LONGEST).split("\n")
        if len(lines) > 2:  # noqa: PLR2004 - three lines, as written above
            pid, host, since = lines[:3]
            return f"{host}, since {since}, process {pid}"
    return ""


def remove_note(diary: Path) -> None:
    """Take the note away; to be called by the one who has the diary."""
    with suppress(OSError):
        note_path(diary).unlink(missing_ok=True)
