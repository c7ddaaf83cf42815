"""Every gate lets a sound window pass and catches the fault it is there for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from tests.ui import gates

from walktrack.ui.look.tokens import CONTRAST, DARK, LIGHT, Tokens
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.segments import Segments


@pytest.fixture
def window(qtbot, look):
    """Two buttons, a field and a choice in a column, and nothing wrong."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.one, window.two = OutlinedButton("Pause"), FilledButton("Finish")
    window.field = QLineEdit()
    window.field.setAccessibleName("Note")
    window.choice = Segments("Range", [(1, "Short"), (2, "Long"), (3, "All")])
    window.label = PlainLabel("A line of text")
    for widget in (window.one, window.two, window.field, window.choice, window.label):
        column.addWidget(widget)
    window.resize(500, 400)
    window.show()
    qtbot.waitExposed(window)
    return window


ALL = (
    gates.unnamed,
    gates.same_named,
    gates.small,
    gates.unreachable,
    gates.out_of_order,
    gates.faint_focus,
    gates.clipped,
)


@pytest.mark.parametrize("gate", ALL, ids=lambda gate: gate.__name__)
def test_a_sound_window_passes(window, gate):
    assert gate(window) == []


def test_a_button_without_a_name_is_caught(window):
    window.one.setText("")
    assert len(gates.unnamed(window)) == 1


def test_two_siblings_with_one_name_are_caught(window):
    window.two.setText("Pause")
    assert len(gates.same_named(window)) == 1


def test_a_small_target_is_caught(window):
    window.one.setFixedSize(60, 43)
    assert len(gates.small(window)) == 1


def test_a_button_no_key_comes_to_is_caught(window):
    window.one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert gates.unreachable(window) == ["OutlinedButton Pause"]


def test_a_choice_that_arrows_do_not_walk_is_caught(window, monkeypatch):
    monkeypatch.setattr(type(window.choice), "keyPressEvent", lambda self, event: event.ignore())
    assert len(gates.unreachable(window)) == 2


def test_a_tab_order_against_reading_is_caught(window):
    QWidget.setTabOrder(window.field, window.one)
    QWidget.setTabOrder(window.two, window.field)
    assert gates.out_of_order(window)


def test_a_row_visited_backwards_is_caught(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second, third = (FilledButton(word) for word in ("First", "Second", "Third"))
    for button in (first, second, third):
        row.addWidget(button)
    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)
    window.show()
    assert len(gates.out_of_order(window)) == 1


def test_focus_that_cannot_be_seen_is_caught(window):
    palette = window.one.palette()
    palette.setColor(palette.ColorRole.Link, palette.color(palette.ColorRole.Window))
    window.one.setPalette(palette)
    assert len(gates.faint_focus(window)) == 1


def test_text_without_room_is_caught(window):
    window.label.setFixedWidth(40)
    assert len(gates.clipped(window)) == 1


def test_wrapped_text_without_room_is_caught(window):
    window.label.setWordWrap(True)
    window.label.setFixedSize(60, 20)
    assert len(gates.clipped(window)) == 1


def test_a_widget_cut_off_by_its_parent_is_caught(window):
    box = QCheckBox("Out", window)
    box.resize(box.sizeHint())
    box.move(-10, 0)
    box.show()
    assert gates.clipped(window) == ["QCheckBox Out: cut off by QWidget"]


def test_longer_words_are_forty_percent_longer():
    said = gates.LongerWords().translate("Page", "Finish the walk")
    assert said.startswith("Finish the walk")
    assert len(said) == 21


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
def test_the_colours_are_strong_enough(tokens: Tokens):
    assert gates.weak_colours(tokens) == []


def test_a_weak_colour_is_caught():
    weak = replace(LIGHT, muted="#888888")
    assert len(gates.weak_colours(weak)) == 2


def test_the_least_width_is_that_of_the_widest(window):
    window.label.setMinimumWidth(700)
    assert gates.least_width(window) >= 700
