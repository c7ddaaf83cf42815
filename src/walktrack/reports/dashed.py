"""Outlines of short dashes, for what is less sure than a whole line says."""

from math import cos, pi, sin

from matplotlib.path import Path

_DASHES, _SHARE, _STEPS = 8, 0.58, 4


def circle() -> Path:
    """Return a circle of dashes, as wide as matplotlib's own mark."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for dash in range(_DASHES):
        for step in range(_STEPS + 1):
            turn = 2 * pi * (dash + _SHARE * step / _STEPS) / _DASHES
            points.append((0.5 * cos(turn), 0.5 * sin(turn)))
            codes.append(int(Path.LINETO if step else Path.MOVETO))
    return Path(points, codes)


def square() -> Path:
    """Return a square of dashes: its corners, and the middle of each side left open."""
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    arm = _SHARE / 2
    for across, up in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        corner = (0.5 * across, 0.5 * up)
        points += [
            (corner[0] - arm * across, corner[1]),
            corner,
            (corner[0], corner[1] - arm * up),
        ]
        codes += [int(Path.MOVETO), int(Path.LINETO), int(Path.LINETO)]
    return Path(points, codes)
