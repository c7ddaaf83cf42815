"""The style of the native controls: Fusion, with targets large enough for stiff fingers."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from walktrack.ui.look.controls import COMPLEX, CONTROLS, PRIMITIVES
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.parts import part_of_box, part_of_field, scroll_part
from walktrack.ui.look.tokens import CONTROL_HEIGHT, INDICATOR, MARK_GAP, RING, TARGET

_CT, _PM, _SE, _SH = (
    QStyle.ContentsType,
    QStyle.PixelMetric,
    QStyle.SubElement,
    QStyle.StyleHint,
)

_FIELD_AIR = 12  # round a field of several lines: its ring, its edge and room for its corners

_METRICS = {
    _PM.PM_IndicatorWidth: INDICATOR,
    _PM.PM_IndicatorHeight: INDICATOR,
    _PM.PM_ExclusiveIndicatorWidth: INDICATOR,
    _PM.PM_ExclusiveIndicatorHeight: INDICATOR,
    _PM.PM_CheckBoxLabelSpacing: MARK_GAP,
    _PM.PM_RadioButtonLabelSpacing: MARK_GAP,
    _PM.PM_ScrollBarExtent: 16,
    _PM.PM_ScrollBarSliderMin: TARGET,
    _PM.PM_ToolTipLabelFrameWidth: 8,
    _PM.PM_ButtonIconSize: 20,
    _PM.PM_SmallIconSize: 20,
    _PM.PM_MessageBoxIconSize: 40,
    _PM.PM_LayoutHorizontalSpacing: 10,
    _PM.PM_LayoutVerticalSpacing: 10,
    _PM.PM_HeaderDefaultSectionSizeVertical: TARGET,
    _PM.PM_HeaderMargin: 8,
    _PM.PM_FocusFrameHMargin: 8,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
}

_HINTS = {
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _SH.SH_Widget_Animation_Duration: 0,
    _SH.SH_ScrollBar_Transient: 0,
}

_LEAST = {
    _CT.CT_PushButton: (96, CONTROL_HEIGHT, 36),
    _CT.CT_LineEdit: (TARGET, CONTROL_HEIGHT, 2 * RING),
    _CT.CT_ComboBox: (96, CONTROL_HEIGHT, 44),
    _CT.CT_SpinBox: (96, CONTROL_HEIGHT, 2 * TARGET + 16),
    _CT.CT_CheckBox: (TARGET, TARGET, 2 * RING),
    _CT.CT_RadioButton: (TARGET, TARGET, 2 * RING),
    _CT.CT_MenuItem: (TARGET, TARGET, 16),
    _CT.CT_MenuBarItem: (TARGET, TARGET, 8),
    _CT.CT_HeaderSection: (TARGET, TARGET, 0),
    _CT.CT_ItemViewItem: (0, TARGET, 0),
    _CT.CT_TabBarTab: (TARGET, TARGET, 8),
    _CT.CT_ToolButton: (TARGET, TARGET, 8),
}
"""Least width and height, and what is added to Fusion's own width, in pixels."""

_MARKED = {_CT.CT_CheckBox, _CT.CT_RadioButton}
_MARK_ROW = INDICATOR + 10

_CALENDAR_CELLS = QSize(7 * 46, 8 * 46)


class HouseStyle(QProxyStyle):
    """Draws fields, check boxes, lists and scroll bars flat, 44 pixels high, with an outer ring."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        own = _METRICS.get(metric)
        if metric is _PM.PM_DefaultFrameWidth and isinstance(widget, QAbstractScrollArea):
            return scaled(_FIELD_AIR) if widget.inherits("QPlainTextEdit") else RING
        return super().pixelMetric(metric, option, widget) if own is None else scaled(own)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  Qt's own name
    ) -> int:
        own = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returnData) if own is None else own

    def sizeFromContents(
        self,
        ct: QStyle.ContentsType,
        opt: QStyleOption,
        contentsSize: QSize,  # noqa: N803  Qt's own name
        w: QWidget,
    ) -> QSize:
        size = super().sizeFromContents(ct, opt, contentsSize, w)
        least = _LEAST.get(ct)
        if least is None:
            return size
        wide, high, more = least
        air = scaled(14) + 2 * RING if high == CONTROL_HEIGHT else 0
        mark = scaled(_MARK_ROW) if ct in _MARKED else 0
        text = max(opt.fontMetrics.height() + air, mark)
        return QSize(max(size.width() + scaled(more), wide), max(size.height(), high, text))

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(option, painter)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = CONTROLS.get(element)
        if draw is None:
            super().drawControl(element, option, painter, widget)
        else:
            draw(option, painter)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = COMPLEX.get(control)
        if draw is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            draw(option, painter)

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget
    ) -> QRect:
        own = part_of_box(element, option)
        return super().subElementRect(element, option, widget) if own is None else own

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        w: QWidget,
    ) -> QRect:
        if cc is QStyle.ComplexControl.CC_ScrollBar and isinstance(opt, QStyleOptionSlider):
            own = scroll_part(opt, sc)
        else:
            own = part_of_field(cc, opt, sc)
        return super().subControlRect(cc, opt, sc, w) if own is None else own

    def polish(self, arg: Any, /) -> Any:  # noqa: ANN401  Qt has three of this name
        """Prepare a widget; the calendar gets cells for a finger and no red week-ends."""
        if isinstance(arg, QWidget) and arg.inherits("QCalendarWidget"):
            _polish_calendar(arg)
        return super().polish(arg)


def _polish_calendar(calendar: Any) -> None:  # noqa: ANN401  its class is not to be loaded at start
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415  not at start

    calendar.setMinimumSize(_CALENDAR_CELLS * scaled(100) / 100)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
