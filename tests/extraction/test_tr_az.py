"""Turkish and Azerbaijani pages: several meetings in one text, offices, case endings, dash interviews."""

from __future__ import annotations

from meetings.extraction import extract
from meetings.extraction.cases import nominative
from meetings.extraction.lexicon import load
from meetings.extraction.record import Record


def _people(record: Record) -> list[list[str | None]]:
    return [[p.name.value for p in m.participants] for m in record.meetings]


def _offices(record: Record) -> dict[str | None, str | None]:
    return {p.name.value: p.office.value for m in record.meetings for p in m.participants}


TURKISH_TWO_VERBS = """No: 7, 14 Mayıs 2024, Dışişleri Bakanı Sayın Umut Taşkıran’ın Letonya’yı Ziyareti Hk.

Dışişleri Bakanı Sayın Umut Taşkıran 13 Mayıs 2024 tarihinde Letonya’ya bir ziyaret gerçekleştirmiştir.

Sayın Bakanımız ziyaret kapsamında Letonya Dışişleri Bakanı Janis Ozolkalns ile görüşmüş, ayrıca Letonya Cumhurbaşkanı \
Ilga Berzlapa tarafından kabul edilmiştir.
"""


def test_our_minister_met_one_and_was_received_by_another() -> None:
    record = extract(TURKISH_TWO_VERBS)
    assert record.title.value == TURKISH_TWO_VERBS.splitlines()[0]
    assert record.published.value == "2024-05-14"
    assert _people(record) == [["Umut Taşkıran", "Janis Ozolkalns"], ["Umut Taşkıran", "Ilga Berzlapa"]]


AZERBAIJANI_SERIES = """Nazir Orxan Tağıbəyli Lissabonda görüşlər keçirib

15.03.2022

14 mart 2022-ci il tarixində xarici işlər naziri Orxan Tağıbəyli Lissabonda bir sıra görüşlər keçirib.

Norveç Krallığının xarici işlər naziri Liv Haugdal ilə görüşdə gəmi qayırma müzakirə olunub.

Çili Respublikasının xarici işlər naziri Ramiro Ortelano ilə görüş zamanı saziş layihəsi təqdim edilib.

Görüşlərdə Azərbaycanın UNESCO yanında daimi nümayəndəsi Vaqif Şirəliyev iştirak edib.
"""


def test_meetings_of_a_host_who_is_named_once() -> None:
    record = extract(AZERBAIJANI_SERIES)
    host, envoy = "Orxan Tağıbəyli", "Vaqif Şirəliyev"
    assert _people(record) == [[host, "Liv Haugdal", envoy], [host, "Ramiro Ortelano", envoy]]
    assert {m.place.value for m in record.meetings} == {"Lissabon"}
    present = record.meetings[0].participants[-1]
    assert (present.office.value, present.country.value, present.organization.value) == (
        "Azərbaycanın UNESCO yanında daimi nümayəndəsi",
        "AZ",
        None,
    )


TURKISH_ENVOYS = """Başbakan Yardımcısı Tezcanlı, Gürcistan ve Letonya büyükelçilerini ayrı ayrı kabul etti

11.11.2016

Başbakan Yardımcısı Umut Tezcanlı, Gürcistan'ın Ankara Büyükelçisi Levan Tsikladze ile Letonya'nın Ankara Büyükelçisi \
Janis Ozolkalns'ı makamında ayrı ayrı kabul etti.

Büyükelçileri ağırlamaktan memnuniyet duyduğunu belirten Başbakan Yardımcısı Tezcanlı, \
"Barış hepimizin yararınadır." dedi.
"""


def test_envoys_received_one_by_one() -> None:
    record = extract(TURKISH_ENVOYS)
    assert _people(record) == [["Umut Tezcanlı", "Levan Tsikladze"], ["Umut Tezcanlı", "Janis Ozolkalns"]]
    assert record.meetings[0].participants[0].country.value == "TR"
    assert [q.speaker.value for q in record.quotes] == ["Umut Tezcanlı"]


TURKISH_SPEAKER = """Meclis Başkanı Öztabak, dostluk grubunu kabul etti

09.10.2019

TBMM Başkanı Umut Öztabak, Moldova Cumhuriyeti Ulusal Meclisi Halk Meclisi Başkanı Doina Lupan ile görüştü.

Görüşmede Türkiye-Moldova Parlamentolararası Dostluk Grubu Başkanı ve Sivas Milletvekili Barış Kunduracı ile Konya \
Sanayi Odası Başkanı Tarık Elmadağlı yer aldı.

- Letonya Büyükelçisi’nin veda ziyareti

Öztabak, aynı gün Letonya’nın Ankara Büyükelçisi Janis Ozolkalns’ı kabul etti.
"""


def test_offices_begin_at_the_state_or_the_town() -> None:
    record = extract(TURKISH_SPEAKER)
    assert _offices(record) == {
        "Umut Öztabak": "TBMM Başkanı",
        "Doina Lupan": "Moldova Cumhuriyeti Ulusal Meclisi Halk Meclisi Başkanı",
        "Barış Kunduracı": "Türkiye-Moldova Parlamentolararası Dostluk Grubu Başkanı ve Sivas Milletvekili",
        "Tarık Elmadağlı": "Konya Sanayi Odası Başkanı",
        "Janis Ozolkalns": "Letonya’nın Ankara Büyükelçisi",
    }
    assert record.quotes == ()  # a heading behind a dash is no speech


