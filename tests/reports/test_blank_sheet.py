"""The sheet to print: its words can be selected, and nothing stands where it has no room."""

import io
import re
import zlib

import pytest

HEADS = ["Anna", "Maria $x$ <b>", "w" * 200, "שלום", ""]


def sheet(heads, **more):
    from walktrack.reports.blank_sheet import BlankSheet, Paper

    values = {
        "paper": Paper.A4,
        "title": "Walks and back pain on: ____",
        "columns": ("", "Minutes", "Pain before", "Pain after", "No walk", "Note"),
        "heads": heads,
        "scale": "Pain: 0 = No pain, 10 = The worst pain you can imagine",
        "foot": "Self-recorded diary. Not a medical device.",
    }
    return BlankSheet(**(values | more))


def written(made):
    from walktrack.reports.blank_sheet import write

    file = io.BytesIO()
    pages = write(made, file)
    return pages, file.getvalue()


@pytest.fixture(autouse=True)
def _fonts(fonts):
    from walktrack.reports.sheet import use_fonts

    use_fonts(fonts)


def test_it_is_a_pdf_of_one_page_with_letters_that_stay_letters():
    pages, data = written(sheet(HEADS))
    assert data.startswith(b"%PDF")
    assert pages == 1
    assert b"/Type0" in data or b"/TrueType" in data
    assert b"/Type3" not in data


@pytest.mark.parametrize(("people", "pages"), [(1, 1), (12, 1), (13, 2), (30, 3)])
def test_more_people_than_a_page_has_lines_take_another(people, pages):
    assert written(sheet([f"Person {n}" for n in range(people)]))[0] == pages


def test_without_a_line_there_is_no_sheet():
    with pytest.raises(ValueError, match="at least one line"):
        written(sheet([]))


def test_no_words_reach_beyond_their_room():
    from walktrack.reports.blank_sheet import _Page

    page = _Page(sheet(HEADS, title="t" * 500, scale="s" * 500), HEADS)
    renderer = page._canvas.get_renderer()
    for text in page.figure.texts + [a for a in page.figure.artists if hasattr(a, "get_text")]:
        box = text.get_window_extent(renderer)
        assert box.x1 <= 842 - 42 + 12


def test_lines_are_drawn():
    _, data = written(sheet(["Anna"]))
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    drawn = b"".join(_inflated(each) for each in streams)
    assert drawn.count(b" l\n") + drawn.count(b" l ") >= 8


def _inflated(stream):
    try:
        return zlib.decompress(stream.strip())
    except zlib.error:
        return b""
