"""States written as one letter where the letters around it say so: 中俄关系, 哈方, 访华, 俄外长."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache

from . import lexicon as lexicons
from .lexicon import Lexicon
from .phrases import Hit, lower

_LONGER = ("country", "place", "organization", "agency", "not_countries")


def with_letters(hits: list[Hit], plain: str, lexicon: Lexicon) -> list[Hit]:
    """The hits of a text and, in languages that abbreviate so, those of single letters."""
    hits = _told_apart(hits, lexicon)
    if lexicon.table("short_states"):
        return _with_short(hits, plain, lexicon)
    letters = lexicon.table("state_letters")
    if not letters:
        return hits
    taken = sorted((h.start, h.end) for h in hits if h.kind in _LONGER)
    meant = _meant(hits, plain, letters)
    found = []
    for match in _pattern(lexicon.tag).finditer(plain):
        for at in range(match.start(), match.end()):
            before = bisect_right(taken, (at, len(plain))) - 1
            if (before >= 0 and at < taken[before][1]) or plain[at] not in meant:
                continue
            form = plain[at]
            found.append(Hit(at, at + 1, at + 1, "country", (meant[form], "adjective", form)))
    return sorted([*hits, *found], key=lambda h: (h.start, -h.end, h.kind))


def _told_apart(hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    """Of a form that several states share ("Congolese") the state that the text names otherwise, too."""
    shared = lexicons.shared_forms(lexicon.tag)
    several = [n for n, h in enumerate(hits) if h.kind == "country" and str(h.value[2]).casefold() in shared]
    if not several:
        return hits
    told = Counter(str(h.value[0]) for n, h in enumerate(hits) if h.kind in ("country", "place") and n not in several)
    hits = list(hits)
    for n in several:
        own, kind, form = hits[n].value
        code = max(shared[form.casefold()], key=lambda c: (told[c], c == own))
        hits[n] = hits[n]._replace(value=(code, kind, form))
    return hits


def _with_short(hits: list[Hit], plain: str, lexicon: Lexicon) -> list[Hit]:
    """The hits and, for "the Kingdom" alone, the state it stands for: the one of a list that the text names most."""
    named = Counter(str(h.value[0]) for h in hits if h.kind in ("country", "place"))
    long = [(h.start, h.end) for h in hits if h.kind == "country"]
    found = []
    for hit in hits:
        if hit.kind != "short_state" or any(a <= hit.start < b for a, b in long):
            continue
        code = max(hit.value, key=lambda c: named[c])
        town = lexicon.table("short_towns").get(lower(plain[hit.start : hit.end]), {}).get(code)
        if town:  # "Amman", written as "Oman": the town, where the text is about its state
            found.append(hit._replace(kind="place", value=(code, "capital", str(town))))
            continue
        found.append(hit._replace(kind="country", value=(code, "name", "")))
    return sorted([*hits, *found], key=lambda h: (h.start, -h.end, h.kind)) if found else hits


def _meant(hits: list[Hit], plain: str, letters: dict[str, str]) -> dict[str, str]:
    """What each letter stands for in one text: a state named in full that begins so, else the usual one
    ("巴方" is Pakistan's side, but Brazil's where the text is about Brazil)."""
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        if hit.kind == "country" and hit.end - hit.start > 1:
            named[plain[hit.start]][str(hit.value[0])] += 1
    own = {form: codes.most_common(1)[0][0] for form, codes in named.items()}
    return {**letters, **{form: code for form, code in own.items() if letters.get(form) not in named[form]}}


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """One letter with a word that needs a state beside it, or two to four letters in a row with one behind them.

    Letters that only stand for a state named in the same text count where nothing else can be meant."""
    lexicon = lexicons.load(tag)
    letters = lexicon.table("state_letters")
    firsts = {form[0] for _code, kind, form in lexicons.state_forms(tag) if kind == "name" and len(form) > 1}
    one, any_one = f"[{''.join(map(re.escape, letters))}]", f"[{''.join(sorted(firsts | set(letters)))}]"
    before = _choice(lexicon.words("state_before"))
    after = _choice(lexicon.words("state_after"))
    both = _choice(lexicon.words("states_after"))
    pairs = _choice(lexicon.words("state_pairs"))
    sides = _choice(lexicon.words("state_sides"))
    leads = "".join(map(re.escape, lexicon.words("letter_leads")))
    free = rf"(?<![^\W{leads}])(?<!\d)"  # not behind another character: the last one of a name before its office
    home = f"[{''.join(lexicon.words('state_home')) or chr(0)}]"
    return re.compile(
        rf"(?<={before}){one}(?!\d)|{pairs}|{one}{{2,4}}(?={both})|{home}{any_one}(?={both})|{any_one}{home}(?={both})"
        rf"|(?<!\d){any_one}(?={sides})|{free}{any_one}(?={after})"
    )


def _choice(words: frozenset[str]) -> str:
    return "(?:" + ("|".join(sorted(words, key=lambda w: (-len(w), w))) or "(?!)") + ")"
