"""Room for pauses, days, changes, and guesses that no sum may take for answers.

`walk.timed` is 0 where only the day is known; the start is noon then. `walk.pauses` holds from-to
in milliseconds after the start, parted by blanks. `edit` keeps what a record said before and
after a change, as JSON. A `day_mark` of one day ends on the day it begins; a flare-up that goes on
has no last day.
"""

STATEMENTS = (
    "ALTER TABLE walk ADD COLUMN timed INTEGER NOT NULL DEFAULT 1 CHECK (timed IN (0, 1))",
    "ALTER TABLE walk ADD COLUMN pauses TEXT NOT NULL DEFAULT ''",
    """
    CREATE INDEX walk_newest ON walk (start_at, person_id, start_offset)
        WHERE state = 'done' AND deleted_at IS NULL AND timed = 1
    """,
    "ALTER TABLE day_total ADD COLUMN guess_before_sum INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE day_total ADD COLUMN guess_before_count INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE day_total ADD COLUMN guess_after_sum INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE day_total ADD COLUMN guess_after_count INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE day_total ADD COLUMN guess_sum INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE day_total ADD COLUMN guess_count INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE day_mark (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL CHECK (kind IN ('no_walk', 'flare_up', 'excused')),
        first_day INTEGER NOT NULL,
        last_day INTEGER,
        note TEXT NOT NULL CHECK (length(note) <= 10000),
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        deleted_at INTEGER,
        CHECK (last_day >= first_day),
        CHECK (kind = 'flare_up' OR last_day IS first_day)
    ) STRICT
    """,
    """
    CREATE INDEX mark_by_day ON day_mark (person_id, first_day, last_day)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX one_mark_a_day ON day_mark (person_id, first_day, kind)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX one_open_flare_up ON day_mark (person_id)
        WHERE last_day IS NULL AND deleted_at IS NULL
    """,
    """
    CREATE TABLE edit (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        record_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('edited', 'cut', 'split', 'merged', 'moved')),
        was TEXT NOT NULL,
        now TEXT NOT NULL,
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX edit_of_record ON edit (record_id, entered_at)",
)
