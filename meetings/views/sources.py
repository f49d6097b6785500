"""A source text as a page shows it: its words marked with what was read from them, and the way back."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from meetings.extraction.record import Finding, Meeting, Record
from meetings.highlighting import Mark, quotable
from meetings.models import Account, Document, DocumentVersion, Mention, PublisherTerms, Quote, Reference

FACTS = ("date", "format", "place", "place_country")
Spans = Sequence[Sequence[int]]


def fact_label(name: str) -> str:
    labels = {
        "date": _("Meeting date"),
        "format": _("Format"),
        "place": _("Place"),
        "place_country": _("Country of the place"),
        "published": _("Published"),
        "country": _("Country of the publisher"),
        "language": _("Language"),
        "title": _("Title"),
    }
    return labels[name]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a fact rests on, where they stand, and in which source of the page."""

    words: str
    href: str
    rule: str
    number: int


@dataclass(frozen=True, slots=True)
class Source:
    """One text with its marks. `number` counts the sources of a page."""

    document: Document
    text: str
    marks: list[Mark] = field(default_factory=list)
    number: int = 1
    terms: PublisherTerms | None = None
    """What bounds how much of the text is shown, if anything does."""

    @property
    def address(self) -> str:
        """Where the text was published, if that is an address of the web."""
        return self.document.web_address


def web_address(value: str) -> str:
    """The address, if it is one of the web; "" for others, such as `javascript:`."""
    return value if value.startswith(("https://", "http://")) else ""


def reading_of(version: DocumentVersion) -> Record | None:
    return version.record if version.reading else None


def telling_of(account: Account) -> Meeting | None:
    """What an account tells in the current text; None where the text no longer tells it."""
    return account.record if account.reading and account.position is not None else None


def anchor(document: int, *parts: object) -> str:
    """The id of words in a document's text: `d3-q12`."""
    return "-".join([f"d{document}", *(str(part) for part in parts)])


def evidence(account: Account, name: str, finding: Finding, number: int = 1) -> Evidence:
    """The words of an account's finding; without words and address where it rests on none, or none that are shown."""
    if not finding.spans:
        return Evidence("", "", finding.rule, number)
    words = quotable(account.document.version.text, *finding.spans[0])
    href = "#" + anchor(account.document_id, f"a{account.number}", name) if words else ""
    return Evidence(words, href, finding.rule, number)


def account_marks(account: Account, entry: str, alone: Container[str] = ()) -> Iterator[Mark]:
    """The words that an account's facts rest on. `entry` begins the id of a fact's entry on the page.

    `alone` are the facts (`p0` for the first participant) that no other source of the page tells.
    """
    told = telling_of(account)
    if told is None:
        return
    for name in FACTS:
        finding: Finding = getattr(told, name)
        here = anchor(account.document_id, f"a{account.number}", name)
        label = _("%(fact)s (rule %(rule)s)") % {"fact": fact_label(name), "rule": finding.rule}
        yield from spread(finding.spans, "fact", here, f"#{entry}{name}", label, only_here(name in alone))
    for number, participant in enumerate(told.participants):
        here = anchor(account.document_id, f"a{account.number}", f"p{number}")
        yield from spread(participant.name.spans[:1], "anchor", here, note=only_here(f"p{number}" in alone))


def only_here(alone: bool) -> str:
    return _("only in this source") if alone else ""


def spread(spans: Spans, kind: str, id: str = "", href: str = "", label: str = "", note: str = "") -> Iterator[Mark]:
    """A mark for each span; the first bears the id and the note."""
    for number, (start, end) in enumerate(spans):
        yield Mark(start, end, kind, "" if number else id, href, label, "" if number else note)


def furniture_marks(record: Record | None) -> Iterator[Mark]:
    for start, end in record.furniture if record else ():
        yield Mark(start, end, "furniture")


def quote_marks(quotes: Iterable[Quote], numbers: dict[int, int], alone: Container[int] = ()) -> Iterator[Mark]:
    """Quotes, with the number of their entry on the page where they have one; `alone` are in no other source of it."""
    for quote in quotes:
        here = anchor(quote.document_id, f"q{quote.pk}")
        number = numbers.get(quote.pk)
        if quote.question_span:
            yield from spread([quote.question_span], "question", f"{here}-question", label=_("The question"))
        href = f"#quote-{quote.pk}" if number else quote.get_absolute_url()
        yield Mark(quote.start, quote.end, "quote", here, href, str(number or ""), only_here(quote.pk in alone))
        if quote.speaker_span:
            yield from spread([quote.speaker_span], "anchor", f"{here}-speaker")


def mention_marks(mentions: Iterable[Mention], entries: dict[int, str]) -> Iterator[Mark]:
    """Persons and states where the text names them; `entries` are the persons that have an entry on the page."""
    seen: set[int] = set()
    for mention in mentions:
        if mention.country:
            here = anchor(mention.document_id, "c", mention.country.code.lower())
            yield from spread(mention.spans, "country", here, mention.country.get_absolute_url(), str(mention.country))
        elif mention.person:
            here = "" if mention.person.pk in seen else anchor(mention.document_id, f"p{mention.person.pk}")
            seen.add(mention.person.pk)
            href = entries.get(mention.person.pk) or mention.person.get_absolute_url()
            yield from spread(mention.spans, "person", here, href, mention.person.name)


def reference_marks(references: Iterable[Reference]) -> Iterator[Mark]:
    for row in references:
        here = anchor(row.document_id, f"r{row.pk}")
        href = row.meeting.get_absolute_url() if row.meeting else ""
        yield Mark(row.start, row.end, "reference", here, href, _("Another meeting"))


def named(mentions: Iterable[Mention]) -> tuple[list[Mention], set[tuple[int, str]]]:
    """The mentions that are shown; and the names (document, name) of persons who are withheld."""
    shown, hidden = [], set()
    for mention in mentions:
        if mention.withheld and mention.name:
            hidden.add((mention.document_id, mention.name.name))
        else:
            shown.append(mention)
    return shown, hidden


def with_parties(
    references: Iterable[Reference], mentions: Iterable[Mention], hidden: Collection[tuple[int, str]] = ()
) -> list[tuple[Reference, list[str]]]:
    """Each reference with its parties' names; states are named where the text mentions them."""
    states = {mention.country_id: str(mention.country) for mention in mentions if mention.country}
    return [
        (
            row,
            [
                _("Name withheld") if (row.document_id, party) in hidden else states.get(party, party)
                for party in row.parties
            ],
        )
        for row in references
    ]
