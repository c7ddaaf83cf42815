"""Two short questions after a walk that stirred the pain, and what the answers lead to."""

from enum import StrEnum

from walktrack.domain.pain import WalkPain
from walktrack.domain.warning_signs import Sign

RISE = 2
"""How far pain must rise on a walk for the questions to be asked: a change people notice
(Ostelo et al. 2008, Spine 33:90-94)."""


class Felt(StrEnum):
    """Whether a sharp pain ended the walk, or the back felt as if it would give way."""

    NEITHER = "neither"
    SHARP = "sharp"
    GIVING_WAY = "giving_way"


class Legs(StrEnum):
    """Whether a leg is newly numb, tingling or weak; WORSE is one that is getting weaker."""

    NEITHER = "neither"
    ONE = "one"
    WORSE = "both_or_weaker"


_FELT = {Felt.SHARP: Sign.SHARP_PAIN, Felt.GIVING_WAY: Sign.GIVING_WAY}
_LEGS = {Legs.ONE: Sign.ONE_LEG, Legs.WORSE: Sign.BOTH_LEGS}


def are_asked(pain: WalkPain, *, stopped_for_pain: bool) -> bool:
    """Say whether the questions are asked after a walk; a carer's guess is a number too."""
    if stopped_for_pain:
        return True
    if pain.before is None or pain.after is None:
        return False
    return pain.after.value - pain.before.value >= RISE


def signs_of(felt: Felt | None, legs: Legs | None) -> frozenset[Sign]:
    """Return the warning signs that the answers are; None is a question left out."""
    found = {_FELT.get(felt) if felt else None, _LEGS.get(legs) if legs else None}
    return frozenset(sign for sign in found if sign)
