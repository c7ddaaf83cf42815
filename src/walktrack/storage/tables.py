"""The tables as peewee sees them; the schema itself is written in the migrations.

No model is bound to a database: each query is run on the one that is open.
"""

from typing import Any, Self

from peewee import SQL, IntegerField, Model, ModelSelect, TextField

from walktrack.domain.moment import Moment


class Row(Model):
    """What all tables have in common."""

    @classmethod
    def select(cls, *fields: object) -> "ModelSelect[Self]":  # pyright: ignore[reportIncompatibleMethodOverride]  peewee says: of any model
        """Ask for these columns, or for all.

        Rows are read by the names SQLite gives with them. A star says the same as the list of all
        columns, and peewee would spend longer on writing the list than SQLite on the answer.
        """
        return super().select(*(fields or (SQL("*"),)))


class PersonRow(Row):
    """A walker."""

    id = TextField(primary_key=True)
    name = TextField()
    colour = TextField()
    initials = TextField()
    birth_year = IntegerField(null=True)
    ten_anchor = TextField()
    contacts = TextField()
    goal_minutes = IntegerField(null=True)
    archived = IntegerField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "person"


class WalkRow(Row):
    """A walk, running or done; `day` is the local date of its start."""

    id = TextField(primary_key=True)
    person_id = TextField()
    start_at = IntegerField()
    start_offset = IntegerField()
    end_at = IntegerField(null=True)
    end_offset = IntegerField(null=True)
    day = IntegerField()
    walked_ms = IntegerField()
    state = TextField()
    source = TextField()
    target_minutes = IntegerField(null=True)
    kind = TextField(null=True)
    surface = TextField(null=True)
    company = TextField(null=True)
    effort = TextField(null=True)
    stopped_for_pain = IntegerField(null=True)
    warm_up = IntegerField(null=True)
    cool_down = IntegerField(null=True)
    note = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)
    timed = IntegerField()
    pauses = TextField()

    class Meta:
        """Its name in the schema."""

        table_name = "walk"


class EventRow(Row):
    """Something that happened to a walk, with all clocks; only ever added."""

    id = IntegerField(primary_key=True)
    walk_id = TextField()
    kind = TextField()
    doubt = TextField(null=True)
    wall_at = IntegerField()
    wall_offset = IntegerField()
    boot_ms = IntegerField()
    awake_ms = IntegerField()
    boot = TextField()

    class Meta:
        """Its name in the schema."""

        table_name = "walk_event"


class RatingRow(Row):
    """A pain rating, of a walk or by itself; `day` is the local date it was given for."""

    id = TextField(primary_key=True)
    person_id = TextField()
    walk_id = TextField(null=True)
    moment = TextField()
    rated_at = IntegerField()
    rated_offset = IntegerField()
    day = IntegerField()
    value = IntegerField()
    walked_ms = IntegerField(null=True)
    places = TextField()
    qualities = TextField()
    reporter = TextField()
    note = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "pain_rating"


class CheckRow(Row):
    """One line of the posture checklist that was touched, of a walk or waiting for one."""

    id = TextField(primary_key=True)
    person_id = TextField()
    walk_id = TextField(null=True)
    item = TextField()
    checked = IntegerField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "posture_check"


class MarkRow(Row):
    """What is said about a day, or about the days from one to another."""

    id = TextField(primary_key=True)
    person_id = TextField()
    kind = TextField()
    first_day = IntegerField()
    last_day = IntegerField(null=True)
    note = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "day_mark"


class InterferenceRow(Row):
    """How much pain got in the way of a day."""

    id = TextField(primary_key=True)
    person_id = TextField()
    day = IntegerField()
    value = IntegerField()
    reporter = TextField()
    note = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "interference"


class SignCheckRow(Row):
    """The list of warning signs as it was answered once; `day` is the local date of that."""

    id = TextField(primary_key=True)
    person_id = TextField()
    moment = TextField()
    signs = TextField()
    level = TextField(null=True)
    text_version = IntegerField()
    shown_at = IntegerField()
    shown_offset = IntegerField()
    day = IntegerField()
    read_at = IntegerField(null=True)
    read_offset = IntegerField(null=True)
    resolved_at = IntegerField(null=True)
    resolved_offset = IntegerField(null=True)
    resolution = TextField(null=True)
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)
    deleted_at = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "sign_check"


class EditRow(Row):
    """What a record said before and after it was changed, by whom and when."""

    id = TextField(primary_key=True)
    person_id = TextField()
    record_id = TextField()
    kind = TextField()
    was = TextField()
    now = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()

    class Meta:
        """Its name in the schema."""

        table_name = "edit"


class SettingRow(Row):
    """A choice about the program."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        """Its name in the schema."""

        table_name = "setting"


def moment(row: dict[str, Any], name: str) -> Moment:
    """Return the moment held in the two columns `<name>_at` and `<name>_offset`."""
    return Moment(row[f"{name}_at"], row[f"{name}_offset"])


def moment_or_none(row: dict[str, Any], name: str) -> Moment | None:
    """Return the moment held in two columns, or None if they are empty."""
    return None if row[f"{name}_at"] is None else moment(row, name)


def columns(name: str, when: Moment | None) -> dict[str, int | None]:
    """Return the two columns that hold a moment; the inverse of `moment_or_none`."""
    return {
        f"{name}_at": None if when is None else when.ms,
        f"{name}_offset": None if when is None else when.offset,
    }
