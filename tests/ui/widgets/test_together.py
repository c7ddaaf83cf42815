"""The left side of Today, put together, passes every gate in every look and in longer words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.ui import gates

from walktrack.domain.walk import WalkState
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.checklist import Checklist
from walktrack.ui.widgets.message_bar import MessageBar, MessageKind
from walktrack.ui.widgets.pain_scale import PainScale
from walktrack.ui.widgets.timer_face import TimerFace

GATES = (
    gates.unnamed,
    gates.same_named,
    gates.small,
    gates.unreachable,
    gates.out_of_order,
    gates.clipped,
)
COLUMN = 617
"""Width of the left side in a window of 1280 pixels at 100 %."""


def _timer_card():
    card, face = Card("Today’s walk"), TimerFace()
    face.add_action(OutlinedButton(face.tr("Pause"), "pause", large=True))
    face.add_action(FilledButton(face.tr("Finish walk"), "finish", large=True))
    face.show_goal(20)
    face.show_time(754_000)
    face.show_state(WalkState.RUNNING)
    card.corner.addWidget(face.state_word)
    card.body.addWidget(face)
    return card


def _pain_card():
    card = Card(QApplication.translate("Page", "How bad is your back pain right now?"), snug=True)
    for name in ("Before the walk", "After the walk"):
        scale = PainScale(name, "The worst pain you can imagine")
        scale.show_value(4)
        card.body.addWidget(scale)
    card.body.setSpacing(0)
    return card


def _posture_card():
    card, checklist = Card("Posture checklist", snug=True), Checklist()
    for widget in (checklist.note, checklist.how_button, checklist.count):
        card.corner.addWidget(widget)
    card.body.addWidget(checklist)
    card.how = checklist.how_button
    return card


def _message():
    bar = MessageBar()
    bar.show_message(bar.tr("This could not be kept."), bar.tr("Retry"), kind=MessageKind.PROBLEM)
    return bar


def build(qtbot, width):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    window.cards = [_timer_card(), _pain_card(), _posture_card()]
    for card in (*window.cards, _message()):
        column.addWidget(card)
    fit(window, width)
    return window


def fit(window, width):
    window.resize(width, window.layout().heightForWidth(width))
    window.show()
    QApplication.processEvents()
    window.resize(width, window.layout().heightForWidth(width))
    QApplication.processEvents()


def check(window):
    for gate in GATES:
        assert gate(window) == [], gate.__name__


def test_it_passes_in_every_size(every_size, qtbot):
    check(build(qtbot, COLUMN if every_size == 100 else 1200))


def test_it_passes_where_it_is_narrow(every_size, qtbot):
    check(build(qtbot, 460 * every_size // 100))


def test_it_passes_with_how_each_line_is_done(every_size, qtbot):
    window = build(qtbot, COLUMN * every_size // 100)
    window.cards[2].how.click()
    fit(window, window.width())
    check(window)


@pytest.mark.parametrize("size", [100, 200])
def test_it_passes_in_longer_words(look, qapp, qtbot, size):
    look(text_size=size)
    longer = gates.LongerWords()
    qapp.installTranslator(longer)
    try:
        window = build(qtbot, COLUMN * size // 100)
        assert any("longer" in w.text() for w in window.findChildren(gates.QLabel))
        check(window)
    finally:
        qapp.removeTranslator(longer)


@pytest.mark.parametrize("size", [100, 200])
def test_it_passes_mirrored(look, qtbot, size):
    look(text_size=size)
    window = build(qtbot, COLUMN * size // 100)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    fit(window, window.width())
    check(window)


def test_focus_is_seen_in_every_look(every_look, qtbot):
    _, size = every_look
    assert gates.faint_focus(build(qtbot, COLUMN * size // 100)) == []


def test_the_three_cards_fit_beside_the_charts(look, qtbot):
    window = build(qtbot, COLUMN)
    assert sum(card.height() for card in window.cards) + 2 * 10 <= 715


def test_none_is_wider_than_a_narrow_window(every_size, qtbot):
    assert gates.least_width(build(qtbot, 1200)) <= (1024 if every_size == 100 else 1280)
