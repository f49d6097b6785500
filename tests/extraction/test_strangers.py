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
        ("en", "“The pier stays,” the club said in its letter.", [("The pier stays,", None)]),
        ("en", "“The tide is high,” said one banker in Tema.", [("The tide is high,", None)]),
        ("en", "Crews told the radio that the harbour would be “set loose from its map”.",
         [("set loose from its map", None)]),
        ("en", "Mr Holm smiled. The diplomat only pointed out that the sea was “a little late”.",
         [("a little late", "Lars Holm")]),
        ("de", "„Es war kalt“, sagte ein Fischer. „Wir tranken Tee.“",
         [("Es war kalt", None), ("Wir tranken Tee.", None)]),
        ("es", "\"Hizo frío y bebimos té\", contó un pescador.", [("Hizo frío y bebimos té", None)]),
        ("es", "Indicó que el muelle estaba \"listo para abrir\".", [("listo para abrir", "Lars Holm")]),
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
        ("en", "Holm said the European Union would sail only “as a last resort,” but added that NATO agreed.",
         [("as a last resort,", "Lars Holm")]),
        ("en", "Ms Mensah smiled. She added: “Your ferry is a sign of trust.” Mr Holm said the sea would be open.",
         [("Your ferry is a sign of trust.", "Ama Mensah")]),
        ("en", "Ama Mensah and Lars Holm “discussed the ferry and the tea”, a notice on the quay told.",
         [("discussed the ferry and the tea", None)]),
        ("de", "Mensah sagte, Ghana sei ein „Freund des Meeres“ und Lars Holm sollte wissen, „dass wir ihn mögen“.",
         [("Freund des Meeres", "Ama Mensah"), ("dass wir ihn mögen", "Ama Mensah")]),
    ],
)  # fmt: skip
def test_the_verb_that_leads_to_the_words_goes_before_the_one_behind_them(language, sentence, quotes):
    assert spoken(PAGES[language] + sentence + "\n") == quotes
