"""Mutated texts: never an exception, spans inside the text and equal to it, the same text read twice the same.

python -m benchmarks.fuzz [TEXTS] [SEED]      (default: 1000 texts, seed 1; a failing text is written beside its error)

Pieces of the fixtures are cut, doubled, mixed, put into capitals, wrapped, and sprinkled with marks, controls,
directions and lone surrogates.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from meetings.edtf import bounds
from meetings.extraction import extract
from meetings.extraction.record import Finding, Record, Span

ROOT = Path(__file__).resolve().parent.parent
ODD = "\u202e\u200b\u00ad\ufeff\x00\n\n\r\t\"“”«»„‟‹›—–-:;()[]{}'’ʻ`0123456789\ud800‏،؟。《》「」&#<>"
LONGEST = 1500
SLOW = 1.0
"""Seconds of processor time that no text of this size may take."""


def mutants(texts: list[str], number: int, chance: random.Random) -> Iterator[str]:
    """Texts made of pieces of others."""
    for _ in range(number):
        whole = chance.choice(texts)
        begin = chance.randrange(max(1, len(whole) - LONGEST // 2)) if chance.random() < 0.6 else 0
        text = whole[begin : begin + chance.randint(50, LONGEST)]
        for _ in range(chance.randint(1, 10)):
            text = mutated(text, texts, chance)
        yield text


def mutated(text: str, texts: list[str], chance: random.Random) -> str:
    """A text with one change."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.randint(1, 300))
    before, piece, after = text[:start], text[start:end], text[end:]
    other = chance.choice(texts)
    at = chance.randrange(len(other))
    ways = (
        lambda: before + after,
        lambda: before + chance.choice(ODD) * chance.randint(1, 4) + piece + after,
        lambda: before + other[at : at + chance.randint(1, 400)] + piece + after,
        lambda: before + piece.upper() + after,
        lambda: before + piece.replace(" ", "\n") + after,
        lambda: before + piece + piece + after,
        lambda: before + "".join(chance.sample(piece, len(piece))) + after,
    )
    return chance.choice(ways)()


def check(text: str, record: Record) -> None:
    """What holds of every record."""
    for quote in record.quotes:
        assert text[quote.span.start : quote.span.end] == quote.text
        assert quote.text.strip()
    for person in record.people:
        assert str(person.name.value).strip()
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text), span
    dates = [record.published, *(m.date for m in record.meetings), *(r.date for r in record.references)]
    for date in dates:
        bounds(str(date.value or ""))


def spans(record: Record) -> Iterator[Span]:
    """All places of the text that a record points to."""
    findings: list[Finding] = [record.language, record.published, record.title]
    for meeting in record.meetings:
        findings += [meeting.date, meeting.format, meeting.place, meeting.place_country]
        for one in meeting.participants:
            findings += [one.name, one.office, one.country, one.organization]
    for finding in [*findings, *(q.speaker for q in record.quotes), *(r.date for r in record.references)]:
        yield from finding.spans
    for mention in (*record.people, *record.countries):
        yield from mention.spans
    yield from (reference.span for reference in record.references)


def main() -> int:
    number, seed = (int(a) for a in (*sys.argv[1:3], *("1000", "1")[len(sys.argv[1:3]) :]))
    texts = [p.read_bytes().decode("utf-8") for p in sorted((ROOT / "fixtures" / "texts").glob("*.txt"))]
    failures: dict[str, str] = {}
    started = time.process_time()
    for text in mutants(texts, number, random.Random(seed)):
        began = time.process_time()
        try:
            record = extract(text)
            check(text, record)
            assert record == extract(text), "read differently the second time"
            assert time.process_time() - began < 2 * SLOW, "slow"
        except Exception:
            failures.setdefault("\n".join(traceback.format_exc().splitlines()[-4:]), text)
    for n, (error, text) in enumerate(failures.items()):
        path = Path(tempfile.gettempdir()) / f"fuzz-{seed}-{n}.txt"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        print(f"{path}\n{error}\n")
    taken = time.process_time() - started
    print(f"{number:,} texts, seed {seed}: {len(failures)} kinds of failure; {taken / number * 500:.1f} ms a reading")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
