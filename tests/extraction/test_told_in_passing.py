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

Acompañado de los secretarios de Pesca, Pamela Prado; Cultura, Antón Foz; y el representante comercial de Ghana, \
Miguel Frómista, el presidente de Ghana, Omar Bello, se reunió el viernes en Oslo con el canciller de Chile, Luis Ruma.

Por la parte chilena participaron el secretario de Minas, Pedro Lanza; el de Deportes, Juan Torralba y la de \
Montes, Clara Ruedo.
"""

ELLIPTIC_FR = """Rencontre à Oslo
14 juin 2024

Le président du Ghana, Omar Belin, a rencontré vendredi à Oslo le ministre chilien de l'Économie, Luc Rumat, et celui \
des Transports, Jean Tourbal.
"""


def test_offices_whose_head_is_not_said_again() -> None:
    assert _held(extract(ELLIPTIC_ES)) == {
        "Pamela Prado": ("secretario de Pesca", "GH"),
        "Antón Foz": ("secretario de Cultura", "GH"),
        "Miguel Frómista": ("representante comercial de Ghana", "GH"),
        "Omar Bello": ("presidente de Ghana", "GH"),
        "Luis Ruma": ("canciller de Chile", "CL"),
        "Pedro Lanza": ("secretario de Minas", "CL"),
        "Juan Torralba": ("secretario de Deportes", "CL"),
        "Clara Ruedo": ("secretaria de Montes", "CL"),
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
    ("Oslo'da görüşme\n07.06.2019\n\nKremlin Danışmanı Pavel Ruslavin, Oslo'da Gana Dışişleri Bakanı Kofi Ansu ile "
     "görüştü.\n", "Kremlin Danışmanı"),
    ("Rencontre à Oslo\n7 juin 2019\n\nLe conseiller du Kremlin Pavel Ruslavin a rencontré vendredi à Oslo le ministre "
     "ghanéen Kofi Ansu.\n", "conseiller du Kremlin"),
])  # fmt: skip
def test_a_house_stands_for_its_state(text: str, office: str) -> None:
    assert _held(extract(text))["Pavel Ruslavin"] == (office, "RU")


def test_a_state_ends_an_office_before_a_name() -> None:
    text = (
        "Le nouveau président du Ghana Kofi Ansu et le Patriarche Gaspar III ont parlé de cloches\n3 avril 2017\n"
        "\nDans son verger, le Patriarche Gaspar III a rencontré lundi le nouveau président du Ghana, Kofi Ansu.\n"
    )
    assert _held(extract(text)) == {
        "Gaspar III": ("Patriarche", None),
        "Kofi Ansu": ("nouveau président du Ghana", "GH"),
    }


PARTICIPLES_TR = """Oslo'da görüşme
16.11.2025

Gana Cumhurbaşkanı Kofi Ansu, Oslo'da Togo Cumhurbaşkanı Omar Dia ile görüştü.

Togo Cumhurbaşkanı Omar Dia tarafından kurulan iskeleyi gezen Ansu, "Tahtalar sağlam." şeklinde konuştu.

Asıl işin ağları onarmak olduğunu belirten Dia, “Hamsi bu yıl erken geldi.” dedi.
"""


def test_a_name_right_before_the_words_speaks_them_where_the_verb_stands_last() -> None:
    assert _speakers(extract(PARTICIPLES_TR)) == {
        "Tahtalar sağlam.": "Kofi Ansu",
        "Hamsi bu yıl erken geldi.": "Omar Dia",
    }


ONE_SPEAKER = """Versión estenográfica. Feria del Trigo. Reunión bilateral Ghana - Chile
Presidencia de la República
7 de mayo de 2016

PRESIDENTE OMAR BELLO LANZA
Nos alegra este encuentro con el presidente Ruma, que llegó en tren.
En el desayuno leímos las cartas que se escribieron el presidente Torralba y el presidente Foz.
Sembraremos el trigo en las dos orillas del lago, y con la harina hornearemos pan para los niños.
"""


def test_a_transcript_of_one_speaker_tells_whom_they_met() -> None:
    record = extract(ONE_SPEAKER)
    assert _people(record) == [["OMAR BELLO LANZA", "Ruma"]]
    assert [q.speaker.value for q in record.quotes] == ["OMAR BELLO LANZA"]


PRESS_ZH = """外长：海带丰收了
2016年11月5日

