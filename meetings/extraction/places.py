"""Where: the state a page speaks for, states the text names, the town of a meeting."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import urlsplit

from .guests_home import guest_states, visited_states
from .pages import Paragraph
from .phrases import APOSTROPHES, Hit, lower
from .published import agency_dateline, credit_length
from .record import Finding, Mention, Span
from .tokens import Words
from .wordlists import compiled

_OFFICIAL = ("gov", "gob", "gouv", "govt", "gv", "go", "mfa", "mofa", "president", "government", "parliament")
_OFFICIAL_SITE = re.compile(rf"(?<![\w@])(?:[a-z0-9-]+\.)*(?:{'|'.join(_OFFICIAL)})\.([a-z]{{2}})\b", re.IGNORECASE)
"""The address of a government's site, by which a page shows whose it is."""
_SITES = {"uk": "GB", "eu": ""}
_LABEL = re.compile(r"[^\W\d_a-z]{2}[^\W\d_a-z. ]{0,30}(?: [^\W\d_a-z.]{2,20})?\.[-–—]\s")
"""A speaker's name in capitals, a stop and a dash: "ANA BELL.- Good morning"."""
_TURNS = 24
"""Paragraphs among which somebody else speaks in a transcript."""
_IN_CAPITALS = re.compile(
    r"(?P<town>[^\n]{3,}?)[,.]?[^—–\n]{0,60}?(?:\s(?:—|–|-{1,2})\s|\([^)]{2,25}\)\s?[-–—]*\s?|/[^/]{2,30}/)"
)
"""The beginning of a line up to a dash, a bracket or slashes: a dateline, where the town has capitals alone."""
_SHOWING = {
    "agency": "home.agency", "country": "home.state-named", "place": "home.town", "home_word": "home.own-word"
}  # fmt: skip
"""Kinds of words that show who publishes, and the rule of each."""
_SURE = {
    "home.agency": 0.9, "home.site": 0.9, "home.printed-form": 0.9, "home.state-named": 0.8, "home.own-word": 0.7,
    "home.town": 0.6, "home.language": 0.6, "home.kicker": 0.6, "home.most-named": 0.3,
}  # fmt: skip
_MENU = 7
"""Words that a line of a page's header has at most."""
_KICKED = 1.6
"""What the state that opens a headline shows of the publisher, where papers of many states write one language: a
little more than that language does."""
_BEFORE = 16
"""Characters before an adjective in which the noun stands that it tells the state of."""
_ENOUGH = 1.6
"""Votes below which nothing shows who publishes: somebody's state named once."""
_DASHED = re.compile(r" (?:[–—]|--) (?=[A-Z])")
"""What stands between the town and a story's first word in the shortest datelines: "Nairobi — President …"."""


class _Sign(NamedTuple):
    """Something on the page that shows whose it is, and how much it weighs."""

    code: str
    weight: float
    start: int
    rule: str
    end: int = 0


def home_country(words: Words) -> str | None:
    """The state whose ministry, office or agency publishes the text, as far as the page shows it."""
    return home_finding(words).value


@lru_cache(maxsize=2)
def home_finding(words: Words) -> Finding:
    """The same with the weightiest words that show it, and as sure as these are."""
    votes: defaultdict[str, float] = defaultdict(float)
    order: dict[str, int] = {}
    guests = guest_states(words) | visited_states(words)
    signs = [sign for sign in _signs(words) if sign.weight > 1 or sign.code not in guests]
    for sign in signs:
        votes[sign.code] += sign.weight
        order.setdefault(sign.code, sign.start)
    votes = defaultdict(float, {code: n for code, n in votes.items() if n and code})
    if not votes or max(votes.values()) < _ENOUGH:
        return Finding(None, "home.not-told", 0.0)
    code = max(votes, key=lambda code: (votes[code], -order[code]))
    best = max((sign for sign in signs if sign.code == code), key=lambda sign: sign.weight)
    spans = (Span(best.start, best.end),) if best.end else ()
    shown = best.weight >= 1 and not (best.rule == "home.town" and _of_body(words))
    rule = best.rule if shown else "home.most-named"
    return Finding(code, rule, _SURE[rule], spans)


def _of_body(words: Words) -> bool:
    """Whether the page bears the name of a body of many states: its town is then the body's, not one of them."""
    zones = ("furniture", "letterhead", "front")
    return any(words.page.zone_at(hit.start) in zones for hit in words.by_kind.get("organization", ()))


