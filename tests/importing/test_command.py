from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from meetings import importing, resolving
from meetings.importing import Options, Outcome, reading, running, sources
from meetings.management.commands import import_records
from meetings.models import Document, DocumentVersion

from .conftest import Put, StandIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("extraction")]

ONE = "Askar Meder received Ilse Brandt. “We are friends.”"
FOUND = "en, publication date unknown (published.no-date-line), 1 meeting, 2 people, 1 quote"


def run(*args: object, **options: Any) -> list[str]:
    """The lines of the ledger, without the time it took."""
    out = io.StringIO()
    try:
        call_command("import_records", *map(str, args), stdout=out, stderr=out, **options)
    finally:
        run.lines = re.sub(r"[\d.]+ s\b", "… s", out.getvalue()).splitlines()  # type: ignore[attr-defined]
    return run.lines  # type: ignore[attr-defined,no-any-return]


def failing(*args: object, **options: Any) -> tuple[list[str], str]:
    """The lines of the ledger, and the error in which it ends."""
    with pytest.raises(CommandError) as caught:
        run(*args, **options)
    return run.lines, str(caught.value)  # type: ignore[attr-defined]


def test_a_folder_twice(put: Put, texts: Path) -> None:
    put("a.txt", ONE)
    put("b/c.md", ONE)
    put("gold.json", "{}")
    assert run(texts) == [
        f"new         a.txt: {FOUND}",
        "same text   b/c.md: the text of a.txt, kept once",
        "ignored     1 file: only .txt, .md and .html are read (.json 1)",
        "Imported: 1 new, 1 same text; found 1 meeting, 2 people, 1 quote; … s",
    ]
    assert run(texts) == [
        "unchanged   a.txt: as it was when last read",
        "unchanged   b/c.md: as it was when last read",
        "ignored     1 file: only .txt, .md and .html are read (.json 1)",
        "Imported: 2 unchanged; … s",
    ]


def test_a_second_import_asks_the_database_once_a_batch(put: Put, texts: Path, django_assert_num_queries: Any) -> None:
    for number in range(5):
        put(f"{number}.txt", f"{ONE} {number}")
    run(texts, verbosity=0)
    with django_assert_num_queries(1 + 1):  # and once whether an import that was killed left anybody to be counted
        run(texts, verbosity=0)


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(put: Put, texts: Path, settings: Any) -> None:
    settings.MAX_TEXT_BYTES = 5000
    put("a.txt", "")
    put("b.txt", b"\x7fELF\0\0")
    put("c.txt", b"x" * 20_000_000)
    put("d.txt", "---\ntitle: A: b\n---\n")
    put("e.txt", "外交部长在北京会见了来访的客人，双方交换了意见".encode("gbk"))
    put("z.txt", ONE)
    lines, error = failing(texts)
    assert lines == [
        f"error       {texts}/a.txt: is empty; remove it, or put the text into it",
        f"error       {texts}/b.txt: is binary, not a text (it holds NUL bytes); save its text as .txt",
        f"error       {texts}/c.txt: is 20,000,000 bytes long and at most 5,000 are taken; split it, "
        "or set MAX_TEXT_BYTES higher",
        f"error       {texts}/d.txt: line 2: the front matter is no YAML (mapping values are not allowed here); put "
        "the value into quotation marks, or put an empty line before the first --- if it is no front matter",
        f"error       {texts}/e.txt: is in an encoding that cannot be told (not UTF-8, UTF-16, Windows-1251, KOI8-R "
        "or Latin-1); save it as UTF-8",
        f"new         z.txt: {FOUND}",
        "Imported: 1 new, 5 errors; found 1 meeting, 2 people, 1 quote; … s",
    ]
    assert error == "5 errors: see the lines above; all else was read."


