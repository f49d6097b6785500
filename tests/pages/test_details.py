"""What a user relies on in the pages of one thing: its address, its facts, the way from each to its words and back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.corrections import correct
from meetings.extraction.record import Finding, Mention, Participant, Person, Quote, Record, Reference, Span
from meetings.models import Account, Document, Meeting
from meetings.models import Mention as MentionRow
from meetings.models import Participant as Seat
from meetings.models import Person as PersonRow
from meetings.models import Quote as QuoteRow
from tests.factories import make_account, make_document, make_meeting, make_participant, make_person, make_quote
from tests.readings import MEDER, NONE, reading, store, told_meeting

pytestmark = pytest.mark.django_db

TEXT = """Share  Print

Askar Meder receives Ilse Brandt

On 8 April 2021 Askar Meder held talks with Ilse Brandt of Germany in Astana.

Question: Are you friends?

“We and Ilse Brandt are old friends,” said Meder.

They recalled their call in May 2020."""


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, words: str, value: str, rule: str = "test.said") -> Finding:
    return Finding(value, rule, 0.9, (at(text, words),) if words in text else ())


def record(text: str = TEXT, place: str | None = "Astana", day: str = "2021-04-08") -> Record:
    """What a careful reader finds in the text, with the words for each fact."""
    people = {
        name: Person(said(text, name, name), said("", "", office), said("", "", country), NONE, spans(text, name))
        for name, office, country in (("Askar Meder", "President", "KZ"), ("Ilse Brandt", "Foreign Minister", "DE"))
    }
    meeting = replace(
        told_meeting(),
        date=said(text, "8 April 2021", day, "date.absolute"),
        format=said(text, "talks", "talks", "format.talks"),
        place=said(text, "Astana", place) if place else Finding(None, "place.none-named"),
        place_country=said(text, "Astana", "KZ"),
        participants=tuple(Participant(one.name, one.office, one.country, NONE) for one in people.values()),
    )
    return replace(
        reading(meeting),
        title=said(text, "Askar Meder receives Ilse Brandt", "Askar Meder receives Ilse Brandt"),
        people=tuple(people.values()),
        countries=(Mention("DE", "country.name", 1.0, spans(text, "Germany")),),
        quotes=(quote(text, "We and Ilse Brandt are old friends,"),),
        references=(Reference(Finding("2020-05", "d"), ("KZ", "DE"), at(text, "call in May 2020"), "recalled", 0.9),),
        furniture=(at(text, "Share  Print"),),
    )


def spans(text: str, words: str) -> tuple[Span, ...]:
    return tuple(Span(match.start(), match.end()) for match in re.finditer(words, text))


def quote(text: str, words: str) -> Quote:
    span, question = at(text, words), at(text, "Are you friends?")
    return Quote(span, words, said(text, "Meder.", "Askar Meder"), "person", "quote.marks", 0.9, "en", question, 0)


@pytest.fixture
def document(db) -> Document:
    return store("visit.txt", record(), TEXT)


@pytest.fixture
def meeting(document: Document) -> Meeting:
    return Meeting.objects.get()


def page(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def words_of(html: str) -> str:
    """What is read on the page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</(dt|dd|h\d|li|p)>", " ", html)).split())


