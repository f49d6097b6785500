"""What a body that speaks is called: as the vocabulary writes it, by its fullest name in the text so far."""

from __future__ import annotations

import re

from .alike import same_word
from .mentions import Mention
from .phrases import lower
from .story import Story


def body_of(story: Story, mention: Mention) -> str | None:
    """The name of the body that a mention stands for; "the ministry" takes the name that it had before."""
    name = re.sub(r"['’]s?$", "", mention.institution or "")
    for written, forms in story.lexicon.table("body_names").items():
        if lower(name) in forms:
            return str(written)
    return (_fuller(story, name, mention.start) if name and " " not in name else name) or None


def _fuller(story: Story, name: str, at: int) -> str:
    """The longer name of one body alone that has a word in it, else the word itself."""
    inflection = story.lexicon.inflection
    before = {m.institution for m in story.within(0, at) if m.institution and " " in m.institution}
    fits = [b for b in before if any(same_word(lower(w), lower(name), inflection) for w in b.split())]
    return fits[0] if len(fits) == 1 else name
