"""Makes the images a power cut may leave of a disk: dropped, kept, mixed, torn, out of order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from random import Random

from tests.proofs.power_cut.disk import ROOT, Disk, File, Folder, Tree, rename

SECTOR = 512
PAGE = 4096


class How(StrEnum):
    """What became of the changes that were not synced.

    MIXED: each page of a file, and each name, is as it was at some time since the last sync.
    TORN: the same by sectors of 512 bytes. GARBLED: and where a file grew, but its bytes did not
    arrive, is what the disk held there before.
    """

    DROPPED = "dropped"
    KEPT = "kept"
    UP_TO = "up to some point"
    MIXED = "mixed"
    TORN = "torn"
    GARBLED = "garbled"


PLAIN = tuple(product((How.DROPPED, How.KEPT), repeat=2))
CHANCE = (How.UP_TO, How.MIXED, How.TORN, How.GARBLED)


@dataclass(frozen=True, slots=True)
class Image:
    """A folder after the cut, how it came about, and the lines told before."""

    tree: Tree = field(repr=False)
    told: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Cut:
    """One way the power fails: what becomes of bytes, what of names."""

    data: How
    names: How
    chance: Random
    until: int = 0  # for UP_TO: the last event that arrived

    def tree(self, disk: Disk) -> Tree:
        """Return the image this cut leaves of the disk."""
        contents: dict[int, bytes] = {}  # a file with two names has the same bytes under both
        return dict(self._walk(disk, ROOT, "", contents))

    def _walk(
        self, disk: Disk, node: int, under: str, contents: dict[int, bytes]
    ) -> Iterator[tuple[str, bytes | None]]:
        for name, inside in sorted(self._names(disk.folder(node)).items()):
            item = disk.nodes[inside]
            if isinstance(item, Folder):
                yield under + name, None
                yield from self._walk(disk, inside, f"{under}{name}/", contents)
            else:
                if inside not in contents:
                    contents[inside] = self._bytes(item)
                yield under + name, contents[inside]

    def _names(self, folder: Folder) -> dict[str, int]:
        if self.names is How.KEPT or not folder.changes:
            return folder.now
        names = dict(folder.safe)
        for born, change in zip(folder.born, folder.changes, strict=True):
            arrived = born <= self.until if self.names is How.UP_TO else self.chance.random() < 0.5
            if self.names is not How.DROPPED and arrived:
                rename(names, change.names)
        return names

    def _bytes(self, file: File) -> bytes:
        match self.data:
            case How.DROPPED:
                return file.versions[0]
            case How.KEPT:
                return file.now
            case How.UP_TO:
                return file.versions[sum(born <= self.until for born in file.born)]
            case _:
                return self._patchwork(file) if file.touched else file.now

    def _patchwork(self, file: File) -> bytes:
        """Put a file together of blocks that each had their own luck."""
        block = PAGE if self.data is How.MIXED else SECTOR
        size = len(self.chance.choice(file.versions))
        found = bytearray(file.versions[0][:size].ljust(size, b"\0"))
        blocks = {
            number
            for first, end in file.touched
            for number in range(first // block, -(-end // block))
        }
        for start in sorted(number * block for number in blocks if number * block < size):
            end = min(start + block, size)
            arrived = self.chance.choice(file.versions)[start:end]
            found[start:end] = arrived + self._filler(end - start - len(arrived))
        return bytes(found)

    def _filler(self, size: int) -> bytes:
        return self.chance.randbytes(size) if self.data is How.GARBLED else bytes(size)


def cuts(disk: Disk, draws: int, chance: Random) -> Iterator[Cut]:
    """Return ways the power can fail now: the four plain ones, and `draws` by chance."""
    pending = [born for node in disk.nodes.values() for born in node.born]
    if not pending:
        yield Cut(How.KEPT, How.KEPT, chance)
        return
    for data, names in PLAIN:
        yield Cut(data, names, chance)
    for draw in range(draws):
        how = CHANCE[draw % len(CHANCE)]
        names = How.UP_TO if how is How.UP_TO else How.MIXED
        yield Cut(how, names, chance, chance.choice(pending))
