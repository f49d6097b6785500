"""The names of one block gathered into persons: full names first, then initials, then bare family names.

Each step decides for all groups from the state before it, so the order in which names arrive does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations_with_replacement

from meetings.identity.names import Parsed, parse
from meetings.identity.partition import Partition
from meetings.identity.people import NEAR_FAMILY, Likeness, NameUse, compare, family_alike, likeness

Links = Iterable[tuple[int, int]]
_ANY = "*"
LEAST = 0.3
"""Likelihood below which nobody is asked."""


Question = tuple[int, int, float, str]
"""Two groups that may be one person: a member of each, how likely (0 to 1), and why in words."""


def cluster(uses: Sequence[NameUse], *, together: Links = (), apart: Links = ()) -> list[list[int]]:
    """Partition one block into persons: [[1, 4], [2], [3]] (ids), the same for any order of `uses`.

    `together` and `apart` are verdicts of people and always hold; where they contradict each other, `apart` wins.
    """
    return list(_Block(uses, together, apart).groups)


def suggestions(
    uses: Sequence[NameUse], *, together: Links = (), apart: Links = (), least: float = LEAST
) -> list[Question]:
    """Questions for a person, best first: one for each pair of groups that may be one person."""
    return _Block(uses, together, apart).questions(least)


def cluster_and_ask(
    uses: Sequence[NameUse], *, together: Links = (), apart: Links = ()
) -> tuple[list[list[int]], list[Question]]:
    """`cluster` and `suggestions` for the work of one."""
    block = _Block(uses, together, apart)
    return list(block.groups), block.questions(LEAST)


def reach(uses: Sequence[NameUse], start: Iterable[int], links: Links = ()) -> set[int]:
    """Those of one block whose gathering some of them bear on: what may be one person with these, what may be one with
    those, and so on, and whatever is linked to any. All others are gathered as if these were not there.
    """
    shelves = Shelves(uses)
    linked: dict[int, set[int]] = defaultdict(set)
    for a, b in links:
        linked[a].add(b)
        linked[b].add(a)
    found = set(start)
    todo, opened = list(found), set[tuple[Shelf, str]]()
    while todo:
        one = todo.pop()
        near = linked[one] | shelves.turned_by[shelves.keys[one]]
        for place in shelves.places[one]:
            if place not in opened:
                opened.add(place)
                near |= shelves.near(place)
        todo += near - found
        found |= near
    return found


Shelf = tuple[str, bool]
"""The sound of a family name, and whether it is in a loose script."""


class Shelves:
    """The names of a block by the sounds of their families and those with which the given names may begin.

    A name that may be turned round stands in a second place, if a name of the block has its given name as the family.
    """

    def __init__(self, uses: Iterable[NameUse]) -> None:
        self.ids: dict[Shelf, dict[str, list[int]]] = {}
        self.places: dict[int, list[tuple[Shelf, str]]] = defaultdict(list)
        self.turned_by: dict[str, set[int]] = defaultdict(set)
        names = {use.id: parse(use.name) for use in uses}
        self.keys = {id: name.key for id, name in names.items()}
        known = set(self.keys.values())
        for id, name in names.items():
            self._put(id, name)
            if name.swapped and name.swapped.key in known:
                self._put(id, name.swapped)
                self.turned_by[name.swapped.key].add(id)

    def _put(self, id: int, name: Parsed) -> None:
        shelf = (name.family, name.loose)
        for letter in _first_letters(name):
            self.ids.setdefault(shelf, {}).setdefault(letter, []).append(id)
            self.places[id].append((shelf, letter))

    def opposite(self, letter: str, shelf: Shelf) -> set[int]:
        """Those on a shelf whose given names may begin with that sound."""
        there = self.ids[shelf]
        return {id for other in (there if letter == _ANY else (letter, _ANY)) for id in there.get(other, ())}

    def near(self, place: tuple[Shelf, str]) -> set[int]:
        """Those with whom a name in that place may be one person."""
        shelf, letter = place
        return {id for other in self.ids if akin(shelf, other) for id in self.opposite(letter, other)}


def akin(one: Shelf, two: Shelf) -> bool:
    """May two families be one?"""
    return family_alike(*sorted((one[0], two[0])), one[1] or two[1]) >= NEAR_FAMILY


class _Block:
    def __init__(self, uses: Sequence[NameUse], together: Links, apart: Links) -> None:
        together = list(together)
        self.uses = {use.id: use for use in sorted(uses, key=lambda u: u.id)}
        self.groups = Partition(self.uses, together, apart)
        self.vouched = {i for pair in together for i in pair}
        self.pairs = self._related()
        self.near: dict[int, list[int]] = {i: [] for i in self.uses}
        for a, b in self.pairs:
            self.near[a].append(b)
            self.near[b].append(a)
        self._join_full_names()
        self._adopt([g for g in self._groups("full") if not self._states(g)], self._by_full_name)
        self._adopt(self._groups("initial"), self._by_initial)
        self._adopt(self._groups("bare"), self._by_family_name)

    def questions(self, least: float) -> list[Question]:
        best: dict[tuple[int, int], tuple[float, int, int, str]] = {}
        for a, b in self.pairs:
            pair = (self.groups.of[a], self.groups.of[b])
            if pair[0] == pair[1] or self.groups.forbidden(a, b):
                continue
            verdict = compare(self.uses[a], self.uses[b])
            if verdict.same is False or verdict.score < least:
                continue
            key = (min(pair), max(pair))
            best[key] = min(best.get(key, (1.0, a, b, "")), (-verdict.score, a, b, verdict.why))
        return [(a, b, -score, why) for score, a, b, why in sorted(best.values())]

    def _related(self) -> dict[tuple[int, int], Likeness]:
        """{(smaller id, larger id): likeness} of all pairs that could be one person by name."""
        found = {}
        for a, b in sorted(self._candidate_pairs()):
            like = likeness(*sorted((self.uses[a].name, self.uses[b].name)))
            if like.kind not in ("other", "different"):
                found[a, b] = like
        return found

    def _candidate_pairs(self) -> set[tuple[int, int]]:
        """Pairs with like family names and first given names that may begin alike; the rest need no look."""
        shelves = Shelves(self.uses.values())
        pairs: set[tuple[int, int]] = set()
        for one, two in combinations_with_replacement(sorted(shelves.ids), 2):
            if akin(one, two):
                for letter, ids in shelves.ids[one].items():
                    others = shelves.opposite(letter, two)
                    pairs.update((min(a, b), max(a, b)) for a in ids for b in others if a != b)
        return pairs

    def _kind(self, a: int, b: int) -> str:
        like = self.pairs.get((a, b) if a < b else (b, a))
        return like.kind if like else ""

    def _states(self, a: int) -> set[str]:
        return {self.uses[m].country for m in self.groups.group(a)} - {""}

    def _form(self, a: int) -> str:
        """The fullest form of a name in the group of a: full, initial or bare."""
        names = [parse(self.uses[m].name) for m in self.groups.group(a)]
        return "full" if any(n.full for n in names) else "initial" if any(n.given for n in names) else "bare"

    def _groups(self, form: str) -> list[int]:
        return [g for g in sorted(self.groups.members) if self._form(g) == form]

    def _clash(self, a: int, b: int) -> bool:
        """Do names in the two groups exclude each other? Names that a person linked are not held against them."""
        return self.groups.forbidden(a, b) or any(
            likeness(*sorted((self.uses[x].name, self.uses[y].name))).kind == "different"
            for x in self.groups.group(a)
            for y in self.groups.group(b)
            if x not in self.vouched and y not in self.vouched
        )

    def _join_full_names(self) -> None:
        """Equal full names of one state (or of none known); strongest evidence first."""
        edges = []
        for (a, b), like in self.pairs.items():
            one, two = self.uses[a], self.uses[b]
            if like.kind == "full" and bool(one.country) == bool(two.country):
                verdict = compare(one, two)
                if verdict.same:
                    edges.append((-verdict.score, a, b))
        for _, a, b in sorted(edges):
            if not self._clash(a, b):
                self.groups.merge(a, b)

    def _adopt(self, orphans: list[int], choose: Callable[[int], int | None]) -> None:
        """Give each orphan group the one group that `choose` finds for it; all choose before any is joined."""
        choices = [(orphan, choose(orphan)) for orphan in orphans]
        for orphan, target in choices:
            if target is not None and not self._clash(orphan, target):
                self.groups.merge(orphan, target)

    def _candidates(self, group: int, kind: str) -> list[int]:
        """Groups that have a member related to this one in that way and none that excludes it."""
        found = {self.groups.of[n] for m in self.groups.group(group) for n in self.near[m] if self._kind(m, n) == kind}
        return sorted(g for g in found - {self.groups.of[group]} if not self._clash(group, g))

    def _by_full_name(self, group: int) -> int | None:
        found = [g for g in self._candidates(group, "full") if self._states(g)]
        return found[0] if len(found) == 1 else None

    def _by_initial(self, group: int) -> int | None:
        """The one full name of the same state; else the one full name of the block, if either state is unknown."""
        found = self._candidates(group, "initial")
        full = [g for g in found if self._form(g) == "full"]
        own = self._states(group)
        close = [g for g in full if own & self._states(g)]
        if close:
            return close[0] if len(close) == 1 else None
        if len(full) == 1 and bool(own) != bool(self._states(full[0])):
            return full[0]
        return self._least([g for g in found if g not in full and own & self._states(g)], group) if not full else None

    def _by_family_name(self, group: int) -> int | None:
        """The one person of the same known state who bears this family name."""
        own = self._states(group)
        found = [g for g in self._candidates(group, "bare") if own & self._states(g)]
        named = [g for g in found if self._form(g) != "bare"]
        if named:
            return named[0] if len(named) == 1 else None
        return self._least(found, group)

    @staticmethod
    def _least(found: list[int], group: int) -> int | None:
        """Groups without any fuller name gather round the smallest id."""
        return min(found) if found and min(found) < group else None


def _first_letters(name: Parsed) -> set[str]:
    """The sounds with which the first given name may begin; that of a second one too after an initial (J. Edgar)."""
    if name.loose or not name.given:
        return {_ANY}
    return set(name.initials[0]) | set(name.initials[1] if len(name.given) > 1 and len(name.given[0]) == 1 else "")
