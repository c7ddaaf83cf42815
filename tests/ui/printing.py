"""A printer that is a file, and asks no print service what other printers there are."""

from walktrack.ui.paper.output import printer_here


def file_printer(monkeypatch, path):
    """Return a printer that writes a PDF; without a network, even to the computer itself."""
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/cups.sock")  # a local socket, and there is none
    printer = printer_here()
    printer.setOutputFileName(str(path))
    return printer
