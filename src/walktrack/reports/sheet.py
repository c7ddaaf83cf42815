"""What every picture stands on: a matplotlib figure measured in logical pixels."""

import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Literal, TypeVar

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from walktrack.reports.ink import Ink

POINTS_PER_INCH = 72
BODY, CAPTION, TITLE = 15.0, 15.0, 16.0
_SMALLEST = 40
REGULAR, BOLD, LAST = "Inter", "Inter SemiBold", "DejaVu Sans"

Kind = TypeVar("Kind", bound=Artist)
Side = Literal["left", "center", "right"]
Point = tuple[float, float]


def use_fonts(files: Iterable[Path]) -> None:
    """Make the bundled fonts known to matplotlib, before any of the same name on the computer."""
    fonts = font_manager.fontManager
    known = {entry.fname for entry in fonts.ttflist}
    for file in files:
        if str(file) not in known:
            fonts.addfont(str(file))
            fonts.ttflist.insert(0, fonts.ttflist.pop())


class Sheet:
    """A figure with no axes: artists live in logical pixels from the bottom left, made once.

    At 72 dots per inch a point is a pixel, so sizes are given in pixels; `ink.ratio` makes the
    dots finer. Words are never read as mathematics.
    """

    def __init__(self, ink: Ink, size: tuple[float, float]) -> None:
        self.ink = ink
        self.figure = Figure(dpi=POINTS_PER_INCH * ink.ratio, facecolor=ink.face)
        self.canvas = FigureCanvasAgg(self.figure)
        self.transform = Affine2D().scale(1 / POINTS_PER_INCH) + self.figure.dpi_scale_trans
        self.width, self.height = size
        self.resize(*size)

    def resize(self, width: float, height: float) -> None:
        """Give the picture a size in logical pixels; what stands on it is not moved."""
        self.width, self.height = max(_SMALLEST, width), max(_SMALLEST, height)
        self.figure.set_size_inches(self.width / POINTS_PER_INCH, self.height / POINTS_PER_INCH)

    def pixels(self) -> tuple[memoryview, int, int]:
        """Draw, and return RGBA bytes with their width and height in dots."""
        with warnings.catch_warnings():  # a sign no font has becomes a box, and that is all
            warnings.simplefilter("ignore", UserWarning)
            self.canvas.draw()
        width, height = self.canvas.get_width_height()
        return self.canvas.buffer_rgba(), width, height

    def write(self, file: IO[bytes], picture: str) -> None:
        """Write the picture as "png" or "svg", with words kept as words."""
        metadata = {"Date": None} if picture == "svg" else {}
        with warnings.catch_warnings(), mpl.rc_context({"svg.fonttype": "none"}):
            warnings.simplefilter("ignore", UserWarning)
            self.figure.savefig(file, format=picture, dpi=self.figure.dpi, metadata=metadata)

    def text(self, *, bold: bool = False, size: float = BODY, ha: Side = "left") -> Text:
        """Add words, empty for now."""
        family = [BOLD, LAST] if bold else [REGULAR, LAST]
        made = Text(
            0,
            0,
            "",
            color=self.ink.text,
            fontfamily=family,
            fontsize=size * self.ink.scale,
            horizontalalignment=ha,
            verticalalignment="baseline",
            parse_math=False,
            transform=self.transform,
            zorder=5,
        )
        self.figure.add_artist(made)
        return made

    def width_of(self, text: Text) -> float:
        """Return how many logical pixels words take."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return text.get_window_extent(self.canvas.get_renderer()).width / self.ink.ratio

    def line(self, colour: str, width: float, zorder: float) -> Line2D:
        """Add a line, empty for now."""
        return self.place(Line2D([], [], color=colour, linewidth=width, zorder=zorder))

    def dashes(self, zorder: float) -> Line2D:
        """Add a dashed line, empty for now."""
        made = self.line(self.ink.text, 1.6, zorder)
        made.set_linestyle((0, (4, 2.6)))
        return made

    def marks(self, shape: str | Outline, colour: str, zorder: float) -> Line2D:
        """Add a row of marks of a matplotlib shape or an outline, none for now."""
        made = Line2D([], [], color=colour, marker=shape, linestyle="none", zorder=zorder)
        return self.place(made)

    def strokes(self, colour: str, width: float, zorder: float) -> LineCollection:
        """Add straight strokes, none for now."""
        made = LineCollection([], colors=colour, linewidths=width, zorder=zorder)
        return self.place(made)

    def shapes(self, colour: str, zorder: float) -> PolyCollection:
        """Add filled shapes, none for now."""
        made = PolyCollection([], facecolors=colour, linewidths=0, zorder=zorder)
        return self.place(made)

    def place(self, artist: Kind) -> Kind:
        """Put any artist on the sheet, in logical pixels."""
        artist.set_transform(self.transform)
        self.figure.add_artist(artist)
        return artist


def box(left: float, bottom: float, width: float, height: float) -> list[Point]:
    """Return the corners of a rectangle."""
    right, top = left + width, bottom + height
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def put(text: Text, words: str, at: Point) -> None:
    """Show words at a place; empty words show nothing."""
    text.set_text(words)
    text.set_position(at)
    text.set_visible(bool(words))


def dots(line: Line2D, points: Sequence[Point]) -> None:
    """Move a row of marks, or a line, to these points."""
    line.set_data([x for x, _ in points], [y for _, y in points])


def wrapped(sheet: Sheet, text: Text, words: str, width: float) -> list[str]:
    """Break words into lines that fit a width in logical pixels; a long word stays whole."""
    lines: list[str] = []
    text.set_visible(True)  # what cannot be seen has no width to matplotlib
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        text.set_text(longer)
        if lines and sheet.width_of(text) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
