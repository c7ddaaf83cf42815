"""The posture checklist: only lines that were touched have a row."""

from uuid import uuid4

from peewee import ModelSelect, fn

from walktrack.domain.moment import Moment
from walktrack.domain.posture import PostureItem
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import CheckRow, columns

_touched = fn.coalesce(CheckRow.edited_at, CheckRow.entered_at)


class Posture(Room):
    """Reads and keeps the checklist of each walk, and the one that waits for a walk to start."""

    @writes
    def tick(  # noqa: PLR0917 - called with all in order, as the checklist does
        self,
        person_id: str,
        walk_id: str | None,
        item: PostureItem,
        checked: bool,  # noqa: FBT001 - see above
        at: Moment,
        recorder: str = "",
    ) -> str | None:
        """Tick a line, or take the tick back; without a walk it waits for one. Return its id.

        A line unticked again stays known as "no"; one never touched has no row, and None is
        returned if it is not ticked now.
        """
        known = self._find(person_id, walk_id, item)
        if known is not None:
            values = {"checked": int(checked), **columns("edited", at)}
            self._db.execute(CheckRow.update(**values).where(CheckRow.id == known))
            return known
        check_id = str(uuid4()) if checked else None
        if check_id:
            self._db.execute(
                CheckRow.insert(
                    id=check_id,
                    person_id=person_id,
                    walk_id=walk_id,
                    item=item,
                    checked=1,
                    recorder=recorder,
                    **columns("entered", at),
                )
            )
        return check_id

    @reads
    def find(self, person_id: str, walk_id: str | None, item: PostureItem) -> str | None:
        """Return the id of a line that was touched, or None."""
        return self._find(person_id, walk_id, item)

    @reads
    def answer(self, check_id: str) -> bool | None:
        """Return what a line says; None if it is as if never touched."""
        row = self._db.one(CheckRow.select().where(CheckRow.id == check_id))
        if row is None or row["deleted_at"] is not None:
            return None
        return bool(row["checked"])

    @writes
    def put(self, check_id: str, answer: bool | None, at: Moment) -> None:  # noqa: FBT001 - see tick
        """Make a line say yes or no, or (None) be as if never touched; LookupError if gone."""
        if self._db.one(CheckRow.select().where(CheckRow.id == check_id)) is None:
            raise LookupError(check_id)
        values = (
            {"deleted_at": at.ms}
            if answer is None
            else {
                "deleted_at": None,
                "checked": int(answer),
            }
        )
        self._db.execute(CheckRow.update(**values).where(CheckRow.id == check_id))

    @reads
    def ticked(self, walk_id: str) -> frozenset[PostureItem]:
        """Return the lines ticked for a walk."""
        return self._items(_live(walk_id))

    @reads
    def answers(self, walk_id: str) -> dict[PostureItem, bool]:
        """Return what every line says that was touched for a walk."""
        rows = self._db.dicts(_live(walk_id))
        return {PostureItem(row["item"]): bool(row["checked"]) for row in rows}

    @reads
    def waiting(self, person_id: str, since_ms: int) -> frozenset[PostureItem]:
        """Return the lines ticked before a walk, not longer ago than `since`."""
        query = _live(None).where(CheckRow.person_id == person_id, _touched >= since_ms)
        return self._items(query)

    @writes
    def adopt(self, person_id: str, walk_id: str, since_ms: int) -> None:
        """Make what waits the checklist of a walk, and forget what waited longer."""
        waiting = (CheckRow.person_id == person_id) & CheckRow.walk_id.is_null()
        self._db.execute(CheckRow.delete().where(waiting, _touched < since_ms))
        self._db.execute(CheckRow.update(walk_id=walk_id).where(waiting))

    def _find(self, person_id: str, walk_id: str | None, item: PostureItem) -> str | None:
        row = self._db.one(
            _live(walk_id).where(CheckRow.person_id == person_id, CheckRow.item == item)
        )
        return None if row is None else row["id"]

    def _items(self, query: "ModelSelect[CheckRow]") -> frozenset[PostureItem]:
        rows = self._db.dicts(query.where(CheckRow.checked == 1))
        return frozenset(PostureItem(row["item"]) for row in rows)


def _live(walk_id: str | None) -> "ModelSelect[CheckRow]":
    of_walk = CheckRow.walk_id.is_null() if walk_id is None else CheckRow.walk_id == walk_id
    return CheckRow.select().where(of_walk, CheckRow.deleted_at.is_null())
