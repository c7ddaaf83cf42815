"""A person at the screen: real mouse, real keys, and eyes that read what a screen reader hears."""

import contextlib
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 1366, 768
SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

# What must be there, how to see that it is, and the Debian package that brings it.
NEEDED = (
    (("which", "Xvfb"), "xvfb"),
    (("which", "xdotool"), "xdotool"),
    (("which", "openbox"), "openbox"),
    (("which", "import"), "imagemagick"),
    (("which", "dbus-daemon"), "dbus"),
    (("which", "sqlite3"), "sqlite3"),
    (("test", "-x", BUS_LAUNCHER), "at-spi2-core"),
    ((SYSTEM_PYTHON, "-c", "import gi"), "python3-gi"),
    ((SYSTEM_PYTHON, "-c", ATSPI), "gir1.2-atspi-2.0"),
)

PATIENCE_S = 15
LOOK_AGAIN_S = 0.05
WHEEL_TURNS = 30
TABS = 120
SETTLED_S = 3
BREATH_S = 0.6  # longer than the time in which a second press counts as a slip of the finger


def missing_packages():
    def works(command):
        return (
            shutil.which(command[0])
            and not subprocess.run(command, capture_output=True, check=False).returncode
        )

    return [package for command, package in NEEDED if not works(command)]


def wait_until(look, what, patience_s=PATIENCE_S):
    """Return the first true answer of `look`; AssertionError, with `what`, if none comes."""
    until = time.monotonic() + patience_s
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError(what() if callable(what) else what)
        time.sleep(LOOK_AGAIN_S)


@dataclass(frozen=True)
class Node:
    """One thing on the screen, with its box and the part of the box that is in sight."""

    name: str
    label: str
    role: str
    text: str
    states: tuple
    window: str
    box: tuple
    part: tuple

    @property
    def middle(self):
        left, top, right, bottom = self.part
        return (left + right) // 2, (top + bottom) // 2

    @property
    def in_sight(self):
        """Whether all of it, or enough to be sure, can be touched."""
        _, top, _, bottom = self.box
        _, upper, _, lower = self.part
        return lower - upper >= 0.7 * (bottom - top) and self.part[2] > self.part[0]

    def fits(self, name, role):
        if role not in {None, self.role}:
            return False
        known = {self.name, self.label, self.text} - {""}
        if isinstance(name, re.Pattern):
            return any(name.search(words) for words in known)
        return name in known


