"""``walktrack export``: the same files as from the window, for scripts and for the terminal."""

import argparse
import io
import locale
import sys
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from walktrack import paths
from walktrack.cli import STANDARD_OUTPUT
from walktrack.cli.reports import DONE, CannotError, diary_sentence, look_for, refuse
from walktrack.cli.whose import find_person
from walktrack.clock import SystemClock
from walktrack.domain.faults import DiaryError
from walktrack.domain.period import Period, Range
from walktrack.domain.person import Person
from walktrack.exchange.columns import What
from walktrack.exchange.csv_out import ENCODING
from walktrack.exchange.style import CsvStyle
from walktrack.exchange.whole import NotWrittenError, Trouble
from walktrack.services.export import ExportService, Order
from walktrack.services.opening import open_diary
from walktrack.services.person_ways import chosen_in
from walktrack.storage.diary import Diary


def run(asked: argparse.Namespace) -> int:
    """Write the export that was asked for; return 0, or 3 after a sentence on standard error."""
    try:
        said = _export(asked)
    except CannotError as error:
        return refuse(str(error))
    except DiaryError as error:
        return refuse(diary_sentence(error))
    except NotWrittenError as error:
        return refuse(_target_sentence(error))
    if said:
        sys.stdout.write(f"{said}\n")
    return DONE


def _export(asked: argparse.Namespace) -> str:
    first, until = _day(asked.first), _day(asked.until)
    path = paths.data_dir(asked.data_dir) / paths.DIARY
    look_for(path)
    with closing(open_diary(path, SystemClock())) as diary:
        export = ExportService(diary, SystemClock())
        person = _whose(diary, asked.person)
        whole = export.period(person.id, Range(asked.last or Range.ALL))
        period = _period(whole, first, until)
        order = Order(What(asked.what), person.id, period, _style(asked.style))
        if asked.out == STANDARD_OUTPUT:
            _pour(export, order)
            return ""
        written = export.write(order, Path(asked.out), lambda _done, _total: True)
    return f"Saved {written.rows} rows in {written.path}." if written else ""


def _whose(diary: Diary, name: str | None) -> Person:
    """Return the person of this name, archived or not; without a name whose diary is open."""
    if name is not None:
        return find_person(diary.people.all(), name)
    chosen = chosen_in(diary)
    if chosen is None:
        message = "There is nothing in the diary yet."
        raise CannotError(message)
    return chosen


def _pour(export: ExportService, order: Order) -> None:
    sys.stdout.flush()
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding=ENCODING, newline="")
    try:
        export.stream(order, stream)
        stream.flush()
    except OSError as error:
        message = "The rows could not all be written to standard output."
        raise CannotError(message) from error
    finally:
        with suppress(OSError):
            stream.detach()


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f'"{text}" is not a date. Please write it like 2026-11-22.'
        raise CannotError(message) from error


def _period(whole: Period, first: date | None, until: date | None) -> Period:
    start = first or min(whole.first, until or whole.first)
    end = until or whole.last
    if end < start:
        message = f"The first day, {start}, is after the last day, {end}."
        raise CannotError(message)
    return Period(start, end)


def _style(choice: str) -> CsvStyle:
    if choice != "auto":
        return CsvStyle(choice)
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        return CsvStyle.of_country(str(locale.localeconv()["decimal_point"]))
    except locale.Error:  # a country this computer knows nothing about
        return CsvStyle.COMMA
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def _target_sentence(error: NotWrittenError) -> str:
    reason = {
        Trouble.FULL: "The disk is full.",
        Trouble.NOT_ALLOWED: f"You may not write to {error.path.absolute().parent}.",
        Trouble.NO_FOLDER: f"There is no folder {error.path.absolute().parent}.",
        Trouble.TAKEN: f"Something else is already at {error.path}.",
        Trouble.BAD_NAME: "A file cannot have that name.",
        Trouble.OTHER: f"The disk would not take {error.path}.",
    }[error.trouble]
    return f"{reason} Nothing was saved."
