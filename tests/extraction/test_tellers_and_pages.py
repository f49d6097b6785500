"""Who only tells of an encounter, names with small words, what a site's software adds around a story.

All people and words are invented.
"""

from meetings.extraction import extract
from tests.extraction.told import pointed, speakers


def people(text):
    return [p.name.value for m in extract(text).meetings for p in m.participants]


RU = "Белов посетит Осло\n\n12 марта 2024\n\n"


def test_a_spokeswoman_who_tells_of_talks_takes_no_part_in_them():
    text = RU + (
        "Как рассказала официальный представитель МИД Анна Руис, во время визита министр Иван Белов проведет "
        "переговоры со своим норвежским коллегой Омаром Диа."
    )
    assert pointed(text) == [(None, ["Иван Белов", "Омар Диа"])]


def test_an_ambassador_who_tells_of_a_visit_does_not_pay_it():
    text = (
        "Белова ждут в Норвегии весной\n\nВ апреле ожидается приезд в Норвегию президента Ганы Ивана Белова с "
        "визитом, сообщил пресс-секретарь норвежского короля Петр Рид.\n\n3 февраля о "
        "предстоящем визите сообщил посол Ганы в Осло Омар Диа. Он говорил, что привезёт какао."
    )
    assert not any("Омар Диа" in parties for _date, parties in pointed(text))


def test_the_day_of_the_words_is_not_the_day_of_the_visit():
    said = "Minister Omar Bell of Ghana said on 3 May 2024 that he would visit Chile."
    page = f"Ministers talk of trade\n\n5 May 2024\n\n{said}\n"
    dated = page.replace("on 3 May 2024 that he would visit Chile", "that he would visit Chile on 9 May 2024")
    ru = RU + "10 марта 2024 года министр Ганы Омар Диа сообщил, что посетит Чили с визитом."
    assert "2024-03-10" not in [date for date, _parties in pointed(ru)]
    assert "2024-05-03" not in [date for date, _parties in pointed(page)]
    assert "2024-05-09" in [date for date, _parties in pointed(dated)]


def test_a_family_name_with_small_words_is_no_part_of_the_office():
    text = "El canciller Omar de la Vega se reunió este lunes con el embajador de Chile, Luis Ruiz."
    assert people(text) == ["Omar de la Vega", "Luis Ruiz"]
    offices = [p.office.value for m in extract(text).meetings for p in m.participants]
    assert offices[0] == "canciller"


def test_small_words_behind_what_an_office_deals_with_stay_in_it():
    text = "La secretaria de Innovación de la Nación, Ana Ruiz, se reunió con el embajador de Chile, Luis Vega."
    host, _guest = extract(text).meetings[0].participants
    assert host.office.value == "secretaria de Innovación de la Nación"


def test_a_weekday_or_an_adverb_behind_a_name_is_no_part_of_it():
    traditional = (
        "外長會晤\n2024年3月12日\n\n外交部長龐川周一(12日)在奧斯陸會見智利外長魯伊斯。龐川另會見挪威外長迪亞。"
    )
    simplified = "外长会晤\n2024年3月12日\n\n外交部长庞川在奥斯陆会见智利外长鲁伊斯。庞川另会见挪威外长迪亚。"
    for text, name in ((traditional, "龐川"), (simplified, "庞川")):
        assert {person for person in people(text) if person.startswith(name[0])} == {name}


def test_a_meeting_told_again_with_each_guest_is_one():
    text = (
        "晨钟社奥斯陆3月12日电(记者林江)中国外交部长庞川12日在挪威奥斯陆先后会见了智利外长鲁伊斯、赤道几内亚外长姆巴·迪亚和"
        "芬兰外长维尔塔。\n会见鲁伊斯时,庞川表示,中方喜欢智利樱桃,愿与智方合办果园。\n鲁伊斯表示,智方已备好树苗。\n"
        "会见姆巴·迪亚时,庞川表示,可可很香。\n会见维尔塔时,庞川表示,雪橇很快。\n"
    )
    sides = [tuple(sorted(p.name.value for p in m.participants)) for m in extract(text).meetings]
    assert len(sides) == len(set(sides)) == 3


