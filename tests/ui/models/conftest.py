import pytest
from tests.ui.history_house import lived_in


@pytest.fixture
def house():
    with lived_in() as made:
        yield made
