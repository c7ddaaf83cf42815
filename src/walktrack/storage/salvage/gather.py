"""Picks out of a damaged file every record of ours that can be read."""

from collections.abc import Iterator

from walktrack.storage.salvage.pages import PAGE_SIZES, cells, stated_page_size
from walktrack.storage.salvage.records import Records
from walktrack.storage.salvage.rules import Record, Rules
from walktrack.storage.salvage.shapes import Shape

Shapes = tuple[Shape, ...]


def gather(data: bytes, shapes: Shapes) -> Iterator[tuple[str, Record]]:
    """Yield the records that can be read, each with its table; one may come more than once."""
    stated = stated_page_size(data)
    if stated is None or next(_gather(data, stated, shapes), None) is None:
        stated = max(PAGE_SIZES, key=lambda size: _count(data, size, shapes))
    return _gather(data, stated, shapes)


def count(data: bytes, shapes: Shapes) -> int:
    """Return how many records can be read."""
    return sum(1 for _ in gather(data, shapes))


def _count(data: bytes, page_size: int, shapes: Shapes) -> int:
    return sum(1 for _ in _gather(data, page_size, shapes))


def _gather(data: bytes, page_size: int, shapes: Shapes) -> Iterator[tuple[str, Record]]:
    records = Records(shapes)
    rules = {shape.table: Rules(shape) for shape in shapes}
    for number, record in cells(data, page_size):
        layout = records.layout(record, in_index=number is None)
        if layout is None:
            continue
        shape = layout.shape
        row = layout.row(record)
        if shape.row_number is not None:
            row[shape.row_number] = number
        if rules[shape.table].mend(row):
            yield shape.table, row
