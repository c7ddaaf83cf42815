"""What a person can choose about the program itself."""

from dataclasses import dataclass
from enum import StrEnum

TEXT_SIZES = (100, 125, 150, 175, 200)


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
    """

    text_size: int = 100
    colours: Colours = Colours.SYSTEM
    sound: bool = True
    week_start: int | None = None
    csv_style: str = ""
    welcomed: bool = False
    second_folder: str = ""
