"""The first schema: people, walks with their events, ratings, posture, day totals, settings.

All times are UTC milliseconds with the offset (minutes east) the person's clock had; `day` is
the local date as days since 1970-01-01. `recorder` is empty for the person's own hand.
"""

STATEMENTS = (
    """
    CREATE TABLE person (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        colour TEXT NOT NULL,
        initials TEXT NOT NULL,
        birth_year INTEGER CHECK (birth_year BETWEEN 1880 AND 2200),
        ten_anchor TEXT NOT NULL,
        contacts TEXT NOT NULL,
        goal_minutes INTEGER CHECK (goal_minutes BETWEEN 1 AND 600),
        archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        deleted_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE walk (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        start_at INTEGER NOT NULL,
        start_offset INTEGER NOT NULL,
        end_at INTEGER,
        end_offset INTEGER,
        day INTEGER NOT NULL,
        walked_ms INTEGER NOT NULL CHECK (walked_ms >= 0),
        state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'review', 'done')),
        source TEXT NOT NULL CHECK (source IN ('timer', 'typed', 'file')),
        target_minutes INTEGER CHECK (target_minutes BETWEEN 1 AND 600),
        kind TEXT,
        surface TEXT,
        company TEXT,
        effort TEXT CHECK (effort IN ('easy', 'ok', 'hard')),
        stopped_for_pain INTEGER CHECK (stopped_for_pain IN (0, 1)),
        warm_up INTEGER CHECK (warm_up IN (0, 1)),
        cool_down INTEGER CHECK (cool_down IN (0, 1)),
        note TEXT NOT NULL CHECK (length(note) <= 10000),
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        deleted_at INTEGER,
        CHECK ((state = 'done') = (end_at IS NOT NULL)),
        CHECK ((end_at IS NULL) = (end_offset IS NULL)),
        CHECK (end_at IS NULL OR end_at >= start_at)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX one_open_walk ON walk (person_id)
        WHERE state <> 'done' AND deleted_at IS NULL
    """,
    """
    CREATE INDEX walk_by_day ON walk (person_id, day, start_at, walked_ms)
        WHERE state = 'done' AND deleted_at IS NULL
    """,
    """
    CREATE INDEX walk_by_start ON walk (person_id, start_at, end_at, day)
        WHERE state = 'done' AND deleted_at IS NULL
    """,
    """
    CREATE TABLE walk_event (
        id INTEGER PRIMARY KEY,
        walk_id TEXT NOT NULL REFERENCES walk (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL CHECK (kind IN ('start', 'pause', 'resume', 'heartbeat', 'left',
            'review', 'keep', 'drop', 'finish')),
        doubt TEXT CHECK (doubt IN ('sleep', 'crash', 'long', 'aside')),
        wall_at INTEGER NOT NULL,
        wall_offset INTEGER NOT NULL,
        boot_ms INTEGER NOT NULL,
        awake_ms INTEGER NOT NULL,
        boot TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX event_of_walk ON walk_event (walk_id, id)",
    """
    CREATE TABLE pain_rating (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        walk_id TEXT REFERENCES walk (id) ON DELETE RESTRICT,
        moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'next_morning',
            'day_average', 'other')),
        rated_at INTEGER NOT NULL,
        rated_offset INTEGER NOT NULL,
        day INTEGER NOT NULL,
        value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
        walked_ms INTEGER CHECK (walked_ms >= 0),
        places TEXT NOT NULL,
        qualities TEXT NOT NULL,
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
    "CREATE INDEX rating_of_walk ON pain_rating (walk_id, moment, value, deleted_at)",
    """
    CREATE INDEX rating_by_day ON pain_rating (person_id, day, rated_at)
        WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX rating_alone ON pain_rating (person_id, rated_at, day)
        WHERE deleted_at IS NULL AND walk_id IS NULL
    """,
    """
    CREATE UNIQUE INDEX one_answer_a_walk ON pain_rating (walk_id, moment)
        WHERE walk_id IS NOT NULL AND moment IN ('before', 'after') AND deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX one_answer_a_day ON pain_rating (person_id, day, moment)
        WHERE moment IN ('next_morning', 'day_average') AND deleted_at IS NULL
    """,
    """
    CREATE TABLE posture_check (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        walk_id TEXT REFERENCES walk (id) ON DELETE RESTRICT,
        item TEXT NOT NULL,
        checked INTEGER NOT NULL CHECK (checked IN (0, 1)),
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        deleted_at INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX one_check_a_walk ON posture_check (walk_id, item)
        WHERE walk_id IS NOT NULL AND deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX one_check_waiting ON posture_check (person_id, item)
        WHERE walk_id IS NULL AND deleted_at IS NULL
    """,
    """
    CREATE TABLE day_total (
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        day INTEGER NOT NULL,
        walks INTEGER NOT NULL,
        walked_ms INTEGER NOT NULL,
        before_sum INTEGER NOT NULL,
        before_count INTEGER NOT NULL,
        after_sum INTEGER NOT NULL,
        after_count INTEGER NOT NULL,
        pain_sum INTEGER NOT NULL,
        pain_count INTEGER NOT NULL,
        PRIMARY KEY (person_id, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE month_walks (
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        month INTEGER NOT NULL,
        minutes INTEGER NOT NULL,
        change INTEGER NOT NULL CHECK (change BETWEEN -10 AND 11),
        walks INTEGER NOT NULL,
        PRIMARY KEY (person_id, month, minutes, change)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
