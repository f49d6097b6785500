"""Labels of a transcript: paragraphs that begin with a speaker's name, "Question:" or "Moderator:"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from .label_names import names_somebody
from .lexicon import Lexicon
from .pages import Paragraph
from .phrases import lower
from .tokens import Words
from .town_labels import dateline_label, unlisted_town_label

_MARK = r"(?:\*\*|__|</?(?:b|strong)>)"
ASIDE = r"(?:\([^()\n]{1,80}\)|（[^（）\n]{1,80}）|\[[^\[\]\n]{1,80}\])"
"""A note of whoever wrote the transcript: (Laughter.), (via interpreter), [in French]."""
_TIME = r"[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?\s+(?=[^\W\d_])"
"""When somebody speaks, counted from the beginning of a recording: "[00:14]"."""
_LABEL = re.compile(
    rf"(?:{_MARK}|#+ |{_TIME}|[-–—]\s?(?=[^\W\d_][^\n:]{{1,60}}:\s))?\s*"
    rf"(?P<name>[^:：\n“”\"«»?!，。()（）\[\]*<>]{{1,90}}?)(?:\s*{ASIDE}|{_MARK})*"
    rf"\s*(?:(?P<sign>:|\.[–—-]+(?=\s)|\.?\s[–—-]|(?<=[^\W\d_a-zà-ÿа-яёіїєґıəşğ])[–—-](?=\s)){_MARK}?(?:\s*\(\d+:\d\d(?::\d\d)?\))?(?:\s+(?=\S)|$)|：{_MARK}?\s*|:(?=[\u4e00-\u9fff]))"
)
_BARE = re.compile(rf"(?:\[(?P<name>[^\[\]\n]{{1,40}})\]|{_MARK}(?P<bold>[^\n*_<>:?!]{{1,60}}){_MARK})\s*$")
_GLOSSED = re.compile(
    r"(?P<name>(?:[^\W\d_]\.\s?){1,2}[^\W\d_][\w’'-]+)\s[^:\n?!]{4,200}?[^\s:\n]\s(?P<sign>:)\s+(?=\S)"
)
"""A name with initials and what the page tells of its bearer, before a colon that stands apart: "O.Dia minister : "."""
_BRACKETED = re.compile(r"\[(?P<name>[^\[\]\n]{1,60})\]\s*(?P<sign>:)\s*(?=\S)")
_OUTLET = re.compile(r"[«“„\"](?P<name>[^\n«»“”„\"]{2,40})[»”“\"]\s*(?P<sign>:)\s+(?=\S)")
"""The name of a paper in quotation marks, before what its journalist asks."""
_DASHES = ("–", "—", "-")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?\s?){2,3}")
_STOPPED = re.compile(r"(?P<name>[^\W\d_][^.:\n“”\"?!,]{5,40})(?P<sign>\.)\s+(?=[^\W\d_])")
_LINE = re.compile(rf"(?P<name>[^\W\d_][^.:!?,;\n“”\"«»()\[\]]{{4,60}}?)(?:\s*{ASIDE})?$")
"""A line that is a name, perhaps with an office in brackets, and nothing else."""
_CAPITALS = re.compile(rf"(?P<name>[^\W\d_a-z](?:[^.:!?;\n“”\"«»()\[\]a-z]|(?<=\b[A-Z])\.){{4,90}}?)(?:\s*{ASIDE})?$")
"""Such a line in capitals: an office, a comma, a name."""
_LINES = (_LINE, _CAPITALS)
_TALK = 3
"""Labels that a text has at least in which people talk to each other."""
_HEADED = 12
"""Words that a heading has at most behind a name."""
_OPENING = 24
"""Characters of somebody's words within which they say who they are."""
_LETTER = re.compile(r"(?P<name>[^\W\d_])(?P<sign>\.[–—-]+\s*|\s{2,}|\.\s+|\s)(?=[^\s:：–—-])")


