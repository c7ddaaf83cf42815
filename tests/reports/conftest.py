"""Values to draw, and the words and fonts to draw them with."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import Bucket, Dot, Figures, Overview
from walktrack.reports.ink import Ink
from walktrack.ui.widgets.chart_words import ChartWords

TODAY = date(2026, 11, 22)


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def fonts():
    folder = Path(__file__).parents[2] / "resources" / "fonts"
    return [folder / "Inter-Regular.ttf", folder / "Inter-SemiBold.ttf"]


@pytest.fixture
def words(fonts):
    from walktrack.reports.figure import use_fonts

    use_fonts(fonts)
    return ChartWords(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)).words()


@pytest.fixture
def light():
    return Ink(
        "#ffffff", "#17211f", "#44504d", "#e1ddd2", "#7b8582", "#0b5a4e", "#8b3a0e", "#ddede8"
    )


@pytest.fixture
def dark():
    return Ink(
        "#1a2120", "#edf2f0", "#b8c5c1", "#2c3634", "#82928e", "#84d8c5", "#f4b78f", "#22423c"
    )


@pytest.fixture
def overview():
    """Make an overview of days: `walked` maps days before today to (minutes, before, after)."""

    def make(walked, *, days=28, goal=20, dots=(), medians=()):
        buckets = []
        for ago in sorted(walked, reverse=True):
            minutes, before, after = walked[ago]
            day = TODAY - timedelta(days=ago)
            known = [value for value in (before, after) if value is not None]
            pain = sum(known) / len(known) if known else None
            buckets.append(Bucket(day, day, 1, float(minutes), before, after, pain))
        period = Period(TODAY - timedelta(days=days - 1), TODAY)
        return Overview(
            period,
            Grain.DAY,
            goal,
            tuple(buckets),
            tuple(medians),
            tuple(Dot(*dot) for dot in dots),
            Figures(0.0, 0, None, None, None),
        )

    return make


@pytest.fixture
def four_weeks(overview):
    walked = {
        ago: (8 + (27 - ago) // 2, 6 - (27 - ago) // 9, max(0, 5 - (27 - ago) // 7))
        for ago in range(1, 28, 3)
    }
    medians = [(TODAY - timedelta(days=ago), 5 - (20 - ago) / 10) for ago in (20, 19, 18, 9, 8, 7)]
    return overview(walked, medians=medians, dots=[(8, -1, 3), (12, 0, 2), (15, -2, 1), (18, 1, 1)])
