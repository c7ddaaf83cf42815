"""Writes rows as CSV: UTF-8 with a byte order mark, CRLF, quotes where needed, no formulas."""

import csv
from collections.abc import Iterable, Sequence
from typing import IO

from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.formulas import guard
from walktrack.exchange.style import CsvStyle

BYTE_ORDER_MARK = "\ufeff"
ENCODING = "utf-8"
Cell = str | int | float | None


class CsvOut:
    """One CSV file being written to `stream`, a text stream with ``newline=""``.

    The numbers of the rows come with the decimal sign of the style already in them.
    """

    def __init__(self, stream: IO[str], what: What, style: CsvStyle) -> None:
        columns = COLUMNS[what]
        self._typed = [place for place, column in enumerate(columns) if column.typed]
        stream.write(BYTE_ORDER_MARK)
        self._writer = csv.writer(stream, delimiter=style.separator, lineterminator="\r\n")
        self._writer.writerow([column.name for column in columns])

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows in the order of the columns; None is an empty cell."""
        self._writer.writerows(map(self._guarded, rows))

    def _guarded(self, row: Sequence[Cell]) -> Sequence[Cell]:
        safe: list[Cell] | None = None
        for place in self._typed:
            cell = row[place]
            if not cell or not isinstance(cell, str) or cell[0].isalnum():
                continue  # most cells: asked here, where it costs no call
            safe = safe or list(row)
            safe[place] = guard(cell)
        return safe or row
