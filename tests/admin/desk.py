"""The correction desk as a person uses it: a page is opened, fields are changed, what the page holds is sent."""

from __future__ import annotations

from html.parser import HTMLParser

from django.db.models import Model
from django.test import Client
from django.urls import reverse


class Fields(HTMLParser):
    """What a browser would send of the page's main form, untouched."""

    def __init__(self, html: str, form: str) -> None:
        super().__init__()
        self.form, self.inside = form, False
        self.data: dict[str, str] = {}
        self.area = self.select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("name", "")
        if tag == "form":
            self.inside = values.get("id") == self.form
        elif not self.inside:
            return
        elif tag == "input" and name and values.get("type") not in ("submit", "button"):
            if values.get("type") != "checkbox" or "checked" in values:
                self.data[name] = values.get("value", "on" if values.get("type") == "checkbox" else "")
        elif tag == "textarea":
            self.area, self.data[name] = name, ""
        elif tag == "select":
            self.select, self.data[name] = name, ""
        elif tag == "option" and self.select and "selected" in values:
            self.data[self.select] = values.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.data[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.data[self.area] = self.data[self.area].removeprefix("\n").replace("\n", "\r\n")
            self.area = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.inside = False


def address(page: str, model: type[Model] | Model, *args: object) -> str:
    return reverse(f"admin:meetings_{model._meta.model_name}_{page}", args=args)


def opened(client: Client, row: Model) -> dict[str, str]:
    """The change page of a row, as the fields that it would send."""
    response = client.get(address("change", row, row.pk))
    assert response.status_code == 200, response.status_code
    return Fields(response.content.decode(), f"{row._meta.model_name}_form").data


def send(client: Client, row: Model, data: dict[str, str], **changes: str | None) -> list[str]:
    """Save the change page with these fields changed (None: a box no longer ticked); returns the errors shown."""
    filled = {name: value for name, value in {**data, **changes}.items() if value is not None}
    unknown = [name for name in changes if name not in data and not name.endswith(("DELETE", "reviewed", "remove"))]
    assert not unknown, f"no such field on the page: {unknown}; there are {sorted(data)}"
    response = client.post(address("change", row, row.pk), filled)
    return errors(response)


def change(client: Client, row: Model, **changes: str | None) -> None:
    """Open the page, change these fields, save: nothing is objected to."""
    assert send(client, row, opened(client, row), **changes) == []


def refused(client: Client, row: Model, **changes: str | None) -> list[str]:
    """The same where something is."""
    found = send(client, row, opened(client, row), **changes)
    assert found
    return found


def errors(response) -> list[str]:
    if response.status_code == 302:
        return []
    assert response.status_code == 200, response.status_code
    return [str(error) for error in response.context["errors"]]


def row_of(data: dict[str, str], prefix: str, pk: int) -> str:
    """The prefix of the inline row of that id."""
    return next(
        name
        for name, value in data.items()
        if name.startswith(f"{prefix}-") and name.endswith("-id") and value == str(pk)
    )[:-3]


def added_row(data: dict[str, str], prefix: str) -> str:
    """One more inline row, as the page's script makes it from the empty one; returns its prefix."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
    for name in [name for name in data if f"{prefix}-__prefix__-" in name]:
        data[name.replace("__prefix__", str(number))] = data[name]
    return f"{prefix}-{number}"