def test_letters_of_another_script_in_capitals_are_no_dateline():
    text = "林德川会见外长\n\nABCD记者团称,外交部长林德川3月12日在奥斯陆会见智利外长鲁伊斯(Ruiz)。这是首次访问。\n"
    assert people(text) == ["林德川", "鲁伊斯"]


def test_a_sentence_that_begins_with_a_state_in_capitals_is_no_dateline():
    text = "США и министр Чили Анна Белл (на фото) провели встречу с министром Ганы Омаром Диа."
    assert "Анна Белл" in people(text)


def test_a_headline_above_which_a_slogan_stands():
    text = (
        "Open a window every morning.\n\nБелов и Диа обсудили цены на лыжи в Осло\n\n0\n\n"
        "Белов и Диа обсудили цены на лыжи в Осло\n\nМинистр иностранных дел Ганы Омар Диа провел встречу с Иваном "
        "Беловым, сообщает пресс-служба.\n"
    )
    assert extract(text).title.value == "Белов и Диа обсудили цены на лыжи в Осло"


def test_the_name_of_a_section_behind_the_headline_of_a_window():
    headline = "林德川就奥斯陆会晤答记者问"
    text = f"{headline}_国际新闻\n\n{headline}\n\n2024年3月12日\n\n外交部长林德川在记者会上回答了提问。\n"
    assert extract(text).title.value == "林德川就奥斯陆会晤答记者问"


def test_days_over_links_to_other_stories_are_not_the_page_s():
    text = (
        "Ministers of Ghana and Chile talk\n\nYesterday Omar Bell, minister of Ghana, held talks with Ana Ruiz of "
        "Chile in the city of Oslo, and they spoke of trade and of education for a long time.\nRelated News\n"
        "11:50 / 04.11.2024\nGhana appoints a new ambassador to Chile\n14:28 / 29.10.2024\n"
        "New ambassador of Ghana presents credentials\n15:17 / 28.10.2024\nMinister Bell meets the council\n"
    )
    assert extract(text).published.value is None


def test_a_telephone_number_is_nobody_s_words():
    text = (
        "Ministerin Ana Bell trifft den Minister\n\nBern, 26.07.2023 - Bundesrätin Ana Bell traf in Bern den "
        "Außenminister von Ghana, Omar Dia.\n\nTel. Medienstelle: +41 00 000 00 00\n"
    )
    assert speakers(text) == []
    assert people(text) == ["Ana Bell", "Omar Dia"]


def test_somebody_unnamed_spoken_of_again_is_still_unnamed():
    text = (
        "Les ministres ghanéen et chilien des Affaires étrangères, Omar Dia et Luis Ruiz, se sont rencontrés jeudi à "
        "Paris, a annoncé une responsable norvégienne.\n\nLes deux hommes ont parlé longuement, et « nous attendons la "
        "suite avec confiance », a dit cette responsable à des journalistes.\n"
    )
    assert speakers(text) == [None]


def test_names_with_a_word_of_kin_in_kazakh():
    text = "Мемлекет басшысы Оспан Белов Чили Президенті Омар бен Сәлем Диамен кездесті."
    assert "Омар бен Сәлем Диа" in people(text)


def test_both_leaders_who_last_met_are_the_president_and_the_counterpart():
    text = (
        "Presidents talk by phone\n\nPresident Omar Bell of Ghana and his Chilean counterpart Ana Ruiz discussed "
        "trade by phone, the ministry said.\n\nBoth leaders last met in Oslo on Oct. 10.\n"
    )
    assert pointed(text) == [("XXXX-10-10", ["Ana Ruiz", "Omar Bell"])]
    assert extract(text).meetings[0].date.value is None
