"""How the numbers of the diary are written."""


def whole_minutes(value: float) -> int:
    """Return minutes as people say them: rounded, and never 0 for a walk that was."""
    return max(1, int(value + 0.5)) if value > 0 else 0


def signed(value: int) -> str:
    """Write a change as people write it, with a sign, and a true minus."""
    return f"+{value}" if value > 0 else str(value).replace("-", "\N{MINUS SIGN}")
