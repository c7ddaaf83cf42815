"""Replays a recorded run: makes the images of a cut at every point, and has each one judged."""

import copy
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.proofs.power_cut.calls import Call, record
from tests.proofs.power_cut.disk import Disk, Told, Tree, tree_now, tree_of
from tests.proofs.power_cut.follow import Follower
from tests.proofs.power_cut.images import Image, cuts

CHECKOUT = Path(__file__).parents[3]
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it

Judge = Callable[[Path, Sequence[str]], str]
"""Looks at a folder after the cut, knowing the lines told before; returns what is wrong, or ""."""


@dataclass(frozen=True, slots=True)
class Run:
    """A program's recorded run: what its folder held before and after, and its system calls."""

    root: Path
    before: Disk
    calls: list[Call]
    after: Tree


@dataclass(frozen=True, slots=True)
class Bad:
    """An image that was found wanting."""

    image: Image
    wrong: str

    def __str__(self) -> str:
        told = self.image.told[-1] if self.image.told else "nothing told"
        return f"{self.wrong} ({told}; {self.image.how}; {', '.join(self.image.tree)})"


@dataclass(frozen=True, slots=True)
class Report:
    """How many images were looked at, all of them different, and the bad ones among them."""

    images: int
    bad: tuple[Bad, ...]

    def __str__(self) -> str:
        shown = "".join(f"\n  {bad}" for bad in self.bad[:10])
        return f"{len(self.bad)} bad of {self.images} images{shown}"


def run(module: str, root: Path, *arguments: str) -> Run:
    """Record `python -m module root arguments…`; what is in the folder before counts as safe."""
    before = Disk.holding(root)
    command = [sys.executable, "-m", module, str(root), *arguments]
    log = root.with_name(f"{root.name}.calls")
    calls = record(command, log, CHECKOUT)
    return Run(root, before, calls, tree_of(root))


def images(recorded: Run, draws: int, chance: Random, share: float = 1) -> Iterator[Image]:
    """Return the different images of cuts at every point of a run, or a share of them.

    AssertionError if the disk followed to the end is not the folder the program really left.
    """
    disk, seen, told = copy.deepcopy(recorded.before), set[bytes](), ()
    for event in Follower(disk, recorded.root).events(recorded.calls):
        if isinstance(event, Told):
            told = (*told, event.line)
        for cut in cuts(disk, draws, chance):
            if share < 1 and chance.random() >= share:
                continue
            tree = cut.tree(disk)
            if (mark := _mark(tree, told)) not in seen:
                seen.add(mark)
                yield Image(tree, told, f"bytes {cut.data}, names {cut.names}")
    assert tree_now(disk) == recorded.after


def replay(recorded: Run, judge: Judge, draws: int, seed: int, share: float = 1) -> Report:
    """Lay out each image in a fresh folder, in memory where there is such a place, and judge it."""
    count, bad = 0, []
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="walktrack-power-cut-", dir=place) as folder:
        for image in images(recorded, draws, Random(seed), share):
            count += 1
            root = Path(folder) / str(count)
            lay(image.tree, root)
            if wrong := judge(root, image.told):
                bad.append(Bad(image, wrong))
            shutil.rmtree(root)
    return Report(count, tuple(bad))


def lay(tree: Tree, root: Path) -> None:
    """Write an image into a new folder."""
    root.mkdir()
    for name, content in tree.items():
        if content is None:
            (root / name).mkdir()
        else:
            (root / name).write_bytes(content)


def _mark(tree: Tree, told: Sequence[str]) -> bytes:
    mark = hashlib.blake2b(repr(told).encode())
    for name, content in tree.items():
        mark.update(f"\0{name}\0{content is None}{len(content or b'')}\0".encode())
        mark.update(content or b"")
    return mark.digest()
