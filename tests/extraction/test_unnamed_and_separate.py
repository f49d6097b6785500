"""Who speaks where nobody is named, guests met one by one, encounters told beside others, in the languages of Asia.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract


def met(text):
    """Date, format and state of every meeting, with names and states of who was there."""
    return [
        (m.date.value, m.format.value, m.place_country.value, [(p.name.value, p.country.value) for p in m.participants])
        for m in extract(text).meetings
    ]


def spoken(text):
    return [(q.text, q.speaker.value) for q in extract(text).quotes]


def pointed(text):
    return [(r.date.value, sorted(r.parties)) for r in extract(text).references]


KK = """Садықов Бішкекке барды

12 наурыз 2024

Сыртқы істер министрі Марат Садықов Қырғызстан сыртқы істер министрі Азиз Токтоевпен кездесті.

"""
UZ = """Вазир Содиқов Бишкекка борди

12 март 2024 йил

Ташқи ишлар вазири Марат Содиқов Қирғизистон ташқи ишлар вазири Азиз Тўқтоев билан учрашди.

"""
AZ = """Nazir Sadıqov Bişkekə gedib

12 mart 2024

Xarici işlər naziri Murad Sadıqov Qırğızıstanın xarici işlər naziri Aziz Toktoyevlə görüşüb.

"""
AR = """الوزير طارق المنصوري يزور تونس

12 مارس 2024

التقى وزير الخارجية طارق المنصوري في تونس نظيره التونسي سامي بن رجب.

"""
TR = """Sadıkoğlu Bişkek'te

12 Mart 2024

Dışişleri Bakanı Murat Sadıkoğlu, Kırgız mevkidaşı Aziz Toktoyev ile görüştü.

"""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (KK + "«Су мәселесі әлі шешілген жоқ», – деді аты-жөнін атамауды сұраған дипломат.", None),
        (KK + "Тараптар «бұл маңызды қадам болды» деп атап өтті.", None),
        (UZ + "“Сув масаласи ҳали ҳал бўлмади”, — деди исмини айтмаган бир дипломат.", None),
        (AZ + "“Su məsələsi hələ həll olunmayıb”, - deyə bir diplomat bildirib.", None),
        (AZ + "Qırğızıstan Xarici İşlər Nazirliyinin məlumatında deyilir: “Biz bunu imzalayacağıq”.",
         "Qırğızıstan Xarici İşlər Nazirliyi"),
        (AR + 'وقال مصدر دبلوماسي: "لم تحل مسألة المياه بعد وسنواصل العمل".', None),
        (TR + "Kırgızistan Dışişleri Bakanlığı, görüşmeyi “iki ülke için dönüm noktası” olarak nitelendirdi.",
         "Kırgızistan Dışişleri Bakanlığı"),
        (UZ + "“Биз келишувни имзолаймиз”, дейилади Қирғизистон ташқи ишлар вазирлиги хабарида.",
         "Қирғизистон ташқи ишлар вазирлиги"),
    ],
)  # fmt: skip
def test_words_of_somebody_unnamed_and_of_bodies(text, speaker):
    assert [who for _words, who in spoken(text)] == [speaker]


def test_a_sentence_with_a_subject_of_its_own_tells_who_goes_on():
    text = TR + (
        "Sadıkoğlu, “Kapımız herkese açık olacak” dedi. Toktoyev ise bu sıcak karşılamanın ardından, "
        "“Yolumuz uzun. Sabrımız bol” ifadelerini kullandı."
    )
    first, second = ("Kapımız herkese açık olacak", "Murat Sadıkoğlu"), ("Yolumuz uzun. Sabrımız bol", "Aziz Toktoyev")
    assert spoken(text) == [first, second]


def test_marks_with_spaces_on_both_sides_and_a_headline_with_the_name_of_the_site():
    line = "Sadıkoğlu ve Toktoyev görüştü"
    text = f'{line} - Gündem\n{line}\n\n12.03.2024\n\nBakan Murat Sadıkoğlu, " Kapımız herkese açık." dedi.\n'
    assert extract(text).title.value == line
    assert spoken(text) == [("Kapımız herkese açık.", "Murat Sadıkoğlu")]


SEPARATE = """副总理陈立群会见哈萨克斯坦总统

2024-04-20 来源：晨报

国务院副总理陈立群18日在阿斯塔纳分别会见哈萨克斯坦总统阿比尔哈耶夫、总理萨金别科夫，并和第一副总理铁木尔汗举行会谈。

