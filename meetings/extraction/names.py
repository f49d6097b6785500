"""Names of persons, known by their shape: capitalised words, particles, initials, and what stands around them.

No list of persons is used. What the vocabulary knows as a state, a city, an organisation, an office, a month or a
common word is no name; a run of other capitalised words may be one.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from .cases import nominative
from .declension import plainly_oblique, surely_oblique
from .forms import in_title_case
from .name_forms import REGNAL, Name
from .name_words import NameWords, articled
from .office import Office
from .pages import Paragraph
from .phrases import APOSTROPHES, lower
from .place_before_name import outlet_ends, place_leads
from .places import dateline_end
from .tokens import Token, Words

_CAPITAL_LABEL = re.compile(r"(?:[-–—] ?)?([^:\n(\[]{5,90}?)\s*(?:[(\[][^()\[\]\n]{1,80}[)\]]\s*)?:")
_LABEL_LENGTH = 250
_MAX_WORDS = 7
_SYLLABLE = 5
_LATIN = "\u02af"
_ABBREVIATED = 3
"""Letters of what is cut short and takes no endings: "Inge" is no form of "Ing."."""
_DOUBLE = frozenset("дж дз yu ya ye yo zh kh sh ch ts th ph dz dj ju ja je jo ge ga li md".split())  # noqa: SIM905
"""Two letters that stand for one of another script, or for a first name cut short: an initial with a stop behind."""


def find_names(words: Words, offices: list[Office], paragraphs: list[Paragraph]) -> list[Name]:
    """Candidates for names, in order. Which of them are persons is decided where all is known (`people`)."""
    if not words.lexicon.capitals:
        from .uncapitalised_names import UncapitalisedNames
        from .unspaced_names import UnspacedNames

        told = [o for o in offices if words.page.zone_at(o.start) in ("title", "body")]
        found = (UncapitalisedNames if words.lexicon.spaced else UnspacedNames)(words, told, paragraphs).find()
    else:
        scanner = _Scanner(words, offices)
        found = [name for paragraph in paragraphs for name in scanner.scan(paragraph)]
        if scanner.learns(found):
            found = [name for paragraph in paragraphs for name in scanner.scan(paragraph)]
    body = words.page.zone("body")
    begin, end = (body[0].start, dateline_end(words)) if body else (0, 0)
    return [name for name in found if not begin <= name.start < end]


class _Scanner(NameWords):
    """Reads runs of such words."""

    def learns(self, found: list[Name]) -> bool:
        """Whether a word known as something else begins or ends a name of several: alone beside a verb of speech it is
        a name, too ("Ana Lima … Lima said")."""
        for name in (n for n in found if len(n.words) > 1 and self.lexicon.head_first):
            inside = self.words.between(name.start, name.end)
            for token in (self.words.tokens[inside.start], self.words.tokens[inside.stop - 1]):
                if token.word and len(token.text) > 2 and self.otherwise_known(token):
                    self.again.add(token.text)
        return bool(self.again)

    def scan(self, paragraph: Paragraph) -> list[Name]:
        begins = {start for start, _end in self.words.sentences(paragraph)}
        labelled = self._label_in_capitals(paragraph)
        tokens, indexes = self.words.tokens, self.words.between(paragraph.start, paragraph.end)
        line = [tokens[i] for i in indexes]
        shouting = _shouting(line)
        self.title_case = paragraph.zone == "title" and in_title_case((t.text for t in line), 0.8)
        found: list[Name] = []
        reached = indexes.start
        for at in self._openings(indexes):
            if at < reached:
                continue
            name, reached = self._name_at(at, indexes.stop, begins, shouting or tokens[at].start < labelled)
            if name:
                found.append(name)
        return found

    def _label_in_capitals(self, paragraph: Paragraph) -> int:
        """Where a label of a transcript in capitals ends ("PRESIDENTE ANA RUIZ:"); 0 if there is none."""
        plain = self.words.plain
        if ":" not in plain[paragraph.start : min(paragraph.end, paragraph.start + _LABEL_LENGTH)]:
            return 0
        label = _CAPITAL_LABEL.match(plain, paragraph.start, paragraph.end)
        capitals = label is not None and label[1].isupper() and " " in label[1].strip()
        return label.end(1) if label and capitals else 0

    def _openings(self, indexes: range) -> list[int]:
        """Where a name, or a title before one, can begin at all: most tokens are told by one letter."""
        if self.small_titles:
            return list(indexes)
        texts = [token.text for token in self.words.tokens[indexes.start : indexes.stop]]
        return [
            i for i, t in zip(indexes, texts, strict=True) if t[0].isupper() or (not t.isalpha() and _opens_small(t))
        ]

    def _name_at(self, at: int, stop: int, begins: set[int], shouting: bool) -> tuple[Name | None, int]:
        tokens = self.words.tokens
        titled = False
        begin = at
        while at < stop and (width := self._title(at, stop) or (titled and self._joins_titles(at, stop))):
            titled, at = True, at + width
        if at >= stop or not self._may_begin(at, stop, begins, titled, shouting):
            return None, max(at, begin + 1)
        run = [at]
        at += 1
        while at < stop and len(run) < _MAX_WORDS * 2:
            last = tokens[run[-1]]
            step = self._joined_to_name(last, tokens[at]) or self._continues(at, stop, last, titled, shouting)
            if not step or self._whole(run) or self._another_begins(at, stop, tokens[run[0]]):
                break
            run += range(at, at + step)
            at += step
        run = run[place_leads(self.words, run) : len(run) - outlet_ends(self.words, run)]
        return self._make(run, titled), max(at, begin + 1)

    def _another_begins(self, at: int, stop: int, first: Token) -> bool:
        """ "министр Северной Далии О.К.Белл": two initials right behind words are of a name of its own."""
        follows = len(first.text) > 2 and self.words.tokens[at - 1].word and self.lexicon.data.get("name_declension")
        return bool(follows) and self._initial(at, stop) and self._initial(at + 2, stop)

    def _joins_titles(self, at: int, stop: int) -> int:
        """ "Son Excellence le Général Bell": the article before another form of address."""
        article = self.words.tokens[at].lower in self.particles and at + 1 < stop
        return int(article and self._title(at + 1, stop) > 0)

    def _title(self, at: int, stop: int) -> int:
        """How many tokens a form of address takes here ("H.E.", "Mr.", "(Mrs.)")."""
        token = self.words.tokens[at]
        hit = self.words.covering("titles", token.start)
        if not hit and token.text != "(":
            return 0
        if hit and hit.start == token.start and hit.stem_end < hit.end == token.end <= hit.start + _ABBREVIATED + 1:
            hit = None if token.lower not in self.lexicon.words("titles") else hit
        before = self.words.lowered[hit.start : token.start].split() if hit else []
        led = bool(before) and self.lexicon.words("articles").issuperset(before)  # "Senator the Hon Anna Bell"
        opens = token.capital or self.small_titles or token.lower in self.lexicon.words("articles")
        if not hit or not (hit.start == token.start or led) or not opens:
            bracketed = token.text == "(" and at + 2 < stop and self._title(at + 1, stop)
            return bracketed + 2 if bracketed and self.words.tokens[at + 1 + bracketed].text == ")" else 0
        width = self.words.index_at(hit.end) - at
        while at + width < stop and self.words.tokens[at + width].text == ".":
            width += 1
        following = self.words.tokens[at + width] if at + width < stop else None
        leads = following is not None and (following.capital or following.lower in self.particles)
        leads = leads or (following is not None and (following.text in ("(", ")") or self._title(at + width, stop) > 0))
        return width if leads else 0

    def _within_name(self, at: int, titled: bool) -> bool:
        """ "Omar D. Bell": what is a form of address elsewhere is an initial, right behind one lone given name."""
        tokens, token, given = self.words.tokens, self.words.tokens[at], self.words.tokens[at - 1]
        lone = (
            not titled and given.capital and given.word and given.end + 1 == token.start and not self.in_office(given)
        )
        before = tokens[at - 2] if at > 1 else given
        lone = lone and not (before.capital and before.end + 1 == given.start and self.proper(before, True, False))
        return lone and len(token.text) == 1

    def _may_begin(self, at: int, stop: int, begins: set[int], titled: bool, shouting: bool) -> bool:
        token = self.words.tokens[at]
        if self._initial(at, stop):
            return self._initials_lead(at, stop)
        if self._bare_initial(at, stop):
            return titled or (at > 0 and self.in_office(self.words.tokens[at - 1]))
        if token.lower in self.particles and titled:
            return at + 1 < stop and self.proper(self.words.tokens[at + 1], True, shouting)
        if token.capital and token.lower in self.particles and at + 1 < stop:
            following = self.words.tokens[at + 1]
            named = self.proper(following, titled, shouting) or self._letter(token, following)
            return (named or self.town_as_surname(at + 1, titled)) and token.start not in begins
        named = self.proper(token, titled, shouting) or self.town_as_given_name(at, stop, shouting)
        if not named and not (titled and self._town(token)):
            return False
        return titled or token.start not in begins or not self._opens_sentence(token)

    def _opens_sentence(self, token: Token) -> bool:
        """Whether the first word of a sentence has a capital for that alone."""
        if token.capital and token.text[0].lower() + token.text[1:] in self.words.lower_case_words:
            return True
        if token.lower in self.initial_words and self.before_name(token):
            return True  # "Promete Bell diálogo"
        return self.case_of_small(token) or bool(self.initial_endings and token.lower.endswith(self.initial_endings))

    def _joined_to_name(self, last: Token, token: Token) -> bool:
        """ "Omar Ould Cheikh", "Omar Cheikh Dia": what stands behind a word for a son is no form of address; nor is one
        that is a given name, too, behind another name."""
        if not token.capital or token.start != last.end + 1:
            return False
        name = last.capital and last.word and token.lower in self.lexicon.words("given_titles")
        return name or last.lower in self.lexicon.words("son_particles")

    def _continues(self, at: int, stop: int, last: Token, titled: bool, shouting: bool) -> int:
        """How many tokens from here on still belong to the name."""
        tokens, token = self.words.tokens, self.words.tokens[at]
        gap = self.words.plain[last.end : token.start]
        if (self._title(at, stop) and not self._within_name(at, titled)) or self._dotted_honour(at, stop):
            return 0
        if self._set_apart(at, gap) or self._ended(last):
            return 0
        if token.word and last.word and (token.text[0] > _LATIN) != (last.text[0] > _LATIN):
            return int(REGNAL.fullmatch(token.text) is not None)  # in another script: a newspaper or a firm
        if token.text == "." and last.capital and not gap and self._cut_short(at, stop, last, titled):
            return 1
        if gap == " " and last.capital and last.word and len(last.text) > 2 and REGNAL.fullmatch(token.text):
            return int(not self._says_i(at, stop))
        if token.text == "[" and at + 2 < stop and tokens[at + 2].text == "]" and tokens[at + 1].capital:
            return 3
        if (gap == "" and last.text != ".") or self._closed_by_case(at, token) or self._closed_by_family(at, token):
            return 0
        if self._letter(last, token) and not shouting:
            return 1
        known = self.state_as_surname(at, titled) or self.town_as_surname(at, titled)
        if known or self._initial(at, stop) or self._bare_initial(at, stop) or self.proper(token, True, shouting):
            return 1
        return self._particles(at, stop, shouting)

    def _says_i(self, at: int, stop: int) -> bool:
        """ "President Bell I think": whether a number of monarchs is a word for oneself here."""
        following = self.words.tokens[at + 1] if at + 1 < stop else None
        if following is None or self.words.tokens[at].lower not in self.lexicon.words("first_person"):
            return False
        links = self.lexicon.words("genitive_links", "office_joins")
        return following.word and not following.capital and following.lower not in links

    def _set_apart(self, at: int, gap: str) -> bool:
        """Whether a break or a mark stands before a word, or two blanks behind a full name."""
        if "\n" in gap or (len(gap) > 1 and gap.strip()):
            return True
        given, last = self.words.tokens[max(0, at - 2)], self.words.tokens[at - 1]
        known = self.in_office(given) or self.words.covering("country", given.start)  # "премьера Кении Омара  Белла"
        return len(gap) > 1 and at > 1 and given.capital and given.end + 1 == last.start and not known

    def _cut_short(self, at: int, stop: int, last: Token, titled: bool) -> bool:
        """Whether the word before a stop is an initial: "K.", "Yu.", "Mr. AK.", but neither "TV." nor "Kofi Bo."."""
        tokens, token = self.words.tokens, self.words.tokens[at]
        short = last.text.split("-")[-1]
        opens = at < 2 or not tokens[at - 2].word or tokens[at - 2].end + 1 != last.start
        glued = at + 1 < stop and tokens[at + 1].start == token.end and tokens[at + 1].capital  # "Дж.Собиров"
        double = opens or glued or lower(short) in _DOUBLE
        letters = titled and opens if short.isupper() else double
        return len(short) == 1 or (len(short) == 2 and letters)

    def _letter(self, last: Token, token: Token) -> bool:
        """ "Лю Э": a name of one letter, a capital in the midst of a sentence and no initial."""
        alone = len(token.text) == 1 and token.capital and token.text > _LATIN and token.start == last.end + 1
        ahead = self.words.plain[token.end : token.end + 1]
        return alone and last.capital and not last.text.isupper() and len(last.text) <= _SYLLABLE and ahead != "."

    def _closed_by_case(self, at: int, token: Token) -> bool:
        """ "с Омаром Белловым Анна Руис …": behind a name whose case is plain, one in another case begins."""
        before = self.words.tokens[max(0, at - 2) : at]
        if len(before) < 2 or not all(t.word and t.capital for t in before) or self.in_office(before[0]):
            return False  # "Председателем Сената Мариной …": an office's word is no given name
        if self.case_patterns:
            return nominative(before[1].text, self.lexicon) != before[1].text  # "Anna Belovanın Oslo …"
        if surely_oblique(before[1].text, None, self.lexicon):
            return not surely_oblique(token.text, None, self.lexicon)
        agreeing = plainly_oblique((before[0].text, before[1].text), self.lexicon)
        return agreeing and not plainly_oblique((token.text,), self.lexicon) and self.before_name(token)

    def _closed_by_family(self, at: int, token: Token) -> bool:
        """ "Айбек Камчиев Талас …": behind a given name a family name of a kind that stands last closes a name; the
        father's may follow."""
        ends = self.lexicon.affixes("closing_surnames")
        before = self.words.tokens[max(0, at - 2) : at] if ends else ()
        if len(before) < 2 or not all(t.word and t.capital for t in before) or self.in_office(before[0]):
            return False
        beside = before[0].end + 1 == before[1].start
        fathers = self.lexicon.affixes("fathers_behind_surnames")
        return beside and before[1].lower.endswith(ends) and not token.lower.endswith(fathers)

    def _particles(self, at: int, stop: int, shouting: bool) -> int:
        """How many tokens particles and the name behind them take ("van der Meer")."""
        tokens, ahead = self.words.tokens, at
        if self._and_before_vowel(at, stop):
            return 0
        bound = tokens[at].lower in self.lexicon.words("bound_particles")
        if bound and tokens[at - 1].lower not in self.particles:
            return 0  # "Zobel den Wunsch": an article, where no "von" or "Van" stands before it
        while ahead < stop and tokens[ahead].lower in self.particles and len(tokens[ahead].text) <= 4:
            ahead += 1
        if self.lexicon.data.get("noun_capitals") and ahead < stop and self._links_noun(at, ahead):
            return 0
        return ahead - at + 1 if at < ahead < stop and self.proper(tokens[ahead], True, shouting) else 0

    def _and_before_vowel(self, at: int, stop: int) -> bool:
        """ "Anna Ruiz e Irene Dia": a particle of other names that is "and" before a name with its vowel."""
        begins = self.lexicon.forms("and_before").get(self.words.tokens[at].text, ())
        return bool(begins) and at + 1 < stop and self.words.tokens[at + 1].lower.startswith(begins)

    def _links_noun(self, at: int, name: int) -> bool:
        """ "Die Pläne von Bell", "Vorschläge von Anna Bell", "Anna Bell von der Kanzlei": where nouns have capitals, a
        small word that is a particle in other names links a noun to a name, or a name to where its bearer works."""
        tokens, before = self.words.tokens, self.words.tokens[at - 2] if at > 1 else None
        linked = " ".join(t.lower for t in tokens[at:name])
        if tokens[at].lower not in self.lexicon.words("linking_particles") or before is None:
            return False
        beside = before.end + 1 == tokens[at - 1].start
        if beside and before.capital and self.proper(before, True, False):
            return name - at > 1
        owned = self.lexicon.words("articles", "possessives", "definite")
        full = name + 1 < len(tokens) and tokens[name + 1].start == tokens[name].end + 1
        full = full and tokens[name + 1].capital and self.proper(tokens[name + 1], True, False)
        told = (beside and before.lower in owned) or full or linked in self.lexicon.words("linking_phrases")
        return told or tokens[name].text in self._unlinked

    @cached_property
    def _unlinked(self) -> frozenset[str]:
        """Family names that somewhere stand right behind a given name."""
        pairs = ((a, b) for a, b in pairwise(self.words.tokens) if a.capital and b.capital and a.end + 1 == b.start)
        return frozenset(b.text for a, b in pairs if self.proper(a, False, False) and self.proper(b, True, False))

    def _ended(self, token: Token) -> bool:
        """Whether a word carries an ending that closes a name ("Zavarzin's")."""
        return bool(self.lexicon.inflection.after_apostrophe.search(token.text))

    def _initial(self, at: int, stop: int) -> bool:
        token = self.words.tokens[at]
        if token.lower in ("a", "p", "m") and self._hour(at):
            return False
        return (
            len(token.text) <= 2
            and token.text.isalpha()
            and token.capital
            and at + 1 < stop
            and self.words.tokens[at + 1].text == "."
            and self.words.tokens[at + 1].start == token.end
            and (len(token.text) == 1 or token.text[1].islower())
            and not self.words.covering("country", token.start)
        )

    def _bare_initial(self, at: int, stop: int) -> bool:
        """ "Minister K Owusu", "Kofi J Mensah", where initials are written without a stop: a name follows."""
        if not self.lexicon.data.get("bare_initials") or at + 1 >= stop:
            return False
        token, following = self.words.tokens[at], self.words.tokens[at + 1]
        if len(token.text) > 1 or not token.capital or following.start != token.end + 1:
            return False
        return self._bare_initial(at + 1, stop) or (len(following.text) > 2 and self.proper(following, True, False))

    def _dotted_honour(self, at: int, stop: int) -> bool:
        """ "Anna Bell M.P.": the letters of an honour behind a name, with stops; "M. K. C. Bell" has initials."""
        if len(self.words.tokens[at].text) > 1 or self._initials_lead(at, stop):
            return False
        letters = self.words.tokens[at : min(stop, at + 4)]
        text = "".join(t.text for t in letters)
        return bool(re.fullmatch(r"(?:[A-Z]\.){2}", text)) and text.replace(".", "") in self._honours

    def _hour(self, at: int) -> bool:
        """ "3:02 P.M.": letters behind a number that are no initials."""
        clock = "".join(t.text for t in self.words.tokens[max(0, at - 3) : at + 1]).lower()
        return bool(re.search(r"\d(?:[ap]|[ap]\.m)$", clock))

    def _initials_lead(self, at: int, stop: int) -> bool:
        """Whether initials are followed by a name ("A. C. Owusu-Lamptey")."""
        stop = min(stop, at + _MAX_WORDS * 2)
        while at + 1 < stop and self._initial(at, stop):
            at += 2
        while at + 1 < stop and self.words.tokens[at].lower in self.particles:
            at += 1
        token = self.words.tokens[at] if at < stop else None
        return bool(token and self.proper(token, True, False))

    def _make(self, run: list[int], titled: bool) -> Name | None:
        tokens = _without_note([self.words.tokens[i] for i in run])
        while tokens and tokens[-1].lower in self.particles and len(tokens) > 1:
            tokens.pop()
        while tokens and self.lexicon.inflection.after_apostrophe.sub("", tokens[-1].text) in self._honours:
            tokens.pop()
        if not tokens or self.of_company(tokens):
            return None
        parts: list[str] = []
        for token in tokens:
            if token.text == "." and parts:
                parts[-1] += "."
            elif parts and parts[-1][-1] in APOSTROPHES:  # "d'" + "Estaing"
                parts[-1] += token.text
            elif token.text not in "[]":
                parts.append(token.text)
        match = self.lexicon.inflection.after_apostrophe.search(parts[-1]) or self._object_ending(tokens[-1], parts[-1])
        end = tokens[-1].end
        ending = ""
        if match:
            parts[-1], end, ending = parts[-1][: match.start()], end - len(match[0]), match[0]
            if parts[-1] == "":
                return None
        return Name(tokens[0].start, end, tuple(parts), titled, bool(match), ending)

    def _object_ending(self, last: Token, word: str) -> re.Match[str] | None:
        """The ending of the object where the verb that asks for one stands right behind a name ("X-ti" "received")."""
        verbs = self.lexicon.affixes("receiving")
        ending = str(self.lexicon.data.get("object_ending", ""))
        behind = self.words.lowered[last.end + 1 : last.end + 20]
        return re.search(ending, word) if ending and verbs and behind.startswith(verbs) else None

    def _whole(self, run: list[int]) -> bool:
        """Whether initials and a family name with its own kind of end are read, where common words follow names
        directly ("F.Olimov Jahon banki …", F. Olimov the World Bank's …)."""
        first, last = self.words.tokens[run[0]], self.words.tokens[run[-1]]
        ends = self.lexicon.affixes("surname_endings")
        bare = self.lexicon.data.get("subject_bare") and len(run) > 2 and len(first.text) <= 2
        return bool(bare) and len(last.text) > 3 and last.lower.endswith(ends)

    @cached_property
    def _honours(self) -> set[str]:
        generations = {word.capitalize() for word in self.lexicon.words("generations")}
        return {h.upper() for h in self.lexicon.words("honours")} | generations


def _without_note(tokens: list[Token]) -> list[Token]:
    """ "Омар Белл Белл Омар президент …": a name without the page's note on it, which turns it round."""
    turned = len(tokens) == 4 and [t.text for t in tokens[:2]] == [t.text for t in tokens[:1:-1]]
    return tokens[:2] if turned else tokens


def _opens_small(text: str) -> bool:
    """Whether what is not all letters opens a name without a capital: a bracket, or an article written together."""
    return text[0] == "(" or (len(text) > 4 and not text[2:5].isalpha() and articled(text))


def _shouting(tokens: list[Token]) -> bool:
    """Whether a paragraph is written in capitals throughout."""
    capitals = [t.text for t in tokens if t.text.isupper()]
    loud = sum(len(text) > 1 and text.isalpha() for text in capitals) if len(capitals) >= 3 else 0
    return loud >= 3 and loud >= 0.8 * sum(len(t.text) > 1 and t.text.isalpha() for t in tokens)
