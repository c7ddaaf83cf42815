"""The checklist on paper: one page, as large as there is room for, and nothing beyond its edge."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtWidgets import QApplication
from tests.storage.made import person
from tests.ui.printing import file_printer

from walktrack.domain.person import NAME_LENGTH
from walktrack.domain.posture import PostureItem
from walktrack.ui.checklist_words import checklist_sheet
from walktrack.ui.paper.checklist_sheet import BODY, LEAST, SheetLine, paint_checklist
from walktrack.ui.paper.output import checklist_pdf, paper_here, print_checklist

WIDE, HIGH, EDGE = 510, 757, 20  # A4 without its margins, in points
HOSTILE = ("<img src='file:///etc/passwd'> $x$ 👟 " + "w" * NAME_LENGTH)[:NAME_LENGTH]


@pytest.fixture
def sheet(look):
    return checklist_sheet(person())


def painted(sheet, direction=Qt.LayoutDirection.LeftToRight):
    """Return the size of the lines and the page, with an edge round it that must stay white."""
    image = QImage(WIDE + 2 * EDGE, HIGH + 2 * EDGE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    room = QRectF(EDGE, EDGE, WIDE, HIGH)
    size = paint_checklist(painter, room, 1.0, sheet, QApplication.font().family())
    painter.end()
    return size, image


def is_white(image, area):
    white = QColor(Qt.GlobalColor.white)
    part = image.copy(area)
    return all(
        part.pixelColor(x, y) == white for x in range(part.width()) for y in range(part.height())
    )


def edges(image):
    wide, high, edge = image.width(), image.height(), EDGE - 2
    return (
        QRect(0, 0, wide, edge),
        QRect(0, high - edge, wide, edge),
        QRect(0, 0, edge, high),
        QRect(wide - edge, 0, edge, high),
    )


def test_the_ten_lines_stand_in_large_type_with_their_drawings(sheet):
    assert [line.drawing for line in sheet.lines] == list(PostureItem)
    size, image = painted(sheet)
    assert 14 <= size <= BODY
    assert all(is_white(image, edge) for edge in edges(image))


@pytest.mark.parametrize("name", ["", " \u200b "])
def test_without_a_name_that_can_be_seen_it_is_nobodys(look, name):
    assert checklist_sheet(person(name=name)).whose == ""


@pytest.mark.parametrize("name", [HOSTILE, "W" * NAME_LENGTH])
def test_no_name_is_markup_or_reaches_beyond_the_page(look, name):
    sheet = checklist_sheet(person(name=name))
    assert sheet.whose == name
    size, image = painted(sheet)
    assert size == painted(checklist_sheet(person()))[0]
    assert all(is_white(image, edge) for edge in edges(image))
    assert checklist_pdf(sheet).startswith(b"%PDF")


@pytest.mark.parametrize("count", [1, 3, 15, 20])
def test_lines_of_ones_own_and_lines_left_out_fit_on_the_page(sheet, count):
    lines = [
        SheetLine(f"My own line, number {n}, is somewhat longer than it need be", "How")
        for n in range(count)
    ]
    size, image = painted(replace(sheet, lines=lines))
    assert LEAST < size <= BODY
    assert all(is_white(image, edge) for edge in edges(image))


def test_writing_from_right_to_left_is_mirrored(sheet):
    left, right = QRect(EDGE, 200, 24, 300), QRect(EDGE + WIDE - 24, 200, 24, 300)
    bare = replace(sheet, lines=[SheetLine("A", "", "") for _ in range(10)])
    _, image = painted(bare)
    box = dark(image, left), dark(image, right)
    _, image = painted(bare, Qt.LayoutDirection.RightToLeft)
    assert box[0] > box[1]
    assert dark(image, left) < dark(image, right)


def dark(image, area):
    part = image.copy(area)
    points = ((x, y) for x in range(part.width()) for y in range(part.height()))
    return sum(part.pixelColor(x, y).lightness() < 128 for x, y in points)


def test_the_pdf_has_one_page_and_letters_that_stay_letters(sheet):
    data = checklist_pdf(sheet)
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b(?!s)", data)) == 1
    assert b"/ToUnicode" in data
    assert b"/Type3" not in data


@pytest.mark.parametrize(
    ("country", "paper"),
    [("de_DE", QPageSize.PageSizeId.A4), ("en_US", QPageSize.PageSizeId.Letter)],
)
def test_the_paper_is_that_of_the_country(look, country, paper):
    known = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        assert paper_here().id() is paper
    finally:
        QLocale.setDefault(known)


def test_it_goes_to_a_printer(sheet, tmp_path, monkeypatch):
    printer = file_printer(monkeypatch, tmp_path / "out.pdf")
    assert print_checklist(sheet, printer)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_told(sheet, tmp_path, monkeypatch):
    printer = file_printer(monkeypatch, tmp_path / "nowhere" / "out.pdf")
    assert not print_checklist(sheet, printer)
