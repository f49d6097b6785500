"""Entries as the engine holds them: which fields there are, and what of an entry stands in each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.metadata import version
from typing import NamedTuple

import tantivy

from meetings.search import entries
from meetings.search.entries import Entry
from meetings.search.words import as_typed, fold, is_han, names, sounding, stem, written

VERSION = 3
"""Of what is written into the index, and how: a new number makes every index anew."""
LITTLE_MEMORY = 15_000_000
"""Bytes that the engine takes at least for what it has not written yet."""
BETWEEN = "¶"
"""Stands between texts, so that no phrase begins in one and ends in the next."""
TEXTS = ("title", "said", "body", "exact")
MARKS = ("kind", "key", "languages", "names", "people", "parties", "speakers", "countries", "states")


@cache
def schema() -> tantivy.Schema:
    """Texts hold words in order with their places, and behind them the stems, each with a `~`."""
    builder = tantivy.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="spaced", index_option="position")
    for name in MARKS:
        builder.add_text_field(name, tokenizer_name="spaced", index_option="basic")
    builder.add_unsigned_field("id", fast=True)
    builder.add_unsigned_field("date", fast=True, indexed=True)
    builder.add_float_field("weight", fast=True)
    builder.add_text_field("position", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


@cache
def stamp() -> str:
    """Of the makings of an index that do not stand in the database."""
    return f"{VERSION}-{version('tantivy')}"


def prepared(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("spaced", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def add(writer: tantivy.IndexWriter, found: Iterable[Entry]) -> None:
    for entry in found:
        writer.add_document(document_of(entry))


def document_of(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    title, said, body = ([read(*text) for text in texts] for texts in (entry.title, entry.said, entry.body))
    everywhere = [*title, *said, *body]
    document.add_text("kind", entry.kind)
    document.add_text("key", entry.key)
    document.add_unsigned("id", entry.id)
    document.add_unsigned("date", entry.date)
    document.add_float("weight", entry.weight)
    for name, texts in (("title", title), ("said", said), ("body", everywhere)):
        document.add_text(name, searchable(texts))
    document.add_text("exact", f" {BETWEEN} ".join(text.typed for text in everywhere))
    document.add_text("languages", " ".join({text.language for text in everywhere}))
    document.add_text("names", " ".join(name_marks(entry.names)))
    for name in ("people", "parties", "speakers", "countries", "states"):
        document.add_text(name, " ".join(map(str, getattr(entry, name))))
    return document


class Read(NamedTuple):
    """The words of a text, with spaces between them: folded, as they were typed, and their stems."""

    language: str
    folded: str
    typed: str
    stems: str


class Forms(dict[str, tuple[str, str, str]]):
    """The words of one language that were met last, each folded, as it was typed, and its stem."""

    MOST = 2**16

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, word: str) -> tuple[str, str, str]:
        if len(self) >= self.MOST:
            self.clear()
        folded = fold(word)
        self[word] = folded, as_typed(word), f"~{stem(folded, self.language)}" if folded else ""
        return self[word]


FORMS = lru_cache(maxsize=64)(Forms)


def read(text: str, language: str) -> Read:
    forms = FORMS(language)
    every = [forms[word] for word in written(text)]
    return Read(language, *map(" ".join, zip(*every, strict=True))) if every else Read(language, "", "", "")


def searchable(texts: Iterable[Read]) -> str:
    """The folded words of the texts in order, and behind them their stems."""
    words, stems = [], []
    for text in texts:
        words += [text.folded, BETWEEN]
        stems.append(text.stems)
    return " ".join(words + stems)


def parts_of_han(name: str) -> list[str]:
    """A Chinese name is one word, and elsewhere two: the family name, as a rule of one character, and the given one."""
    return [name[:1], name[1:]] if is_han(name) and 1 < len(name) < 5 else []


def name_marks(spellings: Iterable[str]) -> set[str]:
    """By which a person is found: the words of each spelling, folded and by their sound."""
    words = {part for spelling in spellings for word in names(spelling) for part in (word, *parts_of_han(word))}
    sounds = {f"&{sounding(word)}" for word in words if not any(letter.isdigit() for letter in word)}
    return {f"={fold(word)}" for word in words} | sounds


def in_memory(found: Iterable[Entry]) -> tantivy.Searcher:
    index = prepared(tantivy.Index(schema()))
    writer = index.writer(LITTLE_MEMORY, 1)
    add(writer, found)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher()


@cache
def of_states() -> tantivy.Searcher:
    """States change with the program alone."""
    return in_memory(entries.countries())
