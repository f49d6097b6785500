from __future__ import annotations

import os
from pathlib import Path

import pytest

from meetings.importing import sources
from meetings.importing.ledger import Outcome
from meetings.importing.sources import Source, find

from .conftest import Put


def keys(*paths: object) -> list[str]:
    return [item.key for item in find(map(str, paths)) if isinstance(item, Source)]


def words(*paths: object) -> list[tuple[str, str, str]]:
    found = [item for item in find(map(str, paths)) if isinstance(item, Outcome)]
    return [(item.path, item.status, item.message) for item in found]


def test_a_folder_and_its_files_give_the_same_names(put: Put, texts: Path) -> None:
    path = put("a.txt")
    assert keys(texts) == keys(f"{texts}/") == keys(path) == keys(texts / "*.txt") == ["a.txt"]


def test_folders_are_read_with_all_below_in_order(put: Put, texts: Path) -> None:
    for name in ("b/two.txt", "b/one.md", "b/c/three.TXT", "z.html", "a.txt"):
        put(name)
    assert keys(texts) == ["a.txt", "z.html", "b/one.md", "b/two.txt", "b/c/three.TXT"]


def test_patterns(put: Put, texts: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b/a3.txt"):
        put(name)
    assert keys(texts / "a[12].txt") == ["a1.txt", "a2.txt"]
    assert keys(texts / "**" / "*.txt") == ["a1.txt", "a2.txt", "a3.txt"]
    assert words(texts / "x*") == [(f"{texts}/x*", "error", "no file matches this pattern; check the path")]


def test_a_file_whose_name_looks_like_a_pattern(put: Put) -> None:
    assert keys(put("a[1].txt")) == ["a[1].txt"]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    assert words(missing) == [(str(missing), "error", "there is no such file or folder; check the path")]


def test_a_folder_without_texts(put: Put, texts: Path) -> None:
    no_text = (str(texts), "error", "holds no text (.txt, .md or .html); check the path")
    assert words(texts) == [no_text]
    put("record.json")
    assert words(texts) == [no_text, ("1 file", "ignored", "only .txt, .md and .html are read (.json 1)")]


def test_other_files_are_counted_and_pages_are_named(put: Put, texts: Path) -> None:
    for name in ("a.txt", "a.json", "b.json", "page.mhtml", "LICENSE", ".hidden.txt", ".git/a.txt"):
        put(name)
    assert keys(texts) == ["a.txt"]
    assert words(texts) == [
        (f"{texts}/page.mhtml", "ignored", ".mhtml is not read; save its text as .txt, a web page as .html"),
        ("5 files", "ignored", "only .txt, .md and .html are read (.json 2, hidden 2, no extension 1)"),
    ]


def test_a_readme_is_no_text_unless_it_is_named(put: Put, texts: Path) -> None:
    put("a.txt")
    readme = put("b/README.md")
    assert keys(texts) == ["a.txt"]
    assert words(texts) == [("1 file", "ignored", "only .txt, .md and .html are read (README 1)")]
    assert keys(readme) == ["README.md"]


def test_loops_of_links_end(put: Put, texts: Path) -> None:
    put("a.txt")
    put("b/c.txt")
    (texts / "b" / "up").symlink_to(texts, target_is_directory=True)
    (texts / "b" / "top").symlink_to(texts.parent, target_is_directory=True)
    (texts / "again").symlink_to(texts / "b", target_is_directory=True)
    assert keys(texts) == ["a.txt", "b/c.txt"]


def test_a_link_to_a_folder_elsewhere_is_followed_once(put: Put, texts: Path, tmp_path: Path) -> None:
    put("a.txt")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "e.txt").write_text("x")
    (texts / "one").symlink_to(elsewhere)
    (texts / "two").symlink_to(elsewhere)
    assert keys(texts) == ["a.txt", "one/e.txt"]


def test_a_file_met_twice_is_read_once(put: Put, texts: Path) -> None:
    path = put("b/a.txt")
    assert keys(texts, texts, path, texts / "b") == ["b/a.txt"]


def test_two_files_of_one_name(put: Put, texts: Path) -> None:
    one, two = put("one/a.txt"), put("two/a.txt")
    message = f"would be 'a.txt', and so is {one}; rename one, or import a folder that holds both"
    assert words(texts / "one", texts / "two") == [(str(two), "error", message)]


def test_what_is_no_ordinary_file(put: Put, texts: Path) -> None:
    os.mkfifo(texts / "pipe.txt")
    (texts / "lost.txt").symlink_to("nowhere.txt")
    (texts / "round.txt").symlink_to("round.txt")
    assert words(texts) == [
        (f"{texts}/lost.txt", "error", "is gone, or is a link that leads nowhere; put the file back"),
        (f"{texts}/pipe.txt", "error", "is not an ordinary file; remove it"),
        (
            f"{texts}/round.txt",
            "error",
            "cannot be read (Too many levels of symbolic links); check the disk and the path",
        ),
    ]


def test_names_that_are_no_text(texts: Path) -> None:
    for name in (b"bad\xff.txt", b"new\nline.txt"):
        (Path(os.fsdecode(os.fsencode(texts) + b"/" + name))).write_text("x")
    message = "its name holds bytes or characters that are no text; rename it"
    assert words(texts) == [
        (f"{texts}/bad\\udcff.txt", "error", message),
        (f"{texts}/new\\nline.txt", "error", message),
    ]


def test_paths_that_are_too_long(put: Put, texts: Path) -> None:
    put("/".join(["x" * 200] * 3) + "/a.txt")
    assert [word[2] for word in words(texts)] == [
        "its path is 608 characters long and at most 500 are kept; shorten it",
    ]


def test_a_folder_that_may_not_be_read(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")
    locked = put("locked/b.txt").parent
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if path == str(locked):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(sources.os, "listdir", refuse)
    assert keys(texts) == ["a.txt"]
    assert words(texts) == [(str(locked), "error", "may not be read; give this user the right to read it (chmod +r)")]
