"""The power cut of the proofs is as cruel as a real one: seen on a program of a few lines.

It puts a new text in the place of an old one. Only if it sees to it that bytes and name are on the
disk is every image of a cut sound.
"""

from random import Random

import pytest
from tests.proofs.power_cut.calls import why_not
from tests.proofs.power_cut.replay import images, replay, run

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "it can be recorded")
OLD, NEW = "old" * 1000, "new" * 1000


def kept(tmp_path, manner):
    root = tmp_path / "disk"
    root.mkdir()
    (root / "text").write_text(OLD)
    return run("tests.proofs.power_cut.keeping_a_text", root, manner)


def judge(root, told):
    text = (root / "text").read_bytes().decode(errors="replace")
    return "" if text == NEW or (text == OLD and not told) else "lost"


def texts(recorded, told):
    found = images(recorded, 50, Random(1))
    return {image.tree["text"] for image in found if image.told == told}


def test_a_text_kept_with_care_is_never_lost(tmp_path):
    report = replay(kept(tmp_path, "synced"), judge, draws=50, seed=1)
    assert report.images > 10
    assert not report.bad, str(report)


def test_a_text_that_was_not_synced_may_be_old_empty_or_torn(tmp_path):
    found = texts(kept(tmp_path, "replace"), ("kept",))
    assert {OLD.encode(), NEW.encode(), b""} < found
    assert any(text.startswith(b"\0") for text in found)
    assert any(b"new" in text and b"\0" in text for text in found)


def test_a_text_written_over_in_place_may_be_half_old_and_half_new(tmp_path):
    found = texts(kept(tmp_path, "copy"), ())
    assert any(b"old" in text and b"new" in text for text in found)
    assert {OLD.encode(), NEW.encode(), b""} < found
