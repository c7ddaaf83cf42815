"""A connection to the bus, over which calls go and signals come; it never waits."""

import os
import socket
from collections.abc import Callable
from functools import partial
from urllib.parse import unquote

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from walktrack.ui.notes.wire import (
    FIXED,
    Call,
    Kind,
    Message,
    WireError,
    length_of,
    packed,
    unpacked,
)

LIMIT_MS = 5_000
"""How long an answer may take, and the way in."""

_LOCAL = "unix:"
_AT_ONCE = 1 << 16
_BUS = "org.freedesktop.DBus"
_BUS_PATH = "/org/freedesktop/DBus"

Answer = Callable[[Message | None], None]
"""Takes the answer to a call; None if there was none in time, or an error."""


class Bus(QObject):
    """Connects at the first call. `heard` carries a Message for each signal, `lost` that it ended.

    `address` is one of this computer, as `bus_address` gives it.
    """

    heard = Signal(object)
    lost = Signal()

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._socket: socket.socket | None = None
        self._reading: QSocketNotifier | None = None
        self._came_in = bytearray()
        self._is_in = False
        self._held = b""
        self._last = 0
        self._answers: dict[int, Answer] = {}

    def call(self, call: Call, answer: Answer | None = None) -> None:
        """Make a call; without an `answer` none is asked for."""
        if self._socket is None and not self._connect():
            QTimer.singleShot(0, self, partial(answer, None) if answer else self._nothing)
            return
        self._last += 1
        number = self._last
        if answer:
            self._answers[number] = answer
            QTimer.singleShot(LIMIT_MS, self, partial(self._answer, number, None))
        self._send(packed(call, number))

    def listen(self, interface: str) -> None:
        """Have the signals of an interface sent to us."""
        rule = f"type='signal',interface='{interface}'"
        self.call(Call(_BUS, _BUS_PATH, _BUS, "AddMatch", "s", (rule,), wants_answer=False))

    def close(self) -> None:
        """Leave the bus; every call that waits has no answer."""
        if self._reading:
            self._reading.setEnabled(False)
            self._reading.deleteLater()
        if self._socket:
            self._socket.close()
        self._socket = self._reading = None
        self._is_in, self._held = False, b""
        self._came_in.clear()
        for number in list(self._answers):
            self._answer(number, None)

    def _connect(self) -> bool:
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(0)
        try:
            made.connect(_place(self._address))
            name = str(os.getuid()).encode().hex()
            made.sendall(f"\0AUTH EXTERNAL {name}\r\n".encode())
        except OSError:
            made.close()
            return False
        self._socket = made
        self._reading = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._on_ready)
        self.call(Call(_BUS, _BUS_PATH, _BUS, "Hello"), self._on_hello)
        return True

    def _send(self, data: bytes) -> None:
        if not self._is_in:
            self._held += data  # until we are let in
            return
        try:
            if self._socket:
                self._socket.sendall(data)
        except OSError:
            self._lose()

    def _on_hello(self, answer: Message | None) -> None:
        if answer is None:
            self._lose()

    def _on_ready(self) -> None:
        try:
            data = self._socket.recv(_AT_ONCE) if self._socket else b""
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        self._came_in += data
        try:
            self._take_in()
        except WireError:
            self._lose()

    def _take_in(self) -> None:
        if not self._is_in and b"\r\n" in self._came_in:
            line, _, rest = bytes(self._came_in).partition(b"\r\n")
            if not line.startswith(b"OK"):
                raise WireError("the bus does not let us in")
            self._came_in[:] = rest
            self._is_in = True
            held, self._held = self._held, b""
            self._send(b"BEGIN\r\n" + held)
        while self._is_in and (length := length_of(bytes(self._came_in[:FIXED]))):
            if len(self._came_in) < length:
                return
            message = unpacked(bytes(self._came_in[:length]))
            del self._came_in[:length]
            self._deal_with(message)

    def _deal_with(self, message: Message) -> None:
        if message.kind is Kind.SIGNAL:
            self.heard.emit(message)
        elif message.kind in {Kind.ANSWER, Kind.ERROR}:
            self._answer(message.answers, message if message.kind is Kind.ANSWER else None)

    def _answer(self, number: int, message: Message | None) -> None:
        answer = self._answers.pop(number, None)
        if answer:
            answer(message)

    def _lose(self) -> None:
        if self._socket:
            self.close()
            self.lost.emit()

    def _nothing(self) -> None:
        """Nobody waits for an answer."""


def bus_address() -> str | None:
    """Return where the desktop's own bus listens, or None if there is none on this computer.

    A bus on another computer, which an address can name as well, is none for us.
    """
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not told:
        usual = os.path.join(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "bus")  # noqa: PTH118
        told = f"{_LOCAL}path={usual}" if os.path.exists(usual) else ""  # noqa: PTH110
    ways = [way for way in told.split(";") if way]
    return next((way for way in ways if way.startswith(_LOCAL) and _place(way)), None)


def _place(address: str) -> str:
    """Return the name of the socket: a file, or (after a zero) none. Nothing if it has neither."""
    parts: dict[str, str] = {}
    for part in address.removeprefix(_LOCAL).split(","):
        name, _, value = part.partition("=")
        parts[name] = value
    if "path" in parts:
        return unquote(parts["path"])
    return "\0" + unquote(parts["abstract"]) if "abstract" in parts else ""
