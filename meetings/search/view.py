"""What is asked of the index, and in which order its answers come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

import tantivy
from pyroaring import FrozenBitMap

from meetings.search.stored import schema


class View:
    """The index at one moment: `searchers` together hold everything once, if `hidden` is left out of the first.

    The last has the states, and nothing else.

    `version` is another one whenever the answer to a query may be. With `behind`, much has changed that it does not
    know yet. Who wants one `kind` alone says so in the query, and beside it, so that no other is asked.
    """

    def __init__(
        self,
        searchers: list[tantivy.Searcher],
        version: tuple[object, ...],
        hidden: Collection[str] = (),
        behind: bool = False,
    ) -> None:
        self.searchers, self.version, self.hidden, self.behind = searchers, version, hidden, behind
        self.every: dict[str, FrozenBitMap] = {}

    def asked(self, query: tantivy.Query, kind: str = "") -> Iterator[tuple[tantivy.Searcher, tantivy.Query]]:
        """The query for each searcher."""
        first, *others, states = self.searchers
        if kind != "country":
            yield first, self._visible(query)
            yield from ((searcher, query) for searcher in others)
        if kind in ("", "country"):
            yield states, query

    def _visible(self, query: tantivy.Query) -> tantivy.Query:
        if not self.hidden:
            return query
        hidden = tantivy.Query.term_set_query(schema(), "key", list(self.hidden))
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.MustNot, hidden)])

    def best(self, query: tantivy.Query, kind: str, limit: int, newest: bool = False) -> list[int]:
        return self.first(query, kind, limit, newest)[1]

    def first(self, query: tantivy.Query, kind: str, limit: int, newest: bool = False) -> tuple[int, list[int]]:
        """How many hits there are, and the ids of the best, or of the newest, the best first.

        Of equal ones the engine's order stays, by which it has cut, so that the next page begins where this one ends.
        """
        order = {"order_by_field": "date"} if newest else {"weight_by_field": "weight"}
        total, found = 0, []
        for searcher, own in self.asked(query, kind):
            result = searcher.search(own, limit=limit, **order)  # type: ignore[arg-type]
            ids = searcher.fast_field_values("id", [address for _, address in result.hits])
            total += result.count  # type: ignore[attr-defined]
            found += [(rank, int(id or 0)) for (rank, _), id in zip(result.hits, ids, strict=True)]
        return total, [id for _, id in sorted(found, key=lambda one: -one[0])[:limit]]

    def count(self, query: tantivy.Query, kind: str = "") -> int:
        return sum(searcher.search(own, limit=1).count for searcher, own in self.asked(query, kind))  # type: ignore[attr-defined]

    def ids(self, query: tantivy.Query, kind: str) -> FrozenBitMap:
        """The ids of all hits. Each that the engine tells takes time: where the others are fewer, it tells these."""
        every = tantivy.Query.term_query(schema(), "kind", kind)
        if 2 * self.count(query, kind) <= self.count(every, kind):
            return FrozenBitMap(self._told(query, kind))
        others = tantivy.Query.boolean_query([(tantivy.Occur.Must, every), (tantivy.Occur.MustNot, query)])
        if kind not in self.every:
            self.every[kind] = FrozenBitMap(self._told(every, kind))
        return self.every[kind] - FrozenBitMap(self._told(others, kind))

    def _told(self, query: tantivy.Query, kind: str) -> list[int]:
        found: list[int] = []
        for searcher, own in self.asked(query, kind):
            every = searcher.search(own, limit=max(searcher.num_docs, 1), count=False, order_by_field="id")
            found += [id for id, _ in every.hits]
        return found

    def beginning(self, field: str, prefix: str, limit: int | None = None) -> dict[str, int]:
        """The words of a field that begin so, and how many entries have each."""
        found: Counter[str] = Counter()
        for searcher in self.searchers:
            found.update(dict(searcher.terms_with_prefix(field, prefix, limit=limit)))
        return found
