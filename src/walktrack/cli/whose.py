"""Whose diary a verb without a window is about."""

from collections.abc import Sequence

from walktrack.cli.reports import CannotError
from walktrack.domain.person import Person

_MOST_NAMES = 10


def find_person(people: Sequence[Person], name: str) -> Person:
    """Return who goes by this name, or is the only one whose name begins so.

    Large and small letters are alike. CannotError, with the names there are, if it is nobody or
    could be several.
    """
    wanted = " ".join(name.split()).casefold()
    same = [each for each in people if each.name.casefold() == wanted]
    found = same or [each for each in people if wanted and each.name.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f'"{name}" could be {_names(found)}. Please give the whole name.'
    else:
        message = f'There is nobody called "{name}" in the diary. There is {_names(people)}.'
    raise CannotError(message)


def _names(people: Sequence[Person]) -> str:
    names = [each.name or "one person without a name" for each in people[:_MOST_NAMES]]
    more = len(people) - len(names)
    if more:
        names.append(f"{more:,} more")
    if not names:
        return "nobody yet"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
