"""How numbers and columns are written, which differs by country."""

from enum import StrEnum


class CsvStyle(StrEnum):
    """COMMA is ``12.5,3``; SEMICOLON is ``12,5;3``, for countries with a decimal comma."""

    COMMA = "comma"
    SEMICOLON = "semicolon"

    @property
    def separator(self) -> str:
        """What stands between two columns."""
        return "," if self is CsvStyle.COMMA else ";"

    @property
    def decimal(self) -> str:
        """What stands before the tenths."""
        return "." if self is CsvStyle.COMMA else ","

    @classmethod
    def of_country(cls, decimal_sign: str) -> "CsvStyle":
        """Return the style a spreadsheet expects where numbers have this decimal sign."""
        return cls.COMMA if decimal_sign == "." else cls.SEMICOLON

    @classmethod
    def of_choice(cls, choice: str, decimal_sign: str) -> "CsvStyle":
        """Return the chosen style; an empty or unknown choice follows the country."""
        return cls(choice) if choice in set(cls) else cls.of_country(decimal_sign)
