"""One bit of a diary's file turned over: it is sound or refused, stays as it is, and can be saved.

Each flip is at a random place. What is refused is refused as one of the known faults, and not a
byte of it is changed; out of every one, sound or not, comes a diary that lacks the records of one
page at the most.

The long form turns over 1,000 bits, one at a time, and prints how many were seen:
    .venv/bin/pytest -m long -s tests/proofs/test_bit_flips.py
"""

from collections import Counter
from random import Random

import pytest
from tests.storage import damage
from tests.storage.lived_in import lived_in
from tests.storage.reading import assert_at_most_a_page_is_missing, show

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage.diary import Diary
from walktrack.storage.salvage import salvage

SOUND = "sound"
REFUSED = {Fault.DAMAGED, Fault.NOT_A_DIARY, Fault.NEWER}


def opened(path, look=lambda diary: None):
    """Return how a diary is found at the start: sound, or the fault it is refused for."""
    try:
        with Diary(path) as diary:
            diary.check()
            look(diary)
    except DiaryError as error:
        return error.fault
    return SOUND


def flip(folder, days, bits, seed):
    """Turn over bits, one at a time; return how often the diary was found to be what."""
    whole, chance, outcomes = lived_in(days), Random(seed), Counter()
    sound, target, damaged = folder / "sound.db", folder / "new.db", folder / "x" / "diary.db"
    damaged.parent.mkdir()
    sound.write_bytes(whole)
    for bit in (chance.randrange(len(whole) * 8) for _ in range(bits)):
        try:
            outcomes[found(damaged, damage.bit_flipped(whole, bit))] += 1
            salvage(damaged, target)
            assert_at_most_a_page_is_missing(sound, target)
        except BaseException as error:
            error.add_note(f"byte {bit // 8}, bit {bit % 8}")
            raise
        target.unlink()
    return outcomes


def found(damaged, data):
    """Return what becomes of a start with these bytes for a diary; they are there afterwards."""
    damaged.write_bytes(data)
    outcome = opened(damaged)
    assert outcome is SOUND or outcome in REFUSED
    assert damaged.read_bytes() == data
    assert [path.name for path in damaged.parent.iterdir()] == ["diary.db"]
    return outcome


def test_a_flipped_bit_is_seen_or_harmless_and_loses_at_most_a_page(tmp_path):
    outcomes = flip(tmp_path, days=12, bits=40, seed=5)
    assert outcomes[Fault.DAMAGED] > 5


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_thousand_flipped_bits(tmp_path):
    outcomes = flip(tmp_path, days=60, bits=1000, seed=6)
    seen = 1000 - outcomes[SOUND]
    told = {str(outcome): count for outcome, count in outcomes.items()}
    print(f"1,000 flipped bits, {seen} seen at the start ({seen / 10:.0f} %): {told}")
    assert outcomes[Fault.DAMAGED] > 300


@pytest.mark.long
@pytest.mark.timeout(600)
def test_what_passes_the_check_is_shown(tmp_path):
    whole, chance, path = lived_in(), Random(7), tmp_path / "diary.db"
    raised = Counter()
    for bit in (chance.randrange(len(whole) * 8) for _ in range(3000)):
        path.write_bytes(damage.bit_flipped(whole, bit))
        try:
            opened(path, look=show)
        except Exception as error:
            raised[f"{type(error).__name__}: {error}"] += 1
    assert raised == {}
