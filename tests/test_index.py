"""The index says what counting in the database says, whatever happened before and however it is asked."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyroaring import BitMap

from meetings import counting
from meetings.date_range import DateRange
from meetings.facets import LISTINGS, Chosen, Listing
from meetings.index import Index, by_row
from meetings.index import rows as rows_module
from meetings.index import values as values_module
from meetings.index.order import Order
from meetings.index.values import Values
from meetings.models import Account, Format, Meeting, Participant, Person, Quote
from tests.factories import make_document, make_meeting, make_participant, make_person, make_quote

COUNTRIES = ("FR", "KZ", "RU", "UZ")
DATES = ("", "2020", "2020-02", "2020-02-29", "2021-04-08", "2021-04", "2021-12-31", "XXXX-05-28")
LANGUAGES = ("", "en", "ru")
maybe = st.one_of(st.none(), st.sampled_from(COUNTRIES))


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    homes = draw(st.lists(maybe, min_size=1, max_size=4))
    return [make_person(home=home, quote_count=draw(st.integers(0, 1))) for home in homes]


def meeting_of(draw: st.DrawFn, known: list[Person]) -> Meeting:
    documents = [
        make_document(
            language=draw(st.sampled_from(LANGUAGES)),
            publisher=draw(st.sampled_from(("", "Agency", "Gazette"))),
            published=draw(st.sampled_from(DATES)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    meeting = make_meeting(
        [],
        documents,
        draw(maybe),
        date=draw(st.sampled_from(DATES)),
        format=draw(st.sampled_from(Format.values)),
        account_count=draw(st.integers(0, 2)),
        quote_count=draw(st.integers(0, 1)),
        side_count=draw(st.integers(0, 2)),
    )
    for person in draw(st.lists(st.sampled_from(known), unique=True)):
        make_participant(meeting, person, country_id=draw(maybe)) if draw(st.booleans()) else make_participant(
            meeting, person
        )
    for speaker in draw(st.lists(st.one_of(st.none(), st.sampled_from(known)), max_size=2)):
        make_quote(speaker=speaker, meeting=meeting, language=draw(st.sampled_from(LANGUAGES)))
    return meeting


def chosen_of(draw: st.DrawFn, listing: Listing) -> Chosen:
    """Some values of some facets, all of them known."""
    values, all_of = {}, set()
    for facet in draw(st.lists(st.sampled_from(listing.facets), max_size=3, unique_by=lambda one: one.name)):
        keys = sorted(counting.counts(facet, listing, Chosen()), key=str)
        if keys:
            some = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
            values[facet.name] = tuple(facet.vocabulary.named([key])[key][0] for key in some)
            if facet.switch and draw(st.booleans()):
                all_of.add(facet.name)
    ends = st.sampled_from(("", "2020", "2020-02", "2020-02-28", "2021-04-08", "2021"))
    within = DateRange(draw(ends), draw(ends)) if listing.date else DateRange()
    return Chosen(values, frozenset(all_of), within)


def agree(index: Index, listing: Listing, chosen: Chosen) -> None:
    """Rows, every count and every bar are what the database counts."""
    with index.current():
        mine = index.lists[listing.kind]
        rows = mine.matching(chosen)
        assert set(rows) == set(counting.matching(listing, chosen).values_list("pk", flat=True))
        for facet in listing.facets:
            counted = counting.counts(facet, listing, chosen)
            found = mine.counts(facet, chosen, None)
            assert {key: count for key, count in found.items() if count} == counted, facet.name
            assert set(facet.vocabulary.keys(chosen.values.get(facet.name, ())).values()) <= found.keys()
            commonest = mine.counts(facet, Chosen(chosen.values, chosen.all_of, chosen.within), 2)
            if not facet.vocabulary.by_value:
                best = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:2]
                assert dict(best).items() <= commonest.items()
        if listing.date:
            for year in (None, 2020, 2021):
                assert mine.by_date(chosen, year) == counting.by_date(listing, chosen, year)
        for sort in listing.sorts:
            assert sorted(mine.page(sort, rows, 0, len(rows))) == sorted(rows)


class TestAgainstCounting(TestCase):
    @settings(max_examples=30, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(data=st.data())
    def test_whatever_is_chosen(self, data: st.DataObject) -> None:
        """Half of the rows are there when the index is built, the rest come one by one, change and go."""
        index = Index()
        known = data.draw(people())
        draw = data.draw
        made = [meeting_of(draw, known) for _ in range(draw(st.integers(1, 3)))]
        with index.current():
            pass
        made += [meeting_of(draw, known) for _ in range(draw(st.integers(0, 2)))]
        for meeting in draw(st.lists(st.sampled_from(made), unique=True)):
            change(draw, meeting, known)
        for listing in LISTINGS:
            agree(index, listing, chosen_of(draw, listing))


def change(draw: st.DrawFn, meeting: Meeting, known: list[Person]) -> None:
    """One of the many ways in which what is told of a meeting changes."""
    way = draw(st.integers(0, 6))
    if way == 0:
        Meeting.objects.filter(pk=meeting.pk).update(format=Format.OTHER, account_count=draw(st.integers(0, 1)))
    elif way == 1:
        meeting.date = draw(st.sampled_from(DATES))
        meeting.save()
    elif way == 2:
        Participant.objects.filter(meeting=meeting).delete()
    elif way == 3:
        Account.objects.filter(meeting=meeting).update(position=None)
    elif way == 4:
        Quote.objects.filter(meeting=meeting).update(current=False)
    elif way == 5:
        Person.objects.filter(pk=draw(st.sampled_from(known)).pk).update(country=draw(maybe), document_count=0)
    else:
        for account in meeting.accounts.all():
            account.document.language, account.document.publisher = "kk", "Other"
            account.document.save()


@given(
    st.dictionaries(st.integers(0, 30), st.sets(st.integers(0, 60), min_size=1)),
    st.sets(st.integers(0, 60)),
    st.dictionaries(st.integers(0, 60), st.sets(st.integers(0, 40), max_size=3), max_size=9),
    st.sampled_from((0, 3, 1000)),
    st.integers(1, 8),
)
def test_the_commonest_are_the_commonest(
    rows: dict[int, set[int]], within: set[int], changed: dict[int, set[int]], many: int, limit: int
) -> None:
    """By pruning and row by row, in the rows or in the rest, before and after changes, kept and restored."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(values_module, "SEVERAL", many)
        patch.setattr(values_module, "MANY", many)
        patch.setattr(rows_module, "SMALL", many)
        for few in (0, 100):
            patch.setattr(values_module, "FEW", few)
            patch.setattr(by_row, "DEEP", few // 50)
            values = Values.of({value: BitMap(pks) for value, pks in rows.items()})
            values.commonest(BitMap(within), limit)
            truth = {value: set(pks) - changed.keys() for value, pks in rows.items()}
            found: dict[int, BitMap] = {}
            for pk, now in changed.items():
                for value in now:
                    truth.setdefault(value, set()).add(pk)
                    found.setdefault(value, BitMap()).add(pk)
            values.replace(BitMap(changed), found)
            kept = msgspec.msgpack.decode(msgspec.msgpack.encode(values.state()))
            for one in (values, Values.restored(kept)):
                counts = {value: len(pks & within) for value, pks in truth.items() if pks & within}
                best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
                for others in (None, BitMap(range(61)) - BitMap(within)):
                    assert one.all_counts(BitMap(within), others) == counts
                    assert list(one.commonest(BitMap(within), limit, others).items()) == best


@given(
    st.sets(st.integers(0, 300)),
    st.dictionaries(st.integers(0, 300), st.integers(0, 9)),
    st.sets(st.integers(0, 300)),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_pages_are_slices_of_the_whole(
    rows: set[int], moved: dict[int, int], within: set[int], start: int, length: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("meetings.index.order.SIZE", 4)
        places = {pk: pk % 7 for pk in range(301)}
        order = Order(lambda pk: (places[pk], -pk), rows)
        order.remove(moved)
        places |= moved
        order.add(moved)
        whole = sorted((rows | moved.keys()) & within, key=order.key)
        for one in (order, Order.restored(order.key, order.state())):
            assert one.page(BitMap(within), start, start + length) == whole[start : start + length]
            for key in ((place, -pk) for place in (-1, start % 7, 9) for pk in (0, start, 500)):
                rest = [pk for pk in whole if order.key(pk) > key]
                assert one.after(BitMap(within), key, length + 1) == (len(whole) - len(rest), rest[: length + 1])
                first = [pk for pk in whole if order.key(pk) < key]
                last = first[-length - 1 :]
                assert one.before(BitMap(within), key, length + 1) == (len(first) - len(last), last)
