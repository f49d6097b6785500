"""Whether words in quotation marks are somebody's words, or the name of a thing, a nickname, a scare-quoted word."""

from __future__ import annotations

import re
from bisect import bisect_left

from .phrases import lower
from .quotes_elsewhere import points_back
from .stretch import Stretch
from .tokens import Words

_NEAR, _SIGN = 60, 60
"""Code points in which something that bears words is named; the most that it bears."""
_ATTRIBUTED = 140
"""The same between the words before and those that go on."""
_CLAUSE_END = re.compile(r"[.;!?…»”\n]|, (?=\w)")
_TOLD_BEFORE = re.compile(r"[»”\"“][^«»“”„\"]{3,120}[.!?]\s*$")
_INK = re.compile(r"\S")
_BLANK = re.compile(r"\s|\w-\w")
_NAME, _TITLE = 5, 8
"""Words that a name has less than; that one with capitals on all that carry weight has, where nouns have none."""
_THING = 16
"""Characters that the name of a body or an undertaking has at most."""
_MARGIN = 16
"""Blanks that may stand beside the words of a line."""
_AGAIN = 6000
"""Characters around some words within which they are looked for in another case."""
_REOPENED = 200
"""Code points before words in which those stand that they go on with."""
FINAL = ".,!?…;:。，！？؟،"


def is_speech(words: Words, s: Stretch) -> bool:
    """Whether quoted words are somebody's words: not a title, a nickname or a single scare-quoted word."""
    text = words.plain[s.start : s.end].strip()
    if not words.lexicon.spaced:
        return _unspaced_speech(words, s, text)
    parts = re.findall(r"[^\W_]+(?:[-'’ʻʼ‘][^\W_]+)*", text)
    if (
        len(parts) < 2
        or not _BLANK.search(text)
        or (len(parts) < 4 and lower(parts[0]) in words.lexicon.words("kin_particles"))
    ):
        return False  # "bin Dia": a name set off; "img/quay-2.jpg": no words at all
    if len(parts) == 2 and text[0].islower() and _of_a_state(words, s):
        return False
    if _published_by(words, s, parts, text) or _shown(words, s, text) or _named_behind(words, s, text):
        return False
    pointed = points_back(words.lowered, words.lexicon, s.outer_end) is not None or stated(words, s)
    if pointed or _spoken_of(words, s) or _heads_paragraphs(words, s, parts):
        return True
    if words.lowered[max(0, s.outer_start - 10) : s.outer_start].rstrip().endswith(words.lexicon.affixes("so_called")):
        return False
    if text[-1] == "," and _named_before(words, s) and _like_a_title(words, parts, text[:-1]):
        return False  # "in her last book, “Tides of Stone,” Bell wrote"
    if _said_here(words, s):
        few = len(parts) < (_NAME if words.lexicon.data.get("noun_capitals") else _TITLE)
        titled = (
            (few or text[-1] == ".") and not (text.isupper() and len(parts) > 4) and _like_a_title(words, parts, text)
        )
        return not titled or _goes_on_behind(words, s, parts)
    return _told_elsewhere(words, s, parts, text)


def _shown(words: Words, s: Stretch, text: str) -> bool:
    """ "placards reading “…”", "read a banner": few words that are written or chanted by nobody who is named."""
    if len(text) > _SIGN:
        return False
    shown = words.lexicon.begins("shown_words")
    begin = max(words.line(s.outer_start)[0], s.outer_start - _NEAR)
    lead = _CLAUSE_END.split(words.lowered[begin : s.outer_start])[-1]
    end = min(words.line(s.outer_end)[1], s.outer_end + _NEAR)
    behind = _CLAUSE_END.split(words.lowered[s.outer_end : end].lstrip(" ,"))[0]
    return any(shown.search(part) for part in (lead, behind))


def _of_a_state(words: Words, s: Stretch) -> bool:
    """ "Чилийской «рыбной реформы»": what a state's adjective right before two small words names."""
    state = words.covering("country", s.outer_start - 2) if s.outer_start > 1 else None
    return state is not None and state.end == s.outer_start - 1 and state.value[1] == "adjective"


