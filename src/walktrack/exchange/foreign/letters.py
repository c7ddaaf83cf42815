"""The text in a file whose letters may be stored in one of several ways."""

import codecs
from contextlib import suppress
from pathlib import Path
from unicodedata import category

from walktrack.domain.column_map import Letters
from walktrack.exchange.csv_in import Bad, BadFileError, bytes_of
from walktrack.exchange.csv_out import BYTE_ORDER_MARK

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT = 20_000
_BLANKS = frozenset("\t\r\n\f")


def text_of(path: Path, letters: Letters | None) -> tuple[str, Letters]:
    """Return the text of a file and how its letters were read; BadFileError if they cannot be.

    With `letters` None it is found out: UTF-8 or UTF-16 if it can be, else Windows.
    """
    data = bytes_of(path)
    text, found = _read(path, data, letters) if letters else _found(path, data)
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not text.strip():
        raise BadFileError(Bad.EMPTY, path)
    if any(_no_text(letter) for letter in text[:_LOOKED_AT]):
        raise BadFileError(Bad.NO_TEXT, path)
    return text, found


def _found(path: Path, data: bytes) -> tuple[str, Letters]:
    if data.startswith(_WIDE):
        return _read(path, data, Letters.UTF_16)
    if data.startswith(codecs.BOM_UTF8):
        return _read(path, data, Letters.UTF_8)
    likely = (Letters.UTF_16,) if _order_without_mark(data) else (Letters.UTF_8, Letters.WINDOWS)
    for letters in likely:
        with suppress(BadFileError):
            return _read(path, data, letters)
    raise BadFileError(Bad.NO_TEXT, path)


def _read(path: Path, data: bytes, letters: Letters) -> tuple[str, Letters]:
    if letters is Letters.WINDOWS:
        coding = "cp1252"
    elif letters is Letters.UTF_8:
        coding = "utf-8"
    else:
        coding = "utf-16" if data.startswith(_WIDE) else _order_without_mark(data) or "utf-16-le"
    try:
        return data.decode(coding), letters
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFileError(Bad.LETTERS, path, line=line) from error


def _order_without_mark(data: bytes) -> str:
    """Return in which order UTF-16 without a mark is, told by the zeros beside plain letters."""
    some = data[:_LOOKED_AT]
    half = len(some) // 2
    if some[1::2].count(0) > half // 2 and not some[0::2].count(0):
        return "utf-16-le"
    if some[0::2].count(0) > half // 2 and not some[1::2].count(0):
        return "utf-16-be"
    return ""


def _no_text(letter: str) -> bool:
    return category(letter) == "Cc" and letter not in _BLANKS