def moved(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 301, url
    return answer["Location"]


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


# Addresses


def test_a_meeting_has_one_address(client: Client) -> None:
    heir = make_meeting(title="Talks in Oslo")
    gone = make_meeting(title="Talks", merged_into=heir)
    address = f"/meetings/{heir.pk}-talks-in-oslo/"

    for url in (f"/meetings/{heir.pk}/", f"/meetings/{heir.pk}-old-title/", gone.get_absolute_url()):
        assert moved(client, url) == address
    assert client.get(address).status_code == 200
    assert client.get("/meetings/999999-x/").status_code == 404
    assert client.get(f"/meetings/{'9' * 30}-x/").status_code == 404


def test_a_person_who_is_merged_leads_to_the_other(client: Client) -> None:
    heir = make_person("Askar Meder")
    make_person("A. Meder", slug="a-meder", merged_into=heir)

    assert moved(client, "/people/a-meder/") == "/people/askar-meder/"
    assert client.get("/people/nobody/").status_code == 404


def test_countries_and_pairs_have_one_address(client: Client) -> None:
    assert moved(client, "/countries/KZ/") == "/countries/kz/"
    assert moved(client, "/countries/ru/kz/") == "/countries/kz/ru/"
    assert moved(client, "/countries/KZ/RU/") == "/countries/kz/ru/"
    assert moved(client, "/countries/kz/KZ/") == "/countries/kz/"
    for url in ("/countries/zz/", "/countries/kz/zz/"):
        assert client.get(url).status_code == 404
    for url in ("/countries/kz/", "/countries/kz/ru/"):
        assert client.get(url).status_code == 200


# A meeting


def test_a_meeting_tells_when_where_how_and_who(client: Client, meeting: Meeting) -> None:
    html = page(client, meeting.get_absolute_url())

    assert '<dt>Meeting date</dt> <dd><span class="facts__value"><time datetime="2021-04-08">' in squeezed(html)
    assert "published <time" in html
    for words in ("8 April 2021", "Astana, Kazakhstan", "Talks", "President", "Foreign Minister"):
        assert words in words_of(html)
    assert [words_of(one) for one in re.findall(r"<h3>(.*?)</h3>", html)] == ["Kazakhstan", "Germany"]
    assert 'href="/people/askar-meder/"' in html


def squeezed(html: str) -> str:
    return re.sub(r"\s+", " ", html)


@pytest.mark.parametrize(
    ("fact", "words", "rule"),
    [
        ("date", "8 April 2021", "date.absolute"),
        ("format", "talks", "format.talks"),
        ("place", "Astana", "test.said"),
        ("p0", "Askar Meder", "test.said"),
        ("p1", "Ilse Brandt", "test.said"),
    ],
)
def test_each_fact_leads_to_its_words(client: Client, meeting: Meeting, fact: str, words: str, rule: str) -> None:
    html = page(client, meeting.get_absolute_url())
    here = f"d{meeting.accounts.get().document_id}-a1-{fact}"

    link = re.search(
        rf'<a class="evidence__words" href="#{here}">(.*?)</a>.*?<code class="rule">(.*?)</code>', html, re.S
    )
    assert link
    assert (words_of(link[1]), link[2]) == (f"Source: “{words}”", rule)
    assert html.count(f'id="{here}"') == 1


def test_quotes_and_their_words_lead_to_each_other(client: Client, meeting: Meeting) -> None:
    html = page(client, meeting.get_absolute_url())
    row = QuoteRow.objects.get()
    there, entry = f"d{row.document_id}-q{row.pk}", f"quote-{row.pk}"

    assert f'href="#{there}"' in html
    assert f'<mark class="quote" id="{there}">We and ' in html
    assert f'<a class="to-entry" href="#{entry}" data-number="1" aria-label="To quote 1"></a></mark>,”' not in html
    assert f'href="#{entry}" data-number="1" aria-label="To quote 1"></a></mark>”' in html
    assert f'<li id="{entry}">' in html
    assert f'href="/quotes/{row.pk}/"' in html


def test_words_of_the_text_lead_to_people_countries_and_facts(client: Client, meeting: Meeting) -> None:
    html = page(client, meeting.get_absolute_url())

    assert '<a href="#person-ilse-brandt">Ilse Brandt</a></mark> are old friends,' in html
    assert '<li id="person-ilse-brandt">' in html
    assert '<a href="/countries/de/">Germany</a></mark>' in html
    assert '<a href="#fact-date">8 April 2021</a></mark>' in html
    assert '<div id="fact-date">' in html
    assert '<span class="furniture">Share  Print</span>' in html


def test_no_id_is_given_twice_and_no_link_within_the_page_leads_nowhere(client: Client, meeting: Meeting) -> None:
    store("other.txt", record(TEXT + " "), TEXT + " ")
    urls = [meeting.get_absolute_url(), f"/documents/{meeting.accounts.first().document_id}/"]
    for url in [*urls, "/people/askar-meder/", "/countries/kz/", "/countries/de/kz/", "/quotes/1/"]:
        html = page(client, url) if "quotes" not in url else page(client, QuoteRow.objects.first().get_absolute_url())
        assert len(ids(html)) == len(set(ids(html))), url
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids(html)), url


