"""One list as bitmaps: which rows fit a choice, how many each further value would give, and a page of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from pyroaring import BitMap

from meetings.date_range import DateRange
from meetings.facets import YEAR, Chosen, Facet, Listing, Shared
from meetings.index.columns import Column
from meetings.index.order import Order
from meetings.index.reading import MONTH, Found, read
from meetings.index.values import Values
from meetings.vocabularies import batched

MOST = 500
"""So many counts of facets are kept."""
FEW = 2_000
"""Up to so many rows are themselves quick to count in."""


class ListIndex:
    """Made by `build` or `restored`, and kept up to date by `reread`; all of it fits the primary keys of the rows."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.members = BitMap()
        self.values: dict[str, Values] = {}
        self.columns = {name: Column() for sort in listing.sorts.values() for name in sort.columns}
        self.orders: dict[str, Order] = {}
        self.asked: tuple[Chosen | None, dict[str, BitMap]] = None, {}
        self.rest: tuple[BitMap | None, BitMap | None] = None, None
        self.counted: dict[Any, dict[Any, int]] = {}

    @classmethod
    def build(cls, listing: Listing) -> ListIndex:
        index = cls(listing)
        found = read(listing, index.columns)
        index.members = BitMap(found.members)
        index.values = {name: Values.of(found.bitmaps(name, index.members), name != MONTH) for name in index.names}
        index._sort()
        return index

    def state(self) -> list[Any]:
        """All of it as plain data."""
        return [
            self.members.serialize(),
            {name: values.state() for name, values in self.values.items()},
            {name: column.state() for name, column in self.columns.items()},
            {name: order.state() for name, order in self.orders.items()},
        ]

    @classmethod
    def restored(cls, listing: Listing, state: list[Any]) -> ListIndex:
        index = cls(listing)
        members, values, columns, orders = state
        index.members = BitMap.deserialize(members)
        index.values = {name: Values.restored(kept) for name, kept in values.items()}
        index.columns = {name: Column.restored(kept) for name, kept in columns.items()}
        index.orders = {name: Order.restored(index._key(name), kept) for name, kept in orders.items()}
        return index

    @property
    def names(self) -> list[str]:
        return [facet.name for facet in self.listing.facets] + ([MONTH] if self.listing.date else [])

    def _sort(self) -> None:
        self.orders = {name: Order(self._key(name), self.members) for name in self.listing.sorts}

    def _key(self, name: str) -> Any:
        sort = self.listing.sorts[name]
        columns = [self.columns[column] for column in sort.columns]
        return lambda pk: sort.key(pk, *(column[pk] for column in columns))

    # Catching up

    def affected(self, kind: str, pks: list[int]) -> BitMap:
        """The rows to read again when these objects changed."""
        if kind == self.listing.kind:
            return BitMap(pks)
        rows = BitMap()
        if kind in self.listing.affected:
            for some in batched(pks):
                rows.update(self.listing.affected[kind](some))
        if kind in self.listing.shared:
            rows |= self._moved(self.listing.shared[kind], pks)
        return rows

    def _moved(self, shared: Shared, pks: list[int]) -> BitMap:
        """The rows of those objects that have another value than the index knows."""
        owned, held = self.values[shared.of].rows, self.values[shared.value].rows
        moved = BitMap()
        for some in batched(pk for pk in pks if pk in owned):
            for pk, value in shared.pairs(some).order_by():
                others = (rows for one, rows in held.items() if one != value and rows.intersect(owned[pk]))
                moved |= BitMap.union(owned[pk] - held.get(value, owned[pk]), *(rows & owned[pk] for rows in others))
        return moved

    def reread(self, pks: BitMap) -> None:
        """Read these rows again, whether they are new, changed or gone."""
        self.forget()
        for order in self.orders.values():
            order.remove(pks & self.members)
        found: Found = read(self.listing, self.columns, pks)
        members = BitMap(found.members)
        self.members = (self.members - pks) | members
        for name, values in self.values.items():
            values.replace(pks, found.bitmaps(name, members))
        for order in self.orders.values():
            order.add(members)

    def forget(self) -> None:
        """Nothing that was asked before is known any more."""
        self.asked, self.rest = (None, {}), (None, None)
        self.counted.clear()

    # Answering

    def matching(self, chosen: Chosen, without: Facet | None = None) -> BitMap:
        """The rows that have what is asked for, whatever is asked of one facet."""
        if self.asked[0] is not chosen:
            self.asked = chosen, {}
        known, name = self.asked[1], without.name if without and without.name in chosen.values else ""
        if name not in known:
            known[name] = self._matching(chosen, name)
        return known[name]

    def _matching(self, chosen: Chosen, without: str) -> BitMap:
        rows = self.members if chosen.among is None else self.members & chosen.among
        if chosen.within:
            rows = rows & self._within(chosen.within)
        for facet in self.listing.facets:
            wanted = chosen.values.get(facet.name)
            if wanted and facet.name != without:
                rows = rows & self.having(facet, wanted, facet.name in chosen.all_of)
        return rows

    def having(self, facet: Facet, wanted: Collection[str], all_of: bool) -> BitMap:
        keys = facet.vocabulary.keys(wanted)
        return self.values[facet.name].having([keys.get(value) for value in wanted], all_of)

    def counts(self, facet: Facet, chosen: Chosen, limit: int | None) -> dict[Any, int]:
        """How many rows the commonest values of a facet would give, and those chosen, by what the column holds."""
        rows = self.matching(chosen, None if facet.name in chosen.all_of else facet)
        counts = self._commonest(facet, chosen, rows, limit)
        wanted = chosen.values.get(facet.name, ())
        missing = set(facet.vocabulary.keys(wanted).values()) - counts.keys() if wanted else ()
        return counts | self.values[facet.name].counts(rows, missing)

    def _commonest(self, facet: Facet, chosen: Chosen, rows: BitMap, limit: int | None) -> dict[Any, int]:
        """Kept while nothing changes: the next page of a list asks for the same, in another order, too."""
        key = (facet.name, limit, chosen.without(facet.name))
        if chosen.among is not None or limit is None:
            return self._counted(facet, rows, limit)
        if key not in self.counted:
            if len(self.counted) >= MOST:
                self.counted.clear()
            self.counted[key] = self._counted(facet, rows, limit)
        return self.counted[key]

    def _counted(self, facet: Facet, rows: BitMap, limit: int | None) -> dict[Any, int]:
        others, values = self._others(rows), self.values[facet.name]
        if facet.vocabulary.by_value:
            found = values.all_counts(rows, others)
            return {key: found[key] for key in sorted(found, reverse=True)[:limit]}
        return values.all_counts(rows, others) if limit is None else values.commonest(rows, limit, others)

    def _others(self, rows: BitMap) -> BitMap | None:
        """The rest of the list, where that is quicker to count in."""
        if self.rest[0] is not rows:
            self.rest = rows, self.members - rows if FEW < len(rows) < len(self.members) // 2 else None
        return self.rest[1]

    def by_date(self, chosen: Chosen, year: int | None) -> dict[int, int]:
        """How many rows each year has, or each month of one; 0: not known."""
        rows = self.matching(chosen.without_dates())
        if year is None:
            return self.values[YEAR].all_counts(rows, self._others(rows))
        months = self.values[MONTH].counts(rows, range(year * 100, year * 100 + 13))
        return {month % 100: count for month, count in months.items() if count}

    def page(self, sort: str, rows: BitMap, start: int, stop: int) -> list[int]:
        """The primary keys of a stretch of a selection."""
        return self.orders[sort].page(rows, start, stop)

    def _within(self, dates: DateRange) -> BitMap:
        """The rows of which every day that their date may mean lies within: months at once, at the ends day by day."""
        first, last = dates.keys
        column, rows = self.columns[self.listing.date], BitMap()
        for month, found in self.values[MONTH].rows.items():
            at_an_end = month in (first // 100, last // 100)
            inside = first // 100 < month < last // 100 and not at_an_end
            if dates.covers(edtf_of(month * 100)) if at_an_end or not month % 100 else inside:
                rows |= found
            elif at_an_end:
                rows.update(pk for pk in found if column[pk] % 100 and first <= column[pk] <= last)
        return rows


def edtf_of(key: int) -> str:
    """The EDTF date that a sort key stands for."""
    parts = [f"{key // 10_000:04}", f"{key // 100 % 100:02}", f"{key % 100:02}"]
    return "-".join(part for part in parts if int(part))


def grouped(changed: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Objects of the change log by their kind."""
    found: dict[str, list[int]] = {}
    for kind, pk in changed:
        found.setdefault(kind, []).append(pk)
    return found
