"""The real program with its real window, whose buttons are pressed from inside.

A screen that is none has no mouse. Run with a folder, then what to press:

    python walker.py FOLDER start pause resume

What was done is printed, a word a line, when the window shows it. "left" as the first word
makes a walk beforehand as a program leaves it that has died, so that there is a question.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from walktrack import app, paths
from walktrack.clock import SystemClock
from walktrack.services.desk import Desk
from walktrack.services.running import Answer
from walktrack.storage.diary import Diary
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.main_window import MainWindow


class Walker(QObject):
    """Presses one button after the other, too far apart for a double click.

    A press has been taken when its button is gone from the screen, and is repeated until then.
    """

    def __init__(self, window, words):
        super().__init__(window)
        self._window, self._words = window, list(words)
        apart = QApplication.doubleClickInterval() + 50
        self._timer = QTimer(self, singleShot=True, interval=apart)
        self._timer.timeout.connect(self._on_next)

    def begin(self):
        say("open")
        self._timer.start()

    def _on_next(self):
        if self._words and self._do(self._words[0]):
            say(self._words.pop(0))
        if self._words:
            self._timer.start()

    def _do(self, word):
        if word == "hide":
            self._window.showMinimized()
            return True
        button = self._button(word)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return not button.isVisibleTo(self._window)

    def _button(self, word) -> QPushButton:
        if word in {"keep", "drop"}:
            return self._window.findChild(ReviewDialog).buttons[Answer(word)]
        return getattr(self._window.today.walk.card, word)


def say(word):
    print(word, flush=True)


def leave_a_walk(folder):
    with Diary(folder / paths.DIARY) as diary:
        desk = Desk(diary, SystemClock())
        desk.tracker.start(desk.people.current().id, 20)
    say("left")


def main(folder, words):
    if words[:1] == ["left"]:
        leave_a_walk(Path(folder))
    wanted = [word for word in words if word != "left"]
    # The charts, which would come now, are not what this is about and take a second to load.
    MainWindow.load_charts = lambda window: Walker(window, wanted).begin()
    return app.run(folder, example=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
