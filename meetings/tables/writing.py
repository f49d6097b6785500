"""Rows of words to the bytes of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence

from lxml import etree

Rows = Iterable[Sequence[str]]

NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""Also of what has an apostrophe already, so that each one added can be taken away again."""
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def write(format: str, columns: Sequence[str], rows: Rows) -> bytes:
    """A table as `csv`, `xlsx` or `ods`."""
    return FORMATS[format][0]([list(columns), *([guarded(cell) for cell in row] for row in rows)])


def guarded(cell: str) -> str:
    """Words that no spreadsheet takes for a formula, without letters that no file can hold."""
    words = NO_XML.sub("\ufffd", cell)
    return f"'{words}" if FORMULA.match(words) else words


def as_csv(lines: Rows) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Rows) -> bytes:
    from openpyxl import Workbook  # slow to load, and seldom needed

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Table")
    sheet.freeze_panes = "A2"
    for line in lines:
        sheet.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_ods(lines: Rows) -> bytes:
    content = etree.Element(f"{{{OFFICE}}}document-content", nsmap={"office": OFFICE, "table": TABLE, "text": TEXT})
    content.set(f"{{{OFFICE}}}version", "1.3")
    sheets = etree.SubElement(etree.SubElement(content, f"{{{OFFICE}}}body"), f"{{{OFFICE}}}spreadsheet")
    sheet = etree.SubElement(sheets, f"{{{TABLE}}}table", {f"{{{TABLE}}}name": "Table"})
    for line in lines:
        row = etree.SubElement(sheet, f"{{{TABLE}}}table-row")
        for words in line:
            cell = etree.SubElement(row, f"{{{TABLE}}}table-cell", {f"{{{OFFICE}}}value-type": "string"})
            for paragraph in words.split("\n"):
                add_words(etree.SubElement(cell, f"{{{TEXT}}}p"), paragraph)
    return packed(etree.tostring(content, xml_declaration=True, encoding="UTF-8"))


def add_words(paragraph: etree._Element, words: str) -> None:
    """Blanks in a row are one in XML: each further one is an element."""
    last: etree._Element | None = None
    text = ""
    for before, letter in zip(" " + words, words, strict=False):
        if letter == " " and before == " ":
            last, text = put(paragraph, last, text), ""
        else:
            text += letter
    if last is None:
        paragraph.text = text
    else:
        last.tail = text


def put(paragraph: etree._Element, last: etree._Element | None, text: str) -> etree._Element:
    """Set the words so far, and a blank behind them."""
    if last is None:
        paragraph.text = text
    else:
        last.tail = text
    return etree.SubElement(paragraph, f"{{{TEXT}}}s")


def packed(content: bytes) -> bytes:
    manifest = etree.Element(f"{{{MANIFEST}}}manifest", nsmap={"manifest": MANIFEST})
    manifest.set(f"{{{MANIFEST}}}version", "1.3")
    for path, kind in (("/", ODS), ("content.xml", "text/xml")):
        names = {f"{{{MANIFEST}}}full-path": path, f"{{{MANIFEST}}}media-type": kind}
        etree.SubElement(manifest, f"{{{MANIFEST}}}file-entry", names)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", etree.tostring(manifest, xml_declaration=True, encoding="UTF-8"))
        archive.writestr("content.xml", content)
    return out.getvalue()


FORMATS: dict[str, tuple[Callable[[Rows], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (as_ods, ODS),
}
"""How each format is written, and its media type."""
