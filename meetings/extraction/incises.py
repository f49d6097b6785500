"""Who said it, told in the midst of the words: « A, a-t-elle répété. B », —A —dijo Bell—. B, – A, dedi Bell. – B."""

from __future__ import annotations

import re

from .phrases import lower
from .tokens import Words

_BETWEEN_DASHES = re.compile(
    r"(?<=\S)\s(?P<dash>[—–-])(?=[^\W\d_])(?P<told>[^—–\n]{3,160}?)(?P<end>[—–-][.,;:]?(?=\s|$)|$)"
)
"""A dash that leans on the word behind it opens, one that leans on the word before it closes."""
_BETWEEN_COMMAS = re.compile(
    r"[,?!…][»”\"]?\s(?P<told>(?:\b(?:MM?|M[mM]es?|Dr|Pr|Sra?|Mgr)\.\s|[^,.!?;:«»“”\"\n—–]){3,110})(?=(?P<end>[,.])|$)"
)
_LEADS = re.compile(r"[^.!?;:\n«»“”„\"]{0,80}:\s{0,2}[«“„\"](?=\S|\s\S)")
_LEADS_BARE = re.compile(r",\s[«“„\"]\S")
_INVERTED = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on)\b")
_HEAD = 32
"""Code points in which the verb of speech must begin."""


def told_inside(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """Where the narrator takes the word within reported speech: from the end of the words before to the next ones."""
    pairs = bool(words.lexicon.data.get("leaning_dashes"))
    commas = words.lexicon.words("incise_leads")
    found: list[tuple[int, int]] = []
    if pairs:
        for m in _BETWEEN_DASHES.finditer(words.plain, start, end):
            if _verb(words, m.start("told"), m.end("told")) is not None:
                found.append((m.start(), m.end()))
    if commas and not found:
        for m in _BETWEEN_COMMAS.finditer(words.plain, start, end):
            if not (found and m.start() < found[-1][1]) and _incise(words, m.start("told"), m.end("told"), commas):
                found.append((m.start() + (m[0][0] != ","), _behind_apposition(words, m, end)))
    return found


def spoken_between(words: Words, start: int, end: int) -> list[tuple[int, int]] | None:
    """The words between what the narrator tells; None where nothing is told inside them."""
    told = told_inside(words, start, end)
    if not told:
        return None
    edges = [start, *(at for pair in told for at in pair), end]
    spoken = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        text = words.plain[a:b]
        a, b = a + len(text) - len(text.lstrip(" ,;—–")), b - (len(text) - len(text.rstrip(" ,—–")))
        if b > a and re.search(r"\w", words.plain[a:b]):
            spoken.append((a, b))
    return spoken


def asked(words: Words, start: int, end: int) -> bool:
    """Whether it is a journalist who is told to speak."""
    askers = words.lexicon.words("askers")
    return any(words.says(askers, a, b) for a, b in told_inside(words, start, end))


def _verb(words: Words, start: int, end: int) -> int | None:
    """Where the verb of speech ends that stands at the beginning of what is told."""
    hits = words.inside("speech", start, min(end, start + _HEAD))
    if not hits or len(words.lowered[start : hits[0].start].split()) > 3:
        return None
    mine = words.lexicon.words("first_person")
    if words.says(mine, start, end):
        return None
    return hits[0].end


def _incise(words: Words, start: int, end: int, leads: frozenset[str]) -> bool:
    """Whether words between commas are a verb of speech and its subject behind it."""
    verb = _verb(words, start, end)
    if verb is None:
        return False
    hit = words.inside("speech", start, min(end, start + _HEAD))[0]
    head = re.findall(r"[^\s’']+", words.lowered[start : hit.start])
    if any(w not in leads and not _INVERTED.search(w) for w in head):
        return False
    if _INVERTED.search(words.lowered, start, end):
        return True
    behind = words.plain[verb:end].lstrip()
    first = re.match(r"[^\W\d_]+['’]?", behind)
    cited = words.lowered[hit.start : hit.end] in words.lexicon.words("according")
    small = words.lexicon.words("titles") if cited else words.lexicon.words("articles", "indefinite", "titles")
    return first is not None and (first[0][0].isupper() or lower(first[0]) in small)


def _behind_apposition(words: Words, m: re.Match[str], end: int) -> int:
    """Where the words go on: behind the office that stands after a name ("…, a dit Bell, le ministre sortant. …")."""
    stop = m.end()
    offices = words.inside("office", stop, stop + 8) if m["end"] == "," else []
    if offices:
        mark = re.compile(r"[,.]").search(words.plain, offices[0].end, end)
        return mark.end() if mark else end
    return min(stop + 1, end)


def leads_to_words(words: Words, end: int) -> bool:
    """Whether the sentence that a name stands in leads to quoted words: "Anna Bell was frank: “…”"."""
    if _LEADS.match(words.plain, end):
        return True
    return bool(words.lexicon.data.get("subject_bare")) and _LEADS_BARE.match(words.plain, end) is not None
