"""Names of whom somebody works for, right before their own: "the envoy of the President, of-Omar of-Bell, X"."""

from __future__ import annotations

from .lexicon import Lexicon
from .name_forms import Name
from .office import Office
from .tokens import Words

_STAFF = {"ambassador", "official", "deputy"}
_SHORT = 3
"""Letters of a word that shows no case by its end."""


def in_genitive(part: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether given name and family name of a man stand in the genitive."""
    ends = lexicon.affixes("owners_ends")
    return bool(ends) and len(part) == 2 and all(len(word) > _SHORT and word.endswith(ends) for word in part)


def of_next(lexicon: Lexicon, office: Office, name: Name, near: list[Name]) -> bool:
    """Whether an office right before a name in the genitive is that of whoever is named behind it: one of somebody's
    staff."""
    if not in_genitive(name.words, lexicon) or office.end + 1 != name.start:
        return False
    return office.role in _STAFF and any(other.start == name.end + 1 for other in near)


def kin_of(words: Words, office: Office) -> bool:
    """ "The son-in-law of-the-president X": an office in another case behind a word for whose kin or friend somebody
    is."""
    before = words.lowered[max(0, office.start - 20) : office.start].split()[-1:]
    return office.oblique and bool(before) and before[0] in words.lexicon.words("name_introducers")


def not_in_case(words: Words, office: Office, name: Name) -> bool:
    """ "Turning to-the-minister of Ghana, X said …": an office in another case before a comma and a name that acts."""
    return office.oblique and bool(words.inside("speech", name.end + 1, name.end + 2))


def heads_words(words: Words, office: Office, name: Name) -> bool:
    """ "The minister: Omar Bell has no boat to sell": in a headline, an office before words that begin with a name."""
    line = words.line(office.start)
    rest = words.plain[name.end : line[1]].split()
    return words.page.zone_at(office.start) == "title" and office.start == line[0] and len(rest) > _SHORT


def behind_owner(lexicon: Lexicon, office: Office, name: Name, near: list[Name]) -> bool:
    """Whether but the name of whom somebody works for stands between an office and a name."""
    return any(other.end + 1 == name.start and of_next(lexicon, office, other, near) for other in near)
