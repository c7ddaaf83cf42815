"""A rectangle of a picture and the values it spans: from values to pixels and back."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Panel:
    """Logical pixels, counted from the bottom left as matplotlib does; never of no size."""

    left: float
    bottom: float
    width: float
    height: float
    low: tuple[float, float] = (0.0, 0.0)
    high: tuple[float, float] = (1.0, 1.0)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height

    @property
    def unit(self) -> float:
        """How many pixels wide a step of 1 is."""
        return self.width / (self.high[0] - self.low[0])

    def x(self, value: float) -> float:
        """Return the pixel of a value across."""
        return self.left + (value - self.low[0]) * self.unit

    def y(self, value: float) -> float:
        """Return the pixel of a value upwards."""
        return self.bottom + (value - self.low[1]) / (self.high[1] - self.low[1]) * self.height

    def points(self, values: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return the pixels of many values."""
        return [(self.x(x), self.y(y)) for x, y in values]

    def across(self, value: float) -> list[tuple[float, float]]:
        """Return a level line over the whole width."""
        return [(self.left, self.y(value)), (self.right, self.y(value))]
