"""Where the parts of the native controls lie: fields, their buttons, ticks and scroll bars."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
)

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import INDICATOR, MARK_GAP, RING

_SE, _CC, _SC = QStyle.SubElement, QStyle.ComplexControl, QStyle.SubControl
_FIELD_PADDING_PX = 10
_ARROW_PX = 36
_STEP_PX = 44
_SLIDER_PX = 44

_WHOLE = {
    _SE.SE_CheckBoxFocusRect,
    _SE.SE_RadioButtonFocusRect,
    _SE.SE_CheckBoxClickRect,
    _SE.SE_RadioButtonClickRect,
}


def _mirrored(option: QStyleOption, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


def mark_rect(option: QStyleOption) -> QRect:
    """Return the place of the tick or dot of a check box or radio button."""
    rect, edge = option.rect, scaled(INDICATOR)
    top = rect.top() + (rect.height() - edge) // 2
    return _mirrored(option, QRect(rect.left() + RING, top, edge, edge))


def mark_words_rect(option: QStyleOption) -> QRect:
    """Return the place of the words of a check box or radio button."""
    start = RING + scaled(INDICATOR) + scaled(MARK_GAP)
    return _mirrored(option, option.rect.adjusted(start, 0, -RING, 0))


def part_of_box(element: QStyle.SubElement, option: QStyleOption) -> QRect | None:
    """Return a part of a check box, radio button or line edit; None if it is not ours."""
    if element is _SE.SE_LineEditContents and isinstance(option, QStyleOptionFrame):
        if option.lineWidth <= 0:
            return option.rect
        return option.rect.adjusted(RING + 8, RING, -RING - 8, -RING)
    return option.rect if element in _WHOLE else None


def part_of_field(
    control: QStyle.ComplexControl, option: QStyleOptionComplex, part: QStyle.SubControl
) -> QRect | None:
    """Return a part of a combo box, date field or number field; None if it is not ours."""
    box = option.rect.adjusted(RING, RING, -RING, -RING)
    if control is _CC.CC_ComboBox:
        return _part_of_choice(option, part, box)
    if control is not _CC.CC_SpinBox:
        return None
    step = scaled(_STEP_PX)
    parts = {
        _SC.SC_SpinBoxFrame: option.rect,
        _SC.SC_SpinBoxUp: QRect(box.right() - step + 1, box.top(), step, box.height()),
        _SC.SC_SpinBoxDown: QRect(box.right() - 2 * step + 1, box.top(), step, box.height()),
        _SC.SC_SpinBoxEditField: box.adjusted(_FIELD_PADDING_PX, 2, -2 * step - 2, -2),
    }
    return _mirrored(option, parts[part]) if part in parts else None


def _part_of_choice(
    option: QStyleOptionComplex, part: QStyle.SubControl, box: QRect
) -> QRect | None:
    arrow = scaled(_ARROW_PX)
    parts = {
        _SC.SC_ComboBoxFrame: option.rect,
        _SC.SC_ComboBoxArrow: QRect(box.right() - arrow + 1, box.top(), arrow, box.height()),
        _SC.SC_ComboBoxEditField: box.adjusted(_FIELD_PADDING_PX, 2, -arrow, -2),
    }
    return _mirrored(option, parts[part]) if part in parts else None


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect | None:
    """Return a part of a scroll bar, which has no arrow buttons."""
    if part in {_SC.SC_ScrollBarAddLine, _SC.SC_ScrollBarSubLine}:
        return QRect()
    rect = option.rect
    upright = option.orientation is Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    slider = length
    if span > 0:
        slider = max(length * option.pageStep // (span + option.pageStep), scaled(_SLIDER_PX))
        slider = min(slider, length)
    at = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        length - slider,
        option.upsideDown,
    )
    starts_ends = {
        _SC.SC_ScrollBarGroove: (0, length),
        _SC.SC_ScrollBarSlider: (at, slider),
        _SC.SC_ScrollBarSubPage: (0, at),
        _SC.SC_ScrollBarAddPage: (at + slider, length - at - slider),
    }
    if part not in starts_ends:
        return None
    start, size = starts_ends[part]
    if upright:
        return QRect(rect.left(), rect.top() + start, rect.width(), size)
    return _mirrored(option, QRect(rect.left() + start, rect.top(), size, rect.height()))