陈立群说，推动两国关系，为今年周长明主席和阿比尔哈耶夫总统会晤作准备。
"""


def test_guests_of_one_state_met_one_by_one():
    host, day = ("陈立群", "CN"), "2024-04-18"
    guests = ["阿比尔哈耶夫", "萨金别科夫", "铁木尔汗"]
    assert met(SEPARATE) == [(day, "talks", "KZ", [host, (guest, "KZ")]) for guest in guests]
    assert ("2024", ["周长明", "阿比尔哈耶夫"]) in pointed(SEPARATE)


BRIEFING = """2022年10月27日外交部发言人林若兰主持例行记者会

2022-10-27 20:08

记者：能否介绍坦桑尼亚总统姆卡帕访华安排？

林若兰：欢迎姆卡帕总统来访。周长明总理、何立德委员长将分别会见姆卡帕总统。
"""


def test_a_spokesperson_briefs_at_home_and_announces_two_encounters():
    assert met(BRIEFING) == [("2022-10-27", "news_conference", "CN", [("林若兰", "CN")])]
    told = pointed(BRIEFING)
    assert (None, sorted(["周长明", "姆卡帕"])) in told
    assert (None, sorted(["何立德", "姆卡帕"])) in told


LINKS = """哈萨克斯坦外长同陈思远会谈
中新社努尔苏丹5月5日电 当地时间4日，中国驻哈萨克斯坦大使陈思远与哈萨克斯坦外长别克图罗夫举行会谈，就两国关系交换意见。
陈思远表示，两国关系面临机遇。上周我同阿比尔哈耶夫总统举行了会见，总统重申友好立场。
国际新闻精选：
- 2026年03月10日 13:16:55
- 2026年03月09日 10:52:48
"""


def test_dates_of_linked_stories_and_retold_words():
    assert extract(LINKS).published.value == "XXXX-05-05"
    assert met(LINKS) == [("XXXX-05-04", "talks", "KZ", [("陈思远", "CN"), ("别克图罗夫", "KZ")])]
    assert pointed(LINKS) == [(None, sorted(["陈思远", "阿比尔哈耶夫"]))]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        (TR + "Sadıkoğlu’nun kasım ayında Atina’ya gitmesi planlanıyor.", ("2024-11", ["GR", "Murat Sadıkoğlu"])),
        (TR + "Öte yandan Sadıkoğlu geçen hafta Moldova Büyükelçisi Ion Brânză ile Ankara'da görüşmüştü.",
         ("2024-03", ["Ion Brânză", "Murat Sadıkoğlu"])),
        (AZ + "Murad Sadıqov Maltanın baş naziri ilə görüşünü və apardıqları uzun müzakirələri məmnunluqla xatırlayıb.",
         (None, ["MT", "Murad Sadıqov"])),
        (KK + "Марат Садықов 2021 жылы Иордания президенті Самир Халабидің Қазақстандағы сапары кезінде бұл "
         "талқыланғанын айтты.", ("2021", ["KZ", "Самир Халаби"])),
    ],
)  # fmt: skip
def test_encounters_told_beside_the_reported_one(text, reference):
    assert reference in pointed(text)


def test_letters_of_credence_are_a_ceremony_though_two_met():
    text = (
        "Елші президентпен кездесті\n\n20.12.2025\n\nҚазақстанның АҚШ-тағы елшісі Мағжан Сәрсенов АҚШ президенті "
        "Дональд Харрисонмен кездесіп, оған сенім грамотасын табыстады. Рәсім 16 желтоқсанда Вашингтонда өтті.\n"
    )
    assert [(m[0], m[1]) for m in met(text)] == [("2025-12-16", "ceremony")]


ENVOY = """طارق بن مروان يستقبل المبعوث الأممي

دبي- «الرياض»

استقبل وزير خارجية الإمارات الشيخ طارق بن مروان آل رشدان المبعوث الأممي إلى اليمن سمير ولد الشيخ أنور.
وأكد الشيخ طارق بن مروان آل رشدان، استمرار الدعم الذي بدأه الراحل الشيخ مروان بن صالح آل رشدان، الذي كان سباقا.
"""


def test_arabic_names_with_kin_titles_and_a_newspaper_called_like_a_town():
    found = extract(ENVOY)
    assert met(ENVOY) == [
        (None, "talks", "AE", [("طارق بن مروان آل رشدان", "AE"), ("سمير ولد الشيخ أنور", None)])
    ]  # fmt: skip
    assert found.meetings[0].participants[1].organization.value == "الأمم المتحدة"
    assert found.meetings[0].place.value is None


def test_sentences_of_a_page_that_lost_its_line_breaks_in_latin_letters():
    text = AZ + "Nazir bunu Toktoyevə deyib.Sadıqov əlavə edib: “Yol uzundur, amma gedirik”."
    assert spoken(text) == [("Yol uzundur, amma gedirik", "Murad Sadıqov")]
