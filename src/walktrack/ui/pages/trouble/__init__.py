"""The page in place of all others when the diary cannot be opened."""

from walktrack.ui.pages.trouble.page import TroublePage

__all__ = ["TroublePage"]
