"""A list of what there is to read, one below the other or side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui import gates

from walktrack.ui.widgets.contents import Contents
from walktrack.ui.widgets.picture import posture_picture, scene_picture

ENTRIES = [(1, "One"), (2, "Two & a half"), (3, "A third name that is longer")]
Key = Qt.Key


@pytest.fixture
def contents(look, qtbot):
    made = Contents("What to read", ENTRIES, last=frozenset({1}))
    qtbot.addWidget(made)
    made.resize(700, made.heightForWidth(700))
    made.show()
    return made


def tops(contents):
    return [button.y() for button in contents.buttons]


def test_the_first_is_open_until_another_is_chosen(contents, qtbot):
    assert contents.value == 1
    with qtbot.waitSignal(contents.chosen) as heard:
        QTest.mouseClick(contents.buttons[2], Qt.MouseButton.LeftButton)
    assert heard.args == [3]
    assert contents.value == 3
    contents.show_value(2)
    assert contents.value == 2
    with pytest.raises(ValueError, match="4"):
        contents.show_value(4)


def test_names_that_belong_together_stand_together(contents):
    one, two, three = tops(contents)
    assert two - one > three - two > 0
    assert {button.width() for button in contents.buttons} == {contents.width()}


def test_side_by_side_they_take_one_line_if_they_can(contents, qtbot):
    contents.show_stacked(stacked=False)
    contents.resize(700, contents.heightForWidth(700))
    qtbot.waitUntil(lambda: len(set(tops(contents))) == 1)
    lefts = [button.x() for button in contents.buttons]
    assert lefts == sorted(lefts)


def test_it_is_named_and_large_enough_in_every_size(every_size, contents):
    contents.resize(contents.sizeHint())
    for gate in (gates.unnamed, gates.same_named, gates.small, gates.clipped):
        assert gate(contents) == [], gate.__name__


def test_a_drawing_grows_with_the_words(look, qtbot):
    picture = posture_picture("shoes", 64)
    qtbot.addWidget(picture)
    picture.show()
    small = picture.pixmap().width()
    look(text_size=200)
    qtbot.waitUntil(lambda: picture.pixmap().width() == 2 * small)


def test_a_drawing_that_is_missing_leaves_its_place_empty(look, qtbot):
    picture = scene_picture("unicorn", 100, "A unicorn")
    qtbot.addWidget(picture)
    assert picture.pixmap().isNull()
    assert picture.accessibleName() == "A unicorn"
