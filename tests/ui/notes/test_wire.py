"""Messages of the bus as bytes: those of an example written down by hand, and any others."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.ui.notes.wire import (
    FIXED,
    LONGEST,
    Call,
    Kind,
    Message,
    WireError,
    length_of,
    packed,
    unpacked,
)

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
HELLO = Call("a.b", "/p", "a.b", "Hello")


def swapped(member="Hi", number=7):
    """Return a signal of a computer that writes the high end first."""
    text = member.encode()
    fields = b"\3\1s\0" + struct.pack(">I", len(text)) + text + b"\0"
    fields += bytes(-len(fields) % 8) + b"\x08\1g\0\1u\0"
    head = b"B\4\0\1" + struct.pack(">III", 4, 1, len(fields)) + fields
    return head + bytes(-len(head) % 8) + struct.pack(">I", number)


def test_a_call_is_written_as_the_specification_says():
    data = packed(HELLO, 5)
    body, number, fields = struct.unpack("<III", data[4:FIXED])
    assert (data[:4], body, number) == (b"l\1\0\1", 0, 5)
    assert FIXED + fields + -fields % 8 == len(data)
    assert data[FIXED : FIXED + 11] == b"\1\1o\0\2\0\0\0/p\0"
    assert len(data) % 8 == 0
    assert length_of(data) == len(data)


def test_one_that_wants_no_answer_says_so():
    assert packed(Call("a", "/", "a", "B", wants_answer=False), 1)[2] == 1


def test_the_other_order_of_bytes_is_read_too():
    data = swapped()
    assert length_of(data) == len(data)
    assert unpacked(data) == Message(Kind.SIGNAL, "", "Hi", 0, "u", (7,))


@given(TEXTS, st.integers(0, 2**32 - 1), st.integers(-(2**31), 2**31 - 1), st.lists(TEXTS))
def test_what_is_written_is_read(text, number, signed, texts):
    values = (text, number, texts, signed, text)
    data = packed(Call("a.b", "/p", "a.b", "M", "suasis", values), 9)
    assert length_of(data[:FIXED]) == len(data)
    found = unpacked(data)
    assert (found.kind, found.member, found.signature) == (Kind.CALL, "M", "suasis")
    assert found.values == (text, number, texts, signed, text)


def test_a_text_that_may_not_go_over_the_bus_is_made_one_that_may():
    data = packed(Call("a.b", "/p", "a.b", "M", "s", ("a\0b\ud800c",)), 1)
    assert unpacked(data).values == ("ab?c",)


def test_what_is_not_known_here_is_left_out():
    data = packed(Call("a.b", "/p", "a.b", "M", "a{sv}u", ({"k": "v"}, 3)), 1)
    assert unpacked(data).values == ()
    with pytest.raises(WireError):
        packed(Call("a.b", "/p", "a.b", "M", "d", (1.0,)), 1)


def test_a_length_is_not_known_too_early_nor_believed_at_any_size():
    assert length_of(b"l\1\0\1") is None
    with pytest.raises(WireError):
        length_of(b"l\1\0\1" + struct.pack("<III", LONGEST, 1, 0))
    with pytest.raises(WireError):
        length_of(b"x" * FIXED)


@given(st.data())
def test_nonsense_is_an_error_and_nothing_worse(data):
    whole = bytearray(packed(Call("a.b", "/p", "a.b", "M", "sas", ("x", ["y", "z"])), 1))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(1, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    length = data.draw(st.integers(FIXED, len(whole)))
    with suppress(WireError):
        unpacked(bytes(whole[:length]))


def test_one_value_in_another_without_end_is_an_error():
    whole = bytearray(packed(Call("a.b", "/p", "a.b", "M"), 1))
    start = FIXED + struct.unpack("<I", whole[12:16])[0]
    deep = b"\x08\1" + b"v\0\1" * 5000
    whole[start:] = bytes(-start % 8) + deep
    whole[12:16] = struct.pack("<I", len(whole) - FIXED)
    with pytest.raises(WireError):
        unpacked(bytes(whole))
