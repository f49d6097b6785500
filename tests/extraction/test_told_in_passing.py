"""What a text tells in passing: results of other gatherings, governments and deaths, houses that stand for a state,
offices whose head is not said again, a transcript of one speaker."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from meetings.extraction.record import Record


def _people(record: Record) -> list[list[str | None]]:
    return [[p.name.value for p in m.participants] for m in record.meetings]


def _held(record: Record) -> dict[str | None, tuple[str | None, str | None]]:
    return {p.name.value: (p.office.value, p.country.value) for m in record.meetings for p in m.participants}


def _speakers(record: Record) -> dict[str, str | None]:
    return {q.text: q.speaker.value for q in record.quotes}


RESULTS = [
    "Ansu: Uzlaşılar geçerli\n16.11.2025\n\nGana Dışişleri Bakanı Kofi Ansu, Oslo zirvesinde sağlanan uzlaşıların "
    'sürdüğünü belirterek "Bu iyi bir yoldur." dedi.\n',
    "Ansu: los acuerdos siguen\n16 de noviembre de 2025\n\nEl canciller de Ghana, Kofi Ansu, afirmó que los acuerdos "
    "alcanzados en la cumbre de Oslo siguen vigentes.\n",
    "Ansu : les accords tiennent\n16 novembre 2025\n\nLe ministre ghanéen des Affaires étrangères, Kofi Ansu, a "
    "déclaré que les accords conclus lors du sommet d'Oslo restaient valables.\n",
    "Ansu: Absprachen gelten\n16. November 2025\n\nDer ghanaische Außenminister Kofi Ansu sagte, die auf dem Gipfel in "
    "Oslo erzielten Absprachen gälten weiter.\n",
    "外长：共识有效\n2025年11月16日\n\n加纳外长安苏表示，双方在奥斯陆峰会上达成的共识仍然有效。\n",
]


@pytest.mark.parametrize("text", RESULTS)
def test_what_a_gathering_has_led_to_tells_of_no_meeting(text: str) -> None:
    assert extract(text).meetings == ()


def test_a_gathering_at_which_something_is_reached_is_told() -> None:
    text = (
        "Cumbre en Oslo\n16 de noviembre de 2025\n\nEl canciller de Ghana, Kofi Ansu, participó en la cumbre de Oslo.\n"
    )
    assert _people(extract(text)) == [["Kofi Ansu"]]


ELLIPTIC_ES = """Reunión en Oslo
14 de junio de 2024

Acompañado de los secretarios de Comercio, Pamela Prado; Transporte, Antón Foz; y el representante comercial de Ghana, \
Miguel Frómista, el presidente de Ghana, Omar Bello, se reunió el viernes en Oslo con el canciller de Chile, Luis Ruma.

Por la parte chilena participaron el secretario de Hacienda, Pedro Lanza; el de Economía, Juan Torralba y la de \
Turismo, Clara Ruedo.
"""

ELLIPTIC_FR = """Rencontre à Oslo
14 juin 2024

Le président du Ghana, Omar Belin, a rencontré vendredi à Oslo le ministre chilien de l'Économie, Luc Rumat, et celui \
des Transports, Jean Tourbal.
"""


def test_offices_whose_head_is_not_said_again() -> None:
    assert _held(extract(ELLIPTIC_ES)) == {
        "Pamela Prado": ("secretario de Comercio", "GH"),
        "Antón Foz": ("secretario de Transporte", "GH"),
        "Miguel Frómista": ("representante comercial de Ghana", "GH"),
        "Omar Bello": ("presidente de Ghana", "GH"),
        "Luis Ruma": ("canciller de Chile", "CL"),
        "Pedro Lanza": ("secretario de Hacienda", "CL"),
        "Juan Torralba": ("secretario de Economía", "CL"),
        "Clara Ruedo": ("secretaria de Turismo", "CL"),
    }
    assert _held(extract(ELLIPTIC_FR))["Jean Tourbal"] == ("ministre des Transports", "CL")


def test_whose_government_is_spoken_of_is_not_there() -> None:
    record = extract(
        "Reunión en Oslo\n14 de junio de 2024\n\nEl canciller de Ghana, Omar Bello, se reunió en Oslo con el canciller "
        "de Chile, Luis Ruma, para hablar de las reformas del gobierno del presidente Hugo Lagar.\n"
    )
    assert _people(record) == [["Omar Bello", "Luis Ruma"]]
    assert "Hugo Lagar" in [p.name.value for p in record.people]


@pytest.mark.parametrize(("text", "office"), [
    ("Oslo'da görüşme\n16.05.2025\n\nKremlin Danışmanı Pavel Orlovski, Oslo'da Gana Dışişleri Bakanı Kofi Ansu ile "
     "görüştü.\n", "Kremlin Danışmanı"),
    ("Rencontre à Oslo\n16 mai 2025\n\nLe conseiller du Kremlin Pavel Orlovski a rencontré vendredi à Oslo le ministre "
     "ghanéen Kofi Ansu.\n", "conseiller du Kremlin"),
])  # fmt: skip
def test_a_house_stands_for_its_state(text: str, office: str) -> None:
    assert _held(extract(text))["Pavel Orlovski"] == (office, "RU")


def test_a_state_ends_an_office_before_a_name() -> None:
    text = (
        "Le nouveau président du Ghana Kofi Ansu et le Catholicos Tigran Ier ont discuté du commerce\n20 janvier 2025\n"
        "\nLe Catholicos Tigran Ier a rencontré aujourd’hui le nouveau président du Ghana, Kofi Ansu.\n"
    )
    assert _held(extract(text)) == {
        "Tigran Ier": ("Catholicos", None),
        "Kofi Ansu": ("nouveau président du Ghana", "GH"),
    }


PARTICIPLES_TR = """Oslo'da görüşme
16.11.2025

