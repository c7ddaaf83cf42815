"""WalkTrack talks to nobody: the real program, page after page, with an ear on every socket."""

import json
import os
import subprocess
import sys
import textwrap

import pytest

EAR = """
    import json, socket, sys
    heard = []

    def ear(event, arguments):
        if not event.startswith("socket."):
            return
        made = event == "socket.__new__"
        family = arguments[1] if made else getattr(arguments[0], "family", None)
        if family != socket.AF_UNIX:  # which is how a window talks to its own desktop
            heard.append([event, str(arguments[-1])])

    sys.addaudithook(ear)
"""

PROGRAM = """
    import os, sys, time, traceback
    from pathlib import Path
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication
    from walktrack import app
    from walktrack.ui.main_window import MainWindow
    from walktrack.ui.top_bar import PageName

    def until(true):
        while not true():
            QApplication.processEvents()
            time.sleep(0.005)  # and not qWait, which leaves the thread of the charts no time

    def look(window):
        try:
            look_at_all(window)
        except BaseException:
            traceback.print_exc()
            os._exit(2)

    def look_at_all(window):
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(1280, 800)
        window.today.load_charts()
        until(lambda: window.today.charts.card.view._chart is not None)
        window.today.walk.forward()
        for name in PageName:
            window.go(name)
            window.grab()
        window.today.walk.press_finish()
        maps = Path("/proc/self/maps")
        used = maps.read_text() if maps.exists() else ""
        told = {
            "heard": heard,
            "loaded": sorted(name for name in sys.modules if "QtNetwork" in name),
            "mapped": sorted({w for w in used.split() if "Network" in w and "Qt" in w}),
            "qt": "libQt6Core" in used,
        }
        print(json.dumps(told), flush=True)
        window.leaving._settled = True
        window.close()

    MainWindow.load_charts = lambda window: QTimer.singleShot(0, window, lambda: look(window))
    sys.exit(app.run(sys.argv[1], example=True))
"""


def run(code, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(EAR) + textwrap.dedent(code), *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_no_page_opens_a_socket_or_loads_what_could(tmp_path):
    told = run(PROGRAM, tmp_path)
    assert (told["heard"], told["loaded"], told["mapped"]) == ([], [], [])
    if sys.platform == "linux":
        assert told["qt"]


@pytest.mark.parametrize(
    ("deed", "heard"),
    [
        ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "socket.__new__"),
        ("socket.socket(socket.AF_INET6)", "socket.__new__"),
        ("socket.getaddrinfo('127.0.0.1', 80)", "socket.getaddrinfo"),
        ("socket.gethostbyname('127.0.0.1')", "socket.gethostbyname"),
    ],
)
def test_the_ear_hears(deed, heard):
    told = run(f"{deed}\nprint(json.dumps(heard))")
    assert heard in {event for event, *_ in told}


def test_the_ear_lets_the_desktop_pass():
    assert run("socket.socket(socket.AF_UNIX)\nprint(json.dumps(heard))") == []
