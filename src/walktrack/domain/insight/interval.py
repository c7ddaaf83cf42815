"""How sure a correlation is."""

from dataclasses import dataclass
from math import atanh, sqrt, tanh

Z_95 = 1.959964
"""Between minus this and this lies 95 % of the standard normal distribution."""

_ALMOST_ONE = 1 - 1e-9
_LOST = 3


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, with 95 % confidence."""

    low: float
    high: float

    @property
    def below_zero(self) -> bool:
        """Whether all of it is below 0."""
        return self.high < 0

    @property
    def above_zero(self) -> bool:
        """Whether all of it is above 0."""
        return self.low > 0


def of_correlation(r: float, n: float, held: int = 0) -> Interval:
    """Return the 95 % interval of a rank correlation `r` (-1 to 1) of `n` independent pairs.

    `held` is how many other things are held fixed. ValueError unless n is more than 3 + held.
    Source: D. G. Bonett and T. A. Wright, Sample size requirements for estimating Pearson, Kendall
    and Spearman correlations, Psychometrika 65 (2000) 23-28: the variance of Fisher's z of a rank
    correlation is about (1 + r²/2) / (n - 3).
    """
    if n <= _LOST + held:
        message = f"{n} pairs are too few for an interval with {held} held fixed"
        raise ValueError(message)
    z = atanh(max(-_ALMOST_ONE, min(_ALMOST_ONE, r)))
    reach = Z_95 * sqrt((1 + r**2 / 2) / (n - _LOST - held))
    return Interval(tanh(z - reach), tanh(z + reach))