Gana Cumhurbaşkanı Kofi Ansu, Oslo'da Togo Cumhurbaşkanı Omar Dia ile görüştü.

Togo Cumhurbaşkanı Omar Dia arasında yapılan ticareti değerlendiren Ansu, "Ticaret artıyor." şeklinde konuştu.

Amacın güven inşa etmek olduğunu belirten Dia, “Yeni ortaklıklar kuruldu.” dedi.
"""


def test_a_name_right_before_the_words_speaks_them_where_the_verb_stands_last() -> None:
    assert _speakers(extract(PARTICIPLES_TR)) == {
        "Ticaret artıyor.": "Kofi Ansu",
        "Yeni ortaklıklar kuruldu.": "Omar Dia",
    }


ONE_SPEAKER = """Versión estenográfica. Cumbre del Lago. Reunión bilateral Ghana - Chile
Presidencia de la República
18 de noviembre de 2021

PRESIDENTE OMAR BELLO LANZA
Estamos muy agradecidos de tener este encuentro con el presidente Ruma.
Antes conversábamos de la relación que tuvieron el presidente Torralba y el presidente Foz.
Nosotros queremos que el puente una a nuestros pueblos, y por eso nos da mucho gusto estar aquí.
"""


def test_a_transcript_of_one_speaker_tells_whom_they_met() -> None:
    record = extract(ONE_SPEAKER)
    assert _people(record) == [["OMAR BELLO LANZA", "Ruma"]]
    assert [q.speaker.value for q in record.quotes] == ["OMAR BELLO LANZA"]


PRESS_ZH = """外长：期待好消息
2019年7月2日

