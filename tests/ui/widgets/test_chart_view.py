from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QLabel

from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import Bucket, Dot, Figures, Overview
from walktrack.reports.telling import Kind
from walktrack.ui.look.palette import palette_of
from walktrack.ui.look.tokens import CONTRAST, DARK, LIGHT
from walktrack.ui.widgets.chart_view import ChartView

FONTS = sorted((Path(__file__).parents[3] / "resources" / "fonts").glob("Inter-*.ttf"))
LAST = date(2026, 11, 22)


def overview(*ago):
    days = [LAST - timedelta(days=n) for n in sorted(ago, reverse=True)]
    return Overview(
        Period(LAST - timedelta(days=27), LAST),
        Grain.DAY,
        20,
        tuple(Bucket(day, day, 1, 12.0, 5.0, 4.0, 4.5) for day in days),
        (),
        (Dot(12, -1, len(days)),) if days else (),
        Figures(0.0, 0, None, None, None),
    )


@pytest.fixture
def view(qtbot):
    made = ChartView(FONTS)
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(577, 430)
    made.show_overview(overview(9, 5, 1))
    made.show()
    yield made
    made._loader.wait()


@pytest.fixture
def loaded(view, qtbot):
    with qtbot.waitSignal(view._loader.loaded, timeout=20_000):
        view.start_loading()
    return view


def colours(view):
    image = view.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def hover(view, x, y):
    at = QPointF(x, y)
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, view.mapToGlobal(at), button, button, Qt.KeyboardModifier(0)
    )
    view.mouseMoveEvent(event)


def test_until_it_is_loaded_its_place_is_kept_and_quiet(view):
    assert view.sizeHint().height() >= 330
    assert not {LIGHT.accent.lower(), LIGHT.text.lower()} & colours(view)
    assert view.described() == ""


def test_it_draws_in_the_colours_of_the_palette(loaded):
    seen = colours(loaded)
    assert {LIGHT.accent.lower(), LIGHT.card.lower()} <= seen


@pytest.mark.parametrize("tokens", [DARK, CONTRAST])
def test_it_follows_a_change_of_colours(loaded, tokens):
    colours(loaded)
    loaded.resize(580, 440)
    loaded.setPalette(palette_of(tokens))
    seen = colours(loaded)
    assert {tokens.accent.lower(), tokens.card.lower()} <= seen
    assert LIGHT.accent.lower() not in seen


def test_new_values_show_at_once(loaded):
    before = loaded.grab().toImage()
    loaded.show_overview(overview(9, 5, 1, 0))
    assert loaded.grab().toImage() != before


def test_values_that_come_late_are_drawn_too(qtbot):
    view = ChartView(FONTS)
    qtbot.addWidget(view)
    view.setPalette(palette_of(LIGHT))
    view.resize(577, 430)
    with qtbot.waitSignal(view._loader.loaded, timeout=20_000):
        view.start_loading()
    assert LIGHT.accent.lower() not in colours(view)
    view.show_overview(overview(3))
    assert LIGHT.accent.lower() in colours(view)


def test_starting_twice_is_starting_once(loaded):
    thread = loaded._loader._thread
    loaded.start_loading()
    assert loaded._loader._thread is thread


def test_closing_while_it_loads_harms_nothing(qtbot):
    view = ChartView(FONTS)
    view.start_loading()
    loader = view._loader
    view.deleteLater()
    del view
    qtbot.wait(1)
    loader.wait()


def test_a_new_size_is_drawn_once_it_has_settled(loaded, qtbot):
    loaded.grab()
    loaded.resize(700, 500)
    loaded.grab()
    assert loaded._image.width() == 569
    qtbot.waitUntil(lambda: loaded._image.width() == 692, timeout=2000)


def test_keys_go_from_mark_to_mark_and_say_it(loaded, qtbot):
    loaded.grab()
    said = []
    loaded.point_described.connect(said.append)
    for key in (
        Qt.Key.Key_End,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
    ):
        qtbot.keyClick(loaded, key)
    days = [text.split(":")[0] for text in said]
    assert days == ["Sat 21 Nov", "Tue 17 Nov", "Fri 13 Nov", "Fri 13 Nov", "Tue 17 Nov"]
    assert said[0] == "Sat 21 Nov: 12 min, 1 walk. Before 5, after 4."
    qtbot.keyClick(loaded, Qt.Key.Key_Escape)
    assert loaded.described() == ""


def test_keys_do_nothing_where_there_is_nothing(loaded, qtbot):
    loaded.show_overview(overview())
    loaded.grab()
    said = []
    loaded.point_described.connect(said.append)
    qtbot.keyClick(loaded, Qt.Key.Key_End)
    assert said == []


def test_the_pointer_shows_the_figures_of_the_day(loaded):
    plain = loaded.grab().toImage()
    spot = loaded._chart.spot(1)
    hover(loaded, spot.left + spot.width / 2 + 4, 150)
    assert loaded.described() == "Tue 17 Nov: 12 min, 1 walk. Before 5, after 4."
    assert loaded.grab().toImage() != plain
    loaded.leaveEvent(QEvent(QEvent.Type.Leave))
    assert loaded.described() == ""
    assert loaded.grab().toImage() == plain


def test_the_other_chart_is_shown_and_said(loaded, qtbot):
    first = loaded.grab().toImage()
    loaded.show_kind(Kind.CHANGE)
    assert loaded.grab().toImage() != first
    qtbot.keyClick(loaded, Qt.Key.Key_Home)
    assert loaded.described() == "12 min, 3 walks: pain 1 point lower after the walk."


def test_a_screen_reader_finds_a_chart_with_name_and_sentence(view):
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == "Chart of minutes walked and pain"
    assert "3 walks, 36 min in all." in interface.text(QAccessible.Text.Description)


def test_other_widgets_keep_their_role(view, qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    assert QAccessible.queryAccessibleInterface(label).role() == QAccessible.Role.StaticText


def test_the_focus_can_be_seen(loaded, qtbot):
    loaded.activateWindow()
    loaded.clearFocus()
    assert LIGHT.focus.lower() not in colours_of_edge(loaded)
    loaded.setFocus()
    qtbot.waitUntil(loaded.hasFocus)
    assert LIGHT.focus.lower() in colours_of_edge(loaded)


def colours_of_edge(view):
    image = view.grab().toImage()
    return {image.pixelColor(200, y).name() for y in range(4)}


def test_large_text_asks_for_more_room(qtbot):
    view = ChartView(FONTS)
    qtbot.addWidget(view)
    small = view.minimumSizeHint()
    font = view.font()
    font.setPixelSize(34)
    view.setFont(font)
    assert view.minimumSizeHint().height() > 1.5 * small.height()
    assert view.minimumSizeHint().width() <= 1024


def test_it_saves_before_it_has_loaded(view, tmp_path):
    view.save(tmp_path / "walks.png", "png")
    assert (tmp_path / "walks.png").read_bytes().startswith(b"\x89PNG")


def test_a_place_that_cannot_be_written_is_an_oserror(loaded, tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        loaded.save(tmp_path / "nowhere" / "walks.png", "png")


def test_table_and_sentence_tell_the_same_values(view):
    assert view.table().rows[0][0] == "Sat 21 Nov 2026"
    assert view.sentence() == "Log 2 more walks with pain before and after to compare the two."
    view.show_kind(Kind.CHANGE)
    assert view.table().rows == (("12", "\N{MINUS SIGN}1", "3"),)
