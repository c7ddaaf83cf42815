"""A sheet to print and hang on the kitchen wall, in the shape of quick entry: lines to write on.

Importing this imports matplotlib, which takes about a second: do it late.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import IO

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from walktrack.reports.sheet import BOLD, LAST, REGULAR

LINES_A_PAGE = 12
_POINTS = 72.0
_MARGIN, _HEAD, _FOOT = 42.0, 96.0, 64.0
_SHARES = (0.24, 0.13, 0.14, 0.14, 0.12, 0.23)
_TITLE, _BODY, _SMALL = 20.0, 13.0, 9.5
_CUT = "\N{HORIZONTAL ELLIPSIS}"


class Paper(Enum):
    """Sheets laid across, width by height in points."""

    A4 = (842.0, 595.0)
    LETTER = (792.0, 612.0)


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """What is printed: a title, what the columns are, the head of each line, and small print.

    `heads` may be empty words, for lines whose names are written by hand.
    """

    paper: Paper
    title: str
    columns: tuple[str, str, str, str, str, str]
    heads: Sequence[str]
    scale: str
    foot: str


def write(sheet: BlankSheet, file: IO[bytes]) -> int:
    """Write the sheet as a PDF with words that can be selected; return the number of pages.

    The fonts must be known already (`use_fonts`). ValueError if there is no line.
    """
    if not sheet.heads:
        message = "a sheet has at least one line"
        raise ValueError(message)
    pages = [sheet.heads[at : at + LINES_A_PAGE] for at in range(0, len(sheet.heads), LINES_A_PAGE)]
    with warnings.catch_warnings(), mpl.rc_context({"pdf.fonttype": 42}):  # words stay words
        warnings.simplefilter("ignore", UserWarning)
        with PdfPages(file, metadata={"CreationDate": None}) as pdf:
            for heads in pages:
                pdf.savefig(_Page(sheet, heads).figure)
    return len(pages)


class _Page:
    """One page, in points from its lower left corner."""

    def __init__(self, sheet: BlankSheet, heads: Sequence[str]) -> None:
        self._wide, self._high = sheet.paper.value
        self.figure = Figure(figsize=(self._wide / _POINTS, self._high / _POINTS), dpi=_POINTS)
        self._canvas = FigureCanvasAgg(self.figure)
        self._points = Affine2D().scale(1 / _POINTS) + self.figure.dpi_scale_trans
        room = self._wide - 2 * _MARGIN
        top, bottom = self._high - _MARGIN - _HEAD, _MARGIN + _FOOT
        lefts = [_MARGIN + room * sum(_SHARES[:number]) for number in range(len(_SHARES) + 1)]
        self._text(sheet.title, _MARGIN, self._high - _MARGIN - _TITLE, room, _TITLE, bold=True)
        self._text(sheet.scale, _MARGIN, self._high - _MARGIN - 46, room, _BODY)
        for words, left, right in zip(sheet.columns, lefts[:-1], lefts[1:], strict=True):
            self._text(words, left + 6, top + 8, right - left - 10, _BODY, bold=True)
        high = (top - bottom) / LINES_A_PAGE
        rows = max(len(heads), min(LINES_A_PAGE, 7))
        high = min(46.0, (top - bottom) / rows) if rows < LINES_A_PAGE else high
        for number, words in enumerate(heads):
            foot = top - (number + 1) * high
            self._text(words, _MARGIN + 6, foot + 0.35 * high, lefts[1] - _MARGIN - 12, _BODY)
            self._line(_MARGIN, foot, self._wide - _MARGIN, foot)
        last = top - len(heads) * high
        self._line(_MARGIN, top, self._wide - _MARGIN, top, wide=2.0)
        for left in lefts:
            self._line(left, top, left, last)
        self._text(sheet.foot, _MARGIN, _MARGIN, room, _SMALL)

    def _text(
        self, words: str, left: float, foot: float, room: float, size: float, *, bold: bool = False
    ) -> None:
        made = Text(
            left, foot, words, color="black", fontfamily=[BOLD if bold else REGULAR, LAST],
            fontsize=size, parse_math=False, transform=self._points,
        )  # fmt: skip
        self.figure.add_artist(made)
        while words and made.get_window_extent(self._canvas.get_renderer()).width > room:
            words = words[:-1]
            made.set_text(f"{words.rstrip()}{_CUT}")

    def _line(
        self, left: float, foot: float, right: float, top: float, *, wide: float = 1.0
    ) -> None:
        line = Line2D([left, right], [foot, top], color="black", linewidth=wide)
        line.set_transform(self._points)
        self.figure.add_artist(line)
