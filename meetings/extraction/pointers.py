"""References while they are read, each once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .parties import Parties, Party
from .record import Finding
from .story import Sentence


@dataclass
class Pointer:
    """One reference while it is being read: parties are persons or ISO codes."""

    date: Finding
    parties: list[Party]
    span: tuple[int, int]
    rule: str


def add(found: list[Pointer], pointer: Pointer, parties: Parties) -> None:
    """Once is enough: the telling with a date wins over one without."""
    for known in found:
        persons = any(not isinstance(p, str) for p in pointer.parties)
        if _alike(known, pointer, parties):
            if _persons(pointer) > _persons(known):
                known.parties, known.span = pointer.parties, pointer.span
            return
        near = 0 <= pointer.span[0] - known.span[1] < 80
        if (persons or near) and set(map(_key, known.parties)) == set(map(_key, pointer.parties)):
            if pointer.date.value == known.date.value or pointer.date.value is None:
                return
            if known.date.value is None or (pointer.date.value.startswith(known.date.value)):
                known.date = pointer.date
                return
    found.append(pointer)


def one_by_one(pointer: Pointer, sentence: Sentence, parties: Parties) -> list[Pointer]:
    """ "A will see B and C separately": one encounter for each, where the sentence says so."""
    lexicon, shape = parties.lexicon, r"(?<!\w){words}(?!\w)" if parties.lexicon.spaced else "{words}"
    if len(pointer.parties) < 3:
        return [pointer]
    apart = lexicon.shaped("one_by_one", shape).search(parties.words.lowered, sentence.start, sentence.end)
    named = {id(p): m.start for m, p in reversed(parties.mentions(sentence)) if p}
    if apart is None or not all(id(p) in named for p in pointer.parties):
        return [pointer]
    before = [p for p in pointer.parties if named[id(p)] < apart.start()]
    after = [p for p in pointer.parties if p not in before]
    if not lexicon.spaced and len(after) == 1:
        return [replace(pointer, parties=[one, *after]) for one in before]
    first, *others = pointer.parties
    return [replace(pointer, parties=[first, other]) for other in others]


def _alike(known: Pointer, pointer: Pointer, parties: Parties) -> bool:
    """The same day and the same states: told a second time with less detail."""
    if known.date.value != pointer.date.value:
        return False
    if _persons(known) == _persons(pointer) == len(known.parties) == len(pointer.parties) == 2:
        return set(map(_key, known.parties)) == set(map(_key, pointer.parties))
    one, two = _states(known, parties), _states(pointer, parties)
    shared = {_key(p) for p in known.parties} & {_key(p) for p in pointer.parties}
    return bool(shared) and (one <= two or two <= one)


def _states(pointer: Pointer, parties: Parties) -> set[str]:
    """The states of the parties; somebody without state and office counts for nobody but themselves."""
    known = lambda p: isinstance(p, str) or p.offices or p.country  # noqa: E731
    return {(p if isinstance(p, str) else parties.state(p) or "") if known(p) else str(id(p)) for p in pointer.parties}


def _persons(pointer: Pointer) -> int:
    return sum(not isinstance(p, str) for p in pointer.parties)


def _key(party: Party) -> object:
    return party if isinstance(party, str) else id(party)
