"""Labels of a transcript: paragraphs that begin with a speaker's name, "Question:" or "Moderator:"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from .layout import Paragraph
from .phrases import lower
from .tokens import Words

_MARK = r"(?:\*\*|__|</?(?:b|strong)>)"
ASIDE = r"(?:\([^()\n]{1,80}\)|（[^（）\n]{1,80}）|\[[^\[\]\n]{1,80}\])"
"""A note of whoever wrote the transcript: (Laughter.), (via interpreter), [in French]."""
_LABEL = re.compile(
    rf"(?:{_MARK}|#+ )?\s*(?P<name>[^:：\n“”\"«»?!，。()（）\[\]*<>]{{1,90}}?)(?:\s*{ASIDE})*{_MARK}?"
    rf"\s*(?:(?P<sign>:|\.?\s[–—-]){_MARK}?(?:\s*\(\d+:\d\d(?::\d\d)?\))?(?:\s+(?=\S)|$)|：{_MARK}?\s*|:(?=[\u4e00-\u9fff]))"
)
_BARE = re.compile(rf"(?:\[(?P<name>[^\[\]\n]{{1,40}})\]|{_MARK}(?P<bold>[^\n*_<>:?!]{{1,60}}){_MARK})\s*$")
_LETTER = re.compile(r"(?P<name>[^\W\d_])(?P<sign>\s{2,}|\.\s+|\s)(?=\S)")


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
    matches = [_match(words, t) for t in texts]
    counts = Counter(key_of(_name(m)) for m in matches if m)
    found = []
    for i, (p, match) in enumerate(zip(body, matches, strict=True)):
        label = _label(words, i, p, match, counts) if match else None
        if label and label.alone:
            label = replace(label, text=body[i + 1].start) if i + 1 < len(body) else None
        if label:
            found.append(label)
    return _with_outlets(words, body, found)


def _match(words: Words, text: str) -> re.Match[str] | None:
    letter = _LETTER.match(text)
    if letter and (letter["sign"] != " " or lower(letter["name"]) not in words.lexicon.words("function_words")):
        known = words.lexicon.words("question_labels") | words.lexicon.words("answer_labels")
        asks = not letter["sign"].startswith(".") or "?" in text
        if letter["name"].isupper() and lower(letter["name"]) in known and asks:
            return letter
    return _LABEL.match(text) or _BARE.match(text)


def _name(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("name") or groups.get("bold") or ""


def key_of(name: str) -> str:
    """A label's words, for comparison."""
    return " ".join(lower(name).split()).strip(" .")


def _label(words: Words, i: int, p: Paragraph, match: re.Match[str], counts: Counter[str]) -> Label | None:
    name = _name(match)
    key, bare = key_of(name), match.re is _BARE
    start = p.start + (match.start("name") if match["name"] is not None else match.start("bold"))
    end = start + len(name.rstrip())
    sign = ":" if bare else (match["sign"] or ":").strip() or ":"
    alone = match.end() == p.end - p.start
    kind = _kind(words, key)
    if kind is None and names_somebody(words, start, end, counts[key], sign):
        needs = 2 if bare else 1
        kind = "person" if not alone or counts[key] >= needs else None
    if kind is None and not alone and match.re is _LABEL and sign == ":" and _title_case(words, start, end):
        kind = "other"
    return Label(i, p.start, start, end, p.start + match.end(), kind, key, alone) if kind else None


def _kind(words: Words, key: str) -> str | None:
    """What a label is by its words alone."""
    asked, first = words.lexicon.words("question_labels"), key.split(" ")[0]
    if key in asked or (first in asked and len(key.split()) <= 4):
        return "question"
    if key in words.lexicon.words("answer_labels"):
        return "answer"
    if re.sub(r"[\s#№]*\d+$", "", key) in words.lexicon.words("role_labels"):
        return "role"
    return None


def names_somebody(words: Words, start: int, end: int, count: int, sign: str) -> bool:
    """Whether a label looks like a person: capitals, particles, titles and offices only, and no common word."""
    tokens = [words.tokens[i] for i in words.between(start, end)]
    if not tokens or len(tokens) > 14 or any(t.text in ".;" and t.start + 1 == end for t in tokens[:-1]):
        return False
    proper = 0
    for token in tokens:
        if not token.word or any(words.covering(k, token.start) for k in ("office", "titles", "country")):
            continue
        if token.text[0].isdigit() or (
            not token.capital and token.lower not in words.lexicon.words("particles") | {"of"}
        ):
            return False
        if token.lower in words.lexicon.words("common"):
            if not words.inside("office", start, end):
                return False
            continue
        proper += 1
    office = bool(words.inside("office", start, end))
    if sign != ":" and count < 2 and not (proper and office):
        return False
    return (proper >= 2 or (proper == 1 and (count >= 2 or office or tokens[0].text.isupper()))) or (
        office and count >= 2
    )


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
        asked.setdefault(label.key, []).append("?" in words.plain[max(label.text, end - 160) : end])
    answering = Counter(x.key for x in labels if x.named)
    found: list[Label] = []
    for n, label in enumerate(labels):
        answer = labels[n + 1] if n + 1 < len(labels) else None
        followed = answer is not None and answer.key != label.key and answering[answer.key] >= 2 and answer.named
        unknown = label.kind == "other" or (label.kind == "person" and _stranger(words, label))
        if unknown and all(asked[label.key]) and (followed or (label.kind == "other" and len(asked[label.key]) > 1)):
            found.append(replace(label, kind="question"))
        elif label.kind != "other":
            found.append(label)
    return found


def _stranger(words: Words, label: Label) -> bool:
    """Whether a label gives no office and no name of the headline."""
    if words.inside("office", label.name, label.end) or words.inside("titles", label.name, label.end):
        return False
    title = words.page.title.spans
    head = words.lowered[title[0].start : title[0].end] if title else ""
    return not any(w in head for w in re.findall(r"[^\W\d_]{3,}", label.key))
