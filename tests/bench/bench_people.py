"""What a diary of many people costs, beside one of a single person with as many walks.

    python tests/bench/bench_people.py [PEOPLE] [WALKS]

Medians of interleaved runs in milliseconds, and the ratio of the two; only that travels.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median

from big_diary import PERSON, TODAY, make

from walktrack.clock import SystemClock
from walktrack.domain.entry import HistoryFilter
from walktrack.domain.pain import Place
from walktrack.domain.period import Period, Range
from walktrack.domain.person import Person
from walktrack.domain.search import Meant
from walktrack.domain.walk import Effort
from walktrack.services.desk import Desk
from walktrack.storage.database import Database
from walktrack.storage.day_totals import recount
from walktrack.storage.diary import Diary

PEOPLE, WALKS, RUNS = 1_000, 100, 9
MEANT = Meant(places=frozenset({Place.CALF}), efforts=frozenset({Effort.HARD}))
_COPIED = ("walk", "pain_rating")


def main(people: int, walks: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        one, many = Path(place) / "one.db", Path(place) / "many.db"
        make(one, walks)
        make(many, walks)
        multiply(many, people)
        print(f"{people} people with {walks} walks each, {many.stat().st_size / 1e6:.0f} MB,")
        print("beside one person with as many walks as each of them")
        opened = {"one": Diary(one), "many": Diary(many)}
        times = {name: [] for name in opened}
        for _ in range(RUNS):
            for name, diary in opened.items():
                times[name].append(took(diary.open))
                diary.close()
        tell("opening", times)
        with closing(opened["one"]), closing(opened["many"]):
            desks: dict[str, Desk] = {}
            for name, diary in opened.items():
                diary.open()
                diary.settings.write("person", PERSON)  # as it is once there are several
                desks[name] = Desk(diary, SystemClock())
            for words, job in jobs().items():
                times = {name: [] for name in desks}
                for _ in range(RUNS):
                    for name, desk in desks.items():
                        times[name].append(took(lambda desk=desk, job=job: job(desk)))
                tell(words, times)


def jobs() -> dict[str, Callable[[Desk], object]]:
    """Return what a person waits for."""

    def me(desk: Desk) -> Person:
        return desk.people.current()

    def walk(desk: Desk) -> None:
        desk.tracker.start(PERSON, None)
        desk.tracker.finish(PERSON)
        desk.undo.start_over()

    def history(desk: Desk) -> None:
        wanted = HistoryFilter()
        desk.history.count(PERSON, wanted)
        desk.history.rows(PERSON, wanted, 0, 200)

    words = count()

    def find(desk: Desk, whose: str | None) -> None:
        # New words each time, or the last list would be known still.
        wanted = HistoryFilter(text=f"rain {next(words)}", meant=MEANT)
        desk.history.count(whose, wanted)
        desk.history.rows(whose, wanted, 0, 200)

    return {
        "who there is": lambda desk: desk.people.there(),
        "whose diary is open": me,
        "charts of all time": lambda desk: desk.overviews.of(me(desk), Range.ALL, 0),
        "a page of History": history,
        "words found in one diary": lambda desk: find(desk, PERSON),
        "words found in everybody's": lambda desk: find(desk, None),
        "starting and finishing a walk": walk,
        "who usually walks at this hour": lambda desk: desk.likelihood.other(me(desk)),
    }


def multiply(path: Path, people: int) -> None:
    """Give everybody the walks and ratings of the first person."""
    db = Database(path)
    db.connect()
    days = Period(TODAY.replace(year=TODAY.year - 11), TODAY)
    try:
        with db.changing():
            for number in range(1, people):
                for table in ("person", *_COPIED):
                    copy(db, table, f"{number:04d}-")
                recount(db, f"{number:04d}-{PERSON}", days)
    finally:
        db.close()


def copy(db: Database, table: str, mark: str) -> None:
    """Copy the rows of the first person of a table, with a mark before each id."""
    owner = "id" if table == "person" else "person_id"
    names = [name for (name,) in db.rows("SELECT name FROM pragma_table_info(?)", table)]
    ids = {"id", "person_id", "walk_id"} & set(names)
    values = [f"'{mark}' || {name}" if name in ids else name for name in names]
    db.execute_sql(
        f"INSERT INTO {table} ({', '.join(names)})"
        f" SELECT {', '.join(values)} FROM {table} WHERE {owner} = '{PERSON}'"
    )


def tell(words: str, times: dict[str, list[float]]) -> None:
    one, many = median(times["one"]), median(times["many"])
    print(f"{words:32} {one:8.2f} {many:8.2f}   {many / one:6.2f} x")


def took(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [PEOPLE, WALKS][len(sys.argv) - 1 :]
    main(*given)
