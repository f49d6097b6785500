"""Whose words are quoted where no name stands at the verb, and words that are nobody's, with invented people."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import speakers

EN = (
    "Ministers meet\n\n12 March 2024\n\nForeign Minister Orin Halle of New Zealand met Foreign Minister Keto Vunai of "
    "Fiji in Suva.\n\n{}\n"
)
RU = (
    "Министр принял посла\n\n12 марта 2024\n\nМинистр обороны Киргизии Азамат Турдубеков принял посла Ирландии Шона "
    "Келлихера.\n\n{}\n"
)
UK = (
    "Міністр зустрівся з колегою\n\n12 березня 2024\n\nМіністр культури України Остап Вербицький зустрівся з міністром "
    "культури Литви Йонасом Петраускасом.\n\n{}\n"
)
FR = (
    "La ministre reçoit son homologue\n\n12 mars 2024\n\nLa ministre islandaise des Affaires étrangères, Edda "
    "Tarvin, a "
    "reçu mardi à Reykjavik son homologue péruvien, Luis Camargo.\n\n{}\n"
)
DE = (
    "Außenministerin empfängt Amtskollegen\n\n12. März 2024\n\nDie isländische Außenministerin Edda Tarvin hat am "
    "Dienstag in Reykjavik ihren peruanischen Amtskollegen Luis Camargo empfangen.\n\n{}\n"
)
ZH = "外交部长会见秘鲁外长\n\n2024年3月12日\n\n冰岛外交部长塔尔文12日在雷克雅未克会见秘鲁外交部长卡马戈。\n\n{}\n"


@pytest.mark.parametrize(
    ("page", "story", "names"),
    [
        (EN, "Vunai called it overdue. “We have waited nine years.” Halle agreed. “It was worth it.”",
         ["Keto Vunai", "Orin Halle"]),
        (EN, "“The ocean joins us,” Halle said.\n\nVunai thanked him for the welcome.\n\n“You have been kind.”",
         ["Orin Halle", "Keto Vunai"]),
        (RU, "Келлихер назвал визит «важным шагом». Турдубеков с ним согласился. «Шаг действительно важный».",
         ["Шон Келлихер", "Азамат Турдубеков"]),
    ],
)  # fmt: skip
def test_whoever_acts_between_two_quotations_speaks_next(page, story, names):
    assert speakers(page.format(story)) == names


@pytest.mark.parametrize(
    ("page", "story", "name"),
    [
        (FR, "La ministre a salué l’accord. M. Camargo a parlé de la pêche. Selon lui, « le traité est à portée de "
         "main ».",
         "Luis Camargo"),
        (RU, "Турдубеков показал карту. По его словам, «дорога откроется в мае».", "Азамат Турдубеков"),
        (UK, "Вербицький показав мапу. За його словами, «дорога відкриється в травні».", "Остап Вербицький"),
    ],
)  # fmt: skip
def test_a_pronoun_that_says_whose_words_they_are(page, story, name):
    assert speakers(page.format(story)) == [name]


@pytest.mark.parametrize(
    ("page", "story", "name"),
    [
        (RU, "«Мы довольны», — сказал ирландец.", "Шон Келлихер"),
        (RU, "«Переговоры были долгими», — сказал Келлихер.\n\n«Ждём гостей осенью», — добавил хозяин встречи.",
         "Азамат Турдубеков"),
        (DE, "Der Peruaner lobte die „sehr offene Atmosphäre“.", "Luis Camargo"),
        (DE, "„Die Gespräche waren lang“, sagte der peruanische Minister.", "Luis Camargo"),
    ],
)  # fmt: skip
def test_epithets(page, story, name):
    assert speakers(page.format(story))[-1] == name


@pytest.mark.parametrize(
    ("page", "story"),
    [
        (EN, "“Progress was made,” a mediator said on condition of anonymity."),
        (EN, "The joint statement says: “The ferry will sail in May.”"),
        (UK, "Посадовець, який побажав залишитися неназваним, сказав: «Ще нічого не підписано»."),
        (ZH, "一名不愿透露姓名的外交官说：“还没有签署任何文件。”"),
        (ZH, "联合声明说：“双方欢迎这一协议。”"),
    ],
)
def test_nobody_who_is_named(page, story):
    assert speakers(page.format(story)) == [None]


@pytest.mark.parametrize(
    ("page", "story"),
    [
        (EN, "Outside, people held placards reading “No more ferries to nowhere”."),
        (EN, "“The road is open to all”, read a banner on the quay."),
        (RU, "На плакате у входа стояло: «Дружба навеки с морем»."),
        (FR, "Des manifestants brandissaient des pancartes « Plus jamais de bac vers nulle part »."),
    ],
)
def test_words_on_a_banner_are_no_quotes(page, story):
    assert speakers(page.format(story)) == []


def test_a_sentence_with_a_colon_behind_the_name_is_no_turn():
    page = (
        "Министр әріптесімен кездесті\n\n12 наурыз 2024\n\nҚазақстан Сыртқы істер министрі Айдар Сейтқазин "
        "Астанада Перу "
        "Сыртқы істер министрі Луис Камаргомен кездесті.\n\nАйдар Сейтқазин: «Келіссөздер пайдалы болды», – деп атап "
        "өтті.\n"
    )
    (quote,) = extract(page).quotes
    assert (quote.text, quote.speaker.value) == ("Келіссөздер пайдалы болды", "Айдар Сейтқазин")


@pytest.mark.parametrize(
    ("page", "story", "names"),
    [
        (EN, "Vunai, who was received by Minister Halle, said the talks were “long and useful”.", ["Keto Vunai"]),
        (EN, "The tariffs announced by Minister Halle on Monday are a “very bad idea” for salt, Vunai said Tuesday.",
         ["Keto Vunai"]),
        (EN, "Halle praised the deal. According to critics of the ferry, the draft “turned out worse than expected”.",
         [None]),
        (UK, "Вербицький похвалив угоду. За словами прибічників порома, чернетка «виявилася гіршою, ніж очікувалося».",
         [None]),
        (FR, "D’après l’entourage du ministre, « tout est prêt ».", [None]),
        (FR, "« La mer est patiente », a dit Mme Tarvin. « Nous aussi. »", ["Edda Tarvin", "Edda Tarvin"]),
        (DE, "„Das Meer ist geduldig“, sagte Tarvin. „Ein erster Schritt“, freute sich Camargo.",
         ["Edda Tarvin", "Luis Camargo"]),
        (RU, "Келлихер поблагодарил министра.\n\nВ телеграмме Турдубекова говорится:\n\n«Мы скорбим вместе с вами».",
         ["Азамат Турдубеков"]),
        (ZH, "塔尔文称会谈“漫长而有益”。她还说，“不必着急”。", ["塔尔文", "塔尔文"]),
    ],
)  # fmt: skip
def test_further_sentences(page, story, names):
    assert speakers(page.format(story)) == names


def test_words_of_the_headline_that_the_lead_tells_without_marks():
    page = (
        '"Эстония будет печь пироги, пока не кончится мука"\n\n3 мая 2017 09:10\n\nЭстония будет '
        "печь пироги, пока не кончится мука. Об этом написала в социальных сетях министр Дана Тоомар после "
        "встречи с министром Игорем Колосенко в Риге.\n"
    )
    assert speakers(page) == ["Дана Тоомар"]


def test_words_behind_that_in_arabic():
    page = (
        "الوزيرة تزور بيرو\n\n12 مارس 2024\n\n"
        "استقبل رئيس بيرو لويس كامارغو في ليما وزيرة الخارجية الأيسلندية إيدا تارفن."
        '\n\nوقالت تارفن إن "البحر صبور"، وأضاف كامارغو أنه "لا داعي للعجلة".\n'
    )
    assert speakers(page) == ["إيدا تارفن", "لويس كامارغو"]


@pytest.mark.parametrize(
    ("headline", "words", "below", "speaker"),
    [
        (
            "Торвальдсен зовёт соседей на чай",
            "«Дорога через перевал откроется осенью, и мы к этому готовы».",
            "Об этом в среду заявил журналистам министр транспорта Чехии Петр Хофман.",
            "Петр Хофман",
        ),
        (
            "Yol payızda açılacaq",
            '"Yol payızda açılacaq və biz buna hazırıq".',
            '"Xəbər" yazır ki, bunu Çexiyanın nəqliyyat naziri Petr Hofman deyib.',
            "Petr Hofman",
        ),
        (
            "Жол күзде ашылады",
            "«Жол күзде ашылады, біз бұған дайынбыз».",
            "Бұл туралы Чехия көлік министрі Петр Хофман айтты.",
            "Петр Хофман",
        ),
        (
            "Yol sonbaharda açılacak",
            '"Yol sonbaharda açılacak ve biz buna hazırız."',
            "Bunu Çekya Ulaştırma Bakanı Petr Hofman söyledi.",
            "Petr Hofman",
        ),
    ],
)
def test_words_that_open_a_story_are_whose_the_sentence_below_says(headline, words, below, speaker):
    record = extract(f"{headline}\n\n05.05.2021\n\n{words}\n\n{below}\n")
    assert [q.speaker.value for q in record.quotes] == [speaker]


def test_whoever_tells_of_words_below_does_not_take_them_from_their_speaker():
    text = (
        "Дорогу откроют осенью\n\n05.05.2021\n\nМинистр транспорта Чехии Петр Хофман выступил в Праге.\n\n"
        "«Дорога через перевал откроется осенью, и мы к этому готовы».\n\n"
        "Об этом сообщил пресс-секретарь министерства Иван Белорецкий.\n"
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["Петр Хофман"]
