"""The seed documents of the corpus, from file to export: each record as a careful reader filed it."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

pytestmark = [pytest.mark.django_db, pytest.mark.corpus]


@pytest.fixture
def records(corpus_dir: Path, tmp_path: Path) -> dict[str, dict[str, Any]]:
    call_command("import_records", str(corpus_dir / "seeds"), verbosity=0)
    call_command("export_records", output=str(tmp_path / "out.jsonl"), verbosity=0)
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    return {record["path"]: record for record in map(json.loads, lines)}


def comparable(record: dict[str, Any]) -> dict[str, Any]:
    """Without ids, which only the export has, and offices, of which either may tell more words."""
    seats = ("name", "country", "organization")
    return {
        **{key: record[key] for key in ("language", "published", "title")},
        "meetings": [
            {
                **{key: meeting[key] for key in ("date", "format", "place", "place_country")},
                "participants": sorted(([one[key] for key in seats] for one in meeting["participants"]), key=str),
            }
            for meeting in record["meetings"]
        ],
        "quotes": [[quote[key] for key in ("speaker", "start", "end", "text")] for quote in record["quotes"]],
        "mentioned_people": sorted(record["mentioned_people"]),
        "mentioned_countries": sorted(record["mentioned_countries"]),
    }


def test_the_records_are_those_a_careful_reader_filed(corpus_dir: Path, records: dict[str, dict[str, Any]]) -> None:
    filed = [json.loads(path.read_text("utf-8")) for path in sorted((corpus_dir / "seeds").glob("*.json"))]
    assert {record["path"]: comparable(record) for record in filed} == {
        path: comparable(record) for path, record in records.items()
    }


def test_one_person_is_one_across_documents_and_scripts(corpus_dir: Path, records: dict[str, dict[str, Any]]) -> None:
    people = json.loads((corpus_dir / "people.json").read_text("utf-8"))
    known = {form: name for name, forms in people.items() for form in forms}
    found = defaultdict(set)
    for record in records.values():
        seats = [seat for meeting in record["meetings"] for seat in meeting["participants"]]
        for name, person in [*record["people"].items(), *((seat["name"], seat["person"]) for seat in seats)]:
            found[known.get(name, name)].add(person)
    assert all(len(persons) == 1 for persons in found.values())
    assert len({next(iter(persons)) for persons in found.values()}) == len(found)
