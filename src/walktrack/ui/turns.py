"""Letting the window have its turn often while a thread works."""

import sys
from collections.abc import Generator
from contextlib import contextmanager

_SHORT_TURN_S = 0.0005


@contextmanager
def short_turns() -> Generator[None]:
    """Let the window have its turn every half millisecond until this ends."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SHORT_TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
