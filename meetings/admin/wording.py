"""Decisions in words: fields, persons, states, meetings and quotes by the names that people know them by."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from meetings import countries
from meetings.highlighting import quotable
from meetings.models import Correction, Document, Doubt, Format, Judgement, Meeting, Person, Takedown

Decided = Correction | Judgement | Takedown
NOTHING = "–"
FIELDS = {
    "country": "Country of the publisher",
    "date": "Meeting date",
    "place_country": "Country of the place",
    "reviewed": "Checked by a person",
    "source_url": "Address of the source",
    "wikidata": "Wikidata id",
}
SEAT = {"office": "Office", "country": "Country", "organization": "Organization"}
SHORT = 60
"""So many letters of a quote or a title say which it is."""
SPAN = re.compile(r"quotes/(\d+)-(\d+)(?:/(speaker|span))?")
STATES = ("country", "place_country")


class Wording:
    """The words for these decisions, looked up at once; their versions are there. `own` are subjects that need none."""

    def __init__(self, decisions: Iterable[Decided], own: Collection[str] = ()) -> None:
        rows = list(decisions)
        corrections = [row for row in rows if isinstance(row, Correction)]
        foreign = [row for row in corrections if own and row.subject not in own]
        judged = [row for row in rows if isinstance(row, Judgement)]
        slugs = {slug for row in corrections for slug in slugs_in(row)}
        slugs |= {name for row in judged if row.kind == "person" for name in (row.one, row.other)}
        keys = {name for row in judged if row.kind == "meeting" for name in (row.one, row.other)}
        keys |= {row.subject for row in foreign if row.kind == "meeting"}
        paths = {row.subject for row in foreign if row.kind == "document"}
        self.persons = dict(Person.objects.filter(slug__in=slugs).values_list("slug", "name"))
        self.meetings = dict(Meeting.objects.filter(key__in=keys).values_list("key", "title"))
        self.documents = dict(Document.objects.filter(path__in=paths).values_list("path", "title"))
        self.states = {row.code: row.name for row in countries.read()}

    def what(self, row: Decided) -> str:
        if isinstance(row, Takedown):
            return f"{row.get_kind_display()}: {row}"
        if isinstance(row, Judgement):
            return f"{self.subject(row.kind, row.one)} and {self.subject(row.kind, row.other)}"
        head, _, rest = row.field.partition("/")
        if head == "reviewed" and rest:
            return f"Reviewed: {dict(Doubt.Kind.choices).get(rest, rest)}"
        told = {"quotes": self.of_quote, "people": self.of_mention, "countries": self.of_state}
        told |= {"participants": self.of_seat, "names": self.of_name}
        if rest and head in told:
            return told[head](row)
        return FIELDS.get(row.field, row.field.replace("_", " ").capitalize())

    def of_quote(self, row: Correction) -> str:
        found = SPAN.match(row.field)
        if found is None:
            return row.field
        words = self.words(row, int(found[1]), int(found[2]))
        return {"speaker": f"Speaker of {words}", "span": f"Words of {words}"}.get(found[3], f"Quote {words}")

    def words(self, row: Correction, start: int, end: int) -> str:
        """Words of the text that a correction counts in; offsets where it is not known."""
        text = row.version.text if row.version else ""
        return f"“{quotable(text, start, end, SHORT)}”" if text else f"{start}–{end}"

    def of_mention(self, row: Correction) -> str:
        name = row.field.removeprefix("people/")
        person = name.removesuffix("/person")
        return f"Mention of “{name}”" if person == name else f"Who “{person}” is"

    def of_state(self, row: Correction) -> str:
        code = row.field.removeprefix("countries/")
        return f"Mention of {self.states.get(code, code)}"

    def of_seat(self, row: Correction) -> str:
        slug, _, part = row.field.removeprefix("participants/").partition("/")
        name = self.persons.get(slug, slug)
        return f"{SEAT.get(part, part)} of {name}" if part else f"Participant {name}"

    def of_name(self, row: Correction) -> str:
        state, _, name = row.field.removeprefix("names/").partition("/")
        return f"Whose name “{name}” is" + (f" ({self.states.get(state, state)})" if state else "")

    def subject(self, kind: str, name: str) -> str:
        """The title or the name of what a decision is about."""
        known = {"person": self.persons, "meeting": self.meetings, "document": self.documents}[kind].get(name)
        return (known if len(known) <= SHORT else f"{known[: SHORT - 1]}…") if known else name

    def before(self, row: Decided) -> str:
        if isinstance(row, Takedown):
            return "shown"
        return NOTHING if isinstance(row, Judgement) else self.value(row, row.before)

    def after(self, row: Decided) -> str:
        if isinstance(row, Takedown):
            return "withheld from readers"
        if isinstance(row, Judgement):
            return row.get_verdict_display().lower()
        if row.action == Correction.Action.SET:
            return self.value(row, row.value)
        verb = row.get_action_display().lower()
        if row.action == Correction.Action.CONFIRMED:
            return f"{self.value(row, row.value)} ({verb})"
        said = self.value(row, row.value) if row.field.startswith("quotes/") and row.value else ""
        return f"{verb}, {said}" if said else verb

    def value(self, row: Correction, value: Any) -> str:
        if value in (None, "", {}, []):
            return NOTHING
        if isinstance(value, bool):
            return "yes" if value else "no"
        if row.field.endswith("/span") and isinstance(value, list):
            return self.words(row, *value)
        if row.field == "format":
            return str(dict(Format.choices).get(value, value))
        if isinstance(value, dict):
            return ", ".join(self.parts(value)) or NOTHING
        if isinstance(value, list):
            return "; ".join(map(str, value))
        return self.states.get(value, str(value)) if row.field.rpartition("/")[2] in STATES else str(value)

    def parts(self, value: dict[str, Any]) -> Iterator[str]:
        """What a speaker, a seat or an owner of a name consists of."""
        for name, one in value.items():
            if name in ("spans", "from") or one in (None, "", []):
                continue
            known = self.persons if name == "person" else self.states if name == "country" else {}
            yield known.get(one, str(one))


def slugs_in(row: Correction) -> Iterator[str]:
    """The persons that a correction speaks of."""
    if row.kind == "person":
        yield row.subject
    if row.field.startswith("participants/"):
        yield row.field.split("/")[1]
    for value in (row.value, row.before):
        if isinstance(value, dict) and isinstance(value.get("person"), str):
            yield value["person"]
