"""Who speaks, in the ways of the Russian, Ukrainian and German press; all people and words are invented."""

from __future__ import annotations

import pytest

from tests.extraction.told import said_by

RU = (
    "Марат Сабиров провёл переговоры с Хуаном Рестрепо\n\n14 марта 2024 года\n\nМинистр иностранных дел Казахстана "
    "Марат Сабиров встретился в Астане с министром иностранных дел Колумбии Хуаном Рестрепо.\n\n"
)
UK = (
    "Глава МЗС Олесь Баштовий провів переговори з Міґелем Касаресом\n\n14 березня 2024 року\n\nМіністр закордонних "
    "справ України Олесь Баштовий зустрівся в Києві з міністром закордонних справ Чилі Міґелем Касаресом.\n\n"
)
DE = (
    "Außenminister Lorenz Hagedorn empfängt Samuel Okoro\n\nBerlin, 14. März 2024\n\nBundesaußenminister Lorenz "
    "Hagedorn hat am Donnerstag in Berlin den nigerianischen Außenminister Samuel Okoro empfangen.\n\n"
)
M, J, B, C, L, S = (
    "Марат Сабиров", "Хуан Рестрепо", "Олесь Баштовий", "Міґель Касарес", "Lorenz Hagedorn", "Samuel Okoro",
)  # fmt: skip

Said = list[tuple[str | None, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RU + "— Мы готовы ко всему, — ответил его гость.", [(J, "Мы готовы ко всему,")]),
        (UK + "— Ми готові до всього, — відповів його гість.", [(C, "Ми готові до всього,")]),
        (RU + "Колумбийский дипломат отметил: «Мы ждём вас осенью».", [(J, "Мы ждём вас осенью")]),
        (DE + "Der nigerianische Diplomat sagte: „Wir kommen im Herbst.“", [(S, "Wir kommen im Herbst.")]),
        (DE + "Nach den Worten des nigerianischen Ministers war es „ein gutes Jahr“.", [(S, "ein gutes Jahr")]),
        (RU + "По словам главы колумбийского МИД, беседа была «полезной и своевременной».",
         [(J, "полезной и своевременной")]),
    ],
)  # fmt: skip
def test_called_by_what_they_are(text: str, expected: Said) -> None:
    """A guest, a diplomat of a state, a minister by the head of a compound or of what he is the head of."""
    assert said_by(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RU + "«Торговля выросла втрое», — сообщил после встречи с Рестрепо Сабиров.", [(M, "Торговля выросла втрое")]),
        (UK + "«Двері відчинені», — повідомив після розмови з Касаресом Баштовий.", [(B, "Двері відчинені")]),
        (RU + "Рестрепо, которого сопровождала посол Лусия Вега, сказал: «Мы нашли решение».",
         [(J, "Мы нашли решение")]),
        (RU + "«Богота настроена серьёзно», — передаёт слова колумбийского министра агентство «Степьинформ».",
         [(J, "Богота настроена серьёзно")]),
        (RU + "Пресс-секретарь министра Алия Нурова процитировала его слова: «Дружба не знает расстояний».",
         [(M, "Дружба не знает расстояний")]),
        (RU + "В телеграмме Президента Колумбии Эмилио Лунареса говорится: «Желаю Вам здоровья».",
         [("Эмилио Лунарес", "Желаю Вам здоровья")]),
    ],
)  # fmt: skip
def test_others_named_at_the_verb(text: str, expected: Said) -> None:
    """Those met with, walked with or quoted from stand nearer to the verb than whoever speaks."""
    assert said_by(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RU + "Сабиров назвал встречу «рубежной для двух народов», а Рестрепо — «началом большой дружбы».",
         [(M, "рубежной для двух народов"), (J, "началом большой дружбы")]),
        (DE + "Hagedorn sprach von einem „Neubeginn auf Augenhöhe“, Okoro von „großen Erwartungen“.",
         [(L, "Neubeginn auf Augenhöhe"), (S, "großen Erwartungen")]),
        (RU + "«Двери открыты». Эти слова Рестрепо произнёс под аплодисменты.", [(J, "Двери открыты")]),
        (DE + "„Das ist ein guter Tag“, so sein Gast.", [(S, "Das ist ein guter Tag")]),
        (RU + "— Приезжайте летом, — сказал Сабиров.\n\n— Приедем, не сомневайтесь, — ответил Рестрепо.\n\n"
         "— Буду ждать вас здесь!",
         [(M, "Приезжайте летом,"), (J, "Приедем, не сомневайтесь,"), (M, "Буду ждать вас здесь!")]),
    ],
)  # fmt: skip
def test_in_turn_and_pointing_back(text: str, expected: Said) -> None:
    """Two who speak in one sentence or line by line; words that point back at a quotation."""
    assert said_by(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RU + "«О сроках говорить рано», — сказал журналистам источник в правительстве.", "О сроках говорить рано"),
        (UK + "«Про строки говорити рано», — сказав посадовець, який лишився неназваним.", "Про строки говорити рано"),
        (DE + "„Über Details sprechen wir nicht“, hieß es aus Regierungskreisen.", "Über Details sprechen wir nicht"),
        (DE + "„Wir begrüßen die Fortschritte“, heißt es in der gemeinsamen Erklärung der beiden Minister.",
         "Wir begrüßen die Fortschritte"),
        (RU + "Колумбийская сторона заявила о «полном взаимном понимании».", "полном взаимном понимании"),
    ],
)  # fmt: skip
def test_nobody_in_particular(text: str, words: str) -> None:
    """Sources, circles, sides and joint papers are no person."""
    assert said_by(text) == [(None, words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RU + "— Как прошла встреча? — спросили журналисты.\n\n— Прекрасно, — улыбнулся Сабиров.", [(M, "Прекрасно,")]),
        (RU + "«Северный вестник»: Когда откроется рейс?\n\nМ. Сабиров: Осенью.\n\n"
         "«Северный вестник»: А визы отменят?\n\nМ. Сабиров: Мы над этим работаем.",
         [(M, "Осенью."), (M, "Мы над этим работаем.")]),
        (RU + "Об этом сообщает «Вечерняя почта степи».", []),
    ],
)  # fmt: skip
def test_the_press_is_not_quoted(text: str, expected: Said) -> None:
    """Questions of journalists, the name of a paper as a label or behind "reports"."""
    assert said_by(text) == expected


