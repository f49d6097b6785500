"""Long stories in which many speak: headings between paragraphs, questions, names of things; all people and words are
invented."""

import pytest

from meetings.extraction import extract
from tests.extraction.told import said, seats

TR = (
    "Kuzey Limanı anlaşması\n\n12 Mart 2024\n\nDışişleri Bakanı Orhan Tellioğlu, Macar mevkidaşı Ferenc Barkay ile "
    "Ankara'da görüştü.\n\n{}\n"
)
RU = (
    "Министр принял посла\n\n12 марта 2024\n\nМинистр обороны Киргизии Азамат Турдубеков принял посла Ирландии Шона "
    "Келлихера.\n\n{}\n"
)
UK = (
    "Міністр зустрівся з колегою\n\n12 березня 2024\n\nМіністр культури України Остап Вербицький зустрівся з міністром "
    "культури Литви Йонасом Петраускасом.\n\n{}\n"
)


def test_a_heading_in_capitals_with_a_name_is_no_label():
    story = (
        "BARKAY: KÖPRÜNÜN AYAKLARI ÇOK SAĞLAM\n\nBarkay nehri anlattı. Barkay, “Sular yine çekilir” dedi."
        "\n\nTellioğlu, “Köprüyü birlikte boyarız” dedi."
    )
    assert said(TR.format(story)) == [
        ("Sular yine çekilir", "Ferenc Barkay"),
        ("Köprüyü birlikte boyarız", "Orhan Tellioğlu"),
    ]


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ('Tellioğlu yolu anlatarak " Tekneler artık beklemeyecek. Bunu isteriz"dedi.',
         "Tekneler artık beklemeyecek. Bunu isteriz"),
        ('Balıkçılar için " elimizden geleni yaparız" yanıtını veren Tellioğlu gülümsedi.', "elimizden geleni yaparız"),
    ],
)  # fmt: skip
def test_an_opening_mark_that_stands_free_is_closed_by_one_that_leans_on_a_word(story, words):
    assert said(TR.format(story)) == [(words, "Orhan Tellioğlu")]


@pytest.mark.parametrize(
    ("page", "story", "told"),
    [
        (TR, "Barkay, “Köprü ne zaman açılacak?” yönündeki bir soruya da “Yaza kadar sabredin” dedi.",
         [("Yaza kadar sabredin", "Ferenc Barkay")]),
        (TR, "“Gemiler nereye gidecek?” sorusu üzerine Tellioğlu, “Eski limana dönecekler” dedi.",
         [("Eski limana dönecekler", "Orhan Tellioğlu")]),
        (RU, "На вопрос «Когда же откроют переправу?» Турдубеков сказал: «Когда сойдёт лёд на реке».",
         [("Когда сойдёт лёд на реке", "Азамат Турдубеков")]),
        (UK, "На запитання «Коли ж відкриють переправу?» Вербицький сказав: «Коли зійде крига на річці».",
         [("Коли зійде крига на річці", "Остап Вербицький")]),
    ],
)  # fmt: skip
def test_a_question_that_somebody_answers_is_nobodys_quote(page, story, told):
    assert said(page.format(story)) == told


@pytest.mark.parametrize(
    ("page", "story", "told"),
    [
        (RU, "Участники «озёрного формата» пили чай. Турдубеков отметил, что «озёрный формат» сохранят. Келлихер "
             "назвал встречу «добрым знаком».",
         [("добрым знаком", "Шон Келлихер")]),
        (UK, "Учасники «річкового кола» домовилися про книги. Петраускас сказав, що «річкове коло» росте. Вербицький "
             "назвав розмову «дуже щирою».",
         [("дуже щирою", "Остап Вербицький")]),
    ],
)  # fmt: skip
def test_words_in_marks_that_the_text_declines_are_a_name(page, story, told):
    assert said(page.format(story)) == told


@pytest.mark.parametrize(
    ("page", "story"),
    [
        (RU, "Ранее парламент одобрил закон «О порядке пользования горными пастбищами весной и летом»."),
        (UK, "Раніше парламент схвалив закон України «Про порядок користування гірськими пасовищами навесні»."),
    ],
)  # fmt: skip
def test_the_title_of_a_law_is_no_quote(page, story):
    assert said(page.format(story)) == []


