"""Room for reminders: one of each kind for a person, once it was set.

`reminder.weekdays` has one bit for each day of the week, the lowest for Monday, and `minute` counts
from midnight by the clock on the wall. `shown_day` is the local date it was last shown on,
`again_at` when it comes again that day, and `unused` on how many days running it was of no use.
"""

STATEMENTS = (
    """
    CREATE TABLE reminder (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        about TEXT NOT NULL CHECK (about IN ('walk', 'morning', 'evening')),
        is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
        weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
        minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
        set_at INTEGER NOT NULL,
        set_offset INTEGER NOT NULL,
        shown_day INTEGER,
        again_at INTEGER,
        unused INTEGER NOT NULL DEFAULT 0 CHECK (unused >= 0)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX one_reminder_of_a_kind ON reminder (person_id, about)",
)
