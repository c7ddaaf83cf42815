"""Numbered steps of plain SQL; a released step never changes and imports nothing of ours."""
