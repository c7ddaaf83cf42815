"""Notifications on a bus of their own, with a desktop made for the purpose."""

import shutil
import socket
import subprocess
import sys
from itertools import count

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("only Linux has such a bus", allow_module_level=True)

from jeepney.bus import get_connectable_addresses
from PySide6.QtCore import ClassInfo, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from walktrack.ui.notes import bus
from walktrack.ui.notes.bus import Bus, bus_place
from walktrack.ui.notes.by_bus import NAME, PATH, BusNotes
from walktrack.ui.notes.desktop import Note
from walktrack.ui.notes.here import notes_here

NOTE = Note("anna/walk", "Time for a walk <b>", (("open", "Open"), ("hour", "In an hour")))
NAMES = count()


@ClassInfo({"D-Bus Interface": NAME})
class Desktop(QObject):
    """A notification server. `seen` lists the words and buttons of what it shows, by number."""

    ActionInvoked = Signal("uint", str)
    NotificationClosed = Signal("uint", "uint")

    def __init__(self, bus, can):
        super().__init__()
        self._can, self._numbers = can, count(7)
        self.seen, self.gone, self.icons = {}, [], []
        options = QDBusConnection.RegisterOption
        assert bus.registerObject(PATH, self, options.ExportAllSlots | options.ExportAllSignals)
        assert bus.registerService(NAME)

    @Slot(result="QStringList")
    def GetCapabilities(self):
        return self._can

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, name, was, icon, words, body, buttons, _hints, timeout):
        assert (name, body, timeout) == ("WalkTrack", "", -1)
        number = was or next(self._numbers)
        self.seen[number] = (words, list(buttons))
        self.icons.append(icon)
        return number

    @Slot("uint")
    def CloseNotification(self, number):
        self.seen.pop(number, None)
        self.gone.append(number)
        self.NotificationClosed.emit(number, 3)


class Heard:
    def __init__(self, notes):
        self.acted, self.sent, self.failed = [], [], []
        notes.acted.connect(lambda key, action: self.acted.append((key, action)))
        notes.sent.connect(self.sent.append)
        notes.failed.connect(self.failed.append)


