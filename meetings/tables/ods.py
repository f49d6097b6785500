"""OpenDocument spreadsheets: rows of words to ODS and back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from meetings.tables.bounds import MOST_COLUMNS, BadTable, mind_size
from meetings.tables.media import ODS

Line = list[str]
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def written(lines: Iterable[Sequence[str]]) -> bytes:
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


def lines(raw: bytes, most: int) -> Iterator[Line]:
    """The first sheet; of rows that are repeated not many more than `most`. Raises BadTable."""
    mind_size(raw)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            tree = etree.fromstring(archive.read("content.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError, OSError) as error:
        raise BadTable("The file is no spreadsheet that can be read; save it anew.") from error
    sheet = tree.find(f".//{{{TABLE}}}table")
    if sheet is None:
        raise BadTable("The file holds no table.")
    for row in sheet.iter(f"{{{TABLE}}}table-row"):
        line = ods_line(row)
        times = repeated(row, "rows")
        if line or times < most:
            yield from (line for _ in range(min(times, most + 2)))


def ods_line(row: etree._Element) -> Line:
    """The cells of a row, without the empty ones at its end."""
    line: Line = []
    for cell in row.iterchildren(f"{{{TABLE}}}table-cell", f"{{{TABLE}}}covered-table-cell"):
        words = ods_cell(cell)
        times = repeated(cell, "columns")
        line += [words] * min(times, MOST_COLUMNS)
    while line and not line[-1]:
        line.pop()
    return line


def ods_cell(cell: etree._Element) -> str:
    kind = cell.get(f"{{{OFFICE}}}value-type")
    if kind == "date":
        return cell.get(f"{{{OFFICE}}}date-value", "").removesuffix("T00:00:00")
    if kind == "boolean":
        return "yes" if cell.get(f"{{{OFFICE}}}boolean-value") == "true" else "no"
    if kind == "float":
        return cell.get(f"{{{OFFICE}}}value", "")
    return "\n".join(paragraph_words(paragraph) for paragraph in cell.iterchildren(f"{{{TEXT}}}p"))


def paragraph_words(paragraph: etree._Element) -> str:
    words = paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{{{TEXT}}}s":
            count = child.get(f"{{{TEXT}}}c", "1")
            words += " " * min(int(count) if count.isdecimal() else 1, 1000)
        elif child.tag in (f"{{{TEXT}}}tab", f"{{{TEXT}}}line-break"):
            words += "\t" if child.tag.endswith("tab") else "\n"
        elif isinstance(child.tag, str) and child.tag != f"{{{OFFICE}}}annotation":
            words += paragraph_words(child)
        words += child.tail or ""
    return words


def repeated(element: etree._Element, what: str) -> int:
    number = element.get(f"{{{TABLE}}}number-{what}-repeated", "1")
    return int(number) if number.isdecimal() and len(number) < 9 else 1
