"""German, where all nouns have capitals: what stands before a name and is no part of it. All is invented."""

import pytest

from meetings.extraction import extract

PAGE = "Treffen in Berlin\n\n8. April 2021\n\nMinister Anton Bell traf in Berlin den Präsidenten Omar Dia. {}\n"


def named(text):
    return {p.name.value for p in extract(PAGE.format(text)).people}


@pytest.mark.parametrize(
    "text",
    [
        "Die Pläne von Dia seien gut, sagte er.",
        "Vorschläge von Omar Dia begrüßte er.",
        "Der Herausforderer Omar Dia sagte zu.",
        "Die Zahl von Raketen sei gestiegen, sagte er.",
        "Mehrere Organisationen, sagte er, seien bereit.",
        "Anton Bell traf Omar Dia Ende Mai.",
        "Dem Gast überließ Bell das Feld, sagte er.",
    ],
)
def test_nouns_before_a_name_are_no_part_of_it(text):
    assert named(text) == {"Anton Bell", "Omar Dia"}


@pytest.mark.parametrize("name", ["Adelheid von Sturm", "Irmgard von der Au", "Roswitha zu Lindenberg"])
def test_particles_of_families_are_part_of_names(name):
    surname = name.split()[-1]
    assert name in named(f"Die Ministerin {name} sagte zu. Auch Ministerin {surname} kommt.")


def test_where_somebody_works_is_no_part_of_the_name():
    assert "Karla Kopp" in named("Die Sprecherin Karla Kopp von der Kanzlei sagte: „Wir sind zufrieden damit.“")


def test_who_speaks_for_where_they_work_is_somebody():
    assert "Robert Holm" in named("Marktanalyst Robert Holm von der Nord Bank kommentierte „Das ist ein guter Tag.“")


def test_a_couple_is_no_given_name_and_a_head_of_a_school_is_one_of_office():
    text = PAGE.format("Das Ehepaar Bell lachte. Schulleiter Kofi Holm las aus Aufrufen von Ana Ruiz, sagte Bell.")
    told = {p.name.value: p.office.value for p in extract(text).people}
    assert told == {"Anton Bell": "Minister", "Omar Dia": "Präsident", "Kofi Holm": "Schulleiter", "Ana Ruiz": None}
