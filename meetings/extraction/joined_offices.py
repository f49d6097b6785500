"""Offices that belong together: joined by "and", side by side, or one the other's owner."""

from __future__ import annotations

from dataclasses import replace

from .office import POSTED, Office
from .phrases import lower
from .tokens import Words


def joined(words: Words, offices: list[Office]) -> list[Office]:
    """Offices joined by "and" are one; where the head comes last, an owner before the head belongs to it."""
    joins = words.lexicon.words("office_joins")
    found: list[Office] = []
    for office in offices:
        if found:
            previous = found[-1]
            between = words.plain[previous.end : office.start]
            bare = lower(between.strip())
            posted = previous.role in (*POSTED, "secretary_general") and not office.country
            adjoining = bool(words.lexicon.data.get("offices_adjoin")) and not bare and (posted or not previous.country)
            adjoining = adjoining and not _complete(words, previous)
            owner = adjoining or (not words.lexicon.head_first and not bare and previous.possessive)
            owner = owner or (posted and bare in words.lexicon.words("envoy_links") and not _named(words, office))
            ranked = not bare and words.lowered[office.start : office.end] in words.lexicon.words("ranks_behind")
            ranked = ranked or (not bare and _of_envoy(words, previous, office))
            owner = owner or ranked  # "Deputy Minister Ambassador X", where the head comes last
            second = not words.lexicon.head_first and bare == "," and _two_posts(previous, office)
            one = owner or second or (bare in joins and not _complete(words, previous))
            apart = (
                _listed(previous, office)
                or _of_guest(words, previous, office)
                or _of_two_held(words, previous, office)
                or apposed(words, previous, office)
            )
            if "\n" not in between and one and not apart:
                held = previous.role if posted and owner else office.role
                role = _stronger(previous, office) if bare in joins or second else held
                found[-1] = _one_office(words, previous, office, role)
                continue
        found.append(office)
    return found


def _one_office(words: Words, first: Office, second: Office, role: str) -> Office:
    """Two offices as one, with all the words from the first to the second."""
    space = " " if words.plain[second.start - 1].isspace() else ""
    return replace(
        first,
        end=second.end,
        head=second.head,
        role=role,
        text=" ".join(words.plain[first.start : second.start].split()) + space + second.text,
        country=first.country or second.country or _owner(words, first),
        organization=first.organization or second.organization,
        possessive=second.possessive,
    )


def _owner(words: Words, first: Office) -> str | None:
    """The state that an office is "to", where it is that of somebody else's whom the second one names."""
    state = words.covering("country", first.end - 1) if words.lexicon.head_first else None
    return str(state.value[0]) if state and state.end == first.end else None


def _of_envoy(words: Words, first: Office, second: Office) -> bool:
    """ "Adviser to the Norwegian" + "Ambassador": whose adviser somebody is, where no name follows."""
    state = words.covering("country", first.end - 1)
    posted = first.role in POSTED and state is not None and state.end == first.end and state.start > first.head
    before = words.lowered[max(0, state.start - 8) : state.start].split() if posted and state else []
    article = before[-1:] and before[-1] in words.lexicon.words("articles")
    return bool(article) and not _named(words, second)


def _named(words: Words, office: Office) -> bool:
    """ "the adviser of President X": the second office is X's, where names follow their offices."""
    behind = words.plain[office.end : office.end + 2]
    return words.lexicon.head_first and words.lexicon.capitals and behind[:1] == " " and behind[1:].isupper()


def _two_posts(first: Office, second: Office) -> bool:
    """ "Ghana's Deputy Prime Minister, Foreign Minister X": two posts of one person, where the name comes last."""
    held = first.role == "deputy" and second.role in ("minister", "foreign_minister")
    return held and not (second.country or second.organization or second.plural or first.plural)


def _complete(words: Words, office: Office) -> bool:
    """ "the Minister", "the King": with the article and alone, an office stands for its holder and joins no other."""
    article = words.lexicon.inflection.article
    return bool(article) and office.text.startswith(article) and " " not in office.text


def _listed(first: Office, second: Office) -> bool:
    """ "the President of France and the Chancellor of Germany" are two offices."""
    return bool(first.country and second.country and first.country != second.country)


def _of_guest(words: Words, first: Office, second: Office) -> bool:
    """ "the Secretary to the President and Kenyan High Commissioner X": an envoy's office that begins with a state is
    not that of whoever has none."""
    state = words.covering("country", second.start) if words.lexicon.data.get("adjectives_precede") else None
    foreign = state is not None and state.start == second.start and second.role == "ambassador"
    return foreign and not (first.country or first.role == "ambassador")


def _of_two_held(words: Words, first: Office, second: Office) -> bool:
    """ "Anwar bin Said, Crown Prince, and-minister of state Dr X": what stands behind a name is its holder's, what a
    title and a name follow is theirs, in languages with particles that only names have."""
    kin = words.lexicon.words("kin_particles")
    at, end = words.index_at(first.start), words.index_at(second.end)
    joins = words.lexicon.words("office_joins")
    linked = words.tokens[words.index_at(first.end)].lower in joins
    if not (kin and linked and at > 1 and words.tokens[at - 2].lower in kin):
        return False
    adjoining = next((h for h in words.inside("office", second.end, second.end + 2)), None)
    if adjoining:
        end = words.index_at(adjoining.end)
    behind = words.tokens[end : end + 3]
    return any(words.covering("titles", t.start) for t in behind if "\n" not in words.plain[second.end : t.start])


def apposed(words: Words, first: Office, second: Office) -> bool:
    """ "Anwar Bell (as-)ambassador of Ghana and-the-Ambassador Omar Dia …": an office in the case of an apposition is
    that of whoever stands before it, one with the article begins what is told of the next."""
    cases, article = words.lexicon.words("apposed_offices"), words.lexicon.inflection.article
    if not cases or lower(first.text).split(" ", 1)[0] not in cases:
        return False
    return any(second.text.startswith(f"{join}{article}") for join in ("", *words.lexicon.affixes("office_joins")))


def _stronger(first: Office, second: Office) -> str:
    ranks = ("head_of_state", "head_of_government", "foreign_minister", "secretary_general", "minister")
    for role in ranks:
        if role in (first.role, second.role):
            return role
    return first.role
