"""What a body that speaks is called: as the vocabulary writes it, by its fullest name in the text so far."""

from __future__ import annotations

import re

from .alike import same_word
from .mentions import Mention
from .office import announcing
from .phrases import Hit, lower
from .story import Story

_LEAD = 20
"""Characters before a body among which an article and the end of what was said before stand."""
_CAPITAL = r"[^\W\d_a-z][\w'’.&-]*"
_TITLED = re.compile(
    rf"(?:^\s*|[.!?,;:]\s+|[”“\"\n]\s*)(?:[Tt]he )?(?P<body>{_CAPITAL}(?: (?:{_CAPITAL}|of|for|and|the|&))+) ?$"
)
"""Words with capitals alone at the beginning of a clause."""
_BEHIND_HEAD = ("", "of", "for", "and", "on")
_REACH = 90
"""Characters before a verb of speech in which such a name begins."""
_MESSAGE = 500
"""Characters before quoted words in which it is told who passes them on."""
_ADJECTIVE = 24
"""Characters between "spokesperson" and a body, in which "for the" and its state's adjective stand."""
_NAMED = 60
"""Characters behind such a word within which whoever speaks is named, if at all."""


def body_of(story: Story, mention: Mention) -> str | None:
    """The name of the body that a mention stands for; "the ministry" takes the name that it had before."""
    name = re.sub(r"['’]s?$", "", mention.institution or "")
    for written, forms in story.lexicon.table("body_names").items():
        if lower(name) in forms:
            return str(written)
    return (_fuller(story, name, mention.start) if name and " " not in name else name) or None


def alliance_at(story: Story, cue: Hit) -> tuple[int, int] | None:
    """ "The Arab League called it “…”", "NATO said": where the body stands that is no state's, right before a verb of
    speech and behind no preposition."""
    words, lexicon = story.words, story.lexicon
    body = words.covering("organization", cue.start - 2) if lexicon.spaced and cue.start > 1 else None
    if body is None or cue.kind != "speech" or not body.stem_end == body.end == cue.start - 1:
        return None
    opens = lexicon.shaped("articles", r"(?:^|[.!?;:,”\"»\n]\s*)(?:{words}\s)?$")
    return (body.start, body.end) if opens.search(words.lowered[max(0, body.start - _LEAD) : body.start]) else None


def spoken_for(story: Story, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """ "A spokesperson for the Foreign Ministry", "加纳外交部发言人": the body that somebody unnamed speaks for."""
    for noun in story.lexicon.begins("announcers").finditer(story.words.lowered, start, end):
        span = (noun.start(), noun.start() + len(noun[0].rstrip()))
        body = _behind(story, *span, end) if story.lexicon.head_first else _ahead(story, *span, start)
        holders = story.within(min(noun.start(), body.start if body else end), noun.end() + _NAMED)
        if (
            body is None
            or any(m.person or story.resolved.get(m.start) for m in holders)
            or _apposed(story, noun.start())
        ):
            continue
        begin, stop, name = story.resolver.body_at(body)
        if begin <= noun.start() < stop:  # "porte-parole du ministère des Transports"
            begin = body.end - len(story.words.plain[begin : body.end].split()[-1])
            name = story.words.plain[begin:stop]
        known = body_of(story, Mention(begin, stop, "institution", None, name))
        return (known or name), (begin, stop)
    return None


def _apposed(story: Story, start: int) -> bool:
    """ "Omar Dia, portavoz del puerto": whether a name and a comma stand before, an article between at most."""
    near = [m for m in story.within(start - _NAMED, start) if m.person]
    return bool(near) and re.fullmatch(r",\s(?:\w+['’ ]\s?)?", story.words.lowered[near[-1].end : start]) is not None


def _behind(story: Story, start: int, end: int, limit: int) -> Hit | None:
    """The body that stands behind somebody who speaks for it."""
    found = (
        h for k in ("institutions", "organization") for h in story.words.inside(k, start, min(limit, end + _ADJECTIVE))
    )
    body = min(found, key=lambda h: h.start, default=None)
    between = story.words.plain[end : body.start] if body and body.start > end else ""
    return None if re.search(r"[.,;:!?…\n]", between) else body


def _ahead(story: Story, start: int, end: int, floor: int) -> Hit | None:
    """The body whose name stands right before a word for whoever speaks for it."""
    at = start - 2 if story.lexicon.spaced else start - 1
    found = (story.words.covering(k, at) for k in ("institutions", "organization") if at > floor)
    return next((h for h in found if h and start - h.end == start - 1 - at), None)


def titled(story: Story, floor: int, cue: Hit) -> tuple[int, int] | None:
    """ "The Harbour Workers’ Association said": a body that no vocabulary knows, by its name and the noun in it, where
    a verb of speech stands behind its name."""
    heads = story.lexicon.words("body_nouns")
    begin = max(floor, cue.start - _REACH)
    found = _TITLED.search(story.words.plain[begin : cue.start]) if heads and cue.kind == "speech" else None
    words = lower(found["body"]).split() if found else []
    if not found or not any(
        w in heads and after in _BEHIND_HEAD for w, after in zip(words, [*words[1:], ""], strict=True)
    ):
        return None  # "the Harbour Commission President" is nobody's body
    start, end = begin + found.start("body"), begin + found.end("body")
    return None if any(m.person for m in story.within(start, end)) else (start, end)


def _fuller(story: Story, name: str, at: int) -> str:
    """The longer name of one body alone that has a word in it, else the word itself; where bodies are declined, the
    word as it stands: of "the Admiralty's press office" the Admiralty is but the owner."""
    inflection, declined = story.lexicon.inflection, story.lexicon.data.get("adjective_cases")
    alike = lambda w: lower(w) == lower(name) if declined else same_word(lower(w), lower(name), inflection)  # noqa: E731
    before = {m.institution for m in story.within(0, at) if m.institution and " " in m.institution}
    fits = [b for b in before if any(map(alike, b.split()))]
    return fits[0] if len(fits) == 1 else name


def passed_on_by(story: Story, at: int) -> Mention | None:
    """ "The spokesman X told so. “…”, it says in the message": whoever the text names last as speaking for others,
    where it names no body after."""
    known = story.lexicon.affixes("announcers")
    near = story.within(max(0, at - _MESSAGE), at) if known else []
    held = [m for m in near if m.person and any(announcing(lower(o.text), known) for o, _n in m.person.offices)]
    return held[-1] if held and not any(m.institution for m in near) else None
