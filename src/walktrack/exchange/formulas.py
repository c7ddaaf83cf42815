"""Keeps a spreadsheet from running a person's words as a formula, in a way that can be undone."""

from unicodedata import category, normalize

_MARK = "'"
_STARTS = frozenset("=+-@|%\u2212")
_CONTROLS = frozenset("\t\r\n")
_UNSEEN = "ZC"  # the first letters of Unicode's categories of blanks and control characters


def guard(text: str) -> str:
    """Return the text, with a leading ``'`` if a spreadsheet could take it for a formula.

    That is text whose first character, also after blanks, unseen characters or a byte order
    mark, is one of ``= + - @ tab CR LF | %`` or a wide or small form of them. Text that begins
    with ``'`` gets one more, so that `unguard` always finds what was typed.
    """
    return _MARK + text if text.startswith(_MARK) or _could_run(text) else text


def unguard(cell: str) -> str:
    """Return what was typed; the exact inverse of `guard`."""
    return cell.removeprefix(_MARK)


def _could_run(text: str) -> bool:
    for letter in text:
        if letter in _CONTROLS:
            return True
        if category(letter)[0] not in _UNSEEN:
            return normalize("NFKC", letter)[0] in _STARTS
    return False
