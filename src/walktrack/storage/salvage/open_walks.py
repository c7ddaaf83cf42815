"""Lets a walk go on only if all that happened to it is still known; else it is done."""

from walktrack.domain.stopwatch import EventKind, NotPossibleError, Stopwatch
from walktrack.domain.walk import WalkState
from walktrack.storage.database import Database
from walktrack.storage.values import LATEST_MS
from walktrack.storage.walks import Walks

# Walked time is counted at every event but a sign of life, and so is known without them.
END_IT = f"""UPDATE walk SET state = 'done', end_at = min(start_at + walked_ms, {LATEST_MS}),
    end_offset = start_offset"""  # noqa: S608 - a constant


def finish_broken(db: Database) -> None:
    """End every open walk whose events do not lead to the state it is in."""
    walks = Walks(db)
    for walk_id, state in db.rows("SELECT id, state FROM walk WHERE state <> 'done'"):
        if _state(walks, walk_id) != state:
            db.execute_sql(f"{END_IT} WHERE id = ?", (walk_id,))


def _state(walks: Walks, walk_id: str) -> WalkState | None:
    events = walks.events(walk_id)
    if not events or events[0].kind is not EventKind.START:
        return None
    try:
        return Stopwatch.of(events).state
    except NotPossibleError:
        return None
