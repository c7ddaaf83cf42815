"""A table of another program: its columns and its rows, with the lines they stand on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from walktrack.domain.column_map import DateOrder, Dialect, Separator
from walktrack.domain.incoming import Why
from walktrack.exchange.csv_in import MOST_ROWS, Bad, BadFileError
from walktrack.exchange.foreign.dates import when_in
from walktrack.exchange.foreign.letters import text_of
from walktrack.exchange.foreign.times import clock_in, number_in

MOST_COLUMNS = 200
"""How many columns are looked at; what stands further right is left out."""

_LOOKED_AT = 100_000
_ROWS_LOOKED_AT = 50
_LONGEST_NAME = 60
_TELLS_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row. `number` is the line it begins on; `wrong` says why its cells mean nothing."""

    number: int
    cells: tuple[str, ...]
    wrong: Why | None = None


class Sheet:
    """One table, read into memory; BadFileError if the file holds none.

    What is None in the wanted dialect is found out; `dialect` says how it is read now. `names`
    are those of the columns, no two alike; one without a name has the letter that a spreadsheet
    gives it. Blank lines, `#` comments and single words above the table are passed over.
    """

    def __init__(self, path: Path, wanted: Dialect = Dialect()) -> None:  # noqa: B008 - frozen
        self.path = path
        self._text, letters = text_of(path, wanted.letters)
        self.lines = self._text.count("\n") + 1
        top = _Top(self._text)
        self._at, self._above = top.at, top.lines
        separator = wanted.separator or top.separator or _separator_of(self._text[self._at :])
        self._sign = separator.sign
        first = self._first()
        if top.last_comment and _is_header(self._cells(top.last_comment), self._width):
            self._at, self._above = top.before_comment, top.lines - 1
            first = self._first()
        named = wanted.named if wanted.named is not None else not _holds_values(first)
        self.dialect = Dialect(letters, separator, named)
        self._header = _stripped(first) if named else None
        if named:
            self._width = self._width_with(first)
        cells = [cell.removeprefix("#") for cell in first] if named else []
        self.names = _named(cells[:MOST_COLUMNS], min(self._width, MOST_COLUMNS))

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows below the names; BadFileError if their quotes or their number are bad."""
        count = 0
        header = self._header
        for number, cells in self._records(strict=True):
            if not count and header is not None:
                count = 1
                continue
            count += 1
            if count > MOST_ROWS + 1:
                raise BadFileError(Bad.TOO_MANY_ROWS, self.path, line=number)
            yield self._row(number, cells)

    def _row(self, number: int, cells: list[str]) -> SheetRow:
        if self._header is not None and _stripped(cells) == self._header:
            return SheetRow(number, (), Why.NAMES)
        if any(cells[self._width :]):
            return SheetRow(number, (), Why.CELLS)
        shown = cells[: len(self.names)]
        return SheetRow(number, (*shown, *[""] * (len(self.names) - len(shown))))

    def _records(self, *, strict: bool) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of the table and their lines, without blank ones and titles above it."""
        stream = io.StringIO(self._text, newline="")
        stream.seek(self._at)
        reader = csv.reader(stream, delimiter=self._sign, strict=strict)
        begun, inside = self._above, False
        try:
            for cells in reader:
                number, begun = begun + 1, self._above + reader.line_num
                filled = sum(1 for cell in cells if cell.strip())
                inside = inside or filled > 1 or self._width <= 1
                if filled and inside:
                    yield number, cells
        except csv.Error as error:
            bad = Bad.LONG if "field limit" in str(error) else Bad.QUOTES
            raise BadFileError(bad, self.path, line=begun + 1) from error

    def _first(self) -> list[str]:
        """Return the first row of the table; from now on its width at most is known."""
        some = _parsed(self._text[self._at :], self._sign)
        self._widths = Counter(wide for cells in some if (wide := _width(cells)))
        self._width = max(self._widths, default=0)
        return next((cells for _, cells in self._records(strict=False)), [])

    def _width_with(self, names: list[str]) -> int:
        """Return how many columns there are below these names: more only if most rows have more."""
        usual = max(self._widths, key=lambda wide: (self._widths[wide], wide), default=0)
        return max(_width(names), usual)

    def _cells(self, line: str) -> list[str]:
        return next(iter(_parsed(line, self._sign)), [])


class _Top:
    """What stands above a table: where that ends, how many lines it has, and its last comment.

    Some programs write the separator there, as in ``sep=;``.
    """

    def __init__(self, text: str) -> None:
        self.at = self.before_comment = self.lines = 0
        self.last_comment = ""
        self.separator: Separator | None = None
        stream = io.StringIO(text, newline="")
        while line := stream.readline():
            told = _TELLS_SEPARATOR.fullmatch(line.strip("\r\n"))
            words = line.strip().strip('"')
            if told and not self.lines:
                self.separator = _of_sign(told[1])
            elif words and not words.startswith("#"):
                break
            self.last_comment = line if words.startswith("#") else ""
            self.before_comment, self.at = self.at, stream.tell()
            self.lines += 1


def _of_sign(sign: str) -> Separator | None:
    return next((each for each in Separator if each.sign == sign), None)


def _separator_of(text: str) -> Separator:
    """Return the separator with which most rows have the same number of columns."""

    def fit(separator: Separator) -> tuple[float, int]:
        widths = Counter(len(cells) for cells in _parsed(text, separator.sign) if any(cells))
        if not widths:
            return 0.0, 0
        width, count = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]))
        return (round(count / widths.total(), 1), width) if width > 1 else (0.0, 1)

    return max(Separator, key=fit)


def _parsed(text: str, sign: str) -> list[list[str]]:
    """Return the first rows as they can be read, whatever is wrong with them."""
    some = io.StringIO(text[:_LOOKED_AT], newline="")
    found: list[list[str]] = []
    with suppress(csv.Error):
        found.extend(islice(csv.reader(some, delimiter=sign), _ROWS_LOOKED_AT))
    return found


def _is_header(cells: list[str], width: int) -> bool:
    """Say whether a comment above a table is the line of its names after all."""
    return width > 1 and _width(cells) == width and not _holds_values(cells)


def _holds_values(cells: list[str]) -> bool:
    """Say whether any cell is a date, a time or a number, as those of a header are not."""
    today = date.max
    return any(
        number_in(cell, ".") is not None
        or number_in(cell, ",") is not None
        or clock_in(cell) is not None
        or any(when_in(cell, order, today) for order in DateOrder)
        for cell in cells
    )


def _stripped(cells: list[str]) -> list[str]:
    return [cell.strip() for cell in cells]


def _width(cells: list[str]) -> int:
    """Return how many cells there are up to the last one that is not blank."""
    return max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _named(cells: list[str], width: int) -> tuple[str, ...]:
    """Return a name for each column: its own, or the letter of a spreadsheet."""
    plain_names = [_short(cell) for cell in cells[:width]] + [""] * (width - len(cells))
    twice = {name for name, count in Counter(plain_names).items() if count > 1}
    names: list[str] = []
    for at, name in enumerate(plain_names):
        letter = letter_of(at)
        own = f"{name} ({letter})" if name and (name in twice or name in names) else name
        names.append(own or letter)
    return tuple(names)


def _short(cell: str) -> str:
    name = " ".join(cell.split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def letter_of(column: int) -> str:
    """Return what a spreadsheet calls a column: A for 0, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
