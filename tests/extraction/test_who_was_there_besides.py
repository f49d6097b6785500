"""Who was there and of which side, told beside the meeting itself, with invented people and words."""

import pytest

from meetings.extraction import extract


def there(text: str) -> list[list[tuple[str | None, str | None]]]:
    return [[(p.name.value, p.country.value) for p in m.participants] for m in extract(text).meetings]


ARABIC = (
    "وزير الغابات النرويجي في أكرا\n\n3 مايو 2021\n\n"
    "وصل وزير الغابات النرويجي لارس هولم إلى أكرا، واستقبله وزير الغابات الغاني كوفي بادو.\n\n"
)


def test_the_two_ministers_met_in_the_presence_of_others_who_are_named():
    text = (
        "Lamps on the pier\n\n3 May 2021\n\nNorwegian Forest Minister Lars Holm counted the lamps of Accra. "
        "Ghanaian Forest Minister Kofi Badu had lit them.\n\n"
        "The two ministers held talks in the presence of Ambassador Yaw Mintah.\n"
    )
    assert [name for name, _code in there(text)[0]] == ["Lars Holm", "Kofi Badu", "Yaw Mintah"]


def test_a_delegation_is_of_the_state_that_is_told_with_it_where_the_verb_stands_first():
    text = ARABIC + (
        "وعقد الوزيران اجتماعا بحضور السفير ياو مينتا.\n\n"
        "وضم الوفد النرويجي المرافق: مدير الدائرة مورتن راسك، ومستشار الوزير يوهان ليند.\n"
    )
    assert [code for name, code in there(text)[0] if name in ("مورتن راسك", "يوهان ليند")] == ["NO", "NO"]


def test_who_signed_the_letters_that_an_envoy_hands_over_was_not_there():
    text = (
        "中国新任驻加纳大使林海递交国书\n\n2021年5月3日\n\n"
        "5月3日，中国驻加纳大使林海向加纳总统科菲·巴杜递交由中国国家主席陈山签署的国书。\n"
    )
    assert [name for name, _code in there(text)[0]] == ["林海", "科菲·巴杜"]


def test_whose_plan_others_speak_of_does_not_speak():
    text = (
        "王河会见加纳总统\n\n2021年5月3日\n\n5月3日，国家副主席王河在阿克拉会见加纳总统科菲·巴杜。\n\n"
        "渔民们已经认识到，灯塔的意义在于落实陈山总书记的计划，落实陈山计划的指导地位。\n"
    )
    assert [name for name, _code in there(text)[0]] == ["王河", "科菲·巴杜"]


@pytest.mark.parametrize("source", ["уточняет источник", "сообщает газета"])
def test_whose_visit_a_source_tells_of_does_not_speak(source):
    text = (
        "Министр Холм принял министра Ганы\n\n3 мая 2021\n\n"
        "3 мая в Осло министр лесов Норвегии Ларс Холм встретился с министром лесов Ганы Кофи Баду.\n\n"
        f"Поездка в Осло министра лесов Ганы Марка Адомаса была короткой, {source}.\n\n"
        "Марк Адомас любит сосны.\n"
    )
    assert [name for name, _code in there(text)[0]] == ["Ларс Холм", "Кофи Баду"]
