"""Groups that obey people's verdicts: must-links always hold, cannot-links stop whatever a machine believes."""

from collections.abc import Iterable, Iterator


class Partition:
    """Disjoint groups of ids that merge unless a cannot-link stands between them.

    A person's verdicts that contradict each other cannot all hold: then `apart` wins, and the later of the
    offending must-links (in order of ids) is left out.
    """

    def __init__(
        self, ids: Iterable[int], together: Iterable[tuple[int, int]] = (), apart: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.members = {i: [i] for i in sorted(ids)}
        self.of = {i: i for i in self.members}
        self.enemies: dict[int, set[int]] = {i: set() for i in self.members}
        for a, b in apart:
            if a in self.of and b in self.of and a != b:
                self.enemies[a].add(b)
                self.enemies[b].add(a)
        for a, b in sorted(tuple(sorted(pair)) for pair in together):
            if a in self.of and b in self.of:
                self.merge(a, b)

    def forbidden(self, a: int, b: int) -> bool:
        """Does a cannot-link stand between the groups of a and b?"""
        one, two = self.of[a], self.of[b]
        small, large = sorted((one, two), key=lambda g: len(self.enemies[g]))
        return any(self.of[enemy] == large for enemy in self.enemies[small])

    def merge(self, a: int, b: int) -> bool:
        """Make one group of two; False where a cannot-link forbids it. A group is called by its smallest id."""
        one, two = sorted((self.of[a], self.of[b]))
        if one == two:
            return True
        if self.forbidden(one, two):
            return False
        for member in self.members[two]:
            self.of[member] = one
        self.members[one] += self.members.pop(two)
        self.enemies[one] |= self.enemies.pop(two)
        return True

    def group(self, a: int) -> list[int]:
        return self.members[self.of[a]]

    def __iter__(self) -> Iterator[list[int]]:
        return iter(sorted(sorted(group) for group in self.members.values()))
