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


@pytest.fixture(params=[(c, s) for c in COLOURS for s in SIZES], ids=lambda p: f"{p[0]}-{p[1]}")
def every_look(request, look):
    """Each of the nine looks in turn; gives its colours and text size."""
    look(*request.param)
    return request.param


@pytest.fixture(params=SIZES)
def every_size(request, look):
    """Each text size in turn, in light colours; gives the percentage."""
    look(text_size=request.param)
    return request.param
