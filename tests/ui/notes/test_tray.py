"""Notifications through Qt; the tray is played, for a screen that is none has no such thing."""

import pytest
from PySide6.QtCore import QObject, Signal

from walktrack.ui.notes.desktop import Note
from walktrack.ui.notes.tray import TrayNotes, tray_icon


class Icon(QObject):
    messageClicked = Signal()  # noqa: N815 - Qt's own
    activated = Signal(object)

    def __init__(self):
        super().__init__()
        self.seen, self.told = False, []

    def setToolTip(self, words):
        self.words = words

    def show(self):
        self.seen = True

    def hide(self):
        self.seen = False

    def showMessage(self, title, words, _icon):
        self.told.append((title, words))


@pytest.fixture
def icon(qapp):
    return Icon()


@pytest.fixture
def notes(icon):
    made = TrayNotes(icon)
    made.heard = []
    made.acted.connect(lambda key, action: made.heard.append((key, action)))
    return made


def test_a_click_means_the_newest_note(notes, icon):
    notes.send(Note("anna/walk", "Anna"))
    notes.send(Note("bert/walk", "Bert"))
    icon.messageClicked.emit()
    icon.activated.emit(3)
    assert notes.heard == [("bert/walk", "")] * 2
    assert icon.told == [("WalkTrack", "Anna"), ("WalkTrack", "Bert")]
    assert icon.words == "Bert"


def test_the_icon_goes_with_its_note(notes, icon):
    notes.send(Note("anna/walk", "Anna"))
    notes.withdraw("bert/walk")
    assert icon.seen
    notes.withdraw("anna/walk")
    assert not icon.seen
    icon.messageClicked.emit()
    assert notes.heard == []


def test_without_a_tray_there_is_no_icon(qapp):
    assert tray_icon() is None