class Screen:
    """A virtual screen with a window manager, a message bus and the bus for screen readers."""

    def __init__(self, folder, pictures):
        self._folder, self._pictures = folder, pictures
        self._numbers = itertools.count(1)
        self._children = []
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "XDG_", "DBUS_", "AT_SPI", "WAYLAND", "WALKTRACK_"))
        }
        self.environment |= {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"}

    def __enter__(self):
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        words = ["-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
        self.run("Xvfb", *words, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            self.environment["DISPLAY"] = f":{told.readline().strip()}"
        bus = self.run("dbus-daemon", "--session", "--nofork", "--print-address", talk=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.run(BUS_LAUNCHER, "--launch-immediately")
        self.run("openbox")
        self._eyes = self.run(SYSTEM_PYTHON, str(Path(__file__).with_name("see.py")), talk=True)
        return self

    def __exit__(self, *_):
        for child in reversed(self._children):
            # With its own children: the bus for screen readers has one that would outlive it.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    pipe.close()

    def run(self, *command, talk=False, **more):
        """Start a program that ends with the screen, if it does not end before."""
        pipe = subprocess.PIPE if talk else subprocess.DEVNULL
        with (self._folder / "said.txt").open("a") as said:
            child = subprocess.Popen(
                command,
                env=self.environment,
                cwd=self._folder,
                stdin=pipe,
                stdout=pipe,
                stderr=said,
                text=True,
                start_new_session=True,
                **more,
            )
        self._children.append(child)
        return child

    def ask(self, *question):
        """Ask the eyes."""
        self._eyes.stdin.write(json.dumps(question) + "\n")
        self._eyes.stdin.flush()
        return json.loads(self._eyes.stdout.readline())

    def hand(self, *words):
        """Move the mouse or press keys."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def picture(self, name):
        """Keep a picture of the whole screen."""
        path = self._folder / f"{next(self._numbers):02}-{name}.png"
        subprocess.run(["import", "-window", "root", path], env=self.environment, check=True)
        if self._pictures:
            shutil.copy(path, self._pictures)


class Program:
    """WalkTrack as it runs on a screen, for a diary in a folder."""

    def __init__(self, screen, diary):
        self.screen = screen
        python = (sys.executable, "-P", "-m", "walktrack")
        self.process = screen.run(*python, "--data-dir", str(diary))

    def see(self):
        """Return what is shown now; while a dialog is open, only that."""
        nodes = []
        for node in self.screen.ask("tree", self.process.pid) or ():
            left, top, right, bottom = node.pop("part")
            part = (max(left, 0), max(top, 0), min(right, WIDTH), min(bottom, HEIGHT))
            states, box = tuple(node.pop("states")), tuple(node.pop("box"))
            nodes.append(Node(**node, states=states, box=box, part=part))
        return [node for node in nodes if node.window == "dialog"] or nodes

    def find(self, name, role=None):
        return next((node for node in self.see() if node.fits(name, role)), None)

    def wait_for(self, name, role=None, patience_s=PATIENCE_S):
        """Return the thing of this name, or one that a pattern fits, as soon as it is shown."""

        def instead():
            self.screen.picture("missing")
            if self.process.poll() is not None:
                return f"{name!r} is not shown: the program ended with {self.process.returncode}"
            names = sorted({node.name or node.text for node in self.see()})
            return f"{name!r} is not shown, but: {names}"

        return wait_until(lambda: self.find(name, role), instead, patience_s)

    def wait_gone(self, name, role=None):
        wait_until(lambda: not self.find(name, role), f"{name!r} is still shown")

    def wait_ended(self):
        return self.process.wait(PATIENCE_S)

    def click(self, name, role=None):
        """Touch a thing with the mouse, once it lies still; bring it into sight by the wheel."""
        for _ in range(WHEEL_TURNS):
            node = self._still(name, role)
            if node.in_sight and "ENABLED" in node.states:
                self.screen.hand("mousemove", *node.middle, "click", 1)
                return
            upwards = node.part[1] > node.box[1]
            self.screen.hand("mousemove", node.middle[0], HEIGHT // 2, "click", 4 if upwards else 5)
        raise AssertionError(f"{name!r} cannot be brought into sight")

    def _still(self, name, role):
        before = self.wait_for(name, role)
        while True:
            node = self.wait_for(name, role)
            if node.box == before.box:
                return node
            before = node

    def press(self, name):
        """Let the assistive technology press a thing, without mouse or keys."""
        self.wait_for(name)
        pressed = wait_until(
            lambda: self.screen.ask("press", self.process.pid, name), f"{name!r} cannot be pressed"
        )
        assert pressed

    def key(self, *keys):
        self.screen.hand("key", "--delay", 40, *keys)

    def type(self, words):
        self.screen.hand("type", "--delay", 20, words)

    def focused(self):
        """Return what has the keyboard; an editor shares it with the paper inside it."""
        return [node for node in self.see() if "FOCUSED" in node.states]

    def has_focus(self, name):
        return any(node.fits(name, None) for node in self.focused())

    def wait_focused(self, name):
        words = f"{name!r} has not the keyboard, but: "
        wait_until(lambda: self.has_focus(name), lambda: words + str(self.focused()))

    def tab_to(self, name):
        """Go to a thing by the Tab key alone."""
        for _ in range(TABS):
            here = wait_until(self.focused, "nothing has the keyboard")
            if self.has_focus(name):
                return
            self.key("Tab")
            self._wait_moved(here)
        raise AssertionError(f"{name!r} is not reached by Tab")

    def _wait_moved(self, here):
        before = {node.box for node in here}
        names = {node.name for node in here}

        def moved():
            return any(node.box not in before or node.name not in names for node in self.focused())

        wait_until(moved, f"Tab stays at {here}")

    def breathe(self):
        """Let as much time pass between two steps of a walk as a person does."""
        time.sleep(BREATH_S)

    def let_it_settle(self):
        """Do not look while one page gives way to another.

        Qt 6.11 dies when it is asked for the children of a widget that is being hidden; an empty
        window of two pages does so too.
        """
        time.sleep(SETTLED_S)

    def close(self):
        """Close the window by the cross in its title bar, which openbox puts above its corner."""
        _, top, right, _ = self.wait_for("WalkTrack", "frame").box
        self.screen.hand("mousemove", right - 10, top - 10, "click", 1)

    def kill(self):
        """End it with no time for a last word, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def read_back(diary, sql):
    """Ask sqlite3, the program, about a copy of the diary; the rows as a list of dicts."""
    copy = Path(diary).with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for file in Path(diary).glob("walktrack.db*"):
        shutil.copy(file, copy)
    command = ["sqlite3", "-json", str(copy / "walktrack.db"), sql]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(told) if told.strip() else []
