"""What can be told of an error to somebody else: its kind and its place, never what it said.

The message of an exception may hold what a person typed, and the path of a file their name.
"""

import errno
import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType

from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import Moment

_OURS = Path(__file__).parent
_STANDARD = Path(os.__file__).parent
_MADE_UP = re.compile(r"<[a-z_ .]+>")
_MOST_FRAMES = 30
_MOST_LINKS = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A line of code. `file` is named from its package on, so that no folder of a person shows."""

    file: str
    line: int
    function: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, in {self.function}"


@dataclass(frozen=True, slots=True)
class Link:
    """One error of a chain: its kind, and the way to it, outermost first."""

    kind: str
    way: tuple[Place, ...]

    def __str__(self) -> str:
        return "\n".join([self.kind, *(f"    {place}" for place in self.way)])


@dataclass(frozen=True, slots=True)
class Mishap:
    """Something that went wrong inside the program: the error, then those that led to it."""

    at: Moment
    links: tuple[Link, ...]

    @classmethod
    def of(cls, error: BaseException, at: Moment) -> "Mishap":
        """Take from an exception what may be told."""
        links = (Link(_kind(each), _way(_steps(each.__traceback__))) for each in _chain(error))
        return cls(at, tuple(links))

    @classmethod
    def on_the_way(cls, kind: str, frame: FrameType | None, at: Moment) -> "Mishap":
        """Tell where the program is just now; `frame` is the innermost one."""
        frames: list[FrameType] = []
        while frame:
            frames.append(frame)
            frame = frame.f_back
        return cls(at, (Link(kind, _way((each, each.f_lineno) for each in reversed(frames))),))

    @property
    def place(self) -> tuple[str, Place | None]:
        """What makes it the same as another: its kind and the line it came from."""
        first = self.links[0]
        return first.kind, first.way[-1] if first.way else None

    def __str__(self) -> str:
        return "\n  after ".join(map(str, self.links))


def _chain(error: BaseException) -> list[BaseException]:
    waiting: list[BaseException | None] = [error]
    found: list[BaseException] = []
    while waiting and len(found) < _MOST_LINKS:
        one = waiting.pop(0)
        if one is None or any(one is known for known in found):
            continue
        found.append(one)
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
        waiting += [one.__cause__, None if one.__suppress_context__ else one.__context__]
    return found


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    if isinstance(error, DiaryError):
        return f"{name} {error.fault}"
    if isinstance(error, sqlite3.Error):
        return f"{name} {getattr(error, 'sqlite_errorname', '')}".strip()
    if isinstance(error, OSError):
        return f"{name} {errno.errorcode.get(error.errno or 0, '')}".strip()
    return name


def _steps(trace: TracebackType | None) -> Iterable[tuple[FrameType, int]]:
    while trace:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _way(steps: Iterable[tuple[FrameType, int]]) -> tuple[Place, ...]:
    places = [
        Place(told_file(frame.f_code.co_filename), line, frame.f_code.co_qualname)
        for frame, line in steps
    ]
    return tuple(places[-_MOST_FRAMES:])


def told_file(name: str) -> str:
    """Name a file of code from its package on; of any other, only the last part."""
    if _MADE_UP.fullmatch(name):
        return name
    path = Path(name)
    for parent, told in ((_OURS, "walktrack"), (_STANDARD, _STANDARD.name)):
        if path.is_relative_to(parent) and "site-packages" not in path.parts:
            return Path(told, path.relative_to(parent)).as_posix()
    if "site-packages" in path.parts:
        return Path(*path.parts[path.parts.index("site-packages") :]).as_posix()
    return path.name
