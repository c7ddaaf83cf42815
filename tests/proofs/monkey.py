"""A monkey at the real program: clicks, keys and resizes drawn by chance, and a restless clock.

Run with a folder, a seed and how many things it does:

    python monkey.py FOLDER SEED STEPS

What lies in the folder "data" there is the diary it finds. It prints what it did as JSON: counts by
kind, the screens it saw, and every uncaught exception and Qt warning. The seed alone decides what
it does, so that a fall can be looked at again; "at STEP" as a fourth word prints each step from
there on.
"""

import json
import os
import sys
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QKeyEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget
from tests.clocks import HandClock

from walktrack import app, paths
from walktrack.clock import SystemClock

KEYS = [
    *[Qt.Key.Key_Tab] * 6, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return,
    Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
    Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_9,
]  # fmt: skip
WITH_CONTROL = [
    Qt.Key.Key_Z,
    Qt.Key.Key_Y,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_A,
]
TEXTS = ["é", "ß🙂", "12", "7:45", "<b>", "$x$", "%s", "{0}", "'; DROP", "\u202eabc", "x" * 300]
HOUR = 3_600_000
LEFT = Qt.MouseButton.LeftButton


def is_our_own(error):
    """Say whether the monkey missed what it reached for, before the program knew of anything."""
    frames = traceback.extract_tb(error.__traceback__)
    return frames[-1].filename == __file__ and "already deleted" in str(error)


