"""What people look for comes first: a list of queries over the texts that come with the reading room, and the titles
and names of a larger folder where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.db.models import Count

from meetings.models import Document, Person
from meetings.search import Search
from meetings.search.entries import code_of
from meetings.search.words import fold, written

FIRST, AMONG_THREE = 0.9, 0.98
LIST = Path(__file__).parent / "relevance.yaml"
KINDS = ("person", "country", "document")


def best(words: str, kind: str) -> list[int]:
    """The first three, with the spelling that is meant where nothing is found at all, as on the page."""
    search = Search(words)
    if not any(search.totals.values()) and (meant := search.meant()):
        search = Search(meant)
    return search.best(kind, 0, 3)


def shown(kind: str, ids: list[int]) -> list[str]:
    if kind == "country":
        return [code_of(id) for id in ids]
    if kind == "person":
        slugs = Person.objects.in_bulk(ids)
        return [slugs[id].slug for id in ids]
    paths = Document.objects.in_bulk(ids)
    return [Path(paths[id].path).stem for id in ids]


def places(queries: Iterable[tuple[str, str, list[str]]]) -> dict[str, int | None]:
    """For each query the place of the first result that was expected, from 0; None where it is not among three."""
    found: dict[str, int | None] = {}
    for words, kind, expected in queries:
        results = shown(kind, best(words, kind))
        found[f"{words} ({kind})"] = next((n for n, one in enumerate(results) if one in expected), None)
    return found


def check(found: dict[str, int | None], first: float = FIRST, among_three: float = AMONG_THREE) -> None:
    not_first = {words: place for words, place in found.items() if place != 0}
    missing = [words for words, place in found.items() if place is None]
    assert 1 - len(not_first) / len(found) >= first, not_first
    assert 1 - len(missing) / len(found) >= among_three, missing


def listed() -> Iterable[tuple[str, str, list[str]]]:
    for entry in yaml.safe_load(LIST.read_text(encoding="utf-8")):
        kind = next(kind for kind in KINDS if kind in entry)
        expected: Any = entry[kind]
        yield entry["q"], kind, [expected] if isinstance(expected, str) else expected


@pytest.mark.django_db(transaction=True)
def test_the_list_of_queries(fixtures_dir: Path) -> None:
    queries = list(listed())
    assert len({words for words, _, _ in queries}) >= 60
    call_command("import_records", str(fixtures_dir), verbosity=0)
    check(places(queries))


@pytest.mark.corpus
@pytest.mark.django_db(transaction=True)
def test_titles_and_names_of_a_larger_folder(corpus_dir: Path) -> None:
    """The rarest words of a title lead to its text; a name in any of its spellings leads to its bearer."""
    call_command("import_records", str(corpus_dir / "dev"), verbosity=0)
    documents = Document.objects.told().exclude(title="")
    titles = [(rarest(one.title), "document", same_title(one)) for one in documents]
    people = Person.objects.listed().annotate(spellings=Count("names")).filter(spellings__gt=1)
    names = [(name.name, "person", bearers(name.name)) for one in people for name in one.names.all()]
    assert len(titles) + len(names) >= 20
    check(places(titles + names))


def rarest(title: str) -> str:
    """The five longest words of a title, which are as a rule the rarest."""
    words = [word for word in dict.fromkeys(written(title)) if len(word) > 1] or written(title)[:8]
    return " ".join(sorted(words, key=len, reverse=True)[:5])


def same_title(document: Document) -> list[str]:
    return [Path(path).stem for path in Document.objects.filter(title=document.title).values_list("path", flat=True)]


def bearers(name: str) -> list[str]:
    """All who are known by a name: there may be several."""
    wanted = fold(name)
    known = Person.objects.listed().prefetch_related("names")
    return [one.slug for one in known if wanted in {fold(spelling.name) for spelling in one.names.all()}]
