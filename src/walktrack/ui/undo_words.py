"""What the bar says about deeds: that one was done, undone or done again, or why it cannot be."""

from PySide6.QtCore import QCoreApplication, QLocale

from walktrack.services.undo import (
    AnswerTold,
    Deed,
    DeedKind,
    Hindrance,
    InTheWayTold,
    ManyTold,
    TickTold,
)
from walktrack.ui.words import pain_title, way_title


def done_words(deed: Deed) -> str:
    """Return what was done; nothing for a deed that is quiet."""
    if isinstance(deed.told, ManyTold):
        return _many_words(deed.told)
    return {
        DeedKind.WALK_REMOVED: QCoreApplication.translate("Undo", "Walk removed."),
        DeedKind.WALK_DISCARDED: QCoreApplication.translate("Undo", "Walk discarded."),
        DeedKind.WALK_FINISHED: QCoreApplication.translate("Undo", "Walk finished and stored."),
        DeedKind.QUESTION_ANSWERED: QCoreApplication.translate("Undo", "The walk goes on."),
        DeedKind.WALK_EDITED: QCoreApplication.translate("Undo", "Walk changed."),
        DeedKind.WALK_CUT: QCoreApplication.translate("Undo", "The end of the walk is taken off."),
        DeedKind.WALK_SPLIT: QCoreApplication.translate("Undo", "The walk is two walks now."),
        DeedKind.WALKS_MERGED: QCoreApplication.translate("Undo", "The two walks are one now."),
        DeedKind.WALK_ADDED: QCoreApplication.translate("Undo", "Walk added."),
        DeedKind.WALK_PUT_BACK: QCoreApplication.translate("Undo", "Walk put back."),
        DeedKind.RATING_REMOVED: QCoreApplication.translate("Undo", "Rating removed."),
        DeedKind.RATING_EDITED: QCoreApplication.translate("Undo", "Rating changed."),
        DeedKind.RATING_ADDED: QCoreApplication.translate("Undo", "Rating added."),
        DeedKind.RATING_PUT_BACK: QCoreApplication.translate("Undo", "Rating put back."),
        DeedKind.NO_WALK_SAID: QCoreApplication.translate("Undo", "Noted: no walk."),
        DeedKind.NO_WALK_REMOVED: QCoreApplication.translate("Undo", "“No walk” is taken back."),
        DeedKind.FLARE_UP_SAID: QCoreApplication.translate("Undo", "Flare-up noted."),
        DeedKind.MARK_EDITED: QCoreApplication.translate("Undo", "Changed."),
        DeedKind.MARK_REMOVED: QCoreApplication.translate("Undo", "Removed."),
        DeedKind.MARK_PUT_BACK: QCoreApplication.translate("Undo", "Put back."),
        DeedKind.IN_THE_WAY_ADDED: QCoreApplication.translate("Undo", "Answer added."),
        DeedKind.IN_THE_WAY_EDITED: QCoreApplication.translate("Undo", "Answer changed."),
        DeedKind.IN_THE_WAY_REMOVED: QCoreApplication.translate("Undo", "Answer removed."),
        DeedKind.IN_THE_WAY_PUT_BACK: QCoreApplication.translate("Undo", "Answer put back."),
        DeedKind.DIARY_RESTORED: QCoreApplication.translate("Undo", "The backup is back."),
        DeedKind.FILE_BROUGHT_IN: QCoreApplication.translate(
            "Undo", "The records of the file are in your diary."
        ),
        DeedKind.SIGNS_RESOLVED: QCoreApplication.translate(
            "Undo", "Noted. The warning sign is no longer shown."
        ),
        DeedKind.PERSON_ADDED: QCoreApplication.translate("Undo", "Person added."),
        DeedKind.PERSON_ARCHIVED: QCoreApplication.translate("Undo", "Person archived."),
        DeedKind.PERSON_TAKEN_OUT: QCoreApplication.translate(
            "Undo", "Person taken out of the archive."
        ),
        DeedKind.PERSON_REMOVED: QCoreApplication.translate(
            "Undo", "Person removed, with all their records."
        ),
        DeedKind.PERSON_PUT_BACK: QCoreApplication.translate(
            "Undo", "Person put back, with all their records."
        ),
        DeedKind.PLAN_BEGUN: QCoreApplication.translate("Undo", "Your plan begins today."),
        DeedKind.PLAN_CHANGED: QCoreApplication.translate("Undo", "Your plan is changed."),
        DeedKind.PLAN_PAUSED: QCoreApplication.translate("Undo", "Your plan is paused."),
        DeedKind.PLAN_ENDED: QCoreApplication.translate("Undo", "Your plan is ended."),
    }.get(deed.kind, "")


