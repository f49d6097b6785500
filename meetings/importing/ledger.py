"""What an import did: one outcome a file, and their sums."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TextIO, get_args

from meetings.extraction.record import Hints

Status = Literal["new", "changed", "read again", "unchanged", "same text", "error", "ignored"]
STATUSES: tuple[Status, ...] = get_args(Status)
SUMMED = [status for status in STATUSES if status != "ignored"]
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Counts(NamedTuple):
    """How much was found in a text."""

    meetings: int = 0
    people: int = 0
    quotes: int = 0

    def __str__(self) -> str:
        words = ((self.meetings, "meeting"), (self.people, "person"), (self.quotes, "quote"))
        return ", ".join(plural(number, word) for number, word in words)


NONE = Counts()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `path` is the document's name, for errors the file's path."""

    path: str
    status: Status
    message: str
    counts: Counts = NONE
    found: dict[str, Any] = field(default_factory=dict, compare=False)
    """What was read, in short: see `brief`."""
    key: str = field(default="", compare=False)
    """Of an error: the name that the file's document has, or would have; empty where it is no file of a text."""

    def __str__(self) -> str:
        return f"{self.status:<10}  {self.path}: {self.message}"

    def as_json(self) -> str:
        """On one line, with the counts by name."""
        told = {"path": self.path, "status": self.status, "message": self.message}
        return json.dumps(told | self.counts._asdict(), ensure_ascii=False)


@dataclass(slots=True)
class Ledger:
    """The sums of an import. `outcomes` holds all outcomes, or with `brief` only the errors; `lines` takes each of them
    as a line of JSON."""

    brief: bool = False
    lines: TextIO | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    statuses: Counter[Status] = field(default_factory=Counter)
    counts: Counts = NONE
    began: float = field(default_factory=time.monotonic)

    def add(self, outcome: Outcome) -> None:
        self.statuses[outcome.status] += 1
        if self.lines:
            print(outcome.as_json(), file=self.lines, flush=True)
        self.counts = Counts(*map(sum, zip(self.counts, outcome.counts, strict=True)))
        if outcome.status == "error" or not self.brief:
            self.outcomes.append(outcome)

    @property
    def errors(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.status == "error"]

    @property
    def nothing(self) -> bool:
        """Whether no text was met at all, not even one that could not be read."""
        return self.statuses.total() == self.statuses["ignored"]

    @property
    def news(self) -> bool:
        """Whether anything was read that had not been read so before."""
        return any(self.statuses[status] for status in ("new", "changed", "read again", "same text"))

    def summary(self, dry_run: bool = False) -> str:
        """One line: texts by status, what was found in those that were read, and the time it took."""
        numbers = {status: self.statuses[status] for status in SUMMED if self.statuses[status]}
        states = ", ".join(
            plural(number, status) if status == "error" else f"{number:,} {status}"
            for status, number in numbers.items()
        )
        found = f"; found {self.counts}" if any(self.counts) else ""
        note = " (dry run: nothing was written)" if dry_run else ""
        return f"{states or 'no texts'}{found}; {time.monotonic() - self.began:.1f} s{note}"


def describe(record: dict[str, Any], hints: Hints) -> tuple[str, Counts]:
    """What was found in a text, in words and numbers. `record` is `extraction.record.Record` as JSON types."""
    counts = Counts(len(record["meetings"]), len(record["people"]), len(record["quotes"]))
    language = hints.language or record["language"]["value"]
    published = hints.published or record["published"]["value"]
    words = [
        language or f"language unknown ({record['language']['rule']})",
        f"published {published}" if published else f"publication date unknown ({record['published']['rule']})",
        str(counts),
    ]
    return ", ".join(words), counts


LISTED = 5
"""So many meetings, participants and quotes of a text are named, the rest counted."""


def brief(record: dict[str, Any], hints: Hints) -> dict[str, Any]:
    """What a person wants to see of a reading before it is kept, as JSON types.

    {"title", "published", "language": str or None, "quotes": [words],
     "meetings": [{"date", "format", "place", "place_country": str or None, "participants": [{"name", "office", …}]}]}
    """
    known = {name: getattr(hints, name) or record[name]["value"] for name in ("title", "published", "language")}
    quotes = [quote["text"][:200] for quote in record["quotes"][:LISTED]]
    return {**known, "meetings": [meeting(told) for told in record["meetings"][:LISTED]], "quotes": quotes}


def meeting(told: dict[str, Any]) -> dict[str, Any]:
    seats = [
        {name: seat[name]["value"] for name in ("name", "office", "country")} for seat in told["participants"][:LISTED]
    ]
    fields = ("date", "format", "place", "place_country")
    more = max(len(told["participants"]) - LISTED, 0)
    return {**{name: told[name]["value"] for name in fields}, "participants": seats, "more": more}


def plural(number: int, word: str) -> str:
    words = {"person": "people"}
    return f"{number:,} {word if number == 1 else words.get(word, word + 's')}"


def shown(name: str) -> str:
    """A file name as it can be printed anywhere: control characters and undecodable bytes as \\x..."""
    return UNPRINTABLE.sub(lambda match: ascii(match[0])[1:-1], name)
