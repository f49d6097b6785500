"""The stages in order; no rule of its own."""

from __future__ import annotations

from . import lexicon as lexicons
from .adjacent import told_apart
from .build import build_record
from .dates import Calendar, reads_month_first
from .languages import identify
from .layout import read_page
from .meetings import MeetingReader
from .mentions import Resolver
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
    turns, questions = read_turns(words)
    stretches = quoted(words, turns, questions)
    offices = find_offices(words)
    names = told_apart(words, find_names(words, offices, page.zone("letterhead", "title", "body")))
    labels = [t.label for t in turns if t.label and not t.unnamed]
    clusters = Clusters(words, names, offices, [*labels, *questioners(words, names, questions)])
    people = clusters.build()
    publisher = home_finding(words)
    home = publisher.value
    story = Story(words, Resolver(words, people, offices, home), stretches, questions)
    headline = [p for s in story.sentences if s.paragraph.zone == "title" for p in s.persons]
    speakers = attribute(story, headline)
    encounters = MeetingReader(story, calendar, published.value, speakers).read()
    pointers = ReferenceReader(story, calendar, published.value, home, encounters, speakers).read()
    countries = mentioned_countries(words, ((name.start, name.end) for name in names))
    publisher = home_by_address(hints.source_url) or publisher
    parts = Parts(language, published, home, people, encounters, story, speakers, pointers, countries, publisher)
    return build_record(reading, page, parts)
