"""The order in which the Tab key goes: as one reads, whatever was made first.

Qt goes by the order of creation, and parts that are made when first wanted come last there.
Changing its order with setTabOrder breaks its chain when a part is deleted later (Qt 6.11).
"""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget


@runtime_checkable
class InRegions(Protocol):
    """A page whose parts are read one after the other, whatever their height."""

    def regions(self) -> list[QWidget]:
        """Return the parts in the order in which they are read."""
        ...


def regions_of(page: QWidget) -> list[QWidget]:
    """Return the parts of a page in the order in which they are read; mostly it is one."""
    return page.regions() if isinstance(page, InRegions) else [page]


def next_stop(regions: Iterable[QWidget], here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return where Tab (or Shift+Tab) goes from `here`; None if there is nowhere to stop.

    The regions are read one after the other, each line by line.
    """
    stops = [stop for region in regions for stop in _stops(region)]
    if not stops:
        return None
    at = next((number for number, stop in enumerate(stops) if _holds(stop, here)), None)
    if at is None:
        return stops[0 if forward else -1]
    return stops[(at + (1 if forward else -1)) % len(stops)]


def _stops(region: QWidget) -> list[QWidget]:
    """Return what Tab stops at in a region: from the top, each line from where reading begins."""
    found = [part for part in (region, *region.findChildren(QWidget)) if _is_stop(part)]
    places = {part: QRect(part.mapTo(region.window(), QPoint()), part.size()) for part in found}
    lines: list[list[QWidget]] = []
    for part in sorted(found, key=lambda each: places[each].center().y()):
        if lines and places[lines[-1][0]].bottom() > places[part].center().y():
            lines[-1].append(part)
        else:
            lines.append([part])
    mirrored = region.layoutDirection() is Qt.LayoutDirection.RightToLeft
    sign = -1 if mirrored else 1
    return [
        part for line in lines for part in sorted(line, key=lambda each: sign * places[each].x())
    ]


def _is_stop(part: QWidget) -> bool:
    takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _holds(stop: QWidget, here: QWidget | None) -> bool:
    return here is not None and (here is stop or stop.isAncestorOf(here))
