"""The vocabulary of the extraction as data: one YAML file a language, one table of states.

YAML, because vocabulary needs comments and bare lists; parsed by libyaml, a file takes some milliseconds.
Files are read when a text first needs them and kept.
"""

from __future__ import annotations

import csv
import gc
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, product
from pathlib import Path
from typing import Any

import yaml

from meetings.extraction.matching import Matcher
from meetings.extraction.phrases import Inflection, Phrase, lower
from meetings.extraction.wordlists import any_of

FOLDER = Path(__file__).parent
COUNTRIES = FOLDER / "countries.csv"
FALLBACK = "und"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads words as words: in a vocabulary "no", "on" and "yes" are no booleans."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if tag.rsplit(":", 1)[-1] not in ("timestamp",) and not (tag.endswith(":bool") and first not in "tTfF")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}

CUES = (
    "speech", "speech_nouns", "attendance", "absent", "recalled", "announced", "visits", "current_visit", "beside",
    "not_meetings", "leaders", "attendance_sides", "accompanied", "future_visits", "held", "events", "welcome",
    "parties_nouns", "institutions", "not_countries", "titles", "office_suffixes", "represents", "headed_by",
    "seasons", "groups", "recalling", "held_before", "announcing", "invites", "journeys", "dealings",
    "further", "cancelled", "series", "not_encounters", "guests", "figures", "departures",
)  # fmt: skip
"""Lists of phrases that mark something; each is a kind of hit of its own."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The vocabulary of one language. What is made of its lists is made once: it stays as long as the process."""

    data: dict[str, Any]

    @cached_property
    def tag(self) -> str:
        """BCP 47."""
        return str(self.data.get("tag", FALLBACK))

    @cache  # noqa: B019
    def words(self, *keys: str) -> frozenset[str]:
        """A list of the file, or some together, as a set of lower-case words."""
        if len(keys) > 1:
            return frozenset().union(*map(self.words, keys))
        words = frozenset(lower(str(word)) for key in keys for word in self.data.get(key) or ())
        if not self.data.get("accents_left_out"):
            return words
        long = (word for word in words if len(word) > 5)  # "Etrangères", but not "a" for "à", "estos" for "éstos"
        return words.union(plain + word[1:] for word in long for plain in self._unaccented(word[0]))

    @cache  # noqa: B019
    def affixes(self, key: str) -> tuple[str, ...]:
        """A list of what words begin or end with."""
        return tuple(self.words(key))

    @cache  # noqa: B019
    def office_forms(self, role: str) -> frozenset[str]:
        """The words of one kind of office, in lower case."""
        return frozenset(lower(str(form)) for form in self.table("offices").get(role, ()))

    @cache  # noqa: B019
    def forms_of(self, *tables: str) -> frozenset[str]:
        """All forms of some mappings ("months", "weekdays"), in lower case."""
        lists = (forms for table in tables for forms in self.table(table).values())
        return frozenset(lower(str(form)) for forms in lists for form in forms)

    @cache  # noqa: B019
    def forms(self, table: str) -> dict[Any, tuple[str, ...]]:
        """A mapping to lists of forms, with these in lower case."""
        return {key: tuple(lower(str(form)) for form in forms) for key, forms in self.table(table).items()}

    @cached_property
    def conjugated(self) -> frozenset[str]:
        """Forms of the verbs of the news, in languages in which a form is made before and behind a stem."""
        made = (
            f"{before}{stem}{after}"
            for row in self.data.get("conjugations") or ()
            for before, stem, after in product(row["before"], row["stems"], row["after"])
        )
        names = self.words("not_verbs") | self.words("exact_names")
        return frozenset(lower(form) for form in made if len(form) > 2) - names

    @cache  # noqa: B019
    def begins(self, key: str) -> re.Pattern[str]:
        """A pattern for the words of a list where a word begins; "…" in them stands for any one word."""
        begin = r"(?<!\w)" if self.spaced else ""
        forms = any_of(self.words(key), lambda c: r"\w+" if c == "…" else re.escape(c))
        return re.compile(f"{begin}(?:{forms})")

    def whole(self, key: str) -> re.Pattern[str]:
        """A pattern for the entries of a list as whole words, also those of several."""
        return self.shaped(key, r"(?<!\w){words}(?!\w)")

    @cache  # noqa: B019
    def shaped(self, key: str, shape: str) -> re.Pattern[str]:
        """A pattern with the words of a list in the place of "{words}", made once."""
        return re.compile(shape.replace("{words}", f"(?:{any_of(self.words(key))})"))

    def table(self, key: str) -> dict[Any, Any]:
        """A mapping of the file."""
        return self.data.get(key) or {}

    @cached_property
    def inflection(self) -> Inflection:
        """How words of this language change at the end."""
        raw = self.table("inflection")
        return Inflection(
            raw.get("drop", ""),
            tuple(dict.fromkeys(form for ending in raw.get("endings", ()) for form in (ending, lower(ending)))),
            raw.get("chain", 1),
            tuple(raw.get("drop_endings", ())),
            self.spaced,
            tuple(raw.get("proclitics", ())),
            raw.get("article", ""),
            tuple(raw.get("of_surnames", ())),
            {str(end): frozenset(map(str, forms)) for end, forms in self.table("town_endings").items()},
        )

    @cached_property
    def spaced(self) -> bool:
        """Whether words are set apart by spaces."""
        return bool(self.data.get("word_spaces", True))

    @cached_property
    def capitals(self) -> bool:
        """Whether the script has capital letters, by which names can be told."""
        return bool(self.data.get("capitals", True))

    @cached_property
    def head_first(self) -> bool:
        """Whether an office begins with its head word ("Minister of …") or ends with it ("… вазири")."""
        return self.data.get("office_order", "head-first") == "head-first"

    @cached_property
    def matcher(self) -> Matcher:
        """One automaton over all phrases of the language, the forms of states included."""
        made = Matcher([*self._cues(), *self._offices(), *self._states()], self.inflection)
        gc.freeze()  # a vocabulary stays as long as the process: the collector need not walk it again and again
        return made

    def _cues(self) -> list[Phrase]:
        phrases = [Phrase(str(form), kind) for kind in CUES for form in self.data.get(kind) or ()]
        for fmt, forms in self.table("encounters").items():
            phrases += [Phrase(form, "encounter", fmt) for form in forms]
        for name, forms in self.table("organizations").items():
            forms = [*forms, *(elided for form in forms for elided in self._with_elision(str(form)))]
            phrases += [Phrase(f.upper() if _acronym(f) else f, "organization", name, _acronym(f)) for f in forms]
        for code, forms in self.table("home_words").items():
            phrases += [Phrase(form, "home_word", code) for form in forms]
        for form, codes in self.table("short_states").items():
            phrases.append(Phrase(str(form), "short_state", codes))
        for code, forms in self.table("combining_states").items():
            phrases += [Phrase(f, "country", (code, "combining", f)) for form in forms for f in self._stems(form)]
        for name, code in self.table("agencies").items():
            phrases.append(Phrase(name, "agency", code, capital=True))
        return phrases

    def _offices(self) -> list[Phrase]:
        offices = ((role, str(form)) for role, forms in self.table("offices").items() for form in forms)
        phrases = [Phrase(f, "office", role) for role, form in offices for f in (form, *self._unaccented(form))]
        for case, head in self.table("head_cases").items():  # whose stem changes ("посол", "посла")
            own = [p for p in phrases if re.search(rf"\b{head}\b", p.form)]
            phrases += [Phrase(re.sub(rf"\b{head}\b", case, p.form), p.kind, p.value) for p in own]
        return phrases

    def _states(self) -> list[Phrase]:
        lower_case = set() if self.data.get("capitalised_adjectives") else {"adjective", "demonym"}
        phrases = []
        names_first = sorted(state_forms(self.tag), key=lambda row: row[1] in ("adjective", "demonym"))
        for code, kind, form in names_first:
            where = "place" if kind in ("capital", "city") else "country"
            acronym = form.isupper() and len(form) <= 6
            capital = kind not in lower_case and form[0].isupper()
            phrases += [Phrase(f, where, (code, kind, form), acronym, capital) for f in self._stems(form)]
        return phrases

    def _stems(self, form: str) -> list[str]:
        """A state's or town's name, also by the stem of its other cases where that changes ("Київ", "Києв-")."""
        words = lower(form).split(" ")
        changed = self.table("state_cases").items()
        plain = self._unaccented(form if form[0].isupper() else form[0])  # "Egyptien", but no "frances" for "francés"
        plain = plain if form[0].isupper() else [p + form[1:] for p in plain]
        stems = (" ".join([*words[:-1], stem]) for stem, base in changed if base == words[-1])
        return [form, *plain, *stems, *self._with_elision(form)]

    def _with_elision(self, form: str) -> list[str]:
        """A state's name behind the small word before which its article loses a letter ("الكويت", "للكويت")."""
        article, elided = self.inflection.article, str(self.data.get("elided_article", ""))
        return [elided + form[len(article) :]] if elided and form.startswith(article) else []

    def _unaccented(self, form: str) -> list[str]:
        """A form as it is written where accents are left out, in languages that do so on capitals or in haste."""
        if form.isascii() or not self.data.get("accents_left_out"):
            return []
        plain = "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
        return [plain] if plain != form else []