def test_a_fact_without_words_of_its_own_says_by_which_rule(client: Client) -> None:
    text = TEXT.replace("in Astana", "somewhere").replace("8 April 2021", "Thursday")
    store("visit.txt", record(text, place=None), text)

    html = words_of(page(client, Meeting.objects.get().get_absolute_url()))

    assert "Meeting date 8 April 2021 Inferred date.absolute" in html
    assert "Kazakhstan Why not: place.none-named" in html


def test_accounts_that_differ_are_told_apart(client: Client, meeting: Meeting) -> None:
    text = TEXT.replace("in Astana", "somewhere")
    other = store("other.txt", record(text, place=None), text)
    assert Meeting.objects.listed().count() == 1

    html = words_of(page(client, meeting.get_absolute_url()))

    assert cells(page(client, meeting.get_absolute_url()), "Place") == [
        "Astana",
        "not found in this text place.none-named",
    ]
    assert "“8 April 2021” source 2 date.absolute" in html
    Account.objects.filter(document=other).update(reading=as_told(other, date="2021-04-07"))
    html = page(client, meeting.get_absolute_url())
    assert cells(html, "Meeting date") == ["8 April 2021", "7 April 2021"]
    assert '<td data-label="Meeting date" class="compared__otherwise"><a href="#d' in html
    assert "Source 2 says 7 April 2021" in words_of(html)


def cells(html: str, label: str) -> list[str]:
    """A column of the table of sources, from the first source to the last."""
    found = re.findall(rf'<td data-label="{label}"[^>]*>(.*?)</td>', html, re.S)
    return [words_of(one) for one in found]


def as_told(document: Document, **values: str) -> dict:
    told = document.accounts.get().reading
    return told | {name: told[name] | {"value": value} for name, value in values.items()}


def test_what_a_person_decided_is_marked(client: Client, meeting: Meeting) -> None:
    assert "Corrected by a person" not in page(client, meeting.get_absolute_url())

    correct("meeting", meeting.key, "place", "Almaty")
    correct("meeting", meeting.key, "participants/askar-meder/office", "Head of State")
    meeting.refresh_from_db()
    html = page(client, meeting.get_absolute_url())

    assert html.count("Corrected by a person") == 2
    assert "Almaty" in words_of(html)
    assert "Place: this text says Astana" in words_of(html)


def test_a_meeting_of_which_no_text_tells_any_more_says_so(client: Client) -> None:
    meeting = make_meeting(documents=[])

    assert "No current text tells of this meeting." in page(client, meeting.get_absolute_url())


def test_earlier_and_later_meetings_of_the_same_two(client: Client) -> None:
    both = [make_person("Ann", "KZ"), make_person("Bo", "RU")]
    titles = ["First", "Second", "Third"]
    first, second, third = [make_meeting(both, title=t, date=f"20{n}0-01-01") for n, t in enumerate(titles, start=1)]

    html = squeezed(page(client, second.get_absolute_url()))

    assert (
        f'earlier, <time datetime="2010-01-01">1 January 2010</time></span> <a href="{first.get_absolute_url()}">'
        in html
    )
    assert (
        f'later, <time datetime="2030-01-01">1 January 2030</time></span> <a href="{third.get_absolute_url()}">' in html
    )
    assert 'href="/countries/kz/ru/"' in html


