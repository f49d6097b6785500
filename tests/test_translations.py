"""The sentences of the interface in each of its languages: all there, none stale, and the compiled files of today."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command

from tests.conftest import ROOT

LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|</?\w+[^>]*>")


def catalog(language: str, folder: Path = ROOT) -> Catalog:
    file = folder / "meetings" / "locale" / language / "LC_MESSAGES" / "django.po"
    return read_po(io.BytesIO(file.read_bytes()), locale=language)


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """A sentence in its plural forms; most have one."""
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    missing = [message.id for message in catalog(language) if message.id and not all(forms(message.string))]
    assert not missing
    assert not [message.id for message in catalog(language) if message.id and message.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_holes_and_the_marks_of_its_sentence(language: str) -> None:
    wrong = [
        (message.id, form)
        for message in catalog(language)
        if message.id
        for form in forms(message.string)
        if not set(HOLE.findall(form)) <= set(HOLE.findall(" ".join(forms(message.id))))
        or not set(HOLE.findall(forms(message.id)[0])) <= set(HOLE.findall(form)) | {"%(number)s"}
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_the_same(language: str) -> None:
    compiled = read_mo(io.BytesIO((ROOT / f"meetings/locale/{language}/LC_MESSAGES/django.mo").read_bytes()))
    assert sentences(compiled) == sentences(catalog(language))


def sentences(catalog: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(forms(message.id)): tuple(forms(message.string)) for message in catalog if message.id}


def test_no_sentence_is_left_out_and_none_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("xgettext"):
        pytest.skip("no xgettext (Debian: apt install gettext)")
    for folder in ("meetings", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "lexicon"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [tmp_path / "meetings" / "locale"])
    call_command("makemessages", locale=LANGUAGES, no_location=True, no_obsolete=True, verbosity=0)
    for language in LANGUAGES:
        now = {message.id for message in catalog(language, tmp_path)}
        assert now == {message.id for message in catalog(language)}, "run: make messages"
