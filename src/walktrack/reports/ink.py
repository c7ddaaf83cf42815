"""The colours and sizes a picture is drawn with, for the screen and for paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours as "#rrggbb"; `scale` is the text size (1.0 to 2.0).

    `ratio` is how many dots of the screen, or of the saved picture, make one logical pixel.
    """

    face: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    pain: str
    soft: str
    scale: float = 1.0
    ratio: float = 1.0


PAPER = Ink(
    face="#ffffff",
    text="#17211f",
    muted="#44504d",
    line="#e1ddd2",
    edge="#7b8582",
    accent="#0b5a4e",
    pain="#8b3a0e",
    soft="#ddede8",
    ratio=2.0,
)
"""For saved and printed pictures; marks differ in shape too, so black and white will do."""