def home_by_address(address: str | None) -> Finding | None:
    """The state whose government's site an address of the web is of."""
    match = _OFFICIAL_SITE.search(urlsplit(address or "").netloc)
    code = _site_of(match) if match else ""
    return Finding(code, "home.source-url") if code else None


def _signs(words: Words) -> Iterator[_Sign]:
    """All that shows who publishes: names of agencies, states, towns and houses, addresses, printed forms."""
    body = words.page.zone("body")
    first = body[0].start if body else len(words.plain)
    said: Counter[tuple[str, str]] = Counter()
    others = words.lexicon.words("not_home")
    for hit in words.hits:
        if hit.kind not in _SHOWING:
            continue
        code, weight = _vote(words, hit, first)
        if code.lower() in others:
            continue
        if weight < 1:
            said[code, hit.kind] += 1
            weight = weight if said[code, hit.kind] <= 3 else 0
        yield _Sign(code, weight, hit.start, _SHOWING[hit.kind], hit.end)
    addressed = any(f"{name}." in words.lowered for name in _OFFICIAL)
    for match in _OFFICIAL_SITE.finditer(words.plain) if addressed else ():
        weight = 3 if words.page.zone_at(match.start()) != "body" else 0.9
        yield _Sign(_site_of(match), weight, match.start(), "home.site", match.end())
    for code, printed in words.lexicon.table("home_formats").items():
        if line := compiled(printed).search(words.plain):
            yield _Sign(code, 3, line.start(), "home.printed-form", line.end())
    for code, weight in words.lexicon.table("publishers").items():
        yield _Sign(code, float(weight), len(words.plain), "home.language")
    if kicker := _kicker(words):
        yield _Sign(str(kicker.value[0]), _KICKED, kicker.start, "home.kicker", kicker.end)


def _kicker(words: Words) -> Hit | None:
    """ "Ghana : le président …": the state with a colon that opens a headline, as papers tell what is their own where
    those of many states are read together; elsewhere it is the state abroad of which a story tells."""
    if not words.lexicon.data.get("kickers_of_home"):
        return None
    title = words.page.zone("title")[:1]
    state = words.covering("country", title[0].start) if title else None
    led = state is not None and state.start == title[0].start and state.value[1] in ("name", "long")
    if not state or not led or words.plain[state.end : state.end + 2].lstrip()[:1] != ":":
        return None
    return None if _of_counterpart(words, state) else state


def _of_counterpart(words: Words, state: Hit) -> bool:
    """ "Son homologue ghanéen": nobody's counterpart is of the publisher's own state."""
    nouns = words.lexicon.words("parties_nouns")
    named = (h for h in words.by_kind.get("country", ()) if h.value[0] == state.value[0] and h.value[1] != "name")
    return any(nouns.intersection(words.lowered[max(0, h.start - _BEFORE) : h.start].split()[-1:]) for h in named)


def _site_of(match: re.Match[str]) -> str:
    return _SITES.get(match[1].lower(), match[1].upper())


def _vote(words: Words, hit: Hit, first: int) -> tuple[str, float]:
    """What one name of a state, a town or an agency says about the publisher: most in header and dateline."""
    zone = words.page.zone_at(hit.start)
    if hit.kind == "agency":
        far = zone == "body" and hit.start >= first + 200
        house = far and words.lowered[hit.start : hit.stem_end] in words.lexicon.words("venue_houses")
        return str(hit.value), 0.9 if house else 2 if far else 6
    if hit.kind == "home_word" and zone == "body" and _line_of_its_own(words, hit):
        return str(hit.value), 2
    if hit.kind == "home_word":  # "Bundeskanzler": an office or a house that one state calls so
        return str(hit.value), 0.9 if zone in ("body", "title") else 2
    code, zone = str(hit.value[0]), "title" if _of_guest(words, hit) or _of_headline(words, hit) else zone
    if zone == "furniture" and hit.kind == "country" and hit.value[1] == "adjective" and _line_of_its_own(words, hit):
        return code, 0  # "English / French / Ukrainian": languages of the page
    if zone in ("furniture", "date"):
        return code, _of_header(words, hit, code)
    if zone == "footer":
        if _long(words, hit.start) or not _signed(words, hit.start):
            return code, 0
        return code, 2 if hit.kind == "country" else 1
    if hit.kind == "country" and not words.lexicon.spaced and _posted_there(words, hit):
        return code, 0  # "驻埃及大使": abroad
    if hit.kind == "place":
        return code, 2 if hit.start < dateline_end(words) else (0.5 if zone == "title" else 0.4)
    return code, 0.5