def _declined(words: Words, s: Stretch, parts: list[str], text: str) -> bool:
    """ "the «Северный формат», of the «Северного формата»": two or three words that the text quotes again in another
    case, as it does with the name of a thing."""
    if not words.lexicon.data.get("adjective_cases") or not 2 <= len(parts) <= 3 or text[-1] in FINAL:
        return False
    stems = (lower(p)[: max(3, len(p) - 3)] for p in parts)
    again = re.compile(r"[«“„\"](" + r"\s".join(rf"{re.escape(stem)}[^\W\d_]{{0,5}}" for stem in stems) + r")[»”“\"]")
    near = again.finditer(words.lowered, max(0, s.outer_start - _AGAIN), s.outer_end + _AGAIN)
    return any(m[1] != lower(text) for m in near)


def _goes_on_behind(words: Words, s: Stretch, parts: list[str]) -> bool:
    """ "„Wir sind Partner“, sagte …": where all nouns have capitals, small words and a comma tell speech."""
    follows = words.lexicon.data.get("noun_capitals") and words.plain[s.outer_end : s.outer_end + 2] == ", "
    return bool(follows) and any(p[0].islower() for p in parts)


def _told_elsewhere(words: Words, s: Stretch, parts: list[str], text: str) -> bool:
    """Whether words with no verb of speech right beside them are speech."""
    if _like_a_title(words, parts, text) or _named_before(words, s) or _named_thing(words, s, parts, text):
        return False
    law = lower(parts[0]) in words.lexicon.words("law_titles")
    if _declined(words, s, parts, text):
        return False
    if text[0].isupper() and (law or _noun_before(words, s) or _at_a_thing(words, s, parts, text)):
        return False
    if _goes_on(words, s) or (len(parts) > 2 and text[0].isupper() and _paper_before(words, s)):
        return True
    if text[0].isupper() and _follows_speech(words, s, text):
        return True
    told = text[0].islower() and _sentence_with_speech(words, s, last=True)
    if len(parts) <= 2 and not (told and not _owned(words, s)):
        return False
    if len(parts) <= 4 and text[-1] not in FINAL and not _sentence_with_speech(words, s):
        return False
    return text[-1] in FINAL or len(parts) >= 6 or _sentence_with_speech(words, s)


def _heads_paragraphs(words: Words, s: Stretch, parts: list[str]) -> bool:
    """A heading between paragraphs that is but words in marks: a line of them, small ones too if it is not shouted."""
    text = words.plain[s.start : s.end]
    return heads(words.plain, s) and len(parts) > 2 and (text.isupper() or any(p[0].islower() for p in parts))


def heads(plain: str, s: Stretch) -> bool:
    """Whether quoted words are all of a line, with no end of a sentence, above further lines."""
    before = plain[max(0, s.outer_start - _MARGIN) : s.outer_start].rstrip(" ")
    behind = plain[s.outer_end : s.outer_end + _MARGIN].lstrip(" ")
    alone = before[-1:] == "\n" and behind[:1] == "\n" and "\n" not in plain[s.start : s.end]
    return alone and plain[s.end - 1 : s.end] not in tuple(FINAL) and _INK.search(plain, s.outer_end) is not None


def _paper_before(words: Words, s: Stretch) -> bool:
    """ "… sent a greeting: “…”": a paper named right before a colon."""
    before = words.lowered[max(0, s.outer_start - 60) : s.outer_start].rstrip()
    papers = words.lexicon.words("papers")
    return before.endswith(":") and any(w in papers for w in re.findall(r"[^\W\d_]+", before)[-3:])


def _published_by(words: Words, s: Stretch, parts: list[str], text: str) -> bool:
    """ "… reports “Northern post”": a short name right behind a verb that papers and agencies have."""
    short = len(parts) <= 4 and text[0].isupper() and text[-1] not in FINAL
    return short and words.plain[s.outer_start - 1 : s.outer_start] == " " and _named_before(words, s, " ")


def _spoken_of(words: Words, s: Stretch) -> bool:
    """ "sprach von einem „Neubeginn auf Augenhöhe“": behind a verb of speech and an article that gives no name."""
    leads = words.lexicon.words("quote_leads")
    before = re.search(r"([^\W\d_]+) $", words.lowered[max(0, s.outer_start - 20) : s.outer_start]) if leads else None
    if not before or before[1] not in leads:
        return False
    said = words.inside("speech", max(0, s.outer_start - 50), s.outer_start)
    return bool(said) and not re.search(r"[.!?:;,\n]", words.plain[said[-1].end : s.outer_start])