@pytest.mark.parametrize("homes", [("KZ", "RU", "UZ"), (None, None), ("KZ", "KZ")])
def test_earlier_and_later_meetings_of_more_states_or_of_the_same_persons(
    client: Client, homes: tuple[str | None, ...]
) -> None:
    all_of_them = [make_person(f"Person {n}", home) for n, home in enumerate(homes)]
    early, now, late, without, undated = [
        make_meeting(people, title=f"Meeting {n}", date=date)
        for n, (people, date) in enumerate(
            [
                (all_of_them, "2010-01-01"),
                (all_of_them, "2020-01-01"),
                ([*all_of_them, make_person("Guest", "FR")], "2030-01-01"),
                (all_of_them[1:], "2015-01-01"),
                (all_of_them, "XXXX-05-01"),
            ]
        )
    ]

    html = page(client, now.get_absolute_url())

    assert early.get_absolute_url() in html
    assert late.get_absolute_url() in html
    assert without.get_absolute_url() not in html
    assert undated.get_absolute_url() not in html


def test_a_meeting_of_more_persons_than_a_query_takes_conditions_has_a_page(client: Client) -> None:
    people = PersonRow.objects.bulk_create(PersonRow(name=f"Guest {n}", slug=f"guest-{n}") for n in range(1_200))
    early, now = (make_meeting([], title="A crowd", date=f"20{n}0-01-01") for n in (1, 2))
    for meeting in (early, now):
        Seat.objects.bulk_create(Seat(meeting=meeting, person=one) for one in people)

    assert early.get_absolute_url() in page(client, now.get_absolute_url())


def test_recalled_meetings_lead_there_and_back(client: Client, meeting: Meeting) -> None:
    call = make_meeting([make_person("Ann", "KZ"), make_person("Bo", "DE")], date="2020-05-03", format="call")
    document = store("visit.txt", record(), TEXT)

    assert f'<a href="{call.get_absolute_url()}">' in page(client, meeting.get_absolute_url())
    back = page(client, call.get_absolute_url())
    reference = document.references.get()
    assert f'href="/documents/{document.pk}/#d{document.pk}-r{reference.pk}" lang="en" dir="ltr"' in back
    assert f'id="d{document.pk}-r{reference.pk}"' in page(client, document.get_absolute_url())


def test_names_of_people_and_publishers_disturb_no_words_beside_them(client: Client) -> None:
    omar, bo = make_person("عمر", "AE", slug="omar"), make_person("Bo", "DE")
    source = make_document("Bo met عمر, who said yes.", publisher="وكالة")
    meeting = make_meeting([omar, bo], [source], date="2020-05-03")
    quote = make_quote("yes", omar, meeting=meeting)
    other = make_document("عمر is named.", publisher="وكالة")
    MentionRow.objects.create(document=other, name=omar.names.get(), person=omar, spans=[[0, 3]], rule="test")

    shown = {address: page(client, address) for address in ("/countries/ae/", "/countries/ae/de/", "/people/bo/")}
    shown |= {address: page(client, address) for address in (meeting.get_absolute_url(), quote.get_absolute_url())}
    assert [address for address, html in shown.items() if '<a href="/people/omar/">عمر' in html] == []
    assert [address for address, html in shown.items() if "<bdi>عمر</bdi></a>" not in html] == []
    told = [meeting.get_absolute_url(), quote.get_absolute_url(), source.get_absolute_url(), "/people/omar/"]
    assert [address for address in told if "<bdi>وكالة</bdi>" not in page(client, address)] == []


# A person


def test_a_person_is_known_by_all_their_names_offices_and_counterparts(client: Client, meeting: Meeting) -> None:
    person = PersonRow.objects.get(slug="askar-meder")
    html = page(client, person.get_absolute_url())
    document = meeting.accounts.get().document_id

    assert f'href="/documents/{document}/#d{document}-p{person.pk}"' in html
    assert "President Kazakhstan · 8 April 2021 · 1 meeting" in words_of(html)
    assert 'href="/people/ilse-brandt/"' in html
    assert "We and Ilse Brandt are old friends," in html
    assert meeting.get_absolute_url() in html


def test_a_spelling_is_listed_once_with_all_its_languages_and_texts(client: Client, meeting: Meeting) -> None:
    french = Finding("fr", "test.rule", 0.9)
    store("aside.txt", reading(others=(("Askar Meder", "President", ""),)), "Askar Meder was mentioned.")
    store("one.txt", replace(reading(others=(("Askar Meder", "", ""),)), language=french), "Askar Meder a chanté.")
    store("two.txt", replace(reading(others=(("Askar Méder", "", "KZ"),)), language=french), "Askar Méder a dansé.")

    names = page(client, "/people/askar-meder/").partition('id="names">')[2].partition("</section>")[0]
    assert words_of(names) == ("Names in the sources Askar Meder English, French · 3 texts Askar Méder French · 1 text")


