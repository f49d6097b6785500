"""Speed of reading: texts a second, growth with length, cold start. Prints ratios beside times; times drift.

python benchmarks/extraction.py [FOLDER …]      (default: fixtures/texts)
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from meetings.extraction import extract

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
LENGTHS = (1, 4, 16, 64, 256)


def seconds(work: Callable[[], object]) -> float:
    """The best of some rounds, in seconds of processor time."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def throughput(texts: list[str]) -> None:
    taken = seconds(lambda: [extract(text) for text in texts])
    size = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} texts of {size:,.0f} characters on average: {len(texts) / taken:,.0f} a second and core")


def growth(text: str) -> None:
    """One text repeated: twice the length should take twice the time (ratio 1 for each character)."""
    unit = seconds(lambda: extract(text)) / len(text)
    for times in LENGTHS[1:]:
        long = "\n\n".join([text] * times)
        taken = seconds(lambda long=long: extract(long))
        share = taken / len(long) / unit
        print(f"{len(long):>9,} characters: {taken * 1000:8.1f} ms, {share:5.2f} × the time a character")


COLD = """
import sys, time
started = time.perf_counter()
from meetings.extraction import extract
extract(sys.stdin.read())
print(time.perf_counter() - started)
"""


def cold_start(text: str) -> None:
    command = [sys.executable, "-c", COLD]
    runs = [subprocess.run(command, input=text, text=True, capture_output=True, cwd=ROOT) for _ in range(ROUNDS)]
    print(f"cold start, the first text included: {min(float(run.stdout) for run in runs):.2f} s")


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "fixtures" / "texts"]
    texts = [path.read_bytes().decode("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    throughput(texts)
    growth(min(texts, key=len))
    cold_start(texts[0])


if __name__ == "__main__":
    main()
