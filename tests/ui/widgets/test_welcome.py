import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from tests.ui import gates

from walktrack.domain.person import NAME_LENGTH
from walktrack.ui.widgets.welcome import WelcomeCard


@pytest.fixture
def greet(qtbot, look):
    def opened():
        window = QWidget()
        qtbot.addWidget(window)
        window.card = WelcomeCard()
        window.heard = []
        window.card.named.connect(window.heard.append)
        QVBoxLayout(window).addWidget(window.card)
        window.resize(616, 600)
        window.show()
        qtbot.waitExposed(window)
        return window

    return opened


def test_the_name_is_told_by_the_button(greet):
    window = greet()
    window.card.name.setText("Zoë & <b>Bob</b>")
    window.card.save.click()
    assert window.heard == ["Zoë & <b>Bob</b>"]


def test_the_name_is_told_by_enter(greet):
    window = greet()
    window.card.name.setText("Anna")
    QTest.keyClick(window.card.name, Qt.Key.Key_Return)
    assert window.heard == ["Anna"]


def test_skip_tells_an_empty_name_whatever_was_typed(greet):
    window = greet()
    window.card.name.setText("An")
    window.card.skip.click()
    assert window.heard == [""]


def test_no_more_is_taken_than_a_name_may_have(greet):
    window = greet()
    window.card.name.setText("n" * 10_000)
    window.card.save.click()
    assert window.heard == ["n" * NAME_LENGTH]


def test_the_gates_hold(greet, every_look):
    window = greet()
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(window) == [], gate.__name__
    assert gates.least_width(window) <= 640
