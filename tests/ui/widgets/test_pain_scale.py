"""The pain scale is answered by mouse and by keys, cleared, and told to screen readers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates

from walktrack.ui.look.tokens import TARGET
from walktrack.ui.widgets.pain_scale import PainScale, PainStep

Key = Qt.Key


@pytest.fixture
def scale(qtbot, look):
    scale = PainScale("Before the walk", "The worst pain you can imagine")
    qtbot.addWidget(scale)
    scale.resize(577, scale.heightForWidth(577))
    scale.show()
    scale.activateWindow()
    scale.answers = []
    scale.picked.connect(scale.answers.append)
    return scale


def steps(scale):
    return scale.findChildren(PainStep)


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def words(scale):
    return [w.text() for w in gates.shown(scale) if isinstance(w, gates.QLabel)]


def test_nothing_is_chosen_at_first(scale):
    assert scale.value is None
    assert not any(step.isChecked() for step in steps(scale))
    assert "not answered yet" in words(scale)


def test_a_click_answers_in_words_too(scale, qtbot):
    qtbot.mouseClick(steps(scale)[4], Qt.MouseButton.LeftButton)
    assert scale.answers == [4]
    assert "4 of 10" in words(scale)
    assert "not answered yet" not in words(scale)


def test_a_second_click_on_the_same_changes_nothing(scale, qtbot):
    for _ in range(3):
        qtbot.mouseClick(steps(scale)[4], Qt.MouseButton.LeftButton)
    assert scale.answers == [4]
    assert scale.value == 4


def test_showing_an_answer_tells_no_one(scale):
    scale.show_value(7)
    assert scale.value == 7
    scale.show_value(None)
    assert scale.answers == []


def test_zero_is_an_answer(scale, qtbot):
    qtbot.mouseClick(steps(scale)[0], Qt.MouseButton.LeftButton)
    assert scale.answers == [0]
    assert "0 of 10" in words(scale)


def test_digits_answer_at_once_and_one_then_zero_is_ten(scale):
    steps(scale)[0].setFocus()
    press(Key.Key_7, Key.Key_1, Key.Key_0)
    assert scale.answers == [7, 1, 10]
    assert steps(scale)[10].hasFocus()


def test_one_and_much_later_zero_is_zero(scale, qtbot, monkeypatch):
    monkeypatch.setattr("walktrack.ui.widgets.pain_scale._TEN_MS", 20)
    steps(scale)[0].setFocus()
    press(Key.Key_1)
    qtbot.wait(60)
    press(Key.Key_0)
    assert scale.answers == [1, 0]


def test_a_clicked_one_is_not_the_start_of_ten(scale, qtbot):
    steps(scale)[0].setFocus()
    press(Key.Key_7)
    qtbot.mouseClick(steps(scale)[1], Qt.MouseButton.LeftButton)
    press(Key.Key_0)
    assert scale.answers == [7, 1, 0]


def test_arrows_go_by_value_and_stop_at_the_ends(scale):
    steps(scale)[0].setFocus()
    press(Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_End, Key.Key_Right, Key.Key_Home)
    press(Key.Key_Up)
    assert scale.answers == [1, 2, 1, 10, 0]


def test_right_goes_on_where_the_row_wraps(scale):
    scale.resize(330, scale.heightForWidth(330))
    assert steps(scale)[6].y() > steps(scale)[5].y()
    scale.show_value(5)
    steps(scale)[5].setFocus()
    press(Key.Key_Right)
    assert scale.answers == [6]


def test_arrows_are_mirrored_with_the_writing(scale):
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert steps(scale)[0].x() > steps(scale)[10].x()
    steps(scale)[0].setFocus()
    press(Key.Key_Left)
    assert scale.answers == [1]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_key_clears(scale, key):
    scale.show_value(4)
    steps(scale)[4].setFocus()
    press(key, key)
    assert scale.answers == [None]
    assert steps(scale)[0].hasFocus()


def test_the_button_clears_and_is_there_only_with_an_answer(scale, qtbot):
    assert not scale._clear.isVisible()
    scale.show_value(4)
    assert scale._clear.isVisible()
    qtbot.mouseClick(scale._clear, Qt.MouseButton.LeftButton)
    assert scale.answers == [None]
    assert not scale._clear.isVisible()


def test_it_is_one_tab_stop_at_the_answer_or_at_zero(scale):
    assert gates.tab_stops(scale) == [steps(scale)[0]]
    scale.show_value(6)
    assert set(gates.tab_stops(scale)) == {steps(scale)[6], scale._clear}


def test_screen_readers_get_radio_buttons_with_names(scale):
    roles, names = set(), []
    for step in steps(scale):
        interface = QAccessible.queryAccessibleInterface(step)
        roles.add(interface.role())
        names.append(interface.text(QAccessible.Text.Name))
    assert roles == {QAccessible.Role.RadioButton}
    assert names[4] == "4 of 10, Before the walk"
    assert names[0].endswith("No pain")
    assert names[10].endswith("The worst pain you can imagine")


def test_steps_are_equal_and_large_enough_where_it_is_narrow(scale):
    for width in (577, 480, 330, 300):
        scale.resize(width, scale.heightForWidth(width))
        widths = [step.width() for step in steps(scale)]
        assert max(widths) - min(widths) <= 1
        assert min(widths) >= TARGET
        assert scale.rect().contains(steps(scale)[10].parentWidget().geometry())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.sampled_from("0123456789<>xc"), max_size=12))
def test_whatever_is_typed_the_last_answer_is_what_is_shown(scale, typed):
    scale.show_value(None)
    scale.answers.clear()
    steps(scale)[0].setFocus()
    special = {"<": Key.Key_Left, ">": Key.Key_Right, "x": Key.Key_X, "c": Key.Key_Delete}
    for sign in typed:
        press(special.get(sign) or Key(ord(sign)))
    assert scale.value == (scale.answers[-1] if scale.answers else None)
    assert [step.isChecked() for step in steps(scale)] == [n == scale.value for n in range(11)]
    assert scale.value is None or 0 <= scale.value <= 10
