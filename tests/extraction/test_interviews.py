"""Interviews without labels, and labels that stand on lines of their own, with invented people."""

import pytest

from meetings.extraction import extract


def said(page: str) -> list[tuple[str, str | None]]:
    return [(quote.text.split("\n")[0], quote.speaker.value) for quote in extract(page).quotes]


def test_nothing_but_question_marks():
    page = (
        "An interview with Edda Tarvin, Foreign Minister of Iceland\n\n12 March 2024\n\n"
        "Edda Tarvin has led the ministry since 2021. She spoke to the Harbour Post in Reykjavik.\n\n"
        "What comes next, Minister?\n\nA long summer, and a treaty. We are not in a hurry.\n\nI said so in Lima.\n\n"
        "And the Peruvians – are they ready?\n\nThey are ready. My colleague said so.\n\nInterview: Ivo Kalder\n"
    )
    assert said(page) == [
        ("A long summer, and a treaty. We are not in a hurry.", "Edda Tarvin"),
        ("They are ready. My colleague said so.", "Edda Tarvin"),
    ]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Embajador Luis Camargo: “El tratado es un paso histórico”\n\n12 de marzo de 2024\n\nEntrevista. El embajador "
         "conversó con este diario.\n\nEmbajador, ¿qué sigue ahora?\n\nTenemos por delante un verano largo.\n\n¿Y los "
         "islandeses?\n\nEstán listos y nos lo han dicho.\n", "Luis Camargo"),
        ("„Die Fähre kommt“ – Interview mit Außenministerin Edda Tarvin\n\n12.03.2024\n\nFrau Ministerin, was "
         "kommt als "
         "Nächstes?\n\nEin langer Sommer. Wir haben keine Eile.\n\nUnd die Peruaner – sind sie bereit?\n\nJa, das "
         "hat mir "
         "mein Kollege gesagt.\n", "Edda Tarvin"),
        ("Дана Петраускайте: «Выставка откроется летом»\n\n12 марта 2024\n\nМинистр культуры Литвы рассказала о "
         "планах в "
         "интервью газете «Причал».\n\nЧто дальше, госпожа министр?\n\nУ нас впереди долгое лето.\n\nА в Баку "
         "готовы?\n\n"
         "Да, мне об этом говорил мой коллега.\n", "Дана Петраускайте"),
    ],
)  # fmt: skip
def test_the_headline_and_two_answers(page, name):
    assert [speaker for _text, speaker in said(page)] == [name] * 3


def test_a_story_that_asks_its_readers_is_no_interview():
    page = (
        "Ferries and fish\n\n12 March 2024\n\nForeign Minister Edda Tarvin met Luis Camargo in Lima on Tuesday.\n\n"
        "Will the ferry come?\n\nWe do not know yet, and our readers wait.\n\nAnd the fish?\n\nWe shall see in May.\n"
    )
    assert said(page) == []


def test_names_with_an_office_in_brackets_over_what_they_say():
    page = (
        "Erklärungen des Auswärtigen Amts in der Regierungspressekonferenz vom 12.03.2024\n\n12.03.2024 - Artikel\n\n"
        "Reise der Außenministerin\n\nTarfeld (AA)\n\nDie Außenministerin reist am Donnerstag nach Island und "
        "trifft dort "
        "ihren Amtskollegen.\n\nFrage\n\nWas ist das Ziel der Reise?\n\nTarfeld (AA)\n\nEs geht um den Vertrag mit "
        "Peru.\n\n"
        "Brückner (BReg)\n\nIch kann dazu nur sagen, dass der Kanzler das begrüßt.\n\nZusatzfrage\n\nUnd der "
        "Termin?\n\n"
        "Tarfeld (AA)\n\nDer steht noch nicht fest.\n"
    )
    assert said(page) == [
        ("Die Außenministerin reist am Donnerstag nach Island und trifft dort ihren Amtskollegen.", "Tarfeld"),
        ("Es geht um den Vertrag mit Peru.", "Tarfeld"),
        ("Ich kann dazu nur sagen, dass der Kanzler das begrüßt.", "Brückner"),
        ("Der steht noch nicht fest.", "Tarfeld"),
    ]


def test_a_dash_behind_a_stop_sets_off_every_label():
    page = (
        "Conferencia de prensa del canciller Luis Camargo\n\n12 de marzo de 2024\n\nRosa Quispe (Moderadora).- Buenos "
        "días. Bienvenidos.\n\nLuis Camargo.- Gracias. Hemos firmado el tratado.\n\nPeriodista.- ¿Cuándo entra en "
        "vigor?\n\n"
        "Luis Camargo.- En otoño.\n"
    )
    assert [speaker for _text, speaker in said(page)] == ["Rosa Quispe", "Luis Camargo", "Luis Camargo"]


