"""One person in many spellings; one meeting in many accounts. All names are invented."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.identity import (
    NameUse,
    Question,
    Telling,
    cluster,
    cluster_and_ask,
    cluster_tellings,
    compare,
    compare_tellings,
    family_key,
    family_keys,
    fold,
    reach,
    suggestions,
)

ONE_PERSON = [
    "Yerzhan Tuleubekov|Ержан Төлеубеков|Ержан Тулеубеков|Yerjan Töleubekov|TULEUBEKOV Yerzhan",
    "Gulmira Akhmedzhanova|Гульмира Ахмеджанова|Gulmira Axmedjanova|Gülmira Əhmədcanova|Gulmira Achmedschanowa",
    "Bakhtiyor Xolmirzayev|Бахтиёр Холмирзаев|Baxtiyor Xolmirzayev|Bakhtiyor Kholmirzaev",
    "Oʻtkir Gʻulomov|Ўткир Ғуломов|Уткир Гуломов|O'tkir G'ulomov|Utkir Gulomov",
    "Oleksandr Hryhorenko|Олександр Григоренко|Aleksandr Grigorenko",
    "Ivan Zhdanovich|Иван Жданович|Iwan Schdanowitsch|Ivan Jdanovitch",
    "Yuri Shcherbinin|Юрий Щербинин|Juri Schtscherbinin|Iouri Chtcherbinine",
    "Anatoly Kuznetsov|Анатолий Кузнецов|Anatoli Kusnezow|Anatoli Kouznetsov|Кузнецов Анатолий Петрович",
    "Zhang Guoqiang|张国强|Чжан Гоцян",
    "Xie Jianrong|谢建荣|Се Цзяньжун",
    "Ren Haitao|任海涛|Жэнь Хайтао",
    "Ouyang Jun|欧阳军|Оуян Цзюнь",
    "Sergei Volkov|Сергей Волков|谢尔盖·沃尔科夫|Serguei Volkov|سيرغي فولكوف",
    "Nərmin Xəlilova|Narmin Khalilova|Нармин Халилова",
    "Orxan Fərzəlibəyli|Орхан Фарзалибейли|Orhan Ferzelibeyli",
    "İlham Quliyev|Ilham Guliyev|Ильхам Гулиев",
    "Khalid Al Mansoori|خالد المنصوري|Халид аль-Мансури|Sheikh Khaled al-Mansouri",
    "François Lemarchand|Франсуа Лемаршан|M. Francois Lemarchand",
    "William Wexford|Уильям Уэксфорд|Sir William Wexford|William J. Wexford",
    "Takeshi Morikawa|MORIKAWA Takeshi|Такеси Морикава|Mr. MORIKAWA Takeshi",
    "Kim Dae-hyun|김대현|Ким Дэ Хён",
    "Nguyen Van Hoa|Нгуен Ван Хоа|Nguyễn Văn Hòa",
    "Gergely Szabó|Szabó Gergely",
    "Jovan Petrović|Йован Петрович|Jovan Petrovic",
]
PEOPLE = [(line.split("|")) for line in ONE_PERSON]


def uses(*rows: tuple[str, str]) -> list[NameUse]:
    return [NameUse(i, name, country) for i, (name, country) in enumerate(rows, 1)]


def verdict(a: str, b: str, country: str = "KZ", other: str | None = None) -> bool | None:
    return compare(NameUse(1, a, country), NameUse(2, b, country if other is None else other)).same


@pytest.mark.parametrize("names", PEOPLE, ids=lambda names: names[0])
def test_spellings_of_one_person_share_a_block_and_a_cluster(names):
    assert len({family_key(name) for name in names}) == 1
    assert {verdict(a, b) for a, b in combinations(names, 2)} == {True}
    assert cluster(uses(*((name, "KZ") for name in names))) == [list(range(1, len(names) + 1))]


def test_different_people_are_never_held_to_be_one():
    same = [
        (a, b)
        for one, two in combinations(PEOPLE, 2)
        for a in one
        for b in two
        if verdict(a, b) or verdict(a, b, "") is True
    ]
    assert same == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nurlan Sadyrbayev", "Nurzhan Sadyrbayev"),
        ("Damir Tuleubekov", "Damil Tuleubekov"),
        ("Shen Minghai", "Shen Wenbo"),
        ("Serik Volkov", "Sergei Volkov"),
        ("Ivan Petrovich Zhdanov", "Ivan Sergeyevich Zhdanov"),
        ("A. Zhdanov", "Ivan Zhdanov"),
    ],
)
def test_different_given_names_are_different_people(a, b):
    assert verdict(a, b) is not True


@pytest.mark.parametrize("short", ["Y. Tuleubekov", "Е.Төлеубеков", "Е. Тулеубеков", "Mr. Y. Tuleubekov"])
def test_initials_join_the_one_full_name_of_the_state(short):
    assert cluster(uses(("Yerzhan Tuleubekov", "KZ"), (short, "KZ"))) == [[1, 2]]
    assert cluster(uses(("Yerzhan Tuleubekov", "KZ"), (short, ""))) == [[1, 2]]
    assert cluster(uses(("Yerzhan Tuleubekov", "KZ"), (short, "RU"))) == [[1], [2]]
    assert cluster(uses(("Yerzhan Tuleubekov", "KZ"), ("Yermukhan Tuleubekov", "KZ"), (short, "KZ"))) == [[1], [2], [3]]


def test_initials_of_a_double_name_and_patronymics():
    names = ["Nur-Sultan Zhaksybekov", "N.-S. Zhaksybekov", "N. Zhaksybekov", "Nur-Sultan Ermekovich Zhaksybekov"]
    assert cluster(uses(*((name, "KZ") for name in names))) == [[1, 2, 3, 4]]


def test_a_family_name_alone_joins_only_the_one_candidate_of_its_known_state():
    assert verdict("Volkov", "Sergei Volkov") is None
    assert cluster(uses(("Sergei Volkov", "RU"), ("Волков", "RU"))) == [[1, 2]]
    assert cluster(uses(("Sergei Volkov", "RU"), ("Волков", ""))) == [[1], [2]]
    assert cluster(uses(("Sergei Volkov", "RU"), ("Волков", "BY"))) == [[1], [2]]
    assert cluster(uses(("Sergei Volkov", "RU"), ("Ivan Volkov", "RU"), ("Волков", "RU"))) == [[1], [2], [3]]
    assert cluster(uses(("Anna Volkova", "RU"), ("Волков", "RU"))) == [[1], [2]]


def test_a_long_name_in_chinese_signs_is_a_foreign_family_name():
    assert cluster(uses(("Yerzhan Tuleubekov", "KZ"), ("图列乌别科夫", "KZ"))) == [[1, 2]]
    assert cluster(uses(("Tu Lianghai", "CN"), ("图列乌别科夫", "CN"))) == [[1], [2]]


def test_an_initial_is_nobodys_whose_family_name_hardly_agrees():
    assert cluster(uses(("В. Крачёв", "RU"), ("Fatima Gurashi", ""))) == [[1], [2]]
    assert suggestions(uses(("В. Крачёв", "RU"), ("Fatima Gurashi", ""))) == []
    assert cluster(uses(("В. Крачёв", "RU"), ("Vadim Krachev", ""))) == [[1, 2]]


def test_full_names_of_two_states_are_a_question_unless_both_hold_one_high_office():
    plain = [NameUse(1, "Ivan Zhdanov", "RU"), NameUse(2, "Иван Жданов", "BY")]
    assert cluster(plain) == [[1], [2]]
    assert [(a, b) for a, b, _, _ in suggestions(plain)] == [(1, 2)]
    held = [
        NameUse(1, "Sergei Volkov", "RU", ("Foreign Minister of Russia",)),
        NameUse(2, "Сергей Волков", "BY", ("министр иностранных дел",)),
    ]
    assert compare(*held).same is True


def test_an_unknown_state_joins_the_unique_full_name_only():
    assert cluster(uses(("Ivan Zhdanov", "RU"), ("Иван Жданов", ""))) == [[1, 2]]
    assert cluster(uses(("Ivan Zhdanov", "RU"), ("Ivan Zhdanov", "BY"), ("Иван Жданов", ""))) == [[1], [2], [3]]


def test_verdicts_of_people_hold():
    block = uses(("Ivan Zhdanov", "RU"), ("Иван Жданов", "RU"), ("Vanya Zhdanov", "RU"), ("Iwan Schdanow", "RU"))
    assert cluster(block, apart=[(1, 2)])[0] != [1, 2, 4]
    assert not any({1, 2} <= set(group) for group in cluster(block, apart=[(1, 2)]))
    assert cluster(block, together=[(1, 3)]) == [[1, 2, 3, 4]]
    assert all((a, b) != (1, 2) for a, b, _, _ in suggestions(block, apart=[(1, 2)]))


def test_the_reason_is_a_sentence_for_people():
    why = compare(NameUse(1, "Sergei Volkov", "RU"), NameUse(2, "Сергей Волков", "RU")).why
    assert why == "same given name and family name across scripts or spellings; both act for RU"


names = st.sampled_from(
    ["Ivan Zhdanov", "Иван Жданов", "I. Zhdanov", "Zhdanov", "Igor Zhdanov", "Vanya Zhdanov", "Жданова", "ZHDANOV Ivan"]
)
blocks = st.lists(st.tuples(names, st.sampled_from(["", "RU", "BY"])), min_size=1, max_size=9)


@given(blocks, st.data())
def test_clusters_do_not_depend_on_order_and_obey_people(rows, data):
    block = uses(*rows)
    ids = st.integers(1, len(rows))
    links = st.lists(st.tuples(ids, ids), max_size=3)
    together, apart = data.draw(links), []
    groups = cluster(block, together=together)
    of = {i: n for n, group in enumerate(groups) for i in group}
    assert sorted(of) == [use.id for use in block]
    assert all(of[a] == of[b] for a, b in together)
    apart = [(a, b) for a, b in data.draw(links) if a != b]
    divided = cluster(block, apart=apart)
    assert not any({a, b} <= set(group) for a, b in apart for group in divided)
    shuffled = data.draw(st.permutations(block))
    assert cluster(shuffled, apart=apart) == divided
    assert suggestions(shuffled) == suggestions(block)


families = "Zhdanov Жданов Zdanov Jdanov Schdanow Zhukov Жуков Zhulin Ivanov Иванов Iwanow Ivan Zhan".split()  # noqa: SIM905
many = st.lists(
    st.tuples(
        st.builds(
            "{} {}".format, st.sampled_from(["Ivan", "Иван", "I.", "Igor", "Zhan", ""]), st.sampled_from(families)
        ),
        st.sampled_from(["", "RU", "BY"]),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=300)
@given(many, st.data())
def test_what_is_out_of_reach_is_gathered_as_before(rows, data):
    """Whether some names of a block are there or not bears on nobody out of their reach, and those in it suffice."""
    block = uses(*rows)
    ids = st.integers(1, len(rows))
    start = set(data.draw(st.lists(ids, min_size=1, max_size=3)))
    links = st.lists(st.tuples(ids, ids), max_size=2)
    together, apart = data.draw(links), data.draw(links)
    near = reach(block, start, together)

    def gathered(some: set[int]) -> tuple[list[list[int]], list[Question]]:
        return cluster_and_ask([use for use in block if use.id in some], together=together, apart=apart)

    groups, asked = gathered({use.id for use in block})
    assert start <= near
    assert [group for group in groups if group[0] in near] == gathered(near)[0]
    assert sorted(one for one in asked if one[0] in near) == sorted(gathered(near)[1])
    rest = {use.id for use in block} - start
    assert [group for group in groups if group[0] not in near] == [
        group for group in gathered(rest)[0] if group[0] not in near
    ]


@given(st.text(), st.text())
def test_any_text_has_a_fold_a_key_and_a_verdict(a, b):
    assert fold(fold(a)) == fold(a)
    assert family_key(a) or not any(c.isalpha() for c in a)
    one, two = NameUse(1, a, "KZ"), NameUse(2, b, "KZ")
    assert compare(one, two) == compare(two, one)
    assert cluster([one, two]) in ([[1], [2]], [[1, 2]])


def telling(id: int, document: int, people: str, countries: str = "KZ UZ", **more) -> Telling:
    row = {"date": "2024-05-06", "format": "talks", "place": None, "place_country": None} | more
    return Telling(
        id, document, people=frozenset(map(int, people.split())), countries=frozenset(countries.split()), **row
    )


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({}, {}, True),
        ({"people": "1 2 3"}, {}, True),
        ({"people": "1 2 3 4"}, {"people": "1 2 3 5"}, True),
        ({"people": "1 2 3"}, {"people": "1 2 4"}, None),
        ({"people": "1 2"}, {"people": "1 3"}, None),
        ({"people": "1"}, {"people": "1 3"}, True),
        ({"people": "1 2"}, {"people": "3 4"}, False),
        ({"date": "2024-05-07"}, {}, None),
        ({"date": "2024-05-08"}, {}, False),
        ({"date": "2024-05"}, {}, None),
        ({"date": "XXXX-05-06"}, {}, None),
        ({"date": "2024-05-05/2024-05-07"}, {}, None),
        ({"date": None}, {}, False),
        ({"date": None, "place": "Astana"}, {"place": "Астана"}, None),
        ({"format": "call"}, {}, False),
        ({"format": "video"}, {"format": "call"}, None),
        ({"format": "news_conference"}, {}, None),
        ({"format": "ceremony"}, {}, None),
        ({"format": "other"}, {}, True),
        ({"format": "multilateral", "people": "1 2 3 4 5"}, {}, None),
        ({"place": "Astana", "place_country": "KZ"}, {"place": "Ташкент", "place_country": "UZ"}, None),
        ({"place": "Peking", "place_country": "CN"}, {"place": "Beijing", "place_country": "CN"}, True),
        ({"document": 2}, {}, False),
    ],
)
def test_one_meeting(a, b, same):
    one = telling(1, **({"document": 1, "people": "1 2"} | a))
    two = telling(2, **({"document": 2, "people": "1 2"} | b))
    assert compare_tellings(one, two).same is same
    assert compare_tellings(two, one).same is same
    assert cluster_tellings([one, two]) == ([[1, 2]] if same else [[1], [2]])


def test_shared_persons_of_two_sides_outweigh_different_delegations():
    sides = frozenset({(1, "KZ"), (2, "UZ")})
    one, two = telling(1, 1, "1 2 3 4", sides=sides), telling(2, 2, "1 2 5 6", sides=sides)
    assert compare_tellings(one, two).same is True


def test_two_guests_of_one_day_are_two_meetings():
    rows = [telling(1, 1, "1 2"), telling(2, 1, "1 3"), telling(3, 2, "1 2"), telling(4, 3, "1 3")]
    for order in permutations(rows):
        assert cluster_tellings(order) == [[1, 3], [2, 4]]


def test_people_decide_on_meetings():
    rows = [telling(1, 1, "1 2"), telling(2, 2, "1 2"), telling(3, 3, "5 6")]
    assert cluster_tellings(rows, apart=[(1, 2)]) == [[1], [2], [3]]
    assert cluster_tellings(rows, together=[(1, 3)]) == [[1, 2, 3]]


days = st.sampled_from([None, "2024-05-06", "2024-05-07", "2024-05", "2024-02-31", "no date", "2024-05-06/2024-05-08"])
rows = st.lists(st.tuples(st.integers(1, 3), days, st.sets(st.integers(1, 4))), min_size=1, max_size=8)


@given(rows, st.data())
def test_meetings_do_not_depend_on_order_and_hold_one_telling_of_a_document(rows, data):
    tellings = [telling(i, d, " ".join(map(str, people)), date=day) for i, (d, day, people) in enumerate(rows, 1)]
    groups = cluster_tellings(tellings)
    assert cluster_tellings(data.draw(st.permutations(tellings))) == groups
    documents = {t.id: t.document for t in tellings}
    assert all(len({documents[i] for i in group}) == len(group) for group in groups)


def test_kh_written_as_x_j_or_ch_shares_a_block() -> None:
    spellings = ("Timur Dolkhanov", "Timur Dolxanov", "Timur Doljánov", "Timur Dolchanow", "Тимур Долханов")
    keys = [set(family_keys(name)) for name in spellings]
    assert set.intersection(*keys)
    uses = [NameUse(number, name, "UZ") for number, name in enumerate(spellings)]
    assert cluster(uses) == [[0, 1, 2, 3, 4]]
