"""The table of states: every code is one, every form is clean and stands for one state only."""

from __future__ import annotations

import csv
import unicodedata
from itertools import groupby

import pytest

from meetings.extraction.lexicon import COUNTRIES

ISO_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
NOT_IN_UN = """
AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF
PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI WF YT
"""
ISO = set(ISO_CODES.split())
UN = ISO - set(NOT_IN_UN.split())
OTHERS = {"XK", "CS", "DD", "SU", "YU"}  # Kosovo, and vanished states: see SOURCES.md
REGIONS = {"Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania"}
KINDS = {"region", "name", "long", "adjective", "demonym", "capital", "city"}
MAIN = ["ar", "az", "de", "en", "es", "fr", "kk", "ky", "ru", "tg", "tk", "tr", "uk", "uz-Cyrl", "uz-Latn", "zh-Hans"]
MAIN += ["zh-Hant"]
LANGUAGES = {"", *MAIN, "be", "it", "pl", "pt", "sr-Cyrl", "sr-Latn"}

# The two states of the Congo share their adjective in nearly every language; in English so do Dominica and the
# Dominican Republic; Granada is in Spanish both a town of Spain and the state Grenada.
SHARED = {
    ("ar", "كونغولي"), ("ar", "كونغولية"),
    ("de", "kongolese"), ("de", "kongolesen"), ("de", "kongolesisch"),
    ("en", "congolese"), ("en", "dominican"), ("en", "dominicans"),
    ("es", "congoleña"), ("es", "congoleñas"), ("es", "congoleño"), ("es", "congoleños"), ("es", "granada"),
    ("fr", "congolais"), ("fr", "congolaise"), ("fr", "congolaises"),
    ("ru", "конголезец"), ("ru", "конголезский"), ("ru", "конголезцы"),
    ("uk", "конголезький"),
}  # fmt: skip


@pytest.fixture(scope="module")
def lines() -> list[list[str]]:
    with COUNTRIES.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


@pytest.fixture(scope="module")
def rows(lines) -> list[tuple[str, ...]]:
    return [tuple(line) for line in lines[1:]]


def codes_with(rows, language: str, kind: str) -> set[str]:
    return {row[0] for row in rows if row[1:3] == (language, kind)}


def test_header(lines):
    assert lines[0] == ["code", "language", "kind", "form"]
    assert {len(line) for line in lines} == {4}


def test_rows_are_sorted_and_unique(rows):
    assert [row[:3] for row in rows] == sorted(row[:3] for row in rows)
    assert len(set(rows)) == len(rows)


def test_vocabulary(rows):
    assert (len(ISO), len(UN)) == (249, 193)
    assert {row[0] for row in rows} == ISO | OTHERS
    assert {row[1] for row in rows} == LANGUAGES
    assert {row[2] for row in rows} == KINDS


def test_each_code_has_one_region_and_an_english_name(rows):
    regions = [row for row in rows if row[2] == "region"]
    assert [row[0] for row in regions] == sorted(ISO | OTHERS)
    assert {row[1] for row in regions} == {""}
    assert {row[3] for row in regions} == REGIONS
    assert codes_with(rows, "en", "name") == ISO | OTHERS


def test_forms_are_clean(rows):
    unclean = [
        row
        for row in rows
        if not row[3]
        or row[3] != " ".join(row[3].split())
        or unicodedata.normalize("NFC", row[3]) != row[3]
        or any(c in row[3] for c in "'`´‘|;~")
    ]
    assert unclean == []


def test_scripts_are_not_mixed(rows):
    """A Latin letter in a Cyrillic word looks right and is never found."""
    mixed = []
    for row in rows:
        for word in row[3].replace("-", " ").split():
            scripts = {unicodedata.name(c).split()[0] for c in word if c.isalpha()} - {"MODIFIER"}
            if len(scripts) > 1:
                mixed.append(row)
    assert mixed == []


def test_a_form_stands_for_one_state(rows):
    found: dict[tuple[str, str], set[str]] = {}
    for code, language, kind, form in rows:
        if kind != "region":
            found.setdefault((language, form.casefold()), set()).add(code)
    assert {key for key, codes in found.items() if len(codes) > 1} == SHARED


@pytest.mark.parametrize("kind", ["name", "long", "adjective", "capital"])
def test_english_is_complete_for_members_of_the_un(rows, kind):
    assert UN - codes_with(rows, "en", kind) == set()


@pytest.mark.parametrize("language", MAIN)
def test_each_main_language_names_the_members_of_the_un(rows, language):
    assert UN - codes_with(rows, language, "name") == set()


def test_first_name_is_the_preferred_one(rows):
    english = groupby((row for row in rows if row[1:3] == ("en", "name")), key=lambda row: row[0])
    first = {code: next(group)[3] for code, group in english}
    expected = {
        "CD": "DR Congo",
        "CG": "Congo",
        "CZ": "Czechia",
        "GB": "United Kingdom",
        "KG": "Kyrgyzstan",
        "KP": "North Korea",
        "KR": "South Korea",
        "KZ": "Kazakhstan",
        "RU": "Russia",
        "TR": "Türkiye",
        "US": "United States",
    }
    assert {code: first[code] for code in expected} == expected
