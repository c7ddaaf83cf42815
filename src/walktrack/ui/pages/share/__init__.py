"""The page that writes records to a file, to take along or to open in a spreadsheet."""

from walktrack.ui.pages.share.page import SharePage

__all__ = ["SharePage"]
