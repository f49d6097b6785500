"""Ways of saying whose words are quoted that need no verb with a single subject beside them."""

from __future__ import annotations

import re

from .mentions import Mention
from .phrases import Hit
from .pointing_back import with_another
from .story import Story
from .stretch import Stretch

_CLAUSE = re.compile(r"(?:,\s[^,;:.!?\n]{1,60})?,\s(?:([^\W\d_]{1,4})\s)?([^\W\d_]+)\s[^,;:.!?\n]{0,60}")
"""What begins right behind a name, or behind its apposition, and holds no other clause."""
_STAFF = 60
"""Characters between a body and the name of one of its own."""
_LINK = 12
"""Characters of the words between a body and the state where it is."""
_STOP = re.compile(r"[,.;:!?…\"“”„«»\n]")


def together(story: Story, cue: Hit) -> bool:
    """Whether several speak as one: "the sides said", "said both ministers"."""
    lowered, joint = story.words.lowered, story.lexicon.words("joint_speakers")
    apart = re.compile(r"([^\W\d_]+)\s+$" if story.lexicon.spaced else r"([^\W\d_]+)\s*$")
    before = apart.search(lowered[max(0, cue.start - 40) : cue.start])  # no "and" written with its verb: "وقال"
    if before and before[1] in story.lexicon.words("auxiliaries"):  # "les deux ministres ont affirmé"
        earlier = re.search(r"([^\W\d_]+)\s+$", lowered[max(0, cue.start - 40) : cue.start - len(before[0])])
        before = earlier or before
    if before:
        many = tuple(story.lexicon.words("plural_verb_endings"))  # "Sie riefen", where "sie rief" is one
        told = lowered[cue.start : cue.end].split()[0]
        plural = bool(many) and told.endswith(many) and told not in story.lexicon.words("reported_mood")
        return before[1] in joint or (plural and before[1] in story.lexicon.words("plural_pronouns"))
    after = re.match(r"[^.!?…\n“”\"«»„]*", lowered[cue.end : cue.end + 30])
    behind = re.findall(r"[^\W\d_]+", after[0] if after else "")
    singular = story.lexicon.words("singular_articles")
    if behind and behind[0] in singular:  # "sagte der Minister", where "Minister" is both
        return False
    small = bool(behind) and behind[0] in story.lexicon.words("definite")  # "said the two leaders"
    named = next((m for m in story.within(cue.end, cue.end + 60) if m.kind == "name"), None)
    if named and lowered[cue.end : named.start].split()[-1:] == behind[:1]:  # "bekräftigte Außenminister Bell"
        return False
    return any(word in joint for word in behind[: 2 + small])


def anonymous(story: Story, start: int, end: int) -> bool:
    """Whether somebody is said to want no name: "said an official on condition of anonymity"."""
    return story.lexicon.begins("anonymous").search(story.words.lowered, start, end) is not None


def state_speaks(story: Story, cue: Hit) -> bool:
    """Whether a state is the subject: "China said on Thursday that …"."""
    if story.words.lowered[cue.start : cue.end] in story.lexicon.words("reported_mood"):
        return False  # "Die Beziehungen zu Norwegen seien „gut“, sagte Bell"
    begin = _verb_start(story, cue)
    side = re.search(r"([^\W\d_]+) $", story.words.lowered[max(0, begin - 20) : begin])
    if side and side[1] in story.lexicon.words("side_nouns"):
        return True
    if story.lexicon.data.get("verb_first") and any(m.kind == "name" for m in story.within(cue.end, cue.end + 3)):
        return False  # "On the visit of X to the Kingdom said Bell": the subject stands behind the verb
    state = story.words.covering("country", begin - 2) if begin > 1 else None
    if not state or state.value[1] not in ("name", "long"):
        return False
    near = story.within(max(0, state.start - 90), cue.start)
    return not any(m.end > state.start - _LINK * bool(m.institution) for m in near)  # "the embassy of Chile in Peru"


def _verb_start(story: Story, cue: Hit) -> int:
    """Where a verb of speech begins, its auxiliary included ("a déclaré")."""
    auxiliary = story.lexicon.shaped("auxiliaries", r"(?<!\w){words} $")
    before = auxiliary.search(story.words.lowered, max(0, cue.start - 12), cue.start)
    return before.start() if before else cue.start


def cited(story: Story, cue: Hit, right: list[Mention]) -> Mention | None:
    """ "…,” X quoted Y as saying": the words are Y's."""
    if story.words.lowered[cue.start : cue.end] not in story.lexicon.words("quoting") or not right:
        return None
    behind = story.words.lowered[right[0].end : right[0].end + 12].strip(" ,")
    return right[0] if behind.startswith(story.lexicon.affixes("quoting_links")) else None


def in_clause(story: Story, before: list[Mention], cue: Hit) -> Mention | None:
    """ "The ministry answered Omar Dia, who had spoken of “…”": whom the clause hangs on that the verb stands in."""
    last = before[-1] if before else None
    if last is None or last.kind not in ("name", "office"):
        return None
    clause = _CLAUSE.fullmatch(story.words.lowered, last.end, cue.start)
    return last if clause and not story.lexicon.words("clause_pronouns").isdisjoint(clause.groups()) else None


