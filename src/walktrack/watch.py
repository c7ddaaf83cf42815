"""Hears of the errors that nobody else took: none goes unnoticed, and none tells too much."""

import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self

from walktrack.domain.clock import Clock

if TYPE_CHECKING:
    from walktrack.log import Log
    from walktrack.mishap import Mishap

MOST_OF_A_PLACE, MOST = 5, 200
"""How often one place, and all together, are written down in one run."""


class Watch:
    """Notes uncaught errors in the log while its block runs, and says so on standard error.

    An Exception that ends the block is told in one sentence and goes no further. `listener`, if
    there is one, gets the Mishap of each error in between; it may be called from any thread.
    Nothing is loaded and no file is touched before the first error or `look_deeper`.
    """

    def __init__(self, folder: Callable[[], Path], clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._log: Log | None = None
        self._times: Counter[object] = Counter()
        self.listener: Callable[[Mishap], None] | None = None

    def __enter__(self) -> Self:
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_error_in_thread
        sys.unraisablehook = self._on_unraisable
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        ours = isinstance(error, Exception)
        if ours:
            self._note(error, told=False)
            _say("Something went wrong inside WalkTrack, and it had to stop.")
        with suppress(OSError):
            if self._log:
                self._log.close()
        return ours

    def note_message(self, kind: str, frame: FrameType | None) -> None:
        """Write into the log that a part of the program complained, and where that was."""
        from walktrack.mishap import Mishap  # noqa: PLC0415 - rarely wanted

        self._keep(Mishap.on_the_way(kind, frame, self._clock.read().wall))

    def look_deeper(self) -> None:
        """Be ready for a crash as well; to be called when there is time to open a file."""
        with suppress(OSError):
            self._open_log().watch_for_crashes(self._clock.read().wall)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):  # somebody wants the program to end
            self._before[0](kind, error, trace)
            return
        mishap = self._note(error)
        if mishap and self.listener:
            with suppress(RuntimeError):  # the window is gone
                self.listener(mishap)

    def _on_error_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)
        else:
            self._before[1](args)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        # Nothing the person did is lost by it: it is only written down.
        if isinstance(args.exc_value, Exception):
            self._note(args.exc_value)

    def _note(self, error: Exception, *, told: bool = True) -> "Mishap | None":
        try:
            from walktrack.mishap import Mishap  # noqa: PLC0415 - rarely wanted

            mishap = Mishap.of(error, self._clock.read().wall)
            self._keep(mishap, told=told)
        except Exception:  # an error about an error must not go round in circles
            _say("Something went wrong inside WalkTrack, and no note of it could be made.")
            return None
        return mishap

    def _keep(self, mishap: "Mishap", *, told: bool = True) -> None:
        if self._times[mishap.place] >= MOST_OF_A_PLACE or self._times.total() >= MOST:
            return
        self._times[mishap.place] += 1
        if told:
            _say(": ".join(str(part) for part in mishap.place if part))
        try:
            self._open_log().keep(mishap)
        except OSError:
            _say("No note of it could be written.")

    def _open_log(self) -> "Log":
        if self._log is None:
            from walktrack.log import Log  # noqa: PLC0415 - rarely wanted

            self._log = Log(self._folder())
        return self._log


def _say(words: str) -> None:
    """Tell whoever started the program from a terminal; a window may have none."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"walktrack: {words}\n")
