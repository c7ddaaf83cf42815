"""A sheet that is a PDF already goes to its place as a whole, or not at all."""

import pytest

from walktrack.exchange.whole import NotWrittenError, Trouble
from walktrack.services.blank_sheets import keep_sheet


def test_it_goes_to_a_file_or_into_a_folder_under_its_name(tmp_path):
    file = tmp_path / "mine.pdf"
    assert keep_sheet(b"%PDF 1", file, "list.pdf") == file
    assert keep_sheet(b"%PDF 2", tmp_path, "list.pdf") == tmp_path / "list.pdf"
    assert file.read_bytes() == b"%PDF 1"
    assert (tmp_path / "list.pdf").read_bytes() == b"%PDF 2"


def test_trouble_is_named_and_leaves_nothing(tmp_path):
    with pytest.raises(NotWrittenError) as caught:
        keep_sheet(b"%PDF", tmp_path / "nowhere" / "list.pdf", "list.pdf")
    assert caught.value.trouble is Trouble.NO_FOLDER
    assert list(tmp_path.iterdir()) == []
