"""Tables to and from spreadsheets: rows of words in, the bytes of a file out, and back.

    write("csv", ("path", "title"), [["a.txt", "A visit"]]) -> bytes
    read("table.csv", raw) -> Table(("path", "title"), [(2, {"path": "a.txt", "title": "A visit"})])

Each cell is words: dates as 2021-04-08, yes for what is true. A cell that a spreadsheet would take for a formula has an
apostrophe before it, which is taken away again when the table comes back.

Not django-import-export: it saves the rows of a model, and here nothing is written but corrections. Of tablib, its
lower half, the reader of ODS keeps only the first stretch of a cell that holds two blanks in a row.
"""

from meetings.tables.bounds import BadTable
from meetings.tables.reading import MOST_ROWS, Table, read
from meetings.tables.writing import FORMATS, write

__all__ = ["FORMATS", "MOST_ROWS", "BadTable", "Table", "read", "write"]
