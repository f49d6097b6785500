"""Labels, bylines and exchanges as pages of many publishers write them, with invented people and words."""

from meetings.extraction import extract


def said(text):
    return [(quote.text, quote.speaker.value) for quote in extract(text).quotes]


def present(text):
    return [
        [(p.name.value, p.office.value, p.country.value) for p in meeting.participants]
        for meeting in extract(text).meetings
    ]


def people(text):
    return [person.name.value for person in extract(text).people]


def test_an_office_and_a_stop_and_a_dash_label_a_turn_once():
    page = """Conferencia de prensa del presidente del Gobierno

28.7.2016

Madrid

Presidente.- Señoras y señores, muy buenas tardes y muchas gracias por su asistencia.

Como saben, acabo de reunirme con los portavoces en el marco de la ronda de consultas."""
    assert said(page) == [(page[page.index("Señoras") :], None)]


def test_questions_and_answers_in_one_paragraph_without_spaces():
    page = """外交部發言人耿若溪24日主持例行記者會
2017-04-24 20:55:26 來源:東海網
問:第一,中方對此有何評論?第二,中方持何態度? 答:這兩個問題我一并回答。 問:你能否進一步介紹? 答:今天上午,雙方通了電話。"""
    assert said(page) == [("這兩個問題我一并回答。", "耿若溪"), ("今天上午,雙方通了電話。", "耿若溪")]


def test_questions_and_answers_in_one_paragraph_in_arabic():
    page = """الناطق باسم وزارة الخارجية الدكتور سامر النعيمي في مؤتمر صحفي
3 مايو 2021
س: ما تعليقكم على الاجتماع؟ ج: نحن نرحب به. س: ومتى تزورون عمان؟ ج: سنزورها قريبا."""
    assert said(page) == [("نحن نرحب به.", "سامر النعيمي"), ("سنزورها قريبا.", "سامر النعيمي")]


def test_a_reporter_in_brackets_before_the_lead_takes_no_part():
    page = "【東海時報-東海網報道 記者 王若雨】外交部發言人耿若溪23日主持例行記者會。耿若溪說,我們很想大家。"
    assert present(page) == [[("耿若溪", "外交部發言人", None)]]
    assert people(page) == ["耿若溪"]


def test_family_names_that_are_words_too_stand_behind_offices_in_traditional_script():
    assert people("外交部發言人華若溪23日主持例行記者會。") == ["華若溪"]


def test_a_particle_with_a_capital_leads_on_to_a_small_one():
    assert people("Bundespräsident Jonas Van der Weyde empfing am Freitag Außenminister Karl Nebel.") == [
        "Jonas Van der Weyde",
        "Karl Nebel",
    ]


def test_what_a_communique_says_is_its_body_s():
    page = (
        "Le président Karim Salah a reçu l'ancien président Luc Duval. Selon un communiqué de la présidence de la "
        "République, Duval a salué « le niveau atteint par le pays ». « Le président a reçu ce matin un appel », "
        "lit-on dans le communiqué."
    )
    assert said(page) == [
        ("le niveau atteint par le pays", "Luc Duval"),
        ("Le président a reçu ce matin un appel", "présidence de la République"),
    ]


def test_a_german_body_is_named_in_the_nominative():
    page = (
        "Präsident Karl Nebel empfing Jan Novak. „Die Gespräche waren gut“, hieß es in einer Erklärung des "
        "Außenministeriums."
    )
    assert said(page) == [("Die Gespräche waren gut", "Außenministerium")]


def test_titles_and_capitals_before_a_dash_label_turns_once():
    page = """Conférence de presse conjointe lors des consultations

À la Rotonde, Kiel, Allemagne, le vendredi 3 mai 1996

M. KLEE - Monsieur le Président, permettez-moi de vous souhaiter encore une fois la bienvenue à cette rencontre.

M. JOUVE - Je n'ajouterai qu'un mot. Nous sommes heureux."""
    assert said(page) == [
        (
            "Monsieur le Président, permettez-moi de vous souhaiter encore une fois la bienvenue à cette rencontre.",
            "KLEE",
        ),
        ("Je n'ajouterai qu'un mot. Nous sommes heureux.", "JOUVE"),
    ]


def test_what_a_statement_adds_in_arabic_is_its_body_s():
    page = """أجرى رئيس الجمهورية سامر النعيمي اليوم مكالمة هاتفية مع لوك دوفال حسبما أفاد به بيان لرئاسة الجمهورية.

وأشار البيان إلى أن "رئيس الجمهورية أجرى اليوم مكالمة هاتفية"."""
    assert said(page) == [("رئيس الجمهورية أجرى اليوم مكالمة هاتفية", "رئاسة الجمهورية")]


def test_a_headline_that_says_whose_interview_it_is_may_end_with_a_stop():
    page = """Interview de M. Luc Duvallon, Premier ministre, à Radio Sud le 3 mai 2021, sur le port.

Q - Bonjour. Qui a choisi les ministres ?

R - Je vous réponds : comme dans la Constitution. J'ai proposé un port."""
    assert extract(page).title.value == page.split("\n", 1)[0]
    assert said(page) == [(page[page.index("Je vous") :], "Luc Duvallon")]


def test_a_colon_that_stands_apart_makes_no_label_of_a_sentence():
    page = """La ministre norvégienne des Affaires étrangères, Anna Bell, a reçu son homologue chilien, Omar Dia.

M. Dia a déclaré devant la presse : « Nous avons parlé de la pêche. » Le dialogue se poursuivra.

A. Bell et O. Dia ont abordé trois sujets : la pêche, le commerce et le climat."""
    assert said(page) == [("Nous avons parlé de la pêche.", "Omar Dia")]
