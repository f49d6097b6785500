"""The admin works under the site's content security policy."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect


@pytest.fixture
def staff(transactional_db):
    return get_user_model().objects.create_superuser("clerk", password="a long pass phrase")


@pytest.mark.usefixtures("staff", "viewport")
def test_sign_in_and_change_a_user(page: Page):
    page.goto("/admin/")
    page.get_by_label("Username").fill("clerk")
    page.get_by_label("Password").fill("a long pass phrase")
    page.get_by_role("button", name="Log in").click()
    page.goto("/admin/auth/user/")
    page.get_by_role("link", name="clerk").click()
    page.get_by_label("First name").fill("Clara")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()


def test_policy_is_sent_and_has_no_exceptions(page: Page):
    response = page.goto("/admin/login/")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
