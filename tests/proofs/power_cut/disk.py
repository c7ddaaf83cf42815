"""A disk that knows what would survive a power cut, and what only might.

A file's bytes are safe once the file was synced, a name in a folder once the folder was. What came
after is "pending": any of it may be on the disk, in any order, or none of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = 0


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes written into a file."""

    node: int
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file cut short, or made longer with zeros."""

    node: int
    size: int


@dataclass(frozen=True, slots=True)
class Named:
    """Names of a folder that changed in one go; None where there is no such name any more."""

    node: int
    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Sync:
    """All of a file or of a folder's names was asked to be safe, and is."""

    node: int


@dataclass(frozen=True, slots=True)
class Told:
    """A line the program told the outside world: from here on it has to be true."""

    line: str


Event = Write | Resize | Named | Sync | Told


@dataclass(slots=True)
class File:
    """`versions` are its bytes when last synced and after each change since; the last is now."""

    versions: list[bytes] = field(default_factory=lambda: [b""])
    touched: list[tuple[int, int]] = field(default_factory=list)
    born: list[int] = field(default_factory=list)

    @property
    def now(self) -> bytes:
        return self.versions[-1]


@dataclass(slots=True)
class Folder:
    """`safe` are its names when last synced, `changes` those since; `now` is all of it."""

    safe: dict[str, int] = field(default_factory=dict)
    now: dict[str, int] = field(default_factory=dict)
    changes: list[Named] = field(default_factory=list)
    born: list[int] = field(default_factory=list)


class Disk:
    """Files and folders by number, as events change them. `clock` counts the events."""

    def __init__(self) -> None:
        self.nodes: dict[int, File | Folder] = {ROOT: Folder()}
        self.clock = 0

    @classmethod
    def holding(cls, folder: Path) -> "Disk":
        """Return a disk on which all that is in a folder is safe."""
        disk = cls()
        disk._take_in(folder, ROOT)
        return disk

    def file(self, node: int) -> File:
        found = self.nodes[node]
        assert isinstance(found, File)
        return found

    def folder(self, node: int) -> Folder:
        found = self.nodes[node]
        assert isinstance(found, Folder)
        return found

    def new(self, node: File | Folder) -> int:
        """Give a file or a folder a number; it has no name yet."""
        self.nodes[len(self.nodes)] = node
        return len(self.nodes) - 1

    def apply(self, event: Event) -> None:
        """Let something happen."""
        self.clock += 1
        match event:
            case Write(node, at, data):
                was = self.file(node).now.ljust(at, b"\0")
                self._change(node, was[:at] + data + was[at + len(data) :], at, at + len(data))
            case Resize(node, size):
                was = self.file(node).now
                self._change(node, was[:size].ljust(size, b"\0"), size, max(size, len(was)))
            case Named(node, names):
                folder = self.folder(node)
                rename(folder.now, names)
                folder.changes.append(event)
                folder.born.append(self.clock)
            case Sync(node):
                self._sync(node)
            case Told():
                pass

    def _change(self, node: int, now: bytes, first: int, end: int) -> None:
        file = self.file(node)
        file.versions.append(now)
        file.touched.append((first, end))
        file.born.append(self.clock)

    def _sync(self, node: int) -> None:
        found = self.nodes[node]
        found.born.clear()
        if isinstance(found, File):
            del found.versions[:-1]
            found.touched.clear()
        else:
            found.safe = dict(found.now)
            found.changes.clear()

    def _take_in(self, folder: Path, node: int) -> None:
        names = {}
        for path in sorted(folder.iterdir()):
            names[path.name] = self.new(Folder() if path.is_dir() else File([path.read_bytes()]))
            if path.is_dir():
                self._take_in(path, names[path.name])
        self.nodes[node] = Folder(safe=names, now=dict(names))


def rename(names: dict[str, int], changes: tuple[tuple[str, int | None], ...]) -> None:
    """Change the names of a folder."""
    for name, node in changes:
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


Tree = Mapping[str, bytes | None]
"""What a folder holds: the bytes of each file by its path, None for a folder."""


def tree_now(disk: Disk, node: int = ROOT, under: str = "") -> dict[str, bytes | None]:
    """Return what a program would see now."""
    found: dict[str, bytes | None] = {}
    for name, inside in disk.folder(node).now.items():
        item = disk.nodes[inside]
        found[under + name] = item.now if isinstance(item, File) else None
        if isinstance(item, Folder):
            found |= tree_now(disk, inside, f"{under}{name}/")
    return found


def tree_of(folder: Path) -> dict[str, bytes | None]:
    """Return what is in a real folder."""
    return dict(_walk(folder, folder))


def _walk(folder: Path, root: Path) -> Iterator[tuple[str, bytes | None]]:
    for path in folder.iterdir():
        name = path.relative_to(root).as_posix()
        if path.is_dir():
            yield name, None
            yield from _walk(path, root)
        else:
            yield name, path.read_bytes()