class Monkey(QObject):
    """Does one thing each time the event loop has nothing else to do, in a menu's own loop too."""

    def __init__(self, program, clock, chance, steps, told_from):
        super().__init__()
        self.program, self.clock, self.chance = program, clock, chance
        self.left, self.steps, self.told_from = steps, steps, told_from
        self.did, self.saw = Counter(), Counter()
        self.deeds = {
            self.click: 50, self.key: 22, self.text: 6, self.wheel: 5, self.resize: 3,
            self.wait: 12, self.double_click: 4, self.drag: 2,
        }  # fmt: skip

    def step(self):
        if self.left <= 0:
            QApplication.exit(0)
            return
        self.left -= 1
        QTimer.singleShot(0, self, self.step)  # first: the deed may not return for long
        (deed,) = self.chance.choices(list(self.deeds), self.deeds.values())
        if self.steps - self.left >= self.told_from:
            print(self.steps - self.left, deed.__name__, self.top(), flush=True)
        self.did[deed.__name__] += 1
        try:
            deed()
        except RuntimeError as error:
            # Python may know a part of Qt's own, as the days of a calendar, by one that has gone.
            if not is_our_own(error):
                raise
            self.saw["a part that has gone"] += 1
        self.look()

    def look(self):
        top = self.top()
        self.saw[type(top).__name__] += 1
        stack = self.program.window.findChild(QStackedWidget)
        self.saw[type(stack.currentWidget()).__name__] += 1
        if self.program.window.today.walk.running():
            self.saw["a walk"] += 1
        if not self.program.window.isVisible():
            self.program.window.show()

    def top(self):
        return (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or self.program.window
        )

    def target(self):
        """Return a widget that can be seen; rather one that does something."""
        top = self.top()
        seen = [one for one in top.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        useful = [one for one in seen if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        return self.chance.choice((useful if self.chance.random() < 0.85 else seen) or [top])

    def place(self, widget):
        if self.chance.random() < 0.6:
            return widget.rect().center()
        wide, high = max(1, widget.width()), max(1, widget.height())
        return QPoint(self.chance.randrange(wide), self.chance.randrange(high))

    def click(self):
        widget = self.target()
        QTest.mouseClick(widget, LEFT, pos=self.place(widget))

    def double_click(self):
        widget = self.target()
        QTest.mouseDClick(widget, LEFT, pos=self.place(widget))

    def drag(self):
        widget = self.target()
        QTest.mousePress(widget, LEFT, pos=self.place(widget))
        QTest.mouseMove(widget, self.place(widget))
        QTest.mouseRelease(widget, LEFT, pos=self.place(widget))

    def key(self):
        focus = QApplication.focusWidget() or self.top()
        if self.chance.random() < 0.2:
            control = Qt.KeyboardModifier.ControlModifier
            QTest.keyClick(focus, self.chance.choice(WITH_CONTROL), control)
        else:
            QTest.keyClick(focus, self.chance.choice(KEYS))

    def text(self):
        focus = QApplication.focusWidget() or self.top()
        for letter in self.chance.choice(TEXTS):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.postEvent(focus, event)

    def wheel(self):
        widget = self.target()
        at = QPointF(self.place(widget))
        turn = QPoint(0, self.chance.choice([-360, -120, 120, 360]))
        event = QWheelEvent(
            at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), turn, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def resize(self):
        wide, high = self.chance.randrange(300, 1700), self.chance.randrange(200, 1100)
        self.program.window.resize(wide, high)

    def wait(self):
        kind = self.chance.random()
        if kind < 0.8:
            self.clock.go(ms=self.chance.randrange(3_000))
        elif kind < 0.9:
            self.clock.go(minutes=self.chance.randrange(1, 40))
        elif kind < 0.95:
            self.clock.sleep(self.chance.randrange(5 * HOUR))
        else:
            self.clock.set_wall(self.chance.randrange(-3, 4) * HOUR)


def answer_file_dialogs(chance, folder):
    """Have file dialogs answered at once, as offscreen there is nobody to do so."""
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear doctor")

    def some_file():
        backups = sorted((folder.parent / "data" / "backups").glob("*.db"))
        wanted = [folder / "letter.txt", folder / "none.db", *backups]
        return (str(chance.choice(wanted)) if chance.random() < 0.8 else ""), ""

    def some_place():
        return (str(folder / f"{chance.randrange(9)}.out") if chance.random() < 0.8 else ""), ""

    def some_files():
        wanted = [folder / "letter.txt", *folder.glob("*.out")]
        return [str(each) for each in chance.sample(wanted, chance.randrange(len(wanted)))], ""

    QPrintDialog.exec = lambda _dialog: QPrintDialog.DialogCode.Rejected
    QFileDialog.getOpenFileName = staticmethod(lambda *_, **__: some_file())
    QFileDialog.getOpenFileNames = staticmethod(lambda *_, **__: some_files())
    QFileDialog.getSaveFileName = staticmethod(lambda *_, **__: some_place())
    QFileDialog.getExistingDirectory = staticmethod(
        lambda *_, **__: str(folder) if chance.random() < 0.8 else ""
    )
    QDesktopServices.openUrl = staticmethod(lambda _url: True)


def main(folder, seed, steps, told_from):
    os.umask(0o077)
    os.chdir(folder)
    chance, clock = Random(seed), HandClock(SystemClock().read().wall)
    errors = []
    sys.excepthook = lambda *what: errors.append("".join(traceback.format_exception(*what)))
    sys.unraisablehook = lambda what: errors.append(repr(what.exc_value))
    qInstallMessageHandler(
        lambda _kind, _where, words: (
            None if "This plugin does not" in words else errors.append(f"Qt: {words}")
        )
    )
    app.SystemClock = lambda: clock
    qt = QApplication(["walktrack"])
    answer_file_dialogs(chance, folder / "elsewhere")
    program = app.Program(qt, folder / "data" / paths.DIARY, example=False)
    monkey = Monkey(program, clock, chance, steps, told_from)
    program.window.show()
    QTimer.singleShot(1500, monkey.step)  # the charts are there by then
    qt.exec()
    program.close()
    print(json.dumps({"did": monkey.did, "saw": monkey.saw, "errors": errors}), flush=True)


if __name__ == "__main__":
    words = sys.argv[4:]
    main(
        Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]),
        int(words[1]) if words else sys.maxsize,
    )  # fmt: skip
