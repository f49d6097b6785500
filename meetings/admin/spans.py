"""Where quoted words stand in a text: by offsets, or by the words themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from meetings.alignment import find, overlap
from meetings.extraction.record import Span
from meetings.models import Document, Quote
from meetings.resolving.quotes import SAME_WORDS


class WordsField(forms.CharField):
    """Words as they are copied from a page: how they were broken into lines does not count."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 80})

    def to_python(self, value: Any) -> str:
        return " ".join(str(value or "").split())


def locate(words: str, text: str, near: int | None) -> Span:
    """The place of the words; of several, the one nearest to where they were."""
    places = find(words, text)
    if not places:
        raise ValidationError("These words do not stand in the text. Copy them from it, letter for letter.")
    if near is None and len(places) > 1:
        starts = ", ".join(str(span.start) for span in places[:5])
        raise ValidationError(
            "These words stand %(count)d times in the text, at %(starts)s. Give the start and end, or more words.",
            params={"count": len(places), "starts": starts},
        )
    return min(places, key=lambda span: abs(span.start - (near or 0)))


def mind_span(start: int | None, end: int | None, text: str) -> Span:
    """The offsets, if they make sense in this text."""
    if start is None or end is None:
        raise ValidationError("Give the words, or both start and end.")
    if start >= end:
        raise ValidationError("The start (%(start)d) must be smaller than the end.", params={"start": start})
    if end > len(text):
        raise ValidationError(
            "The text has %(length)d characters: the end can be %(length)d at most.", params={"length": len(text)}
        )
    if not text[start:end].strip():
        raise ValidationError("There are only blanks from %(start)d to %(end)d.", params={"start": start, "end": end})
    return Span(start, end)


def mind_whole(quote: Quote) -> None:
    """Of a quote that is shown in part nobody sees which words it has: a decision on them would cut it for good."""
    if quote.shortened:
        raise ValidationError("The publisher's terms shorten this quote: its words cannot be changed here.")


def mind_words(words: str, span: Span, text: str) -> None:
    """Words and offsets that were both changed must agree."""
    there = text[span.start : span.end]
    if words != " ".join(there.split()):
        raise ValidationError(
            "From %(start)d to %(end)d the text says “%(there)s”. Change either the words or the offsets.",
            params={"start": span.start, "end": span.end, "there": there[:200]},
        )


def mind_others(document: Document, span: Span, own: int | None) -> None:
    """No two quotes of nearly the same words."""
    near = Quote.objects.listed().filter(document=document, start__lt=span.end, end__gt=span.start)
    for other in near.exclude(pk=own or 0):
        if overlap(span, Span(other.start, other.end)) >= SAME_WORDS:
            raise ValidationError(
                "There is a quote of these words already, “%(quote)s”: correct that one.", params={"quote": other}
            )
