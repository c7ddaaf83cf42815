"""Finds the cells in the pages of an SQLite file, with nothing in the file to be relied on.

Neither the schema nor the tree over the pages is asked: each page is looked at by itself, so that
one that is gone takes no other with it. The form of pages and cells: https://sqlite.org/fileformat2
"""

import struct
from collections.abc import Iterator

Cell = tuple[int | None, bytes]  # the row number, None in an index, and the record
PAGE_SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)  # the usual one first

_FILE_HEADER = 100
_BRANCH_OF_INDEX, _BRANCH_OF_TABLE, _LEAF_OF_INDEX, _LEAF_OF_TABLE = 0x02, 0x05, 0x0A, 0x0D
_WITH_RECORDS = frozenset({_BRANCH_OF_INDEX, _LEAF_OF_INDEX, _LEAF_OF_TABLE})
_WITHOUT = frozenset({0, _BRANCH_OF_TABLE})
_LEAST_CELL = 6  # bytes, with its pointer
_TOP_BIT = 0x80
_FIRST_BYTES = 8


def stated_page_size(data: bytes) -> int | None:
    """Return the page size the file's header states, in bytes; None if there is no such size."""
    stated = int.from_bytes(data[16:18], "big")
    size = 1 << 16 if stated == 1 else stated
    return size if size in PAGE_SIZES else None


def cells(data: bytes, size: int) -> Iterator[Cell]:
    """Yield what looks like a cell of a table or an index; a record may still be nonsense."""
    for start in range(0, len(data), size):
        page = data[start : start + size]
        header = 0 if start else _FILE_HEADER
        if len(page) < header + _FIRST_BYTES:
            continue
        kind = page[header]
        # A page of long text begins with the number of the next: 0, in any file below 64 GB. What
        # is no kind at all may have been the leaf of a table, if the rest of its header says so.
        if kind in _WITH_RECORDS or (kind not in _WITHOUT and _is_likely(page, header, size)):
            yield from _cells_of(data, page, header, size)


def _is_likely(page: bytes, header: int, size: int) -> bool:
    """Say whether the header of a leaf makes sense, whatever kind it claims to be."""
    free, count, content = struct.unpack_from(">HHH", page, header + 1)
    pointers_end = header + _FIRST_BYTES + 2 * count
    return count > 0 and free < size and pointers_end <= (content or 1 << 16) <= size


def _cells_of(data: bytes, page: bytes, header: int, size: int) -> Iterator[Cell]:
    kind = page[header]
    in_index = kind in {_BRANCH_OF_INDEX, _LEAF_OF_INDEX}
    before = 4 if kind == _BRANCH_OF_INDEX else 0  # the page below it on the left
    pointers = header + _FIRST_BYTES + before
    count = int.from_bytes(page[header + 3 : header + 5], "big")
    count = min(count, size // _LEAST_CELL, max(0, len(page) - pointers) // 2)
    for at in struct.unpack_from(f">{count}H", page, pointers):
        try:
            length, begin = varint(page, at + before)
            row = None
            if not in_index:
                row, begin = varint(page, begin)
        except IndexError:  # it begins beyond the end of the page
            continue
        inside = _inside(length, size, in_index=in_index)
        record = _record(data, page[begin : begin + inside + 4], length, inside, size)
        if record is not None:
            yield _signed(row), record


def _inside(length: int, size: int, *, in_index: bool) -> int:
    """Return how many bytes of a record lie in its own page; the rest is in pages of its own."""
    most = (size - 12) * 64 // 255 - 23 if in_index else size - 35
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    kept = least + (length - least) % (size - 4)
    return kept if kept <= most else least


def _record(data: bytes, begun: bytes, length: int, inside: int, size: int) -> bytes | None:
    """Return a whole record, or None if any of it is missing."""
    if length > len(data) or len(begun) < inside:
        return None
    if length == inside:
        return begun[:inside]
    rest = _chained(data, begun[inside:], length - inside, size)
    return None if rest is None else begun[:inside] + rest


def _chained(data: bytes, number: bytes, length: int, size: int) -> bytes | None:
    """Return what of a long record lies in pages of its own, each of which begins with the next."""
    parts: list[bytes] = []
    while length > 0:
        start = (int.from_bytes(number, "big") - 1) * size
        page = data[start : start + size] if start > 0 else b""
        part = page[4 : 4 + length]
        if len(part) < min(length, size - 4) or not any(page):
            return None
        parts.append(part)
        length -= len(part)
        number = page[:4]
    return b"".join(parts)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, 0 to 2**64 - 1, and where the next thing begins."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        if byte < _TOP_BIT:
            return value << 7 | byte, place + 1
        value = value << 7 | byte & 0x7F
    return value << 8 | data[at + 8], at + 9


def _signed(row: int | None) -> int | None:
    return row if row is None or row < 1 << 63 else row - (1 << 64)
