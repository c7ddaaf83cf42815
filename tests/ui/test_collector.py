"""Widgets that hold each other are taken apart in the window's thread, whoever asks for memory."""

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QWidget

from walktrack.ui.collector import Collector


@pytest.fixture
def collector(qapp):
    made = Collector()
    yield made
    made.stop()


class Knot:
    """Garbage that only looking for garbage can find; tells where it was taken apart."""

    def __init__(self, told):
        self.itself = self
        weakref.finalize(self, lambda: told.append(threading.current_thread().name))


def ask_for_memory():
    return [[number] for number in range(20_000)]


def in_a_thread():
    """Ask for memory in another thread; return it, so that it does not count as given back."""
    kept = []
    thread = threading.Thread(target=lambda: kept.append(ask_for_memory()), name="another")
    thread.start()
    thread.join()
    return kept


def until_collected(collector, told):
    kept = []
    for _ in range(300):
        if told:
            return
        kept.append(ask_for_memory())
        collector.collect()


def test_another_thread_takes_nothing_apart(collector):
    told = []
    Knot(told)
    kept = in_a_thread()
    assert told == []
    collector.collect()
    assert told == ["MainThread"]
    assert kept


def test_left_to_python_another_thread_would(collector):
    told = []
    Knot(told)
    gc.enable()
    try:
        in_a_thread()
    finally:
        gc.disable()
    assert told == ["another"]


def test_it_looks_by_itself(collector, qtbot):
    told = []
    Knot(told)
    kept = ask_for_memory()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert kept


def test_old_garbage_goes_too(collector):
    told = []
    knot = Knot(told)
    gc.collect(1)  # it is old now
    del knot
    until_collected(collector, told)
    assert told


def test_a_closed_window_is_taken_apart(collector, qtbot):
    window = QWidget()
    window.itself = window
    gone = []
    window.destroyed.connect(lambda: gone.append(threading.current_thread().name))
    window.show()
    window.close()
    del window
    until_collected(collector, gone)
    assert gone == ["MainThread"]
