"""A connection to the bus, over which calls go and signals come; it never waits.

What goes over it is written and read by jeepney, which leaves the socket to others.
"""

import os
import socket
import struct
from collections.abc import Callable
from functools import partial

from jeepney import HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses
from jeepney.low_level import Parser
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

LIMIT_MS = 5_000
"""How long an answer may take, and the way in."""

_AT_ONCE = 1 << 16
_NONSENSE = (ValueError, LookupError, TypeError, struct.error)
"""What bytes raise that are no message."""

Answer = Callable[[Message | None], None]
"""Takes the answer to a call; None if there was none in time, or an error."""


class Bus(QObject):
    """Connects at the first call. `heard` carries a Message for each signal, `lost` that it ended.

    `place` is a socket of this computer, as `bus_place` gives it.
    """

    heard = Signal(object)
    lost = Signal()

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._socket: socket.socket | None = None
        self._reading: QSocketNotifier | None = None
        self._way_in, self._parser = Authenticator(), Parser()
        self._held = b""
        self._last = 0
        self._answers: dict[int, Answer] = {}

    def call(self, message: Message, answer: Answer | None = None) -> None:
        """Make a call; without an `answer` nobody waits for one."""
        if self._socket is None and not self._connect():
            QTimer.singleShot(0, self, partial(answer, None) if answer else self._nothing)
            return
        self._last += 1
        number = self._last
        if answer:
            self._answers[number] = answer
            QTimer.singleShot(LIMIT_MS, self, partial(self._answer, number, None))
        self._send(message.serialise(number))

    def listen(self, interface: str) -> None:
        """Have the signals of an interface sent to us."""
        self.call(message_bus.AddMatch(MatchRule(type="signal", interface=interface)))

    def close(self) -> None:
        """Leave the bus; every call that waits has no answer."""
        if self._reading:
            self._reading.setEnabled(False)
            self._reading.deleteLater()
        if self._socket:
            self._socket.close()
        self._socket = self._reading = None
        self._held = b""
        for number in list(self._answers):
            self._answer(number, None)

    def _connect(self) -> bool:
        self._way_in, self._parser = Authenticator(), Parser()
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(0)
        try:
            made.connect(self._place)
            made.sendall(self._way_in.data_to_send() or b"")
        except OSError:
            made.close()
            return False
        self._socket = made
        self._reading = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._on_ready)
        self.call(message_bus.Hello(), self._on_hello)
        return True

    def _send(self, data: bytes) -> None:
        if not self._way_in.authenticated:
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
        try:
            if data:
                self._take_in(data)
            else:
                self._lose()
        except _NONSENSE:
            self._lose()

    def _take_in(self, data: bytes) -> None:
        if not self._way_in.authenticated:
            self._way_in.feed(data)
            if self._way_in.authenticated:
                held, self._held = self._held, b""
                self._send(BEGIN + held)
            return
        for message in self._parser.feed(data):
            self._deal_with(message)

    def _deal_with(self, message: Message) -> None:
        kind = message.header.message_type
        if kind is MessageType.signal:
            self.heard.emit(message)
        elif kind in {MessageType.method_return, MessageType.error}:
            number = message.header.fields.get(HeaderFields.reply_serial, 0)
            self._answer(number, message if kind is MessageType.method_return else None)

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


def bus_place() -> str | None:
    """Return the socket of the desktop's own bus, or None if there is none on this computer.

    A bus on another computer, which an address can name as well, is none for us.
    """
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not told:
        usual = os.path.join(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "bus")  # noqa: PTH118
        return usual if os.path.exists(usual) else None  # noqa: PTH110
    try:
        return next(get_connectable_addresses(told), None)
    except (ValueError, RuntimeError):
        return None
