"""Recognises a word in which one letter went wrong, as a single bit gone bad leaves it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

_UUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", re.ASCII)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one known word that differs in a single letter; None if there is no such one."""
    near = [one for one in known if _one_letter_off(word, one)]
    return near[0] if len(near) == 1 else None


def relinked(lost: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Return which known id is meant by each id that is not known, where it is all but certain.

    Two ids made at random never differ in one letter only, so one of the two went wrong. Names
    that are no such ids may well lie side by side, and mean nothing by it.
    """
    halves: dict[str, list[str]] = defaultdict(list)
    for one in known:
        halves[one[: len(one) // 2]].append(one)
        halves[one[len(one) // 2 :]].append(one)
    meant: dict[str, str] = {}
    for one in lost:
        half = len(one) // 2
        near = nearest(one, {*halves.get(one[:half], ()), *halves.get(one[half:], ())})
        if near and (_UUID.fullmatch(one) or _UUID.fullmatch(near)):
            meant[one] = near
    return meant


def _one_letter_off(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
