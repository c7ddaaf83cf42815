"""Files that were spoilt on the way: told in words, or read as far as they can be; never half."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.services.lives import Home, lives

from walktrack.cli.import_words import bad_sentence, fate_words, line_words, note_words
from walktrack.domain.incoming import Fate
from walktrack.exchange.csv_in import BadFileError

pieces = st.sampled_from(
    [b"", b'"', b"\0", b",", b";", b"\r\n", b"\n", b"\r", b"\xff", b"'", b"=", b"-", b"9", b"\xe9"]
) | st.binary(min_size=1, max_size=4)
spoils = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 4000), st.integers(0, 6), pieces), max_size=4
)


def spoil(paths, hits):
    for file, place, length, piece in hits:
        path = paths[file]
        data = path.read_bytes()
        start = place % (len(data) + 1)
        path.write_bytes(data[:start] + piece + data[start + length :])


def look(home, paths):
    try:
        return home.look(*paths)
    except BadFileError as error:
        return error


def never_half(mine, theirs, hits):
    with TemporaryDirectory() as folder, Home("Anna", theirs) as first, Home() as second:
        paths = first.save(Path(folder))
        spoil(paths, hits)
        second.live(mine)
        before = second.rows()
        incoming = look(second, paths)
        if isinstance(incoming, BadFileError):
            assert bad_sentence(incoming).endswith(".")
            assert second.rows() == before
            return
        said = [*fate_words(incoming), *note_words(incoming, second.me)]
        assert all(words.endswith(".") for words in [*said, *map(line_words, incoming.lines)])
        assert incoming.count(Fate.COMES) <= len(incoming.lines)
        second.desk.importing.bring_in(incoming)
        second.diary.check()
        after = second.rows()
        for table, new in (
            ("walk", incoming.bundle.walks),
            ("pain_rating", incoming.bundle.ratings),
            ("posture_check", incoming.bundle.checks),
        ):
            assert len(after[table]) == len(before[table]) + len(new)
            assert not [row for row in before[table] if row not in after[table]]
        again = second.look(*paths)
        assert len(again.bundle) == 0
        if second.did:
            second.desk.undo.undo()
        assert second.rows() == before


@settings(max_examples=settings.default.max_examples // 2)
@given(lives(), lives(), spoils)
def test_a_spoilt_file_is_told_or_read_but_never_half(mine, theirs, hits):
    never_half(mine, theirs, hits)


@pytest.mark.long
@pytest.mark.timeout(3000)
@settings(max_examples=10_000, suppress_health_check=list(HealthCheck))
@given(lives(), lives(), spoils)
def test_ten_thousand_spoilt_files_are_told_or_read_but_never_half(mine, theirs, hits):
    never_half(mine, theirs, hits)
