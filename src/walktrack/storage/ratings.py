"""Pain ratings, of a walk or by themselves."""

from datetime import date
from typing import Any

from peewee import ModelSelect

from walktrack.domain.moment import Moment, day_number
from walktrack.domain.pain import PainMoment, PainRating, Place, Reporter
from walktrack.storage.day_totals import refresh
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import RatingRow, WalkRow, columns, moment, moment_or_none


class Ratings(Room):
    """Reads and keeps ratings. Removed ones stay in the file, and are left out of every answer.

    Changing a rating that is not there raises LookupError; a second answer where there can be
    one (before and after a walk, this morning, today on average) sqlite3.IntegrityError.
    """

    @writes
    def add(self, rating: PainRating) -> None:
        """Keep a new rating."""
        self._db.execute(RatingRow.insert(**rating_values(rating), qualities=""))
        self._refresh(rating_values(rating))

    @writes
    def update(self, rating: PainRating) -> None:
        """Keep a rating as it is now; `edited` is stored as given."""
        was = self._row(rating.id)
        self._db.execute(RatingRow.update(**rating_values(rating)).where(RatingRow.id == rating.id))
        self._refresh(was, rating_values(rating))

    @reads
    def get(self, rating_id: str) -> PainRating | None:
        """Return one rating, or None."""
        return self._first(_live().where(RatingRow.id == rating_id))

    @writes
    def remove(self, rating_id: str, at: Moment) -> None:
        """Take a rating out; `restore` brings it back."""
        self._stamp(self._row(rating_id), at.ms)

    @writes
    def restore(self, rating_id: str) -> None:
        """Bring a removed rating back; if its walk is removed, together with the walk."""
        row = self._row(rating_id)
        query = WalkRow.select(WalkRow.deleted_at).where(WalkRow.id == row["walk_id"])
        walk = self._db.one(query)
        self._stamp(row, walk["deleted_at"] if walk else None)

    @reads
    def of_walk(self, walk_id: str) -> list[PainRating]:
        """Return the ratings of a walk, by time."""
        query = _live().where(RatingRow.walk_id == walk_id)
        order = (RatingRow.rated_at, RatingRow.entered_at, RatingRow.id)
        return [rating_of(row) for row in self._db.dicts(query.order_by(*order))]

    @reads
    def waiting(self, person_id: str, since_ms: int) -> PainRating | None:
        """Return the newest rating before a walk that has no walk yet, not older than `since`."""
        return self._first(_waiting(person_id, since_ms))

    @reads
    def on_day(self, person_id: str, day: date, moment: PainMoment) -> PainRating | None:
        """Return the newest rating of one sort on a day, or None."""
        query = _live().where(
            RatingRow.person_id == person_id,
            RatingRow.day == day_number(day),
            RatingRow.moment == moment,
        )
        return self._first(query.order_by(RatingRow.rated_at.desc()))

    @writes
    def adopt(self, person_id: str, walk_id: str, since_ms: int) -> None:
        """Make the rating that waits, if there is one, the one before this walk."""
        row = self._db.one(_waiting(person_id, since_ms))
        if row is not None:
            query = RatingRow.update(walk_id=walk_id).where(RatingRow.id == row["id"])
            self._db.execute(query)
            self._refresh(row | {"walk_id": walk_id})

    def _first(self, query: "ModelSelect[RatingRow]") -> PainRating | None:
        row = self._db.one(query)
        return None if row is None else rating_of(row)

    def _row(self, rating_id: str) -> dict[str, Any]:
        row = self._db.one(RatingRow.select().where(RatingRow.id == rating_id))
        if row is None:
            raise LookupError(rating_id)
        return row

    def _stamp(self, row: dict[str, Any], deleted_at: int | None) -> None:
        query = RatingRow.update(deleted_at=deleted_at).where(RatingRow.id == row["id"])
        self._db.execute(query)
        self._refresh(row)

    def _refresh(self, *rows: dict[str, Any]) -> None:
        """Count the days of ratings again, and those of the walks they belong to."""
        days = {row["day"] for row in rows}
        for walk_id in {row["walk_id"] for row in rows} - {None}:
            days |= {day for (day,) in self._db.rows("SELECT day FROM walk WHERE id = ?", walk_id)}
        refresh(self._db, rows[0]["person_id"], days)


def _live() -> "ModelSelect[RatingRow]":
    return RatingRow.select().where(RatingRow.deleted_at.is_null())


def _waiting(person_id: str, since_ms: int) -> "ModelSelect[RatingRow]":
    query = _live().where(
        RatingRow.person_id == person_id,
        RatingRow.walk_id.is_null(),
        RatingRow.moment == PainMoment.BEFORE,
        RatingRow.rated_at >= since_ms,
    )
    return query.order_by(RatingRow.rated_at.desc())


def rating_values(rating: PainRating) -> dict[str, Any]:
    """Return the columns of a rating, all but those the program does not ask for yet."""
    return {
        "id": rating.id,
        "person_id": rating.person_id,
        "walk_id": rating.walk_id,
        "moment": rating.moment,
        "day": day_number(rating.at.day),
        "value": rating.value,
        "walked_ms": rating.walked_ms,
        "reporter": rating.reporter,
        "note": rating.note,
        "places": " ".join(sorted(rating.places)),
        "recorder": rating.recorder,
        **columns("rated", rating.at),
        **columns("entered", rating.entered),
        **columns("edited", rating.edited),
    }


def rating_of(row: dict[str, Any]) -> PainRating:
    """Return the rating of a row."""
    return PainRating(
        id=row["id"],
        person_id=row["person_id"],
        walk_id=row["walk_id"],
        moment=PainMoment(row["moment"]),
        at=moment(row, "rated"),
        value=row["value"],
        entered=moment(row, "entered"),
        walked_ms=row["walked_ms"],
        reporter=Reporter(row["reporter"]),
        note=row["note"],
        edited=moment_or_none(row, "edited"),
        recorder=row["recorder"],
        places=places_of(row["places"]),
    )


def places_of(text: str) -> frozenset[Place]:
    """Return the places named in a column; a word that is none is passed over."""
    return frozenset(Place(word) for word in text.split() if word in set(Place))
