"""Is it one meeting? Two documents' tellings compared, and tellings gathered into meetings.

Two tellings are one meeting only on one full date, in formats that can be one, at places that do not exclude each
other, and with the same parties: equal people, one list within the other, or lists that mostly agree. Two shared
persons beside different counterparts on both sides (a president and his minister receive two guests on one day) are
not enough, unless the shared persons act for two sides.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Indel

from meetings.identity.letters import bones
from meetings.identity.partition import Partition
from meetings.identity.people import Verdict

_CONTACT = {"call": "afar", "video": "afar"}
_SAME_KIND = frozenset(map(frozenset, (("talks", "other"), ("talks", "multilateral"), ("multilateral", "other"))))


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's account of one meeting."""

    id: int
    document: int
    date: str | None  # EDTF
    format: str
    people: frozenset[int]  # person ids
    countries: frozenset[str]
    place: str | None = None
    place_country: str | None = None
    sides: frozenset[tuple[int, str]] = frozenset()  # (person, state or body acted for), where known


def compare_tellings(a: Telling, b: Telling) -> Verdict:
    """True: one meeting; None: perhaps, ask a person; False: two."""
    if a.document == b.document:
        return Verdict(False, 0.0, "one document tells of both, so they are two meetings")
    when = _dates(a.date, b.date)
    if when == "other":
        return Verdict(False, 0.0, "they took place on different days")
    parties, score, who = _parties(a, b)
    if not parties:
        return Verdict(False, 0.1, who)
    for doubt in (_formats(a, b), _places(a, b)):
        if doubt and doubt[0] is False:
            return Verdict(False, 0.2, f"{who}, but {doubt[1]}")
    doubts = [d[1] for d in (_formats(a, b), _places(a, b)) if d]
    if when == "same" and parties == "strong" and not doubts:
        return Verdict(True, score, f"both on {a.date}; {who}")
    if when in ("undated", "near") and (parties != "strong" or (when == "undated" and not _same_place(a, b))):
        return Verdict(False, 0.2, f"{who}, but nothing says that the days agree")
    words = "; ".join([_WHEN[when], who, *doubts])
    return Verdict(None, round(score * (0.7 if when == "same" else 0.5) * 0.8 ** len(doubts), 3), words)


_WHEN = {
    "same": "on the same day",
    "near": "the dates are one day apart",
    "partial": "the dates agree as far as they are known",
    "undated": "a date is missing",
}


