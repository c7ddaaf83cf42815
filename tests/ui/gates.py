"""What must hold for every window, as functions that return what is wrong with it.

Each takes a shown top-level widget and returns one line per fault; an empty list is a pass.
"""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)

from walktrack.ui.look.contrast import ratio
from walktrack.ui.look.parts import mark_words_rect
from walktrack.ui.look.tokens import RING, TARGET, Tokens
from walktrack.ui.widgets.answer_button import AnswerButton

TEXT_RATIO, MARK_RATIO = 7.0, 3.0
_TAB = Qt.FocusPolicy.TabFocus
_MOST_STOPS = 400


class LongerWords(QTranslator):
    """A language whose every text is 40 % longer; install it before the window is made."""

    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        more = -(-len(source) * 4 // 10)
        return source + (" longer words" * (more // 13 + 1))[:more]


def told(widget):
    """Say which widget is meant."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__} {spoken(widget) or text or widget.objectName()}"


def spoken(widget):
    """Return the name a screen reader gets."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    return name or widget.accessibleName()


def shown(window):
    """Return the visible widgets, parents first."""
    return [w for w in [window, *window.findChildren(QWidget)] if w.isVisibleTo(window)]


def _inner(widget):
    parent = widget.parentWidget()
    return widget.focusProxy() is not None or (
        parent is not None and parent.focusProxy() is None and _part_of_control(widget, parent)
    )


def _part_of_control(widget, parent):
    return widget.objectName().startswith("qt_") or (
        isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    )


def targets(window):
    """Return what can be touched or focused and is enabled."""
    return [
        w
        for w in shown(window)
        if w.isEnabled()
        and not _inner(w)
        and (isinstance(w, QAbstractButton) or bool(w.focusPolicy() & _TAB))
    ]


def unnamed(window):
    """Find targets without a name."""
    return [told(w) for w in targets(window) if not spoken(w).strip()]


def same_named(window):
    """Find siblings that share a name."""
    seen, faults = set(), []
    for widget in targets(window):
        key = (id(widget.parentWidget()), spoken(widget))
        if key in seen and key[1]:
            faults.append(told(widget))
        seen.add(key)
    return faults


def small(window):
    """Find targets less than 44 pixels wide or high."""
    return [
        f"{told(w)}: {w.width()}x{w.height()}"
        for w in targets(window)
        if min(w.width(), w.height()) < TARGET
    ]


def tab_stops(window):
    """Return what Tab visits, in its order, starting at the first stop of the window."""
    window.activateWindow()
    window.setFocus()
    QApplication.processEvents()
    stops = []
    for _ in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if stops and focused is stops[-1] and isinstance(focused, QDateTimeEdit):
            continue  # Tab goes through day, month and year first
        if focused is None or focused is window or focused in stops:
            break
        stops.append(focused)
    return stops


def unreachable(window):
    """Find targets that neither Tab nor, in a group, Home and the arrows come to."""
    reached = set(tab_stops(window))
    for stop in list(reached):
        group = stop.group() if isinstance(stop, QAbstractButton) else None
        if group is not None and group.exclusive():
            stop.setFocus()
            QTest.keyClick(stop, Qt.Key.Key_Home)
            for _ in group.buttons():
                reached.add(QApplication.focusWidget())
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    return [told(w) for w in targets(window) if w not in reached]


def out_of_order(window):
    """Find Tab stops that come after something they should be read before."""
    stops, faults = tab_stops(window), []
    mirrored = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for one, other in pairwise(stops):
        before, after = _place(one, window), _place(other, window)
        if mirrored:
            before = QRect(-before.right(), before.top(), before.width(), before.height())
            after = QRect(-after.right(), after.top(), after.width(), after.height())
        in_row = after.top() < before.center().y() < after.bottom()
        next_column = after.left() >= before.right()
        if (in_row and after.right() <= before.left()) or (
            after.bottom() <= before.top() and not next_column
        ):
            faults.append(f"{told(other)} comes after {told(one)}")
    return faults


def faint_focus(window):
    """Find Tab stops whose focus changes too few pixels by a contrast of 3:1."""
    faults = []
    for stop in tab_stops(window):
        stop.clearFocus()
        QApplication.processEvents()
        before = _picture(stop, window)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        changed = _changed(before, _picture(stop, window))
        if changed < min(stop.width(), stop.height()):
            faults.append(f"{told(stop)}: {changed} pixels")
    return faults


def clipped(window):
    """Find text that has less room than it needs, and widgets cut off by their parent."""
    faults = []
    for widget in shown(window):
        needed, room = _needed(widget), widget.size()
        if needed is not None and (needed[0] > room.width() or needed[1] > room.height()):
            faults.append(f"{told(widget)}: needs {needed}, has {room.toTuple()}")
        parent = widget.parentWidget()
        if widget is not window and _cut(widget, parent):
            faults.append(f"{told(widget)}: cut off by {type(parent).__name__}")
    return faults


def least_width(window):
    """Return the width below which the window cannot go, in pixels."""
    return max(window.minimumSizeHint().width(), window.minimumWidth())


def weak_colours(tokens: Tokens):
    """Find text below 7:1 and marks below 3:1 on the grounds they stand on."""
    grounds = ("bg", "card")
    pairs = [(t, g, TEXT_RATIO) for t in ("text", "muted", "accent") for g in grounds]
    pairs += [
        ("on_accent", "accent", TEXT_RATIO),
        ("text", "soft", TEXT_RATIO),
        ("pain", "card", TEXT_RATIO),
    ]
    pairs += [(m, g, MARK_RATIO) for m in ("edge", "focus", "pain") for g in grounds]
    faults = []
    for ink, ground, least in pairs:
        found = ratio(QColor(getattr(tokens, ink)), QColor(getattr(tokens, ground)))
        if found < least:
            faults.append(f"{ink} on {ground}: {found:.2f}, needs {least}")
    return faults


def _place(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _picture(widget, window):
    image = window.grab(_place(widget, window)).toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _changed(before, after):
    count, known = 0, {}
    for y in range(min(before.height(), after.height())):
        for x in range(min(before.width(), after.width())):
            pair = (before.pixel(x, y), after.pixel(x, y))
            if pair[0] != pair[1]:
                if pair not in known:
                    known[pair] = ratio(QColor(pair[0]), QColor(pair[1])) >= MARK_RATIO
                count += known[pair]
    return count


def _needed(widget):
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            room = QRect(0, 0, widget.contentsRect().width(), 100_000)
            words = widget.fontMetrics().boundingRect(
                room, int(Qt.TextFlag.TextWordWrap), widget.text()
            )
            spare = widget.width() - room.width()
            return (words.width() + spare, widget.heightForWidth(widget.width()))
        return widget.sizeHint().toTuple()
    if isinstance(widget, QCheckBox | QRadioButton) and widget.text():
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        words = widget.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), widget.text())
        beside = widget.width() - mark_words_rect(option).width()
        return (words.width() + beside, words.height())
    if isinstance(widget, AnswerButton):  # its words wrap
        return (widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    if isinstance(widget, QPushButton) and widget.text():
        metrics = widget.fontMetrics()
        size = metrics.size(int(Qt.TextFlag.TextShowMnemonic), widget.text())
        return (size.width() + 2 * RING, size.height() + 2 * RING)
    if isinstance(widget, QComboBox) and widget.count():
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            widget,
        )
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return (widget.width() + max(0, words - field.width()), widget.fontMetrics().height())
    return None


def _cut(widget, parent):
    if parent is None or widget.isWindow() or parent.objectName() == "qt_scrollarea_viewport":
        return False
    if isinstance(parent, QAbstractScrollArea) or not widget.size().isValid():
        return False
    return not widget.size().isEmpty() and not parent.rect().contains(widget.geometry())
