"""The correction desk with the text in view: words are selected with the mouse, and a wrong speaker is soon right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from meetings.extraction.record import Span
from meetings.models import Correction, Document, Meeting, Person, Quote
from tests.browser.conftest import PASSWORD, arrived, log_in
from tests.readings import BRANDT, MEDER, TEXT, reading, store, told_meeting, visit

ASTRAL = (
    "🕊 Peace 🤝 talks.\r\n\r\nAskar Meder received 𝐈𝐥𝐬𝐞 Brandt.\u202e 🙂 We are glad, said the host. So they parted."
)
ARABIC = "استقبل أسكار ميدر إلسا براندت في أستانا. وقال «نحن أصدقاء قدامى». 🕊 ثم غادر الضيوف المدينة."


@pytest.fixture
def desk(transactional_db, page: Page) -> Page:
    """The clerk has signed in; there is one meeting."""
    get_user_model().objects.create_superuser("clerk", password=PASSWORD)
    store("a.txt", visit())
    log_in(page, "clerk")
    return page


BOXES = """(words) => {
  const text = document.querySelector("#text");
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const places = [];
  while (nodes.nextNode()) for (let i = 0; i < nodes.currentNode.length; i++) places.push([nodes.currentNode, i]);
  const from = places.map(([node, i]) => node.data[i]).join("").indexOf(words);
  places[from][0].parentElement.scrollIntoView({ block: "center" });
  const box = (index) => {
    const range = document.createRange();
    range.setStart(places[index][0], places[index][1]);
    range.setEnd(places[index][0], places[index][1] + 1);
    return range.getBoundingClientRect().toJSON();
  };
  return [box(from), box(from + words.length - 1)];
}"""


def drag(page: Page, words: str, rtl: bool = False) -> None:
    """Press the mouse before the first letter of the words, and let it go behind the last; both are plain letters."""
    first, last = page.evaluate(BOXES, words)
    begin, end = ("right", "left") if rtl else ("left", "right")
    inward = -1 if rtl else 1
    page.mouse.move(first[begin] + inward, first["top"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move((first["left"] + last["right"]) / 2, first["top"] + first["height"] / 2, steps=4)
    page.mouse.move(last[end] - inward * 0.5, last["top"] + last["height"] / 2, steps=4)
    page.mouse.up()


def open_text(page: Page, document: Document) -> None:
    page.goto(f"/admin/review/documents/{document.pk}/")


def shown(page: Page, words: str) -> None:
    expect(page.locator("[data-shown]")).to_have_text(words)


@pytest.mark.usefixtures("viewport")
def test_words_selected_with_the_mouse_become_a_quote(desk: Page, axe):
    open_text(desk, Document.objects.get())
    axe(desk)
    drag(desk, "Brandt of Germany")
    shown(desk, "Brandt of Germany")
    desk.get_by_label("Said by").select_option(label="Ilse Brandt")
    axe(desk)
    desk.get_by_role("button", name="A new quote").click()
    expect(desk.get_by_text("Kept; it stands")).to_be_visible()
    row = Quote.objects.get(text="Brandt of Germany")
    assert (row.speaker.name, desk.url.rpartition("#")[2]) == ("Ilse Brandt", f"quote-{row.pk}")
    expect(desk.locator("#text mark.quote", has_text="Brandt of Germany")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "words"),
    [(ASTRAL, "We are glad"), (ASTRAL, "Peace 🤝 talks"), (ARABIC, "نحن أصدقاء قدامى"), (ARABIC, "الضيوف المدينة")],
    ids=["behind astral letters and an unseen sign", "across one", "right to left", "behind both"],
)
def test_offsets_are_those_of_the_text_whatever_its_letters(desk: Page, text: str, words: str):
    document = store("b.txt", reading(told_meeting(MEDER, BRANDT)), text)
    Document.objects.filter(pk=document.pk).update(language="ar" if text is ARABIC else "en")
    open_text(desk, document)
    drag(desk, words, rtl=text is ARABIC)
    shown(desk, words)
    desk.get_by_role("button", name="A new quote").click()
    expect(desk.get_by_text("Kept; it stands")).to_be_visible()
    row = Quote.objects.get(document=document)
    assert (row.text, row.start) == (words, text.index(words))


def test_the_words_of_a_link_are_selected_and_not_followed(desk: Page):
    people = reading(told_meeting(MEDER, BRANDT)).people
    at = TEXT.index("Ilse Brandt")
    named = tuple(
        replace(one, spans=(Span(at, at + 11),)) if one.name.value == "Ilse Brandt" else one for one in people
    )
    document = store("a.txt", visit(people=named), rules="2")
    row = Quote.objects.get()
    open_text(desk, document)
    drag(desk, "Ilse Brandt")
    shown(desk, "Ilse Brandt")
    assert "#mention" not in desk.url
    desk.get_by_label("Quote", exact=True).select_option(str(row.pk))
    desk.get_by_role("button", name="Name its speaker").click()
    expect(desk.get_by_text("Kept; it stands")).to_be_visible()
    row.refresh_from_db()
    assert row.speaker.slug == "ilse-brandt"
    desk.locator("#text mark.person a").click()
    expect(desk).to_have_url(f"{desk.url.split('#')[0]}#mention-{document.mentions.get(name__name='Ilse Brandt').pk}")


@pytest.mark.usefixtures("viewport")
def test_a_finding_leads_to_its_words_and_back(desk: Page):
    document, row = Document.objects.get(), Quote.objects.get()
    open_text(desk, document)
    desk.get_by_role("link", name="in the text quote 1").click()
    expect(desk.locator(f"#d{document.pk}-q{row.pk}")).to_be_in_viewport()
    desk.get_by_role("link", name="To quote 1").click()
    expect(desk.locator(f"#quote-{row.pk}")).to_be_in_viewport()
    assert desk.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.usefixtures("viewport")
def test_the_meeting_is_corrected_beside_its_text(desk: Page):
    meeting = Meeting.objects.get()
    open_text(desk, Document.objects.get())
    desk.get_by_label("Place", exact=True).fill("Almaty")
    desk.get_by_label("Country of the place").fill("Uzbekistan")
    desk.get_by_role("button", name="Save the meeting").click()
    expect(desk.get_by_text("Kept; it stands")).to_be_visible()
    assert desk.url.endswith(f"#meeting-{meeting.pk}")
    meeting.refresh_from_db()
    assert (meeting.place, meeting.place_country_id) == ("Almaty", "UZ")


def test_without_a_script_offsets_are_typed_and_the_words_confirmed(desk: Page, opened):
    plain = opened(java_script_enabled=False, storage_state=desk.context.storage_state())
    open_text(plain, Document.objects.get())
    start = TEXT.index("old friends")
    plain.get_by_label("Start", exact=True).fill(str(start))
    plain.get_by_label("End", exact=True).fill(str(start + 11))
    plain.get_by_role("button", name="A new quote").click()
    expect(plain.get_by_role("alert")).to_contain_text("the text says “old friends”")
    plain.get_by_role("button", name="A new quote").click()
    expect(plain.get_by_text("Kept; it stands")).to_be_visible()
    assert Quote.objects.filter(text="old friends").exists()


class Clicks:
    """A hand that counts."""

    def __init__(self) -> None:
        self.number = 0

    def on(self, place) -> None:
        self.number += 1
        place.click()


@pytest.mark.usefixtures("viewport")
def test_a_wrong_speaker_is_right_after_three_clicks_at_most(desk: Page, axe):
    meeting, row = Meeting.objects.get(), Quote.objects.get()
    hand = Clicks()
    desk.goto(meeting.get_absolute_url())
    said = desk.locator(f"#quote-{row.pk}")
    expect(said.locator("figcaption")).to_contain_text("Askar Meder")
    hand.on(said.get_by_role("link", name="Correct"))
    arrived(desk, "Who said this?")
    axe(desk)
    hand.on(desk.get_by_role("button", name="Ilse Brandt"))
    expect(said.locator("figcaption")).to_contain_text("Ilse Brandt")
    assert desk.url.endswith(f"{meeting.get_absolute_url()}#quote-{row.pk}")
    axe(desk)
    assert hand.number <= 3
    assert Correction.objects.get().value == {"person": "ilse-brandt"}
    for page in (f"/quotes/?speaker={Person.objects.get(slug='ilse-brandt').slug}", "/people/ilse-brandt/"):
        desk.goto(page)
        expect(desk.get_by_text("We are old friends").first).to_be_visible()


@pytest.mark.usefixtures("viewport")
def test_a_quote_is_confirmed_and_its_decision_withdrawn_where_it_is_told(desk: Page, axe):
    row = Quote.objects.get()
    desk.goto(f"/admin/meetings/quote/{row.pk}/readings/")
    axe(desk)
    desk.get_by_role("button", name="Confirm speaker: Askar Meder").click()
    expect(desk.get_by_role("button", name="Follow the texts in speaker")).to_be_visible()
    desk.goto(f"/admin/meetings/quote/{row.pk}/history/")
    expect(desk.get_by_role("cell", name="Askar Meder (confirmed)")).to_be_visible()
    axe(desk)
    desk.get_by_role("button", name="Withdraw: Speaker of “We are old friends,”").click()
    expect(desk.get_by_text("1 withdrawn")).to_be_visible()
    assert not Correction.objects.standing().exists()
