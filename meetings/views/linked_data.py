"""Meetings and quotes in the vocabulary of schema.org, for machines that read pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from meetings.citing import plain
from meetings.models import Document, Format, Meeting, Participant, Person, Quote
from meetings.views.sources import web_address

Absolute = Callable[[str], str]
"""Makes an address of this site complete."""
Data = dict[str, Any]

AT_A_DISTANCE = (Format.CALL, Format.VIDEO)
_ESCAPED = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def script(data: Data) -> SafeString:
    """The data as an element of a page. It is no script: the policy of content does not bear on it, and no words of
    a text can end it, as the signs of HTML are escaped."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def event(meeting: Meeting, seats: Iterable[Participant], documents: Iterable[Document], absolute: Absolute) -> Data:
    """A meeting as an Event, with those who took part and the sources that tell of it."""
    online = meeting.format in AT_A_DISTANCE
    return summary(meeting, absolute) | filled(
        inLanguage=meeting.title_language,
        eventAttendanceMode="https://schema.org/OnlineEventAttendanceMode" if online else "",
        location=location(meeting),
        attendee=[attendee(seat.person, seat, absolute) for seat in seats if seat.person],
        subjectOf=[article(document, absolute) for document in documents],
    )


def summary(meeting: Meeting, absolute: Absolute) -> Data:
    address = absolute(meeting.get_absolute_url())
    data = {"@type": "Event", "@id": address, "url": address, "name": str(meeting)}
    return data | ({"startDate": meeting.date} if meeting.year else {})


def location(meeting: Meeting) -> Data:
    where = meeting.place or (str(meeting.place_country) if meeting.place_country else "")
    if not where:
        return {}
    address = filled(addressLocality=meeting.place, addressCountry=meeting.place_country_id)
    return {"@type": "Place", "name": where, "address": {"@type": "PostalAddress", **address}}


def attendee(one: Person, seat: Participant, absolute: Absolute) -> Data:
    bodies: list[Data] = []
    if seat.organization:
        bodies.append({"@type": "Organization", "name": seat.organization.name})
    if seat.country:
        country = {"@type": "PostalAddress", "addressCountry": seat.country.code}
        bodies.append({"@type": "GovernmentOrganization", "name": seat.country.name, "address": country})
    return person(one, absolute) | filled(jobTitle=seat.office, affiliation=bodies)


def person(one: Person, absolute: Absolute) -> Data:
    address = absolute(one.get_absolute_url())
    same = f"https://www.wikidata.org/entity/{one.wikidata}" if one.wikidata else ""
    return {"@type": "Person", "@id": address, "url": address, "name": one.name} | filled(sameAs=same)


def article(document: Document, absolute: Absolute) -> Data:
    """A source. `@id` is its page here; `url` is where it was published, as far as that is known."""
    publisher = {"@type": "Organization", "name": document.publisher} if document.publisher else {}
    return {
        "@type": "Article",
        "@id": absolute(document.get_absolute_url()),
        "url": web_address(document.source_url) or absolute(document.get_absolute_url()),
        "headline": str(document),
        **filled(
            datePublished=document.published if document.published_key else "",
            inLanguage=document.language,
            publisher=publisher,
        ),
    }


def quotation(quote: Quote, citation: str, absolute: Absolute) -> Data:
    """A quote as a Quotation: who said it, the source it is part of, and the meeting where it was said."""
    address = absolute(quote.get_absolute_url())
    speaker: Data = {}
    if quote.speaker:
        speaker = person(quote.speaker, absolute)
    elif quote.speaker_organization:
        speaker = {"@type": "Organization", "name": quote.speaker_organization.name}
    elif quote.speaker_name:
        speaker = {"@type": "Person", "name": quote.speaker_name}
    return {
        "@type": "Quotation",
        "@id": address,
        "url": address,
        "text": quote.text,
        "isPartOf": article(quote.document, absolute),
        "citation": plain(citation),
        **filled(
            inLanguage=quote.language,
            creator=speaker,
            spokenByCharacter=speaker,
            recordedAt=summary(quote.meeting, absolute) if quote.meeting else {},
        ),
    }


def filled(**values: Any) -> Data:
    """What is known: without what is empty."""
    return {name: value for name, value in values.items() if value}
