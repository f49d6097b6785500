"""Labels, bylines and exchanges as pages of many publishers write them, with invented people and words."""

from meetings.extraction import extract

from .told import people, present, said


def test_an_office_and_a_stop_and_a_dash_label_a_turn_once():
    page = """Conferencia de prensa del presidente de la Cámara

9.11.2018

Oviedo

Presidente.- Bienvenidos al puerto; esta mañana hemos abierto la lonja.

Hay pescado de tres barcos y el lunes habrá de cinco."""
    assert said(page) == [(page[page.index("Bienvenidos") :], None)]


def test_questions_and_answers_in_one_paragraph_without_spaces():
    page = """交通部發言人蘇若桐9日主持例行記者會
2019-11-09 18:20:05 來源:南湖網
問:渡船何時開航?票價多少? 答:下週一開航,票價三元,孩子免費。 問:要是下大雨也開嗎? 答:小雨照開,颱風停航。"""
    assert said(page) == [("下週一開航,票價三元,孩子免費。", "蘇若桐"), ("小雨照開,颱風停航。", "蘇若桐")]


def test_questions_and_answers_in_one_paragraph_in_arabic():
    page = """الناطق باسم وزارة النقل المهندس نديم الرملاوي في مؤتمر صحفي
9 نوفمبر 2019
س: متى يفتح الجسر الجديد للناس؟ ج: يفتح بعد أسبوع من اليوم. س: وهل تعبره الحافلات؟ ج: تعبره ليلا فقط."""
    assert said(page) == [("يفتح بعد أسبوع من اليوم.", "نديم الرملاوي"), ("تعبره ليلا فقط.", "نديم الرملاوي")]


def test_a_reporter_in_brackets_before_the_lead_takes_no_part():
    page = "【南湖晚報-南湖網訊 記者 葉青桐】交通部發言人蘇若桐8日主持例行記者會。蘇若桐說,渡船已經漆好。"
    assert present(page) == [[("蘇若桐", "交通部發言人", None)]]
    assert people(page) == ["蘇若桐"]


def test_family_names_that_are_words_too_stand_behind_offices_in_traditional_script():
    assert people("交通部發言人林青桐8日主持例行記者會。") == ["林青桐"]


def test_a_particle_with_a_capital_leads_on_to_a_small_one():
    assert people("Kanzler Otto Van der Moosen empfing am Montag Innenminister Kurt Ginster.") == [
        "Otto Van der Moosen",
        "Kurt Ginster",
    ]


def test_what_a_communique_says_is_its_body_s():
    page = (
        "Le ministre Nadim Rameau a reçu l'ancien ministre Théo Larive. Selon un communiqué du ministère des "
        "Transports, Larive a vanté « un pain encore chaud ». « Le port attend deux bateaux », lit-on dans le "
        "communiqué."
    )
    assert said(page) == [
        ("un pain encore chaud", "Théo Larive"),
        ("Le port attend deux bateaux", "ministère des Transports"),
    ]


def test_a_german_body_is_named_in_the_nominative():
    page = (
        "Ministerin Ute Ginster traf Milan Dubec. „Der Fluss ist wieder sauber“, hieß es in einer Mitteilung des "
        "Umweltministeriums."
    )
    assert said(page) == [("Der Fluss ist wieder sauber", "Umweltministerium")]


def test_titles_and_capitals_before_a_dash_label_turns_once():
    page = """Conférence de presse conjointe après le forum des ports

Au Vieux Moulin, Bâle, Suisse, le mardi 9 novembre 1999

M. LARIVE - Bonsoir à tous, la soupe sera servie sur le quai dès que nous aurons répondu.

M. GINEST - Je serai bref. Le quai est fini."""
    assert said(page) == [
        ("Bonsoir à tous, la soupe sera servie sur le quai dès que nous aurons répondu.", "LARIVE"),
        ("Je serai bref. Le quai est fini.", "GINEST"),
    ]


def test_what_a_statement_adds_in_arabic_is_its_body_s():
    page = """التقى وزير النقل نديم الرملاوي أمس لوي غارنو حسبما ذكر بيان لوزارة النقل.

وأضاف البيان أن "الحافلات الجديدة تصل بعد العيد"."""
    assert said(page) == [("الحافلات الجديدة تصل بعد العيد", "وزارة النقل")]


def test_a_headline_that_says_whose_interview_it_is_may_end_with_a_stop():
    page = """Interview de M. Théo Larive, ministre de la Mer, à Radio Dune le 9 novembre 2019, sur les phares.

Q - Bonsoir. Combien de phares ont fermé ?

R - Deux seulement, près du cap. Ils rouvriront au printemps."""
    assert extract(page).title.value == page.split("\n", 1)[0]
    assert said(page) == [(page[page.index("Deux seulement") :], "Théo Larive")]


def test_a_colon_that_stands_apart_makes_no_label_of_a_sentence():
    page = """La ministre danoise de la Culture, Eva Ginest, a reçu son homologue péruvien, Théo Larive.

M. Larive a confié aux journalistes : « Le musée a besoin d'un toit. » La visite a duré une heure.

E. Ginest et T. Larive ont admiré deux salles : celle des bateaux et celle des cartes."""
    assert said(page) == [("Le musée a besoin d'un toit.", "Théo Larive")]
