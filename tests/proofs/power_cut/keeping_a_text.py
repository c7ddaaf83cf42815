"""A recorded program of a few lines: it keeps a text in a file, carefully or not.

Its arguments are a folder, and "replace" (write anew, then take the name), "synced" (the same, and
see to it that bytes and name are on the disk) or "copy".
"""

import os
import shutil
import sys
from pathlib import Path


def main(root: str, manner: str) -> None:
    folder = Path(root)
    text, new = folder / "text", folder / "text.new"
    with new.open("w") as file:
        file.write("new" * 1000)
        file.flush()
        if manner == "synced":
            os.fsync(file.fileno())
    if manner == "copy":
        shutil.copyfile(new, text)
    else:
        new.replace(text)
    if manner == "synced":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    print("kept", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
