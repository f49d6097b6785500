"""What a user relies on in the lists: what is shown, in which order, on which page."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import override_script_prefix
from django.urls import reverse
from django.utils import translation

from meetings.addresses import address
from meetings.models import Meeting, Participant
from tests.factories import (
    make_document,
    make_meeting,
    make_participant,
    make_person,
    make_quote,
    make_some_meetings,
)

pytestmark = pytest.mark.django_db

LISTS = ["/meetings/", "/people/", "/countries/", "/quotes/", "/documents/"]
STATES = ["/meetings/?view=table", "/meetings/?sort=published&from=2010&to=2030", "/meetings/?sort=oldest&quotes=yes"]


def titles(html: str) -> list[str]:
    return re.findall(r'<h3 class="row__title"><a [^>]*><bdi>([^<]*)', html)


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_meetings_come_newest_first_and_undated_last(client: Client) -> None:
    for date in ("2019-05", "", "2021-04-08", "XXXX-05-28", "2019-05-02", "2019"):
        make_meeting(date=date, title=date or "undated")

    assert titles(page(client, "/meetings/")) == [
        "2021-04-08",
        "2019-05-02",
        "2019-05",
        "2019",
        "XXXX-05-28",
        "undated",
    ]


def test_an_office_is_marked_with_its_language_and_followed_by_the_state_that_it_does_not_name(client: Client) -> None:
    meeting = make_meeting()
    for home, office, named in (("NO", "президент Норвегии", True), ("GH", "президент", False)):
        person = make_person(home=home)
        make_participant(meeting, person, office=office, office_language="ru", office_names_state=named)

    html = page(client, "/meetings/")

    assert '<bdi lang="ru" dir="ltr">президент Норвегии</bdi></span></li>' in html
    assert '<bdi lang="ru" dir="ltr">президент</bdi></span><span class="who__country"> (Ghana)</span></li>' in html


def test_a_meeting_row_says_when_who_where_and_how(client: Client) -> None:
    president = make_person("Sanzhar Ordabekov", "KZ", office="President")
    meeting = make_meeting(
        [president], [make_document(), make_document()], "KZ", date="2021-04-08", place="Nur-Sultan", format="call"
    )
    meeting.quote_count = 3
    meeting.save()

    html = page(client, "/meetings/")

    assert '<time datetime="2021-04-08">8 April 2021</time>' in html
    assert f'<a href="{president.get_absolute_url()}"><bdi>Sanzhar Ordabekov</bdi></a>' in html
    for words in ("<bdi>President</bdi>", "<bdi>Nur-Sultan</bdi>, ", "Telephone call", "3 quotes", "2 accounts"):
        assert words in html


def test_a_long_list_of_participants_is_cut_with_a_count(client: Client) -> None:
    make_meeting([make_person(f"Guest {number}") for number in range(9)])

    html = page(client, "/meetings/")

    assert "and 3 more" in html
    assert 'class="who__more"' in html
    assert html.count('<a href="/people/guest-') == 6


def test_merged_and_untold_meetings_are_not_listed(client: Client) -> None:
    kept = make_meeting(title="Kept")
    make_meeting(title="Merged", merged_into=kept)
    make_meeting(title="Untold", account_count=0)

    assert titles(page(client, "/meetings/")) == ["Kept"]


def test_copies_of_a_text_and_outdated_quotes_are_not_listed(client: Client) -> None:
    told = make_document("The text.", title="Told")
    make_document(version=told.version, title="Copy", same_text_as=told)
    make_quote("Still there.", document=told, start=1)
    make_quote("No longer there.", document=told, start=50, current=False)

    assert titles(page(client, "/documents/")) == ["Told"]
    html = page(client, "/quotes/")
    assert "Still there." in html
    assert "No longer there." not in html


def test_words_of_a_source_carry_their_language_and_direction(client: Client) -> None:
    arabic = make_document(language="ar", title="لقاء", published="2021-01-01")
    make_quote("نحن متفقون", document=arabic, meeting=make_meeting(title="لقاء", title_language="ar"))

    quotes = page(client, "/quotes/")
    assert '<blockquote lang="ar" dir="rtl">' in quotes
    assert re.search(r'In context<span class="visually-hidden">: <span lang="ar" dir="rtl"><bdi>نحن', quotes)
    assert re.search(r'<a href="/meetings/[^"]+" lang="ar" dir="rtl"><bdi>لقاء', quotes)
    assert re.search(r'<a href="/documents/\d+/" lang="ar" dir="rtl"><bdi>لقاء', page(client, "/documents/"))


def test_a_document_row_tells_publication_apart_from_the_meeting_and_counts_what_it_gave(client: Client) -> None:
    source = make_document(title="Story", published="2021-04-09")
    meeting = make_meeting(documents=[source], date="2021-04-08")
    for number in range(3):
        make_quote(f"Point {number}.", meeting=meeting, document=source)
    make_meeting(documents=[source], date="2021-04-07")

    html = page(client, "/documents/")

    assert '<span class="row__what">Published</span> <time datetime="2021-04-09">9 April 2021</time>' in html
    assert "<li>2 meetings</li>" in html
    assert "<li>3 quotes</li>" in html


def test_the_table_shows_the_same_meetings_in_fewer_lines(client: Client) -> None:
    people = [make_person(f"Guest {number}", "KZ") for number in range(6)]
    make_meeting(people, date="2021-04-08", title="Talks", place="Astana", place_country="KZ", quote_count=3)

    html = page(client, "/meetings/?view=table&country=KZ")

    assert '<td class="compact__when"><time datetime="2021-04-08">8 April 2021</time></td>' in html
    assert re.search(r'<th scope="row"><a href="/meetings/\d+-talks/"><bdi>Talks</bdi></a></th>', html)
    assert html.count('<abbr title="Kazakhstan">KZ</abbr>') == 4
    assert "and 2 more" in html
    assert '<td class="number" data-label="Quotes">3</td>' in html
    assert '<a href="/meetings/?country=KZ" rel="nofollow">List</a>' in html
    assert '<a href="/meetings/?country=KZ&amp;view=table" rel="nofollow" aria-current="true">Table</a>' in html
    assert 'class="rows"' not in html
    assert 'class="rows"' in page(client, "/meetings/?view=nonsense")


@pytest.mark.parametrize("url", ["/meetings/", "/people/", "/quotes/", "/documents/"])
def test_only_the_count_is_announced(client: Client, url: str) -> None:
    make_some_meetings(30)

    def said(query: str) -> list[str]:
        html = page(client, url + query)
        return re.findall(r'<div role="status" aria-live="polite"><h2 class="results__total">([^<]*)</h2></div>', html)

    assert len(said("")) == 1
    assert re.fullmatch(r"\d+ (meetings|people|quotes|documents)", said("")[0])
    assert said("?language=x-none&country=ZZ") == said("")


def test_that_nothing_matches_is_announced_too(client: Client) -> None:
    make_some_meetings(1)

    assert 'aria-live="polite"><h2 class="results__total">0 meetings</h2></div>' in page(client, "/meetings/?year=1999")


def test_people_by_number_of_meetings_or_by_name(client: Client) -> None:
    for name, number in (("Anna", 1), ("Boris", 5), ("Clara", 3)):
        make_person(name, meeting_count=number)

    def names(url: str) -> list[str]:
        return re.findall(r'<a href="/people/[a-z]+/"><bdi>(\w+)</bdi></a>', page(client, url))

    assert names("/people/") == ["Boris", "Clara", "Anna"]
    assert names("/people/?sort=name") == ["Anna", "Boris", "Clara"]
    assert names("/people/?sort=nonsense") == ["Boris", "Clara", "Anna"]


def test_countries_are_grouped_by_region_with_their_meetings(client: Client) -> None:
    ordabekov, zavarzin, gurbudak = (
        make_person("Ordabekov", "KZ"),
        make_person("Zavarzin", "RU"),
        make_person("Gürbudak", "TR"),
    )
    make_meeting([ordabekov, zavarzin])
    make_meeting([ordabekov, gurbudak])

    html = page(client, "/countries/")

    assert re.search(r'/countries/kz/">[^<]*</a> <span class="tally__count">2<', html)
    assert re.search(r'/countries/ru/">[^<]*</a> <span class="tally__count">1<', html)
    assert "/countries/fr/" not in html


@pytest.mark.django_db(transaction=True)  # what a transaction of its own changed is read again for each page
@pytest.mark.parametrize("url", ["/", *LISTS, *STATES])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    client: Client, url: str, django_assert_max_num_queries
) -> None:
    make_some_meetings(1)
    page(client, url)
    with django_assert_max_num_queries(60) as few:
        page(client, url)
    make_some_meetings(2, start=1)
    page(client, url)
    with django_assert_max_num_queries(60) as more:
        page(client, url)

    assert len(more) == len(few)
    assert len(few) <= 20


@pytest.mark.parametrize("url", ["/", *LISTS])
def test_lists_never_load_texts(client: Client, url: str, django_assert_max_num_queries) -> None:
    make_some_meetings(3)
    with django_assert_max_num_queries(60) as queries:
        page(client, url)

    said = " ".join(query["sql"] for query in queries.captured_queries)
    for column in ("raw", "reading", "text"):
        assert f'"meetings_documentversion"."{column}"' not in said


def ways(html: str) -> dict[str, str]:
    """Where the links under a list lead, by their words."""
    found = re.findall(r'<a href="([^"]+)"[^>]*>([^<]*(?:<span[^>]*>[^<]*</span>[^<]*)?)</a>', pagination(html))
    return {re.sub(r"<[^>]*>|[←→\s]", "", words): unescape(url) for url, words in found}


def pagination(html: str) -> str:
    return (re.findall(r'<nav class="pagination".*?</nav>', html, re.DOTALL) or [""])[0]


PAGED = ["/meetings/", "/meetings/?sort=oldest", "/people/", "/people/?sort=name", "/quotes/", "/documents/"]


@pytest.mark.parametrize("url", PAGED)
def test_the_ways_through_a_list(client: Client, url: str) -> None:
    make_some_meetings(60)

    first = page(client, url)
    second = page(client, ways(first)["Next"])
    last = page(client, ways(second)["Last"])

    assert set(ways(first)) == {"Next", "Last"}
    assert set(ways(second)) == {"First", "Previous", "Next", "Last"}
    assert set(ways(last)) == {"First", "Previous"}
    assert "1 to 25</p>" in first
    assert "26 to 50</p>" in second
    assert rows(page(client, ways(second)["Previous"])) == rows(first)
    assert rows(page(client, ways(second)["First"])) == rows(first)
    assert rows(page(client, ways(page(client, ways(second)["Next"]))["Previous"])) == rows(second)
    while "Next" in ways(second):
        second = page(client, ways(second)["Next"])
    assert rows(last)[-1] == rows(second)[-1]


def rows(html: str) -> list[str]:
    found = re.findall(r'<(?:h3 class="row__title"|th scope="row"|li class="quote-row")[^>]*>', html)
    body = html[html.index('class="results"') :]
    assert found
    return re.findall(r'href="(/(?:meetings|people|quotes|documents)/[^"?/]+/)"', body)


@pytest.mark.parametrize("url", PAGED)
def test_old_addresses_with_a_number_hold_and_tell_the_place(client: Client, url: str) -> None:
    make_some_meetings(30)
    mark = "&" if "?" in url else "?"

    html = page(client, f"{url}{mark}page=2")

    place = ways(page(client, url))["Next"]
    assert rows(html) == rows(page(client, place))
    assert f'<link rel="canonical" href="http://testserver{escape(place)}">' in html
    assert rows(page(client, f"{url}{mark}page=1")) == rows(page(client, url))


@pytest.mark.parametrize("number", ["0", "-1", "3", "99999999999999999999", "x", "1.5", "9" * 5000])
def test_a_page_there_is_not_is_not_found(client: Client, number: str) -> None:
    make_some_meetings(30)

    assert client.get("/meetings/", {"page": number}).status_code == 404


@pytest.mark.parametrize("place", ["x", "7", "20210408.x", "x.7", "20210408.7.7", "9" * 5000 + ".1", "\0.7"])
@pytest.mark.parametrize("side", ["after", "before"])
def test_a_place_there_is_not_is_not_found(client: Client, side: str, place: str) -> None:
    make_some_meetings(3)

    assert client.get("/meetings/", {side: place}).status_code == 404


def test_what_is_new_does_not_shift_a_page(client: Client) -> None:
    meetings = [make_meeting(date="2021-04-08", title=f"Talks {number}") for number in range(60)]
    second = ways(page(client, "/meetings/"))["Next"]
    before = titles(page(client, second))

    make_meeting(date="2022-01-01", title="New")
    Meeting.objects.filter(pk=meetings[35].pk).update(account_count=0)  # the row that the second page comes after

    assert titles(page(client, second)) == before


def test_pages_neither_repeat_nor_skip_rows(client: Client) -> None:
    for number in range(60):
        make_meeting(date="2021-04-08", title=f"Talks {number}")
    url, seen = "/meetings/", []
    while url:
        html = page(client, url)
        seen += titles(html)
        url = ways(html).get("Next", "")

    assert len(seen) == 60
    assert len(set(seen)) == 60


def test_no_page_counts_its_way_through_the_rows_before_it(client: Client, django_assert_max_num_queries) -> None:
    make_some_meetings(60)
    for url in PAGED:
        with django_assert_max_num_queries(60) as queries:
            page(client, ways(page(client, url))["Last"])
        assert not [query for query in queries.captured_queries if "OFFSET" in query["sql"].upper()]


def test_pages_keep_what_is_chosen(client: Client) -> None:
    for number in range(30):
        make_meeting(date="2021-04-08", format="call", title=f"Call {number}")
    make_meeting(format="talks")

    assert ways(page(client, "/meetings/?format=call"))["Next"].startswith("/meetings/?format=call&after=20210408.")


@pytest.mark.parametrize("url", ["/", *LISTS])
def test_an_empty_site_says_how_to_fill_it(client: Client, url: str) -> None:
    assert "manage.py import_records" in page(client, url)


@pytest.mark.parametrize("url", ["/", *LISTS, "/no-such-page/"])
def test_pages_have_no_inline_style_or_script(client: Client, url: str) -> None:
    make_some_meetings(3)

    html = client.get(url).content.decode()

    html = re.sub(r'<script src="/static/[^"]+" defer></script>', "", html)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", html)


def test_not_found_is_a_page_with_ways_on(client: Client) -> None:
    answer = client.get("/no-such-page/")

    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()
    assert 'href="/meetings/"' in answer.content.decode()


@pytest.mark.parametrize("name", ["400.html", "403.html", "500.html"])
def test_pages_of_errors_need_no_request(name: str) -> None:
    """Django renders them without the context that other pages have."""
    assert 'href="/meetings/">All meetings</a>' in render_to_string(name)


@pytest.mark.parametrize("url", ["/", *LISTS])
def test_the_frame(client: Client, url: str) -> None:
    html = page(client, url)

    assert html.index('<a class="skip-link" href="#content">') < html.index("<header")
    assert '<main id="content"' in html
    assert html.count("<h1") == 1
    for other in (*LISTS, "/about/"):
        assert f'href="{other}"' in html
    assert (f'href="{url}" aria-current="page"') in html


def test_markup_in_data_is_shown_not_obeyed(client: Client) -> None:
    person = make_person("<b>Bold</b>", "KZ", office="<script>", slug="bold")
    meeting = make_meeting([person], title="<i>Talks</i>", place="<img>")
    make_participant(meeting, make_person('"><u>', slug="u"))
    make_quote("<b>We</b>", person, meeting=meeting)

    html = "".join(page(client, url) for url in ("/", *LISTS))

    for tag in ("<b>", "<i>", "<img>", "<u>", "<script>"):
        assert tag not in html


@pytest.mark.parametrize("language", ["en", "ru"])
def test_addresses_put_together_are_those_that_are_reversed(language: str) -> None:
    objects = [("meetings:meeting", 7, "talks-in-b"), ("meetings:person", "one")]
    for prefix in ("/", "/100%25/"):
        with translation.override(language), override_script_prefix(prefix):
            for view, *args in objects:
                assert address(view, *args) == reverse(view, args=args)


def test_who_took_part_is_said_anew_once_it_changed(client: Client) -> None:
    """What is kept of a seat's words is found by all that they say."""
    meeting, person = make_meeting(), make_person("Sanzhar Ordabekov", home="KZ")
    seat = make_participant(meeting, person, office="Minister")
    assert "Minister" in page(client, "/meetings/")

    Participant.objects.filter(pk=seat.pk).update(office="President")
    type(person).objects.filter(pk=person.pk).update(name="Sanjar Ordabekov")

    html, russian = page(client, "/meetings/"), page(client, "/ru/meetings/")
    assert "Sanjar Ordabekov</bdi></a><span" in html
    assert "President" in html
    assert "Minister" not in html
    assert "(Kazakhstan)" in html
    assert "(Казахстан)" in russian
    assert f'href="/ru/people/{person.slug}/"' in russian
