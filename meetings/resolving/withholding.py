"""What is withheld: takedowns in the shape in which resolving and showing ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from meetings.alignment import edited, find
from meetings.extraction.record import Span
from meetings.models import Document, DocumentVersion, Edition, Person, PersonName, PublisherTerms, Takedown
from meetings.models.takedown import LONGEST_QUOTE, digest
from meetings.resolving.rows import Updates


def mark_documents(documents: Collection[Document]) -> None:
    """Bring `withheld` of these documents in step."""
    held = takedowns_on(documents)
    with Updates() as updates:
        for document in documents:
            updates.set(document, {"withheld": document.pk in held})


def takedowns_on(documents: Collection[Document]) -> dict[int, Takedown]:
    """The takedown under which each document (its id) falls: by its path, or because another's text is withheld."""
    standing = Takedown.objects.standing().filter(kind=Takedown.Kind.DOCUMENT)
    by_text = texts_withheld(document.version for document in documents)
    by_path = {row.subject: row for row in standing.filter(subject__in={document.path for document in documents})}
    rows = ((document.pk, by_path.get(document.path) or by_text.get(document.version_id)) for document in documents)
    return {pk: row for pk, row in rows if row}


def texts_withheld(versions: Iterable[DocumentVersion]) -> dict[int, Takedown]:
    """The takedown under which each text (its id) falls: by its words, or because a withheld document has had it."""
    standing = Takedown.objects.standing().filter(kind=Takedown.Kind.DOCUMENT)
    if not standing.exists():
        return {}
    texts = {version.pk: digest(version.text) for version in versions}
    shared = Edition.objects.filter(version__in=texts, document__path__in=standing.order_by().values("subject"))
    paths = dict(shared.values_list("version", "document__path"))
    rows = list(standing.filter(Q(subject__in=paths.values()) | Q(text__in=texts.values())))
    by_path, by_text = ({getattr(row, name): row for row in rows} for name in ("subject", "text"))
    found = ((pk, by_text.get(text) or by_path.get(paths.get(pk, ""))) for pk, text in texts.items())
    return {pk: row for pk, row in found if row}


def mark_persons(persons: Collection[int]) -> set[int]:
    """Bring `withheld` of these persons in step, and of who is merged into them; returns the spellings concerned."""
    rows = Person.objects.filter(Q(pk__in=persons) | Q(merged_into__in=persons))
    columns = list(rows.values_list("pk", "merged_into", "slug", "withheld"))
    standing = Takedown.objects.standing().filter(kind=Takedown.Kind.PERSON)
    named = set(standing.filter(subject__in=[slug for _, _, slug, _ in columns]).values_list("subject", flat=True))
    wanted = {pk for pk, heir, slug, _ in columns if slug in named}
    wanted |= {heir for _, heir, slug, _ in columns if slug in named and heir}
    stale = {pk for pk, _, _, withheld in columns if withheld != (pk in wanted)}
    Person.objects.filter(pk__in=stale & wanted).update(withheld=True)
    Person.objects.filter(pk__in=stale - wanted).update(withheld=False)
    return set(PersonName.objects.filter(person__in=stale).values_list("pk", flat=True)) if stale else set()


def persons_withheld(persons: Iterable[int | None]) -> set[int]:
    """Those of these persons whose names are not told."""
    return set(Person.objects.filter(pk__in=[pk for pk in persons if pk], withheld=True).values_list("pk", flat=True))


def places_hidden(texts: Sequence[tuple[str, str]]) -> list[list[Span]]:
    """Where the words of withheld quotes stand in these texts, each with the path of its document."""
    return [
        [span for words in several for span in places(words, text)]
        for (_, text), several in zip(texts, words_hidden(texts), strict=True)
    ]


def words_hidden(texts: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The words of the quotes that are withheld in these texts, each with the path of its document."""
    digests = [digest(text) for _, text in texts]
    paths = {path for path, _ in texts}
    standing = Takedown.objects.standing().filter(kind=Takedown.Kind.QUOTE)
    by_path: dict[str, set[str]] = defaultdict(set)
    by_text: dict[str, set[str]] = defaultdict(set)
    for row in standing.filter(Q(subject__in=paths) | Q(text__in=digests)):
        by_path[row.subject].add(row.words)
        by_text[row.text].add(row.words)
    return [sorted(by_path[path] | by_text[mark]) for (path, _), mark in zip(texts, digests, strict=True)]


def places(words: str, text: str) -> list[Span]:
    """Every place of the words, however their lines are broken; else the one where they were slightly edited."""
    found = [span for span in find(words, text) if not cuts_words(span, text)]
    near = None if found else edited(words, text)
    return [near] if near else found


def cuts_words(span: Span, text: str) -> bool:
    """Whether the span begins or ends amid a word."""
    start, end = text[max(span.start - 1, 0) : span.start + 1], text[span.end - 1 : span.end + 1]
    return any(len(pair) == 2 and pair.isalnum() for pair in (start, end))


def touches(span: Span, others: Collection[Span]) -> bool:
    """Whether the span shares characters with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def longest_quote(publisher: str) -> int | None:
    """So many characters of a quote may be shown; None where the terms set no bound."""
    terms = PublisherTerms.objects.filter(publisher=publisher).first() if publisher else None
    return LONGEST_QUOTE.get(PublisherTerms.Shows(terms.shows)) if terms else None


def shortened(text: str, span: Span, longest: int | None) -> Span:
    """The beginning of the span, of so many characters at most, cut between words."""
    if longest is None or span.end - span.start <= longest:
        return span
    words = text[span.start : span.start + longest]
    head = words.rpartition(" ")[0].rstrip()
    return Span(span.start, span.start + len(head if len(head) > longest // 2 else words))


def publishers_with_terms() -> set[str]:
    """Publishers whose terms bound what is shown of their texts."""
    return set(PublisherTerms.objects.values_list("publisher", flat=True))
