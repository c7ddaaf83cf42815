"""What ``walktrack import`` is told about a table of another program, and what it still asks."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from walktrack.cli.reports import CannotError
from walktrack.domain.column_map import (
    FIELDS,
    ColumnMap,
    DateOrder,
    Dialect,
    Field,
    Lack,
    Letters,
    Rows,
    Scale,
    Separator,
    Unit,
    lacks,
)
from walktrack.domain.pain import PainMoment
from walktrack.exchange.foreign.sheet import letter_of
from walktrack.services.tables import Table, Tables

_MOMENTS = {"time": PainMoment.OTHER, "day": PainMoment.DAY_AVERAGE}
_DECIMALS = {"point": ".", "comma": ","}
_EXAMPLES = {
    Lack.DATE: "--map date=COLUMN",
    Lack.LENGTH: "--map minutes=COLUMN, or --map end=COLUMN",
    Lack.PAIN: "--map pain=COLUMN",
    Lack.UNIT: "--unit minutes, or hours, seconds, h:mm or m:ss",
    Lack.TWICE: "--map with each column once",
}


def is_told(asked: argparse.Namespace) -> bool:
    """Say whether anything was said that only a table of another program needs."""
    said = (
        asked.rows, asked.map, asked.dates, asked.unit, asked.separator, asked.letters,
        asked.decimal, asked.moment, asked.scale, asked.no_names,
    )  # fmt: skip
    return any(said)


def table_and_plan(tables: Tables, asked: argparse.Namespace) -> tuple[Table, ColumnMap]:
    """Return the table in the one file that was given, and how to read it.

    CannotError, with what to add to the command, if that is not settled. BadFileError if the
    file holds no table of walks or ratings.
    """
    if len(asked.files) != 1:
        message = "Give the file of another program alone, without others."
        raise CannotError(message)
    table = tables.open(Path(asked.files[0]), _dialect(asked))
    guess = tables.of_rows(table, Rows(asked.rows)) if asked.rows else table.guess
    said = _mapped(asked.map or [], table.sheet.names, guess.plan.rows)
    both = {**guess.plan.columns, **said}
    columns = {field: at for field, at in both.items() if at is not None}
    guess = tables.fit(table, replace(guess.plan, columns=MappingProxyType(columns)))
    plan = _told(guess.plan, asked)
    lack = lacks(plan)
    if lack is Lack.ORDER:
        orders = " or ".join(f"--dates {order}" for order in guess.orders)
        message = f"Nothing settles how a date such as {guess.example} is meant. Add {orders}."
        raise CannotError(message)
    if lack:
        names = ", ".join(table.sheet.names)
        message = f"It is not clear how to read {table.sheet.path}. Add {_EXAMPLES[lack]}."
        raise CannotError(f"{message} Its columns: {names}.")
    return table, plan


def plan_words(table: Table, plan: ColumnMap) -> str:
    """Return how a table is read, as options that say the same."""
    names = table.sheet.names
    pairs = ",".join(f"{field}={names[plan.columns[field]]}" for field in FIELDS[plan.rows]
                     if field in plan.columns)  # fmt: skip
    words = f"Read with --as {plan.rows} --map {pairs} --dates {plan.order}"
    if Field.MINUTES in plan.columns:
        words += f" --unit {plan.unit}"
    unused = [name for at, name in enumerate(names) if at not in plan.columns.values()]
    left_out = f" These columns stay out: {', '.join(unused)}." if unused else ""
    return f"{words}.{left_out}"


def _dialect(asked: argparse.Namespace) -> Dialect:
    return Dialect(
        Letters(asked.letters) if asked.letters else None,
        Separator(asked.separator) if asked.separator else None,
        False if asked.no_names else None,
    )


def _told(plan: ColumnMap, asked: argparse.Namespace) -> ColumnMap:
    if asked.dates:
        plan = replace(plan, order=DateOrder(asked.dates))
    if asked.unit:
        plan = replace(plan, unit=Unit(asked.unit))
    if asked.decimal:
        plan = replace(plan, decimal=_DECIMALS[asked.decimal])
    if asked.moment:
        plan = replace(plan, moment=_MOMENTS[asked.moment])
    return replace(plan, scale=Scale(asked.scale)) if asked.scale else plan


def _mapped(said: Sequence[str], names: Sequence[str], rows: Rows) -> dict[Field, int | None]:
    """Return the columns of ``date=Date,minutes=Duration``; a name may hold commas itself.

    ``note=`` says that there is none.
    """
    known = "|".join(FIELDS[rows])
    found: dict[Field, int | None] = {}
    for text in said:
        for part in re.split(rf",(?=(?:{known})=)", text):
            field, sign, name = part.partition("=")
            if not sign or field not in FIELDS[rows]:
                fields = ", ".join(FIELDS[rows])
                message = f"--map cannot take {part}. For {rows} it takes {fields}."
                raise CannotError(message)
            found[Field(field)] = _column(name, names) if name else None
    return found


def _column(name: str, names: Sequence[str]) -> int:
    """Return the column of a name, or else of a number from 1 or a spreadsheet's letter."""
    folded = [each.casefold() for each in names]
    if name.casefold() in folded:
        return folded.index(name.casefold())
    places = [str(at + 1) for at in range(len(names))]
    letters = [letter_of(at) for at in range(len(names))]
    for ways in (places, letters):
        if name.upper() in ways:
            return ways.index(name.upper())
    message = f"There is no column {name}. There are: {', '.join(names)}."
    raise CannotError(message)
