"""Cards, buttons, labels, tiles, choices, messages and the layouts that wrap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from tests.ui import gates

from walktrack.ui.announce import announce
from walktrack.ui.widgets.buttons import FilledButton, NavButton, OutlinedButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.figure_tile import FigureTile
from walktrack.ui.widgets.flow import Columns, Flow
from walktrack.ui.widgets.labels import PlainLabel, breakable
from walktrack.ui.widgets.message_bar import MessageBar, MessageKind
from walktrack.ui.widgets.segments import Segments

HOSTILE = [
    "<img src='file:///etc/passwd'><b>bold</b>",
    "a & b",
    "$x$",
    "👟 \u202eabc",
    "w" * 10_000,
]


def shown(widget, qtbot, width=None):
    qtbot.addWidget(widget)
    if width is not None:
        widget.resize(width, widget.heightForWidth(width))
    widget.show()
    widget.activateWindow()
    return widget


@pytest.mark.parametrize("text", HOSTILE)
def test_labels_show_text_as_typed_and_stay_narrow(look, qtbot, text):
    label = PlainLabel(wrap=True)
    label.show_text(text)
    shown(label, qtbot, 300)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.words == text
    assert label.minimumSizeHint().width() <= 300
    assert gates.clipped(label) == []


@given(st.text(max_size=200))
def test_breakable_adds_nothing_that_is_seen(text):
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_buttons_show_what_was_typed_and_stay_narrow(look, qtbot, text):
    button = OutlinedButton("", "person")
    button.show_text(text)
    shown(button, qtbot)
    assert button.sizeHint().width() < 600
    assert gates.spoken(button).replace("\u200b", "") == text


@pytest.mark.parametrize("kind", [FilledButton, OutlinedButton, PlainButton, NavButton])
@pytest.mark.parametrize("icon", [None, "walk"])
def test_buttons_pass_the_gates_in_every_look(every_look, qtbot, kind, icon):
    window = QWidget()
    row = QVBoxLayout(window)
    row.addWidget(kind("Walk", icon))
    row.addWidget(kind("Share", icon))
    shown(window, qtbot)
    for gate in (gates.small, gates.unnamed, gates.clipped, gates.unreachable, gates.faint_focus):
        assert gate(window) == [], gate.__name__


def test_a_page_button_shows_that_its_page_is_open(look, qtbot):
    button = shown(NavButton("Today", "today"), qtbot)
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before


def test_a_disabled_button_looks_different(look, qtbot):
    for kind in (FilledButton, OutlinedButton, PlainButton):
        button = shown(kind("Save", "save"), qtbot)
        before = button.grab().toImage()
        button.setEnabled(False)
        assert button.grab().toImage() != before


def test_a_card_is_named_by_its_title_and_wraps_its_corner(every_size, qtbot):
    card = Card("How bad is your back pain right now?")
    for word in ("First", "Second", "Third"):
        card.corner.addWidget(PlainButton(word, "info"))
    card.body.addWidget(PlainLabel("Body", wrap=True))
    shown(card, qtbot, 420 * every_size // 100)
    assert card.accessibleName() == card.title.words
    assert gates.clipped(card) == []
    card.show_title("Another")
    assert (card.accessibleName(), card.title.text()) == ("Another", "Another")


def test_a_tile_is_read_as_one_line(every_size, qtbot):
    tile = shown(FigureTile("41 min", "this week, 3 walks"), qtbot, 150 * every_size // 100)
    assert tile.accessibleName() == "41 min, this week, 3 walks"
    assert gates.clipped(tile) == []


@pytest.fixture
def segments(look, qtbot):
    segments = Segments("Range", [(28, "4 weeks"), (84, "12 weeks"), (None, "All")])
    segments.values = []
    segments.chosen.connect(segments.values.append)
    return shown(segments, qtbot, 500)


def test_segments_are_chosen_by_mouse_and_keys(segments, qtbot):
    qtbot.mouseClick(segments.buttons[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert segments.values == [84, None, 28]
    assert gates.tab_stops(segments) == [segments.buttons[0]]


def test_segments_show_without_telling(segments):
    segments.show_value(84)
    assert segments.value == 84
    segments.show_value("unknown")
    assert segments.value is None
    assert not any(button.isChecked() for button in segments.buttons)
    assert segments.values == []


def test_segments_wrap_and_pass_the_gates(segments, qtbot):
    segments.resize(200, segments.heightForWidth(200))
    assert segments.buttons[2].y() > segments.buttons[0].y()
    for gate in (gates.small, gates.unnamed, gates.same_named, gates.clipped, gates.unreachable):
        assert gate(segments) == [], gate.__name__


def test_a_message_offers_what_can_be_done(look, qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_message("Walk removed.", "Undo")
    undo = next(b for b in bar.findChildren(QPushButton) if b.text() == "Undo")
    assert gates.unnamed(bar) == gates.small(bar) == []
    with qtbot.waitSignal(bar.acted):
        undo.click()
    assert bar.isHidden()


def test_a_message_is_closed(look, qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Stored.")
    close = next(b for b in bar.findChildren(QPushButton) if b.isVisible())
    assert gates.spoken(close) == "Close this message"
    with qtbot.waitSignal(bar.closed):
        close.click()


def test_a_problem_is_told_by_a_word_too(every_size, qtbot):
    bar = MessageBar()
    bar.show_message("The folder cannot be written.", "Retry", kind=MessageKind.PROBLEM)
    shown(bar, qtbot, 500 * every_size // 100)
    words = [w.text() for w in gates.shown(bar) if isinstance(w, gates.QLabel)]
    assert words == ["Problem:", "The folder cannot be written."]
    assert gates.clipped(bar) == []


def test_an_announcement_is_heard_in_the_focused_widget_and_forgotten(look, qtbot, monkeypatch):
    monkeypatch.setattr("walktrack.ui.announce._FORGOTTEN_MS", 20)
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    field = QLineEdit()
    field.setAccessibleDescription("Any words.")
    shown(field, qtbot).setFocus()
    qtbot.waitUntil(field.hasFocus)
    announce(field, "Half of your goal.")
    announce(field, "You reached your goal.")
    assert field.accessibleDescription() == "Any words. You reached your goal."
    assert [event.message() for event in told] == ["Half of your goal.", "You reached your goal."]
    qtbot.waitUntil(lambda: field.accessibleDescription() == "Any words.")


def box(width, height):
    widget = QWidget()
    widget.setFixedSize(width, height)
    return widget


@given(st.lists(st.integers(10, 200), min_size=1, max_size=12), st.integers(200, 900))
def test_a_flow_keeps_every_item_inside_and_apart(qapp, widths, width):
    parent = QWidget()
    flow = Flow(parent, spacing=10)
    for wide in widths:
        flow.addWidget(box(wide, 44))
    rects = [rect for _, rect in flow.place(width)]
    whole = QRect(0, 0, width, flow.heightForWidth(width))
    assert all(whole.contains(rect) for rect in rects)
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])


@given(st.integers(1, 12), st.integers(1, 11), st.integers(50, 900))
def test_columns_are_of_one_width_and_filled_evenly(qapp, count, most, width):
    parent = QWidget()
    columns = Columns(parent, most=most, spacing=4)
    for _ in range(count):
        columns.addWidget(QPushButton("x"))
    rects = [rect for _, rect in columns.place(width)]
    widths = {rect.width() for rect in rects}
    assert max(widths) - min(widths) <= 1
    per_row = [sum(r.top() == top for r in rects) for top in sorted({r.top() for r in rects})]
    assert max(per_row) <= most
    assert per_row == sorted(per_row, reverse=True)


@pytest.mark.parametrize("inside", [False, True])
def test_a_flow_is_measured_anew_when_an_item_changes(look, qtbot, inside):
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    holder = None if inside else QWidget()
    flow = Flow(holder)
    if holder is None:
        column.addLayout(flow)
    else:
        column.addWidget(holder)
    button, other = QPushButton("short"), QPushButton("other")
    flow.addWidget(button)
    flow.addWidget(other)
    column.addStretch(1)
    shown(window, qtbot, 300)
    assert other.y() == button.y()
    button.setText("a long row of words that needs more room")
    QApplication.processEvents()
    assert other.y() > button.y()
    button.hide()
    QApplication.processEvents()
    assert (other.x(), other.y()) == (0, 0)
    third = QPushButton("third")
    flow.addWidget(third)
    third.show()
    QApplication.processEvents()
    assert third.x() > other.x()
    flow.removeWidget(other)
    other.hide()
    QApplication.processEvents()
    assert third.x() == 0


def test_a_spring_pushes_to_the_end_and_all_is_mirrored(look, qtbot):
    window = QWidget()
    flow = Flow(window)
    first, last = box(50, 44), box(60, 44)
    flow.addWidget(first)
    flow.add_spring()
    flow.addWidget(last)
    shown(window, qtbot, 400)
    assert (first.x(), last.geometry().right()) == (0, 399)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert (last.x(), first.geometry().right()) == (0, 399)


def test_hidden_items_take_no_place(look, qtbot):
    window = QWidget()
    flow = Flow(window, spacing=10)
    boxes = [box(50, 44) for _ in range(3)]
    for widget in boxes:
        flow.addWidget(widget)
    shown(window, qtbot, 400)
    boxes[1].hide()
    QApplication.processEvents()
    assert boxes[2].x() == 60
    assert flow.takeAt(0).widget() is boxes[0]
    assert flow.takeAt(9) is None
    assert flow.itemAt(9) is None
