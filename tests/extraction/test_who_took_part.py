"""Who took part and who is only named: ceremonies, visits, delegations and lists, with invented people."""

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def there(record: Record) -> dict[str, str | None]:
    """Name and state of everybody who took part."""
    return {p.name.value: p.country.value for m in record.meetings for p in m.participants}


def only_named(record: Record) -> set[str]:
    return {p.name.value for p in record.people} - set(there(record))


def parties(record: Record) -> set[tuple[str | None, frozenset[str]]]:
    return {(r.date.value, frozenset(r.parties)) for r in record.references}


ENVOYS = {"Lars Holmqvist": "SE", "Pablo Iruzubi": "UY", "Koffi Agbogan": "TG"}


@pytest.mark.parametrize(
    "text",
    [
        "New envoys accredited\n\n5 May 2023\n\nThree ambassadors presented their letters of credence to "
        "President Kwabena "
        "Adjaye on Friday.\n\nThey are Mr. Lars Holmqvist of Sweden, Mr. Pablo Iruzubi of Uruguay and Mr. Koffi "
        "Agbogan of "
        "Togo.\n",
        "Nouveaux ambassadeurs\n\nPublié le 5 mai 2023\n\nLe Président Kwabena Adjaye a reçu vendredi les lettres de "
        "créance de trois ambassadeurs.\n\nIl s'agit de :\n- M. Lars Holmqvist, ambassadeur de Suède ;\n"
        "- M. Pablo Iruzubi, ambassadeur d'Uruguay ;\n- M. Koffi Agbogan, ambassadeur du Togo.\n",
        "Neue Botschafter\n\n5. Mai 2023\n\nPräsident Kwabena Adjaye hat am Freitag die Beglaubigungsschreiben "
        "der neuen "
        "Botschafter entgegengenommen: Lars Holmqvist (Schweden), Pablo Iruzubi (Uruguay) und Koffi Agbogan "
        "(Togo).\n",
    ],
)
def test_envoys_are_told_in_a_list_of_their_own(text):
    assert ENVOYS.items() <= there(extract(text)).items()


def test_entries_of_a_list_behind_dashes_are_no_speech():
    record = extract(
        "Встреча в министерстве\n\n5 мая 2023\n\n5 мая состоялась встреча министра иностранных дел Ганы Куаме "
        "Аджайе с "
        "делегацией Норвегии.\n\nС норвежской стороны участвовали:\n- сенатор Ларс Хольм;\n- советник Ханне "
        "Сульванг.\n\n"
        "С ганской стороны – заместитель министра Кофи Бекое.\n"
    )
    assert there(record) == {
        "Куаме Аджайе": "GH", "Ларс Хольм": "NO", "Ханне Сульванг": "NO", "Кофи Бекое": "GH",
    }  # fmt: skip
    assert not record.quotes


def test_members_of_parliament_have_their_party_in_brackets():
    record = extract(
        "Besuch im Landtag\n\n5. Mai 2023\n\nLandtagspräsident Uwe Steinbrecher hat am Freitag den Botschafter "
        "Ghanas, Kofi "
        "Mensah, empfangen. An dem Gespräch nahmen auch die Abgeordneten Gerda Klepper (CDU) und Mirko "
        "Gessner (Die "
        "Linke) teil.\n"
    )
    assert {"Gerda Klepper", "Mirko Gessner"} <= set(there(record))


def test_companions_are_of_the_state_of_whoever_was_received():
    record = extract(
        "Speaker in Oslo\n\n5 May 2023\n\nThe Speaker of the Parliament of Ghana, Kofi Mensah, paid a visit to "
        "Norway. He "
        "was received by President Lars Holm and was accompanied by the committee chair, Ama Boateng.\n"
    )
    assert there(record)["Ama Boateng"] == "GH"


def test_a_delegation_lends_its_state_to_its_members():
    record = extract(
        "Guests from Oslo\n\n5 May 2023\n\nForeign Minister of Ghana Kofi Mensah met with a delegation of the "
        "Norwegian "
        "Parliament: Deputy Speaker Hanne Solvang, MPs Lars Holm and Nils Berg.\n"
    )
    assert {there(record)[name] for name in ("Hanne Solvang", "Lars Holm", "Nils Berg")} == {"NO"}


