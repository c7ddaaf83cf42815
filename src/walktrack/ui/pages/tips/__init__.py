"""The tips page: the checklist to print, tips by topic, what is known, and where advice differs."""

from walktrack.ui.pages.tips.page import TipsPage

__all__ = ["TipsPage"]
