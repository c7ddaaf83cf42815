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
    def tick(
        self,
        person_id: str,
        walk_id: str | None,
        item: PostureItem,
        checked: bool,  # noqa: FBT001 - called with all five in order, as the checklist does
        at: Moment,
    ) -> None:
        """Tick a line, or take the tick back; without a walk it waits for one.

        A line unticked again stays known as "no"; one never touched has no row.
        """
        of_walk = _live(walk_id).where(CheckRow.person_id == person_id, CheckRow.item == item)
        row = self._db.one(of_walk)
        if row is not None:
            values = {"checked": int(checked), **columns("edited", at)}
            self._db.execute(CheckRow.update(**values).where(CheckRow.id == row["id"]))
        elif checked:
            self._db.execute(
                CheckRow.insert(
                    id=str(uuid4()),
                    person_id=person_id,
                    walk_id=walk_id,
                    item=item,
                    checked=1,
                    recorder="",
                    **columns("entered", at),
                )
            )

    @reads
    def ticked(self, walk_id: str) -> frozenset[PostureItem]:
        """Return the lines ticked for a walk."""
        return self._items(_live(walk_id))

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

    def _items(self, query: "ModelSelect[CheckRow]") -> frozenset[PostureItem]:
        rows = self._db.dicts(query.where(CheckRow.checked == 1))
        return frozenset(PostureItem(row["item"]) for row in rows)


def _live(walk_id: str | None) -> "ModelSelect[CheckRow]":
    of_walk = CheckRow.walk_id.is_null() if walk_id is None else CheckRow.walk_id == walk_id
    return CheckRow.select().where(of_walk, CheckRow.deleted_at.is_null())
