"""The charts as pictures: made here for the screen, the saved file and the page.

Importing this imports matplotlib, which takes about a second: do it late, and in a thread.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from walktrack.domain.summary import Overview
from walktrack.reports.against_pain import AgainstPain
from walktrack.reports.frame import Spot
from walktrack.reports.ink import PAPER, Ink
from walktrack.reports.next_day import NextDay
from walktrack.reports.over_time import OverTime
from walktrack.reports.sheet import use_fonts
from walktrack.reports.telling import Kind, heading
from walktrack.reports.words import Words

__all__ = ["Chart", "PictureFormat", "Spot", "chart", "save", "use_fonts"]

Chart = OverTime | AgainstPain | NextDay
PictureFormat = Literal["png", "svg"]
SAVED_SIZE = (800.0, 600.0)
"""Logical pixels of a saved picture; as PNG it has twice as many dots each way."""
_CHARTS: dict[Kind, Callable[[Ink, Words, tuple[float, float]], Chart]] = {
    Kind.TIME: OverTime,
    Kind.CHANGE: AgainstPain,
    Kind.NEXT_DAY: NextDay,
}


def chart(kind: Kind, ink: Ink, words: Words, size: tuple[float, float]) -> Chart:
    """Return a chart of a kind, `size` in logical pixels, ready to `show` an overview."""
    return _CHARTS[kind](ink, words, size)


def save(
    overview: Overview,
    path: Path,
    kind: Kind,
    words: Words,
    picture: PictureFormat = "png",
    *,
    ink: Ink = PAPER,
) -> None:
    """Write a picture of a chart, whole or not at all; OSError if it cannot be written.

    The picture carries its period as a heading. In SVG the words stay words. The fonts must be
    known already (`use_fonts`).
    """
    made = chart(kind, ink if picture == "png" else replace(ink, ratio=1.0), words, SAVED_SIZE)
    made.show(overview, heading(overview, words))
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            made.sheet.write(file, picture)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
