"""People in words: what they are called, who writes, and what there is to type to remove one."""

import unicodedata

from PySide6.QtCore import QCoreApplication

from walktrack.domain.bin import BinnedPerson
from walktrack.domain.moment import Moment
from walktrack.domain.person import Person, PersonColour
from walktrack.domain.recorder import Hand
from walktrack.ui.words import day_words, time_words

_TYPED_LENGTH = 30


def name_of(person: Person) -> str:
    """Return what a person is called; who has no name that can be seen has "My diary"."""
    if any(letter.isprintable() and not letter.isspace() for letter in person.name):
        return person.name
    return QCoreApplication.translate("People", "My diary")


def spoken_button(person: Person, hand: Hand) -> str:
    """Return what is read aloud of the button in the top bar: whose diary, who writes, its use."""
    if person.name:
        words = QCoreApplication.translate("People", "Diary of {name}")
    else:
        words = QCoreApplication.translate("People", "My diary")
    whose = words.format(name=person.name)
    use = QCoreApplication.translate("People", "People and who writes.")
    if hand.is_self:
        return f"{whose}. {use}"
    by = QCoreApplication.translate("People", "Written by {writer}").format(writer=hand.name)
    return f"{whose}. {by}. {use}"


def written_by(hand: Hand) -> str:
    """Return who writes, as it stands under the name; nothing while the person writes."""
    if hand.is_self:
        return ""
    return QCoreApplication.translate("People", "written by {writer}").format(writer=hand.name)


def writes_sentence(person: Person, hand: Hand) -> str:
    """Return what it means that they write."""
    if hand.is_self:
        words = QCoreApplication.translate(
            "People", "What is written from now on counts as {name}’s own words."
        )
        return words.format(name=name_of(person)) if person.name else _own_words()
    words = QCoreApplication.translate(
        "People", "Each walk and rating from now on bears the name {writer}, until you change it."
    )
    return words.format(writer=hand.name)


def colour_word(colour: PersonColour) -> str:
    """Return the name of a colour."""
    return {
        PersonColour.GREEN: QCoreApplication.translate("People", "Green"),
        PersonColour.BLUE: QCoreApplication.translate("People", "Blue"),
        PersonColour.PURPLE: QCoreApplication.translate("People", "Purple"),
        PersonColour.RED: QCoreApplication.translate("People", "Red"),
        PersonColour.BROWN: QCoreApplication.translate("People", "Brown"),
        PersonColour.GREY: QCoreApplication.translate("People", "Grey"),
    }[colour]


def state_words(person: Person, *, is_open: bool) -> str:
    """Return the second line of a person in a list; mostly nothing."""
    if is_open:
        return QCoreApplication.translate("People", "Open now")
    return QCoreApplication.translate("People", "Archived") if person.archived else ""


def removed_words(binned: BinnedPerson, now: Moment) -> str:
    """Return when a person was removed, and how long they are kept for still."""
    when = Moment(binned.removed_ms, now.offset)
    words = QCoreApplication.translate("People", "Removed: {day}, {time}  ·  {left}")
    left = binned.days_left(now)
    if left > 1:
        stays = QCoreApplication.translate("People", "{days} days left").format(days=left)
    elif left == 1:
        stays = QCoreApplication.translate("People", "1 day left")
    else:
        stays = QCoreApplication.translate("People", "Goes soon, at a start of WalkTrack")
    day, time = day_words(when.day, now.day), time_words(when.local())
    return words.format(day=day, time=time, left=stays)


def to_type(person: Person) -> str:
    """Return what has to be typed before a person is removed: their name, as far as it can be.

    Of a very long name it is the beginning; marks that nobody can see are left out.
    """
    seen = "".join(letter for letter in person.name if letter.isprintable())
    return " ".join(seen.split())[:_TYPED_LENGTH].strip() or QCoreApplication.translate(
        "People", "remove"
    )


def is_typed(typed: str, person: Person) -> bool:
    """Say whether this is what has to be typed; large and small letters are alike."""
    return _plain(typed) in {_plain(to_type(person)), _plain(person.name) or None}


def _plain(text: str) -> str:
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return unicodedata.normalize("NFKC", " ".join(seen.split())).casefold()


def _own_words() -> str:
    return QCoreApplication.translate(
        "People", "What is written from now on counts as your own words."
    )
