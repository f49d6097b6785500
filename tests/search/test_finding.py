"""What a search finds, in rows made by hand: words in any form, names in any script, and only what is listed."""

import pytest
from django.db import transaction

from meetings.extraction.record import Span
from meetings.models import Account, Meeting, Mention, Person, PersonName, PublisherTerms, Quote
from meetings.search import Search
from meetings.search.entries import code_of
from meetings.search.hits import MOST
from meetings.takedowns import withhold
from tests.factories import make_document, make_meeting, make_participant, make_person, make_quote
from tests.readings import TEXT, store, visit

pytestmark = pytest.mark.django_db


def found(words: str, kind: str = "document", exactly: bool = False) -> list[int]:
    search = Search(words, exactly)
    best = search.best(kind, 0, 50)
    assert sorted(best) == sorted(search.ids(kind))
    assert len(best) == search.total(kind)
    return best


def mention(document, person, start=0, end=1):
    name = PersonName.objects.filter(person=person).first()
    Mention.objects.create(document=document, name=name, person=person, spans=[[start, end]], rule="test")


@pytest.mark.parametrize(
    ("words", "text", "language"),
    [
        ("meeting", "They were meeting.", "en"),
        ("MEETINGS", "One meeting was enough.", "en"),
        ("переговоры", "Об этих переговорах сказано немного.", "ru"),
        ("елка", "Ёлка стоит в зале.", "ru"),
        ("reunion", "Les réunions de la commission.", "fr"),
        ("gespräch", "Die Gespräche dauerten lange.", "de"),
        ("кездесу", "Кездесуде айтылды.", "kk"),
        ("muzokara", "Muzokaralarda aytildi.", "uz-Latn"),
        ("rozmowa", "Rozmowami kierowano z dala.", "pl"),
        ("jednání", "O jednáních se mlčelo.", "cs"),
        ("խոսքեր", "Խոսքերը կարճ էին։", "hy"),
        ("görüşme", "Görüşmelerde anlatıldı.", "tr"),
        ("اجتماع", "عقد الاجتماع أمس", "ar"),
        ("会谈", "两国外长举行会谈。", "zh-Hans"),
        ("ozbekiston", "Oʻzbekiston poytaxti.", "uz-Latn"),
        ("accord", "On parle de l’accord.", "fr"),
    ],
)
def test_words_in_any_form(words, text, language):
    document = make_document(text, language=language)
    make_document("Something quite different, of other people.")
    assert found(words) == [document.pk]


def test_exactly_as_typed():
    accented, plain = make_document("Le café est fermé."), make_document("The cafe is closed.")
    assert set(found("cafe")) == {accented.pk, plain.pk}
    assert found("cafe", exactly=True) == [plain.pk]
    assert found("CAFÉ", exactly=True) == [accented.pk]
    assert found("cafes")
    assert not found("cafes", exactly=True)


def test_phrases_alternatives_and_exclusions():
    gas, oil = make_document("A deal on gas was made."), make_document("A gas and oil deal.")
    assert set(found("deal gas")) == {gas.pk, oil.pk}
    assert found('"deal on gas"') == [gas.pk]
    assert found('"gas deal"') == []
    assert found("deal -oil") == [gas.pk]
    assert set(found('"on gas" OR oil')) == {gas.pk, oil.pk}
    assert found("-oil") == [gas.pk]
    assert found("deal OR -oil coal") == []


def test_no_phrase_runs_from_one_text_into_the_next():
    make_document("gas was spoken of", title="A word about natural")
    assert found('"natural gas"') == []


def test_chinese_characters_are_wanted_side_by_side():
    make_document("会外长谈", language="zh-Hans")
    assert found("会谈") == []
    assert found("外长") != []


def test_a_name_is_found_in_every_script_and_spelling():
    person = make_person("Aibek Tuleubekov", "KZ")
    PersonName.objects.create(name="Айбек Төлеубеков", country="KZ", person=person)
    text = "Айбек Төлеубеков қабылдады."
    document = make_document(text, language="kk")
    mention(document, person, 0, 16)
    meeting = make_meeting([person], [document])
    quote = make_quote("Жақсы.", person, document=document)
    for words in ("Tuleubekov", "tuleubekow", "Төлеубеков", "Тулеубеков", "Тулеубекова"):
        assert found(words, "person") == [person.pk], words
        assert found(words) == [document.pk], words
        assert found(words, "meeting") == [meeting.pk], words
        assert found(words, "quote") == [quote.pk], words
    assert found("Tuleubekow", "person", exactly=True) == []
    hits = Search("Tuleubekov").marker.hits(text, "kk", [(person.pk, (0, 16))])
    assert [text[hit.start : hit.end] for hit in hits] == ["Айбек Төлеубеков"]


