import shutil
import time
import wave
from array import array
from pathlib import Path

import pytest

from walktrack.paths import resource
from walktrack.ui import chime
from walktrack.ui.chime import Chime


@pytest.fixture
def programs(tmp_path, monkeypatch) -> Path:
    """A folder that holds all the programs there are."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for needed in ("timeout", "sleep"):
        (folder / needed).symlink_to(str(shutil.which(needed)))
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def beeps(monkeypatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(chime.QApplication, "beep", lambda: heard.append("beep"))
    return heard


def add_player(programs: Path, name: str, then: str = "") -> None:
    player = programs / name
    player.write_text(
        f'#!/bin/sh\nfor word; do :; done\necho "{name} $word" >> "{programs}/played"\n'
        f'echo "noise" >&2\necho "noise"\n{then}\n'
    )
    player.chmod(0o755)


def played(programs: Path) -> list[str]:
    record = programs / "played"
    return record.read_text().splitlines() if record.exists() else []


def test_a_player_is_given_the_sound_and_not_waited_for(qtbot, programs, beeps, capfd):
    add_player(programs, "pw-play", "sleep 1")
    bell = Chime()
    began = time.monotonic()

    assert bell.available
    assert bell.play("goal")

    assert time.monotonic() - began < 0.5
    goal = resource("sounds", "goal.wav")
    qtbot.waitUntil(lambda: played(programs) == [f"pw-play {goal}"])
    assert not beeps
    assert "noise" not in "".join(capfd.readouterr())


def test_a_player_without_its_sound_server_hands_on_to_the_next(qtbot, programs, beeps):
    add_player(programs, "paplay", "exit 1")
    add_player(programs, "aplay")

    assert Chime().play("half")

    half = resource("sounds", "half.wav")
    qtbot.waitUntil(lambda: played(programs) == [f"paplay {half}", f"aplay {half}"])


def test_one_player_is_enough(qtbot, programs, beeps):
    add_player(programs, "paplay", "echo end >> " + f'"{programs}/played"')
    add_player(programs, "pw-play")
    add_player(programs, "aplay")

    assert Chime().play("half")

    qtbot.waitUntil(lambda: "end" in played(programs))
    qtbot.wait(150)
    assert played(programs) == [f"paplay {resource('sounds', 'half.wav')}", "end"]


def test_without_a_player_it_says_so_and_beeps(qapp, programs, beeps):
    bell = Chime()

    assert not bell.available
    assert not bell.play("half")
    assert beeps == ["beep"]


def test_an_unknown_sound_is_refused(qapp, programs, beeps):
    with pytest.raises(FileNotFoundError, match=r"trumpet\.wav"):
        Chime().play("trumpet")


def test_a_chime_leaves_no_dead_process_behind(qtbot, programs, beeps):
    add_player(programs, "paplay")
    Chime().play("goal")
    qtbot.waitUntil(lambda: bool(played(programs)))

    children = Path("/proc/self/task").glob("*/children")
    names = [Path(f"/proc/{p}/comm").read_text() for c in children for p in c.read_text().split()]
    assert not {"sh\n", "paplay\n", "timeout\n"} & set(names)


def test_a_softer_sound_is_made_in_a_folder_of_its_own(qtbot, programs, beeps):
    add_player(programs, "aplay")
    bell = Chime()
    bell.volume = 25
    assert bell.play("goal")
    qtbot.waitUntil(lambda: len(played(programs)) == 1)
    made = Path(played(programs)[0].split()[1])
    shipped = resource("sounds", "goal.wav")
    assert made != shipped
    with wave.open(str(made)) as soft, wave.open(str(shipped)) as loud:
        assert soft.getparams() == loud.getparams()
        pairs = [array("h", each.readframes(each.getnframes())) for each in (soft, loud)]
    assert max(pairs[0]) == max(pairs[1]) // 4
    assert oct(made.parent.parent.stat().st_mode)[-3:] == "700"
    assert bell._softer
    bell._softer.cleanup()
    assert not made.exists()
