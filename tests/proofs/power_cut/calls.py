"""Records what a program asks of the system: to open, write, sync, name and remove files."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# All that can change a file, its name or what a descriptor stands for; `mmap` to refuse it.
WATCHED = (
    "open,openat,openat2,creat,close,dup,dup2,dup3,fcntl,lseek,write,writev,pwrite64,pwritev,pwritev2,"
    "fsync,fdatasync,sync,syncfs,sync_file_range,ftruncate,truncate,fallocate,sendfile,"
    "copy_file_range,splice,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,mkdir,mkdirat,rmdir,ioctl,mmap,io_uring_setup"
)
_LONGEST = 1 << 24  # bytes of one write that are recorded in full
_STRACE = (
    *("strace", "-f", "--seccomp-bpf", "-xx", "-s", str(_LONGEST)),
    *("-e", "signal=none", "-e", f"trace={WATCHED}"),
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+|\?)")
_HALF = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>$")
_REST = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@cache
def why_not() -> str:
    """Return why nothing can be recorded here, or an empty text."""
    if sys.platform != "linux":
        return "system calls are recorded on Linux only"
    if shutil.which("strace") is None:
        return "strace is not installed"
    asked = subprocess.run([*_STRACE, "-o", os.devnull, "true"], capture_output=True, check=False)
    return "strace may not look into programs here" if asked.returncode else ""


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that succeeded: its plain arguments, its texts and what it returned."""

    name: str
    words: tuple[str, ...]
    texts: tuple[bytes, ...]
    result: int


def record(command: Sequence[str], log: Path, cwd: Path) -> list[Call]:
    """Run a program to its end and return its calls; CalledProcessError if it fails."""
    subprocess.run(
        [*_STRACE, "-o", str(log), *command],
        cwd=cwd,
        check=True,
        capture_output=True,
    )
    with log.open(encoding="ascii") as lines:
        return list(calls(lines))


def calls(lines: Iterator[str]) -> Iterator[Call]:
    """Read a log of strace; a call counts from where it returned."""
    halves: dict[str, str] = {}
    for line in lines:
        if half := _HALF.match(line):
            halves[half[1]] = half[0].removesuffix(" <unfinished ...>")
            continue
        whole = line
        if rest := _REST.match(line):
            whole = halves.pop(rest[1]) + rest[2]
        if (found := _LINE.match(whole)) and not found[4].startswith(("-", "?")):
            yield _call(found)


def _call(found: re.Match[str]) -> Call:
    texts = _TEXT.findall(found[3])
    if any(cut for _, cut in texts):
        message = f"a {found[2]} of more than {_LONGEST} bytes"
        raise ValueError(message)
    return Call(
        name=found[2],
        words=tuple(_TEXT.sub("$", found[3]).split(", ")),
        texts=tuple(bytes.fromhex(text.replace("\\x", "")) for text, _ in texts),
        result=int(found[4]),
    )
