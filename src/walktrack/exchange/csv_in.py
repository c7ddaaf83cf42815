"""Reads the CSV files that WalkTrack writes, and refuses any other with its reason."""

import codecs
import csv
import errno
import io
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from unicodedata import category

from walktrack.domain.incoming import Why
from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.csv_out import BYTE_ORDER_MARK, ENCODING
from walktrack.exchange.style import CsvStyle

LARGEST_FILE = 20_000_000
MOST_ROWS = 200_000
_LONGEST_HEADER = 10_000

# What is worked out from other columns, or stands in the other files, may be missing.
_MAY_LACK = frozenset({
    "person", "date", "pain_before", "pain_during_max", "pain_after", "pain_next_morning",
    "pain_guessed", "posture_ticked", "posture_of", "time_known", "pauses", "places", "flare_up",
    "reason",
})  # fmt: skip
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD_WINDOWS = "cp1252"


class Bad(StrEnum):
    """Why a file cannot be read at all."""

    MISSING = "missing"
    NOT_ALLOWED = "not allowed"
    NO_FILE = "no file"
    NO_CSV_INSIDE = "a folder without CSV files"
    TOO_LARGE = "too large"
    TOO_MANY_ROWS = "too many rows"
    EMPTY = "empty"
    NO_TEXT = "no text"
    LETTERS = "unreadable letters"
    COLUMNS = "columns missing"
    TWICE = "a column twice"
    QUOTES = "quotes do not match"
    LONG = "a cell far too long"
    DAYS = "days alone"
    NO_TABLE = "no table of walks or ratings"
    POINTS = "the points of a track"
    SCALE = "another pain scale"
    OTHER = "other"


class BadFileError(Exception):
    """A file that cannot be read. `line` is where, or 0; `columns` are those at fault."""

    def __init__(
        self, bad: Bad, path: Path, *, line: int = 0, columns: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"{bad}: {path}")
        self.bad = bad
        self.path = path
        self.line = line
        self.columns = columns


_OF_ERRNO = {
    errno.ENOENT: Bad.MISSING,
    errno.ENOTDIR: Bad.MISSING,
    errno.EACCES: Bad.NOT_ALLOWED,
    errno.EPERM: Bad.NOT_ALLOWED,
    errno.EISDIR: Bad.NO_FILE,
    errno.ENAMETOOLONG: Bad.MISSING,
    errno.EINVAL: Bad.MISSING,
}


@dataclass(frozen=True, slots=True)
class RowIn:
    """One row. `number` is the line it begins on; `wrong` says why its cells mean nothing."""

    number: int
    cells: dict[str, str]
    wrong: Why | None = None


class CsvIn:
    """One CSV file, read into memory; BadFileError if it is none of ours.

    `lines` is how many it has, about. `old_letters` says that it was no UTF-8.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text, self.old_letters = _text_of(path)
        self.lines = self._text.count("\n") + 1
        self._names, self.style = self._header()
        self.what = self._kind()

    def rows(self) -> Iterator[RowIn]:
        """Yield the rows below the header; BadFileError if their quotes or their number are bad."""
        reader = csv.reader(self._stream(), delimiter=self.style.separator, strict=True)
        begun, count = 0, 0
        try:
            for cells in reader:
                number, begun = begun + 1, reader.line_num
                if number == 1 or not any(cells):
                    continue
                count += 1
                if count > MOST_ROWS:
                    raise BadFileError(Bad.TOO_MANY_ROWS, self.path, line=number)
                yield self._row(number, cells)
        except csv.Error as error:
            raise self._broken(error, begun + 1) from error

    def _row(self, number: int, cells: list[str]) -> RowIn:
        if _names(cells) == self._names:
            return RowIn(number, {}, Why.NAMES)
        if len(cells) < len(self._names) or any(cells[len(self._names) :]):
            return RowIn(number, {}, Why.CELLS)
        return RowIn(number, dict(zip(self._names, cells, strict=False)))

    def _header(self) -> tuple[list[str], CsvStyle]:
        """Return the names of the columns, and the style in which most of them are ours."""
        known = {column.name for columns in COLUMNS.values() for column in columns}
        if any(category(letter) == "Cc" for letter in self._first_line()):
            raise BadFileError(Bad.NO_TEXT, self.path)
        found: list[tuple[int, list[str], CsvStyle]] = []
        for style in CsvStyle:
            try:
                reader = csv.reader(self._stream(), delimiter=style.separator, strict=True)
                names = _names(next(reader, []))
            except csv.Error as error:
                raise self._broken(error, 1) from error
            found.append((len(known & set(names)), names, style))
        _, names, style = max(found, key=lambda each: each[0])
        twice = sorted({name for name in names if name in known and names.count(name) > 1})
        if twice:
            raise BadFileError(Bad.TWICE, self.path, line=1, columns=tuple(twice))
        return names, style

    def _kind(self) -> What:
        """Return which file it is: the one of whose columns it lacks the smallest part."""
        lacking = {
            what: [c.name for c in columns if c.name not in self._names and c.name not in _MAY_LACK]
            for what, columns in COLUMNS.items()
        }
        if not lacking[What.DAYS] and "id" not in self._names:
            return What.DAYS
        del lacking[What.DAYS]
        what = min(lacking, key=lambda each: len(lacking[each]) / len(COLUMNS[each]))
        if lacking[what]:
            raise BadFileError(Bad.COLUMNS, self.path, line=1, columns=tuple(lacking[what]))
        return what

    def _first_line(self) -> str:
        return self._stream().readline(_LONGEST_HEADER).rstrip("\r\n").replace("\t", " ")

    def _broken(self, error: csv.Error, line: int) -> BadFileError:
        """Return what the reader of CSV stumbled over; what it says of it is English only."""
        bad = Bad.LONG if "field limit" in str(error) else Bad.QUOTES
        return BadFileError(bad, self.path, line=line)

    def _stream(self) -> io.StringIO:
        return io.StringIO(self._text, newline="")


def _names(cells: list[str]) -> list[str]:
    return [cell.strip().removeprefix(BYTE_ORDER_MARK) for cell in cells]


def _text_of(path: Path) -> tuple[str, bool]:
    """Return the text of a file, and whether its letters had to be read as old Windows ones."""
    data = bytes_of(path)
    if not data:
        raise BadFileError(Bad.EMPTY, path)
    try:
        if data.startswith(_WIDE):
            return _whole(data.decode("utf-16"), path), False
        return _whole(data.decode(ENCODING), path), False
    except UnicodeDecodeError as error:
        if data.startswith((codecs.BOM_UTF8, *_WIDE)):
            line = data.count(b"\n", 0, error.start) + 1
            raise BadFileError(Bad.LETTERS, path, line=line) from error
        if b"\0" in data:
            raise BadFileError(Bad.NO_TEXT, path) from error
    try:
        return _whole(data.decode(_OLD_WINDOWS), path), True
    except UnicodeDecodeError as error:
        raise BadFileError(Bad.NO_TEXT, path) from error


def _whole(text: str, path: Path) -> str:
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not text.strip():
        raise BadFileError(Bad.EMPTY, path)
    return text


def bytes_of(path: Path) -> bytes:
    """Return what is in a file of at most LARGEST_FILE bytes; BadFileError if it cannot be."""
    if "\0" in str(path):
        raise BadFileError(Bad.MISSING, path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for ever
            raise BadFileError(Bad.NO_FILE, path)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadFileError(_OF_ERRNO.get(error.errno or 0, Bad.OTHER), path) from error
    if len(data) > LARGEST_FILE:
        raise BadFileError(Bad.TOO_LARGE, path)
    return data
