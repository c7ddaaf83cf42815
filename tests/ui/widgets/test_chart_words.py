from datetime import date

from PySide6.QtCore import QLocale

from walktrack.domain.period import Grain
from walktrack.ui.widgets.chart_words import ChartWords


def words(language=QLocale.Language.English, country=QLocale.Country.UnitedKingdom):
    return ChartWords(QLocale(language, country)).words()


def test_dates_are_short_and_human():
    day = date(2026, 11, 3)
    said = words()
    assert said.day(day) == "3 Nov"
    assert said.month(day) == "Nov 2026"
    assert said.full_day(day) == "3 Nov 2026"
    assert said.grains[Grain.DAY].named(day) == "Tue 3 Nov"
    assert said.grains[Grain.WEEK].named(day) == "Week from 3 Nov"


def test_numbers_have_a_decimal_only_where_they_need_one():
    said = words()
    german = words(QLocale.Language.German, QLocale.Country.Germany)
    assert [said.number(v) for v in (4, 4.0, 4.25, 3.96)] == ["4", "4", "4.2", "4"]
    assert german.number(4.5) == "4,5"
    assert "Nov" in german.day(date(2026, 11, 3))


def test_one_and_many():
    said = words()
    assert [said.walks(n) for n in (0, 1, 2)] == ["0 walks", "1 walk", "2 walks"]
    assert said.minutes(1) == "1 min"
