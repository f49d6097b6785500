"""Speed of marking a source text: five million characters with some 13,000 marks, beside a tenth of both.

python -m benchmarks.highlighting
"""

from __future__ import annotations

import time

from meetings.highlighting import Mark, pieces


def taken(paragraphs: int) -> float:
    text = ("word " * 60 + "\n\n") * paragraphs
    marks = [Mark(at, at + 400, "quote", f"q{at}") for at in range(0, len(text) - 500, 1_000)]
    marks += [Mark(at, at + 10, "name") for at in range(0, len(text) - 500, 600)]
    started = time.process_time()
    count = sum(1 for _ in pieces(text, marks))
    spent = time.process_time() - started
    print(f"{len(text):>9,} characters, {len(marks):>6,} marks: {count:>7,} pieces in {spent * 1000:6.0f} ms")
    return spent


if __name__ == "__main__":
    small, large = taken(1_660), taken(16_600)
    print(f"ten times the text takes {large / small:.1f} times as long")