def _of_header(words: Words, hit: Hit, code: str) -> float:
    """What a name above the headline says: most, but where it is held or the teaser of a story."""
    if hit.kind == "place" and words.lexicon.spaced and len(words.plain[slice(*words.line(hit.start))].split()) > _MENU:
        return 0.4
    own = words.lexicon.words("home_states")  # of a language that few states write
    return 0.1 if _held_in(words, hit) else (0.4 if own and code.lower() not in own else 3)


def _of_guest(words: Words, hit: Hit) -> bool:
    """ "Bell meets Chilean minister" among the links of a page: an adjective beside an office."""
    beside = words.covering("office", hit.end + 1) if hit.kind == "country" and hit.value[1] == "adjective" else None
    return beside is not None and beside.start == hit.end + 1 and words.page.zone_at(hit.start) == "furniture"


def _of_headline(words: Words, hit: Hit) -> bool:
    """Whether a line above the story is the headline once more, or its beginning: a window's."""
    if words.page.zone_at(hit.start) != "furniture":
        return False
    line = words.plain[slice(*words.line(hit.start))].strip(" .…\n")
    return any(words.plain.startswith(line, title.start) for title in words.page.zone("title")[:1])


def _posted_there(words: Words, hit: Hit) -> bool:
    """Whether a state is where an envoy is posted: behind "to", in text without spaces."""
    return words.lowered.endswith(words.lexicon.affixes("abroad_links"), 0, hit.start)


def _held_in(words: Words, hit: Hit) -> bool:
    """ "Oslo, Norway": a header that adds the state to the town tells where something was held, not who publishes."""
    state = hit if hit.kind == "country" else words.covering("country", hit.end + 2)
    town = words.covering("place", state.start - 3) if state and state.start > 2 else None
    if not state or not town or state.value[0] != town.value[0]:
        return False
    return words.plain[town.end : state.start] == ", " and hit.start in (town.start, state.start)


def _line_of_its_own(words: Words, hit: Hit) -> bool:
    """ "Oslo, the Palace" under the summary: a short line with a house and no stop."""
    start, end = words.line(hit.start)
    line = words.plain[start:end].strip()
    return len(line.split()) <= 5 and line[-1:].isalnum()


def _signed(words: Words, at: int) -> bool:
    """Whether a footer line names an office of the publisher's, not the subjects of the page ("Tags: Chile, fish")."""
    start, end = words.line(at)
    known = any(words.inside(kind, start, end) for kind in ("institutions", "agency", "office"))
    return known or "©" in words.plain[start:end] or bool(re.search(r"\d{4,}", words.plain[start:end]))


def _long(words: Words, at: int) -> bool:
    """Whether a footer line is a link to another story rather than the publisher's own words."""
    start, end = words.line(at)
    if not words.lexicon.spaced:
        return any(words.inside(kind, start, end) for kind in ("encounter", "visits", "speech"))
    return len(words.plain[start:end].split()) > 9


@lru_cache(maxsize=2)
def dateline_end(words: Words) -> int:
    """Where an agency's dateline at the head of the body ends (0: there is none)."""
    body = words.page.zone("body")
    if not body or _one_of_labels(words, body):
        return 0
    start = body[0].start + credit_length(words.plain[body[0].start : body[0].start + 60])
    text = words.plain[start : start + 140]
    if told := agency_dateline(text):
        return start + told
    for pattern in words.lexicon.data.get("datelines") or ():
        if own := compiled(pattern).match(text):
            return start + own.end()
    match = _IN_CAPITALS.match(text) if text[:3].upper() == text[:3] else None
    if match and match["town"].isupper() and sum(c.isupper() for c in match["town"]) >= 3 and _town_alone(words, start):
        return start + match.end()
    town = words.covering("place", start)
    match = re.match(r"[^\n]{3,95}?(?:\s--+\s|\s[–—]\s|\([A-Z][A-Za-z]{1,20}\)[\s–—-]*)", text)
    if town and town.start == start and match and words.plain[town.end] == "," and re.search(r"\d", match[0]):
        return start + match.end()
    if town and town.start == start and _DASHED.match(words.plain, town.end):
        return town.end
    match = re.match(r"[A-Z]{3,}(?:[-, ]+[A-Z]{3,})*[-, ]*\.\s+[A-Z]{4,}\b", text)
    return start + match.end() if match else 0


