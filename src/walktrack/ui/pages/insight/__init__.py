"""Look back: what may honestly be said about the diary."""

from walktrack.ui.pages.insight.page import InsightPage

__all__ = ["InsightPage"]
