"""The short sounds of a walk, through whatever sound player the computer has.

Qt's own sound module would add 150 MB to what people download for two notes.
"""

import atexit
import sys
import tempfile
import wave
from array import array
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

from walktrack.paths import resource

LOUDEST = 100


class Chime(QObject):
    """Plays the shipped sounds, each named as its Cue; `volume` is in percent of the whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.volume = LOUDEST
        self._softer: tempfile.TemporaryDirectory[str] | None = None

    @property
    def available(self) -> bool:
        """Whether a sound player was found; if not, ``play`` can only ask for a beep."""
        return _can_play()

    def play(self, name: str) -> bool:
        """Start a sound and return at once: True if a player took it, False if it was a beep.

        Raises FileNotFoundError if there is no such sound.
        """
        if _start(self._sound(name)):
            return True
        QApplication.beep()
        return False

    def _sound(self, name: str) -> Path:
        """Return the file of a sound; a softer one is made first, for not all players can."""
        shipped = resource("sounds", f"{name}.wav")
        if self.volume >= LOUDEST:
            return shipped
        try:
            self._softer = self._softer or _folder()
            made = Path(self._softer.name) / str(self.volume) / shipped.name
            if not made.exists():
                made.parent.mkdir(exist_ok=True)
                _soften(shipped, made, self.volume)
        except OSError:  # no room for it: better loud than not at all
            return shipped
        return made


def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder of our own that goes with the program."""
    made = tempfile.TemporaryDirectory(prefix="walktrack-sounds-")
    atexit.register(made.cleanup)
    return made


def _soften(shipped: Path, made: Path, percent: int) -> None:
    with wave.open(str(shipped), "rb") as source, wave.open(str(made), "wb") as target:
        target.setparams(source.getparams())
        samples = array("h", source.readframes(source.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        softer = array("h", (sample * percent // LOUDEST for sample in samples))
        if sys.byteorder == "big":
            softer.byteswap()
        target.writeframes(softer.tobytes())


if sys.platform == "win32":
    import winsound

    def _can_play() -> bool:
        return True

    def _start(sound: Path) -> bool:
        try:
            winsound.PlaySound(str(sound), winsound.SND_FILENAME | winsound.SND_ASYNC)
        except RuntimeError:  # no sound device
            return False
        return True

else:
    # A player without its sound server may fail or wait for ever, so each gets four seconds and
    # the next one its turn. pw-play waits, so paplay, which PipeWire serves too, comes before it.
    _PLAYERS = {
        "afplay": 'afplay "$0"',
        "paplay": 'timeout 4 paplay "$0"',
        "pw-play": 'timeout 4 pw-play "$0"',
        "aplay": 'timeout 4 aplay -q "$0"',
    }

    def _can_play() -> bool:
        return bool(_commands())

    def _start(sound: Path) -> bool:
        commands = _commands()
        if not commands:
            return False
        shell = QProcess()
        shell.setProgram("/bin/sh")
        shell.setArguments(["-c", " || ".join(commands), str(sound)])
        shell.setStandardInputFile(QProcess.nullDevice())
        shell.setStandardOutputFile(QProcess.nullDevice())
        shell.setStandardErrorFile(QProcess.nullDevice())
        return bool(shell.startDetached())

    def _commands() -> list[str]:
        find = QStandardPaths.findExecutable
        return [command for player, command in _PLAYERS.items() if find(player)]
