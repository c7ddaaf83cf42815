"""Whose hand a record is in, and how numbers come to it."""

from dataclasses import dataclass

from walktrack.domain.pain import Reporter

WRITER_LENGTH = 60
"""The most characters of the name of someone who writes for another."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes now: with no `name` the person whose diary it is, else a carer.

    `reporter` is how a pain number came about that is written now; of the person it is SELF.
    """

    name: str = ""
    reporter: Reporter = Reporter.SELF

    @property
    def is_self(self) -> bool:
        """Whether the person writes."""
        return not self.name
