"""What is in a diary, so far as it takes to say how two of them differ."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from walktrack.domain.backup import Difference, Outlook
from walktrack.domain.moment import day_of
from walktrack.storage.database import Database, Row

# Who was removed took all their records along.
_OF_SOMEBODY = (
    "WHERE deleted_at IS NULL"
    " AND person_id NOT IN (SELECT id FROM person WHERE deleted_at IS NOT NULL)"
)
_LIVE = {
    "walks": f"SELECT id, day, * FROM walk {_OF_SOMEBODY}",  # noqa: S608 - a constant
    "ratings": f"SELECT id, day, * FROM pain_rating {_OF_SOMEBODY}",  # noqa: S608 - a constant
}
_OTHER = (
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM posture_check WHERE deleted_at IS NULL ORDER BY id",
    "SELECT * FROM day_mark WHERE deleted_at IS NULL ORDER BY id",
    "SELECT * FROM interference WHERE deleted_at IS NULL ORDER BY id",
    "SELECT * FROM plan ORDER BY id",
    "SELECT * FROM plan_step ORDER BY id",
    "SELECT * FROM sign_check WHERE deleted_at IS NULL ORDER BY id",
    # As they were set: that one was shown is no difference to anybody.
    "SELECT person_id, about, is_on, weekdays, minute FROM reminder ORDER BY person_id, about",
)


@dataclass(frozen=True, slots=True)
class Contents:
    """The live records by id, each as a number that changes with any part of it; and the days."""

    walks: Mapping[str, int]
    ratings: Mapping[str, int]
    days: frozenset[int]
    other: int

    def outlook(self, other: "Contents") -> Outlook:
        """Say what would change if `other` took the place of this one."""
        last = max(other.days, default=None)
        return Outlook(
            walks=_difference(self.walks, other.walks),
            ratings=_difference(self.ratings, other.ratings),
            days=Difference(len(other.days - self.days), len(self.days - other.days)),
            other=self.other != other.other,
            total_walks=len(other.walks),
            total_ratings=len(other.ratings),
            last_day=None if last is None else day_of(last),
        )


NOTHING = Contents({}, {}, frozenset(), 0)


def contents_of(db: Database) -> Contents:
    """Read what is in an open diary."""
    return _read(db.connection())


def contents_at(path: Path) -> Contents:
    """Read what is in a sound diary that nobody has open."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        return _read(connection)


def _read(connection: sqlite3.Connection) -> Contents:
    records: dict[str, dict[str, int]] = {}
    days: set[int] = set()
    for kind, sql in _LIVE.items():
        records[kind] = {}
        for key, day, *row in connection.execute(sql):
            records[kind][key] = hash(tuple(row))
            days.add(day)
    rows: list[Row] = [row for sql in _OTHER for row in connection.execute(sql)]
    return Contents(records["walks"], records["ratings"], frozenset(days), hash(tuple(rows)))


def _difference(before: Mapping[str, int], after: Mapping[str, int]) -> Difference:
    return Difference(
        gained=len(after.keys() - before.keys()),
        lost=len(before.keys() - after.keys()),
        changed=sum(before[key] != after[key] for key in before.keys() & after.keys()),
    )
