"""Who took part in an encounter told in passing: "his talks with X", "the two of them", "when you received me"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, pairwise, takewhile

from .encounters import Encounter
from .lexicon import load
from .mentions import Mention
from .office import announcing
from .office_holders import TOP
from .person import Person
from .phrases import Hit, lower
from .story import Sentence, Story
from .talkers import Talkers
from .tokens import Token
from .turn_speakers import Speaker
from .wordlists import any_of

Party = Person | str
"""A person, or the ISO code of a state where the text names nobody."""
_ATTRIBUTE = 20
"""Characters behind a participle within which whoever it tells of begins."""
_CLAUSE = 600
"""Characters back to which the beginning of a clause is looked for."""
_HELD = 9
"""Words behind an encounter within which it is told between whom it was."""
_JOINED = r"[\s,]*(?:(?:{words})\b)?[\s,]*(?:(?:{small})\b[.\s]*)*"


class Parties(Talkers):
    """Reads the parties of single encounters from the words around their marks."""

    def __init__(
        self, story: Story, home: str | None, encounters: list[Encounter], speakers: list[Speaker]
    ) -> None:  # fmt: skip
        super().__init__(story, home, encounters, speakers)
        self.verbs = self.lexicon.words("encounter_verbs", "reference_verbs")
        self._joins = _joins(self.lexicon.tag)
        self._small = self.lexicon.words("genitive_links", "articles")

    # --- words before and after a mark

    def tokens(self, start: int, end: int) -> list[Token]:
        some = self.words.between(start, end)
        return self.words.tokens[some.start : some.stop]

    def clause(self, start: int, at: int, told: int | None = None) -> int:
        """Where the clause begins that a place lies in: after "that", "when", a colon; ", and" after what was told."""
        openers, joins = self.lexicon.words("clause_openers"), self.lexicon.words("party_joins")
        tokens = self.tokens(max(start, at - _CLAUSE), at)
        begins = [t.end for t in tokens if t.lower in openers or t.text in ";:—"]
        pairs = pairwise(t for t in tokens if told is not None and t.start >= told > start)
        begins += [two.end for one, two in pairs if one.text == "," and two.lower in joins]
        return max(begins, default=start)

    def begin(self, mention: Mention, person: Person | None) -> int:
        """Where the words begin that name somebody, office included."""
        held = [o.start for o, n in person.offices if n.start == mention.start] if person else []
        return min([mention.start, *held])

    def party(self, mention: Mention, person: Person | None) -> Party | None:
        """A person; a state where an unnamed colleague or office stands for it."""
        if person:
            return person
        return mention.country if mention.kind in ("office", "leader", "colleague") else None

    def run(self, sentence: Sentence, start: int, end: int, gap: int = 3) -> list[Party]:
        """Parties named one after the other ("A, B and C") from a place on, `gap` words after it at most."""
        found: list[Party] = []
        at = start
        for mention, person in self.mentions(sentence):
            begin = self.begin(mention, person)
            if begin < start or begin >= end:
                continue
            between = self.words.lowered[at:begin]
            if not found and (len(between.split()) > gap or re.search(r"[;:]\s", between)):
                break
            if found and not self._joins.fullmatch(self._bare(at, begin)):
                break
            party = self.party(mention, person)
            if party and not any(party is p or party == p for p in found):
                if found and isinstance(found[-1], str) and not self.words.lowered[at:begin].strip(" ,"):
                    found.pop()
                found.append(party)
            at = mention.end
        return self._and_i(sentence, found, at) if found and self.voiced(sentence) else found

    def _and_i(self, sentence: Sentence, found: list[Party], at: int) -> list[Party]:
        """ "A and I"."""
        tokens = self.tokens(at, at + 16)[:2]
        if len(tokens) == 2 and tokens[0].lower in self.lexicon.words("party_joins"):
            found += [p for p in self._talker(sentence, tokens[1].lower) if not any(p is q for q in found)]
        return found

    def _bare(self, start: int, end: int) -> str:
        """A stretch without "of Ghana" and the like."""
        text = self.words.lowered[start:end]
        for hit in (*self.words.inside("country", start, end), *self.words.inside("organization", start, end)):
            text = text.replace(self.words.lowered[hit.start : hit.end], "")
        text = re.sub(r"^['’]s\b", "", text)
        return " ".join(w for w in text.split(" ") if w.strip(",") not in self._small)

    def linked(self, sentence: Sentence, hit: Hit, right: int) -> list[Party]:
        """Who follows a mark: "talks with A and B", "was received by A", "met A"."""
        text = self.words.lowered[hit.start : hit.end]
        if text in self.verbs or text.split()[-1] in self.lexicon.words("with_links"):
            found = self.run(sentence, hit.end, right) or self._object(sentence, hit)
            if found:
                return found
        for n, token in enumerate(self.tokens(hit.end, right)):
            if n > 12 or (n > 3 and token.lower in self.lexicon.words("clause_openers")):
                break
            if token.lower in self.lexicon.words("with_links"):
                found = self.run(sentence, token.end, right) or self._object(sentence, hit._replace(end=token.end))
                found = found or self.states(token.end, right)
                if found:
                    return found
        return []

    def states(self, start: int, end: int) -> list[Party]:
        """States named one after the other right behind a place: "with Ghana, Togo and Benin"."""
        found: list[Party] = []
        for hit in self.words.inside("country", start, end):
            if not self._joins.fullmatch(self.words.lowered[start : hit.start]) or hit.value[1] == "adjective":
                break
            found.append(str(hit.value[0]))
            start = hit.end
        return found

    def _object(self, sentence: Sentence, hit: Hit) -> list[Party]:
        """ "… received me", "… met with you"."""
        token = next(iter(self.tokens(hit.end, hit.end + 12)), None)
        if token is None or not self.voiced(sentence):
            return []
        return self._talker(sentence, token.lower)

    def _talker(self, sentence: Sentence, word: str) -> list[Party]:
        if word in self.lexicon.words("speaker_words", "we_words"):
            person = self.speaker(sentence)
        elif word in self.lexicon.words("addressee_words"):
            person = self.addressee(sentence)
        else:
            return []
        return [person] if person else []

    def owner(self, sentence: Sentence, hit: Hit, left: int) -> list[Party]:
        """Whose encounter it is: "his last talks", "A's visit", "my conversation"."""
        tokens = self.tokens(left, hit.start)[-4:]
        tokens = list(takewhile(lambda t: t.word, reversed(tokens)))
        for token in tokens:
            if self.voiced(sentence) and (talker := self._talker(sentence, token.lower)):
                return talker
            if token.lower in self.lexicon.words("possessives"):
                return self._possessive(sentence, token, hit)
            if token.lower in self.lexicon.words("function_words"):
                break
        for mention, person in self.mentions(sentence):
            if left <= mention.start and mention.end < hit.start and self._owns(mention, hit):
                party = self.party(mention, person)
                return [party] if party else []
        return []

    def _owns(self, mention: Mention, hit: Hit) -> bool:
        rest = self.words.lowered[max(mention.start, mention.end - 2) : hit.start]
        return re.match(r"(?:..)?['’]s?\s(?:[\w-]+\s){0,3}$", rest) is not None

    def _possessive(self, sentence: Sentence, token: Token, hit: Hit) -> list[Party]:
        if token.lower in self.lexicon.words("plural_possessives"):
            return self.group(sentence, self.clause(sentence.start, token.start), hit.start, anyhow=True)
        if sentence.quoted:
            before = [p for m, p in self.mentions(sentence) if p and m.end <= token.start]
            stretch = self.story.quoted_at(sentence.start)
            person = before[-1] if before else self.spoken_of.get(stretch.start if stretch else -1)
            return [person] if person else []
        return list(self.subject(sentence, token.start)[:1])

    def subject(
        self, sentence: Sentence, at: int, others: Sequence[Party] = (), told: int | None = None
    ) -> list[Party]:  # fmt: skip
        """Who acts in the clause before a place; else who acts in the sentence."""
        start = self.clause(sentence.start, at, told)
        for mention, person in self.mentions(sentence):
            if not start <= mention.start < at or person is None or any(person is p for p in others):
                continue
            if self.tells(sentence, mention, person):
                continue
            if self.story.acts(mention) or sentence.quoted:
                return self.run(sentence, self.begin(mention, person), at)
        if self.voiced(sentence):
            acting = (t.lower for t in self.tokens(start, at) if t.lower in self.lexicon.words("talker_subjects"))
            return next((p for word in acting if (p := self._talker(sentence, word))), [])
        if start > sentence.start and self.group(sentence, start, at):
            return []
        teller = self.only_tells(sentence, sentence.subject)
        return [sentence.subject] if sentence.subject and at > sentence.start and not teller else []

    def _announcer(self, person: Person) -> bool:
        """Whether somebody speaks for others: "the spokeswoman said that a meeting was planned" is not hers."""
        words = self.lexicon.affixes("announcers")
        return bool(words) and any(announcing(lower(o.text), words) for o, _n in person.offices)

    def only_tells(self, sentence: Sentence, person: Person | None) -> bool:
        """Whether somebody is first named in a sentence as the one who tells of what others do."""
        named = next(((m, p) for m, p in self.mentions(sentence) if p and p is person), None)
        return named is not None and self.tells(sentence, *named)

    def tells(self, sentence: Sentence, mention: Mention, person: Person) -> bool:
        """Whether somebody only tells of what others do: whoever stands right behind a verb of speech ("As Bell's
        spokeswoman said, …", "of the visit told ambassador Dia", with the verb first), and any spokesperson."""
        if sentence.quoted:
            return False
        begin = self.begin(mention, person)
        verbs = self.words.inside("speech", max(sentence.start, begin - 30), begin) if self.lexicon.head_first else []
        behind = bool(verbs) and not self.words.lowered[verbs[-1].end : begin].strip()
        return behind or (self._announcer(person) and bool(self.words.inside("speech", sentence.start, sentence.end)))

    # --- groups

    def group(self, sentence: Sentence, start: int, end: int, *, anyhow: bool = False) -> list[Party]:
        """ "The two presidents", "they": two persons of different states, spoken of before."""
        roles = self._group_roles(start, end)
        if roles is None and not anyhow:
            return []
        found: list[Person] = []
        for person in self._spoken_before(sentence, end):
            alike = not roles or bool(person.roles & roles) or _colleague(person)
            if not alike or any(p is person or self._allied(p, person) for p in found):
                continue
            found.append(person)
            if len(found) == 2:
                return list(found)
        return []

    def _allied(self, one: Person, two: Person) -> bool:
        """Whether two persons are known to act for the same side."""
        sides = {p.organization or p.country for p in (one, two)}
        return len(sides) == 1 and None not in sides

    def _group_roles(self, start: int, end: int) -> set[str] | None:
        """The kind of office a group holds (any where empty); None where no word tells of a group."""
        for office in self.story.resolver.offices:
            if start <= office.start < end and office.plural and not office.country:
                return _held(office.role)
        for token in self.tokens(start, end):
            if token.lower in self.lexicon.words("plural_office_words"):
                head = self.words.covering("office", token.start)
                return _held(str(head.value)) if head else TOP
        for hit in self.words.inside("groups", start, end):
            top = self.words.inside("leaders", hit.start, hit.end + 12)
            return TOP if top else set()
        plural = self.lexicon.affixes("plural_offices")
        leaders = self.words.inside("leaders", start, end)
        return TOP if any(self.words.lowered[h.stem_end : h.end].startswith(plural) for h in leaders) else None

    def _spoken_before(self, sentence: Sentence, at: int) -> list[Person]:
        """Persons in the order in which a group word may mean them."""
        here = [p for m, p in self.mentions(sentence) if p and m.start < at]
        above = [s for s in self.story.sentences if s.paragraph.start == sentence.paragraph.start and s.start < at]
        near = [p for s in reversed(above) if s is not sentence for p in s.persons]
        talking = [p for p in self.talkers(sentence) if p] if self.voiced(sentence) else []
        begun = [e for e in self.encounters if e.anchor.start <= at][-1:] or self.encounters[:1]
        present = [p for e in begun for p in e.people]
        return list(chain(talking, here, near, present, self.story.resolver.people))

    def talking(self, sentence: Sentence, left: int, right: int) -> list[Party]:
        """ "We met", "you told me": speaker and addressee, where nobody else is named."""
        words = {t.lower for t in self.tokens(left, right)}
        mine = words & self.lexicon.words("speaker_words")
        ours, yours = words & self.lexicon.words("we_words"), words & self.lexicon.words("addressee_words")
        if not (ours or (mine and yours)):
            return []
        pair = self.talkers(sentence)
        return [p for p in pair if p] if all(pair) else []

    # --- all together

    def of(self, sentence: Sentence, hit: Hit, left: int, right: int) -> list[Party]:
        """The parties of an encounter as the words around its mark tell them; empty where they do not."""
        if not self.lexicon.words("with_links"):
            return []
        both = self._between(sentence, hit, right)
        if len(both) >= 2:
            return both
        others = self.linked(sentence, hit, right) or self._together_with(sentence, hit)
        first = self.owner(sentence, hit, left) or self._relative(sentence, hit, right)
        first = first or (self._of_whom(sentence, hit, right) if others else [])
        first = first or self.subject(sentence, hit.start, others, left)
        if len(others) == 2 and self._inverted(hit) and all(any(p is o for o in others) for p in first):
            return others
        if others:
            first = [p for p in first or self._hero(sentence) if not any(p is o or p == o for o in others)]
            first = first or [p for p in self._hero(sentence) if not any(p is o for o in others)]
            return [*first, *others] if first else []
        if len(first) >= 2:
            return first
        start = self.clause(sentence.start, hit.start)
        pair = self._offices_of_states(start, hit.start) or self.group(sentence, start, hit.start)
        if pair or self._group_roles(start, hit.start):
            return pair
        return self.talking(sentence, left, right) if self._theirs(sentence, hit, left) else []

    def _inverted(self, hit: Hit) -> bool:
        """ "Am Montag trifft A B": a verb with whoever acts right behind it, in languages whose verb stands second."""
        following = next(iter(self.tokens(hit.end, hit.end + 12)), None)
        second = self.lexicon.data.get("noun_capitals") and self.words.lowered[hit.start : hit.end] in self.verbs
        return bool(second) and following is not None and following.lower not in self.lexicon.words("with_links")

    def named_together(self, sentence: Sentence, hit: Hit) -> list[Party]:
        """A group spoken of anywhere before a mark, in languages whose verb comes last."""
        if self.lexicon.head_first:
            return []
        met = self.group(sentence, sentence.start, hit.start)
        return met or self.group(sentence, hit.end, min(sentence.end, hit.end + _ATTRIBUTE))  # "who met two ministers"

    def _theirs(self, sentence: Sentence, hit: Hit, left: int) -> bool:
        """Whether a mark in reported speech belongs to the talkers: a verb, "our meeting", "we had a talk"."""
        text = self.words.lowered[hit.start : hit.end]
        if not self.voiced(sentence) or hit.kind == "dealings" or text in self.verbs:
            return self.voiced(sentence)
        near = {t.lower for t in self.tokens(left, hit.start)[-5:]}
        return bool(near & (self.lexicon.words("we_words", "addressee_words")))

    def _between(self, sentence: Sentence, hit: Hit, right: int) -> list[Party]:
        """ "A meeting of A and B", "talks between the two ministers"."""
        following = next(iter(self.tokens(hit.end, right)), None)
        if following and self.lexicon.data.get("genitive_follows"):
            if following.lower in self.lexicon.words("with_links"):
                return []
            return self.run(sentence, hit.end, right)
        if following is None or following.lower not in self.lexicon.words("party_links"):
            return self._states_among(hit.end, right) or self._held_between(sentence, hit, right)
        both = self.run(sentence, following.end, right)
        return both if both else self.group(sentence, following.end, min(right, following.end + 40))

    def _held_between(self, sentence: Sentence, hit: Hit, right: int) -> list[Party]:
        """ "The talks held in Oslo between A and B": the link stands behind where and when they were held."""
        links, openers = self.lexicon.words("between_links"), self.lexicon.words("clause_openers")
        for token in self.tokens(hit.end, right)[:_HELD] if links else ():
            if token.lower in links:
                both = self.run(sentence, token.end, right)
                return both if len(both) >= 2 else []
            if token.lower in openers or token.text in ",;:—":
                break
        return []

    def _of_whom(self, sentence: Sentence, hit: Hit, right: int) -> list[Party]:
        """ "The meeting of A with B": whoever stands right behind the noun, in the genitive."""
        following = next(iter(self.tokens(hit.end, right)), None)
        links = self.lexicon.words("genitive_links", "genitive_articles")
        if following is None or following.lower not in links or self.words.lowered[hit.start : hit.end] in self.verbs:
            return []
        return self.run(sentence, following.end, right)[:1]

    def _states_among(self, start: int, right: int) -> list[Party]:
        """ "The meeting on fishing among Ghana, Togo and Chile": three states or more, one right behind the other."""
        link = self.lexicon.shaped("among", r"(?<!\w){words}\s+(?:the\s+)?").search(self.words.lowered, start, right)
        at = link.end() if link else right
        found: list[Party] = []
        for state in self.words.inside("country", at, right):
            gap = self.words.lowered[at : state.start] if found else ""
            if (not found and state.start != at) or not re.fullmatch(r"(?:,?\s+and|,)\s+(?:the\s+)?", gap or ", "):
                break
            found.append(str(state.value[0]))
            at = state.end
        return found if len(found) > 2 else []

    def _offices_of_states(self, start: int, end: int) -> list[Party]:
        """ "The presidents of Ghana and Chile": the states."""
        plural = any(o.plural and start <= o.head < end for o in self.story.resolver.offices)
        forms = self.lexicon.words("plural_office_words")
        if not plural and not any(t.lower in forms for t in self.tokens(start, end)):
            return []
        codes = dict.fromkeys(str(h.value[0]) for h in self.words.inside("country", start, end))
        return list(codes) if len(codes) >= 2 else []

    def _together_with(self, sentence: Sentence, hit: Hit) -> list[Party]:
        """ "Together with A we opened …"."""
        for token in self.tokens(self.clause(sentence.start, hit.start), hit.start):
            if token.lower in self.lexicon.words("with_links"):
                found = self.run(sentence, token.end, hit.start, gap=5)
                if found:
                    return found[:1]
        return []

    def _hero(self, sentence: Sentence) -> list[Party]:
        """Who takes part in all meetings of the text: whom a sentence means that names one side only."""
        if sentence.quoted or not self.encounters:
            return []
        first = self.encounters[0].people
        always = [p for p in first if all(any(p is q for q in e.people) for e in self.encounters)]
        return list(always[:1])

    def _relative(self, sentence: Sentence, hit: Hit, right: int) -> list[Party]:
        """ "The talks that A had with B", "a conversation which A and B had"."""
        for token in self.tokens(hit.end, right)[:8]:
            if token.lower in self.lexicon.words("relatives"):
                return self.run(sentence, token.end, right, gap=1) or self.group(sentence, token.end, right)
        return []


def _colleague(person: Person) -> bool:
    """Whether somebody is known as another one's counterpart alone: of the same office."""
    return not person.offices and any(rule == "country.of-colleague" for _code, rule in person.countries)


def _held(role: str) -> set[str]:
    """The offices that a plural means: "the ministers" may be those of foreign affairs."""
    return {role} if role in TOP else {role, "foreign_minister"}


@cache
def _joins(tag: str) -> re.Pattern[str]:
    """What may stand between two parties that are named together."""
    words = load(tag).words
    small = words("articles", "titles", "possessives")
    return re.compile(_JOINED.replace("{words}", any_of(words("party_joins"))).replace("{small}", any_of(small)))
