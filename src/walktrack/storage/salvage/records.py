"""Reads records: a header that says what each value is, then the values.

Many records share one header, so a header is understood once and remembered.
"""

import struct
from collections.abc import Callable
from functools import lru_cache, partial

from walktrack.storage.salvage.pages import varint
from walktrack.storage.salvage.shapes import Shape

Value = int | float | str | bytes | None

# What a number in the header means, below 12: the kind of value, and how it is stored.
_PLAIN = ("n", "i:b", "i:h", "i:3s", "i:i", "i:6s", "i:q", "r:d", "i=0", "i=1")
_FIRST_OF_ANY_LENGTH = 12
_LONGEST = 1 << 31
_REMEMBERED = 4096
_TEXTS_REMEMBERED = 1 << 14

Text = Callable[[bytes], str]


class Layout:
    """How the values of a record of one shape follow each other."""

    def __init__(self, shape: Shape, header: bytes, types: list[int], text: Text) -> None:
        self.shape = shape
        self._row: dict[str, Value] = {}
        self._read: list[tuple[str, Callable[[bytes], Value] | None]] = []
        codes = ""
        for column, number in zip(shape.columns, types, strict=False):
            code, constant, convert = _stored(number, text)
            self._row[column.name] = constant
            if code:
                codes += code
                self._read.append((column.name, convert))
        self._header = len(header)
        self._struct = struct.Struct(f">{codes}")
        self.length = len(header) + self._struct.size

    def row(self, record: bytes) -> dict[str, Value]:
        """Return the values of a record of this layout's length, by the names of the columns."""
        row = self._row.copy()
        stored = self._struct.unpack_from(record, self._header)
        for (name, convert), value in zip(self._read, stored, strict=True):
            row[name] = convert(value) if convert else value
        return row


class Records:
    """Tells what table a record belongs to, by the number and the kinds of its values."""

    def __init__(self, shapes: tuple[Shape, ...]) -> None:
        text = lru_cache(_TEXTS_REMEMBERED)(_text)

        def layouts(*, in_index: bool) -> Callable[[bytes], Layout | None]:
            wanted = [one for one in shapes if one.in_index is in_index]
            return lru_cache(_REMEMBERED)(partial(_layout, wanted, text))

        self._of_table, self._of_index = layouts(in_index=False), layouts(in_index=True)

    def layout(self, record: bytes, *, in_index: bool) -> Layout | None:
        """Return the layout of a record, or None if it is none of ours or not whole."""
        if not record:
            return None
        find = self._of_index if in_index else self._of_table
        layout = find(record[: record[0]])
        return layout if layout and layout.length == len(record) else None


def _layout(shapes: list[Shape], text: Text, header: bytes) -> Layout | None:
    """Understand a header; its first byte is its length, never above 127 with our few columns."""
    types: list[int] = []
    at = 1
    try:
        while at < len(header):
            number, at = varint(header, at)
            types.append(number)
        kinds = "".join(map(_kind, types))
    except IndexError:
        return None
    if not header or header[0] != len(header) or max(types, default=0) > _LONGEST:
        return None
    shape = next((one for one in shapes if one.fits(kinds)), None)
    return Layout(shape, header, types, text) if shape else None


def _kind(number: int) -> str:
    if number < _FIRST_OF_ANY_LENGTH:
        return _PLAIN[number][0]
    return "t" if number % 2 else "b"


def _stored(number: int, text: Text) -> tuple[str, Value, Callable[[bytes], Value] | None]:
    """Return how a value is stored, or what it is if it is not, and how to make it ours."""
    if number >= _FIRST_OF_ANY_LENGTH:
        length = (number - _FIRST_OF_ANY_LENGTH) // 2
        return f"{length}s", None, text if number % 2 else None
    code = _PLAIN[number][1:]
    if code[:1] == "=":
        return "", int(code[1:]), None
    return code[1:], None, _whole_number if code.endswith("s") else None


def _text(stored: bytes) -> str:
    # One letter that is gone does not make the rest unreadable.
    return stored.decode(errors="replace")


def _whole_number(stored: bytes) -> int:
    return int.from_bytes(stored, "big", signed=True)