@pytest.fixture
def address(tmp_path):
    """Where a bus listens that only this test knows."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no bus here")
    where = f"unix:path={tmp_path / 'bus'}"
    run = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address", f"--address={where}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield run.stdout.readline().strip()
    finally:
        run.kill()
        run.wait()
        run.stdout.close()


@pytest.fixture
def notes(qapp, address):
    made = BusNotes(Bus(next(get_connectable_addresses(address))))
    yield made
    made.finish()


@pytest.fixture
def heard(notes):
    return Heard(notes)


@pytest.fixture
def make_desktop(address):
    made = {}

    def make(*can):
        name = f"desktop-{next(NAMES)}"
        bus = QDBusConnection.connectToBus(address, name)
        made[name] = Desktop(bus, list(can))
        return made[name]

    yield make
    for name in made:
        QDBusConnection.disconnectFromBus(name)


def test_a_note_is_shown_with_its_buttons(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("body", "body-markup", "actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: heard.sent == ["anna/walk"])
    buttons = ["default", "Open", "open", "Open", "hour", "In an hour"]
    assert desktop.seen == {7: ("Time for a walk <b>", buttons)}
    assert desktop.icons[0].startswith("file:///")
    assert not heard.failed


def test_what_is_chosen_is_heard_and_only_of_our_own(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(heard.sent))
    for number, action in ((8, "open"), (7, "hour"), (7, "default")):
        desktop.ActionInvoked.emit(number, action)
    qtbot.waitUntil(lambda: len(heard.acted) == 2)
    assert heard.acted == [("anna/walk", "hour"), ("anna/walk", "")]


def test_a_desktop_without_buttons_gets_none(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("body")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(heard.sent))
    assert desktop.seen[7][1] == []


def test_the_same_again_takes_its_place_and_others_stand_beside(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    notes.send(Note("bert/walk", "Bert"))
    qtbot.waitUntil(lambda: len(heard.sent) == 2)
    notes.send(Note("anna/walk", "Again"))
    qtbot.waitUntil(lambda: len(heard.sent) == 3)
    assert {number: words for number, (words, _) in desktop.seen.items()} == {7: "Again", 8: "Bert"}


def test_it_is_taken_away(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(heard.sent))
    notes.withdraw("anna/walk")
    qtbot.waitUntil(lambda: desktop.gone == [7])
    notes.withdraw("anna/walk")
    assert notes._numbers == {}


def test_one_on_its_way_is_not_shown(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    notes.withdraw("anna/walk")
    notes.send(Note("bert/walk", "Bert"))
    qtbot.waitUntil(lambda: heard.sent == ["bert/walk"])
    assert desktop.seen == {7: ("Bert", [])}


def test_one_the_desktop_has_already_is_taken_away_once_it_says_so(
    qtbot, notes, heard, make_desktop
):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(desktop.seen))
    notes.withdraw("anna/walk")
    qtbot.waitUntil(lambda: desktop.gone == [7])


def test_at_the_end_all_are_taken_away(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(heard.sent))
    notes.finish()
    qtbot.waitUntil(lambda: desktop.gone == [7])


def test_a_note_the_person_closed_is_forgotten(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(heard.sent))
    desktop.NotificationClosed.emit(7, 2)
    qtbot.waitUntil(lambda: notes._numbers == {})


def test_without_a_desktop_it_fails_and_the_next_is_tried(qtbot, notes, heard, make_desktop):
    notes.send(NOTE)
    qtbot.waitUntil(lambda: heard.failed == ["anna/walk"])
    make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: heard.sent == ["anna/walk"])


def test_an_odd_letter_in_a_name_keeps_no_note_from_the_bus(qtbot, notes, heard, make_desktop):
    desktop = make_desktop("actions")
    notes.send(Note("anna/walk", "Time for Anna\0\ud800"))
    qtbot.waitUntil(lambda: heard.sent == ["anna/walk"])
    assert desktop.seen == {7: ("Time for Anna?", [])}


def test_without_a_bus_it_fails(qtbot, tmp_path):
    notes = BusNotes(Bus(str(tmp_path / "none")))
    heard = Heard(notes)
    notes.send(NOTE)
    qtbot.waitUntil(lambda: heard.failed == ["anna/walk"])
    notes.finish()


def test_a_bus_that_never_answers_holds_nothing_up_and_is_given_up(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(bus, "LIMIT_MS", 300)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "deaf"))
        deaf.listen()
        notes, beats = BusNotes(Bus(str(tmp_path / "deaf"))), []
        heard = Heard(notes)
        timer = QTimer(interval=10)
        timer.timeout.connect(lambda: beats.append(1))
        timer.start()
        notes.send(NOTE)
        qtbot.waitUntil(lambda: heard.failed == ["anna/walk"])
        assert len(beats) > 5


@pytest.mark.parametrize(
    "said",
    [
        b"REJECTED EXTERNAL\r\n",
        b"OK 1\r\nnonsense of sixteen",
        b"OK 1\r\nl\2\0\1" + b"\xff" * 12,
        b"",
    ],
)
def test_a_bus_that_talks_nonsense_is_left(qtbot, tmp_path, said):
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(tmp_path / "other"))
        other.listen()
        notes = BusNotes(Bus(str(tmp_path / "other")))
        heard = Heard(notes)
        notes.send(NOTE)
        ours, _ = other.accept()
        ours.send(said)
        ours.close()
        qtbot.waitUntil(lambda: heard.failed == ["anna/walk"])


def test_after_the_bus_is_gone_the_next_note_asks_for_it_anew(qtbot, notes, heard, make_desktop):
    make_desktop("actions")
    notes.send(NOTE)
    qtbot.waitUntil(lambda: bool(heard.sent))
    notes._bus._lose()
    assert notes._numbers == {}
    notes.send(NOTE)
    qtbot.waitUntil(lambda: len(heard.sent) == 2)


def test_a_bus_on_another_computer_is_none(monkeypatch, tmp_path):
    for told in ("tcp:host=example.org,port=1", "unixexec:path=x", "autolaunch:", "unix:tmpdir=/"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", told)
        assert bus_place() is None, told
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x,guid=1")
    assert bus_place() == "/x"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=example.org;unix:abstract=/x%20y")
    assert bus_place() == "\0/x y"
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert bus_place() is None
    (tmp_path / "bus").touch()
    assert bus_place() == f"{tmp_path}/bus"


def test_a_window_on_no_screen_has_no_desktop(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x")
    assert notes_here(qapp) is None
