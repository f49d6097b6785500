"""Which line of a page is the headline."""

from __future__ import annotations

import re
from collections import Counter

from .captions import is_byline, is_note, is_pictured
from .forms import header_field, in_title_case
from .letterheads import is_letterhead, says_its_kind
from .lines import LineReader, cut_short
from .phrases import Hit, lower
from .rosters import LISTED
from .wordlists import compiled

_SAID = 4
"""Characters behind a colon that tell what somebody said, in text without spaces."""
_FIELD = re.compile(r"[A-Z]{4,}\s?:\s")
"""A field of a form: "SUBJECT: …"."""
_TAILS = (" - ", " | ", " – ", " — ", "_", "|")
"""What stands between a headline and the name of the site, in the line that a page gives its window."""
_MUCH_LONGER = 1.5
"""By how much the first sentence is longer than a headline that no blank line sets off."""
_SHORT_HEADLINE = 120
_LONG_HEADLINE = 220
"""Length of the longest line taken for a headline although it ends with a stop."""
_BYLINE_WORDS = 12
"""Words that a line with a writer's name and a day has at most."""
_TOLD = 0.9
"""Score of a line that surely tells something, so that a name and an office above it are the letterhead."""
_TITLE_MARGIN = 0.35
"""By how much a later line must read better to be the headline: a subtitle is no headline."""
_LONGEST_HEADLINE = 400
_FIRST_MARGIN = 0.7
"""The same for the first line of the page that can be one at all."""


def _told(rest: str, hits: list[Hit]) -> bool:
    """Whether a label and "Mr X" go on to tell something of X ("Guests: Mr X meets …", "Mr X at the President's")."""
    known = (h.start for h in hits if h.kind in ("encounter", "visits") or (h.kind == "office" and h.start > 8))
    return any("," not in rest[:at] for at in known)


def _trails(texts: set[str]) -> set[str]:
    """Those lines that are another one and more: "Home > News > " before it, " - News" behind it."""
    lengths = {len(text) for text in texts}
    return {text for text in texts if any(_repeats(text, size, texts) for size in lengths if 0 < size < len(text))}


def _repeats(text: str, size: int, texts: set[str]) -> bool:
    behind = (text[-size - 1] == " " or text[:-size].isalpha()) and text[-size:] in texts
    return behind or (text.startswith(_TAILS, size) and text[:size] in texts)


