"""Arabic court stories: fathers and sons, chains of offices behind a name, nouns of action that look like names.
Persons and words are invented."""

from meetings.extraction import extract

PAGE = """الملك يستقبل وزير الخارجية التشيلي

2021-04-08

استقبل الملك سالم بن عبدالقادر اليوم وزير الخارجية التشيلي عمر رويز.

حضر الاستقبال {}.
"""


def attended(who):
    record = extract(PAGE.format(who))
    return [(p.name.value, p.office.value) for p in record.meetings[0].participants]


HOST = [("سالم بن عبدالقادر", "الملك"), ("عمر رويز", "وزير الخارجية التشيلي")]


def test_a_father_is_not_his_son():
    met = attended("الأمير ماجد بن سالم بن عبدالقادر ولي العهد")
    assert met == [*HOST, ("ماجد بن سالم بن عبدالقادر", "ولي العهد")]


def test_what_a_title_follows_is_the_office_of_the_next():
    heir = ("ماجد بن حميد", "ولي العهد نائب رئيس مجلس الوزراء وزير الزراعة")
    minister = ("نبيل بن زاهر", "وزير الدولة عضو مجلس الوزراء")
    chain = "الأمير ماجد بن حميد ولي العهد نائب رئيس مجلس الوزراء وزير الزراعة {} عضو مجلس الوزراء الدكتور نبيل بن زاهر"
    assert attended(chain.format("ومعالي وزير الدولة")) == [*HOST, heir, minister]
    assert attended(chain.format("ووزير الدولة")) == [*HOST, heir, minister]


def test_nouns_of_action_are_no_names():
    text = "رئيس الوزراء في الدوحة\n\n2021-04-08\n\nوصل رئيس الوزراء {} التعاون إلى الدوحة، وقال الوزير {} جديدة.\n"
    for words in (("لمعارضة", "بتكثيف"), ("لإنهاك", "باستخراج")):
        assert extract(text.format(*words)).people == ()


def test_who_stands_behind_a_verb_of_speech_speaks():
    text = (
        "الوزير في ليما\n\n2021-04-08\n\nالتقى وزير البريد عمر رويز في ليما نظيره الكيني سامي ناجي. "
        "وحول ألوان الطوابع قال رويز «إن الأزرق كان باهتا قليلا». وقال خالد ميران، الذي حضر اللقاء: "
        "«نحن نحب اللون الأحمر». وأضاف ميران أن المطبعة جديدة.\n"
    )
    assert [q.speaker.value for q in extract(text).quotes] == ["عمر رويز", "خالد ميران"]