def test_an_ordinary_word_is_no_name_that_sounds_like_it():
    person = make_person("Boris Mitin", "RU")
    document = make_document("Boris Mitin spoke.")
    mention(document, person)
    others = {make_document(f"They were meeting, {n}.").pk for n in range(3)}
    assert set(found("meeting")) == others


def test_speaker_person_and_country():
    meder, brandt = make_person("Askar Meder", "KZ"), make_person("Ilse Brandt", "DE")
    meeting = make_meeting([meder, brandt], title="Talks on gas")
    other = make_meeting([brandt], title="Talks on oil")
    quote = make_quote("We are friends.", meder, meeting=meeting)
    assert found("speaker:meder", "quote") == [quote.pk]
    assert found("speaker:Медер", "meeting") == [meeting.pk]
    assert found("-speaker:meder talks", "meeting") == [other.pk]
    assert set(found("person:brandt", "meeting")) == {meeting.pk, other.pk}
    assert found('person:"askar brandt"', "meeting") == []
    assert found("country:KZ", "meeting") == [meeting.pk]
    assert found("country:kazakhstan", "quote") == [quote.pk]
    assert found("country:kz", "person") == [meder.pk]
    assert found("country:nowhere", "meeting") == []
    assert found("friends in:quotes", "meeting") == [meeting.pk]
    assert found("gas in:quotes", "meeting") == []


def test_dates():
    old, new = make_meeting(title="Talks", date="2019-05-01"), make_meeting(title="Talks", date="2021-06")
    undated = make_meeting(title="Talks")
    assert set(found("talks", "meeting")) == {old.pk, new.pk, undated.pk}
    assert found("talks after:2020", "meeting") == [new.pk]
    assert found("talks after:2021-06", "meeting") == [new.pk]
    assert found("talks before:2021-06", "meeting") == [old.pk]
    assert found("after:2019 before:2020", "meeting") == [old.pk]
    assert found("talks before:2019 after:2020", "meeting") == []


def test_the_best_come_first():
    body = make_document("Here the word gas is used among many others in the text.", title="Of something else")
    title = make_document("Here nothing is said of it among the many words in the text.", title="Of natural gas")
    assert found("gas") == [title.pk, body.pk]
    recent = make_meeting(title="Talks on coal", date="2021", documents=[make_document("one text")])
    early = make_meeting(title="Talks on coal", date="2001", documents=[make_document("two text")])
    assert found("coal", "meeting") == [recent.pk, early.pk]
    assert Search("coal").best("meeting", 0, 5, newest=True) == [recent.pk, early.pk]
    typed, folded = make_document("The word café stands here."), make_document("The word cafe stands here.")
    assert found("café") == [typed.pk, folded.pk]
    assert found("cafe") == [folded.pk, typed.pk]


def test_no_page_repeats_equal_hits_of_another():
    document = make_document("Uranium talks. " * 60)
    quotes = {make_quote("Uranium talks.", document=document, start=place * 15).pk for place in range(60)}
    for newest in (False, True):
        pages = [Search("uranium").best("quote", start, start + 25, newest) for start in (0, 25, 50)]
        assert [len(page) for page in pages] == [25, 25, 10]
        assert set().union(*pages) == quotes


def test_countries_are_found_by_any_of_their_names():
    for words in ("Germany", "Allemagne", "Германия", "德国", "germany"):
        assert code_of(found(words, "country")[0]) == "DE", words


