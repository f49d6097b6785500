"""From what the stages found to the record: names for persons, offsets of the text as it was given."""

from __future__ import annotations

from .meeting_findings import MeetingFindings
from .pages import Page
from .person_findings import Parts
from .pointers import Pointer
from .reading import VOWELS, Reading
from .record import Finding, Meeting, Mention, Participant, Quote, Record, Reference, Span
from .turn_speakers import Speaker

_WORDS_ALONE = 0.9
"""How sure a quote is that is laid in nobody's mouth."""


def build_record(reading: Reading, page: Page, parts: Parts) -> Record:
    """The record of a text."""
    return _Builder(reading, page, parts).record()


class _Builder(MeetingFindings):
    """Puts the findings of one text together."""

    def record(self) -> Record:
        parts = self.parts
        furniture = self.page.zone("front", "furniture", "footer")
        meetings = self._of_one_state([self._meeting(e) for e in parts.encounters])
        seats = self._seats(meetings)
        return Record(
            language=self._back(parts.language),
            published=self._back(parts.published),
            title=self._title(),
            meetings=meetings,
            quotes=tuple(self._quotes()),
            people=tuple(self._person(p, seats.get(id(p))) for p in parts.people if self._told_of(p)),
            countries=tuple(self._mention(m) for m in parts.countries),
            references=tuple(self._reference(p) for p in parts.pointers),
            furniture=tuple(self.reading.span(p.start, p.end) for p in furniture),
            home=self._back(parts.publisher),
        )

    def _seats(self, meetings: tuple[Meeting, ...]) -> dict[int, Participant]:
        """{id of whoever took part: their seat; of several, the one whose state is the surest}."""
        told = zip(self.parts.encounters, meetings, strict=True)
        pairs = [pair for e, meeting in told for pair in zip(e.people, meeting.participants, strict=True)]
        return {id(person): seat for person, seat in sorted(pairs, key=lambda pair: pair[1].country.confidence)}

    def _title(self) -> Finding:
        finding = self._back(self.page.title)
        if not finding.spans or finding.value is None:
            return finding
        printed = " ".join(self.reading.text[finding.spans[0].start : finding.spans[0].end].split())
        read = " ".join(finding.value.split())
        value = printed if VOWELS.sub("", printed) == read else read  # vowel marks are printed, though not read
        return Finding(value, finding.rule, finding.confidence, finding.spans)

    def _mention(self, mention: Mention) -> Mention:
        spans = tuple(self.reading.span(s.start, s.end) for s in mention.spans)
        return Mention(mention.value, mention.rule, mention.confidence, spans)

    def _quotes(self) -> list[Quote]:
        found = []
        for stretch, speaker in zip(self.parts.story.stretches, self.parts.speakers, strict=True):
            span = self.reading.span(stretch.start, stretch.end)
            question = self.reading.span(*stretch.question) if stretch.question else None
            found.append(
                Quote(
                    span=span,
                    text=self.reading.text[span.start : span.end],
                    speaker=self._speaker(speaker),
                    speaker_kind="organization" if speaker.institution else "person",
                    rule=stretch.rule,
                    confidence=speaker.confidence if speaker.person or speaker.institution else _WORDS_ALONE,
                    language=self.parts.language.value,
                    question=question,
                    meeting=self._meeting_of(speaker, span),
                )
            )
        return found

    def _speaker(self, speaker: Speaker) -> Finding:
        spans = (self.reading.span(*speaker.span),) if speaker.span else ()
        value = speaker.person.full if speaker.person else speaker.institution
        return Finding(value, speaker.rule, speaker.confidence, spans)

    def _meeting_of(self, speaker: Speaker, span: Span) -> int | None:
        """The meeting a quote was spoken at: the last one begun before it whose participant the speaker is."""
        if speaker.person is None:
            return None
        fits = [n for n, e in enumerate(self.parts.encounters) if any(p is speaker.person for p in e.people)]
        begun = [n for n in fits if self.reading.span(self.parts.encounters[n].anchor.start, 0).start <= span.start]
        if begun:
            return begun[-1]
        return fits[0] if fits else None

    def _reference(self, pointer: Pointer) -> Reference:
        parties = tuple(p if isinstance(p, str) else p.full for p in pointer.parties)
        return Reference(self._back(pointer.date), parties, self.reading.span(*pointer.span), pointer.rule, 0.6)