@lru_cache(maxsize=65536)
def _span(text: str | None) -> tuple[str, str] | None:
    """EDTF -> (earliest, latest) as YYYY-MM-DD with X for unknown digits: "2018-05" -> ("2018-05-XX", …)."""
    if not text:
        return None
    ends = [re.sub(r"[?~%\s]", "", end)[:10] for end in text.split("/")][:2]
    ends = [e for e in ends if re.fullmatch(r"[\dX]{4}(-[\dX]{2}){0,2}", e)]
    full = [e + "-XX" * ((10 - len(e)) // 3) for e in ends]
    return (full[0], full[-1]) if full else None


def _dates(a: str | None, b: str | None) -> str:
    """same | near | partial | undated | other"""
    one, two = _span(a), _span(b)
    if not one or not two:
        return "undated"
    if "X" not in "".join((*one, *two)):
        if one == two:
            return "same"
        if one[0] <= two[1] and two[0] <= one[1]:
            return "partial"
        return "near" if min(_days(one[1], two[0]), _days(two[1], one[0])) == 1 else "other"
    agree = any(all("X" in (x, y) or x == y for x, y in zip(p, q, strict=True)) for p in one for q in two)
    return "partial" if agree else "other"


def _days(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return 999


def _parties(a: Telling, b: Telling) -> tuple[str, float, str]:
    """-> (strong | weak | "", score, words)"""
    shared, states = a.people & b.people, a.countries & b.countries
    both_lists = bool(a.people - b.people) and bool(b.people - a.people)
    words = f"{len(shared)} shared participant{'s' if len(shared) != 1 else ''}"
    if len(shared) > 1:
        share = len(shared) / len(a.people | b.people)
        if not both_lists or share > 0.5 or _two_sided(a, b, shared):
            return "strong", round(0.8 + 0.2 * share, 3), words
        return "weak", 0.5, f"{words}, others beside them on both sides"
    if len(shared) == 1 and len(states) > 1 and a.countries == b.countries:
        words = f"{words} and the same states"
        if not both_lists and (min(len(a.people), len(b.people)) == 1):
            return "strong", 0.75, words
        return "weak", 0.4, f"{words}, but different counterparts"
    if not shared and len(states) > 1 and a.countries == b.countries and not (a.people and b.people):
        return "weak", 0.4, "the same states, one telling without names"
    return "", 0.0, "different parties"


def _two_sided(a: Telling, b: Telling, shared: frozenset[int]) -> bool:
    """Do the shared persons act for two sides at least, as both tellings have it?"""
    return all(len({side for person, side in t.sides if person in shared}) > 1 for t in (a, b))


def _formats(a: Telling, b: Telling) -> tuple[bool | None, str] | None:
    """None: compatible; (None, words): doubtful; (False, words): two kinds of contact."""
    one, two = a.format, b.format
    if one == two or not one or not two:
        return None
    words = f"one is told as {one}, the other as {two}"
    if frozenset((one, two)) in _SAME_KIND and (
        "multilateral" not in (one, two) or a.people == b.people or len(a.people & b.people) > 2
    ):
        return None
    if ("call" in (one, two) and not {one, two} & {"video", "other"}) or {one, two} == {"video", "talks"}:
        return False, words
    return None, words


def _places(a: Telling, b: Telling) -> tuple[bool | None, str] | None:
    if {a.format, b.format} & {"call", "video"}:
        return None
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return None, f"one is placed in {a.place_country}, the other in {b.place_country}"
    if a.place and b.place and not (a.place_country and b.place_country) and not _same_place(a, b):
        return None, f"one is placed in {a.place}, the other in {b.place}"
    return None


def _same_place(a: Telling, b: Telling) -> bool:
    """One town in two spellings; names such as Beijing and Pékin are not known to be one."""
    if not a.place or not b.place:
        return False
    return a.place == b.place or Indel.normalized_similarity(bones(a.place), bones(b.place)) > 0.7


def cluster_tellings(
    tellings: Sequence[Telling], *, together: Iterable[tuple[int, int]] = (), apart: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Partition tellings into meetings, the same for any order; best agreement first, one telling of a document each.

    People's verdicts always hold: `together` may even join two tellings of one document.
    """
    ordered = sorted(tellings, key=lambda t: t.id)
    by_id = {t.id: t for t in ordered}
    groups = Partition(by_id, together, apart)
    edges = []
    for a, b in _near_pairs(ordered):
        verdict = compare_tellings(a, b)
        if verdict.same:
            edges.append((-verdict.score, a.id, b.id))
    for _, a_id, b_id in sorted(edges):
        if groups.of[a_id] != groups.of[b_id] and not _collide(groups.group(a_id), groups.group(b_id), by_id):
            groups.merge(a_id, b_id)
    return list(groups)


def _near_pairs(ordered: list[Telling]) -> Iterable[tuple[Telling, Telling]]:
    """Only tellings of one date can be one meeting without a person's word."""
    by_date: dict[str, list[Telling]] = {}
    for telling in ordered:
        by_date.setdefault(telling.date or "", []).append(telling)
    for day, same_day in by_date.items():
        if day:
            yield from combinations(same_day, 2)


def _collide(one: list[int], two: list[int], by_id: dict[int, Telling]) -> bool:
    """Would the group hold two tellings of one document?"""
    return bool({by_id[i].document for i in one} & {by_id[i].document for i in two})
