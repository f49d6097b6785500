"""Whether two names are one: by their words, their letters, their initials."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler

from .cases import fold, shared_stem
from .name_forms import Name, initials
from .phrases import Inflection, lower
from .wordlists import compiled

_SIMILAR = 0.88
_AGGLUTINATIVE = 3
"""Endings in a row from which on two forms of a name need not have the bare name in common with a third."""

_STEM, _ADJECTIVAL = 4, 2
"""Letters that a stem has, and an ending that is hardly the end of another name ("Вронецк-им", "Вронецк-ого")."""


def letters(name: Name) -> set[str]:
    """The first letters of every whole word of a name, the halves of double names included."""
    return {fold(half)[:2] for w in name.words if not initials(w) for half in [w, *w.split("-")]} - {""}


def same(a: tuple[str, ...], b: tuple[str, ...], inflection: Inflection) -> bool:
    """Whether two names fit: every word of the shorter is in the longer, one whole word at least is shared."""
    if len(a) == len(b) == 1 and _family_of(*sorted((a[0], b[0]), key=len)):
        return True
    short, long = sorted((a, b), key=len)
    left = list(long)
    whole = 0
    for word in sorted(short, key=lambda w: initials(w)):
        match = next(
            (w for w in left if not initials(w) and not initials(word) and same_word(w, word, inflection)), None
        )
        if match is not None:
            whole += len(fold(match)) > (2 if inflection.boundary and len(short) > 1 else 1)  # "Xi" alone is a name
        else:
            match = next((w for w in left if (initials(w) or initials(word)) and fold(w)[:1] == fold(word)[:1]), None)
        if match is None:
            return _joined(short, long, inflection)
        left.remove(match)
    return whole > 0 and (len(short) < 3 or _in_order(short, long, inflection))


def _in_order(short: tuple[str, ...], long: tuple[str, ...], inflection: Inflection) -> bool:
    """Whether a longer name keeps the order of a shorter one: "Omar bin Said" is not in "Said Omar bin Ali"."""
    at = 0
    for word in short:
        if initials(word):
            continue
        fits = [n for n, w in enumerate(long[at:], at) if same_word(w, word, inflection)]
        if not fits:
            turned = fold(short[0]) == fold(long[-1]) or fold(short[-1]) == fold(long[0])
            return turned or any(initials(w) for w in long)
        at = fits[0] + 1
    return True


def fathers(a: tuple[str, ...], b: tuple[str, ...], kin: frozenset[str]) -> bool:
    """ "Said bin Anwar" is the father of "Omar bin Said bin Anwar": a name that begins right behind a particle of
    another one is not the same person's."""
    short, long = sorted((a, b), key=len)
    if not kin or not short or short[0] in kin or short[0] not in long[1:] or short[0] == long[0]:
        return False
    if len(short) == 1 and short[0] == long[-1]:
        return False  # the last name stands for the family
    return all(long[n - 1] in kin for n, word in enumerate(long) if word == short[0])


def _family_of(short: str, long: str) -> bool:
    """ "高桥" of "高桥一郎": a family name of two characters, written together with what follows it."""
    return short[:1] >= "\u2e80" and len(short) == 2 and len(long) == 4 and long.startswith(short)


def _joined(a: tuple[str, ...], b: tuple[str, ...], inflection: Inflection) -> bool:
    """ "Bell" and "Anna-Maria-Bell"; a double name by one half, in any case."""
    if len(a) != 1 or "-" in a[0] or "-" not in b[-1]:
        return False
    halves = (h for w in b for h in w.split("-") if h and len(h) > (3 if h[0] < "\u2e80" else 1))
    return any(same_word(half, a[0], inflection) for half in halves)


def same_word(a: str, b: str, inflection: Inflection) -> bool:
    """Whether two words are one but for accents, apostrophes and case endings."""
    one, two = fold(a), fold(b)
    if one == two:
        return True
    if not inflection.endings or min(len(one), len(two)) < 3:
        return False
    short, long = sorted((lower(a), lower(b)), key=len)
    if long.startswith(short) and inflection.whole.fullmatch(long[len(short) :]):
        return True
    if inflection.chain >= _AGGLUTINATIVE and a[:4] == b[:4] and shared_stem(a, b, inflection):
        return True
    if inflection.drop and _declined_alike(short, long, inflection):
        return True
    stem = inflection.stem(short)
    return (
        len(stem) >= 4
        and bool(inflection.drop)
        and long.startswith(stem)
        and bool(inflection.whole.fullmatch(long[len(stem) :]))
        and bool(compiled(f"(?:{inflection.pattern}|[{inflection.drop}])").fullmatch(short[len(stem) :]))
    )


def _declined_alike(short: str, long: str, inflection: Inflection) -> bool:
    """Two cases of one family name, neither of them the nominative: "Вронецким", "Вронецкого"."""
    shared = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    splits = range(_STEM, min(shared, len(short) - _ADJECTIVAL) + 1)
    if shared == len(short) - 1 == 3:  # "Цяна", "Цяном": a short name by its two cases
        splits = range(shared, shared + 1)
    rests = ((short[n:], long[n:]) for n in splits)
    return any(all(r not in inflection.of_surnames and inflection.whole.fullmatch(r) for r in pair) for pair in rests)


def nearly(a: str, b: str) -> bool:
    one, two = fold(a), fold(b)
    return min(len(one), len(two)) >= 4 and one[0] == two[0] and JaroWinkler.similarity(one, two) >= _SIMILAR


def initials_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    pairs = list(zip(a, b, strict=False))
    return bool(pairs) and all(
        fold(x)[:1] == fold(y)[:1] if initials(x) or initials(y) else (fold(x) == fold(y) or nearly(x, y))
        for x, y in pairs
    )


def called_short(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Joe Bell" and "Joseph R. Bell", "Tony" and "Antony": one family name, and a first name cut short at either end
    or two that begin alike, the initials behind them not another's."""
    if min(len(a), len(b)) < 2 or fold(a[-1]) != fold(b[-1]):
        return False
    short, long = sorted((fold(a[0]), fold(b[0])), key=len)
    middle = [fold(w)[:1] for words in (a, b) for w in words[1:-1]]
    alike = len(short) > 2 and (long[:2] == short[:2] or long.endswith(short[1:]))
    return alike and len(set(middle)) < 2 and not initials(a[0]) and not initials(b[0])


def weight(name: Name) -> int:
    return sum(2 if not initials(w) else 1 for w in name.words)


def fullness(name: Name) -> tuple[int, int]:
    whole = [w for w in name.words if not initials(w)]
    return (len(whole), len(name.words))


def some_upper(name: Name) -> bool:
    return any(len(w) > 2 and w.isupper() for w in name.words)
