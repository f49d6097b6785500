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
_ADJECTIVE = 16
"""Characters between "for the" and a body, in which its state's adjective stands."""


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


def spoken_for(story: Story, start: int, cue: Hit) -> tuple[int, int] | None:
    """ "A spokesperson for the Foreign Ministry said": where the body stands for which somebody unnamed speaks."""
    words = story.words
    noun = story.lexicon.shaped("announcers", r"(?<!\w){words} (?:for|of) (?:the )?").search(
        words.lowered, start, cue.start
    )
    if noun is None or not story.lexicon.head_first or any(m.person for m in story.within(noun.end(), cue.start)):
        return None
    body = next(iter(words.inside("institutions", noun.end(), cue.start)), None)
    near = body is not None and body.start - noun.end() < _ADJECTIVE and cue.start - body.end <= 1
    return (noun.end(), body.end) if body and near else None


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
    """The longer name of one body alone that has a word in it, else the word itself."""
    inflection = story.lexicon.inflection
    before = {m.institution for m in story.within(0, at) if m.institution and " " in m.institution}
    fits = [b for b in before if any(same_word(lower(w), lower(name), inflection) for w in b.split())]
    return fits[0] if len(fits) == 1 else name


def passed_on_by(story: Story, at: int) -> Mention | None:
    """ "The spokesman X told so. “…”, it says in the message": whoever the text names last as speaking for others,
    where it names no body after."""
    known = story.lexicon.affixes("announcers")
    near = story.within(max(0, at - _MESSAGE), at) if known else []
    held = [m for m in near if m.person and any(announcing(lower(o.text), known) for o, _n in m.person.offices)]
    return held[-1] if held and not any(m.institution for m in near) else None
