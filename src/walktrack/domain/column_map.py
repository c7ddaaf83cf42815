"""What a person says about a table of another program: its rows, its columns and how they read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from walktrack.domain.pain import PainMoment


class Rows(StrEnum):
    """What each row of a table is."""

    WALKS = "walks"
    RATINGS = "ratings"


class Field(StrEnum):
    """What a column can be. DATE may hold the time of day too; START and TIME are its time."""

    DATE = "date"
    START = "start"
    END = "end"
    MINUTES = "minutes"
    PAIN_BEFORE = "pain_before"
    PAIN_AFTER = "pain_after"
    TIME = "time"
    PAIN = "pain"
    MOMENT = "moment"
    NOTE = "note"


FIELDS = {
    Rows.WALKS: (
        Field.DATE, Field.START, Field.END, Field.MINUTES, Field.PAIN_BEFORE, Field.PAIN_AFTER,
        Field.NOTE,
    ),
    Rows.RATINGS: (Field.DATE, Field.TIME, Field.PAIN, Field.MOMENT, Field.NOTE),
}  # fmt: skip
"""The fields that rows of each kind have, in the order in which they are asked for."""

PAIN_FIELDS = (Field.PAIN_BEFORE, Field.PAIN_AFTER, Field.PAIN)


class DateOrder(StrEnum):
    """In which order a date of three numbers is written."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Unit(StrEnum):
    """How a length of time is written; one with its unit behind it is read in any case."""

    MINUTES = "minutes"
    HOURS = "hours"
    SECONDS = "seconds"
    HOURS_MINUTES = "h:mm"
    MINUTES_SECONDS = "m:ss"


class Scale(StrEnum):
    """The pain scale of a table. HUNDRED is divided by ten and rounded."""

    TEN = "10"
    HUNDRED = "100"

    @property
    def highest(self) -> int:
        """The highest number on it."""
        return int(self.value)


class Letters(StrEnum):
    """How letters are stored in a file."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    WINDOWS = "windows"


class Separator(StrEnum):
    """What stands between two columns."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"
    PIPE = "pipe"

    @property
    def sign(self) -> str:
        """The sign itself."""
        return {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}[self.value]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the text of a table is written. None is still to be found out from the file itself.

    `named` says whether the first line of the table holds the names of its columns.
    """

    letters: Letters | None = None
    separator: Separator | None = None
    named: bool | None = None


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the rows of a table are, and where what stands, as numbers of columns from 0.

    `order` and `unit` are None as long as nobody has said and the table does not tell. `moment`
    is what ratings are about of which no column says it; `decimal` is the decimal sign.
    """

    rows: Rows
    columns: Mapping[Field, int] = field(default_factory=lambda: MappingProxyType({}))
    order: DateOrder | None = None
    unit: Unit | None = Unit.MINUTES
    decimal: str = "."
    moment: PainMoment = PainMoment.OTHER
    scale: Scale = Scale.TEN


class Lack(StrEnum):
    """What has still to be said before rows can be read."""

    DATE = "date"
    LENGTH = "length"
    PAIN = "pain"
    ORDER = "order"
    UNIT = "unit"
    TWICE = "twice"


def lacks(plan: ColumnMap) -> Lack | None:
    """Return the first thing that has still to be said, or None."""
    columns = plan.columns
    if Field.DATE not in columns:
        return Lack.DATE
    if plan.rows is Rows.WALKS and not {Field.MINUTES, Field.END} & columns.keys():
        return Lack.LENGTH
    if plan.rows is Rows.RATINGS and Field.PAIN not in columns:
        return Lack.PAIN
    # One column with both date and time may stand for the date and for the start.
    apart = [at for what, at in columns.items() if what not in {Field.START, Field.TIME}]
    if len(set(apart)) < len(apart):
        return Lack.TWICE
    if plan.order is None:
        return Lack.ORDER
    if plan.unit is None and Field.MINUTES in columns:
        return Lack.UNIT
    return None