def test_texts_that_only_mention_a_person_are_told_apart(client: Client, meeting: Meeting) -> None:
    aside = store("aside.txt", reading(others=(MEDER,)), "Askar Meder was mentioned.")

    assert page(client, "/people/askar-meder/").count(f'href="/documents/{aside.pk}/#d{aside.pk}-p') >= 1
    assert "Only mentioned in" not in page(client, "/people/ilse-brandt/")


def test_many_meetings_of_a_person_are_capped_with_a_way_to_all(client: Client) -> None:
    person = make_person("Ann", "KZ")
    for _ in range(52):
        make_meeting([person], [])
    Meeting.objects.update(account_count=1)

    html = page(client, "/people/ann/")
    assert html.count('class="years__meta"') == 50
    assert 'href="/meetings/?person=ann"' in html


# Countries


def test_a_country_tells_years_partners_people_and_quotes(client: Client) -> None:
    ann, bo = make_person("Ann", "KZ"), make_person("Bo", "RU")
    meetings = [make_meeting([ann, bo], date=f"202{n}-01-01") for n in range(3)]
    make_meeting([bo], date="2020-01-01")
    make_quote("Good.", ann, meeting=meetings[0])

    html = page(client, "/countries/kz/")

    assert "3 meetings" in words_of(html)
    assert 'href="/meetings/?country=KZ&amp;year=2021"' in html
    assert re.search(r'<a href="/countries/kz/ru/">Russia</a> <span class="tally__count">3<', html)
    assert 'href="/people/ann/"' in html
    assert "Good." in html


def test_a_pair_tells_of_meetings_of_both_and_the_last_contact(client: Client) -> None:
    ann, bo = make_person("Ann", "KZ"), make_person("Bo", "RU")
    last = make_meeting([ann, bo], date="2022-02-02", format="call")
    make_meeting([ann, bo], date="2021-01-01")
    make_meeting([ann], date="2023-01-01", title="Alone")
    make_quote("Good.", bo, meeting=last)

    html = page(client, "/countries/kz/ru/")

    assert "2 meetings" in words_of(html)
    assert "Alone" not in html
    assert f'Last contact on record: <a href="{last.get_absolute_url()}"><time datetime="2022-02-02">' in html
    assert "telephone call" in html
    assert "Good." in html
    assert 'href="/meetings/?country=KZ&amp;country=RU&amp;country_mode=all&amp;format=call"' in html


# A quote


def test_a_quote_shows_words_speaker_context_and_question(client: Client, meeting: Meeting) -> None:
    row = QuoteRow.objects.get()
    html = page(client, row.get_absolute_url())
    read = words_of(html)

    assert f'href="/documents/{row.document_id}/#d{row.document_id}-q{row.pk}"' in html
    assert '<mark class="quote">We and Ilse Brandt are old friends,</mark>” said Meder.' in html
    assert "They recalled their call" in html
    assert "The question Are you friends?" in read
    assert "President, Kazakhstan" in read
    assert "Meeting date 8 April 2021, Astana" in read
    source = (
        f"“Askar Meder receives Ilse Brandt”, published 8 April 2021, http://testserver/documents/{row.document_id}/"
    )
    citation = f"Askar Meder, “We and Ilse Brandt are old friends”, in: {source}. Record in the Reading Room,"
    assert f"{citation} http://testserver/quotes/{row.pk}/ (accessed " in read


