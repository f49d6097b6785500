"""Offices whose words are family names, too: "Ramiro Reyes", "Anna König", "Юсуфа Хана"."""

from __future__ import annotations

from .declension import nominative_head
from .phrases import Hit
from .tokens import Words


def may_be_surname(words: Words, hit: Hit) -> bool:
    """Whether the head of an office, in whatever case, is one of those words."""
    known = words.lexicon.words("surname_offices")
    whole, stem = (words.lowered[hit.start : end] for end in (hit.end, hit.stem_end))
    if not known or not known.isdisjoint((whole, stem)):
        return bool(known)
    declined = bool(words.lexicon.data.get("name_declension"))
    return declined and nominative_head(whole, words.lexicon.office_forms(str(hit.value)), words.lexicon) in known