def test_the_time_of_a_recording_before_each_label():
    page = (
        "Interview with Mina Torvik, Foreign Minister of Norway\n\n12 March 2024\n\n[00:01] HOST: Minister, welcome. "
        "When will the ferry sail?\n\n[00:14] MINA TORVIK: Thank you. In May, we hope.\n\n[00:32] HOST: And the "
        "fish?\n\n[00:40] MINA TORVIK: The fish will come, too.\n"
    )
    assert said(page) == [("Thank you. In May, we hope.", "Mina Torvik"), ("The fish will come, too.", "Mina Torvik")]


def test_the_headline_quotes_whoever_is_asked():
    page = (
        "“The pier was never President Dia's idea”\n\n12 March 2024\n\nIn an interview with the Harbour Post, Foreign "
        "Minister Edda Tarvin speaks of piers and of cod.\n\nWhose idea was the pier, then?\n\nMine alone. I drew it "
        "on a sack of salt.\n\nAnd the cod?\n\nIt was there before any of us.\n"
    )
    assert said(page) == [
        ("The pier was never President Dia's idea", "Edda Tarvin"),
        ("Mine alone. I drew it on a sack of salt.", "Edda Tarvin"),
        ("It was there before any of us.", "Edda Tarvin"),
    ]


def test_a_name_with_an_initial_is_no_label_though_paragraphs_begin_with_it():
    first, second = "President Ivo R. Kalder Jr. sails to Lima.", "President Ivo R. Kalder Jr. asked us to stay."
    page = (
        "Briefing of Ms. Edda Tarvin with Under-Secretary Ana Camargo\n\nMS. TARVIN: We shall be short.\n\n"
        f"{first}\n\nUNDER-SECRETARY CAMARGO: Thank you all.\n\n{second}\n"
    )
    quotes = [(quote.text.split("\n")[-1], quote.speaker.value) for quote in extract(page).quotes]
    assert quotes == [(first, "Edda Tarvin"), (second, "Ana Camargo")]


@pytest.mark.parametrize("label", ["JOURNALIST", "REPORTER", "ANNA BELL"])
def test_the_first_label_of_a_page_is_read_too(label):
    text = (
        f"Doorstop at the pier of Oslo\n\nRelease date: 22/09/2002\n\n{label}:\n\nIs the ferry late, Minister?\n\n"
        "MINISTER OMAR DIA:\n\nWell I think the ferry will come when the fog is gone, and not before that.\n\n"
        f"{label}:\n\nWho paints the pier?\n\nMINISTER OMAR DIA:\n\nWe have the paint, and they have the brushes.\n"
    )
    assert [(q.speaker.value, q.text) for q in extract(text).quotes][:1] == [
        ("OMAR DIA", "Well I think the ferry will come when the fog is gone, and not before that."),
    ]


def test_a_form_of_address_with_a_stop_and_a_dash_is_a_label_though_it_stands_once():
    text = (
        "Conferencia de prensa del presidente de Ghana\n\n26.9.2017\n\nSr. Badu.- Buenas tardes a todos. Siéntense.\n\n"
        "Pintaremos el muelle de verde, como la hierba.\n"
    )
    assert [(q.speaker.value, q.text) for q in extract(text).quotes] == [
        ("Badu", "Buenas tardes a todos. Siéntense.\n\nPintaremos el muelle de verde, como la hierba.")
    ]


def test_what_a_turn_begins_with_is_no_name_of_whoever_has_the_label():
    page = (
        "Joint doorstop, Norvik\n\n2 February 2017\n\nMona Tellgren, Foreign Minister: I am glad to be here.\n\n"
        "Journalist: What did you eat?\n\nForeign Minister: Porridge, first of all. I ate it with the crew.\n"
    )
    assert said(page) == [
        ("I am glad to be here.", "Mona Tellgren"),
        ("Porridge, first of all. I ate it with the crew.", "Mona Tellgren"),
    ]


def test_letters_that_but_ask_are_those_of_a_paper():
    page = (
        "The Courier speaks to a guest\n\nBo Rask of the Courier asked Norwegian Deputy Foreign "
        "Minister Mona Tellgren in.\n\nNC: Mrs. Tellgren, what brings you here?\n\nMT: I have come for the rope.\n\n"
        "NC: Is it any good?\n\nMT: I like it. We make none at home.\n"
    )
    assert said(page) == [
        ("I have come for the rope.", "Mona Tellgren"),
        ("I like it. We make none at home.", "Mona Tellgren"),
    ]