def test_a_file_that_may_not_be_read(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", ONE)

    def refuse(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(sources, "file_bytes", refuse)
    lines, error = failing(texts)
    assert lines[0] == f"error       {texts}/a.txt: may not be read; give this user the right to read it (chmod +r)"
    assert error == "1 error: see the lines above; all else was read."


def test_nothing_to_import(put: Put, texts: Path) -> None:
    lines, error = failing(texts)
    assert lines[0] == f"error       {texts}: holds no text (.txt, .md or .html); check the path"
    assert error == "1 error: see the lines above; all else was read."
    page = put("page.pdf", "%PDF")
    lines, error = failing(page)
    assert lines[0] == f"ignored     {page}: .pdf is not read; save its text as .txt, a web page as .html"
    assert error == "There was nothing to import: only .txt, .md and .html are read."


def test_options_are_hints(put: Put) -> None:
    path = put("a.txt", ONE)
    run(path, publisher="Vellania", language="uz-cyrl", published="2021-04", source_url="https://example.org/1")
    assert Document.objects.get().hints == {
        "publisher": "Vellania",
        "language": "uz-Cyrl",
        "published": "2021-04",
        "source_url": "https://example.org/1",
    }


def test_options_that_cannot_be(put: Put) -> None:
    path = put("a.txt", ONE)
    assert failing(path, published="8.4.2021")[1] == (
        "--published: '8.4.2021' is no date; write it as 2021-04-08, 2021-04, 2021 or XXXX-04-08."
    )
    assert failing(path, source_url="x")[1].startswith("--source-url: 'x' is no web address")
    assert failing(path, "--workers", "0")[1] == "Error: argument --workers: '0' is no number from 1 to 64"
    assert not Document.objects.exists()


def test_the_ledger_goes_to_a_file_line_by_line(put: Put, texts: Path, tmp_path: Path) -> None:
    put("a.txt", ONE)
    put("b.txt", "")
    ledger = tmp_path / "ledger.jsonl"
    failing(texts, ledger=str(ledger))
    lines = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    assert [(line["status"], line["meetings"], line["people"], line["quotes"]) for line in lines] == [
        ("new", 1, 2, 1),
        ("error", 0, 0, 0),
    ]
    assert lines[1] == lines[1] | {"path": f"{texts}/b.txt", "message": "is empty; remove it, or put the text into it"}
    put("b.txt", f"{ONE} 2")
    run(texts, ledger=str(ledger))
    more = [json.loads(line)["status"] for line in ledger.read_text(encoding="utf-8").splitlines()]
    assert more == ["new", "error", "unchanged", "new"]


def test_a_ledger_that_cannot_be_written_is_told_before_anything_is_read(put: Put, texts: Path) -> None:
    put("a.txt", ONE)
    assert failing(texts, ledger=str(texts))[1] == f"--ledger: {texts}: Is a directory."
    assert not Document.objects.exists()


def test_many_files_are_read_by_all_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_records, "processors", lambda: 6)
    assert import_records.usual(range(import_records.MANY)) == 6
    assert import_records.usual(range(import_records.MANY - 1)) == 1


def test_a_dry_run_writes_nothing(put: Put, texts: Path, extraction: StandIn) -> None:
    put("a.txt", ONE)
    run(texts)
    extraction.rules = "2"
    put("a.txt", f"{ONE} More.")
    put("b.txt", ONE)
    put("c.txt", "Askar Meder received Pavel Orlov.")
    put("d.txt", "Askar Meder received Pavel Orlov.")
    before = list(Document.objects.values()), list(DocumentVersion.objects.values())
    assert run(texts, dry_run=True) == [
        f"changed     a.txt: {FOUND}",
        "same text   b.txt: the text of a.txt, kept once",
        f"new         c.txt: {FOUND.replace('1 quote', '0 quotes')}",
        "same text   d.txt: the text of c.txt, kept once",
        "Imported: 1 new, 1 changed, 2 same text; found 2 meetings, 4 people, 1 quote; … s "
        "(dry run: nothing was written)",
    ]
    assert (list(Document.objects.values()), list(DocumentVersion.objects.values())) == before


def test_a_dry_run_says_what_the_import_says(put: Put, texts: Path) -> None:
    """Also of copies: of a text that a younger document tells, of one read again, and of one that a run brings."""
    other = "Askar Meder received Pavel Orlov."
    for name, content in {"a.txt": other, "b.txt": ONE, "c.txt": ONE, "d.txt": f"{other} More."}.items():
        put(name, content)
        run(texts)
    put("a.txt", ONE)
    put("d.txt", "Ilse Brandt received Pavel Orlov.")
    put("0.txt", "Ilse Brandt received Pavel Orlov.")
    foretold = run(texts, dry_run=True, publisher="Office")
    assert foretold[:-1] == [
        f"new         0.txt: {FOUND.replace('1 quote', '0 quotes')}",
        "same text   a.txt: the text of b.txt, kept once",
        f"read again  b.txt: {FOUND} (publisher not given, now Office)",
        "read again  c.txt: publisher not given, now Office; the text of b.txt, kept once",
        "same text   d.txt: the text of 0.txt, kept once",
    ]
    assert run(texts, publisher="Office")[:-1] == foretold[:-1]


def test_an_error_of_the_program_is_that_of_its_file(
    put: Put, texts: Path, extraction: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.txt", "Bad text.")
    put("b.txt", ONE)

    def extract(text: str, hints: Any) -> Any:
        if "Bad" in text:
            raise KeyError("month")
        return extraction.extract(text, hints=hints)

    monkeypatch.setattr(reading, "extract", extract)
    lines, _ = failing(texts)
    assert lines[:2] == [
        f"error       {texts}/a.txt: could not be imported (KeyError: 'month'); please report this",
        f"new         b.txt: {FOUND}",
    ]


def test_a_file_that_cannot_be_resolved_leaves_no_trace(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", ONE)
    put("b.txt", "Askar Meder received Pavel Orlov.")
    resolve = resolving.resolve

    def fail(documents: list[Document], **how: bool) -> None:
        if documents[0].path == "a.txt":
            raise RuntimeError("no")
        resolve(documents, **how)

    monkeypatch.setattr(resolving, "resolve", fail)
    failing(texts)
    assert [document.path for document in Document.objects.all()] == ["b.txt"]
    assert DocumentVersion.objects.count() == 1


def test_a_database_that_is_gone_stops_the_import(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", ONE)
    put("b.txt", f"{ONE} Two.")

    def fail(documents: list[Document], **_: object) -> None:
        if documents[0].path == "b.txt":
            raise OperationalError("disk I/O error")

    monkeypatch.setattr(running, "TOGETHER", 1)
    monkeypatch.setattr(resolving, "resolve", fail)
    lines, error = failing(texts)
    assert lines[-1] == "Stopped: 1 new; found 1 meeting, 2 people, 1 quote; … s"
    assert error == (
        "disk I/O error. What was imported until then stands; see to the database (manage.py migrate makes missing "
        "tables), then run the command again."
    )
    assert Document.objects.count() == 1


def test_an_interruption_tells_what_stands(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", ONE)
    put("b.txt", f"{ONE} Two.")

    def interrupt(documents: list[Document], **_: object) -> None:
        if documents[0].path == "b.txt":
            raise KeyboardInterrupt

    monkeypatch.setattr(running, "TOGETHER", 1)
    monkeypatch.setattr(resolving, "resolve", interrupt)
    with pytest.raises(SystemExit) as caught:
        run(texts)
    assert caught.value.code == 130
    assert run.lines[-1] == "Stopped: 1 new; found 1 meeting, 2 people, 1 quote; … s"  # type: ignore[attr-defined]
    assert Document.objects.count() == 1


def test_errors_are_told_once_more_after_a_long_ledger(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_records, "SCREEN", 3)
    put("0.txt", "")
    for number in range(1, 4):
        put(f"{number}.txt", f"{ONE} {number}")
    lines, _ = failing(texts)
    assert [line for line in lines if line.startswith("error")] == [lines[0], lines[-1]]


def test_without_a_word_only_errors_and_sums_are_told(put: Put, texts: Path) -> None:
    put("a.txt", ONE)
    assert run(texts, verbosity=0) == ["Imported: 1 new; found 1 meeting, 2 people, 1 quote; … s"]


def test_import_paths(put: Put, texts: Path) -> None:
    path = put("a.txt", ONE)
    ledger = importing.import_paths([str(texts), "missing.txt"])
    assert ledger.outcomes == [
        Outcome("a.txt", "new", FOUND, importing.Counts(1, 2, 1)),
        Outcome("missing.txt", "error", "there is no such file or folder; check the path"),
    ]
    assert ledger.errors == ledger.outcomes[1:]
    assert importing.import_paths([str(path)], Options()).outcomes[0].status == "unchanged"
