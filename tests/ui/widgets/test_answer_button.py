import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.ui.widgets.answer_button import AnswerButton

ANSWER = "I stopped at another time than the one you think"
RESULT = "The walk was 12 min, and this is a long line about what comes of the answer."


@pytest.fixture
def column(qtbot, look):
    """Two answers one below the other, the first with much to say."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    window.long, window.short = AnswerButton(ANSWER, RESULT), AnswerButton("Yes", "Good")
    layout.addWidget(window.long)
    layout.addWidget(window.short)
    layout.addStretch(1)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize("width", [280, 420, 900])
@pytest.mark.parametrize("size", [100, 200])
def test_it_has_the_height_its_words_need(qtbot, column, look, width, size):
    look(text_size=size)
    column.resize(width, 1600)
    for button in (column.long, column.short):
        qtbot.waitUntil(lambda b=button: b.height() == b.heightForWidth(b.width()))


def test_the_narrower_the_taller(column):
    heights = [column.long.heightForWidth(width) for width in (250, 400, 900)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


def test_both_texts_are_painted(column):
    before = column.short.grab().toImage()
    column.short.show_answer("Yes", "Bad")
    result_changed = column.short.grab().toImage()
    column.short.show_answer("No", "Bad")
    assert before != result_changed
    assert result_changed != column.short.grab().toImage()


def test_a_screen_reader_hears_answer_and_result(column):
    assert column.short.accessibleName() == "Yes. Good"
    assert column.short.result == "Good"


def test_it_is_pressed_by_space(qtbot, column):
    with qtbot.waitSignal(column.short.clicked):
        QTest.keyClick(column.short, Qt.Key.Key_Space)


def test_right_to_left_stands_at_the_right(qtbot, column):
    def ink_on_left(button):
        image = button.grab().toImage()
        ground = image.pixel(image.width() // 2, image.height() - 8)
        rows = range(10, image.height() - 10)
        return any(image.pixel(x, y) != ground for y in rows for x in range(20, 60))

    assert ink_on_left(column.short)
    column.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not ink_on_left(column.short)
