"""The state where a meeting was held that no town tells, and towns told by a part of a state, with invented people."""

import pytest

from meetings.extraction import extract

PAGE = "{}\n\n{}\n\n{}\n"
PEOPLE = "Swedish Foreign Minister Mina Torvik"


def place(title: str, day: str, lead: str) -> tuple[str | None, str | None]:
    (meeting,) = extract(PAGE.format(title, day, lead)).meetings
    return meeting.place.value, meeting.place_country.value


@pytest.mark.parametrize(
    ("title", "day", "lead"),
    [
        ("Torvik meets Quispe", "12 March 2024",
         f"{PEOPLE} met Chilean Foreign Minister Rosa Quispe in Norway on Tuesday to discuss fish."),
        ("Torvik meets Quispe", "12 March 2024",
         f"{PEOPLE} held talks in Norway with Chilean Foreign Minister Rosa Quispe on the situation in Haiti."),
        ("Rencontre à la campagne", "12 mars 2024",
         "La ministre suédoise Mina Torvik a rencontré mardi en Norvège la ministre chilienne Rosa Quispe."),
        ("Encuentro en el campo", "12 de marzo de 2024",
         "La ministra sueca Mina Torvik se reunió este martes en Noruega con la ministra chilena Rosa Quispe."),
        ("Treffen auf dem Land", "12. März 2024",
         "Die schwedische Außenministerin Mina Torvik hat sich am Dienstag in Norwegen mit der chilenischen "
         "Außenministerin Rosa Quispe getroffen."),
        ("Встреча за городом", "12 марта 2024",
         "Министр обороны Киргизии Азамат Турдубеков во вторник встретился в Норвегии с министром обороны Литвы "
         "Йонасом Петраускасом и обсудил учения."),
        ("Bakanlar görüştü", "12 Mart 2024",
         "İsveç Dışişleri Bakanı Mina Torvik, salı günü Norveç'te Şili Dışişleri Bakanı Rosa Quispe ile görüştü."),
        ("Nazirlər görüşüb", "12 mart 2024",
         "İsveçin xarici işlər naziri Mina Torvik Norveçdə Çilinin xarici işlər naziri Rosa Kispe ilə görüşüb."),
        ("Министрлер кездесті", "12 наурыз 2024",
         "Швеция Сыртқы істер министрі Мина Торвик Норвегияда Чили Сыртқы істер министрі Роса Киспемен кездесті."),
        ("لقاء في الريف", "12 مارس 2024",
         "التقى وزير الخارجية الأردني عمر السعيد في النرويج وزير خارجية بيرو لويس كامارغو وبحث معه شؤون الصيد."),
        ("外长会见", "2024年3月12日", "瑞典外交部长塔夫特12日在挪威会见智利外交部长拉戈，双方讨论了渔业问题。"),
    ],
)  # fmt: skip
def test_a_state_beside_the_encounter(title, day, lead):
    assert place(title, day, lead) == (None, "NO")


def test_a_state_that_they_spoke_about_is_not_where_they_met():
    lead = f"{PEOPLE} and Chilean Foreign Minister Rosa Quispe discussed the situation in Haiti during a meeting."
    assert place("Torvik meets Quispe", "12 March 2024", lead) == (None, None)


@pytest.mark.parametrize(
    ("title", "day", "lead", "state"),
    [
        ("Torvik abroad", "12 March 2024",
         "Swedish Foreign Minister Mina Torvik travelled to Chile on Monday for a two-day visit. On Tuesday she met "
         "her counterpart, Rosa Quispe, and signed a treaty on fish.", "CL"),
        ("Agreement sought", "12 March 2024",
         "Swedish Foreign Minister Mina Torvik is in Panama, where she met several ministers on Tuesday.", "PA"),
        ("Bakan yurt dışında", "12 Mart 2024",
         "Resmi ziyaret için Peru'da bulunan İsveç Dışişleri Bakanı Mina Torvik, mevkidaşı Luis Camargo ile bir araya "
         "geldi.", "PE"),
        ("外长会见", "2024年3月12日",
         "正在秘鲁访问的冰岛外交部长塔尔文12日会见秘鲁外交部长卡马戈，双方讨论了渔业问题。", "PE"),
    ],
)  # fmt: skip
def test_the_state_where_somebody_stays(title, day, lead, state):
    assert place(title, day, lead) == (None, state)


@pytest.mark.parametrize(
    ("title", "day", "lead", "where"),
    [
        ("Встреча министров", "12 марта 2024",
         "В столице Литвы прошла встреча министра обороны Киргизии Азамата Турдубекова и министра обороны Литвы Йонаса "
         "Петраускаса.", (None, "LT")),
        ("Bakanlar görüştü", "12 Mart 2024",
         "Temaslarda bulunmak üzere Lima'ya gelen İsveç Dışişleri Bakanı Mina Torvik, Peru Dışişleri Bakanı Luis "
         "Camargo ile görüştü.", ("Lima", "PE")),
        ("外长会见", "2024年3月12日",
         "冰岛外交部长塔尔文12日在秘鲁首都利马同秘鲁外交部长卡马戈举行会谈，双方讨论了渔业问题。", ("利马", "PE")),
    ],
)  # fmt: skip
def test_capitals_and_towns_of_a_stay(title, day, lead, where):
    assert place(title, day, lead) == where


def test_an_embassy_is_in_the_state_that_it_is_sent_to():
    lead = "At the Embassy of Norway in Peru, Ambassador Mina Torvik met Culture Minister Luis Camargo on Tuesday."
    assert place("Reading at the embassy", "12 March 2024", lead) == (None, "PE")
    lead = (
        "В посольстве Киргизии в Литве посол Азамат Турдубеков встретился с деканом Йонасом Петраускасом и обсудил "
        "обмен студентами."
    )
    assert place("Встреча в посольстве", "12 марта 2024", lead) == (None, "LT")


def test_the_parliament_of_a_state():
    lead = (
        "Le Premier ministre norvégien Lars Torvik s’est adressé mardi au Parlement lituanien dans un discours. "
        "« Nous sommes à vos côtés », a déclaré Lars Torvik."
    )
    assert place("Discours de Lars Torvik devant le Parlement", "12 mars 2024", lead)[1] == "LT"


def test_a_town_and_a_part_of_a_state_in_the_header():
    page = (
        "Remarks by President Torvik in Press Gaggle\n\n12 March 2024\n\nHarbour House Restaurant\nWilford, Maine\n\n"
        "2:39 P.M. EDT\n\nTHE PRESIDENT: Good to see you all. We had a very good talk with the people here.\n\n"
        "Q What comes next?\n\nTHE PRESIDENT: We sign in May, I hope, and then we sail.\n"
    )
    (meeting,) = extract(page).meetings
    assert (meeting.place.value, meeting.place_country.value) == ("Wilford", "US")