def test_a_state_is_found_in_texts_of_other_scripts():
    document = make_document("本国与德国外长。", language="zh-Hans")
    Mention.objects.create(document=document, country_id="DE", spans=[[3, 5]], rule="test")
    assert found("Germany") == [document.pk]
    assert found("Germany", exactly=True) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tuleybakpv", "Tuleubekov"),
        ("-x speaker:Tulebkov", "-x speaker:Tuleubekov"),
        ("negotiatons", "negotiations"),
        ("Germny", "Germany"),
        ("negotiations", None),
        ("Tuleubekow", None),
        ('"negotiatons"', None),
    ],
)
def test_did_you_mean(typed, meant):
    make_person("Aibek Tuleubekov", "KZ")
    make_document("The negotiations were long.")
    found = Search(typed).meant()
    assert (None if found is None else str(found)) == meant


def test_of_a_query_three_words_are_corrected():
    make_document("The negotiations, consultations, commitments and declarations were long.")
    found = Search("negotiatons consultatons commitmnts declaratons").meant()
    assert str(found) == "negotiations consultations commitments declaratons"


def test_of_a_term_of_many_words_so_many_are_marked():
    words = " ".join(f"w{number}" for number in range(2 * MOST))
    marker = Search(words.replace(" ", ".")).marker
    assert len(marker.hits(words)) == MOST


def test_furniture_is_found_in_its_text_but_tells_of_no_meeting():
    text = "Home  Lighthouses\nAskar Meder received Ilse Brandt.\nMore news: a parade of kites"
    aside = text.index("More")
    visited = visit(TEXT, quotes=(), furniture=(Span(0, 17), Span(aside, len(text))))
    document = store("visit.txt", visited, text)
    meeting = Meeting.objects.get()

    assert (found("kites"), found("lighthouses")) == ([document.pk], [document.pk])
    assert (found("kites", "meeting"), found("lighthouses", "meeting")) == ([], [])
    assert found("received", "meeting") == [meeting.pk]


def test_what_is_not_listed_is_not_found():
    meeting = make_meeting(title="Talks on gas")
    quote = make_quote("Gas is dear.", make_person("Ada Lund"), meeting=meeting)
    assert found("gas", "meeting") == [meeting.pk]
    Meeting.objects.filter(pk=meeting.pk).update(account_count=0)
    Quote.objects.filter(pk=quote.pk).update(current=False)
    Person.objects.update(document_count=0, meeting_count=0, quote_count=0)
    assert found("gas", "meeting") == found("gas", "quote") == found("lund", "person") == []


def test_every_change_is_known_at_once():
    person = make_person("Ada Lund", "SE")
    document = make_document("Nothing special.", title="About gas")
    meeting = make_meeting([], [document], title="Talks")
    assert found("gas", "meeting") == [meeting.pk]
    document.title = "About coal"
    document.save()
    assert found("gas", "meeting") == []
    assert found("coal", "meeting") == [meeting.pk]
    make_participant(meeting, person)
    assert found("lund", "meeting") == [meeting.pk]
    PersonName.objects.create(name="Ada Bergström", country="SE", person=person)
    assert found("bergstrom", "meeting") == [meeting.pk]
    Account.objects.all().delete()
    meeting.delete()
    assert found("lund", "meeting") == []


def test_what_is_rolled_back_is_not_found():
    assert found("gas") == []
    with transaction.atomic():
        make_document("On gas.")
        assert len(found("gas")) == 1
        transaction.set_rollback(True)
    assert found("gas") == []


def test_what_is_withheld_is_not_found():
    document = store("a.txt", visit())
    other = make_document("Old friends elsewhere.", title="Another")
    quote, meeting = Quote.objects.get(), Meeting.objects.get()
    assert found("friends", "quote") == [quote.pk]
    assert set(found("friends")) == {document.pk, other.pk}
    withhold([quote])
    assert found("friends", "quote") == found("friends", "meeting") == []
    assert found("friends") == [other.pk]
    withhold([Person.objects.get(slug="askar-meder")])
    assert found("Медер", "person") == found("speaker:meder", "meeting") == found("person:meder", "meeting") == []
    assert found("brandt", "meeting") == [meeting.pk]
    withhold([document])
    assert found("received") == found("brandt", "meeting") == []


def test_of_a_text_that_is_not_given_out_only_what_is_shown_is_found():
    document = make_document("A long text on gas.", title="On coal", publisher="Morning Herald")
    assert found("gas") == [document.pk]
    terms = PublisherTerms.objects.create(publisher="Morning Herald", shows="facts")
    assert found("gas") == []
    assert found("coal") == [document.pk]
    terms.delete()
    assert found("gas") == [document.pk]
