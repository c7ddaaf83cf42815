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
from walktrack.clock import SystemClock
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.period import Period, Range
from walktrack.exchange.columns import What
from walktrack.exchange.csv_out import ENCODING
from walktrack.exchange.style import CsvStyle
from walktrack.exchange.whole import NotWrittenError, Trouble
from walktrack.services.export import ExportService, Order
from walktrack.services.opening import open_diary

DONE, TO_PUT_RIGHT = 0, 3


class _CannotError(Exception):
    """Something the person must put right; the message is the sentence to show."""


def run(asked: argparse.Namespace) -> int:
    """Write the export that was asked for; return 0, or 3 after a sentence on standard error."""
    try:
        said = _export(asked)
    except _CannotError as error:
        return _refuse(str(error))
    except DiaryError as error:
        return _refuse(_diary_sentence(error))
    except NotWrittenError as error:
        return _refuse(_target_sentence(error))
    if said:
        sys.stdout.write(f"{said}\n")
    return DONE


def _export(asked: argparse.Namespace) -> str:
    first, until = _day(asked.first), _day(asked.until)
    path = paths.data_dir(asked.data_dir) / paths.DIARY
    _look_for(path)
    with closing(open_diary(path, SystemClock())) as diary:
        export = ExportService(diary, SystemClock())
        people = [person for person in diary.people.all() if not person.archived]
        if not people:
            message = "There is nothing in the diary yet."
            raise _CannotError(message)
        whole = export.period(people[0].id, Range(asked.last or Range.ALL))
        period = _period(whole, first, until)
        order = Order(What(asked.what), people[0].id, period, _style(asked.style))
        if asked.out == STANDARD_OUTPUT:
            _pour(export, order)
            return ""
        written = export.write(order, Path(asked.out), lambda _done, _total: True)
    return f"Saved {written.rows} rows in {written.path}." if written else ""


def _look_for(path: Path) -> None:
    try:
        known = path.exists()
    except OSError as error:
        raise DiaryError(Fault.CANNOT_OPEN, path) from error
    if not known:
        message = f"There is no diary at {path}."
        raise _CannotError(message)


def _pour(export: ExportService, order: Order) -> None:
    sys.stdout.flush()
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding=ENCODING, newline="")
    try:
        export.stream(order, stream)
        stream.flush()
    except OSError as error:
        message = "The rows could not all be written to standard output."
        raise _CannotError(message) from error
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
        raise _CannotError(message) from error


def _period(whole: Period, first: date | None, until: date | None) -> Period:
    start = first or min(whole.first, until or whole.first)
    end = until or whole.last
    if end < start:
        message = f"The first day, {start}, is after the last day, {end}."
        raise _CannotError(message)
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


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"walktrack: {sentence}\n")
    return TO_PUT_RIGHT


def _diary_sentence(error: DiaryError) -> str:
    holder = f" ({error.holder})" if error.holder else ""
    return {
        Fault.FULL: "The disk of the diary is full. Please make some room on it.",
        Fault.READ_ONLY: f"The diary at {error.path} cannot be opened for writing.",
        Fault.CANNOT_OPEN: f"The diary at {error.path} cannot be opened.",
        Fault.NOT_A_DIARY: f"The file {error.path} is not a WalkTrack diary.",
        Fault.DAMAGED: f"The diary at {error.path} is damaged. Please keep the file as it is.",
        Fault.NEWER: "A newer WalkTrack wrote this diary. Please use that one.",
        Fault.BUSY: f"The diary is open already{holder}. Please close WalkTrack first.",
        Fault.MISSING: f"There is no diary at {error.path}.",
        Fault.OURS: f"The diary at {error.path} could not be read.",
    }[error.fault]


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
