"""Follows the system calls of a program and says what they did to one folder."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.proofs.power_cut.calls import Call
from tests.proofs.power_cut.disk import (
    ROOT,
    Disk,
    Event,
    File,
    Folder,
    Named,
    Resize,
    Sync,
    Told,
    Write,
)

_STDOUT = 1
Place = tuple[int, str]  # a folder's number, and a name in it


class NotFollowedError(Exception):
    """A call on a watched file that this module has no rule for; it must not be passed over."""


class Follower:
    """Turns calls into events, each applied to the disk before the next call is read."""

    def __init__(self, disk: Disk, root: Path) -> None:
        self._disk = disk
        self._root = str(root)
        self._open: dict[int, int] = {}  # descriptor: the file or folder it stands for
        self._at: dict[int, int | None] = {}  # descriptor: where it writes next; None at the end
        self._said = b""
        self._rules: dict[str, Callable[[Call], Iterator[Event]]] = {
            "open": self._opened,
            "openat": self._opened,
            "close": self._closed,
            "dup": self._doubled,
            "dup2": self._doubled,
            "dup3": self._doubled,
            "fcntl": self._controlled,
            "lseek": self._sought,
            "write": self._written,
            "writev": self._written,
            "pwrite64": self._written_at,
            "sendfile": self._sent,
            "fsync": self._synced,
            "fdatasync": self._synced,
            "ftruncate": self._resized,
            "unlink": self._removed,
            "unlinkat": self._removed,
            "rmdir": self._removed,
            "rename": self._renamed,
            "renameat": self._renamed,
            "renameat2": self._renamed,
            "link": self._linked,
            "linkat": self._linked,
            "mkdir": self._folder_made,
            "mkdirat": self._folder_made,
        }

    def events(self, calls: list[Call]) -> Iterator[Event]:
        """Apply what each call did to the disk, and give it back."""
        for call in calls:
            for event in self._rules.get(call.name, self._unknown)(call):
                self._disk.apply(event)
                yield event

    def _unknown(self, call: Call) -> Iterator[Event]:
        about_files = any(int(word) in self._open for word in call.words if word.isdigit())
        harmless = call.name == "mmap" and "MAP_PRIVATE" in call.words[3]
        if (about_files and not harmless) or any(map(self._is_ours, call.texts)):
            raise NotFollowedError(call)
        return iter(())

    def _opened(self, call: Call) -> Iterator[Event]:
        self._open.pop(call.result, None)
        place = self._place(call, 0)
        if place is None:
            return
        flags = next(word for word in call.words if word.startswith("O_")).split("|")
        if "O_TMPFILE" in flags:
            raise NotFollowedError(call)
        node = self._node(place)
        if node is None:
            node = self._disk.new(File())
            yield Named(place[0], ((place[1], node),))
        elif "O_TRUNC" in flags and self._disk.file(node).now:
            yield Resize(node, 0)
        self._open[call.result] = node
        self._at[call.result] = None if "O_APPEND" in flags else 0

    def _closed(self, call: Call) -> Iterator[Event]:
        self._open.pop(int(call.words[0]), None)
        return iter(())

    def _doubled(self, call: Call) -> Iterator[Event]:
        self._open.pop(call.result, None)
        node = self._open.get(int(call.words[0]))
        if node is not None:
            if isinstance(self._disk.nodes[node], File):  # the two share one place in the file
                raise NotFollowedError(call)
            self._open[call.result] = node
        return iter(())

    def _controlled(self, call: Call) -> Iterator[Event]:
        return self._doubled(call) if call.words[1].startswith("F_DUPFD") else iter(())

    def _sought(self, call: Call) -> Iterator[Event]:
        number = int(call.words[0])
        if number in self._open and self._at[number] is not None:
            self._at[number] = call.result
        return iter(())

    def _written(self, call: Call) -> Iterator[Event]:
        number, data = int(call.words[0]), b"".join(call.texts)[: call.result]
        if number in self._open:
            node = self._open[number]
            at = self._at[number]
            if at is None:
                yield Write(node, len(self._disk.file(node).now), data)
            else:
                self._at[number] = at + len(data)
                yield Write(node, at, data)
        elif number == _STDOUT:
            *lines, self._said = (self._said + data).split(b"\n")
            for line in lines:
                yield Told(line.decode())

    def _sent(self, call: Call) -> Iterator[Event]:
        target, source = (int(word) for word in call.words[:2])
        if target not in self._open:
            return
        start = re.match(r"\[(\d+)\]", call.words[2])
        at = self._at[target]
        if source not in self._open or start is None or at is None:
            raise NotFollowedError(call)
        first = int(start[1])
        data = self._disk.file(self._open[source]).now[first : first + call.result]
        self._at[target] = at + len(data)
        yield Write(self._open[target], at, data)

    def _written_at(self, call: Call) -> Iterator[Event]:
        number = int(call.words[0])
        if number in self._open:
            yield Write(self._open[number], int(call.words[3]), call.texts[0][: call.result])

    def _synced(self, call: Call) -> Iterator[Event]:
        number = int(call.words[0])
        if number in self._open:
            yield Sync(self._open[number])

    def _resized(self, call: Call) -> Iterator[Event]:
        number = int(call.words[0])
        if number in self._open:
            yield Resize(self._open[number], int(call.words[1]))

    def _removed(self, call: Call) -> Iterator[Event]:
        place = self._place(call, 0)
        if place is not None:
            yield Named(place[0], ((place[1], None),))

    def _renamed(self, call: Call) -> Iterator[Event]:
        old, new = self._place(call, 0), self._place(call, 1)
        if old is None and new is None:
            return
        if old is None or new is None or "RENAME_EXCHANGE" in call.words[-1]:
            raise NotFollowedError(call)
        node = self._node(old)
        if old[0] == new[0]:
            yield Named(old[0], ((old[1], None), (new[1], node)))
        else:  # two folders, which may be synced apart
            yield Named(new[0], ((new[1], node),))
            yield Named(old[0], ((old[1], None),))

    def _linked(self, call: Call) -> Iterator[Event]:
        old, new = self._place(call, 0), self._place(call, 1)
        if new is not None:
            if old is None:
                raise NotFollowedError(call)
            yield Named(new[0], ((new[1], self._node(old)),))

    def _folder_made(self, call: Call) -> Iterator[Event]:
        place = self._place(call, 0)
        if place is not None:
            yield Named(place[0], ((place[1], self._disk.new(Folder())),))

    def _is_ours(self, text: bytes) -> bool:
        return text.decode(errors="replace").startswith(f"{self._root}/")

    def _place(self, call: Call, which: int) -> Place | None:
        """Return the place a path of a call means, or None if it is not in the folder."""
        path = call.texts[which].decode()
        starts = [word for word in call.words if re.fullmatch(r"AT_FDCWD|\d+", word)]
        if path == self._root:
            return ROOT, "."
        if path.startswith(f"{self._root}/"):
            folder, parts = ROOT, path.removeprefix(f"{self._root}/").split("/")
        elif not path.startswith("/") and call.name.endswith("at") and starts[which].isdigit():
            if int(starts[which]) not in self._open:
                return None
            folder, parts = self._open[int(starts[which])], path.split("/")
        else:
            return None
        for part in parts[:-1]:
            folder = self._disk.folder(folder).now[part]
        return folder, parts[-1]

    def _node(self, place: Place) -> int | None:
        folder, name = place
        return folder if name in {"", "."} else self._disk.folder(folder).now.get(name)