def _acronym(form: str) -> bool:
    short = len(form) <= 5 and " " not in form
    return short and (form.isascii() or form.isupper()) and form not in ("nato", "osce")


@cache
def load(tag: str) -> Lexicon:
    """The lexicon of a language; an empty one where there is no file for it."""
    path = FOLDER / f"{tag}.yaml"
    if not path.is_file():
        return Lexicon({"tag": tag})
    return Lexicon(yaml.load(path.read_bytes(), _Loader))


@cache
def tags() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.yaml")))


@cache
def shared_forms(tag: str) -> dict[str, tuple[str, ...]]:
    """Forms of states (in lower case) that stand for several of them, and for which."""
    codes: dict[str, list[str]] = {}
    for code, kind, form in state_forms(tag):
        if kind not in ("capital", "city") and code not in codes.setdefault(form.casefold(), []):
            codes[form.casefold()].append(code)
    return {form: tuple(of) for form, of in codes.items() if len(of) > 1}


@cache
def state_forms(tag: str) -> list[tuple[str, str, str]]:
    """(ISO code, kind, form) for every form by which a language names states and their cities."""
    with COUNTRIES.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(line for line in lines if f",{tag}," in line)  # most lines are of other languages
        return [(code, kind, form) for code, language, kind, form in rows if language == tag]


@cache
def _profile(tag: str) -> tuple[str, frozenset[str]]:
    """Script and function words of a language, from the first lines of its file: cheaper than all of it."""
    with (FOLDER / f"{tag}.yaml").open(encoding="utf-8") as lines:
        head = "".join(islice((line for line in lines if line.startswith(("script:", "function_words:"))), 2))
    data = yaml.load(head, _Loader) or {}
    return str(data.get("script", "")), frozenset(lower(str(w)) for w in data.get("function_words", ()))


def script(tag: str) -> str:
    """The ISO 15924 code of the script a language's file is for."""
    return _profile(tag)[0]


def function_words(tag: str) -> frozenset[str]:
    """The commonest small words of a language, by which it is told from its neighbours."""
    return _profile(tag)[1]
