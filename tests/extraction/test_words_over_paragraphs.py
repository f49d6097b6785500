"""Words over paragraphs and in chains, names of bodies, lines over headlines, meetings asked about; all invented."""

from __future__ import annotations

import pytest

from meetings.extraction import extract
from tests.extraction.told import said_by


def test_straight_marks_hold_the_words_of_several_paragraphs() -> None:
    words = "Ağların yarısı kıyıda kalacak.\n\nÖbür yarısını komşulara satacağız.\n\nKimse bundan zarar görmeyecektir."
    text = (
        "Bakan Deniz Toprakçı balıkçılarla buluştu\n\nBakan Deniz Toprakçı, Lima'da balıkçılarla bir araya geldi ve "
        f'ağları anlattı.\n\nToprakçı\'nın açıklamaları şöyle:\n\n"{words}"'
    )
    assert said_by(text) == [("Deniz Toprakçı", words)]


def test_a_verb_alone_between_two_quotations_has_the_subject_of_both() -> None:
    text = (
        "Bakan Deniz Toprakçı, “ağların yarısının kıyıda kalmasının kimseyi üzmediğini” belirterek, “İki tekne kaldı, "
        "üçüncüsü yolda.” dedi."
    )
    assert said_by(text) == [
        ("Deniz Toprakçı", "ağların yarısının kıyıda kalmasının kimseyi üzmediğini"),
        ("Deniz Toprakçı", "İki tekne kaldı, üçüncüsü yolda."),
    ]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Генеральный секретарь Организации тюркских государств", "Организация тюркских государств"),
        (
            "Генеральный секретарь Организации Договора о коллективной безопасности",
            "Организация Договора о коллективной безопасности",
        ),
    ],
)
def test_a_body_stands_in_the_nominative(office: str, body: str) -> None:
    text = f"{office} Самир Вербаза встретился с министром рыболовства Ганы Омаром Беллом."
    assert [p.organization.value for m in extract(text).meetings for p in m.participants] == [body, None]


def test_who_presides_a_parliament_comes_with_no_guest() -> None:
    text = (
        "В Сенате состоялась встреча с членами делегации Ганы во главе с премьер-министром Омаром Беллом.\n\nВ начале "
        "беседы председатель Сената Анна Дворская отметила, что сеть длиннее лодки."
    )
    found = [(p.name.value, p.country.value) for m in extract(text).meetings for p in m.participants]
    assert found == [("Омар Белл", "GH"), ("Анна Дворская", None)]


def test_a_meeting_that_is_asked_about_and_denied_is_none() -> None:
    text = (
        "Министр рыболовства Ганы Омар Белл заявил, что не будет встречаться на ярмарке с чилийским коллегой Рамоном "
        "Дуарте. Вопрос о возможной встрече с Дуарте Беллу задали рыбаки. Он добавил, что встречи с чилийским коллегой "
        "не состоится."
    )
    assert extract(text).meetings == ()


def test_a_headline_that_stands_twice_goes_on_from_nothing() -> None:
    text = (
        "date 2018-03-16 Перейти до основного змісту\nДо Ліми прибув глава МЗС Гани\nДо Ліми прибув глава МЗС Гани\n\n"
        "Міністр закордонних справ Гани Омар Белл на причалі, Ліма, 2 лютого 2018 року. Getty Images\n\nУ пʼятницю, 16 "
        "березня, міністр закордонних справ Гани Омар Белл прибув до Перу."
    )
    record = extract(text)
    assert (record.title.value, record.meetings) == ("До Ліми прибув глава МЗС Гани", ())


def test_a_section_glued_to_the_headline() -> None:
    text = (
        "GündemLima'dan balıkçı konuk geldi\n\nLima'dan balıkçı konuk geldi\n\n27.04.2019 - 08:15\n\nTarım Bakanı Ali "
        "Sürmeli, Peru Bakanı Tony Marson ile bir araya geldi."
    )
    assert extract(text).title.value == "Lima'dan balıkçı konuk geldi"


def test_two_blanks_close_a_full_name() -> None:
    text = "Bakan Deniz Toprakçı  Bahar Şenliği sonrası konuştu."
    assert [p.name.value for p in extract(text).people] == ["Deniz Toprakçı"]


def test_a_sentence_that_breaks_off_at_a_comma_is_one() -> None:
    text = (
        "20:13, 22 Қыркүйек 2010 | GMT +5\nГана мен Чили балықшылары көл балығын бірге өсіру туралы сөйлесті\nАЛМАТЫ. "
        "Қыркүйектің 22-сі. Сенат Аппаратының басшысы Айдос Қамшыбековтің Гананың Қазақстандағы Төтенше және Өкілетті "
        "елшісі Кофи Менсамен бүгінгі кездесуінде көл балығын бірге өсіру мәселелері сөз болды,\nдеп хабарлайды "
        "Сенаттың баспасөз қызметі.\nА.Қамшыбеков елшіге тор тапсырды."
    )
    assert [[p.name.value for p in m.participants] for m in extract(text).meetings] == [
        ["Айдос Қамшыбеков", "Кофи Менса"]
    ]


def test_the_upper_house_of_the_neighbours_is_part_of_an_office() -> None:
    text = (
        "Олий Мажлис Сенатының Төрайымы Зухра Темирова балықшылар жиыны аясында Чили Ұлттық мәжілісі төрағасы Рамон "
        "Дуартемен және Гана министрі Омар Беллмен екіжақты кездесулер өткізді."
    )
    found = [[p.office.value for p in m.participants] for m in extract(text).meetings]
    assert found == [
        ["Олий Мажлис Сенатының Төрайымы", "Чили Ұлттық мәжілісі төрағасы"],
        ["Олий Мажлис Сенатының Төрайымы", "Гана министрі"],
    ]
