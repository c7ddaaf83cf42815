"""The recorded program: writes into a diary, backs it up into two folders, and brings one back.

Its arguments are a folder and a manner: "ours", or "unsynced" to give a copy its name at once.
"""

import shutil
import sys
from pathlib import Path

from tests.proofs.diary_steps import Step
from tests.storage.made import DAY, HOUR, NOON, person, walk

from walktrack.domain.backup import Reason
from walktrack.storage.backup_folder import BackupFolder
from walktrack.storage.diary import Diary

AT = (NOON, NOON.plus(HOUR), NOON.plus(9 * DAY), NOON.plus(9 * DAY + HOUR))
RESTORED = 2  # the backup that is brought back, counted from 0


def diary_path(root: Path) -> Path:
    return root / "share" / "walktrack.db"


def folders(root: Path) -> tuple[Path, Path]:
    """Return where the backups are kept, and a folder of a stick that is there already."""
    return root / "share" / "backups", root / "stick" / "WalkTrack backups" / "here"


def steps() -> list[Step]:
    """Return what is written before each backup."""
    return [lambda diary: diary.people.add(person()), *map(_walk, range(1, len(AT)))]


def _walk(number: int) -> Step:
    return lambda diary: diary.walks.add(walk(f"w{number}", NOON.plus(number * DAY)))


def main(root: str, manner: str) -> None:
    first, second = map(BackupFolder, folders(Path(root)))
    kept: list[Path] = []
    with Diary(diary_path(Path(root))) as diary:
        for number, (step, at) in enumerate(zip(steps(), AT, strict=True)):
            step(diary)
            print(f"ack {number + 1}", flush=True)
            if manner == "unsynced":
                first.folder.mkdir(exist_ok=True)
                kept.append(first.folder / f"walktrack-2026-03-0{number + 1}-120000+0100-hand.db")
                part = first.folder / "part"
                shutil.copyfile(diary_path(Path(root)), part)
                part.replace(kept[-1])
            else:
                backup = first.put(diary.snapshot, at, Reason.HAND)
                kept.append(backup.path)
            print(f"backup {number + 1} {kept[-1].relative_to(root)}", flush=True)
            if manner == "ours":
                copy = second.copy_in(backup)
                print(f"backup {number + 1} {copy.path.relative_to(root)}", flush=True)
                for folder in (first, second):
                    print("thinning", flush=True)
                    folder.thin()
        if manner == "ours":
            source = Path(root) / "share" / "private"
            shutil.copyfile(kept[RESTORED], source)
            diary.become(source)
            print(f"ack {len(AT) + 1}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