@dataclass(frozen=True)
class Label:
    """A paragraph that begins with somebody's name or "Question:"; `plain[name:end]` are the label's own words and
    `text` is where the speaker's begin."""

    paragraph: int
    start: int
    name: int
    end: int
    text: int
    kind: str
    """`person`, `role` (a chair or an unnamed voice), `question`, `answer` or `other` (perhaps an outlet's name)."""
    key: str
    alone: bool = False
    """Whether the words begin in the next paragraph only."""

    @property
    def question(self) -> bool:
        return self.kind == "question"

    @property
    def named(self) -> bool:
        """Whether the label tells who speaks."""
        return self.kind in ("person", "role")


def find_labels(words: Words, body: list[Paragraph]) -> list[Label]:
    """The labels of a text in order, at most one a paragraph."""
    texts = [words.page.text(p) for p in body]
    matches = [
        None if t[:1] in "•●▪■◦►" or dateline_label(words, p, t) else _glossed(words, p, t) or _match(words, t)
        for p, t in zip(body, texts, strict=True)
    ]
    lone = sum(m is not None and m.re is _LABEL for m in matches) < _TALK
    matches = [
        m if m and not (_shouted(m, texts, i) or (lone and _unended(m, texts, i))) else None
        for i, m in enumerate(matches)
    ]
    counts = Counter(key_of(_name(m)) for m in matches if m)
    _count_once_named(words, body, matches, counts)
    _count_initials(matches, counts)
    _count_dashed(words, matches, counts)
    _drop_lines(words, body, matches, counts)
    found = []
    for i, (p, match) in enumerate(zip(body, matches, strict=True)):
        label = _label(words, i, p, match, counts) if match else None
        if label and label.alone:
            label = replace(label, text=body[i + 1].start) if i + 1 < len(body) else None
        if label:
            found.append(label)
    only = found[0] if len(found) == 1 and found[0].kind in ("person", "other") and not found[0].alone else None
    if only and only.paragraph == 0 and unlisted_town_label(words, only.name, only.end, only.text, body[0].end):
        return []
    return _with_outlets(words, body, found)


def _shouted(match: re.Match[str], texts: list[str], i: int) -> bool:
    """ "BELL: THE BRIDGE WILL STAND" above a line that is not all in capitals: the heading of what follows."""
    behind = texts[i][match.end() :]
    apart = behind.isupper() and len(behind.split()) > 2 and behind[-1] not in ".!?…"
    return apart and texts[i].isupper() and not "".join(texts[i + 1 : i + 2]).isupper()


def _unended(match: re.Match[str], texts: list[str], i: int) -> bool:
    """ "Bell: The bridge will stand", with no stop at its end, above a paragraph that has one: a heading, too."""
    behind = texts[i][match.end() :]
    below = "".join(texts[i + 1 : i + 2])
    alone = match.re is _LABEL and 2 < len(behind.split()) <= _HEADED and behind[-1].isalnum()
    return alone and below[-1:] in tuple('.!?…"”»') and len(below) > len(behind)


def _count_once_named(
    words: Words, body: list[Paragraph], matches: list[re.Match[str] | None], counts: Counter[str]
) -> None:
    """Where one speaker's office and name stand on lines of their own again and again, so may another's but once."""
    lines = [
        key_of(_name(m))
        for p, m in zip(body, matches, strict=True)
        if m and m.re in _LINES and any(words.covering(kind, p.start) for kind in ("office", "titles"))
    ]
    if any(counts[key] >= 2 for key in lines):
        counts.update(key for key in lines if counts[key] == 1 and len(key.split()) <= 6)


def _heads_in_capitals(words: Words, body: list[Paragraph], matches: list[re.Match[str] | None]) -> set[int]:
    """Which lines in capitals name an office and its holder or a part ("MODERADORA"), where two of them do, or where
    the first line of all does, right above words in the first person."""
    heads: set[int] = set()
    for i, match in enumerate(matches[: len(body) - 1]):
        name = _name(match).rstrip() if match and match.re in _LINES else ""
        if not name.isupper() or words.page.text(body[i + 1]).isupper():
            continue
        start = body[i].start
        comma = start + name.find(", ") + 2  # "ANA RUIZ, MINISTER OF TRADE"
        beside = words.covering("office", start) or (words.covering("office", comma) if ", " in name else None)
        office = beside is not None and names_somebody(words, start, start + len(name), 1, ":")
        if office or _kind(words, key_of(name)):
            heads.add(i)
    mine = words.lexicon.words("first_person")
    right_above = heads == {0} and not body[1].blank_before
    spoken = (words.tokens[n].lower in mine for n in _inside(words, body[1])) if right_above else ()
    under = words.page.zone("title")[1:]  # the first of them may stand right under the headline
    led = any(words.page.text(p).isupper() and words.inside("office", p.start, p.end) for p in under)
    return heads if len(heads) + led > 1 or any(spoken) else set()


