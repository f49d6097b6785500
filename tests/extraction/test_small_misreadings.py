"""Days in brackets and before a stroke, nobles' titles, letters addressed to somebody, signs that stand for a word.

All people and words are invented.
"""

from meetings.extraction import extract
from tests.extraction.told import seats


def test_a_day_in_brackets_ends_no_sentence():
    text = (
        "Minister empfängt Botschafter\n\nMinister Anton Zobel empfing am Dienstag (20.04.) S.E. den Botschafter der "
        "Republik Chile Pablo J. Ruiz zum Antrittsbesuch im Hafenamt.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["Anton Zobel", "Pablo J. Ruiz"]


def test_a_day_before_a_stroke_is_that_of_the_page():
    text = (
        "Besuch im Hafenamt\n\n27.02.2020 / Minister Anton Zobel hat am Mittwoch die norwegische Ministerin Ada Lind "
        "getroffen und über Fähren gesprochen.\n"
    )
    record = extract(text)
    assert (record.published.value, [m.date.value for m in record.meetings]) == ("2020-02-27", ["2020-02-26"])


def test_a_parliament_is_nobody():
    record = extract(
        "Besuch\n\nMinister Anton Zobel traf am 4. Mai 2021 Ministerin Ada Lind im Landtag von Nord-Oldau. "
        "Beide lobten Nord-Oldau.\n"
    )
    assert [p.name.value for p in record.people] == ["Anton Zobel", "Ada Lind"]


def test_to_whom_a_message_is_addressed_was_not_there():
    text = (
        "Le ministre marocain Omar Bell a reçu lundi 3 mai 2021 son homologue chilien, Pablo Ruiz, porteur d’un "
        "message du président Juan Vega adressé à Sa Majesté le Roi Salim II.\n"
    )
    assert [name for name, _state in seats(text)[0]] == ["Omar Bell", "Pablo Ruiz"]


def test_a_sign_that_stands_for_a_word_is_read_as_one():
    text = "استقبل وزير البريد السيد عبدﷲ الراشد اليوم سفير النرويج السيد نيلز ليند في قصر المرفأ.\n"
    assert seats(text)[0][0][0] == "عبدالله الراشد"


def test_envoys_serve_in_the_state_of_their_host():
    text = "التقى رئيس الوزراء السيد عمر بيل، اليوم الثلاثاء، سفراء عرب من دول الخليج لدى الأردن.\n"
    assert seats(text) == [[("عمر بيل", "JO")]]


def test_a_word_for_every_year_is_no_name():
    text = "宋川平抵达奥斯陆\n\n总理宋川平10月4日抵达奥斯陆,将举行中挪总理年度会晤,谈及灯塔与渔港的维护。\n"
    assert [p.name.value for p in extract(text).people] == ["宋川平"]


def test_a_state_sends_no_ambassadors_to_itself():
    text = (
        "Ministerin empfängt Botschafter der Russischen Föderation\n\nMinisterin Ada Zobel und der Botschafter der "
        "Russischen Föderation Jon Tal\n\nMinisterin Ada Zobel empfing am 20. April 2021 den Botschafter der "
        "Russischen "
        "Föderation Jon Tal im Hafenamt.\n"
    )
    assert seats(text) == [[("Ada Zobel", "DE"), ("Jon Tal", "RU")]]
