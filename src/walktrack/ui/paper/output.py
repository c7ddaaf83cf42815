"""From a sheet to a PDF or to a printer, on the paper of the country."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from walktrack.ui.paper.checklist_sheet import ChecklistSheet, paint_checklist

_DOTS_PER_INCH, _POINTS_PER_INCH = 1200, 72
_MARGIN_MM = 15.0


def paper_here() -> QPageSize:
    """Return A4, or Letter where it is what people print on."""
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return QPageSize(QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter)


def checklist_pdf(sheet: ChecklistSheet) -> bytes:
    """Return the sheet as a PDF of one page, whose words can be selected."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(sheet.title)
    writer.setCreator("WalkTrack")
    writer.setPageLayout(_layout())
    _paint(writer, _DOTS_PER_INCH, sheet)
    buffer.close()
    return bytes(data.data())


def printer_here() -> QPrinter:
    """Return a printer that is set to the paper of the country, for a dialog to choose from.

    Making one asks the print service of the computer, so it is made only when somebody prints.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_layout())
    return printer


def print_checklist(sheet: ChecklistSheet, printer: QPrinter) -> bool:
    """Print the sheet; False if the printer did not take it."""
    printer.setDocName(sheet.title)
    done = _paint(printer, printer.resolution(), sheet)
    return done and printer.printerState() is not QPrinter.PrinterState.Error


def _layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    upright, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(paper_here(), upright, margins, unit)


def _paint(device: QPagedPaintDevice, resolution: int, sheet: ChecklistSheet) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(QApplication.layoutDirection())
    room = QRectF(0, 0, device.width(), device.height())
    family = QApplication.font().family()
    paint_checklist(painter, room, resolution / _POINTS_PER_INCH, sheet, family)
    return painter.end()
