"""What the program understands when it is started, and what it does without a window.

Every start passes here on its way to the window, so what a verb needs is loaded by that verb.
"""

import argparse
from collections.abc import Sequence

from walktrack import __version__
from walktrack.domain.period import Range
from walktrack.exchange.columns import What
from walktrack.exchange.style import CsvStyle

STANDARD_OUTPUT = "-"
WENT_WRONG = 1


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; `verb` is None for the window.

    Exits with 0 after --help and --version, with 2 and a sentence for what it cannot understand.
    """
    parser = argparse.ArgumentParser("walktrack", description="A diary for walks and back pain.")
    _data_dir(parser, None)
    parser.add_argument(
        "--example", action="store_true", help="show a made-up diary, apart from your own"
    )
    parser.add_argument("--version", action="version", version=f"WalkTrack {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="export, import")
    _export_arguments(verbs.add_parser("export", help="write your records to a CSV file"))
    _import_arguments(verbs.add_parser("import", help="bring in CSV files"))
    asked = parser.parse_args(arguments)
    if asked.verb == "export":
        if asked.last and (asked.first or asked.until):
            parser.error("give either --last, or --from and --to")
        if asked.out == STANDARD_OUTPUT and asked.what == What.EVERYTHING:
            parser.error("everything is a folder and cannot go to standard output")
    return asked


def main(arguments: Sequence[str]) -> int:
    """Do what was asked without a window; return the exit code."""
    return run(parse(arguments))


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; return 0, or 3 or (for an error of ours) 1 after a sentence."""
    from walktrack import paths  # noqa: PLC0415 - not on the way to the window
    from walktrack.clock import SystemClock  # noqa: PLC0415
    from walktrack.watch import Watch  # noqa: PLC0415

    with Watch(lambda: paths.log_dir(asked.data_dir), SystemClock()):
        if asked.verb == "import":
            from walktrack.cli.importing import run as bring_in  # noqa: PLC0415

            return bring_in(asked)
        from walktrack.cli.export import run as export  # noqa: PLC0415

        return export(asked)
    return WENT_WRONG


def _data_dir(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--data-dir", metavar="DIR", default=default, help="folder of the diary")


def _person(parser: argparse.ArgumentParser) -> None:
    words = "whose records, or how the name begins; the person whose diary is open if not given"
    parser.add_argument("--person", metavar="NAME", help=words)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _data_dir(parser, argparse.SUPPRESS)  # one given before "export" is not to be lost
    _person(parser)
    parser.add_argument("--from", dest="first", metavar="DATE", help="first day, as 2026-11-22")
    parser.add_argument("--to", dest="until", metavar="DATE", help="last day; today if not given")
    ranges = [chosen.value for chosen in (Range.FOUR_WEEKS, Range.TWELVE_WEEKS, Range.ALL)]
    parser.add_argument("--last", choices=ranges, help="a stretch up to today instead of dates")
    files = [what.value for what in What]
    parser.add_argument(
        "--what", choices=files, default=What.WALKS.value, metavar="WHAT",
        help=f"{', '.join(files)}; walks if not given",
    )  # fmt: skip
    parser.add_argument("--out", required=True, metavar="FILE", help="a file, a folder, or -")
    parser.add_argument(
        "--style", choices=["auto", *(style.value for style in CsvStyle)], default="auto",
        help='"comma" writes 12.5 and "semicolon" 12,5; auto follows your country',
    )  # fmt: skip


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    _data_dir(parser, argparse.SUPPRESS)
    _person(parser)
    parser.add_argument(
        "files", nargs="+", metavar="FILE",
        help="walks.csv, pain.csv and the other files, or their folder; or one other table",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument(
        "--leave-out", action="store_true", help="go on without the lines that cannot be read"
    )
    _table_arguments(parser)


def _table_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be said about a table of another program, most of which it tells itself."""
    group = parser.add_argument_group("for a table of another program, where it does not tell")
    group.add_argument("--as", dest="rows", choices=["walks", "ratings"], help="what each row is")
    group.add_argument(
        "--map", action="append", metavar="FIELD=COLUMN,...",
        help="which column is what, by its name, letter or number, as date=Date,minutes=Duration; "
        "note= says there is none; "
        "walks have date, start, end, minutes, pain_before, pain_after and note, "
        "ratings date, time, pain, moment and note",
    )  # fmt: skip
    group.add_argument(
        "--dates", choices=["dmy", "mdy", "ymd"], help="how dates are written: dmy is 31/12/2026"
    )
    group.add_argument(
        "--unit", choices=["minutes", "hours", "seconds", "h:mm", "m:ss"],
        help="how the length of a walk is written",
    )  # fmt: skip
    group.add_argument(
        "--moment", choices=["time", "day"],
        help="what ratings are about: that time, or the day on average",
    )  # fmt: skip
    group.add_argument(
        "--scale", choices=["10", "100"],
        help="the highest pain number there can be; of 100, each is divided by 10 and rounded",
    )  # fmt: skip
    group.add_argument("--separator", choices=["comma", "semicolon", "tab", "pipe"])
    group.add_argument("--decimal", choices=["point", "comma"], help="the decimal sign")
    group.add_argument("--letters", choices=["utf-8", "utf-16", "windows"])
    group.add_argument("--no-names", action="store_true", help="the first row is no row of names")
