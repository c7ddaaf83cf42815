"""The computer's own clocks, read together."""

import ctypes
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from walktrack.domain.clock import Reading
from walktrack.domain.moment import Moment

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Reads the wall clock, the clock that counts sleep and the one that does not.

    Linux: CLOCK_BOOTTIME and CLOCK_MONOTONIC. macOS: CLOCK_MONOTONIC counts sleep,
    CLOCK_UPTIME_RAW does not. Windows: GetTickCount64 and QueryUnbiasedInterruptTime.

    Where the system has no name for a boot, the minute it began stands in. It is found once, so
    that a wall clock set by hand cannot look like a restart.
    """

    def __init__(self) -> None:
        if _BOOT_ID.exists():
            self._boot = _BOOT_ID.read_text().strip()
        else:
            self._boot = f"t{(_wall().ms - _boot_ms()) // 60_000}"

    def read(self) -> Reading:
        """Return all clocks now."""
        return Reading(_wall(), _boot_ms(), _awake_ms(), self._boot)


def _wall() -> Moment:
    return Moment.of(datetime.now(UTC).astimezone())


if sys.platform == "win32":

    def _boot_ms() -> int:
        tick = ctypes.windll.kernel32.GetTickCount64
        tick.restype = ctypes.c_ulonglong
        return tick()

    def _awake_ms() -> int:
        hundred_ns = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(hundred_ns))
        return hundred_ns.value // 10_000

elif sys.platform == "darwin":

    def _boot_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000

    def _awake_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_UPTIME_RAW) // 1_000_000

else:

    def _boot_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000

    def _awake_ms() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000