def _unspaced_speech(words: Words, s: Stretch, text: str) -> bool:
    """Without words to count: some characters right at a verb of speech, a clause or a sentence elsewhere."""
    ended = text[-1:] in tuple(FINAL)
    if _named_before(words, s) or (not ended and _met(words, s)):
        return False
    led = words.plain[s.outer_start - 1 : s.outer_start] in tuple("：，:,")
    if not ended and not led and len(text) <= _THING and text.endswith(words.lexicon.affixes("thing_endings")):
        return False
    if _said_here(words, s):
        behind = words.plain[s.outer_end : s.outer_end + 1]
        told = words.covering("speech", s.outer_start - 2) if s.outer_start > 1 else None
        led = led and told is not None
        goes_on = 14 if behind.isalnum() and not ended else 0
        return len(text) >= (goes_on or (4 if ended or led else 5 if behind in tuple(FINAL) else 7))
    return len(text) >= 6 and (ended or (len(text) >= 12 and _sentence_with_speech(words, s)))


def _met(words: Words, s: Stretch) -> bool:
    """ "接見「港口訪問團」": the name of whom somebody receives, right behind the verb."""
    return words.lowered.endswith(words.lexicon.affixes("receiving"), 0, s.outer_start)


def _said_here(words: Words, s: Stretch) -> bool:
    """Whether a verb of speech stands right before the opening mark or right after the closing one."""
    after_text = words.plain[s.outer_end : s.outer_end + 3]
    reach = 70 if words.plain[s.end - 1 : s.end] in tuple(FINAL) or after_text.lstrip()[:1] in (",", "—", "–") else 0
    stop = min(s.outer_end + reach, words.line(s.outer_end)[1])
    stop = words.sentence_end(s.outer_end, stop)
    if words.inside("speech", s.outer_end, stop):
        return True
    before = words.plain[max(0, s.outer_start - 60) : s.outer_start]
    hits = words.inside("speech", max(0, s.outer_start - 60), s.outer_start)
    if not hits:
        return False
    return before.rstrip()[-1:] in ":,：，،" or s.outer_start - hits[-1].end <= 3 or _own_words(words, hits[-1].end, s)


def _own_words(words: Words, start: int, s: Stretch) -> bool:
    """ "expresó su “profunda extrañeza”", "fait part de son « étonnement »": a verb of speech and whose it is."""
    lead = words.lowered[start : s.outer_start].split()
    links = words.lexicon.words("genitive_links") if words.lexicon.data.get("adjectives_follow") else frozenset()
    return 0 < len(lead) <= 2 and lead[-1] in words.lexicon.words("possessives") and set(lead[:-1]) <= links


def _goes_on(words: Words, s: Stretch) -> bool:
    """Whether marks reopen behind a dash after speech of the same line: "…," X said. – "…"."""
    line = words.plain[max(words.line(s.outer_start)[0], s.outer_start - _REOPENED) : s.outer_start]
    return bool(re.search(r"[»”\"][^«»“”\"]{3,120}[.,]\s+[—–-]\s*$", line))


def _follows_speech(words: Words, s: Stretch, text: str) -> bool:
    """ "“The sea waits,” Bell said. “So do we.”": a whole sentence right behind one that gives a speaker."""
    start = max(words.line(s.outer_start)[0], s.outer_start - _ATTRIBUTED)
    told = _TOLD_BEFORE.search(words.plain[start : s.outer_start])
    ended = text[-1] in FINAL or words.plain[s.outer_end : s.outer_end + 1] in tuple(".!?")
    return ended and told is not None and bool(words.inside("speech", start + told.start(), s.outer_start))


def _like_a_title(words: Words, parts: list[str], text: str) -> bool:
    """Capitals on all words that carry weight, and no end of a sentence."""
    small = words.lexicon.words("function_words")
    heavy = [p for p in parts if lower(p) not in small]
    capitals = sum(p[0].isupper() or p[0].isdigit() for p in heavy)
    nouns = words.lexicon.data.get("noun_capitals")
    ended = text[-1] in (".!?…," if len(heavy) < 4 or (nouns and len(parts) - len(heavy) > 2) else "!?…")
    if text[0].islower() and nouns:
        return False
    return len(heavy) > 0 and capitals == len(heavy) and len(parts) <= 12 and not ended