def undone_words(deed: Deed) -> str:
    """Return what came of undoing a deed."""
    match deed.told:
        case AnswerTold(moment=moment, was=was):
            return _answer_words(pain_title(moment), was)
        case InTheWayTold(was=was):
            return _answer_words(way_title(), was)
        case TickTold(was=was):
            return _tick_words(ticked=was)
        case None if deed.kind is DeedKind.DETAILS_SAID:
            return QCoreApplication.translate("Undo", "The details are as they were before.")
        case None if deed.kind is DeedKind.PLACES_SAID:
            return QCoreApplication.translate("Undo", "Where it hurts is as it was before.")
        case None if deed.kind is DeedKind.PERSON_CHANGED:
            return QCoreApplication.translate("Undo", "The person is as they were before.")
        case None if deed.kind is DeedKind.QUESTION_ANSWERED:
            return QCoreApplication.translate("Undo", "The question is open again.")
        case _:
            return QCoreApplication.translate("Undo", "Undone.")


def redone_words(deed: Deed) -> str:
    """Return what came of doing a deed again."""
    match deed.told:
        case AnswerTold(moment=moment, now=now):
            return _answer_words(pain_title(moment), now)
        case InTheWayTold(now=now):
            return _answer_words(way_title(), now)
        case TickTold(now=now):
            return _tick_words(ticked=now)
        case None if deed.kind is DeedKind.DETAILS_SAID:
            return QCoreApplication.translate("Undo", "The details are changed again.")
        case None if deed.kind is DeedKind.PLACES_SAID:
            return QCoreApplication.translate("Undo", "Where it hurts is changed again.")
        case None if deed.kind is DeedKind.PERSON_CHANGED:
            return QCoreApplication.translate("Undo", "The person is changed again.")
        case _:
            return done_words(deed)


def hindered_words(why: Hindrance) -> str:
    """Return why a deed cannot be undone or done again, and what to do instead."""
    return {
        Hindrance.WALK_OPEN: QCoreApplication.translate(
            "Undo", "A walk is open. Finish it first, then try again."
        ),
        Hindrance.PLACE_TAKEN: QCoreApplication.translate(
            "Undo", "There is another answer in its place by now. Remove that one first."
        ),
        Hindrance.DAY_TAKEN: QCoreApplication.translate(
            "Undo", "The diary says something else about that day by now. Change that first."
        ),
        Hindrance.CHANGED: QCoreApplication.translate(
            "Undo", "This has changed since. You can change it in History."
        ),
        Hindrance.WALKED_ON: QCoreApplication.translate(
            "Undo", "The walk has gone on since. Press Finish walk when it ends."
        ),
        Hindrance.GONE: QCoreApplication.translate(
            "Undo", "It was removed for good. So it cannot come back."
        ),
        Hindrance.LAST_PERSON: QCoreApplication.translate(
            "Undo", "Nobody else is in the list. Add another person first."
        ),
    }[why]


def _many_words(told: ManyTold) -> str:
    count = QLocale().toString(told.count)
    if told.name and told.count == 1:
        words = QCoreApplication.translate("Undo", "1 line moved to {name}.")
    elif told.name:
        words = QCoreApplication.translate("Undo", "{count} lines moved to {name}.")
    elif told.count == 1:
        words = QCoreApplication.translate("Undo", "1 line removed.")
    else:
        words = QCoreApplication.translate("Undo", "{count} lines removed.")
    return words.format(count=count, name=told.name)


def _answer_words(what: str, value: int | None) -> str:
    if value is None:
        words = QCoreApplication.translate("Undo", "{what}: no answer again.")
        return words.format(what=what)
    words = QCoreApplication.translate("Undo", "{what} is {value} again.")
    return words.format(what=what, value=value)


def _tick_words(*, ticked: bool) -> str:
    if ticked:
        return QCoreApplication.translate("Undo", "The line of the checklist is ticked again.")
    return QCoreApplication.translate("Undo", "The tick in the checklist is taken back.")
