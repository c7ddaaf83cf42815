"""What Qt itself complains about: into the log, but without its words, which may hold a path."""

import inspect
import re
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_COMPLAINTS = {
    QtMsgType.QtWarningMsg: "Qt warning",
    QtMsgType.QtCriticalMsg: "Qt error",
    QtMsgType.QtFatalMsg: "Qt cannot go on",
}
_OF_THE_SCREEN = "This plugin does not support"  # what it does without is no trouble
_FUNCTION = re.compile(r"Q\w+::~?\w+")


def listen_to_qt(note: Callable[[str, FrameType | None], None]) -> None:
    """Have `note` called with what Qt complained about, and where the program was just then."""

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _COMPLAINTS and not message.startswith(_OF_THE_SCREEN):
            function = _FUNCTION.match(message)
            parts = (_COMPLAINTS[kind], context.category, function and function[0])
            here = inspect.currentframe()
            note(" ".join(part for part in parts if part), here.f_back if here else None)

    qInstallMessageHandler(take)
