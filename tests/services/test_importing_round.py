"""What goes out to CSV files comes back equal, and goes out again as the same bytes."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.services.lives import FILES, NAMES, Home, lives

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.incoming import Bundle, Fate
from walktrack.exchange.columns import What
from walktrack.exchange.style import CsvStyle

styles = st.sampled_from(CsvStyle)


def there_and_back(name, bundle, style):
    with TemporaryDirectory() as folder, Home(name, bundle) as first, Home() as second:
        paths = first.save(Path(folder), style)
        incoming = second.bring_in(Path(folder))
        assert incoming.count(Fate.COMES) == len(incoming.lines) == len(bundle)
        assert second.rows() == first.rows()
        assert second.texts(style) == first.texts(style)
        if len(bundle):
            assert second.me.name == name
        again = second.look(*paths)
        assert again.count(Fate.THERE) == len(again.lines) == len(bundle)
        second.desk.undo.undo()
        assert second.rows() == Home().rows()


@given(NAMES, lives(), styles)
def test_everything_comes_back(name, bundle, style):
    there_and_back(name, bundle, style)


@pytest.mark.long
@pytest.mark.timeout(3000)
@settings(max_examples=10_000, suppress_health_check=list(HealthCheck))
@given(NAMES, lives(), styles)
def test_everything_comes_back_ten_thousand_times(name, bundle, style):
    there_and_back(name, bundle, style)


@settings(max_examples=settings.default.max_examples // 2)
@given(lives(), styles)
def test_one_file_after_the_other_is_as_good(bundle, style):
    with TemporaryDirectory() as folder, Home("Anna", bundle) as first, Home() as second:
        first.save(Path(folder), style)
        for what in FILES:
            if what is What.WALKS:  # without its pain, which comes with pain.csv
                second.bring_in(Path(folder) / "walks.csv", Path(folder) / "pain.csv")
            else:
                second.bring_in(Path(folder) / f"{what}.csv")
        assert second.rows() == first.rows()


@settings(max_examples=settings.default.max_examples // 2)
@given(lives(), lives())
def test_nothing_that_is_there_is_ever_changed(mine, theirs):
    # "No walk" gives way to a walk that comes in, which is told elsewhere.
    said = tuple(mark for mark in mine.marks if mark.kind is not MarkKind.NO_WALK)
    walks, told = mine.walks + theirs.walks[:1], mine.interferences
    shared = Bundle(walks, mine.ratings, mine.checks, said, mine.signs, told, mine.plans)
    with TemporaryDirectory() as folder, Home("Anna", theirs) as first, Home() as second:
        second.live(shared)
        before = second.rows()
        paths = first.save(Path(folder))
        second.bring_in(*paths)
        after = second.rows()
        for table in (
            "walk", "pain_rating", "posture_check", "day_mark", "sign_check", "interference",
            "plan", "plan_step",
        ):  # fmt: skip
            assert not [row for row in before[table] if row not in after[table]]
        if second.did:
            second.desk.undo.undo()
        assert second.rows() == before
        assert second.diary.check() is None
