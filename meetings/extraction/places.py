"""Where: the state a page speaks for, states the text names, the town of a meeting."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from .phrases import Hit, lower
from .record import Mention, Span
from .tokens import Words

_ENOUGH = 1.6
"""Votes below which nothing shows who publishes: somebody's state named once."""


def home_country(words: Words) -> str | None:
    """The state whose ministry, office or agency publishes the text, as far as the page shows it."""
    votes: defaultdict[str, float] = defaultdict(float)
    order: dict[str, int] = {}
    body = words.page.zone("body")
    first = body[0].start if body else len(words.plain)
    said: Counter[tuple[str, str]] = Counter()
    for hit in words.hits:
        if hit.kind not in ("agency", "country", "place", "home_word"):
            continue
        code, weight = _vote(words, hit, first)
        if weight < 1:
            said[code, hit.kind] += 1
            weight = weight if said[code, hit.kind] <= 3 else 0
        votes[code] += weight
        order.setdefault(code, hit.start)
    for code, weight in words.lexicon.table("publishers").items():
        votes[code] += float(weight)
        order.setdefault(code, len(words.plain))
    votes = defaultdict(float, {code: n for code, n in votes.items() if n})
    if not votes or max(votes.values()) < _ENOUGH:
        return None
    return max(votes, key=lambda code: (votes[code], -order[code]))


def _vote(words: Words, hit: Hit, first: int) -> tuple[str, float]:
    """What one name of a state, a town or an agency says about the publisher: most in header and dateline."""
    zone = words.page.zone_at(hit.start)
    if hit.kind == "agency":
        return str(hit.value), 6 if zone != "body" or hit.start < first + 200 else 2
    if hit.kind == "home_word":  # "Bundeskanzler": an office or a house that one state calls so
        return str(hit.value), 0.9 if zone in ("body", "title") else 2
    code = str(hit.value[0])
    if zone in ("furniture", "date"):
        return code, 3
    if zone == "footer":
        if _long(words, hit.start) or not _signed(words, hit.start):
            return code, 0
        return code, 2 if hit.kind == "country" else 1
    if hit.kind == "place":
        return code, 2 if hit.start < dateline_end(words) else (1 if zone == "title" else 0.4)
    return code, 0.5


def _signed(words: Words, at: int) -> bool:
    """Whether a footer line names an office of the publisher's, not the subjects of the page ("Tags: Chile, fish")."""
    start = words.plain.rfind("\n", 0, at) + 1
    end = words.plain.find("\n", at)
    end = end if end >= 0 else len(words.plain)
    known = any(words.inside(kind, start, end) for kind in ("institutions", "agency", "office"))
    return known or "©" in words.plain[start:end] or bool(re.search(r"\d{4,}", words.plain[start:end]))


def _long(words: Words, at: int) -> bool:
    """Whether a footer line is a link to another story rather than the publisher's own words."""
    line = words.plain[
        words.plain.rfind("\n", 0, at) + 1 : (words.plain.find("\n", at) + 1 or len(words.plain) + 1) - 1
    ]
    return len(line.split()) > 9


def dateline_end(words: Words) -> int:
    """Where an agency's dateline at the head of the body ends (0: there is none)."""
    body = words.page.zone("body")
    if not body:
        return 0
    start = body[0].start
    text = words.plain[start : start + 140]
    for pattern in words.lexicon.data.get("datelines") or ():
        if own := re.match(pattern, text):
            return start + own.end()
    match = re.match(
        r"(?P<town>[^a-zа-яёўқғҳәіңөұүһ\n]{3,}?)(?:[,.]?[^—–\n]{0,60}?)"
        r"(?:\s(?:—|–|-{1,2})\s|\([^)]{2,25}\)\s?[-–—]*\s?|/[^/]{2,30}/)",
        text,
    )
    if match and sum(c.isupper() for c in match["town"]) >= 3:
        return start + match.end()
    town = words.covering("place", start)
    match = re.match(r"[^\n]{3,95}?(?:\s--+\s|\s[–—]\s|\([A-Z][A-Za-z]{1,20}\)[\s–—-]*)", text)
    if town and town.start == start and match and words.plain[town.end] == "," and re.search(r"\d", match[0]):
        return start + match.end()
    match = re.match(r"[A-Z]{3,}(?:[-, ]+[A-Z]{3,})*[-, ]*\.\s+[A-Z]{4,}\b", text)
    return start + match.end() if match else 0


