"""The plan in words: what is asked for, today and in a week, and how it can begin."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.today import Ask, Today
from walktrack.domain.plan.usual import FlareQuestion


def target_words(target: Target | None) -> str:
    """Return what is asked for in a week: "12 minutes on 4 days"."""
    if target is None:
        return QCoreApplication.translate("Plan", "Your plan is paused")
    words = QCoreApplication.translate("Plan", "{minutes} on {days}")
    return words.format(minutes=minutes_words(target.minutes), days=days_words(target.days))


def minutes_words(minutes: int) -> str:
    """Return minutes written out."""
    if minutes == 1:
        return QCoreApplication.translate("Plan", "1 minute")
    return QCoreApplication.translate("Plan", "{minutes} minutes").format(minutes=minutes)


def days_words(days: int) -> str:
    """Return a number of days written out."""
    if days == 1:
        return QCoreApplication.translate("Plan", "1 day")
    return QCoreApplication.translate("Plan", "{days} days").format(days=days)


def today_words(today: Today, *, planned: bool) -> str:
    """Return what the plan asks for today; `planned` says that it is a day to walk on."""
    left, whole = minutes_words(today.minutes), minutes_words(today.whole)
    if today.ask is Ask.WALK and today.minutes < today.whole:
        words = QCoreApplication.translate("Plan", "{left} of your {whole} are left today.")
    elif today.ask is Ask.WALK and not planned:
        words = QCoreApplication.translate("Plan", "Today is free. If you like, walk {left}.")
    elif today.in_halves:
        words = QCoreApplication.translate("Plan", "Today: {left}. Two walks of {half} are fine.")
    else:
        words = {
            Ask.NOTHING: QCoreApplication.translate("Plan", "Nothing is planned today."),
            Ask.ENOUGH: QCoreApplication.translate(
                "Plan", "Enough for today. Stop here even if you feel good: steady beats big days."
            ),
            Ask.FREE: QCoreApplication.translate(
                "Plan", "You have walked on all your days this week. Today is free."
            ),
            Ask.NO_WALK: QCoreApplication.translate(
                "Plan", "Today is free, as you said. Your plan goes on tomorrow."
            ),
            Ask.HALF_OR_REST: QCoreApplication.translate(
                "Plan", "Your pain is high. Walk {left} today, or rest."
            ),
            Ask.HALF: QCoreApplication.translate(
                "Plan", "Yesterday’s walk stirred your pain. Walk {left} today."
            ),
            Ask.WALK: QCoreApplication.translate("Plan", "Today: {left}."),
        }[today.ask]
    return words.format(left=left, whole=whole, half=minutes_words(-(-today.minutes // 2)))


def goal_words(today: Today) -> str:
    """Return the goal of the next walk, where it is the plan's."""
    if today.goal_minutes is None:
        return QCoreApplication.translate("Plan", "No goal: your plan asks for no more today.")
    words = QCoreApplication.translate("Plan", "Goal: {minutes}, by your plan")
    return words.format(minutes=minutes_words(today.goal_minutes))


def question_words(question: FlareQuestion) -> str:
    """Return what to ask about a flare-up; the person alone decides, on Today."""
    return {
        FlareQuestion.BEGUN: QCoreApplication.translate(
            "Plan", "Your pain is higher than usual. Is it a flare-up? You can say so on Today."
        ),
        FlareQuestion.OVER: QCoreApplication.translate(
            "Plan", "Your pain is near usual. Is the flare-up over? You can say so on Today."
        ),
    }[question]


def start_words(start: Start, target: Target) -> tuple[str, str]:
    """Return a way to begin, and what it is for."""
    title, about = {
        Start.USUAL: (
            QCoreApplication.translate("Plan", "Start with {target}"),
            QCoreApplication.translate("Plan", "If you are up and about most days."),
        ),
        Start.GENTLE: (
            QCoreApplication.translate("Plan", "Start gently with {target}"),
            QCoreApplication.translate(
                "Plan", "If you are over 65, move little, or are not sure. Steps take two weeks."
            ),
        ),
        Start.MEASURED: (
            QCoreApplication.translate("Plan", "Start from my last walks: {target}"),
            QCoreApplication.translate("Plan", "A little less than your last three walks."),
        ),
    }[start]
    return title.format(target=target_words(target)), about
