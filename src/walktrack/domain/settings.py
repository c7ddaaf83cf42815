"""What a person can choose about the program itself."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.cues import Guide

TEXT_SIZES = (100, 125, 150, 175, 200)
VOLUMES = (25, 50, 100)


class Colours(StrEnum):
    """Which colours the window uses; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, with what a new diary starts with.

    `text_size` is one of TEXT_SIZES, in percent. `week_start` is 0 for Monday to 6 for Sunday, or
    None to follow the country set in the system. `csv_style` names a style of the CSV files, or
    is empty to follow the country. `second_folder` is where copies of the backups go too, or empty.
    `volume` is one of VOLUMES, in percent. `guided` is the choice at Start; the gentle minutes, the
    posture reminder and the question about the back are what a guided walk says.
    """

    text_size: int = 100
    colours: Colours = Colours.SYSTEM
    sound: bool = True
    week_start: int | None = None
    csv_style: str = ""
    welcomed: bool = False
    second_folder: str = ""
    volume: int = 100
    guided: bool = False
    gentle_minutes: int = 3
    posture_cue: bool = False
    back_cue: bool = True

    @property
    def guide(self) -> Guide | None:
        """What a walk says on the way, or None if it is not guided."""
        return self.chosen_guide if self.guided else None

    @property
    def chosen_guide(self) -> Guide:
        """What a walk would say if it was guided."""
        return Guide(self.gentle_minutes, self.posture_cue, self.back_cue)
