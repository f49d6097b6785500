"""Words of somebody whom no name in the text stands for, with invented people and words."""

import pytest

from .test_speech import HEADLINE, LEAD, spoken

PAGES = {
    "de": "Gana und Norwegen beraten\n\n5. Mai 2021\n\nDie Außenministerin von Ghana, Ama Mensah, traf am Montag "
    "in Accra den norwegischen Außenminister Lars Holm. Lars Holm dankte für den Tee.\n\n",
    "en": HEADLINE + LEAD,
    "es": "Reunión en Accra\n\n5 de mayo de 2021\n\nLa ministra de Asuntos Exteriores de Ghana, Ama Mensah, recibió al "
    "ministro noruego Lars Holm en Accra. Holm agradeció la acogida.\n\n",
    "fr": "Rencontre à Accra\n\n5 mai 2021\n\nLa ministre des Affaires étrangères du Ghana, Ama Mensah, a reçu son "
    "collègue Lars Holm à Accra. Lars Holm a salué l'accord.\n\n",
    "ru": "Министры обсудили паромы\n\n5 мая 2021 года\n\nМинистр иностранных дел Ганы Ама Менса встретилась в Аккре с "
    "министром иностранных дел Норвегии Ларсом Хольмом. Ларс Хольм поблагодарил коллегу за приём.\n\n",
}


@pytest.mark.parametrize(
    ("language", "sentence", "quotes"),
    [
        ("en", "“It was cold,” one official said. “We drank tea.”", [("It was cold,", None), ("We drank tea.", None)]),
        ("en", "“It was cold,” one official said.\n\n“We drank tea.”",
         [("It was cold,", None), ("We drank tea.", None)]),
        ("en", "“The pier stays,” the club said in its letter.", [("The pier stays,", None)]),
        ("en", "“The tide is high,” said one banker in Tema.", [("The tide is high,", None)]),
        ("en", "Crews told the radio that the harbour was “asleep until noon”.",
         [("asleep until noon", None)]),
        ("en", "Mr Holm smiled. The diplomat only pointed out that the sea was “a little late”.",
         [("a little late", "Lars Holm")]),
        ("en", "“It was short,” Mr Holm said after the tea.\n\n“We drank all of it,” the official said.",
         [("It was short,", "Lars Holm"), ("We drank all of it,", "Lars Holm")]),
        ("en", "Mr Holm smiled at a senior harbour official. “We drank it,” the official said.",
         [("We drank it,", None)]),
        ("en", "“They met at sea,” the Press Division of the President of Ghana said in a message.",
         [("They met at sea,", "Press Division of the President of Ghana")]),
        ("de", "„Es war kalt“, sagte ein Fischer. „Wir tranken Tee.“",
         [("Es war kalt", None), ("Wir tranken Tee.", None)]),
        ("de", "Holm sagte, der Hafen sei „sehr tief“. Sobald Accra bereit sei, werde es „noch am Abend“ tauen.",
         [("sehr tief", "Lars Holm"), ("noch am Abend", "Lars Holm")]),
        ("de", "Die Fähre sei „sehr schön“, sagte Minister Lars Holm in Accra.", [("sehr schön", "Lars Holm")]),
        ("de", "Die Brote aus Ghana und Norwegen seien „sehr hart“, bekräftigte Minister Holm, „aber süß“.",
         [("sehr hart", "Lars Holm"), ("aber süß", "Lars Holm")]),
        ("es", "\"Hizo frío y bebimos té\", contó un pescador.", [("Hizo frío y bebimos té", None)]),
        ("es", "Indicó que el farol estaba \"lleno de moscas\".", [("lleno de moscas", "Lars Holm")]),
        ("fr", "« Le port est vide », a ajouté l'organisation.", [("Le port est vide", None)]),
        ("fr", "« Le quai est prêt », a-t-il dit.", [("Le quai est prêt", "Lars Holm")]),
        ("ru", "«Пристань построят за год», — отмечает аналитический центр.", [("Пристань построят за год", None)]),
        ("ru", "«Паром готов к рейсу», — сообщили в порту.", [("Паром готов к рейсу", None)]),
        ("ru", "«Паром готов к рейсу», — сообщил он журналистам.", [("Паром готов к рейсу", "Ларс Хольм")]),
    ],
)  # fmt: skip
def test_words_of_nobody_named_are_not_those_of_whoever_acted_last(language, sentence, quotes):
    assert spoken(PAGES[language] + sentence + "\n") == quotes


