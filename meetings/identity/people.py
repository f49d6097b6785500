"""Is it one person? Two names compared, and the names of one block gathered into persons.

What is held to be one person without asking anyone (`same` is True):
- equal family and given names, in any script and order, acting for one state, or for a state that one side leaves open;
- the same, acting for two states, only where both hold one kind of high office: no two presidents or foreign
  ministers of different states share a full name, so the state was misread. Otherwise a question for a person;
- an initial ("K. Tokayev") acting for the same state, if no second person of the block could be meant.
A family name alone is never enough for `compare`; `cluster` adds it to the only candidate of the same known state.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from .letters import bones
from .names import Parsed, parse


@dataclass(frozen=True, slots=True)
class NameUse:
    """One distinct (name as written in the nominative, state acted for) seen in the collection."""

    id: int
    name: str
    country: str = ""  # ISO alpha-2, "" unknown
    offices: tuple[str, ...] = ()
    language: str = ""


class Verdict(NamedTuple):
    """True: the same; None: perhaps, ask a person; False: different. `why` is a sentence for people."""

    same: bool | None
    score: float
    why: str


class Likeness(NamedTuple):
    """How two names relate, states apart: full, initial, bare, near, other given name, other."""

    kind: str
    score: float


SAME_FAMILY, SAME_GIVEN, NEAR = 0.74, 0.76, 0.6
_OTHER = Likeness("other", 0.0)
_OFFICES = (
    (r"foreign|external affairs|secretary of state|иностранн|сыртқы|ташқи ишлар|tashqi ishlar|dışişleri|étrangères|"
     r"außen|exteriores|xarici|خارجية|外交|外长|international relations", "foreign minister"),
    (r"prime minister|premier|chancellor|премьер|канцлер|başbakan|kanzler|бош вазир|bosh vazir|总理", "head of government"),
    (r"president|президент|cumhurbaşkanı|prezident|présidente?|präsident|الرئيس|总统|king\b|emir\b", "president"),
)  # fmt: skip
_LESSER = re.compile(
    r"deputy|vice|assistant|adviser|ambassador|spokes|undersecretary|former|замест|посол|орынбасар|ўринбосар|oʻrinbosar|yardımcı", re.I
)


@lru_cache(maxsize=8192)
def _office_kind(office: str) -> str:
    text = office.casefold()
    if _LESSER.search(text) and not re.search("minister|министр", text):
        return ""
    return next((kind for pattern, kind in _OFFICES if re.search(pattern, text)), "")


@lru_cache(maxsize=262144)
def _alike(a: str, b: str, loose: bool = False) -> float:
    """Likeness of two sounds, 0 to 1: consonants count more than vowels; in loose scripts r is l and vowels are lost."""
    if a == b:
        return 1.0
    x, y = bones(a), bones(b)
    if loose:
        x, y = x.translate(_LOOSE), y.translate(_LOOSE)
        return Indel.normalized_similarity(x, y)
    frame = Indel.normalized_similarity(x, y) if x or y else 1.0
    return 0.6 * frame + 0.4 * Indel.normalized_similarity(a.translate(_VOWELS), b.translate(_VOWELS))


_LOOSE = str.maketrans("rcgpdh", "lskbtk")
_VOWELS = str.maketrans("oe", "ai")


def _family(a: Parsed, b: Parsed) -> float:
    if a.key != b.key and a.family != b.family:
        return 0.0
    return _alike(a.family, b.family, a.loose or b.loose)


def _given(a: Parsed, b: Parsed) -> Likeness:
    """Given names against given names; the longer list may hold more (patronymics, middle names)."""
    less, more = sorted((a, b), key=lambda n: len(n.given))
    short, long, initials = less.given, more.given, (less.initials, more.initials)
    if not short:
        return Likeness("bare", 0.5)
    loose = a.loose or b.loose
    if a.full and b.full and len(short) != len(long) or loose:
        joined = _alike("".join(short), "".join(long), loose)
        if joined >= (0.8 if loose else 0.9):
            return Likeness("full", joined)
    scores = [
        (0.9 if set(i) & set(j) else 0.0) if 1 in (len(one), len(two)) else _alike(one, two, loose)
        for one, two, i, j in zip(short, long, *initials, strict=False)
    ]
    whole = [s for s, one, two in zip(scores, short, long, strict=False) if len(one) > 1 and len(two) > 1]
    worst = min(scores)
    if worst < NEAR:
        return Likeness("different", worst)
    if worst < SAME_GIVEN or (whole and len(short) != len(long) and a.hyphenated != b.hyphenated):
        return Likeness("near", worst)
    return Likeness("full", sum(scores) / len(scores)) if whole else Likeness("initial", worst)


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> Likeness:
    one, two = parse(a), parse(b)
    if one.folded and one.folded == two.folded and one.full:
        return Likeness("full", 1.0)
    options = [(one, two)]
    if one.swapped or two.swapped:
        options += [(x, y) for x in (one, one.swapped) for y in (two, two.swapped) if x and y and (x, y) != (one, two)]
    return max((_one_order(x, y) for x, y in options), key=lambda v: (_RANK[v.kind], v.score))


_RANK = {"full": 6, "initial": 5, "near": 4, "bare": 3, "different": 2, "other": 1}


def _one_order(a: Parsed, b: Parsed) -> Likeness:
    family = _family(a, b)
    if family < NEAR:
        return _OTHER
    given = _given(a, b)
    if family < SAME_FAMILY and given.kind != "different":
        return Likeness("near", family) if given.kind == "full" else _OTHER
    if a.woman is not None and b.woman is not None and a.woman != b.woman and given.kind != "full":
        return Likeness("different", 0.0)
    if given.kind == "near" and family + given.score < 1.55:
        return Likeness("different", given.score)
    return Likeness(given.kind, min(family, given.score) if given.kind == "full" else given.score)


def compare(a: NameUse, b: NameUse) -> Verdict:
    """Two uses of names, by themselves: `Verdict(True, 0.95, "same given and family name across scripts; …")`."""
    kind, score = likeness(*sorted((a.name, b.name)))
    if kind in ("other", "different"):
        return Verdict(False, score / 4, _WHY[kind])
    states, known = _states(a, b)
    if kind == "full":
        return _full(a, b, score, states)
    if known is False:
        return Verdict(False, 0.1, f"{_WHY[kind]}; {states}")
    if kind == "initial" and known:
        return Verdict(True, 0.85, f"{_WHY[kind]}; {states}")
    weight = {"initial": 0.6, "near": 0.5, "bare": 0.4}[kind]
    return Verdict(None, weight if known else weight - 0.15, f"{_WHY[kind]}; {states}")


_WHY = {
    "full": "same given name and family name",
    "initial": "same family name and the initials agree",
    "near": "the names are close but not equal",
    "bare": "same family name, one side without a given name",
    "different": "same family name but different given names",
    "other": "different family names",
}


def _states(a: NameUse, b: NameUse) -> tuple[str, bool | None]:
    """-> (words about the states, True equal / False different / None not known)"""
    if a.country and b.country:
        if a.country == b.country:
            return f"both act for {a.country}", True
        return f"one acts for {a.country}, the other for {b.country}", False
    known = a.country or b.country
    return (f"one acts for {known}, the other's state is not known" if known else "neither's state is known"), None


def _full(a: NameUse, b: NameUse, score: float, states: str) -> Verdict:
    why = _WHY["full"] + (" across scripts or spellings" if parse(a.name).folded != parse(b.name).folded else "")
    if a.country == b.country != "":
        return Verdict(True, round(0.9 + score / 10, 3), f"{why}; {states}")
    if not (a.country and b.country):
        return Verdict(True, round(0.8 + score / 10, 3), f"{why}; {states}")
    kinds = {_office_kind(o) for o in a.offices} & {_office_kind(o) for o in b.offices} - {""}
    if kinds and score > 0.9 and len(parse(a.name).family_bones) > 2:
        return Verdict(True, 0.75, f"{why}; {states}, but both are {min(kinds)}: the state was misread")
    return Verdict(None, 0.5, f"{why}; {states}")
