"""Lets several processes open one diary at the same moment, and tells as JSON how it went.

A program of its own, so that it can fork. Its arguments: a folder, what lies there before (one of
PLACES), how many races to run one after the other, how many racers, and a set of SQLite settings.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.proofs.power_cut.diary_life import SETTINGS

from walktrack.domain.faults import DiaryError
from walktrack.storage import database
from walktrack.storage.diary import Diary
from walktrack.storage.holder import note_path, write_note
from walktrack.storage.journal import journal_of


@dataclass(frozen=True, slots=True)
class Race:
    """Who got the diary, what the others were told, and whether it was free when the owner died."""

    owners: list[int]
    refused: list[str]
    free: bool


def no_file(path: Path) -> None:
    """Leave it to the racers to make the first diary."""


def closed(path: Path) -> None:
    with Diary(path):
        pass


def note_of_a_living_process(path: Path) -> None:
    """Leave a note by somebody who lives, and does not have the diary."""
    closed(path)
    write_note(path)


def note_of_a_dead_process(path: Path) -> None:
    closed(path)
    owner = _dies_in_a_change(path)
    assert note_path(path).read_text().startswith(f"{owner}\n")


def journal_of_a_diary_that_is_gone(path: Path) -> None:
    """Leave what SQLite would play back, if it were let, into the first diary of all."""
    closed(path)
    _dies_in_a_change(path)
    assert journal_of(path).stat().st_size > 4096
    path.unlink()


PLACES: dict[str, Callable[[Path], None]] = {
    place.__name__: place
    for place in (
        no_file,
        closed,
        note_of_a_living_process,
        note_of_a_dead_process,
        journal_of_a_diary_that_is_gone,
    )
}


def _dies_in_a_change(path: Path) -> int:
    child = os.fork()
    if child == 0:
        diary = Diary(path)
        diary.open()
        with diary.transaction():
            diary._db.execute_sql("PRAGMA cache_size = 1")
            diary._db.execute_sql("PRAGMA cache_spill = 1")
            for number in range(300):
                diary.settings.write(str(number), "x" * 500)
            os._exit(0)
    os.waitpid(child, 0)
    return child


def race(path: Path, racers: int) -> Race:
    """Start all at once; kill the one who got the diary, and see whether it can be opened."""
    gun, trigger = os.pipe()
    told, tell = os.pipe()
    children = []
    for _ in range(racers):
        child = os.fork()
        if child == 0:
            os.close(trigger)
            _run(path, gun, tell)
        children.append(child)
    os.close(tell)
    os.close(trigger)  # all who read at the other end wake up
    with os.fdopen(told) as lines:
        answers = [lines.readline().strip().split(" ", 1) for _ in children]
    for child in children:
        os.kill(child, signal.SIGKILL)  # no wait: how soon it is free is what we want to see
    free = False
    with suppress(DiaryError), Diary(path) as diary:
        diary.check()
        free = True
    for child in children:
        os.waitpid(child, 0)
    os.close(gun)
    return Race(
        owners=[int(pid) for pid, outcome in answers if outcome == "open"],
        refused=[outcome for _, outcome in answers if outcome != "open"],
        free=free,
    )


def _run(path: Path, gun: int, tell: int) -> None:
    signal.alarm(60)  # should nobody be left to kill it
    os.read(gun, 1)
    diary = Diary(path)
    try:
        diary.open()
        outcome = "open"
    except DiaryError as error:
        outcome = f"{error.fault} {error.holder}"
    except BaseException as error:  # whatever it is, it has to be seen
        outcome = f"error {error!r}"
    os.write(tell, f"{os.getpid()} {outcome}\n".encode())
    while True:
        signal.pause()


if __name__ == "__main__":
    folder, place, races, racers, settings = sys.argv[1:]
    for number in range(int(races)):
        path = Path(folder) / f"{place}{number}" / "diary.db"
        PLACES[place](path)
        database.PRAGMAS = SETTINGS[settings]
        print(json.dumps(asdict(race(path, int(racers)))), flush=True)