@pytest.mark.parametrize(
    ("language", "sentence", "quotes"),
    [
        ("en", "Holm said the European Union would bake only “before sunrise,” but added that NATO agreed.",
         [("before sunrise,", "Lars Holm")]),
        ("en", "Ms Mensah smiled. She added: “Your ferry smells of bread.” Mr Holm said the oven would stay hot.",
         [("Your ferry smells of bread.", "Ama Mensah")]),
        ("en", "Ama Mensah and Lars Holm “discussed the ferry and the tea”, a notice on the quay told.",
         [("discussed the ferry and the tea", None)]),
        ("de", "Mensah sagte, Ghana sei ein „Haus ohne Dach“ und Lars Holm sollte ahnen, „warum es zieht“.",
         [("Haus ohne Dach", "Ama Mensah"), ("warum es zieht", "Ama Mensah")]),
    ],
)  # fmt: skip
def test_the_verb_that_leads_to_the_words_goes_before_the_one_behind_them(language, sentence, quotes):
    assert spoken(PAGES[language] + sentence + "\n") == quotes


def test_a_body_that_no_vocabulary_knows_is_told_by_the_noun_in_its_name():
    text = "The Harbour Workers’ Association said: “We shall wait.”\n\n“We have no ferry,” the Pilots’ Union said.\n"
    quotes = [("We shall wait.", "Harbour Workers’ Association"), ("We have no ferry,", "Pilots’ Union")]
    assert spoken(PAGES["en"] + text) == quotes


def test_a_paper_goes_on_as_it():
    text = "“The pier has two lamps,” the statement noted.\n\n“Both are lit at dusk,” it said.\n"
    assert spoken(PAGES["en"] + text) == [("The pier has two lamps,", None), ("Both are lit at dusk,", None)]


def test_somebodys_spokesman_is_not_the_one_he_speaks_for():
    text = "Mr Holm’s spokesman peeled Mr Holm’s orange. Mr Holm’s spokesman said: “The orange was sour.”\n"
    assert spoken(PAGES["en"] + text) == [("The orange was sour.", None)]


def test_a_long_sentence_behind_finished_words_does_not_say_whose_they_are():
    text = (
        "“The soup is salty,” said Lars Holm.“My spoon is wooden: I kept it.”On Tuesday, the European Commission said "
        "that it would plant beans in the yard for the whole of the spring.\n"
    )
    assert spoken(PAGES["en"] + text) == [
        ("The soup is salty,", "Lars Holm"), ("My spoon is wooden: I kept it.", "Lars Holm")
    ]  # fmt: skip


def test_his_behind_another_name_tells_nothing_of_the_subject():
    text = (
        "Dr. Efua Addo says that Mr Holm bakes at night, recalling his letters to President Kofi Boateng. "
        "“I smelled the bread,” she said.\n"
    )
    assert spoken(PAGES["en"] + text) == [("I smelled the bread,", "Efua Addo")]


def test_who_stands_alongside_is_not_the_subject():
    text = "Speaking alongside Minister Mensah, Mr. Holm said that it rained. “The tea was hot,” he said.\n"
    assert spoken(PAGES["en"] + text) == [("The tea was hot,", "Lars Holm")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "They met at the seminar “Harbours of our coast and what they need” in Tema."),
        ("es", "Al inaugurar la \"Feria Redes y Barcas 2021\", el ministro recordó la lluvia."),
        ("fr", "![JPEG](https://quai.example/img/quai-2.jpg \"img/quai/a/9/quai-2.jpg\")"),
        ("ru", "Они говорили на заседании круглого стола «Маяк: хватит ли ламп?» в Аккре."),
        ("ru", "- Построить пристань до конца лета.\n- Открыть паром для всех жителей.\n- Закончить ремонт причала."),
    ],
)  # fmt: skip
def test_names_of_things_and_entries_of_lists_are_nobodys_words(language, sentence):
    assert spoken(PAGES[language] + sentence + "\n") == []
