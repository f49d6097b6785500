"""The text of saved web pages; no database."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from meetings.extraction.record import Hints
from meetings.importing.reading import Unreadable, decode, read
from meetings.importing.saved_pages import BadPage, main_text, page_hints, taken_by
from meetings.importing.saved_pages.headline import headline
from meetings.importing.saved_pages.publication import date_line
from meetings.importing.saved_pages.tree import parsed

FIRST = "Askar Meder received Ilse Brandt in Vellin on Monday for talks on trade and transit."
SECOND = "They agreed to meet again, and to bring along the ministers of their railways."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
MENU = "<nav><ul><li><a href=/1>News</a></li><li><a href=/2>Speeches</a></li></ul></nav>"
HEAD = "<h1>Talks in Vellin</h1>"
NO_TEXT = "holds no main text, only menus, scripts or pictures; open the page in a browser and save its text as .txt"
RUSSIAN = "Президент Аскар Медер принял в Веллине министра Ильзу Брандт — и показал ей «Голубой зал» дворца."


def text(body: str, head: str = "") -> str:
    return main_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")[0]


def test_headline_date_and_paragraphs() -> None:
    page = f"{MENU}<article>{HEAD}<time>8 April 2021</time>{BODY}</article><footer>© Vellania</footer>"
    assert text(page) == f"Talks in Vellin\n\n8 April 2021\n\n{FIRST}\n\n{SECOND}\n"


def test_entities_and_spaces() -> None:
    said = "<p>&ldquo;We&nbsp;agree &amp;\n   sign&rdquo;, said Askar&#160;Meder to&#8239;the press in Vellin.</p>"
    line = "“We agree & sign”, said Askar Meder to the press in Vellin."
    assert text(HEAD + said + BODY) == f"Talks in Vellin\n\n{line}\n\n{FIRST}\n\n{SECOND}\n"


def test_line_ends_of_old_pages() -> None:
    body = f"<h1>Talks</h1><div class=text>{FIRST}<br><br>{SECOND}<br>\x01&#2;Signed.<br/> <br/>{FIRST}</div>"
    assert text(body) == f"Talks\n\n{FIRST}\n\n{SECOND}\nSigned.\n\n{FIRST}\n"


@pytest.mark.parametrize("bad", ["\x02", "\x1b", "&#1;", "\ufffe"])
def test_control_characters_are_no_text(bad: str) -> None:
    first, second = FIRST.replace("received", f"re{bad}ceived"), SECOND.replace("agreed", f"{bad}agreed")
    body = f"<h1>Talks{bad} in Vellin</h1><i>8 Apr{bad}il 2021</i><p>{first}</p><pre>{second}</pre>"
    assert text(body) == f"Talks in Vellin\n\n8 April 2021\n\n{FIRST}\n\n{SECOND}\n"
    assert text(f"<p>{first}</p>", f"<title>Talks{bad} in Vellin</title>") == f"Talks in Vellin\n\n{FIRST}\n"
    head = f'<meta property="og:title" content="Talks{bad} in Vellin">'
    assert text(f"<p>{first}</p>", head) == f"Talks in Vellin\n\n{FIRST}\n"


def test_a_short_report_is_not_mixed_with_the_menu() -> None:
    page = f"{MENU}<div class=side>Weather</div><article>{HEAD}<p>{FIRST}</p></article><div>© Vellania</div>"
    assert text(page) == f"Talks in Vellin\n\n{FIRST}\n"


def test_lines_stay_and_captions_go() -> None:
    body = f"{HEAD}<figure><img src=a.jpg><figcaption>The hall. Photo by the Press Service.</figcaption></figure>"
    assert text(f"{body}<p>{FIRST}<br>{SECOND}</p>{BODY}") == (
        f"Talks in Vellin\n\n{FIRST}\n{SECOND}\n\n{FIRST}\n\n{SECOND}\n"
    )


def test_a_headline_from_the_title() -> None:
    head = '<title>Talks in Vellin | Press Office</title><meta property="og:site_name" content="Press Office">'
    assert text(BODY, head).splitlines()[0] == "Talks in Vellin"


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        ("<h1>Talks</h1>", "<title>Other</title>", "Talks"),
        ("<header><h1>Office</h1></header><article><h2>x</h2></article>", "<title>Talks - Office</title>", "Talks"),
        ("<h1>Office</h1><h1>Talks held</h1>", "<title>Talks held | Office</title>", "Talks held"),
        ("<h1>One</h1><h1>Two</h1>", '<meta property="og:title" content="Talks">', "Talks"),
        ("<h1>One</h1><h1>Two</h1>", "", "One"),
        ("", '<title>Office :: Talks</title><meta property="og:site_name" content="Office">', "Talks"),
        ("", '<title>Office — Talks</title><meta property="og:site_name" content="Office">', "Talks"),
        ("", "<title>Talks – an outlook</title>", "Talks – an outlook"),
        ("", "", ""),
    ],
)
def test_headlines(body: str, head: str, expected: str) -> None:
    assert headline(parsed(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")) == expected


META = '<meta property="article:published_time" content="2021-04-08T10:00:00+02:00">'
LINKED = '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-04-08"}]}</script>'


@pytest.mark.parametrize(
    ("head", "around", "expected"),
    [
        (META, "", "2021-04-08"),
        (LINKED, "", "2021-04-08"),
        ('<script type="application/ld+json">[[[</script>', "", ""),
        ("", "<span>8 апреля 2021, 10:20</span>", "8 апреля 2021, 10:20"),
        (META, "<i>Updated 9 April 2021</i><i>Published 8 April 2021</i>", "Published 8 April 2021"),
        (META, "<i>12 May 2020</i>", "2021-04-08"),
        ("", "<p>© 2021 Press Office</p>", ""),
        ('<meta name="date" content="2021-25-10">', "", ""),
    ],
)
def test_dates(head: str, around: str, expected: str) -> None:
    tree = parsed(f"<html><head>{head}</head><body><div>{HEAD}<div>{around}</div></div>{BODY}</body></html>")
    assert date_line(tree, "Talks in Vellin") == expected


def test_a_date_that_the_text_has_is_not_told_twice() -> None:
    page = f"<article>{HEAD}<p>Vellin, 8 April 2021</p>{BODY}</article>"
    assert text(page, META).count("2021") == 1


def test_what_a_page_says_of_itself() -> None:
    head = (
        '<link rel="canonical" href="https://president.example/news/1"><meta property="og:site_name" content="Office">'
        '<meta property="og:url" content="https://president.example/other">'
    )
    assert page_hints(f"<html><head>{head}</head><body>x</body></html>") == Hints(
        source_url="https://president.example/news/1", publisher="Office"
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="/news/1">', None),
        ('<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/1">', "1"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("<!-- saved from url=(0019)https://a.example/1 -->", "1"),
        ("<!--\n Page saved with SingleFile \n url: https://a.example/1 \n-->", "1"),
        ("<!-- saved from url=(0019)https://a.example/1\x02\x7f -->", "1"),
        ("<!-- url: https://a.example/1\ufffe -->", "1"),
        ('<meta property="og:url" content="https://a.example/\x021">', "1"),
    ],
)
def test_addresses(head: str, expected: str | None) -> None:
    found = page_hints(f"<html><head>{head}</head><body>x</body></html>").source_url
    assert found == (expected and f"https://a.example/{expected}")


@pytest.mark.parametrize(
    ("encoding", "declaration", "found"),
    [
        ("utf-8", "", "utf-8"),
        ("utf-8", '<meta charset="windows-1251">', "utf-8"),
        ("utf-8-sig", "", "utf-8"),
        ("utf-16", "", "utf-16-le"),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ("koi8-r", "<meta charset=koi8-r>", "koi8-r"),
        ("cp1251", "", "cp1251"),
        ("iso8859-5", "<?xml version='1.0' encoding='iso-8859-5'?>", "iso8859-5"),
        ("cp1251", '<meta charset="no-such-thing">', "cp1251"),
        ("cp1251", '<meta charset="utf-8">', "cp1251"),
        ("cp1251", '<meta charset="utf-16">', "cp1251"),
        ("cp1251", '<meta charset="undefined">', "cp1251"),
        ("cp1251", '<meta charset="idna">', "cp1251"),
        ("cp1251", '<meta charset="punycode">', "cp1251"),
        ("cp1251", '<meta charset="unicode_escape">', "cp1251"),
        ("cp1251", '<meta charset="raw-unicode-escape">', "cp1251"),
    ],
)
def test_encodings(encoding: str, declaration: str, found: str) -> None:
    said = RUSSIAN if encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1251") else RUSSIAN.translate(PLAIN)
    raw = f"{declaration}<html><body><h1>Приём</h1><p>{said}</p><p>{said} Далее.</p></body></html>".encode(encoding)
    assert decode(raw, page=True).encoding == found
    reading = read(raw, Hints(), page=True)
    assert reading.text == f"Приём\n\n{said}\n\n{said} Далее.\n"
    assert reading.taken == taken_by()


PLAIN = str.maketrans("«»—", '""-')


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{MENU}</body></html>",
        "<html><head><script>" + "var a = 1;" * 50_000 + "</script></head><body><script>x()</script></body></html>",
        "<html><body><ul>" + "<li><a href=/1>News of today</a></li>" * 40 + "</ul></body></html>",
        "<html></html>",
        "<!-- nothing -->" + "<br>" * 100,
    ],
    ids=["menu", "script", "long menu", "empty", "comment"],
)
def test_pages_without_main_text(page: str) -> None:
    with pytest.raises(BadPage) as error:
        main_text(page)
    assert str(error.value) in (NO_TEXT, "holds no page; open the page in a browser and save its text as .txt")


def test_no_main_text_is_an_error_of_the_file() -> None:
    with pytest.raises(Unreadable, match="holds no main text"):
        read(f"<html><body>{MENU}</body></html>".encode(), Hints(), page=True)


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (BODY, None),
        (f"<body><div><p>{FIRST}<p>{SECOND}<div></span></b>", None),
        ("<div>" * 180_000 + BODY, "line 1: its elements are nested too deeply"),
        ("\n" * 6 + "<table><tr><td>" * 60_000 + BODY, "line 7: its elements are nested too deeply"),
        ("<p>abc def ghi.</p>" * 200_000, "has 200,002 elements and at most 50,000 are read"),
        ("<p>abc def ghi.</p>" * 12_000, NO_TEXT),
        ("\n<div " + " ".join(f"a{i}=x" for i in range(100_000)) + ">" + BODY, "line 2: an element has too many attr"),
        ("<title>" + " | a" * 200_000 + "</title>" + BODY, None),
        ('<script type="application/ld+json">' + "[" * 300_000 + "</script>" + BODY, None),
        ("<" * 1_000_000, NO_TEXT),
        ('<a "' * 200_000, "line 1: an element has too many attributes"),
        ("<!--" + "x" * 1_000_000, "holds no"),
        ("<!-- url: https://a.example/ -->" * 60_000 + BODY, None),
    ],
    ids=str,
)
def test_hostile_pages_end_soon(page: str, problem: str | None) -> None:
    began = time.process_time()  # that of this process: others may keep the machine busy
    try:
        main_text(page)
        found = None
    except BadPage as error:
        found = str(error)
    assert time.process_time() - began < 20
    assert found is None if problem is None else (found or "").startswith(problem)


def test_the_library_is_loaded_for_pages_alone() -> None:
    code = (
        "import sys, django; django.setup(); import meetings.importing; from meetings.importing.reading import read;"
        "from meetings.extraction.record import Hints; read(b'Askar Meder met Ilse Brandt.', Hints());"
        "print([name for name in ('trafilatura', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=600)
    assert done.stdout == "[]\n"
