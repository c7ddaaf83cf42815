"""Start WalkTrack from a checkout: set up what it needs, then hand over.

    python3 main.py [ARGUMENT ...]       open the window, or do a verb such as export
    python3 main.py test [ARGUMENT ...]  run the tests without a screen; arguments go to pytest
    python3 main.py check                run ruff, basedpyright and import-linter

It needs Python 3.11 with venv and nothing else. An older Python 3 can still read this file,
so that it can say what is missing. It ends with 3 when there is something for the person to do.
"""

import compileall
import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
NEEDS_THE_PERSON = 3

if sys.version_info[:2] < OLDEST_PYTHON:
    found = ".".join(map(str, sys.version_info[:2]))
    print(f"WalkTrack needs Python 3.11 or newer, and this is Python {found}.", file=sys.stderr)
    sys.exit(NEEDS_THE_PERSON)

import tomllib  # noqa: E402  an older Python has none, and must get as far as the sentence above

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = VENV / "set-up.log"
READY = VENV / "ready"
LOCKS = {"window": "requirements.lock", "test": "requirements-test.lock"}

# What Qt loads from the system, and the Debian package that brings it. Newer releases call
# libglib2.0-0 libglib2.0-0t64; apt-get there takes the old name for it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

WITHOUT_A_WINDOW = frozenset({"export", "import", "--version", "--help", "-h"})
CHECKS = (
    ("-m", "ruff", "check"),
    ("-m", "ruff", "format", "--check"),
    ("-m", "basedpyright"),
    ("-c", "import importlinter.cli as cli; cli.lint_imports_command()"),
)

ON_EVERY_CORE = ("-n", "auto", "--dist", "worksteal")
"""How all tests are run; a few chosen ones are there sooner without."""

# What pip's log says, and what that means to the person. The first that fits is told.
DISK_FULL = "The disk is full: free about 1 GB, then start again."
REASONS = (
    ("[Errno 28]", DISK_FULL),
    ("DO NOT MATCH THE HASHES", "A part did not arrive whole: please start again."),
    ("Retrying (", "The parts could not be fetched: check the internet, then start again."),
    ("No matching distribution", "There are no parts made for this computer with this Python."),
)


class SetUpError(Exception):
    """Something only the person can put right, said in one plain sentence."""


def say(text: str, end: str = "\n") -> None:
    """Tell the person something, at once, and leave standard output to the program itself."""
    print(text, end=end, file=sys.stderr, flush=True)


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """Name the packages of the libraries that the system cannot load."""
    packages: list[str] = []
    for soname, package in libraries.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            packages.append(package)
    return packages


def provide_libraries(libraries: Mapping[str, str]) -> None:
    """Install missing system libraries as root; else raise SetUpError with the line to type."""
    packages = missing_libraries(libraries) if sys.platform == "linux" else []
    apt = shutil.which("apt-get")
    if packages and apt and os.geteuid() == 0:
        say("Installing system libraries: " + " ".join(packages))
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            # Whether it worked is seen by loading the libraries again.
            subprocess.run([apt, "-qq", *words], env=environment, stdout=sys.stderr, check=False)
        packages = missing_libraries(libraries)
    if packages:
        remedy = "please type: sudo apt-get install" if apt else "please install"
        raise SetUpError(f"Some system libraries are missing, {remedy} {' '.join(packages)}")


if os.name == "posix":
    from fcntl import LOCK_EX, flock

    def wait_for_turn() -> None:
        """Let one set-up at a time work here; the hold ends with this process."""
        flock(os.open(ROOT, os.O_RDONLY), LOCK_EX)

else:

    def wait_for_turn() -> None:
        """Do nothing: Windows itself refuses to replace files in use."""


def require_screen(environment: Mapping[str, str]) -> None:
    """Raise SetUpError when a window could not be shown; an empty variable counts as unset."""
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not any(environment.get(name) for name in names):
        raise SetUpError("No screen was found: please start WalkTrack from the desktop.")