class HeadlineReader(LineReader):
    """Weighs the lines above the body."""

    def _headline(self, texts: list[str], body: int) -> int | None:
        if self.hint:
            same = [i for i, t in enumerate(texts) if lower(" ".join(t.split())) == lower(self.hint)]
            return same[-1] if same and same[-1] < body else (same[0] if same else None)
        candidates = [i for i in range(min(body, len(texts))) if self._may_be_title(i, texts)]
        candidates = candidates or self._above_date(texts, body)
        trails = _trails({texts[i] for i in candidates})
        candidates = [i for i in candidates if texts[i] not in trails]
        if not candidates:
            return None
        scores = {i: self._title_score(texts[i]) for i in candidates}
        if (again := self._said_again(texts, body, scores)) is not None:
            return again
        heads = [i for i in candidates if is_letterhead(texts[i], self.lexicon)]
        enough = 0.5 if any(says_its_kind(texts[i], self.lexicon) for i in heads) else _TOLD
        told = [i for i in candidates if i not in heads and (scores[i] >= enough or self._kind_alone(texts[i]))]
        if told and heads and heads[0] < told[0]:
            candidates = [i for i in candidates if i not in heads]
        if scores[candidates[0]] >= max(0.5, max(scores.values()) - _FIRST_MARGIN):
            return candidates[0]
        best = max(candidates, key=lambda i: (scores[i], -i))
        above = best - 1
        subtitle = above in scores and not self.paragraphs[best].blank_before and scores[above] >= 1
        return above if subtitle and scores[above] >= scores[best] - _TITLE_MARGIN else best

    def _label_alone(self, text: str) -> bool:
        """ "PRIME MINISTER BELL:": a line above what somebody said."""
        return text.rstrip().endswith(":") and any(h.kind == "office" for h in self.lexicon.matcher.find(text))

    def _only_town_and_state(self, text: str) -> bool:
        """ "Oldport, New Zealand": where it was, on a line of its own."""
        town, comma, _state = text.strip().rpartition(", ")
        if not comma or not town[:1].isupper() or len(town.split()) > 3 or not all(map(str.isalpha, town.split())):
            return False
        hits = [h for h in self.lexicon.matcher.find(text.strip()) if h.kind == "country"]
        return len(hits) == 1 and (hits[0].start, hits[0].end) == (len(town) + 2, len(text.strip()))

    def _only_where(self, text: str) -> bool:
        return self._only_town_and_state(text) or self._town_and_paper(text)

    def _town_and_paper(self, text: str) -> bool:
        """ "Oslo - Northern News": a town, a dash and two words or three: where a story was written and by whom."""
        town, dash, paper = re.sub(r"\s[ـ–—-]\s", "|", text.strip(), count=1).partition("|")
        if not dash or len(paper.split()) > 3 or re.search(r"\d", text):
            return False
        known = self.lexicon.matcher.find(town)
        told = any(h.kind in ("encounter", "visits", "speech", "office") for h in self.lexicon.matcher.find(paper))
        return not told and any(h.kind in ("place", "country") and (h.start, h.end) == (0, len(town)) for h in known)

    def _said_again(self, texts: list[str], body: int, scores: dict[int, float]) -> int | None:
        """The one line that tells something and stands twice above the body: over the page and over the story, with a
        kicker or a slogan above it."""
        lines = Counter(lower(" ".join(t.split())) for t in texts[:body])
        twice = [i for i in scores if scores[i] >= _TOLD and lines[lower(" ".join(texts[i].split()))] == 2]
        return twice[0] if len(twice) == 2 and not is_letterhead(texts[twice[0]], self.lexicon) else None

    def _above_date(self, texts: list[str], body: int) -> list[int]:
        """A short headline: the first line of the page, of two words at least, no menu; below it only the date line."""
        dated = body == 2 and (self.paragraphs[1].zone == "date" or self.is_date_line(texts[1]))
        alone = body == 1 < len(self.paragraphs) and self.paragraphs[1].blank_before
        if not dated and not (alone and self.lexicon.data.get("subject_bare")):
            return []
        words = re.findall(r"[^\W\d_]+", texts[0])
        told = len(words) >= 2 and not self._beside(0, texts[0]) and not self.is_date_line(texts[0])
        hits = self.lexicon.matcher.find(texts[0]) if told else []
        named = any(h.kind in ("institutions", "agency") and h.start == 0 for h in hits)
        return [0] if told and not named and not header_field(texts[0], self.lexicon) else []

    def _may_be_title(self, i: int, texts: list[str]) -> bool:
        text = texts[i]
        if self.paragraphs[i].zone == "date" or self.is_date_line(text) or self._beside(i, text):
            return False
        if self._only_where(text) or self._label_alone(text) or is_pictured(text, self.lexicon):
            return False
        short = text.isupper() or all(len(piece.split()) < 5 for piece in text.split("  "))
        if "  " in text and len(text) < 60 and short:
            return False  # the entries of a menu; two blanks between two words of a headline are a print's
        if (
            self._goes_on(i, texts)
            or cut_short(text, texts[i + 1 : i + 3])
            or self.patterns.update.match(text)
            or self._signed(text)
        ):
            return False
        label, colon, rest = re.sub("：", ": ", text, count=1).partition(": ")
        if colon and lower(label) in self.lexicon.words("question_labels"):
            return False
        hits = self.lexicon.matcher.find(rest) if colon else []
        if any(h.kind == "titles" and h.start == 0 for h in hits) and not _told(rest, hits):
            return False
        if i in self.roster or LISTED.match(text) or _FIELD.match(text) or self._institution(text):
            return False
        if self._kind_alone(text):
            return True
        words = re.findall(r"[^\W\d_]+", text)
        spaced = self.lexicon.spaced
        if spaced and len(words) == 2 and text.isupper():
            return any(h.kind in ("encounter", "visits") for h in self.lexicon.matcher.find(text))
        return len(words) >= 3 if spaced else len(text) >= 6

    def _beside(self, i: int, text: str) -> bool:
        """Whether a line is furniture, a caption, a desk's note or the writers' names."""
        return self.is_furniture(text) or i in self.captions or is_note(text) or is_byline(text, self.lexicon)

    def _kind_alone(self, text: str) -> bool:
        """ "Doorstop interview": two words that say what kind of page it is, all the headline that some pages have."""
        words = re.findall(r"[^\W\d_]+", text) if self.lexicon.spaced else []
        return len(words) == 2 and lower(text).split()[-1] in self.lexicon.words("title_nouns")

    def _signed(self, text: str) -> bool:
        """ "By Anna Bell, 3 May 2021": whoever wrote the story, and when."""
        if len(text.split()) > _BYLINE_WORDS or not re.search(r"(?:19|20)\d\d", text):
            return False
        by = self.lexicon.shaped("byline_words", r"(?:^|[,|–—-]\s*){words}:?\s+\S").search(lower(text))
        return by is not None and text[by.end() - 1].isupper() == self.lexicon.capitals

    def _goes_on(self, i: int, texts: list[str]) -> bool:
        """Whether a line goes on from the one above it: no blank line, a small word first, no menu or date above."""
        if not i or self.paragraphs[i].blank_before or texts[i] in texts[max(0, i - 1) : i + 2 : 2]:
            return False
        small = lower(texts[i]).split()[0] in self.lexicon.words("function_words")
        set_off = self.is_furniture(texts[i - 1]) or self.is_date_line(texts[i - 1]) or bool(_FIELD.match(texts[i - 1]))
        return small and not (set_off and texts[i][:1].isupper() and self.lexicon.capitals)

    def _institution(self, text: str) -> bool:
        """Whether a line is the name of who publishes ("Ministry of Foreign Affairs of Ghana")."""
        hits = self.lexicon.matcher.find(text)
        if len(text.split()) > 14 or any(h.kind in ("encounter", "speech", "visits") for h in hits):
            return False
        if self._says_something(text):
            return False
        offices = [(h.start, h.end) for h in hits if h.kind == "office" and h.start < h.end]
        bodies = [h for h in hits if h.kind in ("institutions", "agency")]
        whole = {(h.start, h.end) for h in bodies}
        inside = [(a, b) for a, b in offices if (a, b) not in whole]  # "Foreign deputy minister": an office, no body
        first = next((h.start for h in bodies if not any(a <= h.start < h.end <= b for a, b in inside)), None)
        if first is None:
            return self._office_alone(text, hits)
        small = self.lexicon.words("function_words", "complements")
        if self.lexicon.data.get("capitalised_bodies") and any(
            w[0].islower() and w not in small for w in re.findall(r"[^\W\d_]+", text)
        ):
            return False  # "Foreign ministry summons ambassador"
        if self._told_behind(text, max(h.end for h in bodies)):
            return False
        known = {n for h in hits if h.end <= first for n in range(h.start, h.end)}
        return sum(not known & set(range(*m.span())) for m in re.finditer(r"\w+", text[:first])) <= 1

    def _says_something(self, text: str) -> bool:
        """Whether a line tells what somebody said, not who publishes: "Foreign Ministry of Ghana: roads are to be
        opened", "Briefing of the Spokesman" where no capitals tell, "外交部长林德川发言"."""
        said, remarks = text.partition(": ")[2].split(), self.lexicon.words("remarks")
        if len(said) >= 4 and any(w[0].islower() and len(w) > 3 for w in said):
            return True
        if not self.lexicon.capitals and lower(text).split(" ", 1)[0] in remarks:
            return True
        quoted = len(text.partition("：")[2]) >= _SAID  # "外交部：各方应保持克制"
        return not self.lexicon.spaced and (quoted or text.endswith(tuple(remarks)))

    def _office_alone(self, text: str, hits: list[Hit]) -> bool:
        """Whether a line is an office and its state, and nothing else ("THE PRIME MINISTER OF GHANA")."""
        covered = {n for h in hits if h.kind in ("office", "country") for n in range(h.start, h.end)}
        small = self.lexicon.words("function_words", "complements")
        words = [m for m in re.finditer(r"\w+" if self.lexicon.spaced else r"\w", text) if lower(m[0]) not in small]
        offices = any(h.kind == "office" for h in hits)
        return offices and all(m.start() in covered for m in words)

    def _title_score(self, text: str) -> float:
        words = re.findall(r"[^\W\d_]+" if self.lexicon.spaced else r"[^\W\d_]{1,2}", text)
        hits = {h.kind for h in self.lexicon.matcher.find(text)}
        score = (
            min(len(words), 9) / 9 + 0.5 * ("encounter" in hits) + 0.2 * ("speech" in hits) + 0.3 * ("visits" in hits)
        )
        words_of = bool(self.patterns.remarks.search(text))
        messages = any(cue in lower(text) for cue in self.lexicon.words("statement_titles"))
        score += 0.4 * ((words_of or messages) and "encounter" not in hits)
        return round(score + 0.1 * bool(hits & {"office", "country"}) - 0.8 * text.endswith(":"), 2)

    def _sentence_above_date(self, texts: list[str]) -> int | None:
        """A headline may end with a stop: one short sentence on the first line, the date line right below it."""
        if len(texts) < 3 or not (self.paragraphs[1].zone == "date" or self.is_date_line(texts[1])):
            return None
        stops = len(re.findall(r"[.!?。！？](?=\s|$)", texts[0]))
        most = 2 if len(texts[0]) <= _SHORT_HEADLINE else 1  # "The ports are open. And the ships?"
        whole = stops <= most and not self.is_date_line(texts[0]) and len(texts[0]) <= _LONG_HEADLINE
        return 0 if whole and self.is_prose(texts[2]) else None

    def _sentence_above_dateline(self, texts: list[str]) -> int | None:
        """So too right above the dateline with which the story begins, below a date at most."""
        first = next((i for i, text in enumerate(texts[:3]) if not self.is_date_line(text)), None)
        if first is None or len(texts) < first + 2 or not self.is_prose(texts[first + 1]):
            return None
        dateline = self.patterns.dateline
        headed = dateline.match(texts[first + 1]) is not None and dateline.match(texts[first]) is None
        stops = len(re.findall(r"[.!?](?=\s|$)", texts[first]))
        short = stops == 1 and len(texts[first]) <= _LONG_HEADLINE
        return first if headed and short and self.is_prose(texts[first]) else None

    def _sentence_alone(self, texts: list[str]) -> int | None:
        """So too above a text that tells more at length: no dateline, no day, no speech, and a blank line below."""
        if len(texts) >= 3 and self.paragraphs[1].blank_before and self._whose_words(texts[0]):
            return 0
        if len(texts) < 3 or not self.paragraphs[1].blank_before or not self.is_prose(texts[1]):
            return None
        text, hits = texts[0], self.lexicon.matcher.find(texts[0])
        if len(text) > _SHORT_HEADLINE or len(re.findall(r"[.!?:](?=\s|$)", text)) > 1 or not text.endswith("."):
            return None
        told = re.search(r"[\d\"«“„—–]|^\W", text) or self.patterns.month_words.search(text)
        told = told or self.patterns.day_words.search(text)
        kinds = {h.kind for h in hits if h.kind in ("country", "office", "institutions", "encounter", "visits")}
        headed = len(kinds) >= 2 and "speech" not in {h.kind for h in hits}
        return 0 if headed and not told and len(texts[1]) > 1.5 * len(text) else None

    def _sentence_in_title_case(self, texts: list[str]) -> int | None:
        """So too a first line whose words have capitals, with any stop at its end ("Minister Bell Meets Envoys…")."""
        if len(texts) < 2 or len(texts[0]) > _LONG_HEADLINE or texts[0].isupper() or not self.lexicon.capitals:
            return None
        headed, told = (in_title_case(re.findall(r"[^\W\d_]+", text)) for text in texts[:2])
        return 0 if headed and not told and self.is_prose(texts[1]) and not self._beside(0, texts[0]) else None

    def _cries_out(self, texts: list[str]) -> int | None:
        """ "Minister Omar Bell: The bridge is old!" over a story in which Bell is named again: a headline, no turn."""
        label, colon, said = texts[0].partition(": ") if len(texts) > 1 and self.lexicon.spaced else ("", "", "")
        if not colon or said[-1:] not in ("!", "?") or len(re.findall(r"[.!?]+(?=\s|$)", texts[0])) > 1:
            return None
        again = any(w[0].isupper() and w in texts[1] for w in re.findall(r"[^\W\d_]{3,}", label))
        told = again and len(texts[0]) <= _SHORT_HEADLINE and self.is_prose(texts[1])
        turns = sum(bool(re.match(r"[^:.!?]{2,60}:\s", t)) for t in texts[1:6])
        return 0 if told and not turns else None

    def _asks_above(self, texts: list[str]) -> int | None:
        """ "Bakan Bell mevkidaşıyla görüştü!", "What did Bell and Dia talk about?": one line of a story, below entries
        of a menu at most, with a blank line behind it if the page has any, a longer sentence otherwise."""
        first = next((i for i, text in enumerate(texts[:3]) if not self.is_furniture(text)), None)
        if first is None or len(texts) < first + 2:
            return None
        text, set_off = texts[first], self.paragraphs[first + 1].blank_before
        blank = any(p.blank_before for p in self.paragraphs[1:])
        if not set_off and (blank or len(texts[first + 1]) < _MUCH_LONGER * len(text)):
            return None
        if text[-1:] not in ("!", "?") or len(text) > _SHORT_HEADLINE or re.search(r"[.!?:\"«“„]\s*\S", text[:-1]):
            return None
        kinds = {h.kind for h in self.lexicon.matcher.find(text)}
        told = "encounter" in kinds or len(kinds & {"country", "office", "visits"}) > 1
        mine = self.lexicon.words("first_person").intersection(lower(text).split())
        return first if told and not mine and any(map(self.is_prose, texts[first + 1 :][:3])) else None

    def _whose_words(self, text: str) -> bool:
        """ "Interview de Mme Bell, ministre, à Radio Oslo le 3 mai 2021, sur ….": what kind of speech a page gives, and
        whose."""
        if text.isupper() or len(text) > _LONGEST_HEADLINE or not self.lexicon.begins("remarks").match(lower(text)):
            return False
        kinds = {h.kind for h in self.lexicon.matcher.find(text)}
        return "office" in kinds and "speech" not in kinds

    def _told_behind(self, text: str, end: int) -> bool:
        """ "The Ministry's spokesman commented": small words behind a body, in languages whose heads stand last; a
        finite verb anywhere in those that have a pattern for it ("The Ministry rejected criticism")."""
        behind = re.findall(r"[^\W\d_]+", text[end:])
        verb = self.lexicon.data.get("finite_verb")
        if verb and any(compiled(str(verb)).fullmatch(word) for word in re.findall(r"[^\W\d_]+", text)):
            return True
        named = self.lexicon.words("office_prefixes", "common")  # "… national news agency"
        if not behind or not self.lexicon.data.get("subject_bare") or lower(behind[-1]) in named:
            return False
        return text[end + 1 : end + 2].isalpha() and sum(w[0].islower() for w in behind) >= 2
