"""The words of what is known about walking and back pain, and of advice that differs."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from walktrack.domain.evidence import (
    BED_REST,
    PAINFUL_EXERCISE,
    WALKBACK,
    WALKBACK_DAYS_OTHERS,
    WALKBACK_DAYS_WALKING,
    WALKBACK_PEOPLE,
    WALKING_OR_EXERCISE,
    Source,
)


@dataclass(frozen=True, slots=True)
class Known:
    """One sentence that is known, what has to be said with it, and where it stands, in words."""

    sentence: str
    more: str
    source: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A question to which common advice gives two answers, and what WalkTrack does about it.

    `found` is what trials say to it, and stands in the `source`; most questions have neither.
    """

    question: str
    some: str
    others: str
    here: str
    found: str = ""
    source: str = ""


def source_words(source: Source) -> str:
    """Return where something stands, to be looked up by hand."""
    words = QCoreApplication.translate(
        "Tips", "Source: {author} and others, {journal} {year}; {place}"
    ).format(author=source.author, journal=source.journal, year=source.year, place=source.place)
    return f"{words}\n{source.address}"


def known() -> tuple[Known, ...]:
    """Return the four sentences."""
    translate = QCoreApplication.translate
    trial = translate(
        "Tips",
        "In a trial of {people} people, pain stayed away longer for those who walked: {days} days "
        "against {others}.",
    ).format(people=WALKBACK_PEOPLE, days=WALKBACK_DAYS_WALKING, others=WALKBACK_DAYS_OTHERS)
    return (
        Known(
            trial,
            translate(
                "Tips",
                "They had just got over back pain. The walkers also had a coach and lessons. Half "
                "of each group had pain again by that day.",
            ),
            source_words(WALKBACK),
        ),
        Known(
            translate("Tips", "That trial cannot tell which part helped, or what you will feel."),
            translate(
                "Tips",
                "The others got no plan, coach or lessons. More of the walkers had trouble with "
                "legs or feet. So start small, and judge by your own record.",
            ),
            translate("Tips", "Source: the same."),
        ),
        Known(
            translate("Tips", "For pain that lasts, walking did about as well as other exercise."),
            translate(
                "Tips",
                "That comes from five small trials put together. They do not show that walking is "
                "better.",
            ),
            source_words(WALKING_OR_EXERCISE),
        ),
        Known(
            translate("Tips", "No trial has tested this checklist or these tips as a whole."),
            translate(
                "Tips",
                "They are there for comfort and safety. Leave out what does not suit you.",
            ),
            translate("Tips", "Source: WalkTrack’s own words, with no trial behind them."),
        ),
    )


def differing() -> tuple[Differing, ...]:
    """Return the questions on which advice differs."""
    return (*_about_pain(), *_about_effort())


def _about_pain() -> tuple[Differing, ...]:
    translate = QCoreApplication.translate
    return (
        Differing(
            translate("Tips", "Stop at any pain, or only at sharp pain?"),
            translate("Tips", "Some say: stop as soon as it hurts."),
            translate("Tips", "Others say: some ache is fine, if it settles."),
            translate(
                "Tips",
                "It leaves that to you, and asks again next morning. Sharp pain that made you stop "
                "is on its list of warning signs.",
            ),
            translate(
                "Tips",
                "In trials of other exercise, letting it hurt a bit was neither better nor worse "
                "after some months.",
            ),
            source_words(PAINFUL_EXERCISE),
        ),
        Differing(
            translate("Tips", "Rest in bed, or keep moving?"),
            translate("Tips", "Some say: lie down until the pain is gone."),
            translate("Tips", "Others say: keep moving, whatever it feels like."),
            translate(
                "Tips",
                "On flare-up days the plan makes walks short and gentle. A day without a walk is "
                "fine. A warning sign pauses the plan.",
            ),
            translate(
                "Tips",
                "In trials, keeping active did a little better for new back pain. For pain down "
                "the leg it made no clear difference.",
            ),
            source_words(BED_REST),
        ),
        Differing(
            translate("Tips", "Stand up straight, or lean?"),
            translate("Tips", "Some say: chest out and back straight."),
            translate("Tips", "Others say: stand as you like."),
            translate(
                "Tips",
                "Its checklist says tall but easy. A small lean is fine if it helps your legs. "
                "There is no score.",
            ),
        ),
    )


def _about_effort() -> tuple[Differing, ...]:
    translate = QCoreApplication.translate
    return (
        Differing(
            translate("Tips", "Thirty minutes at once, or a little at a time?"),
            translate("Tips", "Some say: less than 30 minutes does not count."),
            translate("Tips", "Others say: every minute counts."),
            translate(
                "Tips",
                "Any walk counts, and short walks of a day add up. If you want a plan, it goes up "
                "in small steps.",
            ),
        ),
        Differing(
            translate("Tips", "Do more on a good day?"),
            translate("Tips", "Some say: use the good days."),
            translate("Tips", "Others say: do the same on good days and bad."),
            translate(
                "Tips",
                "The plan says to stop at its minutes even if you feel good. Steady beats big "
                "days. Without a plan you choose.",
            ),
        ),
        Differing(
            translate("Tips", "Which shoes?"),
            translate("Tips", "Some say: thick, soft soles."),
            translate("Tips", "Others say: thin soles, or none."),
            translate(
                "Tips",
                "It asks only that your shoes feel good, have some cushion and fit. If you change "
                "them, do it bit by bit.",
            ),
        ),
    )
