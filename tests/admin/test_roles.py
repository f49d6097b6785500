"""Who may do what, page by page. A new page, model or action of the admin fails here until the table speaks of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import reverse

from meetings import roles
from meetings.admin.many import microseconds
from meetings.corrections import correct
from meetings.models import Correction, Document, Doubt, Judgement, Meeting, Quote, Suggestion
from tests.addresses import addresses, everything
from tests.admin.desk import change
from tests.readings import reading, store, told_meeting

pytestmark = pytest.mark.django_db

ANYBODY, STAFF, EDITOR, CURATOR, ADMINISTRATOR, NOBODY = range(6)
"""The least role that may; `STAFF` has signed in and has no role, `NOBODY` is not even an administrator."""
WHO = {"anonymous": ANYBODY, "staff": STAFF, "editor": EDITOR, "curator": CURATOR, "administrator": ADMINISTRATOR}

MODELS = {
    # model: who may look, change, add, delete
    "auth.group": (ADMINISTRATOR, NOBODY, NOBODY, NOBODY),
    "auth.user": (ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, NOBODY),
    "axes.accessattempt": (ADMINISTRATOR, NOBODY, NOBODY, ADMINISTRATOR),
    "meetings.account": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.change": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.correction": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.country": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.document": (EDITOR, EDITOR, NOBODY, CURATOR),
    "meetings.documentversion": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.edition": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.import": (EDITOR, EDITOR, CURATOR, NOBODY),
    "meetings.judgement": (EDITOR, NOBODY, CURATOR, NOBODY),
    "meetings.meeting": (EDITOR, EDITOR, NOBODY, NOBODY),
    "meetings.mention": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.organization": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.person": (EDITOR, EDITOR, NOBODY, NOBODY),
    "meetings.personname": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.publisherterms": (EDITOR, CURATOR, CURATOR, CURATOR),
    "meetings.quote": (EDITOR, EDITOR, EDITOR, NOBODY),
    "meetings.reference": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.suggestion": (EDITOR, NOBODY, NOBODY, NOBODY),
    "meetings.takedown": (EDITOR, NOBODY, NOBODY, NOBODY),
}
PAGES = {
    # page: who may look, and who may send something there
    "admin:index": (STAFF, STAFF),
    "admin:password_change": (STAFF, STAFF),
    "admin:password_change_done": (STAFF, NOBODY),
    "admin:autocomplete": (EDITOR, NOBODY),
    "admin:jsi18n": (STAFF, NOBODY),
    "admin:view_on_site": (STAFF, STAFF),
    "admin:app_list auth": (ADMINISTRATOR, ADMINISTRATOR),
    "admin:app_list axes": (ADMINISTRATOR, ADMINISTRATOR),
    "admin:app_list meetings": (EDITOR, EDITOR),
    "admin:auth_user_password_change": (ADMINISTRATOR, ADMINISTRATOR),
    "admin:meetings_document_table": (EDITOR, EDITOR),
    "admin:meetings_document_together": (EDITOR, EDITOR),
    "admin:meetings_meeting_together": (EDITOR, EDITOR),
    "admin:meetings_person_together": (EDITOR, EDITOR),
    "admin:meetings_document_table_import": (EDITOR, EDITOR),
    "admin:meetings_import_decide": (NOBODY, CURATOR),
    "admin:meetings_document_readings": (EDITOR, EDITOR),
    "admin:meetings_meeting_readings": (EDITOR, EDITOR),
    "admin:meetings_person_readings": (EDITOR, EDITOR),
    "admin:meetings_quote_readings": (EDITOR, EDITOR),
    "admin:meetings_meeting_table": (EDITOR, EDITOR),
    "admin:meetings_meeting_table_import": (EDITOR, EDITOR),
    "admin:meetings_person_table": (EDITOR, EDITOR),
    "admin:meetings_person_table_import": (EDITOR, EDITOR),
    "admin:meetings_meeting_split": (CURATOR, CURATOR),
    "admin:meetings_person_split": (CURATOR, CURATOR),
    "admin:meetings_takedown_withhold": (CURATOR, CURATOR),
    "admin:meetings_takedown_withdraw": (NOBODY, CURATOR),
    "review:queue": (EDITOR, NOBODY),
    "review:item": (EDITOR, CURATOR),
    "review:dismiss": (NOBODY, EDITOR),
    "review:document": (EDITOR, EDITOR),
    "review:speaker": (EDITOR, EDITOR),
}
for label, (look, alter, add, delete) in MODELS.items():
    stem = f"admin:{label.replace('.', '_')}"
    PAGES[f"{stem}_changelist"] = PAGES[f"{stem}_history"] = (look, look)
    PAGES[f"{stem}_change"] = (look, alter)
    PAGES[f"{stem}_add"], PAGES[f"{stem}_delete"] = (add, add), (delete, delete)
ACTIONS = {
    "meetings.correction": {"withdraw": EDITOR},
    "meetings.document": {"set_values": EDITOR, "withhold": CURATOR},
    "meetings.judgement": {"withdraw": CURATOR},
    "meetings.meeting": {"set_values": EDITOR, "same": CURATOR, "different": CURATOR, "unsure": CURATOR},
    "meetings.person": {"same": CURATOR, "different": CURATOR, "unsure": CURATOR, "withhold": CURATOR},
    "meetings.quote": {"withhold": CURATOR},
    "meetings.takedown": {"withdraw": CURATOR},
}
NO = ("door", 403, 404, 405)
DOORS = {"admin:login", "admin:logout"}
"""Signing in and out is open to all."""
UNNAMED = {"<path:object_id>/", "(?P<url>.*)$"}
"""The one leads on to the page of change, the other answers all else: 404, or the door."""


@pytest.fixture
def everywhere(rows) -> None:
    """Something on each page: a row of each model, a pair in the review queue, a log-in that failed."""
    store("c.txt", reading(told_meeting(("Ilse Brandt", "Envoy", "AT"), date="2019-01-01")), "Ilse Brandt of Austria.")
    correct("document", "a.txt", "title", "A visit")
    correct("person", "ilse-brandt", "wikidata", "Q1")
    User.objects.create_user("newcomer", password="a long pass phrase")
    Client().post(reverse("admin:login"), {"username": "clerk", "password": "guessed"})


def account(role: str) -> User:
    user, new = User.objects.get_or_create(username=f"a-{role}", is_staff=True)
    if new:
        user.set_password("a long pass phrase")
        user.save()
        user.groups.set(Group.objects.filter(name=role.capitalize()))
    return user


def browser(role: str) -> Client:
    client = Client()
    if role != "anonymous":
        client.force_login(account(role))
    return client


def path_of(page: str) -> str:
    """An address of the page that leads to a row there is."""
    name, _space, app = page.partition(" ")
    if name in SAMPLES:
        return SAMPLES[name]()
    if name.endswith("_together"):
        made = Correction.objects.filter(kind=name.split("_")[1]).first()
        return reverse(name, args=[microseconds(made.at)])
    if name.endswith("_table"):
        return f"{reverse(name)}?as=csv"
    if app:
        return reverse(name, args=[app])
    return reverse(name, args=[row.pk] if (row := row_on(name)) else [])


def row_on(name: str) -> Model | None:
    """A row of the model that the page is of, where it is of one."""
    for label in MODELS:
        page = name.removeprefix(f"admin:{label.replace('.', '_')}_")
        if page != name and page not in ("changelist", "add", "table_import"):
            rows = apps.get_model(label).objects.order_by("pk")
            return rows.get(username="newcomer") if label == "auth.user" else rows.first()
    return None


def place_of_a_meeting() -> str:
    row = Meeting.objects.first()
    return reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(row).pk, row.pk])


SAMPLES = {
    "admin:view_on_site": place_of_a_meeting,
    "admin:autocomplete": lambda: (
        f"{reverse('admin:autocomplete')}?app_label=meetings&model_name=participant&field_name=person&term=a"
    ),
    "admin:meetings_takedown_withhold": lambda: (
        f"{reverse('admin:meetings_takedown_withhold', args=['quote'])}?id={Quote.objects.first().pk}"
    ),
    "review:dismiss": lambda: reverse("review:dismiss", args=[Suggestion.objects.first().pk]),
    "review:document": lambda: reverse("review:document", args=[Document.objects.first().pk]),
    "review:speaker": lambda: reverse("review:speaker", args=[Quote.objects.first().pk]),
    "review:item": lambda: reverse("review:item", args=[Doubt.objects.filter(kind="persons").first().pk]),
}


def answer(response) -> int | str:
    """The status, or that one is led to the door."""
    to_the_door = response.status_code == 302 and response.url.startswith(reverse("admin:login"))
    return "door" if to_the_door else response.status_code


def answers(client: Client, chosen: Callable[[int], bool]) -> dict[str, int | str]:
    """What the pages answer to something sent, of those whose least role for it is chosen."""
    pages = [page for page, (_look, least) in PAGES.items() if chosen(least)]
    return {page: answer(client.post(path_of(page), {"post": "yes"})) for page in pages}


def test_every_page_of_the_admin_is_in_the_table():
    found = [one for one in addresses() if one.route.startswith("admin/")]
    assert {one.name for one in found if one.name} == {page.partition(" ")[0] for page in PAGES} | DOORS
    unnamed = {one.route for one in found if not one.name}
    assert {route for route in unnamed if not route.endswith(tuple(UNNAMED))} == set()


def test_every_model_and_action_of_the_admin_is_in_the_table(clerk):
    request = RequestFactory().get("/")
    request.user = clerk
    desks = {model._meta.label_lower: desk for model, desk in admin.site._registry.items()}
    assert set(desks) == set(MODELS)
    found = {label: set(desk.get_actions(request)) for label, desk in desks.items()}
    assert {label: some for label, some in found.items() if some} == {label: set(one) for label, one in ACTIONS.items()}


@pytest.mark.parametrize("role", WHO)
def test_who_may_look(everywhere, role):
    client = browser(role)
    wrong = {
        page: code
        for page, (least, _write) in PAGES.items()
        if ((code := answer(client.get(path_of(page)))) in NO) == (least <= WHO[role])
    }
    assert wrong == {}


@pytest.mark.parametrize("role", WHO)
def test_who_may_write(everywhere, role):
    client = browser(role)
    before = everything()
    wrong = {page: code for page, code in answers(client, lambda least: least > WHO[role]).items() if code not in NO}
    assert (wrong, everything()) == ({}, before)
    wrong = {page: code for page, code in answers(client, lambda least: least <= WHO[role]).items() if code in NO}
    assert wrong == {}


@pytest.mark.parametrize("role", ["anonymous", "staff", "editor"])
def test_other_methods_write_nothing(everywhere, role):
    client = browser(role)
    before = everything()
    for method in (client.put, client.patch, client.delete):
        for page in PAGES:
            method(path_of(page))
    assert everything() == before


@pytest.mark.parametrize("role", WHO)
def test_who_is_offered_which_action(everywhere, role):
    request = RequestFactory().get("/")
    request.user = account(role) if role != "anonymous" else AnonymousUser()
    for model, desk in admin.site._registry.items():
        table = ACTIONS.get(model._meta.label_lower, {})
        assert set(desk.get_actions(request)) == {name for name, least in table.items() if least <= WHO[role]}


@pytest.mark.parametrize("role", ["anonymous", "staff", "editor"])
def test_an_action_that_one_may_not_do_does_nothing(everywhere, role):
    client = browser(role)
    before = everything()
    for label, actions in ACTIONS.items():
        chosen = [str(pk) for pk in apps.get_model(label).objects.values_list("pk", flat=True)]
        path = path_of(f"admin:{label.replace('.', '_')}_changelist")
        for name in [name for name, least in actions.items() if least > WHO[role]]:
            data = {"action": name, "_selected_action": chosen, "confirmed": "yes", "post": "yes"}
            client.post(f"{path}?shown=all", data)
    assert everything() == before


def test_an_editor_corrects_and_withdraws(everywhere):
    client, meeting = browser("editor"), Meeting.objects.get(key="a.txt#1")
    change(client, meeting, place="Aktau")
    assert Meeting.objects.get(pk=meeting.pk).place == "Aktau"
    made = Correction.objects.standing().get(field="place")
    page = path_of("admin:meetings_correction_changelist")
    client.post(page, {"action": "withdraw", "_selected_action": [str(made.pk)]})
    assert not Correction.objects.standing().filter(field="place").exists()


def test_an_editor_does_not_undo_a_split(everywhere):
    made = correct("person", "ilse-brandt", "names/AT/Ilse Brandt", {"person": "askar-meder", "from": []})
    page = path_of("admin:meetings_correction_changelist")
    data = {"action": "withdraw", "_selected_action": [str(made.pk)]}
    response = browser("editor").post(page, data, follow=True)
    assert Correction.objects.standing().filter(pk=made.pk).exists()
    assert "A split can be withdrawn only by those who may split" in response.content.decode()
    browser("curator").post(page, data)
    assert not Correction.objects.standing().filter(pk=made.pk).exists()


def test_a_curator_judges_and_an_editor_does_not(everywhere):
    doubt = Doubt.objects.filter(kind="persons").first()
    path = reverse("review:item", args=[doubt.pk])
    seen = browser("editor").get(path).context["seen"]
    assert browser("curator").post(path, {"decision": "unsure", "seen": seen}).status_code == 302
    assert Judgement.objects.filter(verdict="unsure").exists()


def test_groups_are_what_the_table_says_after_each_migrate(db):
    Group.objects.get(name=roles.EDITOR).permissions.set(Permission.objects.all())
    Group.objects.get(name=roles.CURATOR).delete()
    call_command("migrate", verbosity=0)
    editor = set(Group.objects.get(name=roles.EDITOR).permissions.values_list("codename", flat=True))
    assert {"view_meeting", "change_meeting", "change_quote", "change_correction"} <= editor
    assert not {name for name in editor if name.startswith(("add_", "delete_"))} | (editor & {"change_judgement"})
    curator = Group.objects.get(name=roles.CURATOR).permissions
    assert set(curator.values_list("content_type__app_label", flat=True)) == {"meetings"}
    assert curator.filter(codename="add_judgement").exists()


def test_a_role_that_names_no_permission_is_told(db, monkeypatch):
    monkeypatch.setitem(roles.ROLES, roles.EDITOR, ("meetings.change_metting",))
    with pytest.raises(LookupError, match=r"There is no permission meetings\.change_metting\."):
        roles.sync(connection.alias)


def accounts_page(client: Client, user, **changes):
    path = reverse("admin:auth_user_change", args=[user.pk])
    data = {"username": user.username, "is_active": "on", **changes}
    return client.post(path, data)


def test_an_administrator_gives_a_role_and_with_it_the_way_in(db):
    newcomer = User.objects.create_user("newcomer", password="a long pass phrase")
    editor = Group.objects.get(name=roles.EDITOR)
    client = browser("administrator")
    assert accounts_page(client, newcomer, groups=str(editor.pk)).status_code == 302
    newcomer.refresh_from_db()
    assert (newcomer.is_staff, [group.name for group in newcomer.groups.all()]) == (True, ["Editor"])
    assert accounts_page(client, newcomer).status_code == 302
    newcomer.refresh_from_db()
    assert not newcomer.is_staff


def test_an_administrator_makes_no_superuser_and_touches_none(clerk):
    client = browser("administrator")
    newcomer = User.objects.create_user("newcomer", password="a long pass phrase")
    rights = [str(pk) for pk in Permission.objects.values_list("pk", flat=True)[:3]]
    accounts_page(client, newcomer, is_superuser="on", is_staff="on", user_permissions=rights)
    newcomer.refresh_from_db()
    assert (newcomer.is_superuser, newcomer.is_staff, newcomer.user_permissions.count()) == (False, False, 0)
    assert accounts_page(client, clerk, first_name="Forged").status_code == 403
    word = {"password1": "another long phrase", "password2": "another long phrase"}
    assert client.post(reverse("admin:auth_user_password_change", args=[clerk.pk]), word).status_code == 403
    clerk.refresh_from_db()
    assert clerk.check_password("a long pass phrase")


def test_nobody_takes_their_own_role_away(db):
    client = browser("administrator")
    own = User.objects.get(username="a-administrator")
    path = reverse("admin:auth_user_change", args=[own.pk])
    assert client.post(path, {"username": own.username, "first_name": "Ada"}).status_code == 302
    own.refresh_from_db()
    assert (own.first_name, own.is_active, own.groups.get().name) == ("Ada", True, roles.ADMINISTRATOR)


def test_a_closed_account_is_out_at_once(db):
    client = browser("editor")
    assert client.get("/admin/").status_code == 200
    User.objects.filter(username="a-editor").update(is_active=False)
    assert client.get("/admin/").status_code == 302


def test_everybody_on_the_staff_may_change_their_password(db):
    client = browser("editor")
    words = {"old_password": "a long pass phrase", "new_password1": "short", "new_password2": "short"}
    assert "at least 12 characters" in client.post(reverse("admin:password_change"), words).content.decode()
    words |= {"new_password1": "nine wet cats on a roof", "new_password2": "nine wet cats on a roof"}
    assert client.post(reverse("admin:password_change"), words).status_code == 302
    assert User.objects.get(username="a-editor").check_password("nine wet cats on a roof")
    assert client.get("/admin/").status_code == 200