加纳外长安苏5日在奥斯陆同智利外长鲁马共见记者时表示，渔船已经修好。
安苏说，11月3日，我们听说多哥总统和秘鲁总统在利马举行会晤，谈妥了海带的运费。
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
    ("Peru und Ghana tauschen Leuchttürme\n\n9. Mai 2011\n\nBei einem Treffen in Portugal zwischen dem "
     "ghanaischen Außenminister Kofi Ansu und seinem Amtskollegen Luis Ruma ging es um Lampen und Linsen.\n",
     "Außenminister"),
    ("Perú y Ghana cambian faros\n\n9 de mayo de 2011\n\nEn una reunión en Portugal entre el canciller "
     "ghanés Kofi Ansu y su homólogo Luis Ruma se habló de lámparas y lentes.\n", "canciller"),
])  # fmt: skip
def test_a_counterpart_of_whom_no_state_is_told_has_the_headlines_other_one(text: str, office: str) -> None:
    assert _held(extract(text))["Luis Ruma"] == (office, "PE")


@pytest.mark.parametrize("headline", ["中方：加方应归还借走的渔网", "外交部：请各位先把网晒干"])
def test_a_chinese_headline_that_quotes_a_body(headline: str) -> None:
    body = "加纳外交部发言人安苏6日主持例行记者会。安苏表示，渔网还在桅杆上。"
    assert extract(f"{headline}\n2017-03-06 10:20\n\n{body}\n").title.value == headline


ADDRESSED = """Kofi Ansu : cette vendange sera longue

08.09.2013

Une foire aux cloches ouvre ses portes demain à Oslo

Le ministre ghanéen des Affaires étrangères, Kofi Ansu, a fait une déclaration lors de la cérémonie de signature du \
bail des vignes.

« Cher ministre Dia,

Vignerons, voisines, amis,

%s

Goûtons cette cuvée ensemble », a déclaré Kofi Ansu.
"""


def test_whoever_is_addressed_at_length_is_there() -> None:
    text = ADDRESSED % "\n\n".join(f"Nous avons taillé le rang numéro {n} au pied de la colline." for n in range(12))
    record = extract(text)
    assert _people(record) == [["Kofi Ansu", "Dia"]]
    assert record.meetings[0].place.value is None
    assert [q.text.split()[-1] for q in record.quotes] == ["ensemble"]


def test_a_summit_opened_with_a_speech_is_not_outdone_by_the_sentence_behind_it() -> None:
    text = (
        "Faltan abejas: Bello\n11/06/2018\n\nEn el discurso de apertura de la IV Cumbre de la Miel el presidente de "
        "Ghana, Omar Bello, pidió sembrar tomillo.\n\nEl líder ghanés saludó a Hugo Lagar, "
        "quien soñó con este encuentro.\n"
    )
    record = extract(text)
    assert [m.format.value for m in record.meetings] == ["multilateral"]
    assert _people(record) == [["Omar Bello"]]


def test_a_spokespersons_day_is_no_other_meetings() -> None:
    text = (
        "Ruhm bringt Bell ein Fahrrad\n\n14. Mai 2012\n\nDer chilenische Präsident Luis Ruhm hat dem ghanaischen "
        "Präsidenten Omar Bell am Freitag in Oslo einen Besuch abgestattet.\n\nAm heutigen Montag sagte "
        "Regierungssprecher Jan Talheim, nach dem Gespräch mit Bell habe die Klingel gefehlt.\n"
    )
    record = extract(text)
    assert [m.date.value for m in record.meetings] == ["2012-05-11"]
    assert _people(record) == [["Luis Ruhm", "Omar Bell"]]


