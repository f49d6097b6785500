"""Texts made to be slow: twice the text should take about twice the time, whatever it is made of.

python -m benchmarks.hostile
"""

from __future__ import annotations

import time

from meetings.extraction import extract

TEXTS = {
    "one word": "A" * 50_000,
    "capitals": "ASTANA KAZAKHSTAN " * 1_500,
    "opening marks": "“" * 20_000,
    "straight marks": '"' * 20_000,
    "brackets": "[" * 20_000,
    "dashes": "— " * 10_000,
    "digits": "1 " * 20_000,
    "labels": "A: b\n" * 5_000,
    "dates": "3 May 2021 " * 4_000,
    "names": "Anna Bell met Omar Dia. " * 2_000,
    "offices": "Minister Anna Bell met Minister Omar Dia. The foreign minister spoke.\n\n" * 150,
    "one paragraph": "Anna Bell met Omar Dia. Ministers took part in it. " * 400,
    "ministers": "Los ministros de Comercio, Ana Ruiz; Turismo, Omar Dia; Salud, Eva Paz, se reunieron. " * 150,
    "quotes on a line": "Omar Dia led a team on a “bold step to the sea”. " * 600,
    "headings": "“the words that were said here”\n" * 600,
    "addresses": "a-" * 20_000,
    "Arabic": "الرئيس " * 4_000,
    "Chinese": "林德川会见" * 4_000,
    "short lines": "Who are you?\n\nI am here.\n\n" * 1_000,
    "states": "Bell met Dia in Chile and in Peru and was in Norway " * 400,
    "one line": "word " * 40_000,
    "ten megabytes": "word " * 2_000_000,
}


def taken(text: str) -> float:
    started = time.process_time()
    extract(text)
    return time.process_time() - started


def main() -> None:
    for text in TEXTS.values():
        extract(text[:500])
    for name, text in TEXTS.items():
        once, twice = taken(text), taken(text * 2)
        print(f"{name:15} {len(text):>10,} characters: {once * 1000:6.0f} ms, twice as long: {twice / once:4.1f} ×")


if __name__ == "__main__":
    main()
