"""The colours and measures of the window, as plain values."""

from dataclasses import dataclass

BODY_PX = 17
"""Height of body text at 100 %, in pixels; every other size is a ratio of it."""

TARGET = 44
"""No target is smaller than this, in either direction, in pixels."""

CONTROL_HEIGHT = 52
"""Height of buttons and fields with a box: a target and the ring around it."""

LARGE_HEIGHT = 62
"""Height of the buttons that start, pause and finish a walk, with their ring."""

RING = 4
"""Room around a control for its focus ring: a gap and then the ring."""

RING_WIDTH = 2.5
CARD_RADIUS = 14
CONTROL_RADIUS = 11
SMALL_RADIUS = 8
HAIRLINE = 1.0
EDGE_WIDTH = 1.4

INDICATOR = 28
"""Edge of a check box's square, and diameter of a radio button, in pixels at 100 %."""

MARK_GAP = 9
"""Space between it and its words."""

MARGIN = 20
"""Space between the side of a card and what is on it."""

GAP = 10
"""Space between two cards, and between things that belong together."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, each as "#rrggbb".

    Text, muted and accent stand on bg and card at 7:1 or more, and so do pain on card, on_accent
    on accent and text on soft; edge and focus at 3:1 or more. line only divides.
    """

    bg: str
    card: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    soft: str
    pain: str
    focus: str


LIGHT = Tokens(
    bg="#F3F1EB",
    card="#FFFFFF",
    line="#E1DDD2",
    edge="#7B8582",
    text="#17211F",
    muted="#44504D",
    accent="#0B5A4E",
    on_accent="#FFFFFF",
    soft="#DDEDE8",
    pain="#8B3A0E",
    focus="#0B4FC4",
)

DARK = Tokens(
    bg="#101514",
    card="#1A2120",
    line="#2C3634",
    edge="#82928E",
    text="#EDF2F0",
    muted="#B8C5C1",
    accent="#84D8C5",
    on_accent="#05221C",
    soft="#22423C",
    pain="#F4B78F",
    focus="#9CC2FF",
)

CONTRAST = Tokens(
    bg="#000000",
    card="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFE23B",
    on_accent="#000000",
    soft="#2B2B00",
    pain="#FFB37A",
    focus="#00E5FF",
)
