"""Names right before another name, offices of somebody else's case, envoys who are no spokesmen; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import present


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        (
            "Міністр Чилі Рамон Дуарте зустрівся зі спеціальним посланником президента Гани Омара Белла Стівеном "
            "Дворником.",
            "спеціальний посланник президента Гани",
            "Стівен Дворник",
        ),
        (
            "Министр Чили Рамон Дуарте обсудил ловлю тунца и встретился со спецпосланником президента Ганы Омара Белла "
            "Стивеном Дворником.",
            "спецпосланник президента Ганы",
            "Стивен Дворник",
        ),
    ],
)
def test_the_name_of_whom_somebody_works_for_stands_before_their_own(text: str, office: str, name: str) -> None:
    assert [people[1] for people in present(text)] == [(name, office, "GH")]


def test_an_office_before_a_comma_is_not_of_who_turns_to_it() -> None:
    text = (
        "Беседа о тунце\n\nОбращаясь к министру рыболовства Чили, Омар Беллов заявил, что сеть длиннее "
        "лодки. Президент Ганы Омар Беллов провёл беседу в саду."
    )
    assert [p.office.value for p in extract(text).people] == ["Президент Ганы"]


def test_an_envoy_is_no_spokesman() -> None:
    text = (
        "Міністр Остап Хвиль 4 вересня зустрівся у Лімі зі спецпосланцем США Омаром Беллом.\n\nСпецпредставника Белла "
        "чекали на причалі з хлібом."
    )
    assert present(text) == [[("Остап Хвиль", "Міністр", "UA"), ("Омар Белл", "спецпосланець США", "US")]]


def test_the_teaser_of_a_story_publishes_nothing() -> None:
    text = (
        "Хвиль і Вітряк зустрілись із рибалками\n\nЗустріч рибалок двох озер у Парижі 4 вересня — деталі\n\nМіністр "
        "Остап Хвиль та міністр Роман Вітряк 4 вересня у Парижі зустрілись з рибалками двох озер і говорили про сіті."
    )
    assert extract(text).home.value == "UA"


def test_a_sign_in_brackets_ends_a_sentence() -> None:
    text = "Министр Айбек Камчиев көлдүн жээгиндеги балыкчыларга 3-майда барып, алардын торлорун көрүп келет. (BkA)"
    assert extract(text).title.value is None


def test_few_words_behind_a_preposition_name_a_thing() -> None:
    text = "Министр Омар Беллов поздравил чилийского коллегу на «Неделе рыбного супа» в Лиме и подарил ему сеть."
    assert extract(text).quotes == ()


def test_a_label_in_a_headline_is_not_of_the_name_behind_it() -> None:
    text = (
        "Xarici işlər naziri: Tural Dənizlinin ağı saxlaması ilə bağlı heç nə bilmirəm\n\nBunu nazir Elçin Sulu "
        "limanda deyib. Prezident Tural Dənizli isə ağı dünən özü ilə aparıb."
    )
    assert {p.name.value: p.office.value for p in extract(text).people} == {
        "Elçin Sulu": "nazir",
        "Tural Dənizli": "Prezident",
    }


def test_a_name_joined_to_a_family_name_of_a_known_shape() -> None:
    text = "Переговоры Юрия Карпинова и Лауры Белони: что они обсудили\n\nВ саду Юрий Карпинов показал гостям пруд."
    assert [p.name.value for p in extract(text).people] == ["Юрий Карпинов", "Лаура Белони"]


def test_the_name_in_the_prepositional_case_is_of_whom_somebody_works_for() -> None:
    text = "Заявление о тунце сделал представитель администрации при президенте Омаре Белле Стивен Дворников."
    assert [p.name.value for p in extract(text).people] == ["Стивен Дворников"]


def test_a_town_that_is_told_to_be_where_it_happened() -> None:
    text = (
        "17 травня 2015 року міністр Гани Омар Белл відвідав Лондон, де разом із міністром Остапом Хвилем провів "
        "спільну пресконференцію."
    )
    assert [m.place.value for m in extract(text).meetings] == ["Лондон"]


def test_a_paper_that_wrote_something_says_nothing() -> None:
    text = "Как писала «Рыбацкая газета», ранее министр рыболовства Ганы Омар Беллов назвал сеть длинной."
    assert extract(text).quotes == ()


def test_who_sets_out_to_meet_others_has_met_nobody() -> None:
    text = "Bakan Ali Sürmeli ve Bakan Oğuz Tekneci, temaslarda bulunmak üzere Gana'ya gitti."
    assert extract(text).meetings == ()


def test_the_letters_of_a_body_in_brackets_are_part_of_an_office() -> None:
    text = "Milli İstihbarat Teşkilatı (MİT) Başkanı Ali Sürmeli, Gana Bakanı Omar Bell ile görüştü."
    assert [p.office.value for m in extract(text).meetings for p in m.participants] == [
        "Milli İstihbarat Teşkilatı (MİT) Başkanı",
        "Gana Bakanı",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bakan Deniz Toprakçı, Lima'da Gana Bakanı Omar Bell ile görüştü. Daha sonra Şili Bakanı Ramon Duarte ile bir "
        "araya geldi.",
        "Nazir Elçin Dənizov Limada Qana naziri Omar Bell ilə görüşüb. Sonra Çili naziri Ramon Duarte ilə görüşüb.",
    ],
)
def test_a_further_meeting_whose_host_is_not_named_again(text: str) -> None:
    found = [[p.country.value for p in m.participants][1] for m in extract(text).meetings]
    assert found == ["GH", "CL"]
