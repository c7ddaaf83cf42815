import pytest

from walktrack.exchange.style import CsvStyle


def test_a_country_with_a_decimal_comma_gets_semicolons():
    style = CsvStyle.of_country(",")
    assert (style.separator, style.decimal) == (";", ",")


def test_a_country_with_a_decimal_point_gets_commas():
    style = CsvStyle.of_country(".")
    assert (style.separator, style.decimal) == (",", ".")


@pytest.mark.parametrize(
    ("choice", "sign", "style"),
    [
        ("comma", ",", CsvStyle.COMMA),
        ("semicolon", ".", CsvStyle.SEMICOLON),
        ("", ",", CsvStyle.SEMICOLON),
        ("nonsense", ".", CsvStyle.COMMA),
    ],
)
def test_a_choice_counts_more_than_the_country(choice, sign, style):
    assert CsvStyle.of_choice(choice, sign) is style
