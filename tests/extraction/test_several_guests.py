"""Guests told one after the other, in one list or in one meeting each, and whom only the words beside it name.

All people and words are invented.
"""

from meetings.extraction import extract
from tests.extraction.told import seats


def test_a_title_right_behind_a_comma_ends_no_sentence():
    text = (
        "Le Président du Gabon, Omar Bell, a reçu mardi 4 mai 2021 trois envoyés, M. Nils Lind, Ambassadeur de Norvège,"
        "M. Pablo Ruiz, Ambassadeur du Chili, et M. Kofi Dia, Ambassadeur du Togo.\n"
    )
    assert seats(text) == [[("Omar Bell", "GA"), ("Nils Lind", "NO"), ("Pablo Ruiz", "CL"), ("Kofi Dia", "TG")]]


def test_a_form_of_address_behind_a_word_for_a_son_is_part_of_the_name():
    text = (
        "Le ministre gabonais Omar Bell a reçu mardi 4 mai 2021, dans une salle du port, le ministre togolais "
        "Kofi Ould Cheikh El Dara.\n"
    )
    assert seats(text) == [[("Omar Bell", "GA"), ("Kofi Ould Cheikh El Dara", "TG")]]


def test_one_verb_for_another_guest_is_another_meeting():
    text = "外交部長宋川平6日在海州會見挪威外長林海德。\n宋川平另會見智利前總理杜安德,雙方談及燈塔與漁港。\n"
    assert [[p[0] for p in m] for m in seats(text)] == [["宋川平", "林海德"], ["宋川平", "杜安德"]]


def test_an_office_before_a_verb_is_not_that_of_the_office_holder_before_it():
    text = (
        "El presidente Omar Ruiz recibió el 4 de mayo de 2021 al Rey de Noruega, Nils IV.\n"
        "Durante el recorrido con el presidente Ruiz, el Rey de Noruega fue aplaudido por los pescadores.\n"
    )
    (meeting,) = extract(text).meetings
    assert [(p.name.value, p.office.value) for p in meeting.participants] == [
        ("Omar Ruiz", "presidente"),
        ("Nils IV", "Rey de Noruega"),
    ]


def test_whom_only_the_topic_names_was_not_there():
    text = (
        "Le ministre gabonais Omar Bell a reçu le 4 mai 2021 la ministre norvégienne Ada Lind pour évoquer le phare "
        "que réclament le président togolais Kofi Dia et la présidente chilienne Ana Ruiz.\n"
    )
    assert seats(text) == [[("Omar Bell", "GA"), ("Ada Lind", "NO")]]


def test_who_brings_a_message_was_received():
    text = (
        "Le président gabonais Omar Bell s’est entretenu mardi 4 mai 2021 avec deux émissaires.\n"
        "Nils Lind, ministre norvégien des Ports, était porteur d’un message de son gouvernement.\n"
    )
    assert seats(text) == [[("Omar Bell", "GA"), ("Nils Lind", "NO")]]


def test_whom_a_visitor_is_also_to_meet_is_no_list_of_those_who_were_there():
    text = (
        "Der Präsident von Ghana Kofi Bell hat am 4. Mai 2021 den norwegischen Präsidenten Nils Lind empfangen.\n"
        "Am Abend stehen für Lind auch Treffen mit Senatspräsident Omar Dia, Kanzler Ali Sow, Ministerin Ada Cole und "
        "Bürgermeister Jon Tal an.\n"
    )
    assert seats(text) == [[("Kofi Bell", "GH"), ("Nils Lind", "NO")]]


def test_words_that_lead_to_names_lead_to_no_visit():
    text = (
        "El canciller de Chile Omar Ruiz se reunió el 4 de mayo de 2021 con la canciller de Ghana, Ada Bell.\n"
        "Se trató de la primera visita desde el pleito entre los presidentes Juan Coral y Kofi Dia.\n"
    )
    assert seats(text) == [[("Omar Ruiz", "CL"), ("Ada Bell", "GH")]]


def test_what_was_said_on_the_telephone_was_not_said_at_the_meeting():
    text = "外交部長宋川平6日在海州會見挪威外長林海德。\n智利外長杜安德與宋川平通電話,表示高度重視燈塔合作。\n"
    assert [p[0] for p in seats(text)[0]] == ["宋川平", "林海德"]


def test_an_adjective_behind_a_noun_is_no_office():
    text = (
        "Le président Omar Bell a reçu mardi 4 mai 2021 des émissaires dans son palais.\n"
        "Le président gabonais a parlé avec eux des phares.\n"
        "Il a ensuite reçu le général Nils Lind, membre du Conseil souverain de la République du Soudan.\n"
    )
    assert ("Omar Bell", "GA") in [seat for meeting in seats(text) for seat in meeting]


def test_the_first_half_of_a_joint_adjective_names_a_state():
    record = extract(
        "Le ministre Omar Franco a loué le 4 mai 2021 les liens algéro-chiliens et l’espace indo-pacifique.\n"
    )
    assert [c.value for c in record.countries] == ["DZ", "CL"]


def test_one_meeting_with_each_of_several_ministers():
    text = (
        "Le ministre des Affaires étrangères, Omar Bell, a tenu le 4 mai 2021 des discussions à Oslo, en Norvège, avec "
        "plusieurs ministres.\n"
        "Les échanges avec le ministre du Togo, Kofi Dia, ont servi les relations algéro-togolaises.\n"
        "Avec la ministre du Chili, Ana Ruiz, les discussions ont porté sur les préparatifs de la prochaine "
        "session du comité des phares.\n"
        "Enfin, Bell a exploré avec le ministre du Ghana, Ali Sow, les moyens de relier les ports.\n"
    )
    record = extract(text)
    assert [m.format.value for m in record.meetings] == ["talks", "talks", "talks"]
    assert seats(text) == [
        [("Omar Bell", "DZ"), ("Kofi Dia", "TG")],
        [("Omar Bell", "DZ"), ("Ana Ruiz", "CL")],
        [("Omar Bell", "DZ"), ("Ali Sow", "GH")],
    ]
