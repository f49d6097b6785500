"""States and dates beside the libraries that find them too, on the same texts in one run.

python -m benchmarks.peers [FOLDER …]      (default: fixtures/texts; FOLDER holds NAME.txt and NAME.json)

Peers are no dependencies: `pip install dateparser country-named-entity-recognition geotext` first; what is not
installed is left out. States are compared with `mentioned_countries` of the record, full dates with those of the record
(published, meetings, references). The time is a ratio to reading the whole record. No peer for quotes installs with the
language model it needs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from meetings.extraction import extract

ROOT = Path(__file__).resolve().parent.parent
Find = Callable[[str, dict[str, Any]], set[str]]


def own_states(text: str, _gold: dict[str, Any]) -> set[str]:
    return {mention.value for mention in extract(text).countries}


def own_dates(text: str, _gold: dict[str, Any]) -> set[str]:
    record = extract(text)
    found = [record.published, *(m.date for m in record.meetings), *(r.date for r in record.references)]
    return {str(finding.value) for finding in found if full(finding.value)}


def full(edtf: Any) -> bool:
    """Whether year, month and day are told."""
    return len(edtf or "") == 10 and "X" not in edtf


def with_geotext() -> Find:
    geotext = import_module("geotext").GeoText
    return lambda text, _gold: set(geotext(text).country_mentions)


def with_country_recognition() -> Find:
    find = import_module("country_named_entity_recognition").find_countries
    return lambda text, _gold: {country.alpha_2 for country, _match in find(text, is_ignore_case=False)}


def with_dateparser() -> Find:
    search = import_module("dateparser.search").search_dates

    def find(text: str, gold: dict[str, Any]) -> set[str]:
        base = datetime.fromisoformat(gold["published"]) if full(gold["published"]) else datetime(2020, 1, 1)
        tag = gold["language"].split("-")[0]
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        try:
            found = search(text, languages=[tag], settings=settings) or []
        except ValueError:  # a language it does not know
            return set()
        return {date.date().isoformat() for _words, date in found}

    return find


def states_of(gold: dict[str, Any]) -> set[str]:
    return set(gold["mentioned_countries"])


def dates_of(gold: dict[str, Any]) -> set[str]:
    told = [gold["published"], *(m["date"] for m in gold["meetings"]), *(r["date"] for r in gold["references"])]
    return {date for date in told if full(date)}


STATE_FINDERS = {
    "this project": lambda: own_states,
    "geotext": with_geotext,
    "country-named-entity-recognition": with_country_recognition,
}
DATE_FINDERS = {"this project": lambda: own_dates, "dateparser": with_dateparser}


def compare(name: str, find: Find, wanted: Callable[[dict[str, Any]], set[str]], pairs: list[Any], unit: float) -> None:
    started = time.process_time()
    found = [find(text, gold) for text, gold in pairs]
    taken = time.process_time() - started
    right = sum(len(f & wanted(gold)) for f, (_t, gold) in zip(found, pairs, strict=True))
    all_found, all_wanted = sum(map(len, found)), sum(len(wanted(gold)) for _t, gold in pairs)
    precision, recall = right / (all_found or 1), right / all_wanted
    print(f"  {name:33} precision {precision:6.1%}  recall {recall:6.1%}  time × {taken / unit:.2f}")


def _reading(pairs: list[Any]) -> float:
    """Seconds for reading the whole record of all texts."""
    started = time.process_time()
    for text, _gold in pairs:
        extract(text)
    return time.process_time() - started


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "fixtures" / "texts"]
    paths = [p for folder in folders for p in sorted(folder.glob("*.txt")) if p.with_suffix(".json").exists()]
    pairs = [(p.read_bytes().decode("utf-8"), json.loads(p.with_suffix(".json").read_text("utf-8"))) for p in paths]
    english = [pair for pair in pairs if pair[1]["language"] == "en"]
    for label, some in (("all languages", pairs), ("English", english)):
        unit = min(_reading(some) for _ in range(2))
        for kind, wanted, finders in (
            ("states", states_of, STATE_FINDERS),
            ("dates", dates_of, DATE_FINDERS),
        ):
            print(f"{kind}, {label}: {len(some)} texts")
            for name, made in finders.items():
                try:
                    compare(name, made(), wanted, some, unit)
                except ModuleNotFoundError as missing:
                    print(f"  {name:33} not installed ({missing.name})")


if __name__ == "__main__":
    main()
