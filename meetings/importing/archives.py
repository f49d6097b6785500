"""Files that people hand over, and those inside of their ZIP archives: named, bounded, and never written to a disk.

A file of an archive is known by its path in it. What may not be unpacked is an outcome with the reason: names that
lead out of the archive, files that are locked or damaged, more files or bytes than are taken, and bombs, which are
told by what they would unpack to before any of it is unpacked, and are not believed while it is.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

from meetings.importing.decoding import LEAST_LIKELY_OF_FEW, likelihood
from meetings.importing.ledger import Outcome, shown
from meetings.importing.reading import too_long
from meetings.importing.saved_pages import KINDS as PAGES
from meetings.importing.sources import NO_TEXTS, READ, README, TEXTS, name_problem, plural_files

MOST_FILES = 2_000
"""Files in one upload, those of its archives included."""
MOST_UNPACKED = 4
"""So many times the bytes of an upload may come out of it."""
MOST_PACKED = 100
"""No text is packed into a smaller part of itself than this; short ones and what is stored as it is do not count."""
SHORT = 100_000

ENTRY = b"PK\x01\x02"
"""Begins each entry of an archive's list of contents."""
MOST_ENTRIES = 50_000
LOCKED = 0x1
UTF8_NAME = 0x800
DRIVE = re.compile(r"[A-Za-z]:")
CHUNK = 1 << 20
WHAT_BREAKS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""All that damaged archives have been seen to raise."""


@dataclass(frozen=True, slots=True)
class Given:
    """One text that was handed over: the document's name and its bytes."""

    key: str
    raw: bytes


class Unpacker:
    """Remembers what one upload held, so that no two files take one name and all of it stays within bounds."""

    def __init__(self, folder: str = "") -> None:
        self.folder = folder
        self.keys: set[str] = set()
        self.others: Counter[str] = Counter()
        self.files = 0
        self.bytes = 0

    def take(self, files: Iterable[tuple[str, BinaryIO]]) -> Iterator[Given | Outcome]:
        """The texts of these files and archives, and an outcome for all else."""
        for name, file in files:
            if name.lower().endswith(".zip"):
                yield from self.archive(name, file)
            else:
                yield from self.file(name, file)
        if self.others.total():
            kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(self.others.items()))
            yield Outcome(plural_files(self.others.total()), "ignored", f"only {READ} are read ({kinds})")

    def file(self, name: str, file: BinaryIO) -> Iterator[Given | Outcome]:
        outcome = self.refusal(name) or self.excess(name)
        if outcome:
            yield outcome
        elif self.is_text(name):
            raw = file.read(settings.MAX_TEXT_BYTES + 1)
            yield self.given(name, raw, getattr(file, "size", None) or len(raw))

    def archive(self, name: str, file: BinaryIO) -> Iterator[Given | Outcome]:
        try:
            if entries(file) > MOST_ENTRIES:
                raise zipfile.BadZipFile
            with zipfile.ZipFile(file) as archive:
                members = [member for member in archive.infolist() if not member.is_dir()]
                if problem := bomb(members, archive):
                    yield Outcome(shown(name), "error", problem)
                    return
                names = {member: member_name(member).replace("\\", "/") for member in members}
                for member in members:
                    if not self.is_beside(names[member], names.values()):
                        yield from self.member(archive, member, f"{name}: {names[member]}", names[member])
        except WHAT_BREAKS:
            yield Outcome(shown(name), "error", "is no ZIP archive that can be read; pack its files anew")

    def member(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, told: str, name: str
    ) -> Iterator[Given | Outcome]:
        outcome = self.refusal(name, told) or self.excess(told) or locked(member, told)
        if outcome:
            yield outcome
        elif self.is_text(name):
            if member.file_size > settings.MAX_TEXT_BYTES:
                yield Outcome(shown(told), "error", too_long(member.file_size))
                return
            try:
                raw = unpacked(archive, member)
            except WHAT_BREAKS:
                yield Outcome(shown(told), "error", "is damaged in the archive; pack it anew")
                return
            yield self.given(name, raw, len(raw))

    def is_beside(self, name: str, names: Collection[str]) -> bool:
        """What lies in folders and is no text of theirs: hidden files, READMEs, the pictures of saved pages."""
        parts = name.split("/")
        if any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts):
            self.others["hidden"] += 1
        elif README.fullmatch(parts[-1]):
            self.others["README"] += 1
        elif any(f"{stem}{kind}" in names for stem in page_stems(parts) for kind in PAGES):
            self.others["parts of saved pages"] += 1
        else:
            return False
        return True

    def is_text(self, name: str) -> bool:
        """Whether this kind is read; what is not is counted."""
        kind = os.path.splitext(name)[1].lower()
        if kind not in TEXTS:
            self.others[shown(kind) or "no extension"] += 1
        return kind in TEXTS

    def refusal(self, name: str, told: str = "") -> Outcome | None:
        """Why no document can be known by this name, or that its kind is not read."""
        kind = os.path.splitext(name)[1].lower()
        if kind in NO_TEXTS:
            message = f"{kind} is not read; save its text as .txt, a web page as .html"
            return Outcome(shown(told or name), "ignored", message)
        if kind not in TEXTS:
            return None
        key = clean(name, self.folder)
        if key is None:
            return Outcome(shown(told or name), "error", "its path leads out of its folder; rename it")
        if problem := name_problem(key):
            return Outcome(shown(told or name), "error", problem)
        if key in self.keys:
            return Outcome(shown(told or name), "error", f"would be {key!r}, and so is another file; rename one")
        return None

    def excess(self, told: str) -> Outcome | None:
        """That there are more files or bytes than one upload may hold."""
        most = settings.MAX_UPLOAD_BYTES * MOST_UNPACKED
        if self.files >= MOST_FILES:
            message = f"is beyond the {MOST_FILES:,} files that one upload may hold; upload it by itself"
        elif self.bytes >= most:
            message = f"is beyond the {most:,} bytes that one upload may unpack to; upload it by itself"
        else:
            return None
        return Outcome(shown(told), "error", message)

    def given(self, name: str, raw: bytes, size: int) -> Given | Outcome:
        self.files += 1
        self.bytes += len(raw)
        if len(raw) > settings.MAX_TEXT_BYTES:
            return Outcome(shown(name), "error", too_long(size))
        key = clean(name, self.folder) or name
        self.keys.add(key)
        return Given(key, raw)


