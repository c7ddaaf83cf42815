import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.settings import TEXT_SIZES, Colours, Settings
from walktrack.services.changes import Announcer, Changes
from walktrack.services.settings import SettingsService, settings_of
from walktrack.storage.diary import Diary

ANY = st.builds(
    Settings,
    text_size=st.sampled_from(TEXT_SIZES),
    colours=st.sampled_from(Colours),
    sound=st.booleans(),
    week_start=st.none() | st.integers(0, 6),
    csv_style=st.sampled_from(["", "comma", "semicolon"]),
    welcomed=st.booleans(),
)


@given(first=ANY, then=ANY)
def test_what_is_written_is_read_and_announced_if_it_differs(first, then):
    heard, announcer = [], Announcer()
    announcer.listen(heard.append)
    with Diary(None) as diary:
        service = SettingsService(diary, announcer)
        service.write(first)
        assert service.read() == first
        heard.clear()
        service.write(then)
        assert service.read() == then
        assert heard == ([] if first == then else [Changes.SETTINGS])


@pytest.mark.parametrize(
    "stored",
    [
        {"text_size": "99"},
        {"text_size": "large"},
        {"colours": "pink"},
        {"sound": "loud"},
        {"week_start": "7"},
        {"week_start": "01"},
        {"unheard_of": "x"},
    ],
)
def test_what_cannot_be_read_counts_as_not_set(stored):
    assert settings_of(stored) == Settings()


def test_one_unreadable_value_spoils_no_other():
    assert settings_of({"colours": "pink", "text_size": "150"}) == Settings(text_size=150)
