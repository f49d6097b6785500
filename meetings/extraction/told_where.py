"""On which side of quoted words it is told first who says them."""

from __future__ import annotations

import re

from .story import Story
from .stretch import Stretch

_FINAL = ",.!?…،؟，。！？"


def finished(story: Story, stretch: Stretch, before: int) -> bool:
    """Whether the words are a whole sentence that nothing leads to: who says them is told behind them first."""
    lead = story.words.plain[before : stretch.outer_start].strip()
    last = story.words.plain[stretch.end - 1 : stretch.end]
    introduced = lead.endswith(("：", "，")) or (not story.lexicon.capitals and lead.endswith((":", "،")))
    introduced = introduced or (lead.endswith(":") and last in tuple(".!?…") and _led_by_verb(story, before, stretch))
    introduced = introduced or (lead[-1:].isalpha() and last in tuple(".!?…"))  # "hoped that she would “go.”"
    opens = lead.endswith(tuple(_FINAL)) and last.isalnum()  # "It was good. « A call came in », says the statement."
    opens = opens and bool(story.narrative_hits("speech", stretch.outer_end, stretch.outer_end + 4))
    return not introduced and (not lead or last in tuple(_FINAL) or opens)


def attributed_at_end(story: Story, stretch: Stretch, before: int, after: int) -> bool:
    """ "The tariffs announced by Dia are a “bad idea”, Bell said on Monday.": a last clause that is but that."""
    spans = story.words.split(stretch.outer_end, min(after, stretch.outer_end + 300))
    end = spans[0][1] if spans else stretch.outer_end
    start = story.words.plain.rfind(", ", stretch.outer_end, end)
    cue = next(iter(story.narrative_hits("speech", start, end)), None) if start > 0 and end - start < 90 else None
    if cue is None or not any(m.end <= cue.start and story.acts(m) for m in story.within(start, cue.start)):
        return False
    beside = story.narrative_hits("speech", max(before, stretch.outer_start - 30), stretch.outer_start)
    return not beside and len(story.words.plain[cue.end : end].split()) <= 4


def _led_by_verb(story: Story, before: int, stretch: Stretch) -> bool:
    """ "She added: “A.” Mr Dia said that …": a verb of speech before a colon, in the clause that leads to the words."""
    start = max(before, stretch.outer_start - 90)
    said = story.narrative_hits("speech", start, stretch.outer_start)
    return bool(said) and not re.search(r"[.!?…\n]\s", story.words.plain[said[-1].end : stretch.outer_start])