def _named_thing(words: Words, s: Stretch, parts: list[str], text: str) -> bool:
    """ "the course of “the Open University of peace”": a capital in the midst of a sentence, where nouns have none."""
    if not words.lexicon.data.get("adjectives_follow") or len(parts) > 7 or text[-1] in FINAL:
        return False
    small = words.lexicon.words("articles") | {w.rstrip("'") for w in words.lexicon.words("articles")}
    heavy = next((p for p in re.split(r"[\s’']+", text) if lower(p) not in small), "")
    before = words.plain[max(0, s.outer_start - 2) : s.outer_start].strip()
    return heavy[:1].isupper() and before[-1:].isalnum()


def _owned(words: Words, s: Stretch) -> bool:
    """ "the “green corridor”", "their “small window”": a thing somebody calls so."""
    before = re.search(r"(\w+)\W*$", words.lowered[max(0, s.outer_start - 20) : s.outer_start])
    return before is not None and before[1] in words.lexicon.words("definite", "possessives")


def _named_before(words: Words, s: Stretch, marks: str = " :,") -> bool:
    """ "entitled “…”", "under the slogan “…”"."""
    before = words.lowered[max(0, s.outer_start - 40) : s.outer_start].rstrip(marks)
    return any(before.endswith(cue) for cue in words.lexicon.words("thing_cues"))


def _noun_before(words: Words, s: Stretch) -> bool:
    """ "the round table “Harbours of tomorrow”": words with a capital right behind a noun for what bears a name."""
    before = re.search(r"([^\W\d_]+) $", words.lowered[max(0, s.outer_start - 24) : s.outer_start])
    return before is not None and before[1] in words.lexicon.words("thing_nouns")


def _at_a_thing(words: Words, s: Stretch, parts: list[str], text: str) -> bool:
    """ "На «Неделе рыбного супа»": few words with a capital, no stop at their end, behind a preposition of place."""
    before = words.lowered[max(0, s.outer_start - 6) : s.outer_start].split()[-1:]
    placed = bool(before) and before[0] in words.lexicon.words("place_links", "thing_links")
    return placed and len(parts) < _NAME and text[-1] not in FINAL and bool(words.lexicon.data.get("adjective_cases"))


def stated(words: Words, s: Stretch) -> bool:
    """ "Bell'in “…” açıklaması": words that a noun for what somebody said stands behind."""
    behind = re.match(r" ([^\W\d_]+)", words.lowered[s.outer_end : s.outer_end + 24])
    return behind is not None and behind[1].startswith(words.lexicon.affixes("statements_behind"))


def _named_behind(words: Words, s: Stretch, text: str) -> bool:
    """ "“…” temalı forum", "“…” layihəsi": words that give a thing its name, where what says so stands behind."""
    if not words.lexicon.data.get("subject_bare") or text[-1] in FINAL:
        return False
    behind = re.match(r" ([^\W\d_]+)", words.lowered[s.outer_end : s.outer_end + 24])
    return behind is not None and behind[1].startswith(words.lexicon.affixes("things_behind"))


def _sentence_with_speech(words: Words, s: Stretch, last: bool = False) -> bool:
    """Whether a verb of speech is in the sentence, or one in the mood of reported speech; `last`: where verbs stand
    last, none that closes another clause."""
    line_start, line_end = words.line(s.outer_start)[0], words.line(s.outer_end)[1]
    begins = [b for b, _e in words.split(line_start, line_end)]
    begin = begins[max(0, bisect_left(begins, s.outer_start) - 1)] if begins else line_start
    end = words.sentence_end(s.outer_end, line_end)
    before = words.inside("speech", begin, s.outer_start)
    if last and words.lexicon.data.get("subject_bare"):
        before = [h for h in before if "," not in words.plain[h.end : s.outer_start]]
    mood = words.lexicon.words("reported_mood")
    return bool(before or words.inside("speech", s.outer_end, end) or (mood and words.says(mood, begin, end)))