def test_a_minister_named_later_at_a_ceremony_is_the_hosts():
    record = extract(
        "Верительные грамоты\n\n5 мая 2023\n\nПрезидент Ганы Куаме Аджайе принял верительные грамоты от посла "
        "Норвегии "
        "Ларса Хольма.\n\nВ церемонии принял участие министр иностранных дел Кофи Бекое.\n"
    )
    assert there(record)["Кофи Бекое"] == "GH"


def test_more_guests_of_a_ceremony_make_no_second_one():
    record = extract(
        "Presidente recibe cartas credenciales\n\nSantiago, 5 de mayo de 2023\n\nEl Presidente de Chile, "
        "Hernán Borgues, "
        "recibió este viernes las cartas credenciales del embajador de Suecia, Lars Holmqvist.\n\nEn la ceremonia "
        "participó también el Ministro de Relaciones Exteriores, Tadeo van Marle.\n"
    )
    assert len(record.meetings) == 1
    assert "Tadeo van Marle" in there(record)


SUMMIT = (
    "Sommet à Abuja\n\n5 mai 2023\n\nLes chefs d'Etat se sont réunis vendredi à Abuja autour du président "
    "nigérian Tayo "
    "Adeyinka.\n\nEtaient présents les présidents ivoirien Séni Konatou, béninois Firmin Agossa et togolais "
    "Daro "
    "Cissako. Le Ghanéen Kwabena Adjaye était représenté par sa ministre Efua Boatenga.\n\nLe colonel Ladji "
    "Goumbala "
    "n'était pas invité. « C'est une erreur », juge l'analyste Ernest Yabara.\n"
)


def test_adjectives_share_out_the_states_of_an_office():
    found = there(extract(SUMMIT))
    assert (found["Séni Konatou"], found["Firmin Agossa"], found["Daro Cissako"]) == ("CI", "BJ", "TG")


def test_whoever_is_represented_was_not_there():
    record = extract(SUMMIT)
    assert "Efua Boatenga" in there(record)
    assert {"Kwabena Adjaye", "Ladji Goumbala"} <= only_named(record)


STORY = (
    "Oslo hails talks\n\nOSLO, May 5, 2023 (NEWS) - Norwegian Prime Minister Lars Holm held talks with Ghanaian "
    "leader Kofi "
    "Mensah on Friday.\n\nIn Lima, presidential adviser Paco Iruzubi dismissed the meeting. German Chancellor Uwe "
    "Steinbrecher urged Mensah to go on. Nils Berg, who has written about both, said the visit was a success.\n"
)


def test_a_leader_acts_for_the_state_that_is_named_before():
    assert there(extract(STORY))["Kofi Mensah"] == "GH"


def test_who_comments_elsewhere_was_not_there():
    record = extract(STORY)
    assert set(there(record)) == {"Lars Holm", "Kofi Mensah"}
    assert only_named(record) == {"Paco Iruzubi", "Uwe Steinbrecher", "Nils Berg"}


EN = "Talks in Oslo\n\n5 May 2023\n\nPresident of Ghana Kofi Mensah met Prime Minister of Norway Lars Holm in Oslo. "
FR = "Entretien à Oslo\n\n5 mai 2023\n\nLe président du Ghana Kofi Mensah a rencontré Lars Holm. "
NAMED = {
    "did not come": (EN + "Foreign Minister Nils Berg did not attend.\n", {"Nils Berg"}),
    "at the dinner": (FR + "Kofi Mensah et son épouse Anna Mensah ont participé au dîner.\n", {"Anna Mensah"}),
    "called a painter, their own, what persons do": (
        EN + "They recalled the late painter Nils Bergstad, Ama Kyere's speech and the death of Abena Osei.\n",
        {"Nils Bergstad", "Ama Kyere", "Abena Osei"},
    ),
    "a name right behind an office is no part of it": (
        FR + "Ils ont préparé la visite du président Felipe Bordon à Paris en juin.\n",
        {"Felipe Bordon"},
    ),
}


@pytest.mark.parametrize(("text", "named"), NAMED.values(), ids=NAMED)
def test_who_is_only_named(text, named):
    assert only_named(extract(text)) == named


