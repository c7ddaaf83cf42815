"""The state machine is worth its time: it finds every fault of `seeded_faults`.

Two of them in the ordinary run, all with

    python3 main.py test -m long tests/services/test_seeded_faults.py

which takes about two minutes of one processor.
"""

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.services.seeded_faults import MORE, NAMED
from tests.services.test_tracker_machine import WalkMachine

from walktrack.domain.stopwatch import NotPossibleError

FIRST_ALWAYS = 2
SEARCH = settings(
    max_examples=1500,
    stateful_step_count=40,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    report_multiple_bugs=False,
    verbosity=Verbosity.quiet,
    suppress_health_check=list(HealthCheck),
)


def find(fault):
    """Search with the fault in the program until it shows."""
    with pytest.MonkeyPatch.context() as patch:
        fault.put(patch)
        with pytest.raises((AssertionError, NotPossibleError)):
            run_state_machine_as_test(WalkMachine, settings=SEARCH)


def name(fault):
    return fault.name


@pytest.mark.parametrize("fault", NAMED[:FIRST_ALWAYS], ids=name)
def test_finds_it_quickly(fault):
    find(fault)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("fault", NAMED + MORE, ids=name)
def test_finds_it(fault):
    find(fault)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_finds_nothing_where_nothing_is_wrong():
    run_state_machine_as_test(WalkMachine, settings=settings(SEARCH, max_examples=200))