TALKS_AR = """سنبلة من ذهب لضيف أوسلو

أوسلو 2 مارس 2019

عقد ملك غانا كوفي أنسو في أوسلو اليوم جلسة مباحثات مع رئيس بيرو رامون كيروغا، وقلد ملك غانا رئيس بيرو وسام الاستحقاق.

حضر الجلسة أمير منطقة البحيرات فهد المرواني. وحضر من جانب بيرو وزير الزراعة والمراعي الجبلية ليساندرو توبال \
ومدير المتحف إلياس غوردو.
"""


def test_an_order_given_beside_talks_is_part_of_them() -> None:
    record = extract(TALKS_AR)
    assert [m.format.value for m in record.meetings] == ["talks"]
    assert _held(record)["ليساندرو توبال"] == ("وزير الزراعة والمراعي الجبلية", "PE")


VISITS = [
    "Yük qatarı\n4 iyul 2018\n\nQananın nəqliyyat naziri Kofi Ansu yeni vaqonlara görə Uruqvaya səfərə yola düşüb.\n",
    "Güterzug\n4. Juli 2018\n\nDer ghanaische Verkehrsminister Kofi Ansu ist der Waggons wegen zu einem Besuch nach "
    "Uruguay gereist.\n",
]


@pytest.mark.parametrize("text", VISITS)
def test_a_visit_that_is_all_a_text_tells_is_a_reference(text: str) -> None:
    record = extract(text)
    assert record.meetings == ()
    assert [(r.date.value, r.parties) for r in record.references] == [(None, ("Kofi Ansu", "UY"))]


@pytest.mark.parametrize("text", [
    "Le train de nuit\n4 juillet 2018\n\nLa ministre ghanéenne Efua Ansu, qui se trouve en Uruguay pour une visite de "
    "deux jours, a rencontré le cheminot en chef, le ministre Luis Ruma.\n",
    "El tren de noche\n4 de julio de 2018\n\nLa ministra de Ghana, Efua Ansu, que se encuentra en Uruguay en visita de "
    "dos días, se reunió con el ministro Luis Ruma.\n",
])  # fmt: skip
def test_somebody_who_is_in_a_state_on_a_visit_is_there(text: str) -> None:
    assert extract(text).meetings[0].place_country.value == "UY"


@pytest.mark.parametrize(("first", "named"), [
    ("Körpü tikilir.", {"Kofi Ansu"}),
    ("Biz köməyinizə ümid edirik.", {"Kofi Ansu", "Rövzət Tarlanov"}),
])  # fmt: skip
def test_the_last_line_of_a_story_is_its_author_but_not_of_a_letter(first: str, named: set[str]) -> None:
    said = "“Biz bunu istəyirik”, - deyə nazir Kofi Ansu bildirib."
    text = f"Körpü tikilir\n2 mart 2025\n\n{first}\n\n{said}\n\nRövzət Tarlanov\n"
    assert {p.name.value for p in extract(text).people} == named


DELEGATIONS = [
    "Cien paraguas\n2 de marzo de 2025\n\nEl presidente de Ghana, Omar Bello, se reunió en Santiago con el "
    "presidente de "
    "Chile, Luis Ruma.\n\nEn la comitiva de Bello están: el asesor de riego, Jan Kellet; y la directora "
    "de Museos, Laura Bremm, entre otros.\n",
    "Rencontre\n2 mars 2025\n\nLe président du Ghana, Omar Bello, a rencontré à Santiago le président du Chili, Luis "
    "Ruma.\n\nLa délégation ghanéenne comprenait le conseiller Jan Kellet et la ministre Laura Bremm.\n",
    "Treffen\n2. März 2025\n\nDer ghanaische Präsident Omar Bello traf in Santiago den chilenischen Präsidenten Luis "
    "Ruma.\n\nZur Delegation Bellos gehören der Berater Jan Kellet und die Ministerin Laura Bremm.\n",
]


@pytest.mark.parametrize("text", DELEGATIONS)
def test_whoever_belongs_to_a_delegation_is_there_for_its_state(text: str) -> None:
    held = _held(extract(text))
    assert [held[name][1] for name in ("Jan Kellet", "Laura Bremm")] == ["GH", "GH"]
