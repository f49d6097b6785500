"""Whose words whole stories quote: bodies through somebody unnamed, states, several who speak as one, names that only a
verb of speech shows."""

from __future__ import annotations

import pytest

from .told import said

RU = "Паром вернулся\n\n4 мая 2022 года\n\nМинистр Ганы Омар Дианов принял посла Перу Анну Беллову.\n\n{}"
UK = "Пором повернувся\n\n4 травня 2022 року\n\nМіністр Гани Омар Діанов прийняв посла Перу Анну Беллову.\n\n{}"
DE = (
    "Die Fähre ist zurück\n\n4. Mai 2022\n\nDer ghanaische Minister Omar Dia empfing die Botschafterin Anna Bell.\n\n{}"
)
FR = "Le bac revient\n\n4 mai 2022\n\nLe ministre ghanéen Omar Dia a reçu l'ambassadrice du Pérou, Anna Bell.\n\n{}"
ES = "Vuelve la balsa\n\n4 de mayo de 2022\n\nEl ministro ghanés Omar Dia recibió a la embajadora Anna Bell.\n\n{}"
TR = "Feribot döndü\n\n4 Mayıs 2022\n\nGana Bakanı Omar Dia, Peru Büyükelçisi Anna Bell ile görüştü.\n\n{}"
AR = "عودة العبارة\n\n4 مايو 2022\n\nاستقبل وزير خارجية غانا عمر ديا سفيرة بيرو آنا بيل.\n\n{}"
ZH = "渡轮归来\n\n2022年5月4日\n\n加纳外交部长奥马尔·迪亚会见秘鲁大使安娜·贝尔。\n\n{}"


def speakers(frame: str, told: str) -> list[str | None]:
    """Whose words a text quotes, in order."""
    return [who for _words, who in said(frame.format(told))]


@pytest.mark.parametrize(
    ("frame", "told", "body"),
    [
        (RU, "Представитель Еврокомиссии заявил, что «причал покрасят к осени».", "Еврокомиссия"),
        (RU, "«Причал покрасят к осени», — сказал представитель посольства Чили.", "посольство Чили"),
        (UK, "Речник Єврокомісії ввечері заявив про «дуже спокійне море».", "Єврокомісія"),
        (DE, "Ein Sprecher des Auswärtigen Amts sprach von „einem sehr ruhigen Meer“.", "Auswärtiges Amt"),
        (DE, "„Der Steg wird grün“, sagte eine Sprecherin der EU-Kommission.", "EU-Kommission"),
        (FR, "Un porte-parole de la Commission européenne a évoqué « une mer très calme ».", "Commission européenne"),
        (FR, "« Le quai sera vert », a dit une porte-parole du ministère des Transports.", "ministère des Transports"),
        (ES, "Un portavoz de la Comisión Europea habló de “un mar muy tranquilo”.", "Comisión Europea"),
        (TR, "Avrupa Komisyonu Sözcüsü, “iskele yeşile boyanacak” dedi.", "Avrupa Komisyonu"),
        (AR, "وقال متحدث باسم المفوضية الأوروبية إن «الرصيف سيطلى بالأخضر».", "المفوضية الأوروبية"),
        (ZH, "加纳外交部发言人说：“码头秋天前会漆成绿色。”", "加纳外交部"),
        (ZH, "“码头秋天前会漆成绿色。”欧盟委员会发言人表示。", "欧盟委员会"),
    ],
)
def test_somebody_unnamed_speaks_for_a_body(frame: str, told: str, body: str) -> None:
    assert speakers(frame, told) == [body]


@pytest.mark.parametrize(
    ("frame", "told", "speaker"),
    [
        (FR, "« Le quai sera vert », a fait savoir l'Élysée.", "Élysée"),
        (UK, "«Причал пофарбують до осені», - повідомили у міністерстві транспорту.", "міністерство транспорту"),
        (RU, "В правительстве Чили подчеркнули: «Причал покрасят к осени».", "правительство Чили"),
        (AR, "وقالت وزارة النقل إن «الرصيف سيطلى بالأخضر كل عام».", "وزارة النقل"),
        (DE, "„Der Steg wird grün“, heißt es in einer Pressemitteilung von Anna Bell.", "Anna Bell"),
        (
            ES,
            "Tras destacar el plan del Gobierno, Dia pidió calma en temas que —según dijo— “ni mojan ni secan”.",
            "Omar Dia",
        ),
    ],
)
def test_where_a_body_or_a_paper_stands_tells_whether_it_speaks(frame: str, told: str, speaker: str) -> None:
    assert speakers(frame, told) == [speaker]


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (AR, "وحذر وزراء الخارجية من أن «الرصيف لا يحتمل الانتظار»."),
        (AR, "وقال الوزراء إن «الرصيف لا يحتمل الانتظار»."),
        (DE, "„Der Steg wird grün“, so die Lotsen."),
        (FR, "« Le quai sera vert », selon les riverains."),
    ],
)
def test_several_and_states_are_nobody_who_was_named_before(frame: str, told: str) -> None:
    assert speakers(frame, told) == [None]


