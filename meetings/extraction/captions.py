"""Lines that tell of a picture or of the page's making, not of the day: captions, notes of a desk, bylines."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .phrases import lower

_LONGEST = 400
"""Characters that a caption has at most."""
_BYLINE = 12
"""Words that a line with the writers' names has at most."""
_TAIL = 60
"""Characters at the end of a line among which whose picture it is stands."""
_TELLING = frozenset(("country", "place", "office", "encounter", "visits", "speech"))
_NOTE = re.compile(r"\([^()\n]+\)$")
_CREDIT = re.compile(r"[(\s](?P<label>[^\W\d_][\w ]{2,14}?)(?::| by) [^()\n.]{2,40}\)?$")
_BRACKET = re.compile(r"\(([^()\n]{3,30})\)$")
_OF_AGENCY = re.compile(r"(?:^|[\s(])(?P<agency>[A-Z]{2,8}(?: PHOTO)?)/[A-Z][\w.'’-]* [A-Z][\w .'’-]{1,28}\)?$")
_SIDE = re.compile(r"\((?:\d(?:st|nd|rd|th)?[- ])?(?P<side>[^\W\d_]{1,8})\)")


def is_caption(text: str, lexicon: Lexicon) -> bool:
    """ "This photo shows …", "Anna Bell (left) with Omar Dia", "… in Oslo. (Photo: NEWS)"."""
    if len(text) > _LONGEST or not lexicon.words("caption_openers"):
        return False
    if lexicon.begins("caption_openers").match(lower(text)) or _credited(text, lexicon):
        return True
    sides = lexicon.words("picture_sides")
    told = {m[0] for m in _SIDE.finditer(text) if lower(m["side"]) in sides}
    return len(told) > 1 or any(len(bracket) > len("(R)") for bracket in told)  # "(R)" alone is a party's letter


def is_pictured(text: str, lexicon: Lexicon) -> bool:
    """ "Anna Bell (left) and Omar Dia. (Photo: NEWS)": what is said of a picture, by brackets that tell where somebody
    stands in it or whose it is."""
    if "(" not in text and "（" not in text:
        return False
    told = (("picture_sides", r"[(（]\s?{words}\s?[)）]"), ("credit_labels", r"[(（]{words}\s?[:：/]"))
    return any(lexicon.shaped(key, shape).search(lower(text)) for key, shape in told)


def _credited(text: str, lexicon: Lexicon) -> bool:
    """Whether a line ends with whose the picture is: "Photo: NEWS", "NEWS/Ana Ruiz"."""
    tail = text[-_TAIL:]
    labels = lexicon.words("credit_labels")
    credit = _CREDIT.search(tail) if ":" in tail or " by " in tail else None
    if credit and lower(credit["label"]) in labels:
        return True
    bracket = _BRACKET.search(tail)  # "(Courtesy photo)"
    if bracket and not labels.isdisjoint(lower(bracket[1]).split()):
        return True
    agency = _OF_AGENCY.search(tail) if "/" in tail else None
    known = lexicon.words("world_agencies") | {str(name) for name in lexicon.table("agencies")}
    return agency is not None and lower(agency["agency"]).split()[0] in known


def is_note(text: str) -> bool:
    """ "(Adds a minister's words)": a line that is all in brackets."""
    return _NOTE.match(text) is not None


def is_byline(text: str, lexicon: Lexicon) -> bool:
    """ "By Anna Bell and Omar Dia": who wrote the story, and nothing else."""
    by = lexicon.shaped("byline_words", r"{words}:? ").match(lower(text))
    names = re.findall(r"[^\W\d_][\w’'.-]*", text[by.end() :]) if by else []
    if not 0 < len(names) <= _BYLINE or re.search(r"[\d:;!?]|\.$", text[by.end() if by else 0 :]):
        return False
    small = lexicon.words("party_joins", "particles")
    told = _TELLING.intersection(h.kind for h in lexicon.matcher.find(text))
    return not told and all(name[0].isupper() or lower(name) in small for name in names)
