"""No bytes whatsoever make the salvage stumble: what it makes is sound, or it makes nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.storage import damage
from tests.storage.lived_in import lived_in
from tests.storage.reading import assert_sound

from walktrack.storage.salvage import salvage
from walktrack.storage.salvage.pages import PAGE_SIZES, cells
from walktrack.storage.salvage.records import Records
from walktrack.storage.salvage.rules import Rules
from walktrack.storage.salvage.shapes import shapes_of

SHAPES = 1
SMALL = 6


def salvage_bytes(data):
    with TemporaryDirectory() as folder:
        damaged, target = Path(folder) / "damaged.db", Path(folder) / "new.db"
        damaged.write_bytes(data)
        salvage(damaged, target)
        assert damaged.read_bytes() == data
        if target.exists():
            assert_sound(target)
        assert {path.name for path in Path(folder).iterdir()} <= {"damaged.db", "new.db"}


@st.composite
def mutations(draw):
    """Bytes of a diary with some of them written over, moved, doubled, or cut out."""
    data = bytearray(lived_in(SMALL))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data) - 1))
        what = draw(st.sampled_from(["bytes", "zeros", "copy", "cut", "double", "number"]))
        length = draw(st.sampled_from([1, 2, 8, 100, 4096]))
        if what == "bytes":
            data[at : at + length] = draw(st.binary(min_size=1, max_size=16))
        elif what == "zeros":
            data[at : at + length] = bytes(length)
        elif what == "copy":
            start = draw(st.integers(0, len(data) - 1))
            data[at : at + length] = data[start : start + length]
        elif what == "cut":
            del data[at : at + length]
        elif what == "double":
            data[at:at] = data[at : at + length]
        else:
            data[at : at + 8] = draw(st.sampled_from(NUMBERS)).to_bytes(8, "big")
        data = data or bytearray(1)
    return bytes(data)


NUMBERS = [0, 1, 2**63, 2**63 - 1, 2**64 - 1, 2**31, 2**47, 0x8080808080808080]


@given(st.binary(max_size=9000))
@settings(max_examples=30)
@example(b"")
@example(b"SQLite format 3\0")
def test_random_bytes(data):
    salvage_bytes(data)


@given(mutations())
@settings(max_examples=25)
def test_a_diary_with_bytes_gone_wrong(data):
    salvage_bytes(data)


@pytest.mark.long
@pytest.mark.timeout(1800)
@given(mutations())
@settings(max_examples=1500)
def test_many_diaries_with_bytes_gone_wrong(data):
    salvage_bytes(data)


@given(st.binary(min_size=512, max_size=5000), st.sampled_from(PAGE_SIZES))
@settings(max_examples=30)
def test_pages_of_random_bytes_have_cells_that_mean_nothing(data, size):
    for kind in (0x02, 0x0A, 0x0D):
        list(cells(bytes(100) + bytes([kind]) + data, size))


@given(st.data())
@settings(max_examples=40)
def test_records_of_random_kinds_are_read_or_refused(data):
    """Headers that pass for ours, with any values in them."""
    shapes = shapes_of(SHAPES)
    shape = data.draw(st.sampled_from(shapes))
    kinds = [
        0 if column.name == shape.row_number else data.draw(st.integers(0, 40))
        for column in shape.columns
    ]
    header = bytes([len(kinds) + 1, *kinds])
    record = header + data.draw(st.binary(max_size=300))
    layout = Records(shapes).layout(record, in_index=shape.in_index)
    if layout is not None:
        row = layout.row(record)
        row |= {shape.row_number: 1} if shape.row_number else {}
        Rules(shape).mend(row)


@pytest.mark.parametrize("number", [2**32 + 1, 2**63 + 1, 2**64 - 1])
def test_a_text_said_to_be_endless_is_none(number):
    endless = bytes(0x80 | number >> shift & 0x7F for shift in range(57, 7, -7))
    endless += bytes([number & 0xFF])
    header = bytes([19]) + endless * 2  # of a setting, its name and its value
    assert Records(shapes_of(SHAPES)).layout(header + b"sound", in_index=True) is None


def test_every_kind_of_damage_on_top_of_every_other():
    for first in damage.KINDS:
        once = first(lived_in(SMALL))
        if len(once) > damage.PAGE:
            salvage_bytes(damage.page_garbled(damage.second_half_zeroed(once)))