def _one_of_labels(words: Words, body: list[Paragraph]) -> bool:
    """ "BELL.- Good morning …", and further down "DIA.- Thank you": whether a transcript's label begins the body."""
    labelled = (_LABEL.match(words.plain, p.start) is not None for p in body[:_TURNS])
    return next(labelled) and any(labelled)


def _town_alone(words: Words, start: int) -> bool:
    """Whether a line in capitals does not begin a sentence with a state or a body ("USA and Ghana met – …"), nor is in
    a script that has none."""
    known = (words.covering(kind, start) for kind in ("country", "organization", "institutions", "office"))
    ends = [hit.end for hit in known if hit]
    return words.lexicon.capitals and (not ends or not words.plain[max(ends) + 1 : max(ends) + 2].isalpha())


def mentioned_countries(words: Words, names: Iterable[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """Every state that headline and body name, with all places that name it; none inside the `names` of persons, of
    which words between blanks can only look like a state's citizens ("Anna Irene Bell")."""
    inside = {n for start, end in names for n in range(start, end)}
    kinds = ("demonym",) if words.lexicon.spaced else None
    spans: dict[str, list[Span]] = defaultdict(list)
    rules: dict[str, str] = {}
    begin, body_start = dateline_end(words), _body_start(words)
    for hit in words.by_kind.get("country", ()):
        if words.page.zone_at(hit.start) not in ("title", "body") or body_start <= hit.start < begin:
            continue
        if words.covering("not_countries", hit.start) or _inside_longer_place(words, hit) or _spoken(words, hit):
            continue
        if hit.start in inside and (kinds is None or hit.value[1] in kinds):
            continue  # "马里" in "马里奥"
        code, kind, _form = hit.value
        spans[code].append(Span(hit.start, hit.end))
        rules.setdefault(code, f"country.{kind}")
    return tuple(Mention(code, rules[code], 0.95, tuple(found)) for code, found in spans.items())


def _spoken(words: Words, hit: Hit) -> bool:
    """ "(interpretación del inglés al español)", "en français": the name of a language."""
    if hit.value[1] != "adjective":
        return False
    links = words.lexicon.words("language_links")
    before = words.lowered[max(0, hit.start - 12) : hit.start].split()
    aside = words.plain.rfind("(", words.line(hit.start)[0], hit.start)
    if aside >= 0 and ")" not in words.plain[aside : hit.start]:
        cues = words.lexicon.affixes("interpreting")
        return any(w.startswith(cues) for w in words.lowered[aside + 1 : hit.start].split())
    closed = re.match(r"\s*(?:$|[\n.,;:)»”\"!?])", words.plain[hit.end : hit.end + 3])
    return bool(closed and before) and before[-1] in links


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


def town(words: Words, start: int, end: int) -> Hit | None:
    """The town that a stretch places something in."""
    for hit in words.inside("place", start, end):
        if words.covering("organization", hit.start) or _is_state(words, hit, start) or _seat(words, hit, start):
            continue
        if _named_for(words, hit, start):
            continue
        if _in_town(words, hit, start) or _between_marks(words, hit) or _venue_behind(words, hit):
            return hit
    return None


def _named_for(words: Words, hit: Hit, start: int) -> bool:
    """ "The Convention of Oslo": a paper or a cause that bears the name of a town."""
    papers = words.lexicon.words("named_for_towns")
    before = words.lowered[max(start, hit.start - 24) : hit.start].split()[-2:] if papers else []
    return len(before) == 2 and before[0] in papers and before[1] in words.lexicon.words("genitive_links")


def _in_town(words: Words, hit: Hit, start: int) -> bool:
    """Whether a town's case says "in", or the word before it, in languages that have one for that."""
    links = words.lexicon.words("place_links")
    locative = words.lexicon.affixes("locative")
    if locative and not links:
        return _stands_in(words, hit, locative)
    before = words.lowered[max(start, hit.start - 14) : hit.start].split()
    if before and not words.lexicon.spaced:
        of = words.covering("country", hit.start - 1)  # "在南非开普敦"
        if capital := words.lexicon.shaped("capital_words", r"{words}$").search(words.lowered, start, hit.start):
            of = words.covering("country", capital.start() - 1)  # "在秘鲁首都利马"
        led = words.lowered[start : of.start] if of and (capital or of.end == hit.start) else before[-1]
        led = words.lexicon.shaped("provinces", r"{words}$").sub("", led)  # "在四川成都"
        return led.endswith(tuple(links))
    of_state = words.covering("country", hit.start - 2) if len(before) > 1 else None
    if of_state and of_state.value[1] == "adjective" and of_state.end == hit.start - 1:
        before = words.lowered[max(start, of_state.start - 8) : of_state.start].split()  # "in Icelandic Reykjavik"
    if before and before[-1].strip("(.,") in words.lexicon.words("towns_led_by"):
        before = words.lowered[max(start, hit.start - 20) : hit.start].split()[:-1]  # "в г. Осло", "у місті Осло"
    articled = len(before) > 1 and before[-1] in words.lexicon.words("definite")
    return bool(before) and before[-2 if articled else -1].strip("(,") in links  # "en el Vaticano"


def _between_marks(words: Words, hit: Hit) -> bool:
    """ "… , Oslo, …", "(Oslo": a town by itself."""
    led = words.plain[hit.start - 2 : hit.start] == ", " or words.plain[hit.start - 1] == "("
    return led and re.match(r"\s*(?:,|\.?$|\d)", words.plain[hit.end : hit.end + 2]) is not None


def _venue_behind(words: Words, hit: Hit) -> bool:
    """ "Oslo, where …", "Oslo hosted …": what follows says that something takes place there."""
    where = re.match(r",? (\w+)", words.lowered[hit.end : hit.end + 20])
    if where and where[1] in words.lexicon.words("where_words"):
        return True
    return words.lexicon.begins("venue_verbs").match(words.lowered, hit.end + 1) is not None


def _seat(words: Words, hit: Hit, start: int) -> bool:
    """ "The embassy in Oslo said": where a body has its seat; but "at the embassy in Oslo" is a place."""
    before = re.search(r"(\S+) $", words.plain[max(start, hit.start - 14) : hit.start])
    at = hit.start - len(before[0]) - 2 if before else 0
    body = words.covering("institutions", at) if at > start else None
    envoy = words.covering("office", at) if at > start else None
    led = words.lowered[max(start, body.start - 24) : body.start].split()[-3:] if body else []
    if words.lexicon.words("place_links").intersection(led):
        return False
    if envoy and envoy.end == at + 1 and envoy.value == "ambassador":
        return True
    if not body or body.end != at + 1:
        return False
    said = words.inside("speech", body.start - 20, body.start) or words.inside("speech", hit.end, hit.end + 14)
    return bool(said)  # "at the ministry in Oslo" tells where they met


def _is_state(words: Words, hit: Hit, start: int) -> bool:
    """ "his colleague of Guatemala": a town that has its state's name is meant where somebody is in it, not of it."""
    state = words.covering("country", hit.start)
    if not state or (state.start, state.end) != (hit.start, hit.end):
        return False
    before = words.lowered[max(start, hit.start - 14) : hit.start].split()
    return bool(before) and before[-1] in words.lexicon.words("genitive_links")


def _stands_in(words: Words, hit: Hit, locative: tuple[str, ...]) -> bool:
    """Whether a town's case says "in", its own or that of the word "city" behind it; "from" may begin alike."""
    ending = words.lowered[hit.stem_end : hit.end]
    following = re.match(r" ([^\W\d_]+)", words.lowered[hit.end : hit.end + 20])
    if (following and following[1] in words.lexicon.words("town_nouns")) or _house_of(words, hit):
        return True
    if ending.endswith(words.lexicon.affixes("adjectival_locative")) and words.inside("office", hit.end, hit.end + 16):
        return False  # "the ambassador in Astana"
    return ending.startswith(locative) and not ending.startswith(words.lexicon.affixes("ablative"))


def _house_of(words: Words, hit: Hit) -> bool:
    """ "Bakının Zeytun Sarayında", "Oslo Kongre Merkezi'nde": a house of the town that has the case."""
    houses = words.lexicon.words("town_houses")
    at = words.index_at(hit.end)
    named = takewhile(lambda t: t.capital, words.tokens[at : at + 4]) if houses else ()
    return any(re.sub(f"[{APOSTROPHES}]", "", t.lower) in houses for t in named)


def nominative(words: Words, hit: Hit) -> str:
    """A place's name as the text writes it, without its case ending."""
    text = words.plain[hit.start : hit.end]
    form = str(hit.value[2])
    if lower(text).replace("-", " ").startswith(lower(form).replace("-", " ")):
        return words.plain[hit.start : hit.start + len(form)]
    return form
