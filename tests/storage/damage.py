"""The kinds of damage a diary's file can take: each makes other bytes of those of a sound one."""

import sqlite3
from contextlib import closing
from random import Random

from walktrack.domain.faults import Fault
from walktrack.storage import migrate

PAGE = 4096
HEADER = 100


def emptied(whole):
    return b""


def cut_in_the_header(whole):
    return whole[:50]


def cut_after_the_header(whole):
    return whole[:HEADER]


def cut_in_the_first_page(whole):
    return whole[:1500]


def cut_between_pages(whole):
    return whole[: len(whole) // PAGE // 2 * PAGE]


def cut_near_the_end(whole):
    return whole[: -PAGE - 1500]


def magic_gone(whole):
    return b"x" * 16 + whole[16:]


def version_gone(whole):
    return whole[:60] + bytes(4) + whole[64:]


def zeroed(whole):
    return bytes(len(whole))


def second_half_zeroed(whole):
    half = len(whole) // PAGE // 2 * PAGE
    return whole[:half] + bytes(len(whole) - half)


def garbage(whole):
    return Random(1).randbytes(len(whole))


def garbage_after_the_header(whole):
    return whole[:HEADER] + Random(2).randbytes(len(whole) - HEADER)


def first_page_garbled(whole):
    return whole[:HEADER] + Random(3).randbytes(PAGE - HEADER) + whole[PAGE:]


def header_zeroed(whole):
    return bytes(HEADER) + whole[HEADER:]


def page_garbled(whole, number=None):
    """Garble one page, counted from 0; the middle one unless told."""
    start = (len(whole) // PAGE // 2 if number is None else number) * PAGE
    return whole[:start] + Random(4).randbytes(PAGE) + whole[start + PAGE :]


def page_lost(whole, number):
    """Zero one page, counted from 0."""
    return whole[: number * PAGE] + bytes(PAGE) + whole[(number + 1) * PAGE :]


def of_another_program(whole):
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE theirs (x TEXT, y INTEGER)")
        other.executemany("INSERT INTO theirs VALUES (?, ?)", [("x", n) for n in range(500)])
        other.commit()
        return other.serialize()


def of_a_newer_program(whole):
    return whole[:60] + (migrate.NEWEST + 1).to_bytes(4, "big") + whole[64:]


def bit_flipped(whole, bit):
    """Turn over one bit, counted from the first of the file."""
    changed = bytearray(whole)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


KINDS = {
    emptied: Fault.DAMAGED,
    cut_in_the_header: Fault.DAMAGED,
    cut_after_the_header: Fault.DAMAGED,
    cut_in_the_first_page: Fault.DAMAGED,
    cut_between_pages: Fault.DAMAGED,
    cut_near_the_end: Fault.DAMAGED,
    magic_gone: Fault.DAMAGED,
    version_gone: Fault.DAMAGED,
    zeroed: Fault.DAMAGED,
    second_half_zeroed: Fault.DAMAGED,
    garbage: Fault.NOT_A_DIARY,
    garbage_after_the_header: Fault.DAMAGED,
    first_page_garbled: Fault.DAMAGED,
    page_garbled: Fault.DAMAGED,
    header_zeroed: Fault.DAMAGED,
    of_another_program: Fault.NOT_A_DIARY,
    of_a_newer_program: Fault.NEWER,
}
