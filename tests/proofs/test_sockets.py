"""Nothing that the window does opens a socket to any network, as the system itself sees it.

The tests of the window run while the system calls of their processes are recorded. A process that
does open one has to be seen.

The long form runs all tests of the window; it takes some minutes:
    .venv/bin/pytest -m long tests/proofs/test_sockets.py
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
TRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect,bind,sendto,sendmsg")
INTERNET = re.compile(r"\bAF_(INET6?|PACKET|NETLINK)\b")
# These open internet sockets on purpose, to see that they are noticed.
CONTROLS = "tests/ui/test_no_network.py::test_the_ear_hears"
# These start a bus, which asks the system whether it is to keep a record of who is refused.
BUSES = "tests/ui/notes/test_by_bus.py"
NOTE = """
from PySide6.QtWidgets import QApplication
from walktrack.ui.notes.bus import Bus, bus_place
from walktrack.ui.notes.by_bus import BusNotes
from walktrack.ui.notes.desktop import Note

app = QApplication([])
notes = BusNotes(Bus(bus_place()))
notes.failed.connect(print)
notes.failed.connect(app.quit)
notes.send(Note("nobody takes it", "Time for a walk"))
app.exec()
raise SystemExit("so that what it said is told")
"""


def works():
    """Say whether processes can be traced here; a container may forbid it."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run([*TRACE, "true"], capture_output=True, check=False)
    return done.returncode == 0


pytestmark = pytest.mark.skipif(not works(), reason="strace is not there or may not trace")


def traced(folder, *words):
    """Run Python with these words; return what it said, and the calls that reach for a network.

    What it said is empty if all went well.
    """
    record = folder / "calls"
    done = subprocess.run(
        [*TRACE, "-o", record, sys.executable, *words],
        cwd=CHECKOUT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    calls = record.read_text(errors="replace").splitlines()
    said = done.stdout[-3000:] if done.returncode else ""
    return said, [call for call in calls if INTERNET.search(call)]


def window_tests(*paths):
    return ("-m", "pytest", "-q", "-p", "no:cacheprovider", "--deselect", CONTROLS,
            "--ignore", BUSES, *paths)  # fmt: skip


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_socket_to_a_network_is_seen(tmp_path, family):
    _, found = traced(tmp_path, "-c", f"import socket; socket.socket(socket.{family})")
    assert len(found) == 1


def test_a_socket_of_a_process_started_by_another_is_seen(tmp_path):
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}])"
    _, found = traced(tmp_path, "-c", start)
    assert [call.split("(")[0].split()[-1] for call in found] == ["socket", "connect"]


def test_the_window_with_all_its_pages_opens_none(tmp_path):
    said, found = traced(tmp_path, *window_tests("tests/ui/test_shelf.py"))
    assert (said, found) == ("", [])


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no bus here")
def test_a_notification_of_the_desktop_opens_none(tmp_path, monkeypatch):
    where = f"unix:path={tmp_path / 'bus'}"
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={where}"]
    with subprocess.Popen(daemon, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        assert bus.stdout.readline()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", where)
        said, found = traced(tmp_path, "-c", NOTE)
        bus.kill()
    assert (said, found) == ("nobody takes it\n", [])


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_test_of_the_window_opens_one(tmp_path):
    said, found = traced(tmp_path, *window_tests("tests/ui"))
    assert found == []
    assert said == ""
