"""Student's t distribution, for the interval of a mean of few values."""

from math import exp, lgamma, log, log1p

_DEPTH = 400  # it settles after about the root of the larger of a and b
_HALVINGS = 60


def t_share(t: float, freedom: float) -> float:
    """Return the share of Student's t distribution below `t`; `freedom` need not be whole.

    By the regularised incomplete beta function: NIST Digital Library of Mathematical Functions,
    8.17 (the continued fraction is 8.17.22); M. Abramowitz and I. A. Stegun, Handbook of
    Mathematical Functions, 26.5.27 for the link with t.
    """
    middle = _beta_share(t * t / (freedom + t * t), 0.5, freedom / 2)
    return (1 + middle) / 2 if t > 0 else (1 - middle) / 2


def t_quantile(share: float, freedom: float) -> float:
    """Return the t below which lies `share` (0.5 to 1, not 1) of the distribution.

    ValueError for any other share and where there is no `freedom` above 0.
    """
    if not 0.5 <= share < 1 or freedom <= 0:  # noqa: PLR2004 - the middle
        message = f"no t for {share} at {freedom} degrees of freedom"
        raise ValueError(message)
    low, high = 0.0, 1.0
    while t_share(high, freedom) < share:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        if t_share(middle, freedom) < share:
            low = middle
        else:
            high = middle
    return high


def _beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), x from 0 to 1."""
    if x in {0.0, 1.0}:
        return x
    if x > (a + 1) / (a + b + 2):  # there the fraction is slow; DLMF 8.17.4
        return 1 - _beta_share(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of DLMF 8.17.22, from its far end inwards."""
    value = 1.0
    for step in range(_DEPTH, 0, -1):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        value = 1 + term / value
    return 1 / value