def test_a_surname_in_oglu_keeps_its_end():
    record = extract(
        "Соболезнования\n\n5 мая 2023\n\nПрезидент Ганы Куаме Аджайе выразил соболезнования Президенту Турции "
        "Мехмету "
        "Арсланоглу.\n"
    )
    assert "Мехмет Арсланоглу" in only_named(record)


def test_what_was_agreed_is_to_come():
    record = extract(
        "Talks in Oslo\n\n14 March 2023\n\nForeign Minister of Ghana Kofi Mensah met Foreign Minister of Norway "
        "Lars Holm in Oslo on Tuesday. They agreed to meet again in Accra in May.\n"
    )
    assert parties(record) == {("2023-05", frozenset({"Kofi Mensah", "Lars Holm"}))}


def test_a_day_to_come_is_no_reported_meeting():
    record = extract(
        "Außenministerin trifft Amtskollegen\n\n14. März 2023\n\nAußenministerin Anna Bellmann hat am Dienstag "
        "in Berlin den "
        "norwegischen Außenminister Lars Holm empfangen. Am 16. März trifft Holm Bundeskanzler Uwe Steinbrecher.\n"
    )
    assert len(record.meetings) == 1
    assert ("2023-03-16", frozenset({"Lars Holm", "Uwe Steinbrecher"})) in parties(record)


COMPANIONS = {
    "ru": (
        "Визит в Осло\n\n5 мая 2023\n\nПремьер-министр Норвегии Ларс Хольм принял председателя парламента Ганы Куаме "
        "Аджайе.\n\nКуаме Аджайе поблагодарил за прием. Его сопровождали депутаты Кофи Бекое и Анна Осеи.\n",
        {"Кофи Бекое": "GH", "Анна Осеи": "GH"},
    ),
    "es": (
        "Visita a Oslo\n\n5 de mayo de 2023\n\nEl primer ministro de Noruega, Lars Holm, recibió al presidente de "
        "Ghana, Kofi Mensah.\n\nMensah agradeció el gesto. Lo acompañaron el diputado Omar Osei y "
        "el asesor Julio Beltrán.\n",
        {"Omar Osei": "GH", "Julio Beltrán": "GH"},
    ),
}


@pytest.mark.parametrize(("text", "companions"), COMPANIONS.values(), ids=COMPANIONS)
def test_companions_are_of_the_state_of_whoever_acted_before(text, companions):
    assert companions.items() <= there(extract(text)).items()


BODIES = {
    "zh": (
        "部长会见企业负责人\n\n2023年5月5日\n\n5月5日，商务部部长宋川平会见挪威白帆公司总裁霍尔德。\n",
        "霍尔德",
        "白帆公司",
    ),
    "tr": (
        "Bakan, şirket yöneticisiyle görüştü\n\n5 Mayıs 2023\n\nTürkiye Tarım Bakanı Tuna Kayalık, Kurvatell Genel "
        "Müdürü Lars Holm'u kabul etti.\n",
        "Lars Holm",
        "Kurvatell",
    ),
    "es": (
        "Reunión con empresarios\n\n5 de mayo de 2023\n\nEl presidente de Ghana, Kofi Mensah, se reunió con el "
        "presidente ejecutivo de Cemesal, Lars Holm.\n",
        "Lars Holm",
        "Cemesal",
    ),
}


@pytest.mark.parametrize(("text", "name", "body"), BODIES.values(), ids=BODIES)
def test_who_heads_a_company_acts_for_it(text, name, body):
    participants = [p for m in extract(text).meetings for p in m.participants]
    assert [(p.organization.value, p.country.value) for p in participants if p.name.value == name] == [(body, None)]


def test_the_next_paragraph_tells_who_was_there():
    record = extract(
        "Acuerdo pesquero\n\n5 de mayo de 2023\n\nGhana y Noruega lo acordaron este viernes en una reunión en Oslo.\n\n"
        "Asistieron el ministro de Ghana Kofi Mensah y el ministro de Noruega Lars Holm.\n"
    )
    assert there(record) == {"Kofi Mensah": "GH", "Lars Holm": "NO"}
