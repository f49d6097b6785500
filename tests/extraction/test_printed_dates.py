"""The day of publication in the forms that pages print it, and days told seen from it."""

import pytest

from meetings.extraction import extract

PAGES = {
    "en": ("Torvik meets Quispe", "Norwegian Foreign Minister Mina Torvik met Chilean Foreign Minister Rosa Quispe "
    "{}in "
           "Oslo to discuss ferries and fish and the price of salt."),
    "uk": ("Міністр зустрівся з послом", "Міністр культури України Остап Вербицький {}прийняв у Києві посла Литви "
    "Йонаса "
           "Петраускаса та обговорив з ним виставку."),
    "ru": ("Министр принял посла", "Министр обороны Киргизии Азамат Турдубеков {}принял в Бишкеке посла Ирландии Шона "
           "Келлихера и обсудил с ним учения."),
    "es": ("La canciller recibe a su homólogo peruano", "La canciller islandesa Edda Tarvin recibió {}en Reikiavik al "
           "ministro peruano Luis Camargo para hablar de pesca y de comercio."),
    "fr": ("La ministre reçoit son homologue", "La ministre islandaise des Affaires étrangères, Edda Tarvin, a "
    "reçu {}à "
           "Reykjavik le ministre péruvien Luis Camargo pour parler de pêche."),
    "de": ("Außenministerin empfängt Amtskollegen", "Die isländische Außenministerin Edda Tarvin hat {}in "
    "Reykjavik den "
           "peruanischen Außenminister Luis Camargo empfangen, um über Fischerei zu sprechen."),
    "tr": ("Bakan mevkidaşıyla görüştü", "Dışişleri Bakanı Kemal Toprakçı, {}Ankara'da İzlanda Dışişleri Bakanı Edda "
           "Tarvin ile görüştü ve balıkçılığı ele aldı."),
    "uz": ("Vazir hamkasbi bilan uchrashdi", "O‘zbekiston tashqi ishlar vaziri Anvar Sobirjonov {}Toshkentda Peru "
    "tashqi "
           "ishlar vaziri Luis Kamargo bilan uchrashdi va baliqchilikni muhokama qildi."),
    "az": ("Nazir həmkarı ilə görüşüb", "İslandiyanın xarici işlər naziri Edda Tarvin {}Bakıda Perunun xarici işlər "
           "naziri Luis Kamarqo ilə görüşüb və balıqçılığı müzakirə edib."),
    "ar": ("وزير الخارجية يستقبل نظيره", "استقبل وزير الخارجية الأردني عمر السعيد {}في عمان وزير خارجية بيرو لويس "
           "كامارغو وبحث معه شؤون الصيد والتعاون بين البلدين."),
    "zh": ("外交部长会见秘鲁外长", "冰岛外交部长塔尔文{}在雷克雅未克会见秘鲁外交部长卡马戈，双方讨论了渔业问题。"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "12-Mar-2024"), ("en", "Mar. 12, 2024, 6:45 p.m."), ("uk", "12 бер. 2024"), ("uk", "12 Березня, 2024"),
        ("es", "12-mar-2024"), ("es", "12.mar.2024"), ("tr", "12 Mar 2024 Sal 18:45"), ("uz", "Mart 12, 2024"),
        ("ar", "الثلاثاء 12/مارس/2024 - 06:45 م"),
    ],
)  # fmt: skip
def test_the_day_of_publication(language, line):
    title, lead = PAGES[language]
    lead = lead.format("")
    for page in (f"{title}\n\n{line}\n\n{lead}\n", f"{line}\n\n{title}\n\n{lead}\n", f"{title}\n\n{lead}\n\n{line}\n"):
        record = extract(page)
        assert (record.published.value, record.title.value) == ("2024-03-12", title)


@pytest.mark.parametrize(
    ("language", "line"),
    [("fr", "Par Jeanne Perrin, le 12 mars 2024 à 18h45"), ("en", "Posted by Ivo Kalder on March 12, 2024")],
)
def test_a_line_with_the_writer_and_the_day_is_no_headline(language, line):
    title, lead = PAGES[language]
    record = extract(f"{line}\n\n{title}\n\n{lead.format('')}\n")
    assert (record.published.value, record.title.value) == ("2024-03-12", title)


def test_the_state_of_a_page_is_not_its_first_day():
    title, lead = PAGES["de"]
    record = extract(f"{title}\n\nStand: 13.03.2024, 09:10 Uhr\nErstellt: 12.03.2024, 18:45 Uhr\n\n{lead.format('')}\n")
    assert record.published.value == "2024-03-12"


@pytest.mark.parametrize(
    ("language", "told", "day"),
    [
        ("en", "the day before yesterday ", 11), ("en", "two days ago ", 11), ("en", "earlier on Tuesday ", 12),
        ("ru", "позавчера ", 11), ("ru", "два дня назад ", 11), ("ru", "в минувшую пятницу ", 8),
        ("uk", "у п’ятницю ", 8), ("fr", "avant-hier ", 11), ("es", "el pasado lunes ", 11), ("de", "vorgestern ", 11),
        ("de", "am vergangenen Freitag ", 8), ("tr", "iki gün önce ", 11), ("az", "mart ayının 11-də ", 11),
        ("az", "cari il martın 11-də ", 11), ("uz", "ikki kun oldin ", 11), ("ar", "قبل يومين "
         "", 11), ("zh", "本月11日", 11),
        ("zh", "本周一", 11),
    ],
)  # fmt: skip
def test_the_day_of_a_meeting(language, told, day):
    title, lead = PAGES[language]
    (meeting,) = extract(f"{title}\n\n2024-03-13\n\n{lead.format(told)}\n").meetings
    assert meeting.date.value == f"2024-03-{day:02}"
