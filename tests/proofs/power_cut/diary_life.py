"""The recorded program: lives through `diary_steps` and acknowledges each step on its output.

Its arguments are a folder, and the name of a set of SQLite settings to use in place of our own.
"""

import sys
from pathlib import Path

from tests.proofs.diary_steps import steps_of_a_life

from walktrack.storage import database
from walktrack.storage.diary import Diary

OURS = database.PRAGMAS
SETTINGS = {
    "ours": OURS,
    "sqlite's default": (("journal_mode", "DELETE"), ("synchronous", "FULL"), ("foreign_keys", 1)),
    "never synced": tuple(
        (name, "OFF" if name == "synchronous" else value) for name, value in OURS
    ),
}


def diary_path(root: Path) -> Path:
    """Return where the diary lies: in a folder that the first start has to make."""
    return root / "share" / "walktrack" / "walktrack.db"


def main(root: str, settings: str) -> None:
    database.PRAGMAS = SETTINGS[settings]
    diary = Diary(diary_path(Path(root)))
    diary.open()
    print("ack 0", flush=True)
    for number, step in enumerate(steps_of_a_life(), 1):
        step(diary)
        print(f"ack {number}", flush=True)
    diary.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
