"""Texts and records made to break pages: whatever stands in them has to be shown as text and to do nothing."""

from __future__ import annotations

import html
import re
from pathlib import Path

from django.utils.text import slugify

from meetings.models import Document, Meeting, Participant, Person
from meetings.templatetags.highlight import shown
from tests.factories import make_document, make_meeting, make_person, make_quote

SCRIPT = "<script>alert('script')</script>"
IMAGE = '"><img src=x onerror=alert(1)><svg/onload=alert(2)>'
BROKEN = "</script></style></title></textarea><!--<![CDATA["
TEMPLATE = "{{ 7|add:7 }}{% now 'Y' %}${7*7}"
BIDI = "\u202etxt.exe\u202c \u2066\u2067\u2068isolated \u200f\u200e\u061c"
ALIKE = "Аnnа Ве\u04cfl, раураl"
ZALGO = "Z" + "\u0351\u0352\u0353\u035c\u0488" * 40 + "algo" + "\u0321" * 60
LONG = "Wort" * 200
CONTROLS = "\x1b[31m\x85\x9b\u2028\u2029\ufeff\ufffe\ufdd0 \\ud800 &#xD800; %00"
WORDS = {
    "script": SCRIPT,
    "image": IMAGE,
    "broken": BROKEN,
    "template": TEMPLATE,
    "bidi": BIDI,
    "alike": ALIKE,
    "zalgo": ZALGO,
    "long": LONG,
    "controls": CONTROLS,
}
ADDRESSES = [
    "javascript:alert(1)",
    "https://x.example/%22onclick=%22alert(1)",
    "data:text/html,<script>alert(1)</script>",
]

RELEASE = """---
title: 'President Askar Meder meets {quoted}'
publisher: '{short}'
source_url: 'https://x.example/?q="><script>alert(1)</script>'
---
President of Kazakhstan Askar Meder received Foreign Minister of Germany Ilse Brandt {word} in Astana on 8 April 2021.

“We agreed {word} on all points,” said Askar Meder.

Also present was Minister {word} of Norway. {word}
"""


def write(folder: Path, more: str = "") -> None:
    """A release a word, in files named as badly as a file system allows."""
    folder.mkdir(exist_ok=True)
    for name, word in WORDS.items():
        quoted = yaml_safe(word)
        text = RELEASE.format(word=word, quoted=quoted, short=quoted[:200]) + more
        (folder / f"{name} <b>&'\" {{{{ 7 }}}}.txt").write_text(text, encoding="utf-8")
    (folder / "page.html").write_text(
        f"<html><head><title>{SCRIPT}</title></head><body><article><h1>{IMAGE}</h1>"
        f"<p>{'Askar Meder received Ilse Brandt in Astana. ' * 20}</p><p>&lt;script&gt;alert(3)&lt;/script&gt;</p>"
        "</article></body></html>",
        encoding="utf-8",
    )


def plain(text: str) -> str:
    """The text as a page gives it back: invisible characters as the signs that stand for them."""
    return html.unescape(re.sub("<[^>]*>", "", shown(text))).replace("\r", "\n")


def yaml_safe(word: str) -> str:
    """A word within single quotes of front matter, which takes no control characters."""
    return "".join(letter for letter in word if letter.isprintable()).replace("'", "''")


def make_records() -> list[Meeting]:
    """The same words in every field of a record."""
    return [make_record(word, ADDRESSES[number % len(ADDRESSES)]) for number, word in enumerate(WORDS.values())]


def make_record(word: str, address: str) -> Meeting:
    text = f"{word}\n\n{word} “{word}” {word}"
    fields = {
        "title": word,
        "publisher": word[:300],
        "source_url": address,
        "language": "en",
        "published": "2021-01-01",
    }
    document = make_document(text, **fields)
    people = [
        make_person(word[:200], code, office=word[:300], slug=f"{code.lower()}-{document.pk}") for code in ("KZ", "DE")
    ]
    meeting = make_meeting(people, [document], "KZ", title=word[:500], place=word[:200], date="2021-01-01")
    make_quote(word, people[0], meeting=meeting, document=document, start=text.index("“") + 1)
    return meeting


def make_crowd(number: int) -> Meeting:
    """A meeting of very many, each named in its text."""
    names = [f"Guest Number {one}" for one in range(number)]
    document: Document = make_document("\n".join(names), title="A crowd", published="2021-01-02")
    meeting = make_meeting([], [document], "KZ", title="A crowd", date="2021-01-02")
    rows = [Person(name=name, slug=slugify(name), country_id="NO", document_count=1, meeting_count=1) for name in names]
    people = Person.objects.bulk_create(rows)
    seats = [Participant(meeting=meeting, person=one, country_id="NO", order=order) for order, one in enumerate(people)]
    Participant.objects.bulk_create(seats)
    return meeting
