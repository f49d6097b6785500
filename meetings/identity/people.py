"""Is it one person? Two names compared, and the names of one block gathered into persons.

What is held to be one person without asking anyone (`same` is True):
- equal family and given names, in any script and order, acting for one state, or for a state that one side leaves open;
- the same, acting for two states, only where both hold one kind of high office: no two presidents or foreign
  ministers of different states share a full name, so the state was misread. Otherwise a question for a person;
- an initial ("Y. Tuleubekov") acting for the same state, if no second person of the block could be meant.
A family name alone is never enough for `compare`; `cluster` adds it to the only candidate of the same known state.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from meetings.identity.letters import bones
from meetings.identity.names import Parsed, parse


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


SAME_FAMILY, NEAR_FAMILY, SAME_GIVEN, NEAR = 0.74, 0.66, 0.76, 0.68
SAME_FAMILY_ALONE = 0.82
"""How alike family names must be where no given name speaks for them: Grachyov is not Qureshi."""
_OTHER = Likeness("other", 0.0)
_OFFICES = (
    ("foreign minister", r"foreign|external affairs|secretary of state|international relations|иностранн|сыртқы|"
     r"ташқи ишлар|tashqi ishlar|dışişleri|étrangères|außen|exteriores|xarici|خارجية|外交|外长"),
    ("head of government", r"prime minister|premier|chancellor|премьер|канцлер|başbakan|kanzler|бош вазир|"
     r"bosh vazir|总理"),
    ("president", r"president|президент|cumhurbaşkanı|prezident|président|präsident|الرئيس|总统|king\b|emir\b"),
)  # fmt: skip
_LESSER = re.compile(
    r"deputy|vice|assistant|adviser|ambassador|spokes|undersecretary|former|замест|посол|орынбасар|ўринбосар|"
    r"oʻrinbosar|yardımcı",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def _office_kind(office: str) -> str:
    text = office.casefold()
    if _LESSER.search(text) and not re.search("minister|министр", text):
        return ""
    return next((kind for kind, pattern in _OFFICES if re.search(pattern, text)), "")


@lru_cache(maxsize=65536)
def _alike(a: str, b: str, loose: bool = False) -> float:
    """Likeness of two sounds, 0 to 1: consonants count more; in loose scripts r is l and vowels are lost."""
    if a == b:
        return 1.0
    x, y = bones(a), bones(b)
    if loose:
        x, y = x.translate(_LOOSE), y.translate(_LOOSE)
        return Indel.normalized_similarity(x, y)
    frame = Indel.normalized_similarity(x, y) if x or y else 1.0
    return 0.6 * frame + 0.4 * Indel.normalized_similarity(a.translate(_VOWELS), b.translate(_VOWELS))


_KIN = str.maketrans("khcp", "ggsb")  # Quliyev, Kuliev; Hryhorenko, Grigorenko; Akça, Akca
_LOOSE = str.maketrans("rcgpdh", "lskbtk")
_VOWELS = str.maketrans("oe", "ai")


@lru_cache(maxsize=65536)
def family_alike(a: str, b: str, loose: bool) -> float:
    """Likeness of two family names by sound; k, g, h and c, s and p, b may stand for each other."""
    if loose:
        return _alike(a, b, True)
    return max(_alike(a, b), _alike(a.translate(_KIN), b.translate(_KIN)) - 0.02)


def _given(a: Parsed, b: Parsed) -> Likeness:
    """Given names against given names; the longer list may hold more (patronymics, middle names)."""
    less, more = sorted((a, b), key=lambda n: len(n.given))
    short, long = less.given, more.given
    if not short:
        return Likeness("bare", 0.5)
    loose = a.loose or b.loose
    if (a.full and b.full and len(short) != len(long)) or loose:
        joined = _alike("".join(short), "".join(long), loose)
        if joined >= (0.8 if loose else 0.9):
            return Likeness("full", joined)
    start = 1 if len(long) > len(short) and len(long[0]) == 1 < min(len(long[1]), len(short[0])) else 0  # J. Edgar
    rows = list(zip(short, long[start:], less.initials, more.initials[start:], strict=False))
    scores = [_name(*row, loose) for row in rows]
    whole = [score for score, row in zip(scores, rows, strict=True) if min(len(row[0]), len(row[1])) > 1]
    return _weigh(scores, whole, len(short) != len(long) and a.hyphenated != b.hyphenated)


def _weigh(scores: list[float], whole: list[float], half: bool) -> Likeness:
    """`whole`: the scores of names written out on both sides; `half`: one side has only half of a double name."""
    worst = min(scores)
    if worst < NEAR:
        return Likeness("different", worst)
    if worst < SAME_GIVEN or (whole and half):
        return Likeness("near", worst)
    return Likeness("full", sum(scores) / len(scores)) if whole else Likeness("initial", worst)


def _name(one: str, two: str, i: str, j: str, loose: bool) -> float:
    """Likeness of two given names or initials; i and j are the sounds that their first letters may stand for."""
    akin = one[0] in j or two[0] in i
    if len(one) == 1 or len(two) == 1:
        return 0.9 if akin else 0.0
    if akin and one[0] != two[0]:
        one = two[0] + one[1:]
    return min(_alike(one, two, loose), 1.0 if loose or not _replaced(one, two) else SAME_GIVEN - 0.01)


@lru_cache(maxsize=65536)
def _replaced(a: str, b: str) -> bool:
    """Does one consonant stand in the place of quite another (Nurlan, Nurzhan)? One too few is a spelling."""
    x, y = bones(a).translate(_KIN), bones(b).translate(_KIN)
    return len(x) == len(y) and x != y


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> Likeness:
    one, two = parse(a), parse(b)
    if one.folded and one.folded == two.folded and one.full:
        return Likeness("full", 1.0)
    straight = _one_order(one, two)
    turned = two.swapped or one.swapped
    if straight.kind not in ("other", "different", "near") or turned is None:
        return straight
    fixed = one if two.swapped else two
    crossed = _one_order(fixed, turned) if turned.family == fixed.family or turned.key == fixed.key else _OTHER
    return crossed if crossed.kind == "full" else straight


def _one_order(a: Parsed, b: Parsed) -> Likeness:
    loose = a.loose or b.loose
    family = family_alike(a.family, b.family, loose) if a.key == b.key or not loose else 0.0
    if family < NEAR_FAMILY:
        return _OTHER
    given = _given(a, b)
    alone = not loose and given.kind in ("initial", "bare")
    if family < (SAME_FAMILY_ALONE if alone else SAME_FAMILY) and given.kind != "different":
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
