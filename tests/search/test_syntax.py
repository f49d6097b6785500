"""What people type is taken apart, and nothing that they type is an error."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meetings.search.syntax import LONGEST, MOST, Hint, Query, Term, parse


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("gas talks", ((Term("gas"),), (Term("talks"),))),
        ('"gas talks"', ((Term("gas talks", phrase=True),),)),
        ("«gas talks»", ((Term("gas talks", phrase=True),),)),
        ("talks -gas", ((Term("talks"),), (Term("gas", without=True),))),
        ('-"gas talks"', ((Term("gas talks", phrase=True, without=True),),)),
        ("gas OR oil talks", ((Term("gas"), Term("oil")), (Term("talks"),))),
        ("gas | oil", ((Term("gas"), Term("oil")),)),
        ('speaker:roe person:"jane roe"', ((Term("roe", "speaker"),), (Term("jane roe", "person", phrase=True),))),
        ("-Country:KZ", ((Term("KZ", "country", without=True),),)),
        ("re:gas", ((Term("re"),), (Term("gas"),))),
        ("re:-gas", ((Term("re"),), (Term("gas"),))),
        ('-re:"gas OR | -country:kz"', tuple((Term(n, without=True),) for n in ("re", "gas", "country", "kz"))),
        ("gas gas", ((Term("gas"),),)),
        ('"" *** -', ()),
        ("or", ((Term("or"),),)),
    ],
)
def test_terms(typed, groups):
    assert parse(typed).groups == groups


def test_narrowing():
    assert parse("gas after:2019 before:2021-06 in:quotes") == Query(((Term("gas"),),), "2021-06", "2019", True)
    assert (parse("after:2019").since, parse("before:2021-06").until) == (20190000, 20210600)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("before:yesterday", Hint("date", "yesterday")),
        ("in:headlines", Hint("place", "headlines")),
        ('gas "talks', Hint("quote")),
        ("OR gas", Hint("or")),
        ("gas OR", Hint("or")),
        ("gas " * LONGEST, Hint("long")),
        (" ".join(f"w{n}" for n in range(MOST + 1)), Hint("many")),
    ],
)
def test_what_is_not_understood_is_told(typed, hint):
    assert hint in parse(typed).hints


def test_what_is_not_understood_is_searched_as_words():
    assert parse('before:yesterday "talks').groups == ((Term("before"),), (Term("yesterday"),), (Term("talks"),))


def test_invisible_characters_are_left_out_and_control_characters_part_words():
    assert parse("g\u202eas\0talks\ud800").groups == ((Term("gas"),), (Term("talks"),))


def test_another_word_in_the_place_of_one():
    assert str(parse('gaz "gaz" -oil').with_word("gaz", "gas")) == 'gas "gaz" -oil'


@given(st.text(max_size=300) | st.text(alphabet='"-:|OR abinspeakrquotef0129“', max_size=300))
@example('"' * 5000)
@example("speaker:" * 500)
@example("x:-oil")
@example("x:OR y")
@example("x:country:kz")
@example('a"b"c -"" --x speaker:"" before:""')
def test_a_query_is_read_the_same_again(typed):
    query = parse(typed)
    again = parse(str(query))
    assert (again.groups, again.before, again.after, again.in_quotes) == (
        query.groups,
        query.before,
        query.after,
        query.in_quotes,
    )
    assert sum(map(len, query.groups)) <= MOST