def mentioned_countries(words: Words) -> tuple[Mention, ...]:
    """Every state that headline and body name, with all places that name it."""
    spans: dict[str, list[Span]] = defaultdict(list)
    rules: dict[str, str] = {}
    begin, body_start = dateline_end(words), _body_start(words)
    for hit in words.by_kind.get("country", ()):
        if words.page.zone_at(hit.start) not in ("title", "body") or body_start <= hit.start < begin:
            continue
        if words.covering("not_countries", hit.start) or _inside_longer_place(words, hit):
            continue
        code, kind, _form = hit.value
        spans[code].append(Span(hit.start, hit.end))
        rules.setdefault(code, f"country.{kind}")
    return tuple(Mention(code, rules[code], 0.95, tuple(found)) for code, found in spans.items())


def _body_start(words: Words) -> int:
    body = words.page.zone("body")
    return body[0].start if body else 0


def _inside_longer_place(words: Words, hit: Hit) -> bool:
    """ "Andorra la Vella", "Mexico City": a town; "European Union of …": a body."""
    for kind in ("place", "organization", "agency"):
        other = words.covering(kind, hit.start)
        if other and other.end - other.start > hit.end - hit.start:
            return True
    return False


def town(words: Words, start: int, end: int) -> tuple[str, str | None, Hit | None] | None:
    """The town that a stretch places something in: its name in the nominative, and its state."""
    links = words.lexicon.words("place_links")
    locative = tuple(words.lexicon.words("locative"))
    for hit in words.inside("place", start, end):
        if words.covering("organization", hit.start):
            continue
        before = words.lowered[max(start, hit.start - 14) : hit.start].split()
        of_state = words.covering("country", hit.start - 2) if len(before) > 1 else None
        if of_state and of_state.value[1] == "adjective" and of_state.end == hit.start - 1:
            before = words.lowered[max(start, of_state.start - 8) : of_state.start].split()  # "in Icelandic Reykjavik"
        linked = bool(before) and before[-1].strip("(,") in links
        if before and not words.lexicon.spaced:
            linked = before[-1].endswith(tuple(links))
        if locative and not links:
            linked = _stands_in(words, hit, locative)
        lone = re.match(r"\s*(?:,|\.?$|\d)", words.plain[hit.end : hit.end + 2]) and (
            words.plain[hit.start - 2 : hit.start] == ", " or words.plain[hit.start - 1] == "("
        )
        where = re.match(r",? (\w+)", words.lowered[hit.end : hit.end + 20])
        linked = linked or bool(where and where[1] in words.lexicon.words("where_words"))
        if linked or lone:
            return nominative(words, hit), str(hit.value[0]), hit
    return None


def _stands_in(words: Words, hit: Hit, locative: tuple[str, ...]) -> bool:
    """Whether a town's case says "in", its own or that of the word "city" behind it; "from" may begin alike."""
    ending = words.lowered[hit.stem_end : hit.end]
    following = re.match(r" ([^\W\d_]+)", words.lowered[hit.end : hit.end + 20])
    if following and following[1] in words.lexicon.words("town_nouns"):
        return True
    if ending.endswith(tuple(words.lexicon.words("adjectival_locative")) or ("\0",)) and words.inside(
        "office", hit.end, hit.end + 16
    ):
        return False  # "the ambassador in Astana"
    return ending.startswith(locative) and not ending.startswith(tuple(words.lexicon.words("ablative")) or ("\0",))


def nominative(words: Words, hit: Hit) -> str:
    """A place's name as the text writes it, without its case ending."""
    text = words.plain[hit.start : hit.end]
    form = str(hit.value[2])
    if lower(text).startswith(lower(form)):
        return words.plain[hit.start : hit.start + len(form)]
    return form
