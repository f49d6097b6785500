"""How a takedown is written: one decision a document, quote or person, and what it bears on resolved again, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Length

from meetings import resolving, writing
from meetings.models import Document, DocumentVersion, Person, PersonName, PublisherTerms, Quote, Takedown
from meetings.models.takedown import LONGEST_QUOTE, digest
from meetings.resolving.withholding import takedowns_on

BATCH = 100
"""Documents that are resolved together."""
Subject = Document | Quote | Person


@transaction.atomic
def withhold(
    rows: Iterable[Subject], *, author: User | None = None, reason: str = "", public: bool = False
) -> list[Takedown]:
    """Withhold these; what is withheld already stays so under the takedown that stands."""
    writing.take_turn()
    made = []
    for row in rows:
        takedown = Takedown(**named(row), author=author, reason=reason, public=public)
        standing = Takedown.objects.standing().filter(kind=takedown.kind, subject=takedown.subject, part=takedown.part)
        if not standing.exists():
            takedown.save()
            made.append(takedown)
    follow(made)
    return made


@transaction.atomic
def withdraw(takedown: Takedown, author: User | None) -> None:
    """End a takedown: what it withheld is shown again, under the same addresses."""
    writing.take_turn()
    takedown.withdraw(author)
    follow([takedown])


def named(row: Subject) -> dict[str, Any]:
    """The natural key under which a row is withheld, and what it is called now."""
    if isinstance(row, Person):
        return {"kind": Takedown.Kind.PERSON, "subject": row.slug, "title": row.name[:300]}
    if isinstance(row, Document):
        text = digest(row.version.text)
        return {"kind": Takedown.Kind.DOCUMENT, "subject": row.path, "text": text, "title": str(row)[:300]}
    start, end = (int(part) for part in row.key.split("-"))
    words = row.text if not row.shortened else row.version.text[start:end]
    return {
        "kind": Takedown.Kind.QUOTE,
        "subject": row.document.path,
        "words": words,
        "part": digest(words),
        "text": digest(row.version.text),
        "title": str(row)[:300],
    }


def follow(takedowns: Iterable[Takedown]) -> None:
    """Resolve again what these bear on, and nothing twice."""
    rows = list(takedowns)
    for slug in dict.fromkeys(row.subject for row in rows if row.kind == Takedown.Kind.PERSON):
        resolving.resolve_subject("person", slug)
    told = [row for row in rows if row.kind != Takedown.Kind.PERSON]
    resolve_again({pk for row in told for pk in concerned(row)})


def concerned(takedown: Takedown) -> set[int]:
    """Documents of this path, of any text that it has had, and of the same words (their ids)."""
    had = DocumentVersion.objects.filter(editions__document__path=takedown.subject)
    same = DocumentVersion.objects.filter(pk__in=[*had.values_list("pk", flat=True), *same_words(takedown, had)])
    found = Document.objects.filter(Q(path=takedown.subject) | Q(version__in=same.values("pk")))
    return set(found.values_list("pk", flat=True))


def same_words(takedown: Takedown, had: Any) -> Iterator[int]:
    """Texts that differ from the one withheld in their bytes or line breaks alone."""
    lengths = [len(text) for text in had.values_list("text", flat=True)]
    if not lengths:
        return
    near = DocumentVersion.objects.annotate(length=Length("text")).filter(
        length__gte=min(lengths) * 9 // 10 - 20, length__lte=max(lengths) * 11 // 10 + 20
    )
    for pk, text in near.order_by().values_list("pk", "text").iterator():
        if digest(text) == takedown.text:
            yield pk


def resolve_again(documents: Iterable[int]) -> None:
    ids = iter(sorted(documents))
    while some := list(islice(ids, BATCH)):
        resolving.resolve(Document.objects.filter(pk__in=some).select_related("version").order_by("pk"))


@transaction.atomic
def follow_terms(publishers: Iterable[str]) -> None:
    """After the terms of these publishers changed: shorten quotes that are too long by now, restore others."""
    writing.take_turn()
    long = Quote.objects.annotate(length=F("end") - F("start")).filter(
        Q(shortened=True) | Q(length__gt=min(LONGEST_QUOTE.values())), document__publisher__in=list(publishers)
    )
    resolve_again(long.order_by().values_list("document", flat=True).distinct())


def takedown_of(row: Subject) -> Takedown | None:
    """The takedown under which a row is withheld."""
    standing = Takedown.objects.standing()
    if isinstance(row, Person):
        slugs = Person.objects.filter(Q(pk=row.pk) | Q(merged_into=row)).values("slug")
        return standing.filter(kind=Takedown.Kind.PERSON, subject__in=slugs).last()
    if isinstance(row, Document):
        return takedowns_on([row]).get(row.pk)
    mine = standing.filter(kind=Takedown.Kind.QUOTE, subject=row.document.path)
    return mine.filter(part=digest(row.text)).last() or mine.last()


def rests_on_withheld(person: Person) -> bool:
    """Whether nobody but a withheld document names the person: then there is nothing to show of them either."""
    if person.document_count or person.meeting_count or person.quote_count:
        return False
    spelled = set(PersonName.objects.filter(Q(home=person) | Q(person=person)).values_list("name", flat=True))
    readings = DocumentVersion.objects.filter(editions__document__withheld=True).exclude(reading={})
    return any(
        spelled & {one.name.value for one in version.record.people}
        for version in readings.only("reading").distinct().iterator()
    )


def terms_of(publishers: Iterable[str]) -> dict[str, PublisherTerms]:
    """The terms that bound what is shown of these publishers' texts, by publisher; full text needs no word."""
    rows = PublisherTerms.objects.filter(publisher__in=set(publishers)).exclude(shows=PublisherTerms.Shows.FULL)
    return {row.publisher: row for row in rows}
