"""The parts of pages that there are many of, such as the rows and facets of lists: macros of Jinja2, each in a file of
its name in `templates/jinja2/`, since they take a third of the time. The tag `part` puts one into a page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import defaultfilters
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, gettext
from jinja2 import FileSystemLoader
from markupsafe import Markup

from meetings.escaping import Environment
from meetings.templatetags import highlight, reading_room, rows

MOST = 5_000
"""So many results a function keeps in each language."""
PLACES = 4
"""Under so many prefixes of paths are parts kept: as a rule there is one, but a request may come with any."""
FILTERS: dict[str, Callable[..., Any]] = {
    "comma": rows.comma,
    "cut": defaultfilters.truncatechars,
    "edtf_time": reading_room.edtf_time,
    "format_name": rows.format_name,
    "lang_attrs": reading_room.lang_attrs,
    "number_of": rows.number_of,
    "url": reverse,
    "verbatim": highlight.verbatim,
}


def part(name: str, **told: Any) -> Markup:
    """The part of this name in the interface's language; `told` are the arguments of its macro."""
    template = environment(get_script_prefix(), get_language()).get_template(f"{name}.html")
    return getattr(template.module, name)(**told)


def prepare() -> None:
    """All parts in all languages: Jinja2 makes Python of them, which a reader would wait for, and each process hold."""
    for language, _name in settings.LANGUAGES:
        env = environment(get_script_prefix(), language)
        for name in env.list_templates():
            env.get_template(name)


@lru_cache(PLACES * len(settings.LANGUAGES))
def environment(prefix: str, language: str | None) -> Environment:
    """One for each language: words and links are made once in it, and kept."""
    env = Environment(
        loader=FileSystemLoader(settings.BASE_DIR / "templates" / "jinja2"),
        auto_reload=settings.DEBUG,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    keep = lru_cache(MOST)
    env.globals["_"] = keep(gettext)
    env.filters |= {name: keep(one) for name, one in FILTERS.items()}
    env.filters |= {"person_link": rows.person_link, "seat": keep(lambda one: part("seat", one=one))}
    return env
