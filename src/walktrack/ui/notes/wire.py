"""Messages as they go over the bus, by the D-Bus specification; as much of it as is needed here.

https://dbus.freedesktop.org/doc/dbus-specification.html
"""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

LONGEST = 1 << 20
"""Bytes; the specification lets a message be longer, and none that we want is."""

FIXED = 16
"""How many bytes it takes to know how long a message is."""

_LITTLE, _BIG = ord("l"), ord("B")
_VERSION = 1
_NO_REPLY = 1
_ALIGNED = {"y": 1, "g": 1, "u": 4, "i": 4, "s": 4, "o": 4, "a": 4, "(": 8, "{": 8, "v": 1}
_PATH, _INTERFACE, _MEMBER, _ERROR, _ANSWERS, _TO, _FROM, _SIGNATURE = range(1, 9)
_HEADER_KINDS = {_PATH: "o", _INTERFACE: "s", _MEMBER: "s", _TO: "s", _SIGNATURE: "g"}


class Kind(IntEnum):
    """What a message is."""

    CALL = 1
    ANSWER = 2
    ERROR = 3
    SIGNAL = 4


class WireError(ValueError):
    """Bytes that are no message."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call to another program.

    `signature` says how its values are written, as kinds one after the other: u, i, s, as, a{sv}.
    """

    to: str
    path: str
    interface: str
    member: str
    signature: str = ""
    values: tuple[object, ...] = ()
    wants_answer: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """What came in. `answers` is the number of the call it answers, 0 for none."""

    kind: Kind
    interface: str = ""
    member: str = ""
    answers: int = 0
    signature: str = ""
    values: tuple[object, ...] = ()


@dataclass(slots=True)
class _Writer:
    data: bytearray = field(default_factory=bytearray)

    def align(self, edge: int) -> None:
        self.data += bytes(-len(self.data) % edge)

    def write(self, kind: str, value: Any) -> None:  # noqa: ANN401 - as the kind says
        self.align(_ALIGNED.get(kind[0], 1))
        match kind:
            case "y":
                self.data.append(value)
            case "u" | "i":
                self.data += struct.pack("<I" if kind == "u" else "<i", value)
            case "s" | "o":
                text = value.replace("\0", "").encode(errors="replace")  # a text may hold neither
                self.data += struct.pack("<I", len(text)) + text + b"\0"
            case "g":
                self.data += bytes([len(value)]) + value.encode() + b"\0"
            case "as":
                self.write_array(4, [("s", each) for each in value])
            case "a{sv}":
                self.write_array(8, [("{sv}", each) for each in value.items()])
            case "{sv}":
                self.write("s", value[0])
                self.write_variant("s", value[1])
            case _:
                raise WireError(kind)

    def write_variant(self, kind: str, value: object) -> None:
        self.write("g", kind)
        self.write(kind, value)

    def write_array(self, edge: int, items: Iterable[tuple[str, object]]) -> None:
        """Write a length and the items; the room before the first one does not count."""
        at = len(self.data)
        self.data += bytes(4)
        self.align(edge)
        start = len(self.data)
        for kind, value in items:
            self.write(kind, value)
        self.data[at : at + 4] = struct.pack("<I", len(self.data) - start)


def packed(call: Call, number: int) -> bytes:
    """Return a call as it goes over the bus; `number` is what its answer will name."""
    body = _Writer()
    for kind, value in zip(_parts(call.signature), call.values, strict=True):
        body.write(kind, value)
    fields: Mapping[int, str] = {
        _PATH: call.path,
        _INTERFACE: call.interface,
        _MEMBER: call.member,
        _TO: call.to,
        _SIGNATURE: call.signature,
    }
    head = _Writer()
    flags = 0 if call.wants_answer else _NO_REPLY
    head.data += bytes([_LITTLE, Kind.CALL, flags, _VERSION])
    head.data += struct.pack("<II", len(body.data), number)
    at = len(head.data)
    head.data += bytes(4)
    start = len(head.data)
    for code, value in fields.items():
        if value:
            head.align(8)
            head.write("y", code)
            head.write_variant(_HEADER_KINDS[code], value)
    head.data[at : at + 4] = struct.pack("<I", len(head.data) - start)
    head.align(8)
    return bytes(head.data + body.data)


class _Reader:
    def __init__(self, data: bytes, at: int, order: str) -> None:
        self.data, self.at, self._order = data, at, order

    def align(self, edge: int) -> None:
        self.at += -self.at % edge

    def take(self, count: int) -> bytes:
        found = self.data[self.at : self.at + count]
        if len(found) < count:
            raise WireError("a message is shorter than it says")
        self.at += count
        return found

    def number(self, code: str = "I") -> int:
        self.align(4)
        return struct.unpack(self._order + code, self.take(4))[0]

    def text(self, length: int) -> str:
        found = self.take(length).decode("utf-8", "replace")
        self.take(1)
        return found

    def read(self, kind: str) -> object:
        match kind:
            case "y":
                return self.take(1)[0]
            case "u" | "i":
                return self.number("I" if kind == "u" else "i")
            case "s" | "o":
                return self.text(self.number())
            case "g":
                return self.text(self.take(1)[0])
            case "v":
                return self.variant()
            case "as":
                return self.texts()
            case _:
                raise WireError(kind)

    def variant(self) -> object:
        inner = str(self.read("g"))
        if inner == "v":  # one in another, and so on without end
            raise WireError(inner)
        return self.read(inner)

    def texts(self) -> list[object]:
        end = self.number() + self.at
        found: list[object] = []
        while self.at < end:
            found.append(self.read("s"))
        return found


def length_of(data: bytes) -> int | None:
    """Return how many bytes the first message has, None while that is not known; WireError."""
    if len(data) < FIXED:
        return None
    order = _order(data)
    body, _, fields = struct.unpack_from(order + "III", data, 4)
    whole = FIXED + fields + -fields % 8 + body
    if whole > LONGEST:
        raise WireError("a message is too long")
    return whole


def unpacked(data: bytes) -> Message:
    """Return a whole message; values of a kind not needed here are left out. WireError."""
    order = _order(data)
    reader = _Reader(data, 12, order)
    end = reader.number() + reader.at
    told: dict[int, object] = {}
    while reader.at < end:
        reader.align(8)
        code = reader.take(1)[0]
        told[code] = reader.read("v")
    reader.align(8)
    signature, answers = str(told.get(_SIGNATURE, "")), told.get(_ANSWERS)
    try:
        values = [reader.read(part) for part in _parts(signature)]
    except WireError:
        values = []
    try:
        kind = Kind(data[1])
    except ValueError as error:
        raise WireError("a message is of no kind") from error
    return Message(
        kind,
        str(told.get(_INTERFACE, "")),
        str(told.get(_MEMBER, "")),
        answers if isinstance(answers, int) else 0,
        signature,
        tuple(values),
    )


def _order(data: bytes) -> str:
    if data[0] not in {_LITTLE, _BIG}:
        raise WireError("a message is in no known order")
    return "<" if data[0] == _LITTLE else ">"


def _parts(signature: str) -> list[str]:
    """Return the kinds of a signature one by one; WireError for those that are not known here."""
    parts: list[str] = []
    while signature:
        part = next((each for each in ("a{sv}", "as") if signature.startswith(each)), signature[0])
        parts.append(part)
        signature = signature[len(part) :]
    return parts
