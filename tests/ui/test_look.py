"""Colours travel in the palette, sizes in the font, and both change at once."""

import sys

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from tests.ui import gates

from walktrack.domain.settings import Colours
from walktrack.ui.look import fonts
from walktrack.ui.look.contrast import mix, ratio
from walktrack.ui.look.fonts import TextRole, role_font, scaled
from walktrack.ui.look.palette import ink, palette_of
from walktrack.ui.look.system import SystemLook, system_tokens, tokens_for
from walktrack.ui.look.tokens import CONTRAST, DARK, LIGHT, TARGET, Tokens
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, TitleLabel


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
def test_every_token_comes_back_out_of_the_palette(look, tokens):
    widget = QWidget()
    widget.setPalette(palette_of(tokens))
    found = ink(widget)
    for name in Tokens.__slots__:
        assert getattr(found, name) == QColor(getattr(tokens, name)), name


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
def test_text_is_strong_enough_on_tiles_too(tokens):
    tile = palette_of(tokens).color(QPalette.ColorRole.Midlight)
    for name in ("text", "muted", "accent"):
        assert ratio(QColor(getattr(tokens, name)), tile) >= gates.TEXT_RATIO, name


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
def test_what_is_disabled_is_faded_but_can_be_read(look, tokens):
    widget = QWidget()
    widget.setPalette(palette_of(tokens))
    before = QColor(ink(widget).text)
    widget.setEnabled(False)
    assert ink(widget).text != before
    assert ratio(ink(widget).text, QColor(tokens.card)) >= gates.MARK_RATIO


def test_ratios_are_those_of_the_guideline():
    black, white = QColor("#000000"), QColor("#ffffff")
    assert ratio(black, white) == pytest.approx(21.0)
    assert ratio(white, white) == pytest.approx(1.0)
    assert ratio(QColor("#777777"), white) == pytest.approx(4.48, abs=0.01)


def test_mixing_goes_from_one_to_the_other():
    red, blue = QColor("#ff0000"), QColor("#0000ff")
    assert mix(red, blue, 0.0) == red
    assert mix(red, blue, 1.0) == blue


def test_the_bundled_font_is_used_in_two_weights(look):
    assert role_font(TextRole.BODY).family() == "Inter"
    assert {"Regular", "SemiBold"} <= set(QFontDatabase.styles("Inter"))
    assert role_font(TextRole.TITLE).weight() == QFont.Weight.DemiBold


def test_without_the_files_the_system_font_serves(look, monkeypatch, qapp):
    def missing(*parts):
        raise FileNotFoundError(parts)

    monkeypatch.setattr(fonts, "resource", missing)
    assert fonts.load_fonts() == qapp.font().family()


def test_sizes_are_ratios_of_the_body(every_size):
    share = every_size / 100
    for role, pixels in ((TextRole.CAPTION, 15), (TextRole.BODY, 17), (TextRole.TIMER, 66)):
        assert role_font(role).pixelSize() == pytest.approx(pixels * share, rel=0.03)
    assert scaled(28) == pytest.approx(28 * share, abs=1)


