"""An office that opens a paragraph and acts, right before the name of whom its holder met, where the verb stands last.

"Қазақстанның Норвегиядағы елшісі Бергпен кездесті": the ambassador, whom the line does not name, met Berg. Somebody
must act in a sentence with "met", and behind "with" nobody does.
"""

from __future__ import annotations

from .name_forms import Name
from .office import Office
from .tokens import Words


def acts_alone(words: Words, office: Office, name: Name) -> bool:
    """Whether an office is the subject and the name behind it another's: one word with an ending or a word for "with",
    and right behind it the verb for meeting, the last of the paragraph or sentence."""
    lexicon = words.lexicon
    endings, links = lexicon.affixes("comitative_endings"), lexicon.words("comitative_words")
    if not (endings or links) or len(name.words) > 1 or office.plural or name.titled:
        return False
    if words.plain[office.end : name.start] != " " or all(p.start != office.start for p in words.page.paragraphs):
        return False
    at = words.index_at(name.end)
    if at < len(words.tokens) and words.tokens[at].lower in links:
        at += 1
    elif not words.lowered.endswith(endings or ("\n",), name.start, name.end):
        return False
    verb = words.covering("encounter", words.tokens[at].start) if at < len(words.tokens) else None
    finite = verb is not None and words.lowered[verb.start : verb.end] in lexicon.words("encounter_verbs")
    return finite and verb is not None and words.plain[verb.end : verb.end + 1] in ("", "\n", ".")