def test_a_quote_that_the_newest_text_has_no_longer_is_kept_with_its_version(
    client: Client, document: Document
) -> None:
    row = QuoteRow.objects.get()
    newer = "Nothing was said.\n\nQuestion: Are you friends? Meder. call in May 2020 Share  Print"
    store("visit.txt", replace(reading(), title=NONE), newer)

    html = page(client, row.get_absolute_url())

    assert "no longer read as a quote" in html
    assert "They stood in version 1." in html
    assert "We and Ilse Brandt are old friends," in html
    there = f"/documents/{document.pk}/versions/1/#d{document.pk}-q{row.pk}"
    assert f'href="{there}"' in html
    assert f'id="d{document.pk}-q{row.pk}"' in page(client, there)


# A document


def test_a_document_shows_its_text_what_was_found_and_what_not(client: Client) -> None:
    text = TEXT.replace("in Astana", "somewhere")
    document = store("visit.txt", record(text, place=None), text)

    html = page(client, document.get_absolute_url())

    assert (
        'Place</dt> <dd><span class="undated">not found</span> <code class="rule">place.none-named</code>'
        in squeezed(html)
    )
    assert "Publisher not given" in words_of(html)
    assert document.version.sha256 in html
    verbatim = re.search(r'<div class="text"[^>]*>(.*?)</div>', html, re.S)
    assert verbatim
    assert re.sub(r"<[^>]+>", "", verbatim[1]) == text


def test_a_document_says_who_gave_its_metadata(client: Client, document: Document) -> None:
    document.hints = {"publisher": "Ministry"}
    document.save()
    correct("document", "visit.txt", "published", "2021-04-09")

    html = words_of(page(client, document.get_absolute_url()))

    assert "Publisher Ministry given at import" in html
    assert "Published 9 April 2021 Corrected by a person" in html


def test_an_address_that_is_no_web_address_is_not_a_link(client: Client) -> None:
    document = make_document(source_url="javascript:alert(1)")

    html = page(client, document.get_absolute_url())
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html


def test_older_versions_can_be_read_and_the_bytes_downloaded(client: Client, document: Document) -> None:
    newer = TEXT.replace("old friends", "good old friends")
    changed = replace(record(newer.replace("good old", "old")), quotes=())
    store("visit.txt", replace(changed, countries=(), furniture=(), references=()), newer)

    moved = client.get(f"/documents/{document.pk}/?version=1")
    assert (moved.status_code, moved["Location"]) == (301, f"/documents/{document.pk}/versions/1/")
    old = page(client, moved["Location"])
    assert "This is an older version of the text." in old
    assert "good old friends" not in old
    assert "are good old friends" in re.sub(r"<[^>]+>", "", page(client, f"/documents/{document.pk}/"))
    for url in ("versions/3/", "?version=x", "?version=", "versions/3/source", "versions/3/reading/"):
        assert client.get(f"/documents/{document.pk}/{url}").status_code == 404

    moved = client.get(f"/documents/{document.pk}/?version=1&raw=1")
    assert (moved.status_code, moved["Location"]) == (301, f"/documents/{document.pk}/versions/1/source")
    answer = client.get(moved["Location"])
    assert answer.content == TEXT.encode()
    assert answer["Content-Disposition"] == 'attachment; filename="visit.txt"'
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_saved_page_is_said_to_be_one_and_can_be_downloaded(client: Client, document: Document) -> None:
    assert "saved web page" not in page(client, document.get_absolute_url())
    document.version.taken = "library 1"
    document.version.save()

    html = page(client, document.get_absolute_url())
    assert "The text was taken from a saved web page" in html
    source = f"/documents/{document.pk}/versions/1/source"
    assert f'<a href="{source}" download rel="nofollow">The page as it was saved</a>' in html
    assert "<code>library 1</code>" in html
    assert client.get(f"{document.get_absolute_url()}?raw=1")["Location"] == f"/documents/{document.pk}/source"
    answer = client.get(f"/documents/{document.pk}/source")
    assert answer["Content-Disposition"] == 'attachment; filename="visit.html"'
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_the_same_text_under_another_name_leads_to_the_first(client: Client, document: Document) -> None:
    copy = make_document(version=document.version, path="copy.txt", same_text_as=document)

    html = page(client, copy.get_absolute_url())
    assert f'<a href="{document.get_absolute_url()}"><bdi>Askar Meder receives' in html
    assert f'id="d{document.pk}-q{QuoteRow.objects.get().pk}"' in html
    assert "copy.txt" in page(client, document.get_absolute_url())


