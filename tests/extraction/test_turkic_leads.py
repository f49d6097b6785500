"""Turkish, Azerbaijani, Uzbek, Kazakh and Kyrgyz: states, hosts, visits and offices, with invented people and words."""

import pytest

from meetings.extraction import Hints, extract


def read(language: str, text: str):
    return extract(text, hints=Hints(language=language))


def people(meeting) -> list[tuple]:
    return [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]


def test_a_page_without_a_header_is_of_the_state_of_its_language():
    text = "Yunan Bakan'la Atina'da görüşme\n\n7 Mart 2022\n\nAtina'da bulunan Dışişleri Bakanı Selim Duran, Yunanistan"
    text += " Dışişleri Bakanı Fotis Delis'le görüştü.\n"
    (meeting,) = read("tr", text).meetings
    assert [p.country.value for p in meeting.participants] == ["TR", "GR"]


def test_the_lead_of_a_visit_is_no_meeting_and_tells_the_town():
    text = "Selim Duran'ın Peru Ziyareti\n\n8 Mayıs 2023\n\nBakan Yardımcısı Selim Duran, siyasi istişareler"
    text += " vesilesiyle"
    text += " 3-5 Mayıs 2023 tarihlerinde Lima'yı ziyaret etmiştir.\n\n4 Mayıs'ta Duran ile Peru Dışişleri Bakan"
    text += " Yardımcısı Ana Quispe bir araya gelmiştir.\n\nDuran aynı gün Peru Dışişleri Bakanı Rosa Vega"
    text += " tarafından kabul"
    text += " edilmiştir.\n"
    meetings = read("tr", text).meetings
    assert [(m.date.value, m.place.value) for m in meetings] == [("2023-05-04", "Lima"), ("2023-05-04", "Lima")]


def test_an_ordinal_ends_no_sentence():
    text = "İkili temaslar\n\n21 Eylül 2022\n\nDışişleri Bakanı Selim Duran, BM 77. Genel Kurulu vesilesiyle bulunduğu"
    text += " New York'ta Peru Dışişleri Bakanı Ana Quispe ile görüştü.\n"
    (meeting,) = read("tr", text).meetings
    assert [p.name.value for p in meeting.participants] == ["Selim Duran", "Ana Quispe"]


def test_the_colleague_of_a_headline_is_somebody_else():
    text = "Duran, Ürdünlü mevkidaşı ile görüştü\n\n15 Ocak 2022\n\nDışişleri Bakanı Selim Duran, Ürdünlü mevkidaşı"
    text += " Nabil Hadid ile görüştü.\n"
    (meeting,) = read("tr", text).meetings
    assert [p.country.value for p in meeting.participants] == ["TR", "JO"]


def test_a_rank_behind_an_office_belongs_to_it():
    text = "Temaslar\n\n8 Aralık 2022\n\nDışişleri Bakan Yardımcısı Büyükelçi Ece Duran, Peru Büyükelçisi Ana"
    text += " Quispe ile"
    text += " görüştü.\n"
    (meeting,) = read("tr", text).meetings
    assert meeting.participants[0].office.value == "Dışişleri Bakan Yardımcısı Büyükelçi"


def test_whoever_is_called_on_is_at_home():
    text = "Ziyaret\n\n3 Kasım 2022\n\nDünya Bankası Direktörü Otto Lind, Ticaret Bakanı Ece Duran'ı ziyaret etti.\n"
    (meeting,) = read("tr", text).meetings
    assert meeting.place_country.value == "TR"


def test_who_invited_is_not_there_and_who_received_is():
    text = "Bakan Tiflis'te\n\n4 Mayıs 2022\n\nTicaret Bakanı Selim Duran, Gürcistan Ekonomi Bakanı Lado Beridze'nin"
    text += " davetlisi olarak geldiği Tiflis'te Başbakan Nika Lomidze tarafından kabul edildi.\n"
    (meeting,) = read("tr", text).meetings
    assert [p.name.value for p in meeting.participants] == ["Selim Duran", "Nika Lomidze"]


def test_the_header_of_a_governor_tells_the_town():
    text = "T.C. TOKAT VALİLİĞİ\n\nPERU BÜYÜKELÇİSİNDEN ZİYARET\n\n18 Kasım 2021\n\nPeru'nun Ankara Büyükelçisi"
    text += " Ana Quispe,"
    text += " Vali Ece Duran'ı makamında ziyaret etti.\n"
    (meeting,) = read("tr", text).meetings
    assert meeting.place.value == "Tokat"


