"""Who speaks where nobody is named, guests met one by one, encounters told beside others, in the languages of Asia.

All people and words are invented.
"""

import pytest

from meetings.extraction import extract
from tests.extraction.told import pointed, said


def met(text):
    """Date, format and state of every meeting, with names and states of who was there."""
    return [
        (m.date.value, m.format.value, m.place_country.value, [(p.name.value, p.country.value) for p in m.participants])
        for m in extract(text).meetings
    ]


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
    assert [who for _words, who in said(text)] == [speaker]


def test_a_sentence_with_a_subject_of_its_own_tells_who_goes_on():
    text = TR + (
        "Sadıkoğlu, “Kapımız herkese açık olacak” dedi. Toktoyev ise bu sıcak karşılamanın ardından, "
        "“Yolumuz uzun. Sabrımız bol” ifadelerini kullandı."
    )
    first, second = ("Kapımız herkese açık olacak", "Murat Sadıkoğlu"), ("Yolumuz uzun. Sabrımız bol", "Aziz Toktoyev")
    assert said(text) == [first, second]


def test_marks_with_spaces_on_both_sides_and_a_headline_with_the_name_of_the_site():
    line = "Sadıkoğlu ve Toktoyev görüştü"
    text = f'{line} - Gündem\n{line}\n\n12.03.2024\n\nBakan Murat Sadıkoğlu, " Kapımız herkese açık." dedi.\n'
    assert extract(text).title.value == line
    assert said(text) == [("Kapımız herkese açık.", "Murat Sadıkoğlu")]


SEPARATE = """副总理陈立群访问秘鲁

2019-09-12 来源：晨报

副总理陈立群11日在利马分别会见秘鲁总统阿比尔蒂加、总理萨尔米恩托，并和副总统铁木尔托举行会谈。

陈立群说，渔港年底完工，今年周长明主席和阿比尔蒂加总统会晤时将为其剪彩。
"""


def test_guests_of_one_state_met_one_by_one():
    host, day = ("陈立群", "CN"), "2019-09-11"
    guests = ["阿比尔蒂加", "萨尔米恩托", "铁木尔托"]
    assert met(SEPARATE) == [(day, "talks", "PE", [host, (guest, "PE")]) for guest in guests]
    assert ("2019", ["周长明", "阿比尔蒂加"]) in pointed(SEPARATE)


BRIEFING = """2019年3月6日外交部发言人林若兰举行记者会

2019-03-06 17:30

记者：加纳总统博阿泰恩何时到访？

林若兰：欢迎博阿泰恩总统来访。周长明总理、何立德议长将分别会见博阿泰恩总统。
"""


def test_a_spokesperson_briefs_at_home_and_announces_two_encounters():
    assert met(BRIEFING) == [("2019-03-06", "news_conference", "CN", [("林若兰", "CN")])]
    told = pointed(BRIEFING)
    assert (None, sorted(["周长明", "博阿泰恩"])) in told
    assert (None, sorted(["何立德", "博阿泰恩"])) in told


LINKS = """秘鲁外长同陈思远会谈
新华社利马8月7日电 6日，中国驻秘鲁大使陈思远与秘鲁外长别克图里奥举行会谈，讨论渔业问题。
陈思远表示，渔港进展顺利。上周我同阿比尔蒂加总统举行了会谈，总统赞成扩建码头。
更多消息：
- 2018年12月02日 08:15:20
- 2018年12月01日 21:40:05
"""


def test_dates_of_linked_stories_and_retold_words():
    assert extract(LINKS).published.value == "XXXX-08-07"
    assert met(LINKS) == [("XXXX-08-06", "talks", "PE", [("陈思远", "CN"), ("别克图里奥", "PE")])]
    assert pointed(LINKS) == [(None, sorted(["陈思远", "阿比尔蒂加"]))]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        (TR + "Sadıkoğlu’nun nisan ayında Lima’ya gitmesi bekleniyor.", ("2024-04", ["Murat Sadıkoğlu", "PE"])),
        (TR + "Öte yandan Sadıkoğlu geçen hafta Moldova Büyükelçisi Ion Brânză ile İzmir'de görüşmüştü.",
         ("2024-03", ["Ion Brânză", "Murat Sadıkoğlu"])),
        (AZ + "Murad Sadıqov Kiprin energetika naziri ilə görüşünü, süfrədəki uzun söhbəti də sevinclə xatırlayıb.",
         (None, ["CY", "Murad Sadıqov"])),
        (KK + "Марат Садықов 2021 жылы Иордания президенті Самир Халабидің Қазақстандағы сапары кезінде бұл "
         "талқыланғанын айтты.", ("2021", ["KZ", "Самир Халаби"])),
    ],
)  # fmt: skip
def test_encounters_told_beside_the_reported_one(text, reference):
    assert reference in pointed(text)


def test_letters_of_credence_are_a_ceremony_though_two_met():
    text = (
        "Елші Гаванада\n\n14.05.2019\n\nҚазақстанның Кубадағы елшісі Самат Бекенов Куба президенті Хуан Салинаспен "
        "кездесті де, сенім грамоталарын тапсырды. Рәсім 10 мамырда Гаванада болды.\n"
    )
    assert [(m[0], m[1]) for m in met(text)] == [("2019-05-10", "ceremony")]


ENVOY = """المبعوث الأممي في الكويت

صحار- «مسقط»

استقبل وزير خارجية الكويت السيد طارق بن مروان آل رشدان المبعوث الأممي إلى مالي سمير ولد السيد أنور.
وأكد السيد طارق بن مروان آل رشدان، أن الميناء بناه الراحل السيد مروان بن صالح آل رشدان، الذي أحب البحر.
"""


def test_arabic_names_with_kin_titles_and_a_newspaper_called_like_a_town():
    found = extract(ENVOY)
    assert met(ENVOY) == [
        (None, "talks", "KW", [("طارق بن مروان آل رشدان", "KW"), ("سمير ولد السيد أنور", None)])
    ]  # fmt: skip
    assert found.meetings[0].participants[1].organization.value == "الأمم المتحدة"
    assert found.meetings[0].place.value is None


def test_sentences_of_a_page_that_lost_its_line_breaks_in_latin_letters():
    text = AZ + "Nazir bunu Toktoyevə deyib.Sadıqov əlavə edib: “Yol uzundur, amma gedirik”."
    assert said(text) == [("Yol uzundur, amma gedirik", "Murad Sadıqov")]


def test_envoys_received_one_by_one_met_the_host_alone_though_the_lead_names_their_states_together():
    text = (
        "Envoys take their leave\n\n4 September 2024\n\nPresident Anna Bell has bid farewell to the outgoing "
        "ambassadors of Chile, Malta and Peru.\n\nReceiving the envoys separately at the Palace, President Bell "
        "thanked them.\n\nThe first to call was Chile’s outgoing ambassador, Juan Reed, who ended a four-year tour.\n\n"
        "Malta’s outgoing ambassador, Paul Holm, spoke of trade.\n\nPeru’s outgoing ambassador, Lucia Vega, said that "
        "she would miss the sea."
    )
    met = [[p.name.value for p in m.participants] for m in extract(text).meetings]
    assert met == [["Anna Bell", "Juan Reed"], ["Anna Bell", "Paul Holm"], ["Anna Bell", "Lucia Vega"]]
