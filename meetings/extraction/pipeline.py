"""The stages in order; no rule of its own."""

from __future__ import annotations

from . import lexicon as lexicons
from .adjacent import told_apart
from .build import build_record
from .catalogue_names import catalogue_names
from .dates import Calendar, reads_month_first
from .languages import identify
from .layout import read_page
from .meetings import MeetingReader
from .mentions import Resolver
from .name_forms import Name
from .names import find_names
from .offices import find_offices
from .people import Clusters
from .person_findings import Parts
from .places import home_by_address, home_finding, mentioned_countries
from .published import published_date
from .questioners import questioners
from .quotes import quoted
from .reading import Reading
from .record import Hints, Record
from .references import ReferenceReader
from .speakers import attribute
from .story import Story
from .tokens import Words
from .turn_speakers import by_same_label
from .turns import read_turns


def run(text: str, hints: Hints) -> Record:
    """Read one text from the top to the record."""
    reading = Reading(text)
    language = identify(reading.plain, hints.language)
    lexicon = lexicons.load(language.value or lexicons.FALLBACK)
    page = read_page(reading.plain, lexicon, hints.title)
    calendar = Calendar(lexicon, reads_month_first(reading.plain, lexicon))
    published = published_date(page, calendar, hints.published)
    words = Words(page, lexicon)
    publisher = home_finding(words)
    story, names = _told(words, publisher.value)
    headline = [p for s in story.sentences if s.paragraph.zone == "title" for p in s.persons]
    speakers = by_same_label(story, attribute(story, headline))
    encounters = MeetingReader(story, calendar, published.value, speakers).read()
    pointers = ReferenceReader(story, calendar, published.value, publisher.value, encounters, speakers).read()
    countries = mentioned_countries(words, ((name.start, name.end) for name in names))
    parts = Parts(
        language, published, publisher.value, story.resolver.people, encounters, story, speakers, pointers, countries,
        home_by_address(hints.source_url) or publisher,
    )  # fmt: skip
    return build_record(reading, page, parts)


def _told(words: Words, home: str | None) -> tuple[Story, list[Name]]:
    """The sentences with the persons whom they name, and all names; `home` is the publisher's state."""
    turns, questions = read_turns(words)
    stretches = quoted(words, turns, questions)
    offices = find_offices(words)
    names = told_apart(words, find_names(words, offices, words.page.zone("letterhead", "title", "body")))
    names = [*catalogue_names(words, stretches, transcript=bool(turns)), *names]
    labels = [t.label for t in turns if t.label and not t.unnamed]
    people = Clusters(words, names, offices, [*labels, *questioners(words, names, questions)]).build()
    return Story(words, Resolver(words, people, offices, home), stretches, questions), names
