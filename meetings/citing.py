"""Works to be cited, and how reference managers read them: plain words, BibTeX and RIS.

Pure: a work is plain data, and every format is a string of it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote as percent

from django.utils.translation import gettext as _

from meetings.templatetags.reading_room import edtf


@dataclass(frozen=True, slots=True)
class Work:
    """A source or a record of this site. `published` is EDTF or ""; `key` names the work among those of a file."""

    key: str
    title: str
    url: str
    accessed: dt.date
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    note: str = ""

    def __str__(self) -> str:
        """In words: Publisher, “Title”, published 9 April 2021, https://…"""
        when = _("published %(day)s") % {"day": edtf(self.published)} if self.published else ""
        names = [isolated(name) for name in (self.author, self.publisher) if name]
        return ", ".join(part for part in [*names, f"“{isolated(self.title)}”", when, self.url] if part)


ISOLATE, END = "\u2068", "\u2069"
"""What Unicode puts around words whose direction is to disturb nothing beside them."""


def isolated(words: str) -> str:
    """Words of a source inside a citation."""
    return f"{ISOLATE}{one_line(words)}{END}"


def plain(citation: str) -> str:
    """A citation without the marks around the words of sources."""
    return citation.replace(ISOLATE, "").replace(END, "")


def one_line(words: str) -> str:
    """The words on one line, without characters that are not seen but reorder or end what stands beside them."""
    seen = (" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in words)
    return " ".join("".join(one for one in seen if unicodedata.category(one) != "Cf" or one in "\u200c\u200d").split())


def year(published: str) -> str:
    return published[:4] if published[:4].isdecimal() else ""


# BibTeX

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}


def bibtex(works: Iterable[Work]) -> str:
    """One entry a work; UTF-8. Dates stand as `date` (for biblatex) and `year`."""
    return "\n".join(f"@misc{{{work.key},\n" + ",\n".join(_fields(work)) + "\n}\n" for work in works)


def _fields(work: Work) -> Iterator[str]:
    known = year(work.published)
    values = {
        "author": work.author or work.publisher,
        "title": work.title,
        "publisher": work.publisher if work.author else "",
        "year": known,
        "date": work.published if known else "",
        "note": work.note,
    }
    for name, value in values.items():
        if value:
            yield f"  {name} = {{{{{tex(value)}}}}}" if name in ("author", "title") else f"  {name} = {{{tex(value)}}}"
    yield f"  url = {{{percent(work.url, safe=_IN_ADDRESSES)}}}"
    yield f"  urldate = {{{work.accessed.isoformat()}}}"


_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%-._~"


def tex(words: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda match: _TEX[match[0]], one_line(words))


# RIS


def ris(works: Iterable[Work]) -> str:
    """One record a work; lines end with CR LF, as the format wants them."""
    return "".join("".join(f"{tag}  - {value}\r\n" for tag, value in _tags(work)) for work in works)


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    known = year(work.published)
    values = (
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.title),
        ("PB", work.publisher),
        ("PY", known),
        ("DA", slashed(work.published) if known else ""),
        ("LA", work.language),
        ("N1", work.note),
        ("UR", percent(work.url, safe=_IN_ADDRESSES)),
        ("Y2", slashed(work.accessed.isoformat())),
    )
    yield "TY", "ELEC"
    yield from ((tag, one_line(value)) for tag, value in values if value)
    yield "ER", ""


def slashed(date: str) -> str:
    """A date as RIS writes it: `2021/04/08/`, `2018/05//`."""
    return "/".join([*date.split("-"), "", ""][:3]) + "/"
