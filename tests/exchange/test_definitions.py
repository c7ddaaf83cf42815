from datetime import date

import pytest

from walktrack.domain.period import Period
from walktrack.domain.posture import PostureItem
from walktrack.exchange.columns import COLUMNS
from walktrack.exchange.definitions import definitions
from walktrack.exchange.style import CsvStyle

PERIOD = Period(date(2026, 9, 1), date(2026, 11, 22))


@pytest.mark.parametrize("style", CsvStyle)
def test_every_column_and_every_line_of_the_checklist_is_explained(style):
    text = definitions(PERIOD, style)
    lines = [line.split()[0] for line in text.split("\r\n") if line.startswith("  ")]
    for columns in COLUMNS.values():
        assert {column.name for column in columns} <= set(lines)
    assert set(PostureItem) <= set(lines)
    assert "2026-09-01 to 2026-11-22" in text
    assert f"12{style.decimal}5" in text


def test_it_is_plain_text_that_fits_a_page():
    lines = definitions(PERIOD, CsvStyle.COMMA).split("\r\n")
    assert max(len(line) for line in lines) <= 80
    assert not any("\n" in line for line in lines)
