"""Which files are meant: folders walked, patterns expanded, every file once and under one name.

A file of a folder is known by its path relative to that folder, a file named by itself by its name: so
`import_records fixtures` and `import_records fixtures/a.txt` mean the same document `a.txt`.
"""

from __future__ import annotations

import glob
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from meetings.importing.ledger import Outcome, shown
from meetings.importing.reading import Unreadable, too_long
from meetings.importing.saved_pages import KINDS as PAGES
from meetings.models import Document

TEXTS = (".txt", ".md", *PAGES)
READ = ".txt, .md and .html"
NO_TEXTS = (".mhtml", ".mht", ".pdf", ".doc", ".docx", ".odt", ".rtf")
"""What people may take for a text: each such file is named, with the remedy; all others are only counted."""

README = re.compile(r"readme(\.\w+)?", re.IGNORECASE)
"""Tells of a folder and is none of its texts; who means it all the same names the file itself."""

LONGEST = Document._meta.get_field("path").max_length or 0


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: the document's name and where the file lies."""

    key: str
    path: str

    def bytes(self) -> bytes:
        """As many as may be read. Raises OSError, and Unreadable where there are more."""
        return file_bytes(self.path)


def find(paths: Iterable[str]) -> Iterator[Source | Outcome]:
    """The texts under these files, folders and patterns, and an outcome for all else that is met there."""
    return Finder().find(paths)


class Finder:
    """Remembers what one run has met, so that nothing is taken twice and no two files take one name."""

    def __init__(self) -> None:
        self.folders: set[str] = set()
        self.files: set[str] = set()
        self.keys: dict[str, str] = {}
        self.others: Counter[str] = Counter()

    def find(self, paths: Iterable[str]) -> Iterator[Source | Outcome]:
        for path in paths:
            yield from self.argument(os.fspath(path))
        if self.others.total():
            kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(self.others.items()) if number)
            yield Outcome(plural_files(self.others.total()), "ignored", f"only {READ} are read ({kinds})")

    def argument(self, path: str) -> Iterator[Source | Outcome]:
        """One argument of the command: a file, a folder or a pattern."""
        if os.path.isdir(path):
            yield from self.folder(path)
        elif os.path.lexists(path):
            yield from self.file(path, os.path.basename(path))
        elif glob.has_magic(path):
            matches = sorted(glob.glob(path, recursive=True))
            for match in matches:
                yield from self.argument(match)
            if not matches:
                yield Outcome(shown(path), "error", "no file matches this pattern; check the path")
        else:
            yield Outcome(shown(path), "error", "there is no such file or folder; check the path")

    def folder(self, root: str) -> Iterator[Source | Outcome]:
        if os.path.realpath(root) in self.folders:
            return
        before, refusals = len(self.files), 0
        for item in self.walk(root):
            refusals += isinstance(item, Outcome) and item.status == "error"
            yield item
        if len(self.files) == before and not refusals:
            yield Outcome(shown(root), "error", "holds no text (.txt, .md or .html); check the path")

    def walk(self, root: str) -> Iterator[Source | Outcome]:
        """All files below a folder in the order of their names; links to folders last, each folder only once."""
        folders: list[tuple[str, str]] = [(root, "")]
        links: list[tuple[str, str]] = []
        above = os.path.realpath(root) + os.sep
        while folders or links:
            folder, prefix = folders.pop() if folders else links.pop(0)
            real = os.path.realpath(folder)
            if real in self.folders or (prefix and above.startswith(real.rstrip(os.sep) + os.sep)):
                continue
            self.folders.add(real)
            try:
                names = sorted(os.listdir(folder))
            except OSError as error:
                yield Outcome(shown(folder), "error", refused(error))
                continue
            self.others["hidden"] += sum(name.startswith(".") for name in names)
            below = [(os.path.join(folder, name), prefix + name) for name in names if not name.startswith(".")]
            below = [(path, key) for path, key in below if not self.belongs_to_page(path, names)]
            folders += [(path, f"{key}/") for path, key in reversed(below) if is_folder(path)]
            links += [(path, f"{key}/") for path, key in below if os.path.islink(path) and os.path.isdir(path)]
            for path, key in below:
                yield from self.entry(path, key)

    def entry(self, path: str, key: str) -> Iterator[Source | Outcome]:
        """What lies in a folder: a file; not a README, which is only counted, nor a folder, which has its own turn."""
        if README.fullmatch(os.path.basename(path)):
            self.others["README"] += 1
        elif not os.path.isdir(path):
            yield from self.file(path, key)

    def belongs_to_page(self, path: str, names: list[str]) -> bool:
        """Whether browsers put this folder beside a page: its pictures, and frames that are pages of their own."""
        stem, ending, rest = os.path.basename(path).rpartition("_files")
        if not ending or rest or not any(stem + kind in names for kind in PAGES) or not os.path.isdir(path):
            return False
        self.others["parts of saved pages"] += sum(len(files) for _, _, files in os.walk(path))
        return True

    def file(self, path: str, key: str) -> Iterator[Source | Outcome]:
        """A source, an outcome that says why not, or nothing for a file that was met before or is only counted."""
        kind = os.path.splitext(key)[1].lower()
        place = os.path.abspath(path)
        if kind not in TEXTS:
            if kind in NO_TEXTS:
                yield Outcome(shown(path), "ignored", f"{kind} is not read; save its text as .txt, a web page as .html")
            else:
                self.others[shown(kind) or "no extension"] += 1
        elif place not in self.files:
            self.files.add(place)
            if problem := self.problem(path, key):
                yield Outcome(shown(path), "error", problem, key=shown(key))
            else:
                self.keys[key] = path
                yield Source(key, path)

    def problem(self, path: str, key: str) -> str | None:
        """Why this file cannot be read, or cannot be known by this name."""
        if problem := name_problem(key):
            return problem
        if other := self.keys.get(key):
            return f"would be {key!r}, and so is {other}; rename one, or import a folder that holds both"
        try:
            regular = stat.S_ISREG(os.stat(path).st_mode)
        except OSError as error:
            return refused(error)
        return None if regular else "is not an ordinary file; remove it"


def file_bytes(path: str) -> bytes:
    """The file's bytes, as many as may be read. Raises OSError, and Unreadable where there are more."""
    with open(path, "rb") as file:
        raw = file.read(settings.MAX_TEXT_BYTES + 1)
        if len(raw) > settings.MAX_TEXT_BYTES:
            raise Unreadable(too_long(max(len(raw), os.fstat(file.fileno()).st_size)))
    return raw


def name_problem(key: str) -> str | None:
    """Why no document can be known by this name."""
    if shown(key) != key:
        return "its name holds bytes or characters that are no text; rename it"
    if len(key) > LONGEST:
        return f"its path is {len(key)} characters long and at most {LONGEST} are kept; shorten it"
    return None


def is_folder(path: str) -> bool:
    """A folder that lies there itself."""
    return os.path.isdir(path) and not os.path.islink(path)


def refused(error: OSError) -> str:
    """Why the system refuses a file, with a remedy."""
    if isinstance(error, PermissionError):
        return "may not be read; give this user the right to read it (chmod +r)"
    if isinstance(error, FileNotFoundError):
        return "is gone, or is a link that leads nowhere; put the file back"
    return f"cannot be read ({error.strerror or error}); check the disk and the path"


def plural_files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"