加纳外长安苏2日在奥斯陆同智利外长鲁马共见记者时表示，各方开展了良性互动。
安苏说，6月30日，我们看到多哥领导人和秘鲁领导人在利马举行第三次会晤，并达成共识。
"""


def test_what_is_told_before_the_press_is_no_other_meeting() -> None:
    assert _people(extract(PRESS_ZH)) == [["安苏", "鲁马"]]


LATER_PRESS = [
    "Treffen in Oslo\n16. November 2025\n\nDer ghanaische Außenminister Kofi Ansu und sein togoischer Amtskollege Omar "
    "Dia haben am Gipfel in Oslo teilgenommen. Auf einer anschließenden gemeinsamen Pressekonferenz sagte Ansu: „Wir "
    "bauen die Brücke.“\n",
    "Cumbre en Oslo\n16 de noviembre de 2025\n\nEl canciller de Ghana, Kofi Ansu, y el canciller de Togo, Omar Dia, "
    "participaron en la cumbre de Oslo. Más tarde, en una conferencia de prensa conjunta, Ansu afirmó: “Construimos el "
    "puente”.\n",
    "Oslo'da zirve\n16.11.2025\n\nGana Dışişleri Bakanı Kofi Ansu ve Togo Dışişleri Bakanı Omar Dia Oslo'da zirveye "
    'katıldı. Daha sonra düzenlenen ortak basın toplantısında soruları yanıtlayan Ansu, şunları söyledi: "Köprüyü '
    'kuruyoruz."\n',
]


@pytest.mark.parametrize("text", LATER_PRESS)
def test_what_they_told_the_press_later_is_a_meeting_of_its_own(text: str) -> None:
    record = extract(text)
    assert [(m.format.value, m.place.value) for m in record.meetings] == [
        ("multilateral", "Oslo"),
        ("news_conference", "Oslo"),
    ]
    assert _people(record) == [["Kofi Ansu", "Omar Dia"]] * 2


@pytest.mark.parametrize("text", [
    "Oturum sürüyor\n16.11.2025\n\nGana Dışişleri Bakanı Kofi Ansu, Brezilya'nın Tarlem kentinde düzenlenen zirveye "
    "katıldı.\n",
    "Cumbre\n16 de noviembre de 2025\n\nEl canciller de Ghana, Kofi Ansu, se reunió en la ciudad brasileña de Tarlem "
    "con el canciller de Togo, Omar Dia.\n",
    "Treffen\n16. November 2025\n\nDer ghanaische Außenminister Kofi Ansu hat in der brasilianischen Stadt Tarlem den "
    "togoischen Außenminister Omar Dia getroffen.\n",
])  # fmt: skip
def test_a_town_that_no_list_has_with_its_state(text: str) -> None:
    meeting = extract(text).meetings[0]
    assert (meeting.place.value, meeting.place_country.value) == ("Tarlem", "BR")


@pytest.mark.parametrize(("text", "office"), [
    ("Peru und Ghana verhandeln über ein Abkommen\n\n1. September 2005\n\nBei einem Treffen in der Türkei zwischen dem "
     "ghanaischen Außenminister Kofi Ansu und seinem Amtskollegen Luis Ruma wurde über ein Abkommen gesprochen.\n",
     "Außenminister"),
    ("Perú y Ghana negocian un acuerdo\n\n1 de septiembre de 2005\n\nEn una reunión en Turquía entre el canciller "
     "ghanés Kofi Ansu y su homólogo Luis Ruma se habló de un acuerdo.\n", "canciller"),
])  # fmt: skip
def test_a_counterpart_of_whom_no_state_is_told_has_the_headlines_other_one(text: str, office: str) -> None:
    assert _held(extract(text))["Luis Ruma"] == (office, "PE")


@pytest.mark.parametrize("headline", ["中方：加方应认真对待各国的正当诉求", "外交部：望各方保持克制"])
def test_a_chinese_headline_that_quotes_a_body(headline: str) -> None:
    body = "加纳外交部发言人安苏28日主持例行记者会。安苏表示，此事关系全人类健康。"
    assert extract(f"{headline}\n2023-11-28 15:54\n\n{body}\n").title.value == headline


ADDRESSED = """Kofi Ansu : nous poursuivrons notre coopération

15.01.2025

Un procès étrange s'ouvre aujourd'hui à Oslo

Le ministre ghanéen des Affaires étrangères, Kofi Ansu, a fait une déclaration lors de la cérémonie de signature de la \
charte.

« Cher ministre Dia,

Excellences, chers collègues,

%s

Bâtissons ce pont ensemble », a déclaré Kofi Ansu.
"""


def test_whoever_is_addressed_at_length_is_there() -> None:
    text = ADDRESSED % "\n\n".join(f"Nous avons bâti le pont numéro {n} sur notre fleuve commun." for n in range(12))
    record = extract(text)
    assert _people(record) == [["Kofi Ansu", "Dia"]]
    assert record.meetings[0].place.value is None
    assert [q.text.split()[-1] for q in record.quotes] == ["ensemble"]


def test_a_summit_opened_with_a_speech_is_not_outdone_by_the_sentence_behind_it() -> None:
    text = (
        "Persisten amenazas: Bello\n28/01/2014\n\nEn el discurso de apertura de la II Cumbre del Lago el presidente de "
        "Ghana, Omar Bello, pidió paz.\n\nEl líder ghanés destacó a Hugo Lagar, "
        "quien impulsó este encuentro.\n"
    )
    record = extract(text)
    assert [m.format.value for m in record.meetings] == ["multilateral"]
    assert _people(record) == [["Omar Bello"]]


def test_a_spokespersons_day_is_no_other_meetings() -> None:
    text = (
        "Ruhm zu Besuch bei Bell\n\n26. September 2005\n\nDer chilenische Präsident Luis Ruhm hat dem ghanaischen "
        "Präsidenten Omar Bell am Samstag in Oslo einen Besuch abgestattet.\n\nAm heutigen Montag sagte Kremlsprecher "
        "Jan Talheim, das Gespräch mit Bell sei freundlich verlaufen.\n"
    )
    record = extract(text)
    assert [m.date.value for m in record.meetings] == ["2005-09-24"]
    assert _people(record) == [["Luis Ruhm", "Omar Bell"]]


TALKS_AR = """جلسة مباحثات في أوسلو ووسام الاستحقاق

