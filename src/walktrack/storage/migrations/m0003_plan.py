"""Room for plans.

`plan.numbers` holds the numbers a plan goes by, `plan_step.state` where it stands after a step and
`plan_step.numbers` those of the step's reason, each as JSON. `plan_step.week` is empty for what
was said between two reviews. A plan that goes on has no last day.
"""

STATEMENTS = (
    """
    CREATE TABLE plan (
        id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        first_day INTEGER NOT NULL,
        last_day INTEGER,
        start TEXT NOT NULL CHECK (start IN ('usual', 'gentle', 'measured')),
        numbers TEXT NOT NULL,
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL,
        edited_at INTEGER,
        edited_offset INTEGER,
        CHECK (last_day >= first_day)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX one_open_plan ON plan (person_id) WHERE last_day IS NULL",
    """
    CREATE TABLE plan_step (
        id TEXT PRIMARY KEY,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE RESTRICT,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        number INTEGER NOT NULL,
        first_day INTEGER NOT NULL,
        week INTEGER,
        rule TEXT NOT NULL CHECK (rule IN (
            'R1', 'R2', 'R2b', 'R3', 'R4', 'R4b', 'R5', 'R6', 'R7', 'R7b', 'R8', 'R9', 'R10',
            'R10b', 'R11', 'R12', 'begun', 'held', 'back', 'own', 'clinician'
        )),
        choice TEXT NOT NULL CHECK (choice IN (
            'unanswered', 'accepted', 'kept', 'stepped back', 'own', 'clinician'
        )),
        state TEXT NOT NULL,
        numbers TEXT NOT NULL,
        recorder TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_offset INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX step_of_plan ON plan_step (plan_id, number)",
)
