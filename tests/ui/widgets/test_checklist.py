"""The checklist ticks, counts, explains, and scores nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from tests.ui import gates

from walktrack.domain.posture import PostureItem
from walktrack.ui.widgets.checklist import Checklist
from walktrack.ui.widgets.posture_words import PostureTexts

NEVER = [
    "treat",
    "cure",
    "heal",
    "prevent",
    "relieve",
    "fix",
    "diagnose",
    "detect",
    "monitor",
    "predict",
    "proven",
    "dose",
]


@pytest.fixture
def checklist(qtbot, look):
    checklist = Checklist()
    qtbot.addWidget(checklist)
    checklist.resize(577, checklist.heightForWidth(577))
    checklist.show()
    checklist.ticks = []
    checklist.ticked.connect(lambda item, on: checklist.ticks.append((item, on)))
    return checklist


def test_a_click_ticks_and_counts(checklist, qtbot):
    box = checklist.box(PostureItem.ARMS)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert checklist.ticks == [(PostureItem.ARMS, True)]
    assert checklist.count.text() == "1 ticked"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert checklist.ticks[-1] == (PostureItem.ARMS, False)
    assert checklist.count.text() == "0 ticked"


def test_showing_ticks_tells_no_one(checklist):
    checklist.show_ticks(frozenset({PostureItem.TALL, PostureItem.TALK}))
    assert checklist.box(PostureItem.TALK).isChecked()
    assert checklist.count.text() == "2 ticked"
    checklist.show_ticks(frozenset())
    assert checklist.count.text() == "0 ticked"
    assert checklist.ticks == []


def test_how_opens_and_closes(checklist, qtbot):
    low = checklist.heightForWidth(577)
    full = PostureTexts().words()[PostureItem.STEPS].full
    qtbot.addWidget(checklist.how_button)
    checklist.how_button.click()
    assert checklist.heightForWidth(577) > low
    checklist.resize(577, checklist.heightForWidth(577))
    assert full in [w.text() for w in gates.shown(checklist) if isinstance(w, gates.QLabel)]
    checklist.how_button.click()
    qtbot.waitUntil(lambda: checklist.heightForWidth(577) == low)


def test_two_columns_or_one(checklist):
    first, second = checklist.findChildren(QCheckBox)[:2]
    assert first.mapTo(checklist, first.pos()).y() == second.mapTo(checklist, second.pos()).y()
    checklist.resize(300, checklist.heightForWidth(300))
    assert first.mapTo(checklist, first.pos()).y() < second.mapTo(checklist, second.pos()).y()


def test_boxes_say_how_to_screen_readers_and_in_the_tooltip(checklist):
    words = PostureTexts().words()
    for item in PostureItem:
        assert words[item].full in checklist.box(item).accessibleDescription()
        assert words[item].how in checklist.box(item).toolTip()


def test_the_words_are_plain(qapp):
    words = PostureTexts().words()
    assert list(words) == list(PostureItem)
    for item in words.values():
        assert len(item.how.split()) <= 14
        text = f"{item.short} {item.full} {item.how}".lower()
        assert not [word for word in NEVER if word in text]
