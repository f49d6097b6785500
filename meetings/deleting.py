"""Deleting a document for good, with all that rests on it alone; nothing goes that `what_goes` does not list.

What it withholds is remembered by a takedown; what is deleted comes back as new with the next import of its file.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet

from meetings import resolving, writing
from meetings.importing.storing import elect
from meetings.models import (
    Account,
    Correction,
    Document,
    DocumentVersion,
    Doubt,
    Edition,
    ImportedFile,
    Judgement,
    Meeting,
    Mention,
    Participant,
    Person,
    PersonName,
    Quote,
    Reference,
    Suggestion,
)

Ids = set[int]


class Going(NamedTuple):
    """Rows that go together, and what they are called."""

    what: str
    rows: QuerySet[Any]


def what_goes(document: Document) -> list[Going]:
    """All rows that go, what points to others before what it points to."""
    meetings, persons = meetings_gone(document), persons_gone(document)
    decided = {"document": {document.path}} | {"meeting": keys_of(meetings), "person": slugs_of(persons)}
    names = PersonName.objects.filter(Q(person__in=persons) | Q(home__in=persons))
    suggested = Suggestion.objects.filter(Q(quote__document=document) | Q(meeting__in=meetings))
    return [
        Going("Suggestions of readers", suggested.select_related("quote", "meeting")),
        Going("Quotes", Quote.objects.filter(document=document)),
        Going("Mentions", Mention.objects.filter(document=document).select_related("name", "country")),
        Going("References to other meetings", Reference.objects.filter(document=document)),
        Going("Accounts", Account.objects.filter(document=document).select_related("document")),
        Going("Participants of meetings that nobody else tells of", Participant.objects.filter(meeting__in=meetings)),
        Going("Addresses that led to such meetings", Meeting.objects.filter(pk__in=meetings).exclude(merged_into=None)),
        Going("Meetings that nobody else tells of", Meeting.objects.filter(pk__in=meetings, merged_into=None)),
        Going("Spellings of persons who are named nowhere else", names),
        Going("Addresses that led to such persons", Person.objects.filter(pk__in=persons).exclude(merged_into=None)),
        Going("Persons who are named nowhere else", Person.objects.filter(pk__in=persons, merged_into=None)),
        Going("Corrections", of_subjects(Correction, decided, "subject")),
        Going("Judgements", of_subjects(Judgement, decided, "one", "other")),
        Going("Questions in the review queue", of_subjects(Doubt, decided, "subject", "other", kind="about")),
        Going("What imports told of it", told_by_imports(document)),
        Going("Versions", Edition.objects.filter(document=document).select_related("document")),
        Going("The document", Document.objects.filter(pk=document.pk)),
        Going("Texts as they came, with their bytes", texts_gone(document)),
    ]


def told_by_imports(document: Document) -> QuerySet[ImportedFile]:
    """Results of imports under its name, which hold words of it; not what waits to be kept, which is another text."""
    return ImportedFile.objects.filter(path=document.path, raw=None)


def of_subjects(model: Any, subjects: dict[str, set[str]], *fields: str, kind: str = "kind") -> QuerySet[Any]:
    """The rows that speak of these subjects, named by kind and natural key in any of the fields."""
    found = Q(pk__in=())
    for about, keys in subjects.items():
        for field in fields:
            found |= Q(**{kind: about, f"{field}__in": keys})
    return model.objects.filter(found)


def keys_of(meetings: Ids) -> set[str]:
    return set(Meeting.objects.filter(pk__in=meetings).values_list("key", flat=True))


def slugs_of(persons: Ids) -> set[str]:
    return set(Person.objects.filter(pk__in=persons).values_list("slug", flat=True))


def meetings_gone(document: Document) -> Ids:
    """Meetings of which no other document has an account, with the addresses that lead to them."""
    others = Account.objects.exclude(document=document)
    mine = Meeting.objects.filter(Q(accounts__document=document) | Q(homed_accounts__document=document))
    alone = mine.filter(merged_into=None).exclude(Q(pk__in=others.values("meeting")) | Q(pk__in=others.values("home")))
    gone = set(alone.values_list("pk", flat=True))
    return gone | set(Meeting.objects.filter(merged_into__in=gone).values_list("pk", flat=True))


def persons_gone(document: Document) -> Ids:
    """Persons whom only this text names, and who neither met nor spoke elsewhere, with their old addresses."""
    gone = meetings_gone(document)
    spelled = PersonName.objects.filter(mentions__document=document)
    elsewhere = Mention.objects.exclude(document=document)
    mine = Person.objects.filter(Q(names__in=spelled) | Q(homed_names__in=spelled), merged_into=None)
    known = (
        Q(pk__in=elsewhere.exclude(person=None).values("person"))
        | Q(pk__in=elsewhere.exclude(name__person=None).values("name__person"))
        | Q(pk__in=elsewhere.exclude(name__home=None).values("name__home"))
        | Q(pk__in=Participant.objects.exclude(meeting__in=gone).exclude(person=None).values("person"))
        | Q(pk__in=Quote.objects.exclude(document=document).exclude(speaker=None).values("speaker"))
    )
    found = set(mine.exclude(known).values_list("pk", flat=True))
    return found | set(Person.objects.filter(merged_into__in=found).values_list("pk", flat=True))


def texts_gone(document: Document) -> QuerySet[DocumentVersion]:
    """Its texts that no other document has, or has had."""
    kept = Edition.objects.exclude(document=document).values("version")
    held = Document.objects.exclude(pk=document.pk).values("version")
    mine = DocumentVersion.objects.filter(Q(editions__document=document) | Q(documents=document)).distinct()
    return mine.exclude(Q(pk__in=kept) | Q(pk__in=held)).defer("raw", "text", "reading")


def what_stays(document: Document) -> list[Going]:
    """What one might think goes, but does not."""
    gone = meetings_gone(document)
    meetings = Meeting.objects.filter(accounts__document=document).exclude(pk__in=gone).distinct()
    return [
        Going("Meetings that others tell of, with what these say", meetings),
        Going("The same text under other names", same_text(document)),
    ]


def same_text(document: Document) -> QuerySet[Document]:
    return Document.objects.filter(version=document.version_id).exclude(pk=document.pk)


@transaction.atomic
def delete(document: Document) -> dict[str, int]:
    """Delete it; what rested on others too is told by these alone. Returns how many rows of each kind went."""
    writing.take_turn()
    document = Document.objects.select_for_update().select_related("version").get(pk=document.pk)
    going = [(one.what, one.rows.model, list(one.rows.values_list("pk", flat=True))) for one in what_goes(document)]
    version = document.version
    copies, homes = list(document.copies.all()), set(document.accounts.values_list("home", flat=True))
    resolving.forget(document)
    resolving.catch_up()  # who goes is not to be counted any more
    document.copies.update(same_text_as=None)
    for _what, model, ids in going:
        remove(model, ids)
        if model is Account:
            hand_on(homes)
    if copies:
        touched = elect(version)
        resolving.resolve([touched[pk] for pk in sorted(touched)])
    return {what: len(ids) for what, _model, ids in going if ids}


def hand_on(homes: Ids) -> None:
    """A meeting whose first account went becomes the home of the oldest that it has: its address and decisions stay."""
    for meeting in Meeting.objects.filter(pk__in=homes, homed_accounts=None, merged_into=None):
        if account := meeting.accounts.order_by("pk").first():
            account.home = meeting
            account.save(update_fields=["home"])


def remove(model: Any, ids: list[int]) -> None:
    """Delete these rows and no others. Raises RuntimeError where the database would take others along."""
    _number, gone = model.objects.filter(pk__in=ids).delete()
    if beyond := gone.keys() - {model._meta.label}:
        raise RuntimeError(f"{', '.join(sorted(beyond))} would be deleted without having been listed.")