@pytest.mark.parametrize(
    ("page", "story", "name"),
    [
        ("Министр принял посла\n\n12 марта 2024\n\nМинистр обороны Киргизии Бакыт Шоненко принял посла Ирландии Шона "
         "Келли.\n\n{}\n",
         "Не хватает печати Шоненко, и она может появиться в мае. Келли верит в дорогу. Шоненко сообщил, что дорога "
         "почти готова. Он добавил, что «тракторы не замёрзнут».",
         "Бакыт Шоненко"),
        ("Міністр прийняв посла\n\n12 березня 2024\n\nМіністр оборони Киргизстану Бакит Шоненко прийняв посла Ірландії "
         "Шона Келлі.\n\n{}\n",
         "Бракує печатки Шоненка, і вона може з’явитися в травні. Келлі вірить у дорогу. Шоненко повідомив, що дорога "
         "майже готова. Він додав, що «трактори не замерзнуть».",
         "Бакит Шоненко"),
    ],
)  # fmt: skip
def test_a_pronoun_that_may_mean_a_thing_tells_of_nobody(page, story, name):
    assert [speaker for _text, speaker in said(page.format(story))] == [name]


@pytest.mark.parametrize(
    ("page", "story", "people"),
    [
        (RU, "Посла приняли тепло, считает политолог Нурлан Ибрашев. «Это начало долгой дружбы», – сказал Ибрашев.",
         ["Азамат Турдубеков", "Шон Келлихер"]),
        (RU, "Депутат Талант Орозалиев считает, что дорога нужна. В интервью «Чуйской правде» он сказал: «Начнём».",
         ["Азамат Турдубеков", "Шон Келлихер"]),
        (RU, "Депутат Талант Орозалиев заявил гостю, что дорога нужна. «Начнём весной», – сказал Орозалиев.",
         ["Азамат Турдубеков", "Шон Келлихер", "Талант Орозалиев"]),
        (UK, "Міністри поспішають, вважає політолог Гнат Сорока. «Це початок довгої дружби», – сказав Сорока.",
         ["Остап Вербицький", "Йонас Петраускас"]),
        (TR, "Siyaset bilimci Cevdet Akpınar, “Bu uzun bir dostluğun başlangıcı” dedi.",
         ["Orhan Tellioğlu", "Ferenc Barkay"]),
    ],
)  # fmt: skip
def test_who_comments_or_speaks_to_a_paper_was_not_there(page, story, people):
    (meeting,) = extract(page.format(story)).meetings
    assert [p.name.value for p in meeting.participants] == people


@pytest.mark.parametrize(
    ("page", "story", "names"),
    [
        (RU, "«Мы рады вашим горам и пастбищам», — говорится в послании президента Ирландии Ройана Донована.",
         ["Ройан Донован"]),
        (RU, "«Письмо дойдёт до всех школ страны», — сообщили в администрации Турдубекова.", [None]),
        (RU, "«Урожай будет хорошим», – заверил ирландских коллег Турдубеков.", ["Азамат Турдубеков"]),
        (RU, "Келлихер пел. Один из участников беседы крикнул: «Слава пастухам! Слава горам!»", [None]),
        (RU, "Спикер парламента Ирландии Мейв Коннери прислала книгу. Её листал Турдубеков. «Читайте её "
             "вслух», – сообщила председатель ирландского парламента.",
         ["Мейв Коннери"]),
        (UK, "«Ми раді вашим книгам», — сказано у посланні президента Литви Гедре Шилувене.", ["Гедре Шилувене"]),
    ],
)  # fmt: skip
def test_whose_words_stand_behind_a_verb_without_a_subject_of_its_own(page, story, names):
    assert [speaker for _text, speaker in said(page.format(story))] == names


@pytest.mark.parametrize(
    ("page", "story", "names"),
    [
        (RU, "Талант Орозалиев пел. Консультант Таланта Орозалиева ушёл. Заявление Орозалиева ждали.",
         ["Талант Орозалиев"]),
        (RU, "Посла проводил директор департамента ММРКа Талант Орозалиев.", ["Талант Орозалиев"]),
        (UK, "Приїхали музики з Гнатівщини. Гурт Товариства Гнатівщини співав.", []),
        (TR, "Gana Tarım Bakanı Farah Şeyh Abşir aradı. Abşir, “Yağmur geldi” dedi.", ["Farah Şeyh Abşir"]),
    ],
)  # fmt: skip
def test_words_before_and_inside_names(page, story, names):
    known = {"Азамат Турдубеков", "Шон Келлихер", "Остап Вербицький", "Йонас Петраускас"}
    known |= {"Orhan Tellioğlu", "Ferenc Barkay"}
    assert [p.name.value for p in extract(page.format(story)).people if p.name.value not in known] == names


