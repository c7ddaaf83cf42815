"""What the page that looks back says, in honest sentences."""

from PySide6.QtCore import QCoreApplication, QLocale

from walktrack.domain.insight.association import PAIRS_NEEDED, Association, Verdict
from walktrack.domain.insight.choices import Choice, TimeOfDay, WithAndWithout
from walktrack.domain.insight.insight import Insight
from walktrack.domain.insight.then_and_now import ThenAndNow
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Kind, Surface
from walktrack.ui.widgets.posture_words import PostureTexts
from walktrack.ui.words import company_word, kind_word, surface_word

_MINUS = "\N{MINUS SIGN}"


def counts_sentences(insight: Insight) -> str:
    """Say how often pain was lower, the same or higher after a walk, once there are 5 walks."""
    counts = insight.counts
    if not counts.enough:
        said = QCoreApplication.translate("Insight", "Log 5 walks to see this.")
        more = QCoreApplication.translate(
            "Insight", "Walks with pain before and after so far: {n}."
        )
        return f"{said} {more.format(n=counts.total)}"
    said = QCoreApplication.translate(
        "Insight",
        "Pain after the walk: lower on {lower}, same on {same}, higher on {higher} of {total}.",
    )
    said = said.format(
        lower=counts.lower, same=counts.same, higher=counts.higher, total=counts.total
    )
    caveat = QCoreApplication.translate("Insight", "This does not show that walking caused it.")
    return f"{said} {caveat}"


def guesses_sentence(guesses: int) -> str:
    """Say how many walks are not counted, as a carer guessed; empty if none."""
    if not guesses:
        return ""
    words = QCoreApplication.translate(
        "Insight", "Walks left out, as a carer guessed the pain: {n}."
    )
    return words.format(n=guesses)


def association_sentences(found: Association) -> str:
    """Say the one sentence about minutes and next-day pain, or what is missing for it."""
    words = {
        Verdict.TOO_FEW: QCoreApplication.translate(
            "Insight", "Not enough days yet: {n} of the {needed} we need."
        ),
        Verdict.ALIKE: QCoreApplication.translate(
            "Insight",
            "Your minutes or your pain hardly differ from day to day. So we cannot look for a "
            "link.",
        ),
        Verdict.CLOSE: QCoreApplication.translate(
            "Insight", "Each of your days is much like the one before. We need more days to tell."
        ),
        Verdict.NO_LINK: QCoreApplication.translate(
            "Insight",
            "No clear link between minutes and next-day pain in {n} days. There may be a small "
            "one that we cannot see.",
        ),
        Verdict.LOWER: QCoreApplication.translate(
            "Insight",
            "On days you walked more, your pain the next day was often lower. This does not show "
            "that one caused the other.",
        ),
        Verdict.HIGHER: QCoreApplication.translate(
            "Insight",
            "On days you walked more, your pain the next day was often higher. This does not "
            "show that one caused the other.",
        ),
    }[found.verdict]
    return words.format(n=found.n, needed=PAIRS_NEEDED)


def left_out_sentence(found: Association) -> str:
    """Say how many days are drawn as rings and not counted; empty if none."""
    if not found.left_out:
        return ""
    words = QCoreApplication.translate(
        "Insight", "Days left out, as they were typed later or a carer guessed: {n}."
    )
    return words.format(n=found.left_out)


def then_and_now_sentences(told: ThenAndNow) -> str:
    """Say the usual pain early in the diary and now, and whether people notice such a change."""
    said = QCoreApplication.translate(
        "Insight", "Usual pain was {then} on days 8 to 21. It was {now} on the last 14 days."
    ).format(then=number(told.then, 1), now=number(told.now, 1))
    if told.noticeable:
        size = QCoreApplication.translate("Insight", "People often notice a change of this size.")
    elif told.then == told.now:
        size = QCoreApplication.translate("Insight", "That is the same.")
    else:
        size = QCoreApplication.translate("Insight", "That is less than people usually notice.")
    why = QCoreApplication.translate("Insight", "Pain changes for many reasons.")
    return f"{said} {size} {why}"


def line_words(line: WithAndWithout) -> tuple[str, str, str]:
    """Return a line of the table: what it is about, with it, and without it."""
    words = QCoreApplication.translate("Insight", "{change} ({n})")
    return (
        choice_words(line.about),
        words.format(change=_signed(line.with_it), n=line.n_with),
        words.format(change=_signed(line.without), n=line.n_without),
    )


def choice_words(choice: Choice) -> str:
    """Return what a thing is called among things of other sorts."""
    match choice:
        case Kind():
            said = QCoreApplication.translate("Insight", "Kind: {name}")
            return said.format(name=kind_word(choice))
        case Surface():
            said = QCoreApplication.translate("Insight", "On: {name}")
            return said.format(name=surface_word(choice))
        case Company():
            said = QCoreApplication.translate("Insight", "With: {name}")
            return said.format(name=company_word(choice))
        case TimeOfDay():
            return {
                TimeOfDay.MORNING: QCoreApplication.translate("Insight", "Before noon"),
                TimeOfDay.AFTERNOON: QCoreApplication.translate("Insight", "Noon to 6 o'clock"),
                TimeOfDay.EVENING: QCoreApplication.translate("Insight", "After 6 o'clock"),
            }[choice]
        case PostureItem():
            said = QCoreApplication.translate("Insight", "Ticked: {name}")
            return said.format(name=PostureTexts().words()[choice].short)


def number(value: float, digits: int = 2) -> str:
    """Write a number as the country does, with a true minus and no needless decimals."""
    rounded = round(value, digits) + 0.0
    decimals = 0 if digits == 1 and rounded.is_integer() else digits
    return QLocale().toString(rounded, "f", decimals).replace("-", _MINUS)


def _signed(value: float) -> str:
    return f"+{number(value, 1)}" if value > 0 else number(value, 1)
