"""The recorded program: the next start after a power cut, which takes back what was broken off.

Its arguments are a folder and the number of the last step that was acknowledged in it.
"""

import sys
from pathlib import Path

from tests.proofs.power_cut.diary_life import diary_path

from walktrack.storage.diary import Diary


def main(root: str, done: str) -> None:
    print(f"ack {done}", flush=True)
    with Diary(diary_path(Path(root))) as diary:
        diary.check()
        print(f"ack {done}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
