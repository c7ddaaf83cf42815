"""Tables of other programs: letters, separators, comments, names and lines, found out or told."""

import pytest

from walktrack.domain.column_map import Dialect, Letters, Separator
from walktrack.domain.incoming import Why
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.exchange.foreign import sheet as module
from walktrack.exchange.foreign.sheet import Sheet, letter_of

TABLE = "Date,Café\n2026-03-02,45\n"


@pytest.fixture
def sheet(tmp_path):
    def opened(data, **wanted):
        path = tmp_path / "table.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return Sheet(path, Dialect(**wanted))

    return opened


def cells(sheet):
    return [row.cells for row in sheet.rows()]


@pytest.mark.parametrize(
    ("coding", "letters"),
    [
        ("utf-8", Letters.UTF_8),
        ("utf-8-sig", Letters.UTF_8),
        ("utf-16", Letters.UTF_16),
        ("utf-16-le", Letters.UTF_16),
        ("utf-16-be", Letters.UTF_16),
        ("cp1252", Letters.WINDOWS),
    ],
)
def test_letters_are_found_out(sheet, coding, letters):
    found = sheet(TABLE.encode(coding))
    assert found.dialect.letters is letters
    assert found.names == ("Date", "Café")
    assert sheet(TABLE.encode(coding), letters=letters).names == found.names


def test_letters_can_be_told(sheet):
    assert sheet(TABLE, letters=Letters.WINDOWS).names[1] == "CafÃ©"
    with pytest.raises(BadFileError) as caught:
        sheet(TABLE.encode("cp1252"), letters=Letters.UTF_8)
    assert (caught.value.bad, caught.value.line) == (Bad.LETTERS, 1)


@pytest.mark.parametrize("separator", Separator)
def test_the_separator_is_found_out(sheet, separator):
    rows = (
        ("Date", "Pain", "Note"),
        ("2026-03-02", "4", '"a, b; c | d\te"'),
        ("2026-03-03", "5", ""),
    )
    text = "\r\n".join(separator.sign.join(row) for row in rows)
    found = sheet(text)
    assert found.dialect.separator is separator
    assert found.names == ("Date", "Pain", "Note")
    assert cells(found)[0][2] == "a, b; c | d\te"


def test_decimal_commas_part_no_columns(sheet):
    found = sheet("2026-03-02;12,5;3\n2026-03-03;10,0;4\n")
    assert found.dialect.separator is Separator.SEMICOLON


def test_the_separator_can_be_told_or_stand_above(sheet):
    assert sheet("a,b;c\n1,2;3\n", separator=Separator.SEMICOLON).names == ("a,b", "c")
    assert sheet("sep=|\r\na,b|c\r\n1,2|3\r\n").names == ("a,b", "c")


def test_lines_above_the_table_are_passed_over_and_counted(sheet):
    text = '# made by X\n# Columns:\n# pain: "0-10", a, b\n\nDate,Pain\n2026-03-02,4\n'
    found = sheet(text)
    assert found.names == ("Date", "Pain")
    assert [(row.number, row.cells) for row in found.rows()] == [(6, ("2026-03-02", "4"))]
    titled = sheet("My walks,,\n\nDate,Minutes,Note\n2026-03-02,45,\n")
    assert titled.names == ("Date", "Minutes", "Note")
    assert [row.number for row in titled.rows()] == [4]


def test_names_behind_a_hash_are_names(sheet):
    found = sheet("# by X\n#time,type,speed\n2026-03-02,walk,1\n2026-03-03,walk,2\n")
    assert found.names == ("time", "type", "speed")
    assert [row.number for row in found.rows()] == [3, 4]


def test_a_table_without_names_has_letters(sheet):
    found = sheet("2026-03-02,45\n2026-03-03,30\n")
    assert found.dialect.named is False
    assert found.names == ("A", "B")
    assert len(cells(found)) == 2
    assert sheet("2026-03-02,45\n", named=True).names == ("2026-03-02", "45")
    assert cells(sheet("Date,Min\n2026-03-02,45\n", named=False))[0] == ("Date", "Min")


def test_no_two_columns_are_called_alike(sheet):
    assert sheet("Pain,,Pain,Pain (A)\n1,2,3,4\n").names == (
        "Pain (A)",
        "B",
        "Pain (C)",
        "Pain (A) (D)",
    )
    assert [letter_of(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_line_breaks_in_cells_and_odd_rows(sheet):
    found = sheet(
        'Date;Note\r\n2026-03-02;"a\r\nb"\r\n\r\n2026-03-03\r\n2026-03-04;c;d\r\nDate;Note\r\n'
    )
    assert [(row.number, row.cells, row.wrong) for row in found.rows()] == [
        (2, ("2026-03-02", "a\r\nb"), None),
        (5, ("2026-03-03", ""), None),
        (6, (), Why.CELLS),
        (7, (), Why.NAMES),
    ]


def test_old_line_ends_are_lines_too(sheet):
    assert [row.number for row in sheet("Date,Min\r2026-03-02,45\r2026-03-03,30").rows()] == [2, 3]


@pytest.mark.parametrize(
    ("data", "bad"),
    [
        (b"", Bad.EMPTY),
        (b" \n\t\n", Bad.EMPTY),
        (b"\x89PNG\r\n\x1a\n\0", Bad.NO_TEXT),
        (b"\xff\xfe\x00\xd8", Bad.LETTERS),
        (b'Date,Note\n2026-03-02,"open\n', Bad.QUOTES),
        (b'Date,Note\n2026-03-02,"' + b"x" * 200_000 + b'"\n', Bad.LONG),
    ],
)
def test_what_is_no_table_is_refused(sheet, data, bad):
    with pytest.raises(BadFileError) as caught:
        list(sheet(data).rows())
    assert caught.value.bad is bad


def test_the_limits_hold(sheet, monkeypatch):
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    assert len(cells(sheet("a,b\n1,2\n3,4\n"))) == 2
    with pytest.raises(BadFileError) as caught:
        list(sheet("a,b\n1,2\n3,4\n5,6\n").rows())
    assert (caught.value.bad, caught.value.line) == (Bad.TOO_MANY_ROWS, 4)
    wide = sheet(",".join(f"n{n}" for n in range(500)) + "\n" + "1," * 499 + "2\n")
    assert len(wide.names) == len(cells(wide)[0]) == module.MOST_COLUMNS