def test_a_given_name_that_two_share_is_the_king_s_who_has_no_other():
    story = (
        "Konuğundan memnun olan Cumhurbaşkanı Evliyazade, “Hoş geldiniz sayın dostum” dedi. Denizi öven Tarık, “Su "
        "çok berrak” dedi. Gemileri gören Kral Tarık, “Burada evimdeyim” dedi."
    )
    page = (
        "Kral geldi\n\n12 Mart 2024\n\nFas Kralı Tarık'ı Ankara ağırladı. Cumhurbaşkanı Tarık Evliyazade ve Fas Kralı "
        f"Tarık İbn El Mansur, Ankara'da görüştü. {story}\n"
    )
    assert said(page) == [
        ("Hoş geldiniz sayın dostum", "Tarık Evliyazade"),
        ("Su çok berrak", "Tarık İbn El Mansur"),
        ("Burada evimdeyim", "Tarık İbn El Mansur"),
    ]


@pytest.mark.parametrize(
    ("page", "story", "told"),
    [
        (RU, "«Дорога нужна всем, – заявил «Чуйской газете» пастух Талант Орозалиев. – Мы ждём её десять лет».",
         [("Дорога нужна всем,", "Талант Орозалиев"), ("Мы ждём её десять лет", "Талант Орозалиев")]),
        (RU, "Ведущий научный сотрудник Института полей Талант Орозалиев рад. Келлихер подарил карту. «Это хорошее "
             "начало», – полагает эксперт.",
         [("Это хорошее начало", "Талант Орозалиев")]),
        (RU, "Комментируя беседу Азамата Турдубекова с его ирландским коллегой, профессор Талант Орозалиев сказал, что "
             "она удалась. «Гостям понравились горы».",
         [("Гостям понравились горы", "Талант Орозалиев")]),
        (RU, "Глава Минобороны отметил «внимание гостя к пастбищам». Ждут и главу Минобороны Ирландии Мейва Коннери.",
         [("внимание гостя к пастбищам", "Азамат Турдубеков")]),
        (TR, "Okullar adına konuşan sözcü Esma Bakır, “Çok mutlu olduk” dedi.", [("Çok mutlu olduk", "Esma Bakır")]),
        (TR, "Barkay, “Onlar sözünü tutmalı” diye tepki gösterdi.", [("Onlar sözünü tutmalı", "Ferenc Barkay")]),
    ],
)  # fmt: skip
def test_who_speaks_among_many(page, story, told):
    assert said(page.format(story)) == told


def test_a_town_behind_its_noun_is_nobody():
    page = RU.format("Посла ждут в городе Белогорово. Дорога идёт к западу от Белогорова.")
    assert [p.name.value for p in extract(page).people] == ["Азамат Турдубеков", "Шон Келлихер"]


@pytest.mark.parametrize(
    ("page", "title", "words"),
    [
        ("Başbakan Tellioğlu'ndan Barkay'a: Köprümüz artık eskidi!\nBaşbakan Orhan Tellioğlu ve Macaristan Başbakanı "
         "Ferenc Barkay, Ankara'da görüştü. Tellioğlu, “Onu birlikte değiştirelim” dedi.\n",
         "Başbakan Tellioğlu'ndan Barkay'a: Köprümüz artık eskidi!",
         [("Onu birlikte değiştirelim", "Orhan Tellioğlu")]),
        ("Премьер Орхан Теллов: Мост наш устарел!\nПремьер-министр Турции Орхан Теллов и премьер-министр Венгрии "
         "Ференц Баркай провели в Анкаре переговоры. «Поменяем его вместе», – сказал Теллов.\n",
         "Премьер Орхан Теллов: Мост наш устарел!",
         [("Поменяем его вместе", "Орхан Теллов")]),
    ],
)  # fmt: skip
def test_a_headline_that_cries_out_is_no_turn(page, title, words):
    assert (extract(page).title.value, said(page)) == (title, words)