def test_a_delegation_goes_on_to_meet():
    text = "Sədr görüşüb\n\n20.11.2018\n\nMilli Məclisin Sədri Günel Dağlı noyabrın 20-də Şəkidə Estoniya"
    text += " Parlamentinin sədri"
    text += " Toomas Kask ilə görüşüb.\n\nEstoniya nümayəndə heyəti daha sonra səhiyyə naziri Tural Əzimli ilə də"
    text += " görüşüb.\n"
    meetings = read("az", text).meetings
    assert {p.name.value for p in meetings[1].participants} == {"Tural Əzimli", "Toomas Kask"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("az", "Prezident Anar Dağlı Bakıda Latviyanın naziri Andris Dubninşi qəbul edib.\n", "Andris Dubninş"),
        ("kk", "Президент Нұрлан Төлеев Астанада Иран министрі Бехруз Намдариді қабылдады.\n", "Бехруз Намдари"),
    ],
)
def test_right_before_a_verb_of_receiving_a_name_is_its_object(language, text, name):
    (meeting,) = read(language, text).meetings
    assert meeting.participants[1].name.value == name


def test_a_family_name_keeps_an_ending_that_looks_like_a_case():
    text = "Учрашув\n\n15 март 2023\n\nТожикистон Президенти Фирдавс Олимзода Душанбеда Туркманистон Президенти Дўвлет"
    text += " Аннаев билан учрашди.\n"
    (meeting,) = read("uz-Cyrl", text).meetings
    assert meeting.participants[0].name.value == "Фирдавс Олимзода"


def test_a_state_in_the_case_of_where_is_no_part_of_an_office():
    text = "Учрашув\n\n21 май 2025\n\nРим папаси Иннокентий Ватиканда Перу Президенти Ана Киспени қабул қилди.\n"
    (meeting,) = read("uz-Cyrl", text).meetings
    assert people(meeting)[1] == ("Ана Киспе", "Перу Президенти", "PE")


def test_a_lesser_official_is_of_the_side_named_before():
    text = "Muzokara\n\n10-sentyabr 2025\n\nBosh vazir Jamol Karimov Toshkentda Qirg'iziston Bosh vaziri Erlan Bekov va"
    text += " Botken viloyati hokimi Aybek Toshev bilan muzokara o'tkazdi.\n"
    (meeting,) = read("uz-Latn", text).meetings
    assert [p.country.value for p in meeting.participants] == ["UZ", "KG", "KG"]


def test_a_number_before_an_office_makes_it_plural():
    text = "Елші сұхбат берді\n\n18.09.2022\n\nМысырдың Қазақстандағы елшісі Тарек Амин сұхбат берді.\n\nЕлші Президент"
    text += " Ғалым Төлеевтің Каирдегі кездесуі «шайы суымаған кеш» болғанын, екі президент"
    text += " бақ ішінде"
    text += " қыдырғанын еске алды.\n"
    (quote,) = read("kk", text).quotes
    assert quote.speaker.value == "Тарек Амин"


def test_a_spokesman_who_tells_of_talks_to_come_met_nobody():
    text = "Бу ҳақда Малайзия ТИВ расмий вакили Азиза Хамдан билдирди.\n\nВакилнинг айтишича, дастлабки"
    text += " музокараларда"
    text += " савдо асосий ўринни эгаллайди.\n"
    assert read("uz-Cyrl", text).meetings == ()


def test_a_plural_office_is_shared_out_among_the_states_before_it():
    text = "Üçlü toplantı\n\n4 Mayıs 2022\n\nTürkiye, Norveç ve Gana Dışişleri Bakanları Selim Duran,"
    text += " Lars Brekke"
    text += " ve Kofi Bonsu Rize'de bir araya geldi.\n"
    (meeting,) = read("tr", text).meetings
    assert people(meeting) == [
        ("Selim Duran", "Dışişleri Bakanı", "TR"),
        ("Lars Brekke", "Dışişleri Bakanı", "NO"),
        ("Kofi Bonsu", "Dışişleri Bakanı", "GH"),
    ]
