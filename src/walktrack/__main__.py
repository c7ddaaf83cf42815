"""Where the program starts: a verb without a window, or the window."""

import os
import sys

from walktrack import cli


def main() -> int:
    """Do what the command line asks for and return the exit code."""
    asked = cli.parse(sys.argv[1:])
    os.umask(0o077)  # what is written from here on is for its owner alone
    if asked.verb:
        return cli.run(asked)
    from walktrack import app  # noqa: PLC0415 - a verb without a window loads no Qt

    return app.run(asked.data_dir, example=asked.example)


if __name__ == "__main__":
    sys.exit(main())
