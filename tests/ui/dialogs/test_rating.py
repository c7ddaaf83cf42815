import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.clocks import NOON
from tests.ui import gates

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.person import DEFAULT_TEN_ANCHOR
from walktrack.domain.recorder import Hand
from walktrack.services.entry_forms import Aside
from walktrack.ui.dialogs.rating import RatingDialog


@pytest.fixture
def ask(qtbot, look):
    def opened(minutes=12, value=4, anchor=DEFAULT_TEN_ANCHOR):
        walked = round(minutes * MS_PER_MINUTE)
        rating = PainRating("r", "p", "w", PainMoment.DURING, NOON, value, NOON, walked)
        dialog = RatingDialog(rating, Aside(), anchor, Hand())
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.picked.connect(lambda value, _: dialog.heard.append(value))
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


@pytest.mark.parametrize(
    ("minutes", "title"), [(12.9, "At 12 minutes"), (1, "At 1 minute"), (0.5, "At 0 minutes")]
)
def test_it_says_which_minute_is_meant(ask, minutes, title):
    assert ask(minutes).title.words == title


def test_it_shows_the_answer_given(ask):
    assert ask(value=7).scale.value == 7


def test_another_answer_is_told_by_a_digit_and_the_window_stays(ask):
    dialog = ask()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_6)
    assert dialog.heard == [6]
    assert dialog.isVisible()


def test_clearing_is_told_as_none(ask):
    dialog = ask()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Delete)
    assert dialog.heard == [None]


def test_closing_changes_nothing(ask):
    dialog = ask()
    dialog.way_out.click()
    assert dialog.heard == []
    assert not dialog.isVisible()


def test_a_hostile_anchor_is_only_text(ask):
    dialog = ask(anchor="<img src=/nowhere> $x$ 😀 " + "w" * 300)
    assert gates.clipped(dialog) == []


def test_the_gates_hold(ask, every_look):
    dialog = ask()
    dialog.resize(dialog.width(), 1200)
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(dialog) == [], gate.__name__
