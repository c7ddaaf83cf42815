"""The fixed words of the warning signs, in the language of the window.

Whoever changes one of them raises `TEXT_VERSION`. A translation counts as checked by a clinician
only if its file translates the mark below to "checked" and that version; until then the English
words stand beside its own.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from walktrack.domain.warning_signs import TEXT_VERSION, Condition, Level, Sign
from walktrack.exchange.sign_lines import LEVEL_LINES, SIGN_LINES


@dataclass(frozen=True, slots=True)
class FixedWords:
    """Words in the language of the window; `english` is empty unless it is to stand beside."""

    words: str
    english: str = ""


class SignTexts(QObject):
    """Holds the list, the levels and the conditions."""

    def sign(self, sign: Sign) -> FixedWords:
        """Return a line of the list."""
        return self._beside(self._signs()[sign], _split(SIGN_LINES[sign]))

    def level(self, level: Level) -> FixedWords:
        """Return what to do."""
        return self._beside(self._levels()[level], LEVEL_LINES[level])

    def nothing(self) -> FixedWords:
        """Return what is shown if nothing was ticked."""
        english = (
            "You ticked nothing. This list cannot rule out a problem. "
            "If you are worried, ask a doctor."
        )
        words = self.tr(
            "You ticked nothing. This list cannot rule out a problem. "
            "If you are worried, ask a doctor."
        )
        return self._beside(words, english)

    def advice(self) -> FixedWords:
        """Return what is shown if any of the conditions is ticked."""
        words = self.tr("Ask your doctor or physio before you start.")
        return self._beside(words, "Ask your doctor or physio before you start.")

    def level_name(self, level: Level | None) -> str:
        """Return the name of a level, or of no level."""
        if level is None:
            return self.tr("Warning signs")
        return {
            Level.EMERGENCY: self.tr("Emergency now"),
            Level.DOCTOR: self.tr("See a doctor soon"),
            Level.PAUSE: self.tr("Pause and watch"),
        }[level]

    def condition(self, condition: Condition) -> str:
        """Return what is asked once."""
        return {
            Condition.INJURY: self.tr("A recent injury"),
            Condition.SURGERY: self.tr("Back surgery in the last year"),
            Condition.NARROWED_SPINE: self.tr("A narrowed spine"),
            Condition.SLIPPED_DISC: self.tr("A slipped disc"),
            Condition.SCIATICA: self.tr("Sciatica: nerve pain down a leg"),
            Condition.WEAK_BONES: self.tr("Weak bones"),
            Condition.HEART_OR_LUNGS: self.tr("Heart or lung disease"),
            Condition.PREGNANCY: self.tr("A pregnancy"),
            Condition.BALANCE: self.tr("Balance problems or falls"),
        }[condition]

    def _beside(self, words: str, english: str) -> FixedWords:
        checked = self.tr("not checked by a clinician") == f"checked {TEXT_VERSION}"
        return FixedWords(words, "" if checked or words == english else english)

    def _levels(self) -> dict[Level, str]:
        return {
            Level.EMERGENCY: self.tr(
                "Get emergency help now. Call your local emergency number or go to the nearest "
                "emergency department. Do not drive yourself. Do not wait to see if it gets better."
            ),
            Level.DOCTOR: self.tr(
                "See a doctor soon. Call your doctor or a health advice line today. "
                "Show them this record."
            ),
            Level.PAUSE: self.tr(
                "Stop for now. Rest a little, then move gently. If it is not better in two days, "
                "or it comes back, talk to a doctor or physio."
            ),
        }

    def _signs(self) -> dict[Sign, str]:
        return {
            Sign.NUMB_SADDLE: self.tr(
                "Numb or tingling feeling around your private parts, bottom or inner thighs "
                "(the parts that would touch a saddle)."
            ),
            Sign.BLADDER: self.tr(
                "New trouble with pee: you cannot start, cannot stop, leak, or cannot feel when "
                "you need to go."
            ),
            Sign.BOWEL: self.tr(
                "New loss of bowel control, or you cannot feel it when you poo or wipe."
            ),
            Sign.SEX: self.tr(
                "Back or leg pain with a new change in feeling during sex, or new trouble getting "
                "an erection."
            ),
            Sign.BOTH_LEGS: self.tr(
                "New weakness, numb feeling or tingling in both legs, or a leg or foot that is "
                "getting weaker."
            ),
            Sign.ACCIDENT: self.tr("Back pain that began after a bad accident or a big fall."),
            Sign.CHEST: self.tr("Chest pain, trouble breathing, or you fainted."),
            Sign.SUDDEN_PAIN: self.tr(
                "Sudden, very bad pain in your back or tummy and you feel faint, sweaty or sick."
            ),
            Sign.FEVER: self.tr("Back pain with a fever, chills, or feeling very ill."),
            Sign.WEIGHT_LOSS: self.tr("You are losing weight and do not know why."),
            Sign.CANCER: self.tr(
                "You have had cancer at any time and this back pain is new or not like your usual "
                "pain."
            ),
            Sign.PAIN_AT_REST: self.tr(
                "Pain that stays bad at night or at rest, in every position."
            ),
            Sign.ONE_LEG: self.tr("New numb feeling, tingling or weakness in one leg."),
            Sign.SMALL_FALL: self.tr(
                "New back pain after a small fall, knock or lift,\nand you are over 65, have weak "
                "bones, or take steroid tablets."
            ),
            Sign.SHAPE: self.tr("A new lump, or your back has changed shape."),
            Sign.INFECTIONS: self.tr(
                "You get infections easily, had one in the last few weeks, or inject drugs, and "
                "have new back pain."
            ),
            Sign.HEAVY_LEGS: self.tr(
                "Your legs hurt, cramp or feel heavy when you walk, and feel better when you sit "
                "or lean forward."
            ),
            Sign.NO_BETTER: self.tr("Your pain is very bad, or is no better after six weeks."),
            Sign.SHARP_PAIN: self.tr("Sharp pain that made you stop."),
            Sign.GIVING_WAY: self.tr("Your back felt as if it would give way or catch."),
            Sign.DIZZY: self.tr("You felt dizzy or nearly fell."),
            Sign.STILL_UP: self.tr(
                "Pain was still up the morning after more than one walk this week."
            ),
        }


def _split(line: str) -> str:
    """Return a line as the screen shows it: the one of 22 words stands on two lines."""
    return line.replace("knock or lift, and you", "knock or lift,\nand you")
