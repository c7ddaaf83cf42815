"""The pauses of a walk, as parts of the time from its start."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """Not walking, from one time to another in ms after the start; ValueError if that is none."""

    from_ms: int
    to_ms: int

    def __post_init__(self) -> None:
        if not 0 <= self.from_ms < self.to_ms:
            message = "a pause ends before it begins"
            raise ValueError(message)

    @property
    def ms(self) -> int:
        """Its length."""
        return self.to_ms - self.from_ms


Pauses = tuple[Pause, ...]


def tidy(pauses: Iterable[Pause], span_ms: int) -> Pauses:
    """Return the pauses in order, inside a walk that lasts `span_ms`, those that meet made one."""
    found: list[Pause] = []
    for pause in sorted(pauses):
        end = min(pause.to_ms, span_ms)
        if end <= pause.from_ms:
            continue
        if found and pause.from_ms <= found[-1].to_ms:
            found[-1] = Pause(found[-1].from_ms, max(found[-1].to_ms, end))
        else:
            found.append(Pause(pause.from_ms, end))
    return tuple(found)


def fitting(pauses: Iterable[Pause], span_ms: int, walked_ms: int) -> Pauses:
    """Return the pauses if a walk of these times has room for them, else none: they are unknown."""
    found = tidy(pauses, span_ms)
    return found if total_ms(found) <= span_ms - walked_ms else ()


def total_ms(pauses: Iterable[Pause]) -> int:
    """Return how long they are together."""
    return sum(pause.ms for pause in pauses)


def clock_ms(pauses: Pauses, walked_ms: int) -> int:
    """Return how long after the start so much was walked; the pauses are in order."""
    at = walked_ms
    for pause in pauses:
        if pause.from_ms >= at:
            break
        at += pause.ms
    return at


def written(pauses: Pauses) -> str:
    """Return them as text: ``600000-900000 1200000-1260000``."""
    return " ".join(f"{pause.from_ms}-{pause.to_ms}" for pause in pauses)


def read(text: str) -> Pauses:
    """Return the pauses of such a text; ValueError if it is none."""
    pairs = [part.split("-") for part in text.split()]
    return tuple(Pause(int(begin), int(end)) for begin, end in pairs)
