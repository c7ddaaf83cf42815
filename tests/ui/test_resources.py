import re
import runpy
import wave
from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QIcon, QImage

from walktrack.domain.cues import Cue
from walktrack.domain.posture import PostureItem
from walktrack.domain.tips import Topic
from walktrack.paths import resource
from walktrack.ui.look.icons import drawing, icon, pixmap, scene

APP_ICON = "walktrack"
SVGS = sorted(resource("icons").parent.rglob("*.svg"))
ICONS = sorted(f.stem for f in resource("icons").glob("*.svg") if f.stem != APP_ICON)
NEEDED = """
    walk today history share tips warning person settings play pause resume finish stop undo redo
    plus minus edit delete close check chevron-left chevron-right chevron-down table chart save
    picture search calendar folder sound sound-off info clock note filter copy
"""
SCENES = (*Topic, "evidence", "mixed")
INK, ACCENT = QColor("#0B5A4E"), QColor("#8B3A0E")


def solid_colours(image: QImage, *known: QColor) -> set[str]:
    """The colours of the points that hide what is behind; a rounding off counts as known."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    solid = [c for c in (image.pixelColor(x, y) for x, y in points) if c.alpha() == 255]
    return {next((k for k in known if near(k, c)), c).name() for c in solid}


def near(a: QColor, b: QColor) -> bool:
    return all(abs(x - y) <= 2 for x, y in zip(a.getRgb(), b.getRgb(), strict=True))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_painted_in_the_asked_colour_alone(qapp, name):
    assert solid_colours(pixmap(name, INK, 48).toImage(), INK) == {INK.name()}


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_keeps_inside_its_square(qapp, name):
    image = pixmap(name, INK, 48).toImage()
    rim = [image.pixelColor(x, y) for x in range(48) for y in (0, 47)]
    rim += [image.pixelColor(x, y) for y in range(48) for x in (0, 47)]

    assert all(c.alpha() == 0 for c in rim)


@pytest.mark.parametrize("name", PostureItem)
def test_a_drawing_shows_the_figure_and_the_part_in_question(qapp, name):
    colours = solid_colours(drawing(name, INK, ACCENT, 128).toImage(), INK, ACCENT)

    assert colours >= {INK.name(), ACCENT.name()}
    assert "#000000" not in colours


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_three_quarters_as_high_as_wide_in_both_colours(qapp, name):
    image = scene(name, INK, ACCENT, 160).toImage()
    colours = solid_colours(image, INK, ACCENT)

    assert image.size() == QSize(160, 120)
    assert colours >= {INK.name(), ACCENT.name()}
    assert "#000000" not in colours


def test_every_icon_the_window_asks_for_is_there():
    assert set(NEEDED.split()) <= set(ICONS)
    assert {f.stem for f in resource("tips").glob("*.svg")} == set(SCENES)
    assert {f.stem for f in resource("posture").glob("*.svg")} == set(PostureItem)


@pytest.mark.parametrize("svg", SVGS, ids=lambda f: f.stem)
def test_a_drawing_fetches_nothing_and_names_no_colour_of_its_own(svg):
    text = svg.read_text()

    assert not re.search(r"href|url\(|<script|<image|<style|<text", text)
    if svg.stem != APP_ICON:
        assert not re.search(r"#[0-9a-fA-F]{3,}|rgb|black|white", text)


def test_an_unknown_name_is_refused(qapp):
    with pytest.raises(FileNotFoundError, match="unicorn"):
        icon("unicorn", INK)
    with pytest.raises(FileNotFoundError, match="unicorn"):
        drawing("unicorn", INK, ACCENT)


def test_a_sharper_screen_gets_more_points_for_the_same_size(qapp):
    picture = pixmap("play", INK, 20, 1.5)

    assert picture.size() == QSize(30, 30)
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)


def test_a_disabled_icon_is_paler_and_evenly_so(qapp):
    shown = icon("walk", INK, 48)
    size = QSize(48, 48)
    plain = shown.pixmap(size, QIcon.Mode.Normal).toImage()
    pale = shown.pixmap(size, QIcon.Mode.Disabled).toImage()
    alphas = {pale.pixelColor(x, y).alpha() for x in range(48) for y in range(48)}

    assert max(alphas) == pytest.approx(0.45 * 255, abs=2)
    assert solid_colours(plain, INK) == {INK.name()}
    assert shown.pixmap(size, QIcon.Mode.Selected).toImage() == plain


def test_the_same_icon_in_another_theme_has_its_own_colour(qapp):
    for colour in map(QColor, ("#ffe23b", "#84d8c5", "#ffe23b")):
        image = pixmap("finish", colour, 48).toImage()
        assert solid_colours(image, colour) == {colour.name()}


def test_the_app_icon_and_its_picture_are_one(qapp):
    drawn = QIcon(str(resource("icons", "walktrack.svg"))).pixmap(256, 256).toImage()
    shipped = QImage(str(resource("icons", "walktrack.png")))

    assert shipped.size() == QSize(256, 256)
    for x, y in ((128, 12), (139, 49), (120, 120), (2, 2), (200, 200)):
        assert shipped.pixelColor(x, y) == drawn.pixelColor(x, y)
    assert {"#0b5a4e", "#ffffff"} <= solid_colours(shipped)


@pytest.fixture
def inter(qapp):
    numbers = [
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{cut}.ttf")))
        for cut in ("Regular", "SemiBold")
    ]
    assert -1 not in numbers
    return numbers


def test_both_cuts_of_inter_are_one_family(inter):
    assert all("Inter" in QFontDatabase.applicationFontFamilies(number) for number in inter)
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold):
        info = QFontInfo(QFont("Inter", 17, weight))
        assert info.family() == "Inter"
        assert info.weight() == weight


def test_inter_has_figures_of_one_width_for_the_timer(inter):
    font = QFont("Inter", 66, QFont.Weight.DemiBold)
    assert len({QFontMetricsF(font).horizontalAdvance(d) for d in "0123456789"}) > 1

    font.setFeature(QFont.Tag("tnum"), 1)

    assert len({QFontMetricsF(font).horizontalAdvance(d) for d in "0123456789"}) == 1


def test_the_font_brings_its_licence():
    assert "SIL OPEN FONT LICENSE Version 1.1" in resource("fonts", "OFL.txt").read_text()


def samples_of(path: Path) -> array:
    with wave.open(str(path)) as file:
        return array("h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("name", list(Cue))
def test_a_chime_is_short_soft_and_small(name):
    path = resource("sounds", f"{name}.wav")
    with wave.open(str(path)) as file:
        shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
    samples = samples_of(path)

    assert shape == (1, 2, 22_050)
    assert 0.6 <= len(samples) / 22_050 <= 1.5
    assert path.stat().st_size < 80_000
    assert 0.4 < max(map(abs, samples)) / 32_768 < 0.6
    assert max(map(abs, samples[:44])) < 400  # the first two milliseconds: no click
    assert max(map(abs, samples[-44:])) < 100


def test_the_chimes_are_what_their_script_makes(tmp_path):
    script = runpy.run_path(str(resource("sounds", "make_sounds.py")))
    script["write"](tmp_path)

    for name in (f"{cue}.wav" for cue in Cue):
        made, shipped = samples_of(tmp_path / name), samples_of(resource("sounds", name))
        assert len(made) == len(shipped)
        assert all(abs(a - b) <= 1 for a, b in zip(made, shipped, strict=True))


def test_every_file_has_a_stated_origin():
    told = resource("SOURCES.md").read_text()
    shipped = [f for f in resource("icons").parent.rglob("*") if f.is_file()]
    patterns = [p for p in re.findall(r"`([^`]+\.[a-z*]+)`", told) if p != "walktrack.svg"]

    def has_origin(file: Path) -> bool:
        inside = file.relative_to(resource("icons").parent)
        return any(inside.match(pattern) for pattern in patterns)

    ours = ("fonts", "icons", "posture", "sounds", "tips")
    assert not [f for f in shipped if f.parent.name in ours and not has_origin(f)]


def test_the_desktop_file_starts_walktrack():
    lines = resource("walktrack.desktop").read_text().splitlines()

    assert {"Name=WalkTrack", "Exec=walktrack", "Icon=walktrack", "Categories=Utility;"} <= set(
        lines
    )


def test_the_colour_given_may_be_see_through(qapp):
    faint = QColor(INK)
    faint.setAlpha(100)
    image = pixmap("stop", faint, 48).toImage()

    assert image.pixelColor(24, 24).alpha() == pytest.approx(100, abs=2)
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.transparent)