@pytest.mark.parametrize(
    ("frame", "told", "speaker"),
    [
        (FR, "« Le sel monte », a déclaré à la TNB Paul Marot.", "Paul Marot"),
        (FR, "Paul Marot, économiste du port, a déclaré que le sel « monte encore ».", "Paul Marot"),
        (FR, "Le patron du bac, arrivé hier, Paul Marot, a déclaré que le sel « monte encore ».", "Paul Marot"),
        (ES, "Pablo Marot, responsable del muelle, dijo que la sal “sube cada año”.", "Pablo Marot"),
    ],
)
def test_a_verb_of_speech_shows_a_name_behind_an_apposition_or_a_listener(frame: str, told: str, speaker: str) -> None:
    assert speakers(frame, told) == [speaker]


def test_a_state_that_speaks_is_not_who_spoke_before() -> None:
    told = (
        "« Le sel monte », a dit Omar Dia. Trois mois après la crue de la rivière, le Togo a déclaré que son but était "
        "« un quai plus large »."
    )
    assert speakers(FR, told) == ["Omar Dia", None]


def test_no_subject_stands_behind_a_preposition_and_an_article() -> None:
    told = "Dia habló poco. Aseguró que no ve la idea lanzada por la embajadora y no descarta “que siga verde todavía”."
    assert speakers(ES, told) == ["Omar Dia"]


def test_a_source_cited_inside_the_words_does_not_cut_them() -> None:
    told = "Omar Dia a écrit : « Le quai est vert et, selon le nombre de bacs, il restera ouvert. »"
    assert said(FR.format(told)) == [
        ("Le quai est vert et, selon le nombre de bacs, il restera ouvert.", "Omar Dia"),
    ]


def test_a_single_mark_closes_before_a_character() -> None:
    told = "“‘蓝鲸号’寄托着两岸的期望。”安娜·贝尔说。“蓝鲸号”明年下水。"
    assert said(ZH.format(told)) == [("‘蓝鲸号’寄托着两岸的期望。", "安娜·贝尔")]


def test_the_subject_goes_on_where_words_of_somebody_else_were_spoken_of() -> None:
    told = (
        'Gana Bakanı Omar Dia, Büyükelçi Anna Bell\'in "Rıhtım yeter artık" sözlerini eleştirerek, "Rıhtım kimseye '
        'yetmiyor, genişletelim" dedi.'
    )
    assert speakers(TR, told) == ["Anna Bell", "Omar Dia"]


def test_a_word_for_where_somebody_belongs_is_no_part_of_the_name() -> None:
    told = 'DLP\'li Kemal Toprakçı, rıhtımı gezdi. Toprakçı, "Rıhtım kimseye yetmiyor" dedi.'
    assert speakers(TR, told) == ["Kemal Toprakçı"]


def test_a_lead_without_a_stop_ends_in_its_verb_of_speech() -> None:
    text = (
        "Rıhtım genişliyor\nGana Bakanı Omar Dia, dün sabah limana giderek balıkçılarla uzun sohbet etti, rıhtımın "
        'herkes için çok dar olduğunu belirterek, "Rıhtım kimseye yetmiyor" dedi\nYağmurda limanı gezen Dia, akşam geç '
        "saatlerde feribotla evine döndü.\n"
    )
    assert said(text) == [("Rıhtım kimseye yetmiyor", "Omar Dia")]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("وقال مدير مركز الموانئ خليل بنداري لفرانس برس إن «الرصيف أخضر منذ عام».", "خليل بنداري"),
        ("وقالت الأستاذة في جامعة الموانئ جانا بنداري إن «الرصيف أخضر منذ عام». وغادرت بنداري.", "جانا بنداري"),
    ],
)
def test_a_name_ends_before_a_listener_and_stands_behind_what_somebody_is(told: str, speaker: str) -> None:
    assert speakers(AR, told) == [speaker]


def test_a_name_ends_the_apposition_to_the_subject_behind_a_verb() -> None:
    told = "« Le sel monte », a dit Omar Dia. « Le quai est étroit », a expliqué l'entraîneur du Togo, Paul Marot."
    assert speakers(FR, told) == ["Omar Dia", "Paul Marot"]


def test_a_straight_mark_behind_a_bracket_opens() -> None:
    told = '"Ми говоримо про причал ("Синій шлях" - ред.), і він буде", - сказав Діанов.'
    assert said(UK.format(told)) == [('Ми говоримо про причал ("Синій шлях" - ред.), і він буде', "Омар Діанов")]
