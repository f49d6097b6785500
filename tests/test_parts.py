"""Parts of pages that are macros of Jinja2."""

from __future__ import annotations

from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation
from markupsafe import Markup

from meetings.parts import environment, part
from meetings.views.facet_links import FacetValue


def value(label: str, count: int = 1) -> FacetValue:
    return FacetValue("v", label, count, False, '/meetings/?place="&place=<')


def test_what_is_told_is_escaped() -> None:
    html = part("facet_values", values=[value("<b>\u202eA&B")])

    assert 'href="/meetings/?place=&quot;&amp;place=&lt;"' in html
    assert "<bdi>&lt;b&gt;" in html
    assert "U+202E" in html
    assert "A&amp;B</bdi>" in html


def test_what_is_html_already_and_what_is_no_text_are_put_out_as_they_are() -> None:
    template = environment(get_script_prefix(), "en").from_string("{{ told }}")

    assert template.render(told=Markup("<b>&amp;</b>")) == "<b>&amp;</b>"
    assert template.render(told="<b>'&\"") == "&lt;b&gt;&#x27;&amp;&quot;"
    assert template.render(told=12) == "12"


def test_words_and_numbers_are_kept_in_each_language_apart() -> None:
    told = {}
    for language in ("en", "ru", "en", "ru"):
        with translation.override(language):
            html = part("facet_values", values=[value("Q", 1234)]) + part(
                "list_search", search=None, path="/", state=[], everywhere=""
            )
            assert told.setdefault(language, html) == html
    assert "1,234" in told["en"]
    assert "1\xa0234" in told["ru"]
    assert "Search in this list" in told["en"]
    assert "Искать в этом списке" in told["ru"]


def test_prefixes_that_requests_come_with_do_not_fill_the_memory() -> None:
    prefix = get_script_prefix()
    try:
        for number in range(100):
            set_script_prefix(f"/{number}/")
            assert f'href="/{number}/' in part("footer", tongues=[])
    finally:
        set_script_prefix(prefix)
    assert environment.cache_info().currsize < 50
