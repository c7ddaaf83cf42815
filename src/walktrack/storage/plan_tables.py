"""The tables of what a person means to do: plans with their steps, and reminders."""

from peewee import IntegerField, TextField

from walktrack.storage.tables import Row


class PlanRow(Row):
    """A plan, with the numbers it goes by."""

    id = TextField(primary_key=True)
    person_id = TextField()
    first_day = IntegerField()
    last_day = IntegerField(null=True)
    start = TextField()
    numbers = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()
    edited_at = IntegerField(null=True)
    edited_offset = IntegerField(null=True)

    class Meta:
        """Its name in the schema."""

        table_name = "plan"


class StepRow(Row):
    """A step of a plan: what was proposed and chosen, and where the plan stands then."""

    id = TextField(primary_key=True)
    plan_id = TextField()
    person_id = TextField()
    number = IntegerField()
    first_day = IntegerField()
    week = IntegerField(null=True)
    rule = TextField()
    choice = TextField()
    state = TextField()
    numbers = TextField()
    recorder = TextField()
    entered_at = IntegerField()
    entered_offset = IntegerField()

    class Meta:
        """Its name in the schema."""

        table_name = "plan_step"


class ReminderRow(Row):
    """A reminder as a person set it, and what came of it since."""

    id = TextField(primary_key=True)
    person_id = TextField()
    about = TextField()
    is_on = IntegerField()
    weekdays = IntegerField()
    minute = IntegerField()
    set_at = IntegerField()
    set_offset = IntegerField()
    shown_day = IntegerField(null=True)
    again_at = IntegerField(null=True)
    unused = IntegerField()

    class Meta:
        """Its name in the schema."""

        table_name = "reminder"
