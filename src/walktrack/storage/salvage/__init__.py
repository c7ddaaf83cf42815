"""Reads what can be read out of a damaged diary file, and makes a sound diary of it."""

from walktrack.storage.salvage.rebuild import Salvaged, salvage

__all__ = ["Salvaged", "salvage"]
