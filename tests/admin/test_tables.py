"""Lists go out as tables; tables come back as changes that are shown first, and become corrections."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import tables
from meetings.admin import many
from meetings.corrections import correct
from meetings.models import Correction, Document, Meeting, Person
from tests.admin.desk import address
from tests.admin.test_care import staff
from tests.readings import TEXT, store, visit

pytestmark = pytest.mark.django_db
TITLE = "Askar Meder receives Ilse Brandt"


@pytest.fixture(params=["csv", "xlsx", "ods"])
def format(request: pytest.FixtureRequest) -> str:
    if request.param == "xlsx":
        pytest.importorskip("openpyxl")
    return request.param


@pytest.fixture
def two(told) -> None:
    store("b.txt", visit(), TEXT + " B.")


def where(model: Any, page: str = "table") -> str:
    return reverse(f"admin:meetings_{model._meta.model_name}_{page}")


def out(client: Client, model: Any, query: str = "", format: str = "csv") -> list[dict[str, str]]:
    response = client.get(f"{where(model)}?as={format}{query}")
    assert response.status_code == 200
    assert f'.{format}"' in response["Content-Disposition"]
    return [row for _, row in tables.read(f"t.{format}", response.content).rows]


def bring(client: Client, model: Any, columns: list[str], *rows: list[str], format: str = "csv") -> Any:
    """Upload a table; returns the preview."""
    file, before = SimpleUploadedFile(f"t.{format}", tables.write(format, columns, rows)), Correction.objects.count()
    response = client.post(where(model, "table_import"), {"table": file})
    assert (response.status_code, Correction.objects.count()) == (200, before)
    return response


def changes(response: Any) -> list[tuple[str, str, str, str]]:
    found = response.context["proposal"].changes
    return [(change.edit.subject, change.label, change.before, change.after) for change in found]


def confirm(client: Client, model: Any, preview: Any) -> Any:
    data = {**dict(preview.context["carried"]), "seal": preview.context["proposal"].seal, "reason": "by table"}
    return client.post(where(model, "table_import"), data)


def test_documents_go_out_as_the_list_shows_them(desk, two, format):
    correct("document", "b.txt", "publisher", "=HYPERLINK(1)")
    rows = {"path": "a.txt", "title": TITLE, "publisher": "", "country": "", "source_url": "", "language": "en"}
    rows["published"] = "2021-04-08"
    assert out(desk, Document, "&q=a.txt", format) == [rows]
    assert [row["publisher"] for row in out(desk, Document, "&publisher__exact=%3DHYPERLINK(1)", format)] == [
        "=HYPERLINK(1)"
    ]
    raw = desk.get(f"{where(Document)}?as=csv").content.decode()
    assert "'=HYPERLINK(1)" in raw


def test_meetings_and_persons_go_out_too(desk, told):
    assert out(desk, Meeting) == [
        {
            "key": "a.txt#1",
            "title": TITLE,
            "date": "2021-04-08",
            "format": "talks",
            "place": "Astana",
            "place_country": "KZ",
            "reviewed": "",
            "participants": "Askar Meder; Ilse Brandt",
        }
    ]
    assert out(desk, Person) == [
        {"slug": "askar-meder", "name": "Askar Meder", "wikidata": "", "country": "KZ", "office": "President"},
        {"slug": "ilse-brandt", "name": "Ilse Brandt", "wikidata": "", "country": "DE", "office": "Foreign Minister"},
    ]


@pytest.mark.parametrize("model", [Document, Meeting, Person], ids=lambda model: model.__name__)
def test_what_goes_out_comes_back_as_no_change(desk, two, format, model):
    raw = desk.get(f"{where(model)}?as={format}").content
    response = desk.post(where(model, "table_import"), {"table": SimpleUploadedFile(f"t.{format}", raw)})
    assert (changes(response), response.context["proposal"].errors) == ([], [])
    assert "Nothing would change" in response.content.decode()


def test_only_what_differs_is_shown_and_then_saved(desk, clerk, two, format):
    columns = ["path", "publisher", "language", "published"]
    preview = bring(
        desk, Document, columns, ["a.txt", "Ministry", "en", "2021-04-09"], ["b.txt", "", "en", ""], format=format
    )
    assert changes(preview) == [
        ("a.txt", "publisher", "", "Ministry"),
        ("a.txt", "published", "2021-04-08", "2021-04-09"),
    ]
    assert confirm(desk, Document, preview).status_code == 302
    made = Correction.objects.filter(reason="by table", author=clerk).order_by("field")
    assert [(row.field, row.before, row.value) for row in made] == [
        ("published", "2021-04-08", "2021-04-09"),
        ("publisher", "", "Ministry"),
    ]
    assert Document.objects.get(path="a.txt").publisher == "Ministry"


def test_meetings_and_persons_come_back(desk, told):
    preview = bring(desk, Meeting, ["key", "place", "place_country", "format"], ["a.txt#1", "Berlin", "DE", "call"])
    assert changes(preview) == [
        ("a.txt#1", "format", "Talks", "Telephone call"),
        ("a.txt#1", "place", "Astana", "Berlin"),
        ("a.txt#1", "place_country", "Kazakhstan", "Germany"),
    ]
    assert confirm(desk, Meeting, preview).status_code == 302
    meeting = Meeting.objects.get()
    assert (meeting.place, meeting.place_country_id, meeting.format) == ("Berlin", "DE", "call")
    preview = bring(desk, Person, ["slug", "wikidata"], ["ilse-brandt", "Q1234"])
    assert confirm(desk, Person, preview).status_code == 302
    assert Person.objects.get(slug="ilse-brandt").wikidata == "Q1234"


def test_empty_cells_and_rows_that_are_missing_blank_and_delete_nothing(desk, two):
    correct("document", "a.txt", "publisher", "Agency")
    preview = bring(desk, Document, ["path", "publisher", "title"], ["a.txt", "", " "])
    assert changes(preview) == []
    assert preview.context["proposal"].notes == ["Cells that are empty change nothing: 2 of them leave what is there."]
    assert Document.objects.count() == 2


@pytest.mark.parametrize(
    ("columns", "row", "error"),
    [
        (["path", "publisher"], ["no.txt", "X"], "Row 3: there is no “no.txt” among the documents."),
        (["path", "publisher"], ["", "X"], "Row 3: the path is missing."),
        (["path", "publisher"], ["a.txt", "X"], "Row 3: “a.txt” stands in row 2, too."),
        (["path", "published"], ["b.txt", "8.4.2021"], "Row 3, published: Write the date as 2021-04-08"),
        (["path", "language"], ["b.txt", "English"], "Row 3, language: Write it as en, ru or uz-Cyrl."),
        (["path", "country"], ["b.txt", "QQ"], "Row 3, country: Select a valid choice."),
        (["path", "source_url"], ["b.txt", "javascript:x"], "Row 3, source_url: Enter a valid URL."),
        (["path", "publisher"], ["b.txt", "x" * 301], "Row 3, publisher: Ensure this value has at most 300 characters"),
    ],
)
def test_a_row_that_cannot_be_is_told_by_its_number_and_nothing_is_saved(desk, two, columns, row, error):
    preview = bring(desk, Document, columns, ["a.txt", ""], row)
    assert [told for told in preview.context["proposal"].errors if told.startswith(error)]
    assert "Save" not in preview.content.decode()
    assert confirm(desk, Document, preview).status_code == 200
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        (["publisher"], "There is no column “path”: it tells which row is meant."),
        (["path", "colour"], "There is no column “colour” here; the columns are path, title, publisher, country,"),
    ],
)
def test_columns_that_cannot_be_are_told(desk, two, columns, error):
    [found] = bring(desk, Document, columns, ["a.txt"]).context["proposal"].errors
    assert found.startswith(error)


def test_what_follows_from_the_texts_is_not_changed_by_a_table(desk, told):
    preview = bring(desk, Person, ["slug", "country", "name"], ["ilse-brandt", "AT", "Ilse Brand"])
    assert (
        preview.context["proposal"].errors
        == [
            "Row 2, country: follows from the texts: it says “DE” and cannot be changed by a table.",
            "Row 2: “ilse-brandt” is not there any more.",
        ][:1]
    )


def test_a_file_that_is_no_table_is_told(desk, two, settings):
    file = SimpleUploadedFile("t.pdf", b"%PDF-")
    response = desk.post(where(Document, "table_import"), {"table": file})
    assert response.context["proposal"].errors == ["Only .csv, .xlsx and .ods are read; save the table as one of them."]
    assert desk.post(where(Document, "table_import")).context["form"].errors == {"table": ["This field is required."]}
    settings.MAX_UPLOAD_BYTES = 10
    refused = desk.post(where(Document, "table_import"), {"table": SimpleUploadedFile("t.csv", b"path\n" * 100)})
    assert "This is more than the 1e-05 MB that are taken at once." in refused.context["form"].errors["table"]


def test_what_changed_between_preview_and_confirmation_is_shown_again(desk, two):
    preview = bring(desk, Document, ["path", "publisher"], ["a.txt", "Ministry"])
    correct("document", "a.txt", "publisher", "Agency")
    again = confirm(desk, Document, preview)
    assert again.status_code == 200
    assert changes(again) == [("a.txt", "publisher", "Agency", "Ministry")]
    assert confirm(desk, Document, again).status_code == 302


@pytest.mark.parametrize("rows", ["x", "[1]", '[[2, "a.txt", 3]]', "{}", '[["x", "a.txt", {}]]', "null"])
def test_forged_rows_are_refused(desk, two, rows):
    response = desk.post(where(Document, "table_import"), {"rows": rows, "seal": "x"})
    assert response.status_code == 200
    assert response.context["proposal"].errors or not changes(response)


def test_forged_fields_are_refused(desk, two):
    rows = json.dumps([[2, "a.txt", {"added_at": "2020-01-01"}]])
    response = desk.post(where(Document, "table_import"), {"rows": rows})
    assert response.context["proposal"].errors == ["Row 2: “a.txt” is not there any more."]


def test_too_many_rows_are_refused(desk, two, monkeypatch):
    from meetings.admin import tables as of_admin

    monkeypatch.setattr(of_admin, "MOST_ALONE", 1)
    preview = bring(desk, Document, ["path", "publisher"], ["a.txt", "X"], ["b.txt", "X"])
    assert preview.context["proposal"].errors == ["2 rows differ and at most 1 can be changed at once; split it."]
    monkeypatch.setattr(of_admin, "MOST_ALONE", 100)
    monkeypatch.setattr(many, "MOST", 1)
    preview = bring(desk, Document, ["path", "language"], ["a.txt", "ru"], ["b.txt", "ru"])
    assert "These are 2 changes and at most 1" in preview.content.decode()
    assert confirm(desk, Document, preview).status_code == 200
    assert not Correction.objects.exists()


@pytest.mark.parametrize("model", [Document, Meeting, Person], ids=lambda model: model.__name__)
def test_going_out_takes_the_same_queries_for_few_rows_and_many(desk, model):
    counts = []
    for number in (1, 3):
        for i in range(number):
            store(f"{number}-{i}.txt", visit(), f"{TEXT} {number}{i}")
        with CaptureQueriesContext(connection) as queries:
            out(desk, model)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("rights", "goes_out", "comes_in"),
    [(("view_meeting",), 403, 403), (("view_document",), 200, 403), (("change_document",), 200, 200)],
)
def test_who_may(two, rights, goes_out, comes_in):
    client = staff(*rights)
    assert client.get(f"{where(Document)}?as=csv").status_code == goes_out
    assert client.get(where(Document, "table_import")).status_code == comes_in
    assert client.post(where(Document, "table_import"), {"rows": "[]"}).status_code == comes_in


def test_the_list_leads_to_its_tables(desk, two):
    page = desk.get(address("changelist", Document) + "?q=a.txt").content.decode()
    assert 'href="table/?as=csv&amp;q=a.txt"' in page
    assert desk.get(f"{where(Document)}?as=exe").status_code == 404
    assert desk.get(where(Document)).status_code == 404