def require_venv() -> None:
    """Raise SetUpError when this Python cannot make an environment, as Debian's bare one cannot."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info)
        remedy = f"use sudo apt-get install {package}" if shutil.which("apt-get") else "add it"
        raise SetUpError(f"This Python has no venv module: {remedy}, then start again.")


def fingerprint(kind: str) -> str:
    """Sum up what a set-up depends on: the locked parts, the parts asked for, this Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"] if kind == "test" else None
    python = (sys.implementation.cache_tag, sys.base_prefix)
    rest = repr((kind, project["dependencies"], extras, python))
    return hashlib.sha256((ROOT / LOCKS[kind]).read_bytes() + rest.encode()).hexdigest()


def is_ready(kind: str) -> bool:
    """Tell whether a finished environment stands that fits these parts and this Python."""
    if not (VENV_PYTHON.exists() and READY.exists()):
        return False
    return fingerprint(kind) in READY.read_text(encoding="utf-8").split()


def run_step(text: str, command: Sequence[str]) -> None:
    """Run one part of the set-up with a dot each second; its output goes to the log.

    Raises SetUpError, after showing the end of the log, when the command fails.
    """
    say(text, end=" ")
    with LOG.open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        while process.returncode is None:
            say(".", end="")
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=1)
    say("")
    if process.returncode != 0:
        told = LOG.read_text(encoding="utf-8", errors="replace")
        say("\n".join(told.splitlines()[-12:]))
        unknown = f"Setting up did not work: please send {LOG} to those who help you."
        raise SetUpError(next((reason for sign, reason in REASONS if sign in told), unknown))


def set_up(kind: str) -> None:
    """Make the environment, or add what it lacks; mark it ready last, so half of one is redone."""
    require_venv()
    say("Setting up WalkTrack. This happens once and takes a minute or two.")
    if VENV.exists() and not is_ready("window"):
        shutil.rmtree(VENV)
    VENV.mkdir(exist_ok=True)
    READY.unlink(missing_ok=True)
    run_step("1 of 3  Making room", [sys.executable, "-m", "venv", str(VENV)])
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    # The lock is complete: looking for more would let a newer part in that has no hash there.
    locked = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", LOCKS[kind]]
    quietly = ["--progress-bar", "off", "--compile"]
    run_step("2 of 3  Fetching the parts, over 100 MB", [*pip, *quietly, *locked])
    say("3 of 3  Getting ready to start")
    # A path from the environment's own folder: the checkout may move or have any letters in it.
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    (packages / "walktrack.pth").write_text(os.path.relpath(ROOT / "src", packages), "utf-8")
    compileall.compile_dir(ROOT / "src", quiet=2)
    # The test lock holds all that the window needs.
    kinds = LOCKS if kind == "test" else [kind]
    READY.write_text("\n".join(map(fingerprint, kinds)), encoding="utf-8")


def ensure(kind: str) -> None:
    """Set up unless that is done; raise SetUpError when the folder or the disk forbids it."""
    try:
        if not is_ready(kind):
            wait_for_turn()
        if not is_ready(kind):
            set_up(kind)
    except OSError as error:
        here = f"WalkTrack cannot be set up here: {error}"
        raise SetUpError(DISK_FULL if error.errno == errno.ENOSPC else here) from error


def hand_over(arguments: Sequence[str]) -> int:
    """Become the environment's Python with these arguments; on Windows, return what it returns."""
    command = [str(VENV_PYTHON), *arguments]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says; anything but test and check goes to WalkTrack."""
    verb = arguments[0] if arguments else ""
    if verb == "check":
        ensure("test")
        results = [subprocess.call([str(VENV_PYTHON), *check], cwd=ROOT) for check in CHECKS]
        return int(any(results))
    if verb == "test":
        provide_libraries(LIBRARIES)
        ensure("test")
        os.chdir(ROOT)
        return hand_over(["-m", "pytest", *(arguments[1:] or ON_EVERY_CORE)])
    if not WITHOUT_A_WINDOW.intersection(arguments):
        require_screen(os.environ)
        provide_libraries({**LIBRARIES, **SCREEN_LIBRARIES})
    ensure("window")
    return hand_over(["-P", "-m", "walktrack", *arguments])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetUpError as error:
        say(str(error))
        sys.exit(NEEDS_THE_PERSON)
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on.")
        sys.exit(130)
