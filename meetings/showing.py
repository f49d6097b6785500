"""What readers may see of a text: no words of withheld quotes, and no more than the terms of its publisher allow.

A hidden character is replaced by one that stands for it, so that offsets go on counting in what is left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from meetings.extraction.record import Finding, Meeting, Record, Span
from meetings.extraction.record import Quote as QuoteRead
from meetings.highlighting import BLOT, GAP, paragraphs
from meetings.models import Document, DocumentVersion, Mention, PersonName, PublisherTerms, Quote
from meetings.models.takedown import LONGEST_QUOTE
from meetings.resolving.withholding import places_hidden, shortened, touches
from meetings.takedowns import terms_of

_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?…。！？؟]+[\"”»’')\]]*(?=\s|\Z)")
FACTS = ("date", "format", "place", "place_country")
Text = tuple[Document, DocumentVersion]


def show(texts: Iterable[Text]) -> dict[int, PublisherTerms]:
    """Let `text` of these versions hold what readers may see, and `full_text` the whole, in a fixed number of queries.

    Returns the terms that bound what is shown of a document, by its id; full text needs no word. The versions are not
    to be saved afterwards.
    """
    found = [(document, version) for document, version in texts if version.full_text is None]
    terms = terms_of(document.publisher for document, _version in found)
    places = places_hidden([(document.path, version.text) for document, version in found])
    for (document, version), hidden in zip(found, places, strict=True):
        version.full_text = version.text
        if bounds := terms.get(document.publisher):
            version.text = only(version.text, excerpt_of(version, bounds))
        version.text = blotted(version.text, hidden)
    return {document.pk: terms[document.publisher] for document, _version in found if document.publisher in terms}


def hide_speaker(quote: Quote) -> None:
    """Name no withheld speaker. Quotes that no text has any more keep theirs, for the day the takedown is withdrawn.

    The quote is not to be saved afterwards.
    """
    person = quote.speaker
    heir = person.merged_into if person else None
    if person and (person.withheld or (heir and heir.withheld)):
        quote.speaker, quote.speaker_name, quote.speaker_span, quote.speaker_withheld = None, "", None, True


def is_whole(version: DocumentVersion) -> bool:
    """Whether nothing of a version that `show` has seen is hidden."""
    return version.full_text is None or version.full_text == version.text


def blotted(text: str, spans: Iterable[Span]) -> str:
    for start, end in spans:
        text = text[:start] + BLOT * (end - start) + text[end:]
    return text


def only(text: str, spans: Iterable[Span]) -> str:
    """The text with everything outside these spans left out; where a line break is, the rest begins a paragraph."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            parts += [left_out(text[at:start]), text[start:end]]
            at = end
    return "".join([*parts, left_out(text[at:])])


def left_out(words: str) -> str:
    if not words.strip():
        return words
    return GAP * (len(words) - 2) + "\n\n" if "\n" in words and len(words) > 2 else GAP * len(words)


def excerpt_of(version: DocumentVersion, terms: PublisherTerms) -> Iterator[Span]:
    """The headline and the sentences in which something was found, where the terms allow an excerpt; else nothing."""
    if terms.shows != PublisherTerms.Shows.EXCERPT or not version.reading:
        return
    blocks = [Span(*span) for span in paragraphs(version.text)]
    for span in sorted(set(found_in(version.record, version.text))):
        yield from sentences(version.text, span, blocks)


def found_in(record: Record, text: str) -> Iterator[Span]:
    """Where facts, participants and quotes stand, these as far as they may be shown."""
    yield from record.title.spans
    yield from record.published.spans
    for meeting in record.meetings:
        for name in FACTS:
            yield from getattr(meeting, name).spans[:1]
        for seat in meeting.participants:
            yield from seat.name.spans[:1]
    for quote in record.quotes:
        yield shortened(text, quote.span, LONGEST_QUOTE[PublisherTerms.Shows.EXCERPT])
        yield from quote.speaker.spans[:1]


def sentences(text: str, span: Span, blocks: Iterable[Span]) -> Iterator[Span]:
    """From the beginning of the sentence in which the words begin to the end of the one in which they end.

    Of a quote that was cut short the sentence ends where the quote does.
    """
    for block in blocks:
        start, end = max(span.start, block.start), min(span.end, block.end)
        if start < end:
            before = [found.end() for found in _SENTENCE_END.finditer(text, block.start, start)]
            after = _SENTENCE_END.search(text, max(end - 1, start), block.end)
            long = span.end - span.start >= LONGEST_QUOTE[PublisherTerms.Shows.EXCERPT] // 2
            close = end if long else after.end() if after else block.end
            yield Span(max([block.start, *before]), close)


def record_of(document: Document, version: DocumentVersion) -> Record | None:
    """The reading of a version, as far as readers may see it: without withheld quotes and persons."""
    if not version.reading:
        return None
    record, text = version.record, version.full_text or version.text
    hidden = names_hidden(document, record)
    places = places_hidden([(document.path, text)])[0]
    quotes = (quote for quote in record.quotes if not touches(quote.span, places))
    titled = not any(touches(span, places) for span in record.title.spans)
    return replace(
        record,
        title=record.title if titled else Finding(None, record.title.rule, record.title.confidence),
        meetings=tuple(unnamed(meeting, hidden) for meeting in record.meetings),
        people=tuple(one for one in record.people if one.name.value not in hidden),
        quotes=tuple(spoken(quote, hidden) for quote in quotes),
        references=tuple(replace(one, parties=parties(one.parties, hidden)) for one in record.references),
    )


def names_hidden(document: Document, record: Record) -> set[str]:
    """The names in the record that are held to mean a person who is withheld: in this text, or as they are spelled."""
    names = {one.name.value for one in record.people} | {one.speaker.value for one in record.quotes}
    names |= {seat.name.value for meeting in record.meetings for seat in meeting.participants}
    names |= {party for one in record.references for party in one.parties}
    spelled = PersonName.objects.filter(person__withheld=True, name__in=names - {None})
    teller = document.same_text_as_id or document.pk
    meant = Mention.objects.filter(document=teller, person__withheld=True, name__isnull=False)
    return {*spelled.values_list("name", flat=True), *meant.values_list("name__name", flat=True)}


def unnamed(meeting: Meeting, hidden: Collection[str]) -> Meeting:
    return replace(meeting, participants=tuple(one for one in meeting.participants if one.name.value not in hidden))


def spoken(quote: QuoteRead, hidden: Collection[str]) -> QuoteRead:
    if quote.speaker.value not in hidden:
        return quote
    return replace(quote, speaker=Finding(_("Name withheld"), quote.speaker.rule, quote.speaker.confidence))


def parties(named: Iterable[str], hidden: Collection[str]) -> tuple[str, ...]:
    """The parties of an encounter, without the names of those who are withheld."""
    return tuple(_("Name withheld") if name in hidden else name for name in named)
