"""The look of the program, put on the application of the tests and taken back afterwards."""

import pytest

from walktrack.domain.settings import Colours
from walktrack.ui.look.system import apply_look

COLOURS = (Colours.LIGHT, Colours.DARK, Colours.CONTRAST)
SIZES = (100, 150, 200)


@pytest.fixture
def look(qapp):
    """Light at 100 %, and a function that changes colours and text size."""

    def change(colours=Colours.LIGHT, text_size=100):
        apply_look(qapp, colours, text_size)

    change()
    yield change
    change()


LOOKS = list(zip(COLOURS, SIZES, strict=True))
"""Each of the colours once, and each text size once. All nine pairs would take three times as long;
the whole window is looked at in more of them."""


@pytest.fixture(params=LOOKS, ids=lambda p: f"{p[0]}-{p[1]}")
def every_look(request, look):
    """Some looks in turn, with all colours and all sizes; gives its colours and text size."""
    look(*request.param)
    return request.param


@pytest.fixture(params=SIZES)
def every_size(request, look):
    """Each text size in turn, in light colours; gives the percentage."""
    look(text_size=request.param)
    return request.param
