"""Speed of reading: texts a second, share of each stage, growth with length, cold start, memory. Ratios stand beside
times; times drift.

python -m benchmarks.extraction [FOLDER …]      (default: fixtures/texts)
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

from meetings.extraction import extract, pipeline

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
LENGTHS = (1, 4, 16, 64, 256)
STAGES = {
    "language": ("identify",),
    "zones of the page": ("read_page",),
    "day of publication": ("published_date",),
    "words and vocabulary": ("Words",),
    "quotes and turns": ("read_turns", "quoted"),
    "offices": ("find_offices",),
    "names": ("find_names", "told_apart"),
    "persons": ("Clusters.build",),
    "story": ("Resolver", "Story"),
    "speakers": ("attribute",),
    "meetings": ("MeetingReader.read",),
    "references": ("ReferenceReader.read",),
    "record": ("build_record",),
}
"""What `meetings.extraction.pipeline` calls, by what it does."""


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


def stages(texts: list[str]) -> None:
    """How the time is shared out among the stages; the rest is between them."""
    taken = dict.fromkeys(STAGES, 0.0)
    with ExitStack() as stack:
        for stage, names in STAGES.items():
            for name in names:
                stack.enter_context(_timed(stage, name, taken))
        started = time.process_time()
        for text in texts:
            extract(text)
        whole = time.process_time() - started
    for stage, seconds in sorted(taken.items(), key=lambda pair: -pair[1]):
        print(f"  {stage:22} {seconds / whole:6.1%}  {seconds / len(texts) * 1000:6.2f} ms a text")


def _timed(stage: str, name: str, taken: dict[str, float]) -> AbstractContextManager[object]:
    """Adds the time that a function of the pipeline takes to its stage, as long as the context is open."""
    *owner, attribute = name.split(".")
    target: Any = getattr(pipeline, owner[0]) if owner else pipeline
    function = getattr(target, attribute)

    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            taken[stage] += time.process_time() - started

    return mock.patch.object(target, attribute, timed)


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
    """As a process starts anywhere but the first time: Python finds its byte code, here kept in a folder of its own."""
    command = [sys.executable, "-c", COLD]
    with TemporaryDirectory() as folder:
        kept = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        start = partial(subprocess.run, command, input=text, text=True, capture_output=True, cwd=ROOT, env=kept)
        first, *runs = [float(start().stdout) for _ in range(ROUNDS + 1)]
    print(f"cold start, the first text included: {min(runs):.2f} s; where nothing is compiled yet {first:.2f} s")


MEMORY = """
import pathlib, resource, sys
from meetings.extraction import extract
for name in sys.argv[1:]:
    for path in sorted(pathlib.Path(name).glob("*.txt")):
        extract(path.read_bytes().decode("utf-8"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def memory(folders: list[Path]) -> None:
    command = [sys.executable, "-c", MEMORY, *map(str, folders)]
    run = subprocess.run(command, text=True, capture_output=True, cwd=ROOT, check=True)
    print(f"most memory of a process that reads them all: {float(run.stdout):.0f} MB")


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "fixtures" / "texts"]
    texts = [path.read_bytes().decode("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    throughput(texts)
    stages(texts)
    memory([folder.resolve() for folder in folders])
    growth(min(texts, key=len))
    cold_start(texts[0])


if __name__ == "__main__":
    main()
