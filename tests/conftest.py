"""What every test stands on: no screen, short random searches, long proofs only when asked for."""

import gc
import os

import pytest
from hypothesis import settings

# Qt reads this at its first import, which is later than this file. Empty counts as not set.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

settings.register_profile("default", deadline=None, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("WALKTRACK_HYPOTHESIS") or "default")

ON_REQUEST = frozenset({"long", "e2e"})


def pytest_collection_modifyitems(config, items):
    asked = config.option.markexpr
    kept, left_out = [], []
    for item in items:
        marks = ON_REQUEST & {mark.name for mark in item.iter_markers()}
        wanted = not marks or any(mark in asked for mark in marks)
        (kept if wanted else left_out).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


@pytest.fixture(scope="session")
def qapp(qapp):
    """Qt's application; from now on garbage is looked for in the main thread only.

    The window does so too (`walktrack.ui.collector`): a widget that Python takes apart in a thread
    which happens to ask for memory brings all tests down.
    """
    gc.disable()
    return qapp


@pytest.fixture(autouse=True)
def _garbage_goes_between_tests():
    yield
    if not gc.isenabled():
        gc.collect(2 if gc.get_count()[2] > 100 else 1)
