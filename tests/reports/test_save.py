import os
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from walktrack.reports.telling import Kind


@pytest.fixture
def save(words):
    from walktrack.reports.figure import save

    def saving(overview, path, kind=Kind.TIME, picture="png", words=words):
        save(overview, path, kind, words, picture)

    return saving


@pytest.mark.parametrize("kind", list(Kind))
def test_a_png_is_large_white_and_alone_in_its_folder(save, four_weeks, tmp_path, kind):
    save(four_weeks, tmp_path / "walks.png", kind)
    image = QImage(str(tmp_path / "walks.png"))
    assert (image.width(), image.height()) == (1600, 1200)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert [path.name for path in tmp_path.iterdir()] == ["walks.png"]


def test_the_words_of_an_svg_are_words(save, four_weeks, tmp_path):
    save(four_weeks, tmp_path / "walks.svg", picture="svg")
    text = "".join(ET.parse(tmp_path / "walks.svg").getroot().itertext())  # noqa: S314  our own
    for words in ("Minutes walked", "goal 20 min", "26 Oct 2026 to 22 Nov 2026"):
        assert words in text


@pytest.mark.parametrize("text", ["$x$", "<b>&amp;</b>", "😀", "مشي"])
def test_any_words_can_be_saved(save, four_weeks, words, tmp_path, text):
    odd = replace(words, pain_title=text)
    for picture in ("png", "svg"):
        save(four_weeks, tmp_path / f"walks.{picture}", picture=picture, words=odd)
    root = ET.parse(tmp_path / "walks.svg").getroot()  # noqa: S314  our own
    assert text in "".join(root.itertext())


def test_an_older_picture_is_replaced_whole(save, four_weeks, tmp_path):
    target = tmp_path / "walks.png"
    target.write_bytes(b"old")
    (tmp_path / "same file.png").hardlink_to(target)
    save(four_weeks, target)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "same file.png").read_bytes() == b"old"


def test_a_missing_folder_is_an_oserror(save, four_weeks, tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        save(four_weeks, tmp_path / "nowhere" / "walks.png")


def test_a_failure_leaves_the_old_picture_and_nothing_else(save, four_weeks, tmp_path, monkeypatch):
    target = tmp_path / "walks.png"
    target.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(four_weeks, target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["walks.png"]


def test_a_folder_in_the_way_leaves_nothing_behind(save, four_weeks, tmp_path):
    (tmp_path / "walks.png").mkdir()
    with pytest.raises(OSError, match=r"walks\.png"):
        save(four_weeks, tmp_path / "walks.png")
    assert [path.name for path in tmp_path.iterdir()] == ["walks.png"]


def test_a_very_long_name_can_be_used(save, four_weeks, tmp_path):
    save(four_weeks, tmp_path / ("w" * 250 + ".png"))
    assert len(list(tmp_path.iterdir())) == 1