أوسلو 10 اغسطس 2015

عقد ملك غانا كوفي أنسو في أوسلو اليوم جلسة مباحثات مع رئيس النيجر إيسا موساكا، وقلد ملك غانا رئيس النيجر وسام الاستحقاق.

حضر الجلسة أمير منطقة الشمال فهد المرواني. وحضر من جانب النيجر وزير التخطيط والتنمية الحضرية أماندو بوباكا سيسوكو \
ورئيس ديوان رئيس الجمهورية سعيدو سيداني.
"""


def test_an_order_given_beside_talks_is_part_of_them() -> None:
    record = extract(TALKS_AR)
    assert [m.format.value for m in record.meetings] == ["talks"]
    assert _held(record)["أماندو بوباكا سيسوكو"] == ("وزير التخطيط والتنمية الحضرية", "NE")


VISITS = [
    "Səfər\n2 mart 2025\n\nQananın xarici işlər naziri Kofi Ansu Uruqvaya işgüzar səfərə yola düşüb.\n",
    "Reise\n2. März 2025\n\nDer ghanaische Außenminister Kofi Ansu ist zu einem Besuch nach Uruguay gereist.\n",
]


@pytest.mark.parametrize("text", VISITS)
def test_a_visit_that_is_all_a_text_tells_is_a_reference(text: str) -> None:
    record = extract(text)
    assert record.meetings == ()
    assert [(r.date.value, r.parties) for r in record.references] == [(None, ("Kofi Ansu", "UY"))]


@pytest.mark.parametrize("text", [
    "Investiture\n2 mars 2025\n\nLe président du Ghana, Kofi Ansu, qui se trouve en Uruguay pour une visite de "
    "travail, a rencontré le ministre Luis Ruma.\n",
    "Reunión\n2 de marzo de 2025\n\nEl presidente de Ghana, Kofi Ansu, que se encuentra en Uruguay en visita de "
    "trabajo, se reunió con el ministro Luis Ruma.\n",
])  # fmt: skip
def test_somebody_who_is_in_a_state_on_a_visit_is_there(text: str) -> None:
    assert extract(text).meetings[0].place_country.value == "UY"


@pytest.mark.parametrize(("first", "named"), [
    ("Körpü tikilir.", {"Kofi Ansu"}),
    ("Biz köməyinizə ümid edirik.", {"Kofi Ansu", "Aqşin Kərimov"}),
])  # fmt: skip
def test_the_last_line_of_a_story_is_its_author_but_not_of_a_letter(first: str, named: set[str]) -> None:
    said = "“Biz bunu istəyirik”, - deyə nazir Kofi Ansu bildirib."
    text = f"Körpü tikilir\n2 mart 2025\n\n{first}\n\n{said}\n\nAqşin Kərimov\n"
    assert {p.name.value for p in extract(text).people} == named


DELEGATIONS = [
    "Reunión\n2 de marzo de 2025\n\nEl presidente de Ghana, Omar Bello, se reunió en Santiago con el presidente de "
    "Chile, Luis Ruma.\n\nEn la comitiva de Bello están: el asesor en seguridad nacional, Jan Suli; y el subsecretario "
    "del Tesoro, Laura Brandt, entre otros.\n",
    "Rencontre\n2 mars 2025\n\nLe président du Ghana, Omar Bello, a rencontré à Santiago le président du Chili, Luis "
    "Ruma.\n\nLa délégation ghanéenne comprenait le conseiller Jan Suli et la ministre Laura Brandt.\n",
    "Treffen\n2. März 2025\n\nDer ghanaische Präsident Omar Bello traf in Santiago den chilenischen Präsidenten Luis "
    "Ruma.\n\nZur Delegation Bellos gehören der Berater Jan Suli und die Ministerin Laura Brandt.\n",
]


@pytest.mark.parametrize("text", DELEGATIONS)
def test_whoever_belongs_to_a_delegation_is_there_for_its_state(text: str) -> None:
    held = _held(extract(text))
    assert [held[name][1] for name in ("Jan Suli", "Laura Brandt")] == ["GH", "GH"]
