"""What is handed over is named and bounded: nothing leads out, nothing explodes, nothing is lost without a word."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Any

import pytest

from meetings.importing import archives
from meetings.importing.archives import Given, Unpacker, clean
from meetings.importing.ledger import Outcome

WORDS = "Askar Meder received Ilse Brandt."


def zipped(*files: tuple[str | zipfile.ZipInfo, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def taken(*files: tuple[str, bytes], folder: str = "") -> list[Given | Outcome]:
    return list(Unpacker(folder).take([(name, io.BytesIO(raw)) for name, raw in files]))


def told(*files: tuple[str, bytes], folder: str = "") -> list[tuple[str, str]]:
    """(name, message) of what was refused or ignored, (name, "") of what was taken."""
    return [
        (item.key, "") if isinstance(item, Given) else (item.path, item.message)
        for item in taken(*files, folder=folder)
    ]


def test_files_and_those_of_archives_are_known_by_their_paths() -> None:
    archive = zipped(("a.txt", WORDS), ("2021/april/b.md", WORDS), ("2021/c.HTML", "<p>"))
    assert told(("x.txt", b"one"), ("all.zip", archive)) == [
        ("x.txt", ""),
        ("a.txt", ""),
        ("2021/april/b.md", ""),
        ("2021/c.HTML", ""),
    ]
    assert taken(("all.zip", zipped(("a.txt", WORDS))), folder="ministry") == [Given("ministry/a.txt", WORDS.encode())]


@pytest.mark.parametrize(
    "name", ["../evil.txt", "a/../../evil.txt", "/../evil.txt", "..\\evil.txt", "C:\\..\\evil.txt", "a/ .. /evil.txt"]
)
def test_a_path_that_leads_out_is_refused(name: str) -> None:
    found = told(("a.zip", zipped((name, WORDS), ("good.txt", WORDS))))
    assert [message for _, message in found] == ["its path leads out of its folder; rename it", ""]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("/etc/a.txt", "etc/a.txt"),
        ("C:\\texts\\a.txt", "texts/a.txt"),
        ("./a//b.txt", "a/b.txt"),
        ("..a/b...txt", "..a/b...txt"),
    ],
)
def test_a_path_is_one_below_the_folder(name: str, key: str) -> None:
    assert clean(name) == key


def test_a_bomb_is_told_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "unpacked", lambda *_: pytest.fail("it was unpacked"))
    assert told(("a.zip", zipped(("a.txt", "a" * 3_000_000)))) == [
        ("a.zip", "holds a file that is packed more than 100-fold, as no text is; leave it out")
    ]


def test_no_more_is_unpacked_than_is_taken(settings: Any) -> None:
    settings.MAX_UPLOAD_BYTES = 1000
    archive = zipped(*((f"{number}.txt", str(number) * 900) for number in range(5)), packed=zipfile.ZIP_STORED)
    assert told(("a.zip", archive)) == [
        ("a.zip", "would unpack to 4,500 bytes and at most 4,000 are taken at once; split it")
    ]
    four = zipped(*((f"{number}.txt", str(number) * 900) for number in range(4)), packed=zipfile.ZIP_STORED)
    found = told(("a.zip", four), ("b.zip", zipped(("x/a.txt", "x" * 900), ("x/b.txt", "x"))))
    assert found[4:] == [
        ("x/a.txt", ""),
        ("b.zip: x/b.txt", "is beyond the 4,000 bytes that one upload may unpack to; upload it by itself"),
    ]


def test_a_file_that_lies_about_its_length_is_not_believed() -> None:
    raw = bytearray(zipped(("a.txt", "a" * 3_000_000)))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", raw, raw.index(mark) + offset, 90)
    [(name, message)] = told(("a.zip", bytes(raw)))
    assert (name, message) == ("a.zip: a.txt", "is damaged in the archive; pack it anew")


def test_files_that_lie_within_one_another_are_no_archive() -> None:
    """Many entries that all point to the same packed bytes."""
    raw = zipped(("a.txt", bytes(range(256)) * 300))
    start, end = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06")
    entry, times = raw[start:end], 50
    tail = bytearray(raw[end:])
    struct.pack_into("<HHI", tail, 8, times, times, len(entry) * times)
    assert told(("a.zip", raw[:start] + entry * times + bytes(tail))) == [
        ("a.zip", "is a bomb: its files lie within one another; pack it anew")
    ]


def test_archives_of_very_many_files_are_not_even_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    four = zipped(*((f"{number}.txt", WORDS) for number in range(4)))
    assert told(("a.zip", four)) == [("a.zip", "holds 4 files and at most 3 are taken at once; split it")]
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)
    assert told(("a.zip", four)) == [("a.zip", "is no ZIP archive that can be read; pack its files anew")]
    found = told(*((f"{number}.txt", b"a") for number in range(4)))
    assert found[3] == ("3.txt", "is beyond the 3 files that one upload may hold; upload it by itself")


def test_entries_are_counted_across_the_pieces_that_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "CHUNK", 7)
    assert archives.entries(io.BytesIO(zipped(*((f"{number}.txt", WORDS) for number in range(9))))) == 9


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"no archive", b"\0" * 1000, zipped(("a.txt", WORDS))[:-30]])
def test_what_is_no_archive_is_told(raw: bytes) -> None:
    assert told(("a.zip", raw)) == [("a.zip", "is no ZIP archive that can be read; pack its files anew")]


def test_a_damaged_and_a_locked_file_do_not_spoil_the_others() -> None:
    raw = bytearray(zipped(("a.txt", WORDS), ("b.txt", WORDS), ("c.txt", "sound"), packed=zipfile.ZIP_STORED))
    raw[raw.index(WORDS.encode())] ^= 1
    second = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 4)
    raw[second + 8] |= 1
    assert told(("a.zip", bytes(raw))) == [
        ("a.zip: a.txt", "is damaged in the archive; pack it anew"),
        ("a.zip: b.txt", "is locked with a password; pack it without one"),
        ("c.txt", ""),
    ]


def entry(name: bytes) -> bytes:
    """An archive of one file whose name is these very bytes, without a word on their encoding."""
    stand_in = "x" * (len(name) - 4) + ".txt"
    return zipped((stand_in, WORDS)).replace(stand_in.encode(), name)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("тексты/встреча.txt", "utf-8"),
        ("тексты/встреча в Астане.txt", "cp866"),
        ("Тексты/Переговоры 2021.txt", "cp1251"),
        ("Gespräche/München.txt", "cp437"),
        ("Gespräche/München.txt", "utf-8"),
        ("rencontre à Genève.txt", "cp437"),
    ],
)
def test_names_in_old_encodings_are_read_as_they_were_meant(name: str, encoding: str) -> None:
    assert told(("a.zip", entry(name.encode(encoding)))) == [(name, "")]


def test_names_that_cannot_be_and_names_taken_twice_are_told(settings: Any) -> None:
    found = told(
        ("a.txt", b"one"), ("a.zip", zipped(("a.txt", WORDS), ("b\x07.txt", WORDS), ("c" * 600 + ".txt", WORDS)))
    )
    assert [message for _, message in found] == [
        "",
        "would be 'a.txt', and so is another file; rename one",
        "its name holds bytes or characters that are no text; rename it",
        "its path is 604 characters long and at most 500 are kept; shorten it",
    ]


def test_what_is_no_text_is_counted_or_named() -> None:
    archive = zipped(
        ("a.txt", WORDS),
        ("README.md", "about"),
        (".hidden/b.txt", WORDS),
        ("__MACOSX/._a.txt", "x"),
        ("page.html", "<p>"),
        ("page_files/frame.html", "<p>"),
        ("c.pdf", "x"),
        ("d.png", "x"),
        ("inner.zip", "x"),
    )
    assert told(("a.zip", archive)) == [
        ("a.txt", ""),
        ("page.html", ""),
        ("a.zip: c.pdf", ".pdf is not read; save its text as .txt, a web page as .html"),
        (
            "6 files",
            "only .txt, .md and .html are read (.png 1, .zip 1, README 1, hidden 2, parts of saved pages 1)",
        ),
    ]


def test_texts_that_are_too_long_are_refused_by_name(settings: Any) -> None:
    settings.MAX_TEXT_BYTES = 10
    message = "is {} bytes long and at most 10 are taken; split it, or set MAX_TEXT_BYTES higher"
    assert told(("a.txt", b"x" * 11), ("a.zip", zipped(("b.txt", "x" * 12), ("c.txt", "x" * 10)))) == [
        ("a.txt", message.format(11)),
        ("a.zip: b.txt", message.format(12)),
        ("c.txt", ""),
    ]
