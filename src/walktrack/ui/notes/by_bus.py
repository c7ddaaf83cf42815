"""Notifications over the desktop's own bus, by the freedesktop notification specification 1.2.

https://specifications.freedesktop.org/notification-spec/latest/
"""

from functools import partial

from jeepney import DBusAddress, HeaderFields, Message, new_method_call
from PySide6.QtCore import QObject

from walktrack.paths import resource
from walktrack.ui.notes.bus import Bus
from walktrack.ui.notes.desktop import DesktopNotes, Note

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_DESKTOP = DBusAddress(PATH, bus_name=NAME, interface=NAME)
_CLICK = "default"
_FOR_A_WHILE = -1  # as long as the desktop thinks right


class BusNotes(DesktopNotes):
    """Sends notes, and hears what is chosen on them."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        bus.setParent(self)
        self._numbers: dict[str, int] = {}
        self._wanted: dict[str, Note] = {}
        self._listens = False
        self._bus.heard.connect(self._on_heard)
        self._bus.lost.connect(self._on_lost)

    def send(self, note: Note) -> None:
        """Show a note, in place of the one with the same key."""
        self._wanted[note.key] = note
        if not self._listens:
            self._listens = True
            self._bus.listen(NAME)
        ask = new_method_call(_DESKTOP, "GetCapabilities")
        self._bus.call(ask, partial(self._on_capabilities, note))

    def withdraw(self, key: str) -> None:
        """Take a note away; one that is on its way goes as soon as it is there."""
        self._wanted.pop(key, None)
        number = self._numbers.pop(key, 0)
        if number:
            self._close(number)

    def finish(self) -> None:
        """Take all notes away and leave the bus."""
        for key in list(self._wanted):
            self.withdraw(key)
        self._bus.close()

    def _close(self, number: int) -> None:
        self._bus.call(new_method_call(_DESKTOP, "CloseNotification", "u", (number,)))

    def _on_capabilities(self, note: Note, answer: Message | None) -> None:
        if answer is None:
            self._fail(note)
            return
        if self._wanted.get(note.key) is not note:
            return
        can = answer.body[0] if answer.body else ()
        has_buttons = isinstance(can, list) and "actions" in can
        values = (
            "WalkTrack",
            self._numbers.get(note.key, 0),
            resource("icons", "walktrack.png").absolute().as_uri(),
            _sendable(note.words),
            "",
            _buttons(note) if has_buttons else [],
            {"desktop-entry": ("s", "walktrack")},
            _FOR_A_WHILE,
        )
        call = new_method_call(_DESKTOP, "Notify", "susssasa{sv}i", values)
        self._bus.call(call, partial(self._on_sent, note))

    def _on_sent(self, note: Note, answer: Message | None) -> None:
        number = answer.body[0] if answer and answer.body else 0
        if not isinstance(number, int) or not number:
            self._fail(note)
        elif note.key in self._wanted:
            self._numbers[note.key] = number
            self.sent.emit(note.key)
        else:
            self._close(number)

    def _fail(self, note: Note) -> None:
        if self._wanted.get(note.key) is note:
            del self._wanted[note.key]
            self.failed.emit(note.key)

    def _on_heard(self, signal: Message) -> None:
        fields = signal.header.fields
        if fields.get(HeaderFields.interface) != NAME:
            return
        match fields.get(HeaderFields.member), signal.body:
            case "ActionInvoked", (int(number), str(action)):
                for key in [key for key, known in self._numbers.items() if known == number]:
                    self.acted.emit(key, "" if action == _CLICK else action)
            case "NotificationClosed", (int(number), *_):
                self._forget({number})
            case _:
                pass

    def _on_lost(self) -> None:
        self._listens = False
        self._forget(set(self._numbers.values()))

    def _forget(self, numbers: set[int]) -> None:
        for key in [key for key, known in self._numbers.items() if known in numbers]:
            del self._numbers[key]
            self._wanted.pop(key, None)


def _sendable(words: str) -> str:
    """Return words as the bus takes them: it refuses a zero, and half of a letter."""
    return words.replace("\0", "").encode(errors="replace").decode()


def _buttons(note: Note) -> list[str]:
    """Return what can be chosen, each as a name and its words; first a click on the note itself."""
    pairs = [(_CLICK, note.actions[0][1]), *note.actions] if note.actions else []
    return [word for pair in pairs for word in pair]
