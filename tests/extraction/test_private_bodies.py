"""Heads of companies, universities and churches: whom they act for.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract
from tests.extraction.told import people

GUESTS = [
    (
        "Prime Minister Omar Bell of Ghana met on Monday in Accra with Nora Reed, CEO of Norden Energy.",
        ("Nora Reed", "CEO of Norden Energy", "Norden Energy"),
    ),
    (
        "Prime Minister Omar Bell of Ghana met on Monday in Accra with Rector of Oldport University Nora Reed.",
        ("Nora Reed", "Rector of Oldport University", "Oldport University"),
    ),
    (
        "Le Premier ministre du Ghana, Omar Bell, a reçu lundi à Accra Nora Reed, présidente du groupe Tarell.",
        ("Nora Reed", "présidente du groupe Tarell", "Tarell"),
    ),
    (
        "El presidente de Chile, Omar Bell, recibió el lunes al presidente de la empresa Tarell, Paul Reed.",
        ("Paul Reed", "presidente de la empresa Tarell", "Tarell"),
    ),
    (
        "Премьер-министр Ганы Омар Белл встретился в понедельник в Аккре с президентом группы «Норден» Иваном Холмом.",
        ("Иван Холм", "президент группы «Норден»", "Норден"),
    ),
    (
        "Der Ministerpräsident von Ghana, Omar Bell, traf am Montag in Accra den Vorstandsvorsitzenden der Tarell AG, "
        "Paul Holm.",
        ("Paul Holm", "Vorstandsvorsitzende der Tarell AG", "Tarell AG"),
    ),
    (
        "Гана Премьер-министрі Омар Белл дүйсенбі күні Аккрада «Тарелл» компаниясының президенті Нора Ридпен кездесті.",
        ("Нора Рид", "«Тарелл» компаниясының президенті", "Тарелл"),
    ),
    (
        "استقبل رئيس الوزراء الغاني عمر بيل يوم الاثنين في أكرا رئيس شركة تاريل، بول هولم.",
        ("بول هولم", "رئيس شركة تاريل", "شركة تاريل"),
    ),
]


@pytest.mark.parametrize(("text", "guest"), GUESTS)
def test_who_heads_a_company_acts_for_it_and_for_no_state(text, guest):
    (meeting,) = extract(text).meetings
    found = meeting.participants[-1]
    assert (found.name.value, found.office.value, found.organization.value) == guest
    assert found.country.value is None


@pytest.mark.parametrize("group", ["Working Group on Trade", "Parliamentary Friendship Group"])
def test_a_group_of_states_is_no_company(group):
    text = f"Prime Minister Omar Bell of Ghana met on Monday in Accra with Chairman of the {group} Nora Reed."
    (meeting,) = extract(text).meetings
    assert [p.organization.value for p in meeting.participants] == [None, None]


@pytest.mark.parametrize("body", ["Harbin Stone Corp", "H. J. Pellow Co Inc", "Ferris Mill Plc"])
def test_a_company_named_by_its_form_is_nobody(body):
    text = f"Envoy visits port\n\nMinister of Ghana Ama Mensah met Ivo Tandel of {body} in Accra on 3 May 2021.\n"
    assert people(text) == ["Ama Mensah", "Ivo Tandel"]


@pytest.mark.parametrize("title", ["H. E.", "H.E.", "H. E. Mr.", "Venerable", "Attorney-at-Law", "Senior Lecturer"])
def test_forms_of_address_are_no_part_of_a_name(title):
    text = f"Envoy visits port\n\nMinister of Ghana Ama Mensah met {title} Ivo Tandel in Accra on 3 May 2021.\n"
    assert people(text) == ["Ama Mensah", "Ivo Tandel"]
