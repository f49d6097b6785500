"""One body under many names."""

from collections import Counter
from dataclasses import replace

import pytest
import yaml

from meetings.models import Organization, Participant
from meetings.resolving.bodies import NAMES, ids_of, plain
from tests.readings import MEDER, found, reading, store, told_meeting

pytestmark = pytest.mark.django_db


def test_a_body_is_one_whatever_a_text_calls_it() -> None:
    for day, body in enumerate(("European Union", "Union européenne", "Европейский союз", "Kestrel Society"), 1):
        meeting = told_meeting(MEDER, ("Ilse Brandt", "Envoy", ""), date=f"2021-05-{day:02}")
        seats = (meeting.participants[0], replace(meeting.participants[1], organization=found(body)))
        store(f"{day}.txt", reading(replace(meeting, participants=seats)), f"Text {day}.")

    seats_of = Participant.objects.exclude(organization=None).values_list("organization__name", flat=True)
    assert Counter(seats_of) == {"European Union": 3, "Kestrel Society": 1}


def test_names_are_compared_without_case_and_kinds_of_apostrophes() -> None:
    one = ids_of(["Conseil de l’Europe", "CONSEIL DE L'EUROPE", "Council of Europe"])
    assert len(set(one.values())) == 1
    assert Organization.objects.get().name == "Council of Europe"


def test_no_name_is_that_of_two_bodies() -> None:
    several = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    names = Counter(plain(name) for body, names in several.items() for name in {body, *names})
    assert {name: number for name, number in names.items() if number > 1} == {}