@pytest.mark.parametrize(("verb", "speaker"), [("отметила", "Клаудия Ферро"), ("отметил", "Ратмир Совин")])
def test_the_verb_tells_which_minister(verb: str, speaker: str) -> None:
    """The past tense agrees with a woman or a man, the office does not."""
    lead = (
        "Ратмир Совин и Клаудия Ферро обсудили порты\n\nМосква, 3 июня 2016 года\n\nВ Москве министр транспорта России "
        "Ратмир Совин встретился с министром инфраструктуры Италии Клаудией Ферро.\n\n"
    )
    assert said_by(f"{lead}Министр {verb}, что порты «не намерены отступать».") == [(speaker, "не намерены отступать")]


def test_headline_quotes() -> None:
    """What the headline quotes is whoever's it is below."""
    text = RU.replace("Марат Сабиров провёл переговоры с Хуаном Рестрепо", "Итоги переговоров: «осталось подписать»")
    words = said_by(text + "«Осталось подписать три листа», — сообщил Рестрепо.")
    assert words == [(J, "осталось подписать"), (J, "Осталось подписать три листа")]


def test_a_body_is_named_with_the_languages_own_links():
    words = "„Wir wollen den Handel schnell ausbauen“, teilte das Ministerium für Wirtschaft mit."
    assert said_by(DE + words) == [("Ministerium für Wirtschaft", "Wir wollen den Handel schnell ausbauen")]


def test_a_label_gives_the_state_with_the_languages_own_link():
    turns = (
        "Sprecherin Brandner aus Ghana: Wir haben lange darauf gewartet.\n\n"
        "Minister Hagedorn: Ich freue mich ebenfalls über dieses Treffen.\n"
    )
    assert said_by(DE + turns) == [
        ("Brandner", "Wir haben lange darauf gewartet."),
        (L, "Ich freue mich ebenfalls über dieses Treffen."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RU + "Рестрепо, который завтра позвонит Сабирову, указал, что лодка готова, но её покраска займёт неделю. "
         "«Краска сохнет», — добавил он.", [(J, "Краска сохнет")]),
        (UK + "Баштовий, який завтра зателефонує Касаресу, зазначив, що шлюпка готова, але її фарбування забере час. "
         "«Фарба сохне», — додав він.", [(B, "Фарба сохне")]),
    ],
)  # fmt: skip
def test_what_is_hers_may_be_a_things(text: str, expected: Said) -> None:
    """Where nouns have genders, "её покраска" does not make a woman of whoever speaks of a boat."""
    assert said_by(text) == expected
