"""The sources of one meeting beside each other: what each says of it, and what one of them alone says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from meetings.comparison import Wording
from meetings.models import Account, Document, Person, Quote
from meetings.templatetags.reading_room import subtags
from meetings.views.sources import fact_label

Speaker = tuple[int | None, int | None]
"""The ids of a quote's person and organization, at most one of them known."""


@dataclass(frozen=True, slots=True)
class Side:
    """One text, as far as quotes of another are looked for in it."""

    number: int
    language: tuple[str, str]
    wording: Wording
    speakers: frozenset[Speaker]

    def lacks(self, quote: Quote) -> bool:
        """Whether this text certainly does not report the quote.

        Of words in another language nothing can be said, unless the text does not quote their speaker at all.
        """
        if self.language[0] and self.language == subtags(quote.language):
            return not self.wording.holds(quote.text)
        speaker = speaker_of(quote)
        return not self.speakers or (any(speaker) and not self.speakers & {speaker, (None, None)})


def sides(documents: Sequence[Document], quotes: Collection[Quote]) -> list[Side]:
    """The texts, numbered as on the page. `quotes` are those of all of them."""
    return [
        Side(
            number,
            subtags(document.language),
            Wording(document.version.full_text or document.version.text),
            frozenset(speaker_of(quote) for quote in quotes if quote.document_id == document.pk),
        )
        for number, document in enumerate(documents, start=1)
    ]


def speaker_of(quote: Quote) -> Speaker:
    return quote.speaker_id, quote.speaker_organization_id


def told_once(quotes: Iterable[Quote], documents: Sequence[Document], all_quotes: Collection[Quote]) -> dict[int, int]:
    """Quotes that one text alone reports: {id: number of that text}. With one text there is nothing to compare."""
    if len(documents) < 2:
        return {}
    numbers = {document.pk: number for number, document in enumerate(documents, start=1)}
    every = sides(documents, all_quotes)
    return {
        quote.pk: numbers[quote.document_id]
        for quote in quotes
        if all(side.lacks(quote) for side in every if side.number != numbers[quote.document_id])
    }


def sole(numbers: Collection[int], total: int) -> int:
    """The one source of several that says something; 0 where there are more, or none to compare with."""
    return next(iter(numbers)) if total > 1 and len(set(numbers)) == 1 else 0


@dataclass(frozen=True, slots=True)
class Said:
    """What one account says of one fact: "" where it does not say, and by which rule that was found."""

    name: str
    value: str
    rule: str
    href: str
    differs: bool
    """Whether it is something other than what holds of the meeting."""

    @property
    def label(self) -> str:
        return fact_label(self.name)


@dataclass(slots=True)
class Telling:
    """One account of the meeting: what it says, who takes part by it, and how much it quotes."""

    account: Account
    number: int
    facts: list[Said]
    seats: int = 0
    only_here: list[Person] = field(default_factory=list)
    mentioned: list[Person] = field(default_factory=list)
    """Participants by other sources whom this one names, but not as taking part."""
    missing: list[Person] = field(default_factory=list)
    quotes: int = 0
    quotes_only_here: int = 0

    @property
    def differences(self) -> list[Said]:
        return [said for said in self.facts if said.differs]
