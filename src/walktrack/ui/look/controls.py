"""How the native controls are drawn, each by one function of its option."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
)

from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.paint import accent_at, body_rect, draw_box, draw_ring, pointed_at
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.parts import mark_rect, mark_words_rect, part_of_field, scroll_part
from walktrack.ui.look.tokens import CONTROL_RADIUS, EDGE_WIDTH, RING_WIDTH, SMALL_RADIUS

_State = QStyle.StateFlag
_CC, _CE, _PE, _SC = (
    QStyle.ComplexControl,
    QStyle.ControlElement,
    QStyle.PrimitiveElement,
    QStyle.SubControl,
)
_MARK_WIDTH = 2.4
_RTL = Qt.LayoutDirection.RightToLeft

Draw = Callable[[QStyleOption, QPainter], None]


def _ink(option: QStyleOption) -> Ink:
    palette = option.palette
    if not option.state & _State.State_Enabled:
        palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
    return Ink(palette)


def _lines(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(_MARK_WIDTH, scaled(_MARK_WIDTH)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _tick(option: QStyleOption, painter: QPainter) -> None:
    colours, box = _ink(option), QRectF(option.rect)
    chosen = bool(option.state & _State.State_On)
    partly = bool(option.state & _State.State_NoChange)
    if not (chosen or partly):
        near = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
        face = pointed_at(colours, down=False) if near else colours.card
        draw_box(painter, box, SMALL_RADIUS, face, colours.edge, width=EDGE_WIDTH + 0.4)
        return
    draw_box(painter, box, SMALL_RADIUS, colours.accent, None)
    middle, unit = box.center(), box.width() / 28
    x, y = middle.x(), middle.y()
    if partly:
        _lines(painter, colours.on_accent, (x - 5 * unit, y), (x + 5 * unit, y))
        return
    elbow = (x - 1.5 * unit, y + 4 * unit)
    arms = (x - 5.5 * unit, y + 0.2 * unit), (x + 5.5 * unit, y - 4 * unit)
    _lines(painter, colours.on_accent, arms[0], elbow, arms[1])


def _dot(option: QStyleOption, painter: QPainter) -> None:
    colours, box = _ink(option), QRectF(option.rect)
    chosen = bool(option.state & _State.State_On)
    edge = colours.accent if chosen else colours.edge
    draw_box(painter, box, box.width() / 2, colours.card, edge, width=EDGE_WIDTH + 0.4)
    if chosen:
        inner = box.width() * 0.26
        draw_box(painter, box.adjusted(inner, inner, -inner, -inner), box.width(), edge, None)


def _focus(option: QStyleOption, painter: QPainter) -> None:
    draw_ring(painter, option.rect, SMALL_RADIUS - 2, _ink(option).focus)


def _marked(option: QStyleOption, painter: QPainter, mark: Draw) -> None:
    if not isinstance(option, QStyleOptionButton):
        return
    whole = QRect(option.rect)
    option.rect = mark_rect(option)
    mark(option, painter)
    option.rect = whole
    painter.setPen(_ink(option).text)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
    side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    painter.drawText(mark_words_rect(option), int(flags | side), option.text)
    if option.state & _State.State_HasFocus:
        _focus(option, painter)


def _check_box(option: QStyleOption, painter: QPainter) -> None:
    _marked(option, painter, _tick)


def _radio_button(option: QStyleOption, painter: QPainter) -> None:
    _marked(option, painter, _dot)


def _frame(option: QStyleOption, painter: QPainter) -> None:
    if not _is_text_box(option):  # its ring lies on the ground around it
        painter.fillRect(option.rect, _ink(option).card)
    _outline(option, painter)


def _is_text_box(option: QStyleOption) -> bool:
    return bool(option.styleObject and option.styleObject.inherits("QPlainTextEdit"))


def _outline(option: QStyleOption, painter: QPainter) -> None:
    if not isinstance(option, QStyleOptionFrame) or option.lineWidth <= 0:
        return
    colours, rect = _ink(option), QRectF(option.rect)
    focused = bool(option.state & _State.State_HasFocus)
    if _is_text_box(option):
        draw_box(painter, body_rect(option.rect), CONTROL_RADIUS, colours.card, colours.edge)
        if focused:
            draw_ring(painter, option.rect, CONTROL_RADIUS, colours.focus)
        return
    inset = option.lineWidth - 1
    edge = rect.adjusted(inset, inset, -inset, -inset)
    draw_box(painter, edge, 2, None, colours.edge, width=1)
    if focused:
        draw_box(painter, rect, 5, None, colours.focus, width=RING_WIDTH)


def _field(option: QStyleOption, painter: QPainter) -> None:
    colours = _ink(option)
    enabled = bool(option.state & _State.State_Enabled)
    face = colours.card if enabled else colours.tile
    draw_box(painter, body_rect(option.rect), CONTROL_RADIUS, face, colours.edge)
    if option.state & _State.State_HasFocus:
        draw_ring(painter, option.rect, CONTROL_RADIUS, colours.focus)


def _line_edit(option: QStyleOption, painter: QPainter) -> None:
    if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
        _field(option, painter)


def _combo(option: QStyleOption, painter: QPainter) -> None:
    _field(option, painter)
    if not isinstance(option, QStyleOptionComplex):
        return
    part = part_of_field(_CC.CC_ComboBox, option, _SC.SC_ComboBoxArrow)
    middle, arm = QRectF(part or QRect()).center(), scaled(5)
    x, y, drop = middle.x(), middle.y(), arm / 2
    _lines(painter, _ink(option).text, (x - arm, y - drop), (x, y + drop), (x + arm, y - drop))


def _spin(option: QStyleOption, painter: QPainter) -> None:
    _field(option, painter)
    if not isinstance(option, QStyleOptionSpinBox):
        return
    colours, arm = _ink(option), scaled(6)
    step = QAbstractSpinBox.StepEnabledFlag
    for part, can in (
        (_SC.SC_SpinBoxDown, step.StepDownEnabled),
        (_SC.SC_SpinBoxUp, step.StepUpEnabled),
    ):
        box = QRectF(part_of_field(_CC.CC_SpinBox, option, part) or QRect())
        inner = box.adjusted(3, 3, -3, -3)
        down = bool(option.state & _State.State_Sunken) and option.activeSubControls == part
        draw_box(painter, inner, SMALL_RADIUS, pointed_at(colours, down=down), None)
        colour = colours.text if option.stepEnabled & can else colours.edge
        x, y = box.center().x(), box.center().y()
        _lines(painter, colour, (x - arm, y), (x + arm, y))
        if part is _SC.SC_SpinBoxUp:
            _lines(painter, colour, (x, y - arm), (x, y + arm))


def _push_button(option: QStyleOption, painter: QPainter) -> None:
    if not isinstance(option, QStyleOptionButton):
        return
    colours, box = _ink(option), body_rect(option.rect)
    first = bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)
    near = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
    down = bool(option.state & _State.State_Sunken)
    words = colours.on_accent if first else colours.text
    if first:
        face = accent_at(colours, down=down) if near else colours.accent
    else:
        face = pointed_at(colours, down=down) if near else colours.card
    draw_box(painter, box, CONTROL_RADIUS, face, None if first else colours.edge)
    painter.setPen(words)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
    painter.drawText(box, int(flags), option.text)
    if option.state & _State.State_HasFocus:
        draw_ring(painter, option.rect, CONTROL_RADIUS, colours.focus)


def _header(option: QStyleOption, painter: QPainter) -> None:
    colours = _ink(option)
    painter.fillRect(option.rect, colours.tile)
    foot = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(foot, colours.edge)


def _progress_ground(option: QStyleOption, painter: QPainter) -> None:
    draw_box(painter, QRectF(option.rect), 5, _ink(option).soft, _ink(option).edge, width=1)


def _progress_bar(option: QStyleOption, painter: QPainter) -> None:
    if not isinstance(option, QStyleOptionProgressBar):
        return
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.5
    rect = QRectF(option.rect)
    width = rect.width() * min(max(share, 0.0), 1.0)
    left = rect.right() - width if option.direction is _RTL else rect.left()
    draw_box(painter, QRectF(left, rect.top(), width, rect.height()), 5, _ink(option).accent, None)


def _scroll_bar(option: QStyleOption, painter: QPainter) -> None:
    if not isinstance(option, QStyleOptionSlider):
        return
    colours = _ink(option)
    slider = QRectF(scroll_part(option, _SC.SC_ScrollBarSlider) or QRect())
    near = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
    slider.adjust(4, 4, -4, -4)
    thin = min(slider.width(), slider.height()) / 2
    if option.maximum > option.minimum:
        draw_box(painter, slider, thin, colours.text if near else colours.edge, None)


PRIMITIVES: dict[QStyle.PrimitiveElement, Draw] = {
    _PE.PE_IndicatorCheckBox: _tick,
    _PE.PE_IndicatorItemViewItemCheck: _tick,
    _PE.PE_IndicatorRadioButton: _dot,
    _PE.PE_FrameFocusRect: _focus,
    _PE.PE_PanelLineEdit: _line_edit,
    _PE.PE_Frame: _frame,
    _PE.PE_FrameMenu: _outline,
}

CONTROLS: dict[QStyle.ControlElement, Draw] = {
    _CE.CE_PushButton: _push_button,
    _CE.CE_CheckBox: _check_box,
    _CE.CE_RadioButton: _radio_button,
    _CE.CE_HeaderSection: _header,
    _CE.CE_ProgressBarGroove: _progress_ground,
    _CE.CE_ProgressBarContents: _progress_bar,
}

COMPLEX: dict[QStyle.ComplexControl, Draw] = {
    _CC.CC_ComboBox: _combo,
    _CC.CC_SpinBox: _spin,
    _CC.CC_ScrollBar: _scroll_bar,
}
