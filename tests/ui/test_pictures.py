"""The window, pixel for pixel, in four looks that between them show nearly everything.

The font is the bundled one, the clock stands still and the diary is the example. If a change of
the look is meant, write the pictures anew and look at each before keeping it:

    WALKTRACK_NEW_PICTURES=1 pytest tests/ui/test_pictures.py
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.settings import Colours, Settings
from walktrack.services.example import Example
from walktrack.ui.top_bar import PageName

NEW = "WALKTRACK_NEW_PICTURES"
TOLERANCE = 0.001
STEP = 16  # a shade of difference no eye sees: rounding of another build of the font engine
FOLDER = Path(__file__).with_name("pictures")


def ready(house):
    house.window.setFocus()


def walking(house):
    house.rate(PainMoment.BEFORE, 4)
    for item in list(PostureItem)[:6]:
        house.click(house.box(item))
    house.walk(minutes=12)
    house.beat(seconds=34)


def history(house):
    house.window.go(PageName.HISTORY)
    page = house.window._frame.pages.currentWidget()
    page.list.setCurrentIndex(page.model.index(1, 0))


def settings(house):
    house.window.go(PageName.SETTINGS)


CASES = {
    "today-light": (ready, Colours.LIGHT, 100),
    "today-walking-dark": (walking, Colours.DARK, 100),
    "history-light": (history, Colours.LIGHT, 100),
    "settings-contrast-200": (settings, Colours.CONTRAST, 200),
}


@pytest.fixture
def picture(qtbot, look, monkeypatch, request):
    bring, colours, size = CASES[request.param]
    chosen = Settings(welcomed=True, colours=colours, text_size=size, week_start=0)
    look(colours, size)
    with at_home(qtbot, monkeypatch, settings=chosen) as house:
        Example(house.diary, house.me).fill(house.desk.journal.today())
        house.show().take_up()
        view = house.charts.card.view
        house.window.load_charts()
        qtbot.waitUntil(lambda: view._loader.studio is not None, timeout=30_000)
        bring(house)
        settle(house)
        yield request.param, house.window.grab().toImage()


def settle(house):
    """Take the pointer and the keyboard away, and let every layout come to rest."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    if focused := QApplication.focusWidget():
        focused.clearFocus()
    QApplication.sendEvent(house.card.start, QEvent(QEvent.Type.Leave))
    house.charts.card.view.repaint()
    QApplication.processEvents()


def differing(one, other):
    """Return the share of pixels that differ, and a picture that shows them."""
    if one.size() != other.size():
        return 1.0, one
    one, other = (each.convertToFormat(QImage.Format.Format_RGB32) for each in (one, other))
    seen = QImage(one.size(), QImage.Format.Format_RGB32)
    seen.fill(Qt.GlobalColor.white)
    count, ones, others = 0, bytes(one.constBits()), bytes(other.constBits())
    for at in range(0, len(ones), 4):
        if ones[at : at + 3] == others[at : at + 3]:
            continue
        if (
            max(abs(a - b) for a, b in zip(ones[at : at + 3], others[at : at + 3], strict=True))
            > STEP
        ):
            count += 1
            row, column = divmod(at // 4, one.width())
            seen.setPixel(column, row, 0xFF0000)
    return count / (one.width() * one.height()), seen


@pytest.mark.parametrize("picture", CASES, indirect=True)
def test_it_looks_as_it_did(picture, tmp_path):
    name, now = picture
    kept = FOLDER / f"{name}.png"
    if os.environ.get(NEW):
        assert now.save(str(kept))
    before = QImage(str(kept))
    assert not before.isNull(), f"{kept.name} is missing: see the head of this file"
    share, seen = differing(before, now)
    if share > TOLERANCE:
        now.save(str(tmp_path / f"{name}-now.png"))
        seen.save(str(tmp_path / f"{name}-difference.png"))
    assert share <= TOLERANCE, f"{share:.2%} of {name} differ: see {tmp_path}"


def test_a_difference_is_found_and_a_shade_is_not():
    one = QImage(100, 100, QImage.Format.Format_RGB32)
    one.fill(0x808080)
    other = one.copy()
    for column in range(12):
        other.setPixel(column, 5, 0x000000)
        other.setPixel(column, 6, 0x868686)
    share, seen = differing(one, other)
    assert share == pytest.approx(0.0012)
    assert seen.pixel(3, 5) & 0xFFFFFF == 0xFF0000
    assert differing(one, QImage(99, 100, QImage.Format.Format_RGB32))[0] == 1.0
