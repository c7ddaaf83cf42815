from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.typed import Oddity, Times, TimesFault
from walktrack.domain.walk import Company, Effort, Kind, Surface
from walktrack.ui import words
from walktrack.ui.fault_words import sentence
from walktrack.ui.widgets.odd_words import odd_sentence, wrong_sentence

NEVER = (
    "treat", "cure", "heal", "prevent", "relieve", "diagnos", "detect", "monitor", "predict",
    "proven", "prescription", "dose", "therapy", "red flag", "significant", "streak",
)  # fmt: skip
TODAY = date(2026, 6, 1)


@pytest.fixture
def country(qapp):
    known = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(known)


@pytest.mark.parametrize(
    ("ms", "shown", "spoken"),
    [
        (0, "less than 1 min", "less than a minute"),
        (MS_PER_MINUTE, "1 min", "1 minute"),
        (34 * MS_PER_MINUTE + 29_000, "34 min", "34 minutes"),
        (60 * MS_PER_MINUTE - 1, "1 h", "1 hour"),
        (65 * MS_PER_MINUTE, "1 h 5 min", "1 hour 5 minutes"),
        (121 * MS_PER_MINUTE, "2 h 1 min", "2 hours 1 minute"),
    ],
)
def test_a_length_is_shown_and_spoken(qapp, ms, shown, spoken):
    assert (words.length_words(ms), words.length_spoken(ms)) == (shown, spoken)


@pytest.mark.parametrize(
    ("name", "this_year", "last_year", "at"),
    [
        ("en_GB", "Thu, 5 Mar", "Wed, 5 Mar 2025", "14:05"),
        ("en_US", "Thu, Mar 5", "Wed, Mar 5, 2025", "2:05"),
        ("de_DE", "Do., 5. März", "Mi., 5. März 2025", "14:05"),
        ("es_ES", "jue, 5 de mar", "mié, 5 de mar de 2025", "14:05"),
        ("ja_JP", "2026年3月5日木", "2025年3月5日水", "14:05"),
    ],
)
def test_dates_and_times_are_the_countrys_own(country, name, this_year, last_year, at):
    country(name)
    assert words.day_words(date(2026, 3, 5), TODAY) == this_year
    assert words.day_words(date(2025, 3, 5), TODAY) == last_year
    assert words.time_words(time(14, 5)).startswith(at)


def test_near_days_have_names(qapp):
    assert words.day_words(TODAY, TODAY) == "Today"
    assert words.day_words(date(2026, 5, 31), TODAY) == "Yesterday"
    assert words.day_words(date(2026, 6, 2), TODAY) not in {"Today", "Yesterday"}


@pytest.mark.parametrize(
    ("word", "values"),
    [
        (words.kind_word, Kind),
        (words.surface_word, Surface),
        (words.company_word, Company),
        (words.effort_word, Effort),
        (words.pain_moment_words, PainMoment),
    ],
)
def test_every_answer_has_a_name_of_its_own(qapp, word, values):
    assert len({word(value) for value in values}) == len(values)


def all_faults():
    path = Path("/home/anna/{0}%s/diary.walktrack")
    for fault in Fault:
        yield sentence(DiaryError(fault, path))
        yield sentence(DiaryError(fault, path, "anna on desk"))
        yield sentence(DiaryError(fault))


def test_trouble_says_where_and_what_to_do(qapp):
    path = Path("/home/anna/{0}%s/diary.walktrack")
    for fault in Fault:
        assert "/home/anna/{0}%s" in sentence(DiaryError(fault, path))
    assert "anna on desk" in sentence(DiaryError(Fault.BUSY, path, "anna on desk"))
    assert "full" in sentence(DiaryError(Fault.FULL, path))


def test_all_sentences_are_short_and_plain(qapp, times):
    said = [*all_faults(), *(wrong_sentence(fault) for fault in TimesFault)]
    said += [odd_sentence(oddity, times) for oddity in Oddity]
    for text in said:
        assert not [word for word in NEVER if word in text.lower()]
        for one in text.replace("? ", ". ").split(". "):
            assert len(one.split()) <= 20, one


@pytest.fixture
def times():
    return Times(Moment(0, 0), Moment(MS_PER_MINUTE, 0), MS_PER_MINUTE)
