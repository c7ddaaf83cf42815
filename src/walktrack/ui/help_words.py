"""What WalkTrack promises about a person's data, what it does not, and what they can do."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from walktrack.domain.backup import KEEP_ALL_DAYS, KEEP_DAILY, KEEP_MONTHLY, KEEP_WEEKLY
from walktrack.domain.bin import KEPT_DAYS
from walktrack.domain.stopwatch import HEARTBEAT_MS
from walktrack.services.opening import backups_of


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files of a diary are. `second` is empty and `log` None where there is none."""

    diary: Path
    backups: Path
    second: str
    log: Path | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading and what is to be known about it, in whole sentences."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Topics that belong together."""

    title: str
    topics: tuple[Topic, ...]


def places_of(diary: Path, second: str, log: Path | None) -> Places:
    """Return where the files of a diary are."""
    return Places(diary, backups_of(diary).folder, second, log)


def chapters(places: Places) -> tuple[Chapter, ...]:
    """Return all of Help about the data."""
    translate = QCoreApplication.translate
    return (
        Chapter(translate("Help", "What WalkTrack promises"), _promised()),
        Chapter(translate("Help", "What it does not promise"), _not_promised()),
        Chapter(translate("Help", "What you can do"), _deeds(places)),
    )


def _promised() -> tuple[Topic, ...]:
    noted = QCoreApplication.translate(
        "Help",
        "A running walk is noted every {seconds} seconds. After a crash, WalkTrack asks how much "
        "of the time you walked. Nothing changes until you answer.",
    ).format(seconds=HEARTBEAT_MS // 1000)
    made = QCoreApplication.translate(
        "Help",
        "If anything has changed, one is made at the start, at the end and every half hour. "
        "One is also made before an update, and before a backup is brought back.",
    )
    kept = QCoreApplication.translate(
        "Help",
        "All of the last {days} days are kept. After that, one a day is kept for {daily} days. "
        "Then it is one a week for {weekly} weeks, and one a month for {monthly} months. "
        "Days, weeks and months without a backup do not count.",
    ).format(days=KEEP_ALL_DAYS, daily=KEEP_DAILY, weekly=KEEP_WEEKLY, monthly=KEEP_MONTHLY)
    return (
        Topic(
            QCoreApplication.translate("Help", "Each answer is stored at once"),
            QCoreApplication.translate(
                "Help",
                "There is nothing to save. Once it is stored, an answer survives a crash or a "
                "power cut.",
            ),
        ),
        Topic(QCoreApplication.translate("Help", "A walk goes on after a crash"), noted),
        Topic(
            QCoreApplication.translate("Help", "Backups are made by themselves"), f"{made} {kept}"
        ),
        Topic(
            QCoreApplication.translate("Help", "A damaged diary is kept"),
            QCoreApplication.translate(
                "Help",
                "WalkTrack checks the whole diary at each start. If it is damaged, it offers the "
                "newest good backup and what can still be read. The damaged file is kept.",
            ),
        ),
        Topic(
            QCoreApplication.translate("Help", "Nothing leaves this computer"),
            QCoreApplication.translate(
                "Help",
                "WalkTrack uses no network and has no account. What you print goes to the printer "
                "that you choose, by way of your computer’s own print service.",
            ),
        ),
    )


def _not_promised() -> tuple[Topic, ...]:
    return (
        Topic(
            QCoreApplication.translate("Help", "The files are not encrypted"),
            QCoreApplication.translate(
                "Help",
                "Anyone who can use this computer account can read your diary and its backups. "
                "The same goes for a stick you copy them to.",
            ),
        ),
        Topic(
            QCoreApplication.translate("Help", "A broken disk takes its backups along"),
            QCoreApplication.translate(
                "Help",
                "The backups are on the same disk as the diary. In Settings, choose a second "
                "folder on a stick or another disk.",
            ),
        ),
        Topic(
            QCoreApplication.translate("Help", "A synced folder is not a backup"),
            QCoreApplication.translate(
                "Help",
                "A cloud folder copies mistakes and damage, too. If two computers have the diary "
                "open at once, you may end up with two versions.",
            ),
        ),
        Topic(
            QCoreApplication.translate("Help", "What you remove is not gone at once"),
            QCoreApplication.translate(
                "Help",
                "It lies in the bin for {days} days: open History and press “Bin…”. There you can "
                "put it back, or remove it for good. Backups hold it until they grow old.",
            ).format(days=KEPT_DAYS),
        ),
        Topic(
            QCoreApplication.translate("Help", "It is not a medical device"),
            QCoreApplication.translate(
                "Help",
                "It keeps a record. It does not find out what is wrong and does not treat.",
            ),
        ),
    )


def _deeds(places: Places) -> tuple[Topic, ...]:
    return (
        Topic(
            QCoreApplication.translate("Help", "Make a backup now"),
            QCoreApplication.translate("Help", "Open Settings and press “Back up now”."),
        ),
        Topic(
            QCoreApplication.translate("Help", "Bring a backup back"),
            QCoreApplication.translate(
                "Help",
                "Open Settings and press “Bring back a backup…”. You see first what would change. "
                "A backup of today’s diary is made before, and Undo takes it back.",
            ),
        ),
        Topic(QCoreApplication.translate("Help", "Find your files"), "\n".join(_places(places))),
        Topic(
            QCoreApplication.translate("Help", "Ask someone for help"),
            "\n".join(_asking(places)),
        ),
    )


def _places(places: Places) -> list[str]:
    diary = QCoreApplication.translate("Help", "Your diary: {path}")
    backups = QCoreApplication.translate("Help", "Its backups: {path}")
    second = QCoreApplication.translate("Help", "Their copies: {path}")
    no_second = QCoreApplication.translate("Help", "No second folder for copies is chosen.")
    damaged = QCoreApplication.translate(
        "Help", "Damaged files are kept beside the diary, in a folder called “damaged”."
    )
    return [
        diary.format(path=places.diary),
        backups.format(path=places.backups),
        second.format(path=places.second) if places.second else no_second,
        damaged,
    ]


def _asking(places: Places) -> list[str]:
    words = QCoreApplication.translate(
        "Help",
        "If WalkTrack says that something went wrong inside it, press “Save a report…”. "
        "You can send that report: it holds nothing from your diary. "
        "Do not send the diary or a backup: they hold all your answers.",
    )
    log = QCoreApplication.translate(
        "Help", "Errors are noted here, without anything from your diary: {path}"
    )
    return [words, log.format(path=places.log)] if places.log else [words]
