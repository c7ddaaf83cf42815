"""Two pictures kept to compare with. To make them anew, delete them and run this file."""

from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread, imsave

from walktrack.reports.telling import Kind

BASELINES = Path(__file__).parent / "baselines"
TOLERANCE = 0.001
SEEN = 12 / 255


@pytest.mark.parametrize(("kind", "ink"), [(Kind.TIME, "light"), (Kind.CHANGE, "dark")])
def test_the_picture_is_as_it_was(request, words, four_weeks, kind, ink, tmp_path):
    from walktrack.reports.figure import chart

    made = chart(kind, request.getfixturevalue(ink), words, (577, 430))
    made.show(four_weeks)
    buffer, _, _ = made.sheet.pixels()
    drawn, kept = np.asarray(buffer), BASELINES / f"{kind}-{ink}.png"
    if not kept.exists():
        imsave(kept, drawn)
        pytest.fail(f"{kept.name} was not there; it has been made, look at it")
    imsave(tmp_path / kept.name, drawn)
    now, then = imread(tmp_path / kept.name), imread(kept)
    assert now.shape == then.shape
    differing = (np.abs(now - then).max(axis=2) > SEEN).mean()
    assert differing <= TOLERANCE, f"compare {tmp_path / kept.name} with {kept}"