def _count_initials(matches: list[re.Match[str] | None], counts: Counter[str]) -> None:
    """Where one speaker's initials stand before words again and again ("A. B. — …"), so may another's but once."""
    initials = {key_of(_name(m)) for m in matches if m and _INITIALS.fullmatch(_name(m).strip())}
    if any(counts[key] >= 2 for key in initials):
        counts.update(key for key in initials if counts[key] == 1)


def _count_dashed(words: Words, matches: list[re.Match[str] | None], counts: Counter[str]) -> None:
    """Where a page sets a dash behind "Question", the same dash stands behind the speakers, each perhaps but once."""
    dashed = [key_of(_name(m)) for m in matches if m and m.re is _LABEL and (m["sign"] or "").strip(" .") in _DASHES]
    if len(dashed) >= 3 and any(_kind(words, key) == "question" for key in dashed):
        counts.update(key for key in dashed if counts[key] == 1)


def _glossed(words: Words, p: Paragraph, text: str) -> re.Match[str] | None:
    """ "O.Dia minister of trade : …": the office, or its state, right behind the name, and no verb of speech: in French
    a colon always stands apart ("M. Dia a déclaré : …")."""
    match = _GLOSSED.match(text)
    behind = p.start + match.end("name") + 1 if match else 0
    if not match or words.inside("speech", behind, p.start + match.start("sign")):
        return None
    return match if any(words.covering(kind, behind) for kind in ("office", "country")) else None


def _match(words: Words, text: str) -> re.Match[str] | None:
    letter = _LETTER.match(text)
    if letter and (letter["sign"] != " " or lower(letter["name"]) not in words.lexicon.words("function_words")):
        known = words.lexicon.words("question_labels", "answer_labels")
        initial = re.match(r"[^\W\d_]\.\s*(?:[^\W\d_]\.\s*)?[^\W\d_][^\s:]+\s*[:(]", text)
        asks = not letter["sign"].startswith(".") or ("?" in text and not initial)
        if letter["name"].isupper() and lower(letter["name"]) in known and asks:
            return letter
    capitals = (_CAPITALS,) if "," in text and text.isupper() else ()  # before a stop: "ANA J. RUIZ, MINISTER OF …"
    forms = (_BRACKETED, _LABEL, _OUTLET, _BARE, *capitals, _STOPPED, _LINE)
    return next((match for form in forms if (match := form.match(text))), None)


