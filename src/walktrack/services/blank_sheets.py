"""Writes sheets to print, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from walktrack.exchange.whole import place, whole_file

if TYPE_CHECKING:
    from walktrack.reports.blank_sheet import BlankSheet

NAME = "walktrack-sheet.pdf"


def write_sheet(sheet: "BlankSheet", fonts: Iterable[Path], target: Path) -> Path:
    """Write a sheet as a PDF and return where it is; a folder takes it under a name of ours.

    NotWrittenError for trouble with the disk or the folder.
    """
    from walktrack.reports.blank_sheet import write  # noqa: PLC0415 - a second of work
    from walktrack.reports.sheet import use_fonts  # noqa: PLC0415

    use_fonts(fonts)
    path = place(target, NAME)
    with whole_file(path) as part, part.open("wb") as file:
        write(sheet, file)
    return path


def keep_sheet(pdf: bytes, target: Path, name: str) -> Path:
    """Write a sheet that is a PDF already, and return where it is; a folder takes it as `name`.

    NotWrittenError for trouble with the disk or the folder.
    """
    path = place(target, name)
    with whole_file(path) as part:
        part.write_bytes(pdf)
    return path
