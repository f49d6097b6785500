"""Verbatim words on a page: escaped, with what is invisible made visible, and marked with what was read from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from meetings.citing import END, ISOLATE
from meetings.difference import Change
from meetings.highlighting import BLOT, GAP, HIDDEN, PARAGRAPH, Mark, Open, Words, pieces
from meetings.templatetags.reading_room import lang_attrs

register = template.Library()

REORDERING = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
"""Characters that change the order of others; LRM, RLM and ALM, common in Arabic and Hebrew, change none."""
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_RUNS = re.compile(f"{GAP}+|{BLOT}+")
_SPACED = re.compile(r"\t|[ \u00a0]{2}")
"""A paragraph set with spaces, such as a table or a menu."""
_PLAIN = ("furniture", "anchor")


def _placeholder(match: re.Match[str]) -> str:
    code = f"U+{ord(match[0]):04X}"
    name = unicodedata.name(match[0], "CONTROL CHARACTER")
    return format_html('<span class="unseen" title="{} {}">{}</span>', code, name, REORDERING.get(match[0], code))


def shown(words: str) -> str:
    """Escaped, with a visible sign for each character that would reorder or hide others, and for words not shown."""
    return _RUNS.sub(_left_out, UNSEEN.sub(_placeholder, escape(words)))


def _left_out(run: re.Match[str]) -> str:
    if run[0][0] == GAP:
        return format_html('<span class="gap" title="{}">[…]</span>', _("Left out here"))
    return format_html('<span class="gap">[{}]</span>', _("words withheld"))


@register.filter(is_safe=True)
def verbatim(words: str, language: str = "") -> SafeString:
    """Words of a source outside their text, such as a title or a quote: isolated, so that they disturb nothing.

    In a `language` (BCP 47) of their own they are marked with it: `office|verbatim:seat.office_language`.
    """
    marks = f" {lang_attrs(language)}" if language else ""
    return mark_safe(f"<bdi{marks}>{shown(str(words))}</bdi>")


@register.filter(is_safe=True)
def cited(citation: str) -> SafeString:
    """A citation with each of its parts isolated, so that words from right to left do not turn the others round."""
    return mark_safe(escape(citation).replace(ISOLATE, "<bdi>").replace(END, "</bdi>"))


@register.filter(is_safe=True)
def with_hits(parts: Iterable[tuple[str, bool]]) -> SafeString:
    """A piece of a text with the words that were searched for marked; isolated, so that it disturbs nothing."""
    words = (f'<mark class="hit">{shown(part)}</mark>' if hit else shown(part) for part, hit in parts)
    return mark_safe(f"<bdi>{''.join(words)}</bdi>")


@register.simple_tag
def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """A text in paragraphs, with its marks as `<mark>` and links; its words can be copied as they are."""
    marks = [mark for mark in marks if not HIDDEN.search(text, mark.start, mark.end)]
    out: list[str] = []
    closing: list[str] = []
    linked = 0
    for piece in pieces(text, marks):
        if isinstance(piece, Words):
            out.append(shown(piece.text))
        elif isinstance(piece, Open):
            begin, end = _tags(piece.mark, text, bool(linked))
            out.append(begin)
            closing.append(end)
            linked += end.startswith("</a>")
        else:
            end = closing.pop()
            linked -= end.startswith("</a>")
            out.append(end)
    return mark_safe("".join(out))


def _tags(mark: Mark, text: str, linked: bool) -> tuple[str, str]:
    """What opens and closes a mark. Links do not nest in HTML: inside one there is no other."""
    if mark.kind == PARAGRAPH:
        return ('<p class="spaced">' if _SPACED.search(text, mark.start, mark.end) else "<p>"), "</p>"
    named = format_html(' id="{}"', mark.id) if mark.id else ""
    if mark.note and mark.last and mark.kind != "quote":
        named += format_html(' data-note="{}"', mark.note)
    if mark.kind in _PLAIN:
        return format_html('<span class="{}"{}>', mark.kind, named), "</span>"
    if mark.kind == "quote":
        leads = mark.href and mark.last and not linked
        return f'<mark class="quote"{named}>', (_to_entry(mark) if leads else "") + "</mark>"
    title = format_html(' title="{}"', mark.label) if mark.label else ""
    begin = format_html('<mark class="{}"{}{}>', mark.kind, named, title)
    if mark.href and not linked:
        return begin + format_html('<a href="{}">', mark.href), "</a></mark>"
    return begin, "</mark>"


def _to_entry(mark: Mark) -> str:
    """The way from a quote in a text to its entry: a number that is seen and read out, and not copied."""
    name = _("To quote %(number)s") % {"number": mark.label} if mark.label else _("To this quote")
    note = format_html(' data-note="{}"', mark.note) if mark.note else ""
    said = f"{name}, {mark.note}" if mark.note else name
    return format_html(
        '<a class="to-entry" href="{}" data-number="{}"{} aria-label="{}"></a>',
        *(mark.href, mark.label or "→", note, said),
    )


@register.filter(is_safe=True)
def changed(change: Change) -> SafeString:
    """Words of a comparison; a line break that was itself put in or taken out is shown by a sign."""
    words = change.words.removesuffix("\n")
    broken = change.kind != "same" and words != change.words
    return mark_safe(shown(words) + ('<span class="break" aria-hidden="true">¶</span>' if broken else ""))
