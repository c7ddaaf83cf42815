"""History: the list of all that is in a diary, and putting it right."""

from walktrack.ui.pages.history.page import HistoryPage

__all__ = ["HistoryPage"]
