"""Room for warning signs: each time the list was answered, and what is asked once of a person.

`signs` holds the codes that were ticked, parted by blanks; each begins with the letter of its
level. Without any, nothing was ticked and there is no level. `day` is the local date of
`shown_at`. `person.conditions` is empty (NULL) until the question is answered.
`person.signs_later_at` is when the list was last put off.
"""

STATEMENTS = (
    "ALTER TABLE person ADD COLUMN conditions TEXT",
    "ALTER TABLE person ADD COLUMN signs_later_at INTEGER",
    """
    CREATE TABLE sign_check (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        moment TEXT NOT NULL,
        signs TEXT NOT NULL,
        level TEXT CHECK (level IN ('emergency', 'doctor', 'pause')),
        text_version INTEGER NOT NULL CHECK (text_version > 0),
        shown_at INTEGER NOT NULL,
        shown_offset INTEGER NOT NULL,
        day INTEGER NOT NULL,
        read_at INTEGER,
        read_offset INTEGER,
        resolved_at INTEGER,
        resolved_offset INTEGER,
        resolution TEXT CHECK (resolution IN ('checked', 'mistake')),
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        deleted_at INTEGER,
        CHECK (level IS CASE
            WHEN instr(signs, 'E') > 0 THEN 'emergency'
            WHEN instr(signs, 'S') > 0 THEN 'doctor'
            WHEN instr(signs, 'P') > 0 THEN 'pause' END),
        CHECK ((read_at IS NULL) = (read_offset IS NULL)),
        CHECK ((resolved_at IS NULL) = (resolved_offset IS NULL)),
        CHECK ((resolved_at IS NULL) = (resolution IS NULL))
    ) STRICT
    """,
    """
    CREATE INDEX sign_check_by_day ON sign_check (person_id, day, shown_at)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX sign_check_open ON sign_check (person_id, shown_at)
        WHERE deleted_at IS NULL AND resolved_at IS NULL AND level IN ('emergency', 'doctor')
    """,
)