# Hostile texts

EVIL = "<script>alert(1)</script>\n\n\u202egnp.exe\u202c & “<b>words</b>” Z\u0351\u0352\u0353algo \x00\x1b[0m"

OURS = re.compile(
    r'<script src="/static/js/(?:copy|search)\.js" defer></script>|<script type="application/ld\+json">[^<>&]*</script>'
)
"""The script of this site and the data for machines, in which no sign of HTML stands as itself."""


def test_hostile_texts_are_shown_and_do_nothing(client: Client) -> None:
    text = EVIL.replace("\x00", "\x01")
    bad = make_person('"><img src=x onerror=alert(1)>', "KZ", slug="bad", office="<i>Office</i>\u202e")
    document = make_document(text, title=f"{text}", publisher="<u>P</u>", language='en" onload="x')
    meeting = make_meeting([bad], [document], title="<script>alert(2)</script>", place="<s>Oslo</s>", date="2021")
    start = text.index("<b>words</b>")
    row = make_quote("<b>words</b>", bad, meeting=meeting, document=document, start=start)
    for thing in (meeting, bad, row, document):
        html = OURS.sub("", page(client, thing.get_absolute_url()))
        for tag in ("<script", "<img", "<b>", "<i>", "<s>", "<u>", ' onload="'):
            assert tag not in html, tag
    for thing in (meeting, document):
        html = page(client, thing.get_absolute_url())
        body = html[html.index('<div class="text"') :]
        assert "\u202e" not in body[: body.index("</div>")]
        assert '<span class="unseen" title="U+202E RIGHT-TO-LEFT OVERRIDE">RLO</span>' in body
        assert '<span class="unseen" title="U+001B CONTROL CHARACTER">U+001B</span>' in body


def test_an_empty_text_of_nobody_and_no_day_has_a_page(client: Client) -> None:
    html = words_of(page(client, make_document("  \n ", language="").get_absolute_url()))

    assert "The text is empty." in html
    assert "Publisher unknown publication date unknown Language unknown" in html


# Work


def queries(client: Client, urls: list[str]) -> dict[str, int]:
    """How often each page asks the database."""
    found = {}
    for url in urls:
        with CaptureQueriesContext(connection) as asked:
            page(client, url)
        found[url] = len(asked)
    return found


def test_the_number_of_queries_does_not_grow_with_participants_and_quotes(client: Client) -> None:
    document = make_document("Some text.")
    guest = make_person("Guest", "KZ", office="Minister")
    meeting = make_meeting([guest], [document], date="2021-01-01", place_country="KZ")

    def grow(number: int) -> None:
        for n in range(number):
            make_participant(meeting, make_person(home="RU", office="Envoy"))
            make_participant(meeting, make_person(home="KZ", office="Envoy"))
            make_quote(f"Words {n}.", guest, meeting=meeting)
            other = make_meeting([guest, make_person(home="RU")], date=f"202{n + 2}")
            make_account(document, other)

    grow(1)
    quoted = meeting.quotes.first().get_absolute_url()
    urls = [meeting.get_absolute_url(), "/people/guest/", "/countries/kz/", "/countries/kz/ru/", quoted]
    urls += [document.get_absolute_url(), f"{document.get_absolute_url()}versions/1/", "/about/"]
    few = queries(client, urls)
    grow(2)

    assert queries(client, urls) == few
    assert max(few.values()) <= 20


def test_the_number_of_queries_does_not_grow_with_accounts(client: Client, meeting: Meeting) -> None:
    document = meeting.accounts.get().document
    urls = [meeting.get_absolute_url(), document.get_absolute_url(), "/people/askar-meder/", "/countries/de/kz/"]
    few = queries(client, urls)
    for n in (1, 2):
        store(f"other-{n}.txt", record(TEXT + "\n" * n), TEXT + "\n" * n)

    assert meeting.accounts.count() == 3
    assert queries(client, urls) == few
