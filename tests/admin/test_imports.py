"""Texts are handed over, looked at, and kept or discarded; who may, and what hostile hands may not."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.importing import background, working
from meetings.importing.working import leave
from meetings.models import Document, Import, Meeting
from tests.admin.desk import address
from tests.admin.test_care import staff

pytestmark = pytest.mark.django_db

VISIT = """Askar Meder receives Ilse Brandt

Vellin, 8 April 2021

President of Kazakhstan Askar Meder received Foreign Minister of Germany Ilse Brandt in Astana.

“We are old friends, and we shall remain so,” said Askar Meder.
"""


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def archive(*files: tuple[str, str]) -> SimpleUploadedFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files:
            packed.writestr(name, content)
    return file("all.zip", out.getvalue())


def upload(client: Client, *files: SimpleUploadedFile, **fields: str) -> Import:
    """Hand over; nothing is objected to."""
    response = client.post(address("add", Import), {"texts": list(files), **fields})
    assert response.status_code == 302, response.context["form"].errors
    return Import.objects.latest("id")


def refused(client: Client, *files: SimpleUploadedFile, **fields: str) -> dict[str, list[str]]:
    response = client.post(address("add", Import), {"texts": list(files), **fields})
    assert response.status_code == 200
    assert not Import.objects.exists()
    return dict(response.context["form"].errors)


def page(client: Client, batch: Import, query: str = "") -> str:
    response = client.get(address("change", batch, batch.pk) + query)
    assert response.status_code == 200
    return response.content.decode()


def decide(client: Client, batch: Import, act: str) -> list[str]:
    """Press a button; returns what the page then says on top."""
    response = client.post(reverse("admin:meetings_import_decide", args=[batch.pk]), {"act": act}, follow=True)
    assert response.status_code == 200
    batch.refresh_from_db()
    return [str(message) for message in response.context["messages"]]


def statuses(batch: Import) -> dict[str, str]:
    return dict(batch.files.values_list("path", "status"))


def test_files_are_read_shown_and_kept(desk, clerk):
    batch = upload(desk, file("a.txt", VISIT), file("b.txt", ""), publisher="Ministry", folder="vellania")
    assert (batch.author, batch.origin, batch.what) == (clerk, "upload", "a.txt\nb.txt")
    assert batch.hints == {"publisher": "Ministry"}
    shown = page(desk, batch)
    for words in (
        "Read: keep it or discard it",
        "2021-04-08",
        "Askar Meder",
        "Ilse Brandt",
        "Astana",
        "We are old friends",
    ):
        assert words in shown
    assert "is empty; remove it, or put the text into it" in shown
    assert not Document.objects.exists()
    decide(desk, batch, "keep")
    document = Document.objects.get()
    assert (document.path, document.publisher) == ("vellania/a.txt", "Ministry")
    shown = page(desk, batch)
    assert "<strong>Kept</strong>" in shown
    assert address("change", document, document.pk) in shown


def test_each_way_a_file_can_go_is_told_apart(desk):
    batch = upload(desk, archive(("2021/a.txt", VISIT), ("b.txt", VISIT + "More.")))
    decide(desk, batch, "keep")
    batch = upload(
        desk,
        archive(("2021/a.txt", VISIT), ("b.txt", VISIT + "Changed."), ("c.txt", VISIT + "New."), ("d.txt", VISIT)),
        file("e.txt", b"\x7fELF\0\0"),
        file("f.docx", "x"),
    )
    assert statuses(batch) == {
        "2021/a.txt": "unchanged",
        "b.txt": "changed",
        "c.txt": "new",
        "d.txt": "same text",
        "e.txt": "error",
        "f.docx": "ignored",
    }
    shown = page(desk, batch)
    for word in ("Unchanged", "Changed", "New", "Copy", "Cannot be read", "Not read"):
        assert f'<span class="import-status">{word}</span>' in shown
    assert [
        row["file"].path for row in desk.get(address("change", batch, batch.pk) + "?status=error").context["files"]
    ] == ["e.txt"]


def test_what_is_discarded_is_not_kept(desk):
    batch = upload(desk, file("a.txt", VISIT))
    assert decide(desk, batch, "discard") == ["Discarded: nothing of it was kept that was not kept before."]
    assert decide(desk, batch, "keep") == ["This changed meanwhile. Look again."]
    assert not Document.objects.exists()
    assert "<strong>Discarded</strong>" in page(desk, batch)


def test_what_is_still_being_worked_on_is_not_discarded(desk):
    batch = upload(desk, file("a.txt", VISIT))
    Import.objects.filter(pk=batch.pk).update(state="stopped", runner="somebody", sign_at=timezone.now())
    said = ["The last files are still being worked on. Discard the rest in a moment."]
    assert decide(desk, batch, "discard") == said
    assert batch.files.filter(raw__isnull=False).exists()
    leave(Import.objects.get(pk=batch.pk))
    assert decide(desk, batch, "discard") == ["Discarded: nothing of it was kept that was not kept before."]


def test_a_pasted_text_has_a_name(desk):
    assert refused(desk, text=VISIT) == {"name": ["Give the pasted text a name."]}
    batch = upload(desk, text=VISIT.replace("\n", "\r\n"), name="ministry-2021")
    assert statuses(batch) == {"ministry-2021.txt": "new"}
    assert bytes(batch.files.get().raw or b"") == VISIT.encode()


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({}, {"__all__": ["Choose files, or paste a text."]}),
        ({"language": "English"}, {"language": ["'English' is no language tag; write it as en, ru or uz-Cyrl."]}),
        (
            {"published": "8.4.2021"},
            {"published": ["'8.4.2021' is no date; write it as 2021-04-08, 2021-04, 2021 or XXXX-04-08."]},
        ),
        (
            {"source_url": "javascript:alert(1)"},
            {"source_url": ["'javascript:alert(1)' is no web address; write it as https://example.org/news/1."]},
        ),
        ({"publisher": "x" * 301}, {"publisher": ["Is 301 characters long; at most 300 can be kept."]}),
        ({"folder": "../etc"}, {"folder": ["Write a folder as ministry/2021, without “..”."]}),
    ],
)
def test_what_cannot_be_is_refused_at_the_form(desk, fields, errors):
    files = [file("a.txt", VISIT)] if fields else []
    assert refused(desk, *files, **fields) == errors


def test_an_upload_that_is_too_large_is_refused_and_not_kept_meanwhile(desk, settings):
    settings.MAX_UPLOAD_BYTES = 2000
    found = refused(desk, file("a.txt", "x" * 3000))
    assert found == {"__all__": ["This is more than the 0.002 MB that are taken at once. Upload it in parts."]}
    assert upload(desk, file("a.txt", VISIT)).total == 1


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("\ufeff" + VISIT, "utf-8"),
        ("\ufeff" + VISIT, "utf-16-le"),
        ("Встреча министров в Астане прошла в четверг.", "cp1251"),
        ("Встреча министров в Астане прошла в четверг, сообщает агентство.", "koi8-r"),
    ],
)
def test_texts_in_other_encodings_are_read(desk, raw, encoding):
    batch = upload(desk, file("a.txt", raw.encode(encoding)))
    decide(desk, batch, "keep")
    assert Document.objects.get().version.text == raw


def test_names_and_words_of_texts_are_shown_as_words(desk):
    name = "<script>alert(1)<\u2215script>.txt"
    batch = upload(desk, file(name, VISIT.replace("Astana", "<b>Astana</b>")), publisher="<img src=x>")
    shown = page(desk, batch)
    assert "<script>alert" not in shown
    assert "<img src=x>" not in shown
    assert "<b>" not in shown


def test_a_large_upload_is_left_to_a_process_and_its_page_tells_how_far_it_is(desk, started, monkeypatch):
    monkeypatch.setattr(background, "AT_ONCE", 1)
    monkeypatch.setattr(working, "TOGETHER", 1)
    batch = upload(desk, file("a.txt", VISIT), file("b.txt", VISIT + "Two."))
    assert started == ["started"]
    shown = page(desk, batch)
    assert "Waits its turn to be read" in shown
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in shown
    assert '<progress id="import-bar" value="0" max="2">' in shown
    mine = working.claim()
    files = working.progress(mine)
    next(files)
    working.mine(mine)
    shown = page(desk, batch)
    assert "Being read" in shown
    assert '<progress id="import-bar" value="1" max="2">' in shown
    assert "files a second, about 0 s left" in shown or "files a second, about 1 s left" in shown
    assert decide(desk, batch, "stop") == []
    assert batch.state == "stopped"
    assert "http-equiv" not in page(desk, batch)
    assert not working.mine(mine)
    decide(desk, batch, "continue")
    call_command("work_imports")
    assert "Read: keep it or discard it" in page(desk, batch)


def test_when_the_work_ends_the_buttons_of_before_do_nothing(desk):
    batch = upload(desk, file("a.txt", VISIT))
    for act in ("stop", "continue", "", "nonsense"):
        assert decide(desk, batch, act) == ["This changed meanwhile. Look again."]
    assert batch.is_read
    decide(desk, batch, "keep")
    assert decide(desk, batch, "keep") == ["This changed meanwhile. Look again."]


def test_where_nothing_can_be_read_nothing_can_be_kept(desk):
    batch = upload(desk, file("a.txt", ""))
    assert 'value="keep"' not in page(desk, batch)
    assert decide(desk, batch, "keep") == ["This changed meanwhile. Look again."]


def test_imports_are_listed_with_their_results(desk, django_assert_num_queries, tmp_path):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    upload(desk, file("a.txt", VISIT), file("b.txt", ""))
    with CaptureQueriesContext(connection) as one:
        assert "1 new, 1 cannot be read" in desk.get(address("changelist", Import)).content.decode()
    (tmp_path / "c.txt").write_text(VISIT)
    call_command("import_records", str(tmp_path), verbosity=0)
    upload(desk, file("d.txt", VISIT))
    with CaptureQueriesContext(connection) as three:
        shown = desk.get(address("changelist", Import)).content.decode()
    assert len(three) == len(one)
    assert "Command" in shown
    assert "1 copy" in shown


def test_an_import_of_the_command_is_shown_and_has_no_buttons(desk, tmp_path):
    (tmp_path / "c.txt").write_text(VISIT)
    call_command("import_records", str(tmp_path), verbosity=0)
    batch = Import.objects.get()
    shown = page(desk, batch)
    assert "from the command line" in shown
    assert address("change", Document, Document.objects.get().pk) in shown
    assert 'name="act"' not in shown
    assert desk.post(reverse("admin:meetings_import_decide", args=[batch.pk]), {"act": "keep"}).status_code == 302
    batch.refresh_from_db()
    assert batch.state == "done"


def test_the_page_of_an_import_needs_the_same_queries_for_few_and_many(desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    numbers = []
    for count in (1, 3):
        batch = upload(desk, *(file(f"{number}.txt", f"{VISIT} {number} of {count}") for number in range(count)))
        with CaptureQueriesContext(connection) as queries:
            page(desk, batch)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize(
    ("rights", "seen", "added"),
    [((), 403, 403), (("view_import",), 200, 403), (("add_import",), 200, 200), (("change_document",), 403, 403)],
)
def test_who_may_do_what(desk, rights: tuple[str, ...], seen: int, added: int):
    batch = upload(desk, file("a.txt", VISIT))
    client = staff(*rights)
    assert client.get(address("changelist", Import)).status_code == seen
    assert client.get(address("change", batch, batch.pk)).status_code == seen
    assert client.get(address("add", Import)).status_code == added
    decided = client.post(reverse("admin:meetings_import_decide", args=[batch.pk]), {"act": "keep"})
    assert decided.status_code == (302 if added == 200 else 403)
    assert Meeting.objects.exists() == (added == 200)
    if seen == 200:
        assert 'value="keep"' not in page(client, batch)


def test_strangers_are_sent_to_sign_in(client):
    for where in (address("add", Import), reverse("admin:meetings_import_decide", args=[1])):
        assert client.post(where, {"texts": [file("a.txt", VISIT)]}).status_code == 302
    assert not Import.objects.exists()


def test_a_decision_is_never_made_by_a_link(desk):
    batch = upload(desk, file("a.txt", VISIT))
    assert desk.get(reverse("admin:meetings_import_decide", args=[batch.pk]), {"act": "keep"}).status_code == 405


def test_more_files_than_django_takes_by_default(desk):
    batch = upload(desk, *(file(f"{number}.png", "x") for number in range(150)))
    assert statuses(batch) == {"150 files": "ignored"}