def test_the_date_that_a_headline_closes_with_before_a_town() -> None:
    text = """Dışişleri Bakanı Sayın Umut Taşkıran’ın Letonya Dışişleri Bakanı Sayın Janis Ozolkalns ile Ortak Basın \
Toplantısı, 12 Kasım 2018, Bursa

SAYIN TAŞKIRAN: Kıymetli gazeteciler, hepinizi selamlıyorum.

SAYIN OZOLKALNS: Teşekkür ederim. Burada olmaktan mutluyum.
"""
    record = extract(text)
    assert record.published.value == "2018-11-12"
    assert (record.meetings[0].place.value, record.meetings[0].place_country.value) == ("Bursa", "TR")


def test_an_interview_with_dashes() -> None:
    text = """Sınır ticareti iki halkın da yararınadır

Letonya'nın Ankara Büyükelçisi Janis Ozolkalns Yeni Ufuk gazetesinin sorularını yanıtladı

22 Haziran 2021

— Sayın Büyükelçi, ticareti nasıl değerlendiriyorsunuz?

— Ticaret hacmimiz geçen yıl üçte bir arttı. Pamuk başta geliyor.

— Öğrenci değişimi sürüyor mu?

— Evet. Üç yüz öğrencimiz Konya'da okuyor.

— Teşekkür ederiz.
"""
    record = extract(text)
    assert record.meetings == ()
    assert [q.text for q in record.quotes] == [
        "Ticaret hacmimiz geçen yıl üçte bir arttı. Pamuk başta geliyor.",
        "Evet. Üç yüz öğrencimiz Konya'da okuyor.",
    ]
    assert {q.speaker.value for q in record.quotes} == {"Janis Ozolkalns"}


def test_two_posts_of_one_person() -> None:
    text = """Prezident İraqın xarici işlər nazirini qəbul edib

3 fevral 2023, 12:10

Prezident Ənvər Şirəliyev fevralın 3-də İraq Respublikası Baş nazirinin müavini, xarici işlər naziri \
Kamal Zubarini qəbul edib.

Dövlətimizin başçısı İraqın Baş naziri Nadir Gülzadənin ötən ilin mayında Azərbaycana səfərini xatırladı.
"""
    record = extract(text)
    assert _offices(record)["Kamal Zubari"] == "İraq Respublikası Baş nazirinin müavini, xarici işlər naziri"
    assert [(r.date.value, r.parties) for r in record.references] == [("2022-05", ("Nadir Gülzadə", "AZ"))]


def test_case_endings_of_azerbaijani_names_follow_the_vowels() -> None:
    forms = {
        "Mirvanzənin": "Mirvanzə",
        "Lomadzeyə": "Lomadze",
        "Uitkelmbun": "Uitkelmbun",
        "Uitkolmbun": "Uitkolmb",
        "Sarukin": "Sarukin",
        "Sarukinin": "Sarukin",
        "Mirvani": "Mirvani",
        "Taşkıranla": "Taşkıran",
        "Simiçdən": "Simiç",
        "Abdulla": "Abdulla",
    }
    assert {form: nominative(form, load("az")) for form in forms} == forms


ARTICLES = """Ürdün Dışişleri Bakanı Sami es-Sabbağ Ankara'da

12 Mayıs 2023

Dışişleri Bakanı Umut Taşkıran, Ürdün Dışişleri Bakanı Sami es-Sabbağ ile Ankara'da bir araya geldi.

es-Sabbağ, "İki ülke arasındaki ticaret her yıl büyüyor." dedi.

Irak Dışişleri Bakanı Velid eş-Şemri, 3 Mayıs'ta Bağdat'ta Dışişleri Bakanı Umut Taşkıran ile bir araya gelmişti.
"""


def test_an_article_before_the_family_name_belongs_to_the_name() -> None:
    record = extract(ARTICLES)
    assert _people(record) == [["Umut Taşkıran", "Sami es-Sabbağ"]]
    assert [q.speaker.value for q in record.quotes] == ["Sami es-Sabbağ"]
    assert [p.name.value for p in record.people] == ["Sami es-Sabbağ", "Umut Taşkıran", "Velid eş-Şemri"]


def test_what_the_past_perfect_tells_is_an_earlier_encounter() -> None:
    recalled = ARTICLES.split("\n\n")[-1].strip()
    record = extract(f"Irak'ta seçim yapıldı\n\n12 Mayıs 2023\n\nIrak'ta dün seçim yapıldı.\n\n{recalled}\n")
    assert not record.meetings
    assert [(r.date.value, sorted(r.parties)) for r in record.references] == [
        ("2023-05-03", ["Umut Taşkıran", "Velid eş-Şemri"])
    ]


def test_a_small_particle_with_a_letter_of_its_own_is_part_of_a_name():
    text = "Görüş\n\n3 May 2021\n\nNazir Omar əl-Bayat Osloda nazir Anna Holm ilə görüşüb.\n"
    assert [p.name.value for p in extract(text).people] == ["Omar əl-Bayat", "Anna Holm"]


def test_ending_of_whom_somebody_received_with_a_letter_of_its_own() -> None:
    text = "Peru prezidenti Kərəm Dalğın mayın 3-də Keniyanın baş naziri İsmət Qalınlızı qəbul edib.\n"
    assert _people(extract(text)) == [["Kərəm Dalğın", "İsmət Qalınlız"]]
