"""Tables go out and come back word for word; hostile ones do no harm."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest

from meetings.tables import BadTable, Table, read, reading, write

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'quoted", "'=x", '=HYPERLINK("http://x")']
CELLS = [
    "a.txt",
    "Ünïcode — «Мир» 会",
    "two  blanks and   three",
    "line one\nline two",
    'with "quotes", commas; and\ttabs',
    "",
]


@pytest.fixture(params=["csv", "xlsx", "ods"])
def format(request: pytest.FixtureRequest) -> str:
    if request.param == "xlsx":
        pytest.importorskip("openpyxl")
    return request.param


def back(format: str, columns: list[str], rows: list[list[str]]) -> list[list[str]]:
    table = read(f"table.{format.upper()}", write(format, columns, rows))
    assert table.columns == tuple(columns)
    assert [number for number, _ in table.rows] == list(range(2, len(rows) + 2))
    return [[row[name] for name in columns] for _, row in table.rows]


def test_a_table_comes_back_word_for_word(format: str) -> None:
    columns = [f"c{number}" for number in range(len(CELLS))]
    rows = [CELLS, ["x", "", "", "", "", "last"]]
    assert back(format, columns, rows) == rows


def test_no_cell_is_a_formula_on_its_way_and_all_come_back_as_they_were(format: str) -> None:
    columns = [f"c{number}" for number in range(len(HOSTILE))]
    written = write(format, columns, [HOSTILE])
    if format == "csv":
        assert written.decode("utf-8-sig").splitlines()[1].startswith("'=1+1,'+1,'-1,'@SUM(A1),'\tx,")
    elif format == "xlsx":
        from openpyxl import load_workbook

        cells = next(iter(load_workbook(io.BytesIO(written)).worksheets[0].iter_rows(min_row=2)))
        assert {cell.data_type for cell in cells} == {"s"}
        assert cells[0].value == "'=1+1"
    assert back(format, columns, [HOSTILE]) == [HOSTILE]


def test_letters_that_no_file_can_hold_are_replaced(format: str) -> None:
    assert back(format, ["a"], [["x\x01y"]]) == [["x\ufffdy"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_as_programs_of_many_lands_write_it(encoding: str, delimiter: str) -> None:
    text = (
        f'path{delimiter}title\r\na.txt{delimiter}Встреча министров\r\n\r\nb.txt{delimiter}"Два{delimiter} слова"\r\n'
    )
    assert read("t.csv", text.encode(encoding)) == Table(
        ("path", "title"),
        [
            (2, {"path": "a.txt", "title": "Встреча министров"}),
            (4, {"path": "b.txt", "title": f"Два{delimiter} слова"}),
        ],
    )


def test_dates_numbers_and_truths_of_a_workbook_are_words() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["a", "b", "c", "d", "e"])
    book.active.append([dt.datetime(2021, 4, 8), dt.date(2021, 4, 9), 7.0, True, 1.5])
    out = io.BytesIO()
    book.save(out)
    assert read("t.xlsx", out.getvalue()).rows == [
        (2, {"a": "2021-04-08", "b": "2021-04-09", "c": "7", "d": "yes", "e": "1.5"})
    ]


def ods(rows: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = f"<office:document-content {spaces}><table:table>{rows}</table:table></office:document-content>"
    return packed({"content.xml": content})


def packed(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def cells(*inner: str) -> str:
    return f"<table:table-row>{''.join(inner)}</table:table-row>"


def cell(words: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>"


def test_a_sheet_as_office_programs_save_it() -> None:
    nothing = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048000">{nothing}</table:table-row>'
    date = cell("9.4.2021", 'office:value-type="date" office:date-value="2021-04-09"')
    rows = cells(cell("a"), cell("b"), cell("c")) + cells(
        cell('one<text:s text:c="2"/><text:span>two</text:span> three'),
        date,
        cell("x", 'table:number-columns-repeated="1"'),
    )
    assert read("t.ods", ods(rows + empty)).rows == [(2, {"a": "one  two three", "b": "2021-04-09", "c": "x"})]


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("t.xls", b"", "Only .csv, .xlsx and .ods are read"),
        ("t.csv", b"", "The file is empty"),
        ("t.csv", b"\0\1\2", "The file is binary"),
        ("t.csv", b'path\n"x', "The file is no CSV"),
        ("t.csv", b"path,\nx,y", "has more cells than there are columns"),
        ("t.csv", b"path,,title\n", "The first row must name every column."),
        ("t.csv", b"path,path\n", "Two columns are named"),
        ("t.ods", b"PK", "no spreadsheet that can be read"),
        ("t.ods", packed({"other.xml": "x"}), "no spreadsheet that can be read"),
        ("t.ods", packed({"content.xml": "<x>"}), "no spreadsheet that can be read"),
        ("t.ods", packed({"content.xml": "<x/>"}), "holds no table"),
        ("t.ods", packed({"content.xml": " " * 100_000_001}), "would unpack to 100,000,001 bytes"),
    ],
)
def test_what_is_no_table_is_told(name: str, raw: bytes, message: str) -> None:
    with pytest.raises(BadTable) as caught:
        read(name, raw)
    assert message in str(caught.value)


def test_a_broken_workbook_is_told() -> None:
    pytest.importorskip("openpyxl")
    with pytest.raises(BadTable, match="no spreadsheet that can be read"):
        read("t.xlsx", packed({"xl/workbook.xml": "<x"}))


def test_no_foreign_file_is_read_into_a_table(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("told")
    content = ods(cells(cell("a")) + cells(cell("&x;")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("content.xml").decode()
    raw = packed({"content.xml": f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>{xml}'})
    assert "told" not in str(read("t.ods", raw))


def test_entities_that_grow_are_refused() -> None:
    grown = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdefg", "bcdefgh", strict=True)
    )
    content = ods(cells(cell("&h;")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("content.xml").decode()
    raw = packed({"content.xml": f'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">{grown}]>{xml}'})
    try:
        table = read("t.ods", raw)
    except BadTable:
        return
    assert len(str(table)) < 1000


def test_tables_of_too_many_rows_are_refused(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    rows = [[str(number)] for number in range(4)]
    assert len(read(f"t.{format}", write(format, ["a"], rows[:3])).rows) == 3
    with pytest.raises(BadTable, match="more than 3 rows"):
        read(f"t.{format}", write(format, ["a"], rows))


def test_files_of_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(BadTable, match="The file has 11 bytes and at most 10 are taken"):
        read("t.csv", b"path\nabcdef")