def clean(name: str, folder: str = "") -> str | None:
    """The name of the document: its path with plain slashes; None where it leads out of its folder."""
    parts = DRIVE.sub("", name.replace("\\", "/"), count=1) if DRIVE.match(name) else name.replace("\\", "/")
    kept = [part.strip() for part in f"{folder}/{parts}".split("/") if part.strip() not in ("", ".")]
    return None if ".." in kept or not kept else "/".join(kept)


def entries(file: BinaryIO) -> int:
    """How many entries an archive can list at most; counting is quick where listing them would take all memory."""
    file.seek(0)
    number, tail = 0, b""
    while chunk := file.read(CHUNK):
        number += (tail + chunk).count(ENTRY)
        tail = chunk[-len(ENTRY) + 1 :]
    file.seek(0)
    return number


def bomb(members: list[zipfile.ZipInfo], archive: zipfile.ZipFile) -> str | None:
    """Why an archive is not unpacked at all."""
    most = settings.MAX_UPLOAD_BYTES * MOST_UNPACKED
    whole = sum(member.file_size for member in members)
    if len(members) > MOST_FILES:
        return f"holds {len(members):,} files and at most {MOST_FILES:,} are taken at once; split it"
    if whole > most:
        return f"would unpack to {whole:,} bytes and at most {most:,} are taken at once; split it"
    if any(member.file_size > max(member.compress_size * MOST_PACKED, SHORT) for member in members):
        return f"holds a file that is packed more than {MOST_PACKED}-fold, as no text is; leave it out"
    size = archive.fp.seek(0, os.SEEK_END) if archive.fp else 0
    if sum(member.compress_size for member in members) > size:
        return "is a bomb: its files lie within one another; pack it anew"
    return None


def locked(member: zipfile.ZipInfo, told: str) -> Outcome | None:
    if member.flag_bits & LOCKED:
        return Outcome(shown(told), "error", "is locked with a password; pack it without one")
    return None


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a file, never more than may be read, whatever the archive says of their number."""
    with archive.open(member) as file:
        return file.read(settings.MAX_TEXT_BYTES + 1)


def member_name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant. Old programs write no UTF-8: what `zipfile` takes for DOS letters may be Cyrillic."""
    if member.flag_bits & UTF8_NAME or member.orig_filename.isascii():
        return member.orig_filename
    try:
        raw = member.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return member.orig_filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return cyrillic(raw) or member.orig_filename


def cyrillic(raw: bytes) -> str | None:
    """A name in the letters of Russian DOS or Windows, if it reads like words in one of them."""
    readings = []
    for encoding in ("cp866", "cp1251"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = re.findall(r"[^\W\d_]+", name)
        whole = all(word.isascii() or not re.search("[A-Za-z]", word) for word in words)
        if whole and all(letter.isascii() or letter.isalpha() or letter in "«»№—–" for letter in name):
            readings.append((likelihood(name), name))
    score, best = max(readings, default=(LEAST_LIKELY_OF_FEW, ""))
    return best if score > LEAST_LIKELY_OF_FEW else None


def page_stems(parts: list[str]) -> Iterator[str]:
    """The saved pages, without their endings, to whose folders of pictures a file would belong."""
    for depth, part in enumerate(parts[:-1]):
        if part.endswith("_files"):
            yield "/".join([*parts[:depth], part.removesuffix("_files")])
