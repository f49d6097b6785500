"""What a new reading of a text says otherwise than the old one, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from meetings.extraction.record import Finding, Meeting, Participant, Person, Quote, Record
from meetings.highlighting import quotable
from meetings.resolving.documents import alike
from meetings.resolving.quotes import key_of, most_like

FIELDS = {"title": "title", "published": "published", "language": "language", "country": "home"}
FACTS = ("date", "format", "place", "place_country")
SEAT = ("office", "country", "organization")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value before and after, "" where there is none. `field` is its name in the record: `meetings/0/date`."""

    kind: str
    field: str
    before: str
    after: str
    where: str = ""

    def __str__(self) -> str:
        place = f"{self.where}, {self.kind}" if self.where else self.kind
        if self.before and self.after:
            return f"{place}: {self.before} -> {self.after}"
        return f"{place}: {'+' if self.after else '-'} {self.after or self.before}"


def differences(old: Record, new: Record) -> Iterator[Difference]:
    """All that differs, in the order of a record."""
    for name, read_as in FIELDS.items():
        yield from compared(name, name, getattr(old, read_as), getattr(new, read_as))
    yield from of_meetings(old, new)
    yield from of_quotes(old.quotes, new.quotes)
    yield from came_and_went("person", "people", names(old.people), names(new.people))
    states = [{one.value: one.value for one in record.countries} for record in (old, new)]
    yield from came_and_went("state", "countries", states[0], states[1])
    yield from came_and_went("reference", "references", references(old), references(new))


def compared(kind: str, field: str, old: Finding, new: Finding, where: str = "") -> Iterator[Difference]:
    if (old.value or "") != (new.value or ""):
        yield Difference(kind, field, old.value or "", new.value or "", where)


def came_and_went(
    kind: str, field: str, old: Mapping[str, str], new: Mapping[str, str], where: str = ""
) -> Iterator[Difference]:
    """`old` and `new` are {key: words}."""
    yield from (Difference(kind, f"{field}/{key}", old[key], "", where) for key in old if key not in new)
    yield from (Difference(kind, f"{field}/{key}", "", new[key], where) for key in new if key not in old)


def names(people: Iterable[Participant | Person]) -> dict[str, str]:
    return {name: name for one in people if (name := one.name.value or "")}


def references(record: Record) -> dict[str, str]:
    return {
        f"{key_of(one.span)}/{'/'.join(one.parties)}/{one.date.value}": " ".join(
            [one.date.value or "undated", *one.parties]
        )
        for one in record.references
    }


def of_meetings(old: Record, new: Record) -> Iterator[Difference]:
    pairs = alike(old.meetings, new.meetings)
    for i, meeting in enumerate(old.meetings):
        if i in pairs:
            yield from of_meeting(i, meeting, new.meetings[pairs[i]])
        else:
            yield Difference("meeting", f"meetings/{i}", in_words(meeting), "")
    for j, meeting in enumerate(new.meetings):
        if j not in pairs.values():
            yield Difference("meeting", "meetings/new", "", in_words(meeting))


def in_words(meeting: Meeting) -> str:
    return " ".join([meeting.date.value or "undated", *(seat.name.value or "" for seat in meeting.participants)])


def of_meeting(number: int, old: Meeting, new: Meeting) -> Iterator[Difference]:
    where, field = f"meeting {number + 1}", f"meetings/{number}"
    for name in FACTS:
        kind = name.replace("_", " of the ") if name == "place_country" else name
        yield from compared(kind, f"{field}/{name}", getattr(old, name), getattr(new, name), where)
    before, after = by_name(old), by_name(new)
    seats = names(old.participants), names(new.participants)
    yield from came_and_went("participant", f"{field}/participants", *seats, where=where)
    for name in [name for name in before if name in after]:
        for part in SEAT:
            one, other = getattr(before[name], part), getattr(after[name], part)
            yield from compared(part, f"{field}/participants/{name}/{part}", one, other, f"{where}, {name}")


def by_name(meeting: Meeting) -> dict[str, Participant]:
    return {seat.name.value or "": seat for seat in meeting.participants}


def of_quotes(old: tuple[Quote, ...], new: tuple[Quote, ...]) -> Iterator[Difference]:
    """Quotes are the same where most of their words are."""
    spans = [quote.span for quote in new]
    kept: set[int] = set()
    for quote in old:
        field, index = f"quotes/{key_of(quote.span)}", most_like(quote.span, spans)
        if index is None or index in kept:
            yield Difference("quote", field, words(quote), "")
            continue
        kept.add(index)
        where = f"quote {words(quote)}"
        yield from compared("speaker", f"{field}/speaker", quote.speaker, new[index].speaker, where)
        if quote.span != new[index].span:
            yield Difference("words", f"{field}/span", words(quote), words(new[index]))
    yield from (Difference("quote", "quotes/new", "", words(quote)) for i, quote in enumerate(new) if i not in kept)


def words(quote: Quote) -> str:
    return f"“{quotable(quote.text, 0, len(quote.text), 60)}”"