def test_labels_that_stand_already_take_a_new_text_size_at_once(look, qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    labels = [CaptionLabel("a"), PlainLabel("b"), TitleLabel("c")]
    for label in labels:
        column.addWidget(label)
    window.show()
    assert [label.font().pixelSize() for label in labels] == [15, 17, 19]
    look(text_size=200)
    qapp.processEvents()
    assert [label.font().pixelSize() for label in labels] == [30, 34, 38]
    assert labels[2].font().weight() == QFont.Weight.DemiBold


def test_a_window_that_stands_already_takes_new_colours_at_once(look, qapp, qtbot):
    label = QLabel("a")
    qtbot.addWidget(label)
    label.show()
    look(Colours.DARK)
    qapp.processEvents()
    assert ink(label).text == QColor(DARK.text)


def test_the_timer_has_figures_of_one_width(look):
    metrics = QFontMetricsF(role_font(TextRole.TIMER))
    assert len({round(metrics.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1


def test_the_choice_of_colours(qapp):
    assert tokens_for(qapp, Colours.LIGHT) is LIGHT
    assert tokens_for(qapp, Colours.DARK) is DARK
    assert tokens_for(qapp, Colours.CONTRAST) is CONTRAST
    assert tokens_for(qapp, Colours.SYSTEM) is system_tokens(qapp)


class _Hints:
    def __init__(self, scheme, contrast):
        self._scheme, self._contrast = scheme, contrast

    def styleHints(self):
        return self

    def accessibility(self):
        return self

    def colorScheme(self):
        return self._scheme

    def contrastPreference(self):
        return self._contrast


@pytest.mark.parametrize(
    ("scheme", "contrast", "wanted"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, LIGHT),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, DARK),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, CONTRAST),
    ],
)
def test_the_desktop_is_followed(scheme, contrast, wanted):
    assert system_tokens(_Hints(scheme, contrast)) is wanted


def test_a_change_of_the_desktop_is_told(qapp, qtbot):
    system = SystemLook(qapp)
    with qtbot.waitSignal(system.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    system.deleteLater()


def _controls():
    combo, date, area = QComboBox(), QDateEdit(), QPlainTextEdit("A note")
    combo.addItems(["Four weeks", "Twelve weeks"])
    date.setCalendarPopup(True)
    area.setTabChangesFocus(True)
    spin = QSpinBox()
    spin.setSuffix(" minutes")
    kinds = [QLineEdit("A line"), combo, spin, date, QTimeEdit(), area]
    return [*kinds, QCheckBox("Tick"), QRadioButton("One"), QPushButton("Go")]


@pytest.fixture
def form(every_look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.controls = _controls()
    for number, control in enumerate(window.controls):
        control.setAccessibleName(f"Control {number}")
        column.addWidget(control)
    window.resize(window.sizeHint())
    window.show()
    return window


@pytest.mark.parametrize("gate", [gates.small, gates.clipped, gates.unreachable])
def test_native_controls_are_large_and_whole(form, gate):
    assert gate(form) == []


def test_the_focus_of_native_controls_can_be_seen(form):
    assert gates.faint_focus(form) == []


def test_native_controls_stand_mirrored(form):
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert gates.faint_focus(form) == []


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_at_its_own_size_shows_all_its_words(every_size, qtbot, kind):
    box = kind("Short steps, heel to toe")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()
    assert gates.clipped(box) == []


def test_a_number_field_has_room_for_its_words(form):
    spin = form.controls[2]
    words = spin.fontMetrics().horizontalAdvance(spin.text())
    assert spin.lineEdit().width() >= words


def test_a_tap_on_plus_and_minus_counts(look, qtbot):
    spin = QSpinBox()
    spin.setRange(0, 60)
    qtbot.addWidget(spin)
    spin.resize(spin.sizeHint())
    spin.show()
    middle, right = spin.height() // 2, spin.width()
    qtbot.mouseClick(spin, Qt.MouseButton.LeftButton, pos=QPoint(right - 20, middle))
    assert spin.value() == 1
    qtbot.mouseClick(spin, Qt.MouseButton.LeftButton, pos=QPoint(right - 64, middle))
    assert spin.value() == 0


def test_list_rows_and_scroll_bars_are_large(look, qtbot):
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems([str(number) for number in range(50)])
    rows.resize(QSize(200, 200))
    rows.show()
    assert rows.visualItemRect(rows.item(0)).height() >= TARGET
    bar = rows.verticalScrollBar()
    assert isinstance(bar, QScrollBar)
    assert bar.width() >= 16
    half = bar.height() // 2
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    qtbot.mouseMove(bar, QPoint(8, 20 + half))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, 20 + half))
    assert bar.value() > 0


def test_setting_a_text_takes_nothing_from_none(look, qtbot):
    label = PlainLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 10
