"""Each colour of a person stands out on every ground it can be on."""

import pytest
from PySide6.QtGui import QColor

from walktrack.domain.person import PersonColour
from walktrack.ui.look.contrast import ratio
from walktrack.ui.look.tokens import CONTRAST, DARK, LIGHT


@pytest.mark.parametrize("colour", PersonColour)
def test_each_colour_is_told_apart_from_light_and_dark_cards(colour):
    grounds = [tokens.card for tokens in (LIGHT, DARK, CONTRAST)] + [LIGHT.bg, DARK.bg]
    assert min(ratio(QColor(colour.value), QColor(ground)) for ground in grounds) >= 3
