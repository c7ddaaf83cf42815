"""What was changed about records, when and by whom."""

import json

from walktrack.domain.edit import Edit, EditKind, Said
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import EditRow, columns, moment


class Edits(Room):
    """Keeps changes as long as the record they are of."""

    @writes
    def add(self, edit: Edit) -> None:
        """Keep one change."""
        self._db.execute(
            EditRow.insert(
                id=edit.id,
                person_id=edit.person_id,
                record_id=edit.record_id,
                kind=edit.kind,
                was=_text(edit.was),
                now=_text(edit.now),
                recorder=edit.recorder,
                **columns("entered", edit.at),
            )
        )

    @writes
    def remove(self, edit_id: str) -> None:
        """Forget a change that was taken back; does nothing if it is not there."""
        self._db.execute(EditRow.delete().where(EditRow.id == edit_id))

    @reads
    def of(self, record_id: str) -> list[Edit]:
        """Return the changes of a record, the oldest first."""
        query = EditRow.select().where(EditRow.record_id == record_id)
        return [
            Edit(
                id=row["id"],
                person_id=row["person_id"],
                record_id=row["record_id"],
                kind=EditKind(row["kind"]),
                was=_said(row["was"]),
                now=_said(row["now"]),
                at=moment(row, "entered"),
                recorder=row["recorder"],
            )
            for row in self._db.dicts(query.order_by(EditRow.entered_at, EditRow.id))
        ]


def _text(said: Said) -> str:
    return json.dumps(dict(said), ensure_ascii=False, sort_keys=True)


def _said(text: str) -> Said:
    """Return what stands in a column; of a damaged one nothing, so that the rest can be shown."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(part): str(value) for part, value in found.items()}
