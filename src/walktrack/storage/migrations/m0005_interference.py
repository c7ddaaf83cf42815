"""Room for the second question of the evening: how much pain got in the way of a day.

It is no pain rating and has a table of its own, so that no sum of ratings can ever count it. A
day of a person has one answer at most.
"""

STATEMENTS = (
    """
    CREATE TABLE interference (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        day INTEGER NOT NULL,
        value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
        reporter TEXT NOT NULL CHECK (reporter IN ('self', 'told', 'guess')),
        note TEXT NOT NULL CHECK (length(note) <= 10000),
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        deleted_at INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX one_interference_a_day ON interference (person_id, day)
        WHERE deleted_at IS NULL
    """,
)
