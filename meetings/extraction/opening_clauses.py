"""An office that opens a sentence, or ends the clause that does, before the name of whoever is told to act next."""

from __future__ import annotations

from .tokens import Words


def behind_opening_clause(words: Words, office_start: int, name_end: int) -> bool:
    """ "While welcoming the Chilean minister, Omar Dia said …": the comma closes the clause, and no other one follows
    the name, as one does behind an apposition ("… the Chilean minister, Ana Ruiz, he said"); "has been"
    acts, too."""
    lexicon, plain = words.lexicon, words.plain
    heads, endings = lexicon.words("clause_heads"), tuple(lexicon.words("clause_head_endings"))
    if not heads or plain[name_end : name_end + 1] != " ":
        return False
    line = words.line(office_start)[0]
    clause = words.lowered[max(line, plain.rfind(". ", line, office_start) + 1) : office_start].split()
    opened = bool(clause) and (clause[0] in heads or clause[0].endswith(endings))
    if not opened or any("," in word for word in clause):
        return False
    acts = words.lowered[name_end + 1 : name_end + 12].split(" ")[0] in lexicon.words("finite_auxiliaries")
    return acts or any(words.inside(kind, name_end, name_end + 2) for kind in ("speech", "encounter"))


def opens_line(words: Words, office_start: int) -> bool:
    """ "The President, Anna Bell has spoken": an article and an office begin the line."""
    start = words.line(office_start)[0]
    return words.lowered[start:office_start].strip() in words.lexicon.words("articles")
