"""Work in a thread: what comes back, when, and what happens if nobody is left to hear it."""

import sys
import threading

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from walktrack.ui.errand import Errand


class Heard:
    def __init__(self, errand):
        self.done, self.failed, self.threads = [], [], []
        errand.done.connect(self._on_done)
        errand.failed.connect(self._on_failed)

    def _on_done(self, result):
        self.done.append(result)
        self.threads.append(threading.current_thread())

    def _on_failed(self, error):
        self.failed.append(error)
        self.threads.append(threading.current_thread())


@pytest.fixture
def errand(qapp):
    return Errand(ValueError, OSError)


@pytest.fixture
def heard(errand):
    return Heard(errand)


@pytest.fixture
def reported(monkeypatch):
    made = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: made.append(error))
    return made


def fail(error):
    raise error


def test_it_works_elsewhere_and_tells_here(qtbot, errand, heard):
    assert errand.start(threading.current_thread)
    assert errand.running
    qtbot.waitUntil(lambda: not errand.running)
    assert heard.done[0] is not threading.current_thread()
    assert heard.threads == [threading.current_thread()]
    assert heard.failed == []


def test_what_may_go_wrong_is_told_and_not_reported(qtbot, errand, heard, reported):
    error = FileNotFoundError("the stick")
    errand.start(lambda: fail(error))
    qtbot.waitUntil(lambda: not errand.running)
    assert (heard.failed, heard.done, reported) == ([error], [], [])
    assert heard.threads == [threading.current_thread()]


def test_a_mistake_of_ours_is_told_and_reported(qtbot, errand, heard, reported):
    error = ZeroDivisionError()
    errand.start(lambda: fail(error))
    qtbot.waitUntil(lambda: not errand.running)
    assert errand.wait(5)
    assert (heard.failed, reported) == ([error], [error])


def test_it_does_one_thing_at_a_time(qtbot, errand, heard):
    gate = threading.Event()
    assert errand.start(lambda: gate.wait(10))
    assert not errand.start(lambda: "never")
    assert not errand.wait(0.01)
    gate.set()
    qtbot.waitUntil(lambda: not errand.running)
    assert heard.done == [True]
    assert errand.start(lambda: "now")
    qtbot.waitUntil(lambda: heard.done == [True, "now"])


def test_it_is_at_it_until_the_result_is_told(errand, heard):
    errand.start(lambda: 1)
    assert errand.wait(10)
    assert errand.running
    assert not errand.start(lambda: 2)
    QApplication.processEvents()
    assert (heard.done, errand.running) == ([1], False)


def test_the_next_may_begin_when_the_first_is_told(qtbot, errand, heard):
    errand.done.connect(lambda result: result < 3 and errand.start(lambda: result + 1))
    errand.start(lambda: 1)
    qtbot.waitUntil(lambda: heard.done == [1, 2, 3])


def test_nobody_is_told_when_the_window_is_gone(errand, heard, reported):
    gate = threading.Event()
    errand.start(lambda: gate.wait(10))
    thread = errand._thread
    errand.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    thread.join(10)
    assert not thread.is_alive()
    assert (heard.done, heard.failed, reported) == ([], [], [])


def test_the_window_gets_its_turn_meanwhile_and_all_is_as_before(qtbot, errand, heard):
    before = sys.getswitchinterval()
    errand.start(sys.getswitchinterval)
    qtbot.waitUntil(lambda: not errand.running)
    assert heard.done[0] < before
    assert sys.getswitchinterval() == before
