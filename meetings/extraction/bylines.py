"""Lines under the headline that say who speaks: a name, and beside or below it the office."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .phrases import lower


def name_alone(text: str, lexicon: Lexicon) -> bool:
    """Whether a line may be somebody's name: two to six capitalised words that mean nothing else."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", text)
    if not 2 <= len(words) <= 6 or re.search(r"[\d:;!?,&]", text):
        return False
    hits = {h.kind for h in lexicon.matcher.find(text)}
    particles, common = lexicon.words("particles"), lexicon.words("common")
    proper = all(w[0].isupper() or lower(w) in particles for w in words if len(w) > 3)
    meant = any(lower(w) in common for w in words if w[0].isupper())
    return (
        proper and not meant and not hits & {"place", "country", "organization", "institutions", "encounter", "agency"}
    )


def office_line(text: str, lexicon: Lexicon) -> bool:
    """Whether a line begins with an office and tells nothing else."""
    hits = lexicon.matcher.find(text)
    opens = any(h.kind == "office" and len(text[: h.start].split()) <= 3 for h in hits)
    told = any(h.kind in ("speech", "encounter", "visits") for h in hits)
    return opens and not told and len(text.split()) <= 14 and not re.search(r"[.:!?\d]$", text)


def heads_turns(i: int, texts: list[str], lexicon: Lexicon) -> bool:
    """Whether a line is a speaker's office and name, or a name with an office in brackets, that return further on; in
    capitals, an office and a name, or a part, over somebody's words in the first person or with another such line
    further on."""
    if i and texts[i].isupper() and _in_capitals(texts[i], lexicon):
        spoken = lexicon.words("first_person").intersection(re.findall(r"[^\W\d_]+", lower(texts[i + 1])))
        return not texts[i + 1].isupper() and (
            bool(spoken) or any(_in_capitals(text, lexicon) for text in texts[i + 2 :])
        )
    bracketed = re.fullmatch(r"[^\W\d_][^()\n]{2,40} \([^()\n]{2,40}\)", texts[i])
    heads = bool(bracketed) or any(
        h.start == 0 and h.kind in ("office", "titles") for h in lexicon.matcher.find(texts[i])
    )
    return heads and len(texts[i].split()) <= 6 and texts[i] in texts[i + 2 :]


def _in_capitals(text: str, lexicon: Lexicon) -> bool:
    """ "PRESIDENT OF GHANA, ANNA BELL", "MODERATOR"."""
    if not text.isupper() or len(text.split()) > 14 or re.search(r"[:.!?\d]", text):
        return False
    opens = any(h.start == 0 and h.kind == "office" for h in lexicon.matcher.find(text))
    return lower(text) in lexicon.words("role_labels") or (opens and len(text.split()) > 2)