def test_a_last_sentence_with_a_date_is_no_signature():
    page = TR.replace("12 Mart 2024\n\n", "").format("Köprü 1 Ocak 2013'te Tuna üzerinde yeniden açılmıştı.")
    assert extract(page).published.value is None


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("“TEKNELERİMİZ ARTIK ÇOK ESKİ”\n\nBalıkçıları konuk ettiğini hatırlatan Tellioğlu, bunu vurguladı.",
         [("TEKNELERİMİZ ARTIK ÇOK ESKİ", "Orhan Tellioğlu")]),
        ('Barkay gülümseyerek,"Nehir bizi bekliyor" dedi.', [("Nehir bizi bekliyor", "Ferenc Barkay")]),
    ],
)  # fmt: skip
def test_a_verb_for_being_host_and_a_space_left_out(story, told):
    assert said(TR.format(story)) == told


def test_a_summary_that_is_the_first_paragraph_tells_of_no_further_meeting():
    lead = (
        "Macaristan Dışişleri Bakanı Ferenc Barkay, Fas lideri Tarık Mansuri'nin liman kurmayacağını söyledi. Rabat'ta "
        "meslektaşı Nabil Zeyati'yle görüşmesinin ardından düzenlenen ortak basın toplantısında konuşan Barkay, "
        "“Limanı biz kurarız” dedi.\n"
    )
    page = f"Liman için karar verildi\n{lead}\n{lead}\nGemiler nisan ayında gelecek.\n"
    names = [[p.name.value for p in m.participants] for m in extract(page).meetings]
    assert names == [["Nabil Zeyati", "Ferenc Barkay"]]


def test_whom_somebody_tells_the_press_of_was_not_there_where_verbs_stand_last():
    page = (
        "Dönüş yolu\n\n12 Mart 2024\n\nAnkara'da basın toplantısında konuşan Dışişleri Bakanı Orhan Tellioğlu, Fas "
        "Kralı Tarık Mansuri'nin yolda olduğunu söyledi.\n"
    )
    assert seats(page) == [[("Orhan Tellioğlu", "TR")]]


def test_a_prime_minister_of_no_state_met_abroad_is_the_publisher_s():
    page = (
        "Başbakanlar görüştü\n\n12 Mart 2024\n\nMacaristan Başbakanı Ferenc Barkay, Doha'da Başbakan Orhan Tellioğlu "
        "ile bir araya geldi.\n"
    )
    assert seats(page) == [[("Ferenc Barkay", "HU"), ("Orhan Tellioğlu", "TR")]]


def test_a_statement_from_afar_shows_nobody_to_be_there():
    story = (
        "Премьер-министр Киргизии Талант Орозалиев остался дома. Турдубеков напомнил про заявление Орозалиева о том, "
        "что «горы должны молчать»."
    )
    assert seats(RU.format(story)) == [[("Азамат Турдубеков", "KG"), ("Шон Келлихер", "IE")]]


def test_the_minister_is_the_head_of_the_foreign_ministry():
    page = (
        "Глава МИД Киргизии принял посла\n\n12 марта 2024\n\nГлава МИД Киргизии Азамат Шоненко принял посла Ирландии "
        "Шона Келли. Министр похвалил письмо канадского лидера Мориса Ганьона. По его мнению, это «шаг к дружбе гор».\n"
    )
    assert said(page) == [("шаг к дружбе гор", "Азамат Шоненко")]


def test_a_paragraph_with_the_credit_of_a_picture_in_it_is_told():
    words = "Мы рады каждому гостю наших гор и каждому письму от друзей из-за моря, мы ждём новых писем"
    story = f"«{words}», — сказал Турдубеков. © Чуйская газета. Посол с ним согласился."
    assert said(RU.format(story)) == [(words, "Азамат Турдубеков")]


def test_a_heading_with_a_name_and_no_stop_is_no_turn():
    story = (
        "Ferenc Barkay: Köprünün ayakları çok sağlam\n\nBarkay nehri uzun uzun anlattı ve geçen yılki selden söz etti. "
        "Barkay, “Sular yine çekilir” dedi."
    )
    assert said(TR.format(story)) == [("Sular yine çekilir", "Ferenc Barkay")]


def test_a_station_s_letters_are_no_part_of_a_name():
    page = TR.format("Ankara'ya gelen Nevzat Taşçıoğlu Cnn ekranında konuştu. Taşçıoğlu, “Köprü yetmez” dedi.")
    assert [p.name.value for p in extract(page).people][2:] == ["Nevzat Taşçıoğlu"]
