"""What every test stands on: no screen, short random searches, long proofs only when asked for."""

import os

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
