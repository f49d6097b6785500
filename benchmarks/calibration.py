"""Whether confidence means something: of the findings at each height, how many a careful reader files the same way.

python -m benchmarks.calibration [FOLDER …] [--rules]   (default: fixtures/texts; FOLDER holds NAME.txt and NAME.json)

A finding is a date, a format, a town, a person taking part with office and state, a quote, its speaker, a state or
a reference. Meetings are laid beside those of the record by the people they share; the rest is compared letter by
letter, but for case and spaces. `--rules` prints the table for every rule instead of every kind of finding.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from meetings.extraction import extract
from meetings.extraction.record import Finding, Meeting, Participant, Record

ROOT = Path(__file__).resolve().parent.parent
STEPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
TOLERANCE = 3
"""Code points by which the ends of a quote may differ."""

Gold = dict[str, Any]


class Judged(NamedTuple):
    """One finding beside the record."""

    kind: str
    rule: str
    confidence: float
    right: bool


def same(read: object, filed: object) -> bool:
    """Equal but for case and spaces."""
    return " ".join(str(read).split()).casefold() == " ".join(str(filed).split()).casefold()


def judged(kind: str, finding: Finding, filed: object) -> Iterator[Judged]:
    """A value that was found; where none was found there is nothing to be sure of."""
    if finding.value is not None:
        yield Judged(kind, finding.rule, finding.confidence, same(finding.value, filed))


def judge(record: Record, gold: Gold) -> Iterator[Judged]:
    """All findings of one text beside its record."""
    yield from judged("language", record.language, gold["language"])
    yield from judged("published", record.published, gold["published"])
    yield from judged("title", record.title, gold["title"])
    left = list(gold["meetings"])
    for meeting in record.meetings:
        beside = max(left, key=lambda filed: _shared(meeting, filed), default=None)
        if beside is not None:
            left.remove(beside)
        yield from _judge_meeting(meeting, beside or {"participants": []})
    yield from _judge_quotes(record, gold)
    for state in record.countries:
        yield Judged("state", state.rule, state.confidence, state.value in gold["mentioned_countries"])
    for told in record.references:
        right = any(len(set(told.parties) & set(filed["parties"])) > 1 for filed in gold["references"])
        yield Judged("reference", told.rule, told.confidence, right)


def _shared(meeting: Meeting, filed: Gold) -> int:
    names = {p["name"] for p in filed["participants"]}
    return sum(p.name.value in names for p in meeting.participants)


def _judge_meeting(meeting: Meeting, filed: Gold) -> Iterator[Judged]:
    if "format" in filed:
        yield from judged("date", meeting.date, filed["date"])
        yield from judged("format", meeting.format, filed["format"])
        yield from judged("town", meeting.place, filed["place"])
        yield from judged("state of the town", meeting.place_country, filed["place_country"])
    people = {p["name"].casefold(): p for p in filed["participants"]}
    for participant in meeting.participants:
        yield from _judge_participant(participant, people.get(str(participant.name.value).casefold()))


def _judge_participant(read: Participant, filed: Gold | None) -> Iterator[Judged]:
    yield Judged("participant", read.name.rule, read.name.confidence, filed is not None)
    if filed:
        yield from judged("office", read.office, filed["office"])
        yield from judged("state of a participant", read.country, filed["country"])


def _judge_quotes(record: Record, gold: Gold) -> Iterator[Judged]:
    for quote in record.quotes:
        beside = [
            filed
            for filed in gold["quotes"]
            if abs(filed["start"] - quote.span.start) <= TOLERANCE and abs(filed["end"] - quote.span.end) <= TOLERANCE
        ]
        yield Judged("quote", quote.rule, quote.confidence, bool(beside))
        if beside:
            yield from judged("speaker", quote.speaker, beside[0]["speaker"])


def table(all_judged: list[Judged], by: str) -> None:
    """Right of all at each height, for all findings and for each kind (or rule)."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in all_judged:
        groups[getattr(one, by)].append(one)
    print(f"{'':36}" + "".join(f"{'≥ ' + str(step) if step else '< 0.5':>16}" for step in STEPS))
    for name, group in [("all", all_judged), *sorted(groups.items())]:
        print(f"{name:36}" + "".join(f"{_share(group, step):>16}" for step in STEPS))


def _share(group: list[Judged], step: float) -> str:
    above = STEPS[STEPS.index(step) - 1] if step != STEPS[0] else 2.0
    here = [one.right for one in group if step <= one.confidence < above]
    return f"{sum(here)}/{len(here)} {sum(here) / len(here):.1%}" if here else "—"


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:] if not name.startswith("--")] or [ROOT / "fixtures" / "texts"]
    pairs = [
        (text, text.with_suffix(".json"))
        for folder in folders
        for text in sorted(folder.glob("*.txt"))
        if text.with_suffix(".json").exists()
    ]
    found = [
        one
        for text, record in pairs
        for one in judge(extract(text.read_bytes().decode("utf-8")), json.loads(record.read_text(encoding="utf-8")))
    ]
    print(f"{len(found):,} findings in {len(pairs)} texts: right of all, by confidence")
    table(found, "rule" if "--rules" in sys.argv else "kind")


if __name__ == "__main__":
    main()
