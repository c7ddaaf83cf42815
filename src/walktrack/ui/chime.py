"""A short chime at half-way and at the goal, through whatever sound player the computer has.

Qt's own sound module would add 150 MB to what people download for two notes.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

from walktrack.paths import resource


class Chime(QObject):
    """Plays the shipped sounds: ``half`` and ``goal``."""

    @property
    def available(self) -> bool:
        """Whether a sound player was found; if not, ``play`` can only ask for a beep."""
        return _can_play()

    def play(self, name: str) -> bool:
        """Start a sound and return at once: True if a player took it, False if it was a beep.

        Raises FileNotFoundError if there is no such sound.
        """
        if _start(resource("sounds", f"{name}.wav")):
            return True
        QApplication.beep()
        return False


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