def _name(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("name") or groups.get("bold") or ""


def key_of(name: str) -> str:
    """A label's words, for comparison."""
    return " ".join(lower(name).split()).strip(" .")


def _label(words: Words, i: int, p: Paragraph, match: re.Match[str], counts: Counter[str]) -> Label | None:
    name = _name(match)
    key, bare = key_of(name), match.re in (_BARE, *_LINES)
    start = p.start + (match.start("name") if match["name"] is not None else match.start("bold"))
    end = start + len(name.rstrip())
    sign = ":" if bare else (match["sign"] or ":").strip() or ":"
    alone = match.end() == p.end - p.start
    kind = _kind(words, key)
    if match.re is _STOPPED and not _heads_words(words, name, start, end, counts[key]):
        return None
    if (
        kind is None
        and not _office_goes_on(words, p.start + match.end(), sign)
        and names_somebody(words, start, end, counts[key], sign)
    ):
        needs = 2 if match.re is _BARE else 1
        kind = "person" if not alone or counts[key] >= needs else None
    mine = sign == ":" or any(words.tokens[n].lower in words.lexicon.words("first_person") for n in _inside(words, p))
    small = words.lexicon.words("function_words").issuperset(key.split())  # "And — and then …"
    outlet = match.re is _OUTLET or (match.re is _LABEL and mine and not small and _title_case(words, start, end))
    kind = "other" if kind is None and outlet else kind
    return Label(i, p.start, start, end, p.start + match.end(), kind, key, alone) if kind else None


def _heads_words(words: Words, name: str, start: int, end: int, count: int) -> bool:
    """Whether what ends in a stop can be a label: it comes again, with an office or in capitals, and the stop is not
    that of an initial ("President Anna R. Bell")."""
    known = name.isupper() or bool(words.inside("office", start, end))
    return count >= 2 and known and len(name.split()[-1]) > 1


def _drop_lines(words: Words, body: list[Paragraph], matches: list[re.Match[str] | None], counts: Counter[str]) -> None:
    """Leave out lines that look like a name and head no speech."""
    lines = {i: key_of(_name(m)) for i, m in enumerate(matches) if m and m.re in _LINES}
    kinds = {key: _kind(words, key) for key in lines.values()}
    asked, heads = "question" in kinds.values(), _heads_in_capitals(words, body, matches)
    _drop_addresses(words, body, matches, heads)
    if asked:  # an office in brackets tells a name there: "Brook (Ministry of Energy)"
        counts.update(key for i, key in lines.items() if _in_brackets(matches[i]) and counts[key] == 1)
    for i, key in lines.items():
        returns = (asked and counts[key] >= 2 and len(key.split()) <= 6) or i in heads
        if not (kinds[key] or returns or _heads_speech(words, key, counts[key], body[i])):
            matches[i] = None


def _drop_addresses(words: Words, body: list[Paragraph], matches: list[re.Match[str] | None], heads: set[int]) -> None:
    """Leave out "Mister President:" on a line of its own where labels are in capitals: an address to somebody."""
    names = {i: _name(m).rstrip() for i, m in enumerate(matches) if m and m.re is _LABEL and m["sign"] == ":"}
    if not heads and sum(name.isupper() for name in names.values()) < 2:
        return
    for i, name in names.items():
        match, whole = matches[i], body[i].end - body[i].start
        if match and match.end() == whole and not name.isupper() and not _kind(words, key_of(name)):
            matches[i] = None


def _in_brackets(line: re.Match[str] | None) -> bool:
    """Whether something stands in brackets behind the name of a line."""
    return line is not None and line.end() > line.end("name")


def _heads_speech(words: Words, key: str, count: int, p: Paragraph) -> bool:
    """Whether a line that is but a name stands over somebody's words: it returns, or the headline names it."""
    title = words.page.title.spans
    named = bool(title) and key in words.lowered[title[0].start : title[0].end]
    if not (named or count >= 2) or len(key.split()) > 6:
        return False
    end = words.plain.find("\n\n", p.end + 2)
    mine = words.lexicon.words("first_person")
    return words.says(mine, p.end, min(end if end > 0 else len(words.plain), p.end + 600))


def _inside(words: Words, p: Paragraph) -> range:
    return words.between(p.start, p.end)


def _office_goes_on(words: Words, at: int, sign: str) -> bool:
    """Whether the dash joins two halves of one office ("Deputy Prime Minister – Minister of …")."""
    hit = words.covering("office", at)
    return sign in words.lexicon.words("office_joins") and hit is not None and hit.start == at


def _kind(words: Words, key: str) -> str | None:
    """What a label is by its words alone."""
    key = _numberless(key)
    asked, first = words.lexicon.words("question_labels"), key.split(" ")[0]
    ends_so = not words.lexicon.spaced and key.endswith(tuple(asked))
    if key in asked or ends_so or (len(first) > 1 and first in asked and len(key.split()) <= 4):
        return "question"
    if key in words.lexicon.words("answer_labels"):
        return "answer"
    return "role" if _role(key, words.lexicon) else None


def _role(key: str, lexicon: Lexicon) -> bool:
    return _numberless(key) in lexicon.words("role_labels")


def _numberless(key: str) -> str:
    """ "question 3", "q3" and "speaker 1" without their numbers."""
    return re.sub(r"[\s#№]*\d+$", "", key)


def nameless(label: str, lexicon: Lexicon) -> bool:
    """Whether a label gives somebody's part ("Moderator") or first letters ("SG") and no name."""
    return _role(key_of(label), lexicon) or (label.isupper() and label.isalpha() and len(label) <= 3)


def _title_case(words: Words, start: int, end: int) -> bool:
    """Whether a label could be the name of whoever asks: few words, all with capitals."""
    tokens = [t for t in (words.tokens[i] for i in words.between(start, end)) if t.word]
    small = words.lexicon.words("function_words")
    return 0 < len(tokens) <= 6 and all(t.capital or t.text[0].isdigit() or t.lower in small for t in tokens)


def _with_outlets(words: Words, body: list[Paragraph], labels: list[Label]) -> list[Label]:
    """Journalists by their own or their outlet's name: labels under which only questions stand, all answered by
    somebody who speaks again and again. Other unknown labels are none."""
    asked: dict[str, list[bool]] = {}
    for n, label in enumerate(labels):
        stop = labels[n + 1].paragraph if n + 1 < len(labels) else len(body)
        end = body[max(stop - 1, label.paragraph)].end
        asked.setdefault(label.key, []).append(_asks(words, label.text, end))
    answering = Counter(x.key for x in labels if x.named and not _stranger(words, x))
    found: list[Label] = []
    answered = False
    for label in reversed(labels):
        told = asked[label.key]
        unknown = label.kind == "other" or (label.kind == "person" and _stranger(words, label))
        mostly = max(answering.values(), default=0) > 2 and 2 * sum(told) >= len(told)
        asks = all(told) or mostly or _introduced(words, label)
        between_two = len(told) > 1 and all(told) and any(len(a) > 1 and not any(a) for a in asked.values())
        if unknown and asks and (answered or between_two or (label.kind == "other" and len(told) > 1)):
            found.append(replace(label, kind="question"))
        elif label.kind != "other" or (len(labels) > 2 and not _stranger(words, label)):
            label = replace(label, kind="person") if label.kind == "other" else label
            found.append(label)
            answered = answering[label.key] >= 2 or label.kind == "answer"
    return found[::-1]


def _asks(words: Words, start: int, end: int) -> bool:
    """Whether words end in a question, or ask in another way ("Please tell us …")."""
    if re.search("[?？؟]", words.plain[max(start, end - 160) : end]):
        return True
    return any(cue in words.lowered[start:end] for cue in words.lexicon.words("question_cues"))


def _introduced(words: Words, label: Label) -> bool:
    """Whether whoever speaks begins by giving the name that the label gives: a journalist ("I am Anna Bell from …")."""
    return (
        len(label.key.split()) >= 2 and label.key in words.lowered[label.text : label.text + len(label.key) + _OPENING]
    )


def _behind_office(words: Words, at: int) -> bool:
    """Whether an office or a form of address stands before a name, a first name or two between them."""
    i = words.index_at(at) - 1
    for token in reversed(words.tokens[max(i - 3, 0) : i + 1]):
        if words.covering("office", token.start) or words.covering("titles", token.start):
            return True
        if not token.capital and token.text != ".":
            return False
    return False


def _stranger(words: Words, label: Label) -> bool:
    """Whether neither a label nor the text beside the same name gives an office."""
    if words.inside("office", label.name, label.end) or words.inside("titles", label.name, label.end):
        return False
    at = words.lowered.find(label.key)
    for _ in range(20):
        if at < 0:
            break
        end = at + len(label.key)
        says_so = 0 <= at - label.text < _OPENING  # "Sir, Anna Bell from the Courier": no form of address of hers
        if _behind_office(words, at) and not says_so:
            return False
        if words.plain[end : end + 2] in (", ", " (") and words.inside("office", end, end + 8):
            return False
        at = words.lowered.find(label.key, at + 1)
    return True
