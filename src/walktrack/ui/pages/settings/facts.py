"""The cards that only tell: where the diary is, the keys, and what the program is."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QTextOption
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSizePolicy, QWidget

from walktrack import __version__
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import CONTROL_HEIGHT, GAP, MARGIN, RING
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel

_TALLEST = 10_000
_NARROWEST_PX = 160
_INNER_PX = 8


class PathBox(QPlainTextEdit):
    """A path that can be marked and copied as it is, broken over as many lines as it needs."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_INNER_PX)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int, /) -> int:
        around = 2 * (round(self.document().documentMargin()) + self.frameWidth())
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, width - around - 2, _TALLEST)
        flags = int(Qt.TextFlag.TextWrapAnywhere)
        words = metrics.boundingRect(room, flags, self.toPlainText())
        lines = max(1, round(words.height() / metrics.lineSpacing()))
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # the box rounds each line up
        return max(CONTROL_HEIGHT - 2 * RING, lines * line + around + 2)

    def sizeHint(self) -> QSize:
        wide = scaled(_NARROWEST_PX)
        return QSize(wide, self.heightForWidth(2 * wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_NARROWEST_PX), CONTROL_HEIGHT - 2 * RING)


class DataCard(Card):
    """Where the diary is and how it is kept. `folder_wanted` asks to see it in its folder.

    `help_wanted` asks what is promised about it, and what is not.
    """

    folder_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your data"), parent=parent)
        self.path = PathBox(self.tr("Where your diary is"))
        label = PlainLabel(self.tr("Your diary is one file:"), wrap=True)
        label.setBuddy(self.path)
        self.folder = OutlinedButton(self.tr("Show in folder"), "folder")
        self.help = OutlinedButton(self.tr("Help with your data"), "info")
        self.folder.clicked.connect(self.folder_wanted)
        self.help.clicked.connect(self.help_wanted)
        row = Flow()
        row.addWidget(self.folder)
        row.addWidget(self.help)
        self.body.addWidget(label)
        self.body.addWidget(self.path)
        self.body.addLayout(row)
        for words in (
            self.tr("To keep a copy, close WalkTrack and copy this folder to a stick."),
            self.tr(
                "The file is not encrypted. Anyone who can use this computer account can open it."
            ),
            self.tr("WalkTrack uses no network and has no account."),
        ):
            self.body.addWidget(PlainLabel(words, wrap=True))

    def show_path(self, path: str) -> None:
        """Show where the file is; an empty text means it is in memory only."""
        self.path.setPlainText(path or self.tr("in memory only"))
        self.path.updateGeometry()
        self.folder.setEnabled(bool(path))


class KeysCard(Card):
    """What keys do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keys"), parent=parent)
        self._rows = QWidget()
        self.body.addWidget(self._rows)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show each key and what it does."""
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, (key, deed) in enumerate(keys):
            grid.addWidget(StrongLabel(key, wrap=True), number, 0, top)
            grid.addWidget(PlainLabel(deed, wrap=True), number, 1, top)
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows


class AboutCard(Card):
    """What the program is for, its licence, and what it is made with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About"), parent=parent)
        version = self.tr("WalkTrack {version}").format(version=__version__)
        self.body.addWidget(StrongLabel(version))
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "WalkTrack lets a person or carer record walks, pain ratings and notes, plan "
                    "walks they choose, and print their record. It does not find out what is "
                    "wrong and does not treat. It is not a medical device."
                ),
                wrap=True,
            )
        )
        licence = self.tr("WalkTrack is free software under the MIT licence.")
        self.body.addWidget(PlainLabel(licence, wrap=True))
        made_with = self.tr("It is made with Qt for Python (LGPL 3), matplotlib (its own),")
        others = self.tr("peewee, platformdirs, jeepney (MIT), and the typeface Inter (OFL 1.1).")
        self.body.addWidget(CaptionLabel(f"{made_with} {others}", wrap=True).muted())
