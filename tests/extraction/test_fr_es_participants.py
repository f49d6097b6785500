"""Who took part, for whom and in what office, as French and Spanish pages say it. All people are invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract


def told(title: str, body: str, date: str = "3 mai 2024") -> list[tuple[str, str | None, str | None]]:
    (meeting,) = extract(f"{title}\n\n{date}\n\n{body}").meetings
    return [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]


def test_title_of_address_with_article_behind_an_office():
    body = (
        "Le chef d'état-major de la marine, le général de division Brice Moussavou, s'est réuni samedi à Lomé "
        "avec son homologue ghanéen, le général Kofi Bamfo, que guidait l'ambassadeur ghanéen, M. Yaw Quartey."
    )
    assert told("Cartes marines", body, "Lomé, 3 mai 2024") == [
        ("Brice Moussavou", "chef d'état-major de la marine", "TG"),
        ("Kofi Bamfo", "chef d'état-major de la marine", "GH"),
        ("Yaw Quartey", "ambassadeur ghanéen", "GH"),
    ]


def test_one_plural_office_and_a_state_before_each_name():
    body = (
        "Réunis jeudi à Oslo, les ministres des Affaires étrangères norvégien, Lars Brekke, letton, Andris Kalns, et "
        "chilien, Ramiro Undurraga, ont échangé sur la pêche."
    )
    assert told("Rencontre à Oslo", body) == [
        ("Lars Brekke", "ministre des Affaires étrangères norvégien", "NO"),
        ("Andris Kalns", "ministre des Affaires étrangères letton", "LV"),
        ("Ramiro Undurraga", "ministre des Affaires étrangères chilien", "CL"),
    ]


def test_envoys_of_a_list_each_with_a_state():
    body = (
        "La presidenta Elvira Sotelar recibió ayer en Lima, junto al molino, las cartas credenciales de los "
        "embajadores "
        "de Noruega, Sra. Ingrid Brekke; Kenia, Sr. Peter Wafula; y Mongolia, Sr. Batbayar Dorj."
    )
    assert told("Entrega de credenciales", body, "3 de mayo de 2024")[1:] == [
        ("Ingrid Brekke", "embajador de Noruega", "NO"),
        ("Peter Wafula", "embajador de Kenia", "KE"),
        ("Batbayar Dorj", "embajador de Mongolia", "MN"),
    ]


def test_ministers_with_states_in_brackets():
    body = "Los cancilleres Ramiro Undurraga (Chile) y Esteban Huamán (Perú) se reunieron hoy en Lima."
    assert told("Reunión en Lima", body, "3 de mayo de 2024") == [
        ("Ramiro Undurraga", "canciller", "CL"),
        ("Esteban Huamán", "canciller", "PE"),
    ]


@pytest.mark.parametrize(
    "office", ["conseiller diplomatique du Président de la République", "directeur de cabinet du ministre"]
)
def test_office_that_serves_another_office(office):
    people = told(
        "Audience", f"Le {office}, M. Paul Rivard, a reçu jeudi à Paris l'ambassadeur du Chili, M. Juan Mora."
    )
    assert people[0] == ("Paul Rivard", office, "FR")


def test_colleague_behind_the_name_and_a_further_one():
    body = (
        "La ministre de la Justice, Marie Castel, s'est entretenue lundi à Paris avec Mme Ngozi Adeyo, son homologue "
        "du Nigeria, puis avec ses homologues lituanien, Tomas Gryba, et estonienne, Kaja Tammsa."
    )
    people = {p.name.value: p.country.value for p in extract(f"Entretiens\n\n3 mai 2024\n\n{body}").people}
    assert [people[n] for n in ("Ngozi Adeyo", "Tomas Gryba", "Kaja Tammsa")] == ["NG", "LT", "EE"]


def test_whoever_the_headline_lets_act_acts_in_the_lead():
    body = "M. Einar Oliva, ministre d'État, a reçu hier dans ses serres le ministre slovène des Forêts, Janez Hribar."
    people = told("Le chef du gouvernement islandais reçoit un ministre slovène", body)
    assert [country for _name, _office, country in people] == ["IS", "SI"]


def test_two_states_of_a_headline_for_two_ministers():
    body = (
        "Le ministre de la Pêche, Ramón Quirola, et la ministre des Transports, Kari Fjellhaug, ont "
        "signé dimanche à Santiago un accord sur les phares."
    )
    people = told("Le Chili et la Norvège signent un accord sur les phares", body)
    assert [country for _name, _office, country in people] == ["CL", "NO"]


def test_an_ambassador_calls_on_those_of_the_state_of_the_post():
    body = (
        "La ministra de Puertos, Regina Ocaranza, recibió en el muelle a la dueña de un astillero coreano. El "
        "embajador de Corea del Sur en Perú, Bong Hae-sik, asistió a la cita."
    )
    people = told("Ministra de Puertos recibe a constructores de barcos", body, "3 de mayo de 2024")
    assert [country for _name, _office, country in people] == ["PE", "KR"]


def test_bearer_of_a_message_is_there_and_its_writer_is_not():
    body = (
        "La Première ministre, Odile Kamboura, a échangé dimanche avec le ministre omanais des Transports, "
        "Nadir Al-Kuwaz, porteur d'un message du sultan d'Oman, Jaber Al-Misnar."
    )
    assert [name for name, _office, _country in told("Audience", body)] == ["Odile Kamboura", "Nadir Al-Kuwaz"]


def test_a_meeting_that_was_put_off_is_none():
    text = (
        "Aplazada por niebla la reunión con el ministro noruego\n\n3 de mayo de 2024\n\nLa reunión que iban a "
        "tener hoy a bordo la ministra de Pesca, Uxía Vilar, y el ministro noruego Trygve Brekke ha quedado aplazada "
        "por la niebla."
    )
    assert extract(text).meetings == ()


def test_given_names_that_are_offices_states_or_weekdays():
    body = (
        "La ministra de Pesca, Reyes Carvajo, recibió hoy en Cádiz a la presidenta del Senado de Chile, "
        "Montserrat Quispal, y al presidente de Ghana, Domingos Tenkor."
    )
    names = [name for name, _office, _country in told("Encuentro en Cádiz", body, "3 de mayo de 2024")]
    assert names == ["Reyes Carvajo", "Montserrat Quispal", "Domingos Tenkor"]


def test_agency_of_the_same_state_and_a_house_of_its_own():
    text = (
        "Des pirogues à la Primature\n\nLomé, 2 mars 2019 (AXT) - Le Premier ministre, M. Koffi Alonou, s'est "
        "entretenu samedi à la Primature avec la ministre ghanéenne de la Pêche, Mme Ama Quartey."
    )
    (meeting,) = extract(text).meetings
    assert (meeting.place.value, meeting.place_country.value) == ("Lomé", "TG")


def test_headline_that_begins_with_a_label_and_a_form_of_address():
    text = (
        "Musées : M. Sven Brandal chez la présidente du Sénat\n\n3 mai 2024\n\nM. Sven Brandal, "
        "directeur des Musées de Norvège, s'est entretenu hier à Lyon avec Mme Claire Castel."
    )
    assert extract(text).title.value == "Musées : M. Sven Brandal chez la présidente du Sénat"


def test_short_spanish_text_full_of_names():
    text = (
        "Olmedal se ve con Brand\n\n7 de octubre de 2019\n\nLa titular de Pesca, Marta Olmedal, ha almorzado "
        "este lunes en Oporto con el comisario de la UE, Pieter Brand, y con la directora general de la "
        "OIT, Lena Petersen."
    )
    assert extract(text).language.value == "es"


def test_a_state_behind_a_name_has_its_article():
    body = (
        "La ministre des Affaires étrangères du Togo Afi Lemba a reçu jeudi à Lomé le ministre des Affaires étrangères "
        "du Chili, Ramiro Undurraga. Ont participé aux entretiens Kofi Bamfo de la Suisse et Lars Brekke."
    )
    countries = {name: country for name, _office, country in told("Entretiens à Lomé", body)}
    assert countries["Kofi Bamfo"] == "CH"


def test_a_list_of_each_side_whose_state_stands_behind_its_noun():
    body = (
        "La ministre des Affaires étrangères du Togo Afi Lemba s'est entretenue jeudi à Lomé avec le ministre des "
        "Affaires étrangères de la Norvège, Lars Brekke. Ont participé aux entretiens :\n\nPour la partie norvégienne :"
        "\n\nKari Sund, directrice\n\nPour la partie togolaise :\n\nKossi Adzo, conseiller\n"
    )
    countries = {name: country for name, _office, country in told("Entretiens à Lomé", body)}
    assert countries == {"Afi Lemba": "TG", "Lars Brekke": "NO", "Kari Sund": "NO", "Kossi Adzo": "TG"}