def in_object(story: Story, cue: Hit, start: int) -> bool:
    """Whether whoever is named behind a verb of speech is in what it says: "agreed with Dia that", and, where a subject
    can be left out, "dijo que la idea de Dia"."""
    between = re.findall(r"[^\W\d_]+", story.words.lowered[cue.end : start])
    said = story.lexicon.data.get("subject_dropped") and not story.lexicon.words("that_words").isdisjoint(between)
    return bool(said) or with_another(story, start)


def cited_before(story: Story, cue: Hit, mentions: list[Mention], end: int) -> bool:
    """ "Bell quoted her colleague Dia: “…”": whether whoever is named last, right before a colon, is quoted."""
    if story.words.lowered[cue.start : cue.end] not in story.lexicon.words("citing"):
        return False
    last = mentions[-1]
    return last.start >= cue.end and story.words.plain[last.end : end].strip() == ":"


def signature(story: Story, stretch: Stretch, limit: int) -> Mention | None:
    """A name alone behind the words, after a dash or a colon or on a line of its own: "“We agree.” — Anna Bell"."""
    plain = story.words.plain
    gap = re.compile(r"\s*[—–―-]+\s*|\s*:\s+|\s*\n+\s*(?:[—–―-]+\s*)?").match(plain, stretch.outer_end)
    if not gap or (gap.end() > limit and "\n" not in gap[0]):
        return None
    end = story.words.line(gap.end())[1]
    names = [m for m in story.within(gap.end(), end) if m.kind == "name"]
    stops = ":!?" if gap[0].strip() == ":" else ":.!?"
    if len(names) != 1 or end - gap.end() > 120 or plain[end - 1] in stops:
        return None
    if story.narrative_hits("speech", gap.end(), end) or ":" in plain[names[0].end : end]:
        return None
    lead = plain[gap.end() : names[0].start].strip()
    office = story.words.inside("office", gap.end(), end)
    tail = plain[names[0].end : end].strip()
    return names[0] if (not lead or office) and (not tail or tail[0] in ",(") else None


def document_after(story: Story, cue: Hit, end: int) -> bool:
    """Whether a paper stands right behind a verb of speech: "“…”, señala el comunicado", or is where the words are
    read: "« … », lit-on dans le communiqué"."""
    lexicon, lowered, start = story.lexicon, story.words.lowered, cue.end
    if not lexicon.words("documents_follow"):
        return False
    words = re.finditer(r"[^\W\d_]+'?", lowered[start : min(end, start + 30)])
    read = lowered[cue.start : cue.end] in lexicon.words("impersonal_verbs")
    small = lexicon.words("articles") | (lexicon.words("place_links") if read else frozenset())
    first = next((w.start() for w in words if w[0] not in small), None)
    papers = (lexicon.whole(key) for key in ("documents", "documents_follow"))
    return first is not None and any(paper.match(lowered, start + first) for paper in papers)


def governed(story: Story, start: int) -> bool:
    """Whether somebody stands behind a preposition, and so does not act: "nach dem Treffen mit Omar Dia sagte …"."""
    links = story.lexicon.words("oblique_links")
    clause = _STOP.split(story.words.lowered[max(0, start - 40) : start])[-1]
    return any(w in links for w in re.findall(r"[^\W\d_]+['’]?", clause)[-3:])


def judging(story: Story, noun: Hit, start: int, end: int) -> Hit | None:
    """ "Bell said that the words of Dia were “…”": the verb whose clause judges words of somebody else's."""
    verbs = story.narrative_hits("speech", start, noun.start) if noun.kind == "speech_nouns" else []
    owner = next(iter(story.within(noun.end, end)), None)
    if not verbs or owner is None or not story.words.plain[owner.end : end].strip(" ,:—–-\"'«“„("):
        return None
    between = re.findall(r"[^\W\d_]+", story.words.lowered[verbs[-1].end : noun.start])
    return verbs[-1] if story.lexicon.words("that_words").intersection(between[:2]) else None


def owns_speaker(story: Story, body: Mention, named: list[Mention]) -> bool:
    """ "Ministry spokesman Omar Dia said": whether a body stands right before the office and name of its own."""
    holder = next((m for m in named if m.start >= body.end and not m.institution), None)
    between = story.words.plain[body.end : holder.start] if holder else ","
    office = holder is not None and bool(story.words.inside("office", body.end, holder.end))
    return bool(body.institution) and office and len(between) < _STAFF and "," not in between


def owning_body(story: Story, body: Mention) -> bool:
    """ "the plan of the government": whether a body stands behind a word for "of", or behind none that makes it speak
    where verbs come first, and so but owns what is told of."""
    if not body.institution or body.person:
        return False
    if story.lexicon.data.get("verb_first"):
        return story.words.covering("speech", body.start - 2) is None
    owning = story.lexicon.shaped("genitive_links", r"(?<!\w){words} $")
    before = owning.search(story.words.lowered, max(0, body.start - 12), body.start)
    return story.lexicon.head_first and before is not None
