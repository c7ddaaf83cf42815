"""The words of the tips, topic by topic, and of what each rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from walktrack.domain.tips import Basis, Topic


@dataclass(frozen=True, slots=True)
class TipWords:
    """A topic: its name, its sentences, each on a line of its own, and what its drawing shows."""

    name: str
    sentences: str
    drawing: str


def rests_on(bases: Iterable[Basis]) -> str:
    """Return in a sentence what advice rests on."""
    names = {
        Basis.COMFORT: QCoreApplication.translate("Tips", "comfort"),
        Basis.SAFETY: QCoreApplication.translate("Tips", "safety"),
        Basis.WALKERS: QCoreApplication.translate("Tips", "what walkers say"),
        Basis.TRIAL: QCoreApplication.translate("Tips", "trials (see “When advice differs”)"),
    }
    words = QCoreApplication.translate("Tips", "Rests on: {reasons}.")
    return words.format(reasons=", ".join(names[each] for each in bases))


def not_shown(bases: Iterable[Basis]) -> str:
    """Return the sentence that keeps anyone from hoping for less pain than was found."""
    if Basis.TRIAL in bases:
        return QCoreApplication.translate(
            "Tips", "They were of new back pain. For flare-ups it is not shown to change pain."
        )
    return QCoreApplication.translate("Tips", "It is not shown to change pain.")


def topics() -> dict[Topic, TipWords]:
    """Return the words of every topic, in their order."""
    return _beginning() | _around() | _later()


def _beginning() -> dict[Topic, TipWords]:
    translate = QCoreApplication.translate
    return {
        Topic.START: TipWords(
            translate("Tips", "How to start"),
            translate(
                "Tips",
                "Begin with 5 to 10 minutes on flat ground.\n"
                "Stop while you still feel you could go on.\n"
                "Short walks add up: two of five minutes make ten.\n"
                "Add a minute or two only after a few easy days.",
            ),
            translate("Tips", "A stopwatch with its first ten minutes marked"),
        ),
        Topic.WHEN: TipWords(
            translate("Tips", "When"),
            translate(
                "Tips",
                "Many backs are stiff in the morning.\n"
                "Begin slowly then, or walk later.\n"
                "After a meal or before bed are good times too.\n"
                "The best time is one you can keep.",
            ),
            translate("Tips", "The rising sun and the moon"),
        ),
        Topic.WHERE: TipWords(
            translate("Tips", "Where"),
            translate(
                "Tips",
                "Choose flat, even ground first: a path, a track or short grass.\n"
                "When it is wet or dark, a treadmill with rails is an easy choice.\n"
                "A bench on the way gives you a place to rest.\n"
                "Leave hills for later.",
            ),
            translate("Tips", "A flat path with a tree and a bench"),
        ),
    }


def _around() -> dict[Topic, TipWords]:
    translate = QCoreApplication.translate
    return {
        Topic.COMPANY: TipWords(
            translate("Tips", "With whom"),
            translate(
                "Tips",
                "A friend can make it easier to set out.\n"
                "Walk at a pace at which you can both talk.\n"
                "Alone is fine as well.\n"
                "Then take a phone, and tell someone your way.",
            ),
            translate("Tips", "Two people walking"),
        ),
        Topic.SHOES: TipWords(
            translate("Tips", "Shoes"),
            translate(
                "Tips",
                "Wear shoes that fit well, with a soft sole and room for your toes.\n"
                "Tie them so that your heel does not slip.\n"
                "Get new ones when the sole is worn.",
            ),
            translate("Tips", "A shoe with laces and a thick sole"),
        ),
        Topic.WARM_UP: TipWords(
            translate("Tips", "Warm-up and cool-down"),
            translate(
                "Tips",
                "Stroll for the first two minutes, then find your own pace.\n"
                "Stroll again for the last two.\n"
                "You need not stretch first.\n"
                "If it feels good, stretch gently after the walk.",
            ),
            translate("Tips", "Steps that grow longer, then shorter again"),
        ),
    }


def _later() -> dict[Topic, TipWords]:
    translate = QCoreApplication.translate
    return {
        Topic.VARIETY: TipWords(
            translate("Tips", "More variety"),
            translate(
                "Tips",
                "Wait until your usual pain has settled.\n"
                "Then change one thing at a time: a slope, a faster stretch, or walking "
                "poles.\n"
                "Walk backward only on flat, safe ground.\n"
                "If the next morning is worse, go back a step.",
            ),
            translate("Tips", "Someone with poles on a gentle hill"),
        ),
        Topic.FLARE_UP: TipWords(
            translate("Tips", "Flare-up days"),
            translate(
                "Tips",
                "Keep walks short and gentle: half of your usual time, or less.\n"
                "Stay up and about rather than in bed.\n"
                "If the pain is new or not like yours, look at the warning signs.",
            ),
            translate("Tips", "A short way round a house"),
        ),
    }
