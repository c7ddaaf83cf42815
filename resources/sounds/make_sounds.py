"""Makes the sounds of a walk: warm bell notes with a soft start, 22 kHz, mono, 16 bit.

Run from anywhere with no arguments; the files are written beside this script. The notes lie
between 390 and 790 Hz, where hearing lasts longest with age.
"""

import math
import wave
from array import array
from pathlib import Path

RATE = 22_050
PEAK = 0.55  # of full scale: clear, and never a fright
SOFT_START_S = 0.018
SOFT_END_S = 0.12
FADE_PER_S = 3.6
OVERTONES = ((1, 1.0, 1.0), (2, 0.32, 1.8), (3, 0.10, 2.8))  # multiple, loudness, extra fade

G4, C5, E5, G5 = 392.00, 523.25, 659.26, 783.99
CHIMES = {  # length in seconds; then each note's pitch in Hz, start in seconds and loudness
    "half": (1.0, ((G4, 0.0, 0.8), (C5, 0.22, 1.0))),
    "ease": (0.9, ((C5, 0.0, 0.8), (E5, 0.18, 1.0))),
    "slow": (1.1, ((E5, 0.0, 0.7), (C5, 0.25, 1.0))),
    "posture": (0.8, ((G4, 0.0, 0.6), (G4, 0.16, 1.0))),
    "back": (1.4, ((G4, 0.0, 0.8), (E5, 0.22, 0.9), (E5, 0.55, 1.0))),
    "goal": (1.5, ((C5, 0.0, 0.8), (E5, 0.20, 0.9), (G5, 0.40, 1.0))),
}


def samples(name: str) -> list[int]:
    """Return the chime as 16-bit samples, its loudest one at PEAK."""
    length, notes = CHIMES[name]
    times = [i / RATE for i in range(int(length * RATE))]
    wave_form = [
        min(1.0, (length - t) / SOFT_END_S)
        * sum(loud * _note(pitch, t - start) for pitch, start, loud in notes if t >= start)
        for t in times
    ]
    scale = PEAK * 32_767 / max(abs(value) for value in wave_form)
    return [round(value * scale) for value in wave_form]


def write(folder: Path) -> None:
    """Write every chime into the folder as NAME.wav."""
    for name in CHIMES:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(array("h", samples(name)).tobytes())


def _note(pitch: float, t: float) -> float:
    rise = math.sin(math.pi / 2 * min(1.0, t / SOFT_START_S)) ** 2
    return rise * sum(
        loud * math.exp(-FADE_PER_S * fade * t) * math.sin(2 * math.pi * pitch * multiple * t)
        for multiple, loud, fade in OVERTONES
    )


if __name__ == "__main__":
    write(Path(__file__).parent)
