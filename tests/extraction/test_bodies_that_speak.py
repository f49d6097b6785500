"""Bodies whose words are quoted: by their papers, at the head of a sentence, and not their press office for them."""

from __future__ import annotations

import pytest

from meetings.extraction import extract

from .told import present_names, speakers


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "3 mai 2021\n\nLe ministre des Ports, Omar Dia, a été reçu à Lima par le ministre péruvien Paul Roux, "
            "indique un communiqué du ministère.\n\n« M. Dia a visité les quais », lit-on dans le communiqué.",
            "ministère",
        ),
        (
            "3 May 2021\n\nPresidents Omar Dia of Ghana and Ana Mora of Peru met in Lima.\n\nIn a release issued the "
            'next day, the Peruvian Ministry of Fisheries denounced the plans, calling the works "a gift to nobody at '
            'all on this coast".',
            "Peruvian Ministry of Fisheries",
        ),
        (
            "2021年5月3日\n加纳总统迪亚与秘鲁总统莫拉通电话，白宫发布的新闻稿表示，总统莫拉“强调她对港口收费的根本关注与不满之处所在”。",
            "白宫",
        ),
        (
            "3 мая 2021 года\n\nПрезидент Ганы Омар Диа провёл переговоры с президентом Перу Аной Морой. Пресс-служба "
            "Кремля сообщила об этом вечером.\n\nКремль отметил: «Порты остаются открытыми для всех судов».",
            "Кремль",
        ),
    ],
)
def test_a_body_speaks(text, body):
    assert speakers(text) == [body]


def test_a_label_in_capitals_that_begins_a_transcript_is_no_dateline():
    text = (
        "Conferencia de prensa del canciller de Ghana\n\n3 de mayo de 2021\n\nLUMERMAN.- Muy buenas tardes, nos "
        "acompaña el embajador Omar Bello.\n\nBELLO.- Gracias por hablar de puertos.\n\nPERIODISTA.- ¿Hubo acuerdo?\n\n"
        "BELLO.- Todavía no lo hubo."
    )
    assert speakers(text) == ["LUMERMAN", "Omar Bello", "Omar Bello"]
    assert present_names(text) == [["LUMERMAN", "Omar Bello"]]


def test_the_state_of_a_counterpart_is_not_that_of_the_palace():
    text = (
        "México, D.F., a 26 de agosto de 2021.- El presidente de México, Omar Dia, recibió en Palacio Nacional a su "
        "homólogo de Paraguay, Luis Mora, quien realiza una gira oficial a nuestro país."
    )
    assert [m.place_country.value for m in extract(text).meetings] == ["MX"]
