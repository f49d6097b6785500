"""YAML between two lines of `---` at the very start of a text: what its editor says of it.

    ---
    title: The ministers met in Vellin
    date: 2021-04-08
    language: en
    publisher: Ministry of Foreign Affairs of Vellania
    source_url: https://example.org/news/1
    ---

Other keys are left alone. The front matter stays part of the text: all offsets are those of the whole text.
Values are taken as they are written: `no` is the language Norwegian, not a falsehood.
"""

from __future__ import annotations

import re

import yaml

from meetings.extraction.record import Hints
from meetings.importing.hints import BadHint, checked

KEYS = {
    "title": "title",
    "date": "published",
    "language": "language",
    "publisher": "publisher",
    "source_url": "source_url",
}
"""Key in the front matter: field of Hints."""

NOTHING = ("~", "null")
BEGIN = re.compile(r"\ufeff?---[ \t]*\r?\n")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
KNOWN_KEY = re.compile(rf"(?:{'|'.join(KEYS)})[ \t]*:")
MOST = 5_000
"""Characters in which front matter must end; a line of dashes farther down is a rule between paragraphs."""

NOT_MEANT = ", or put an empty line before the first --- if it is no front matter"


class BadFrontMatter(ValueError):
    """Which line of the front matter cannot be read, and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")


def read(text: str) -> Hints:
    """What the front matter says; nothing where the text has none. Raises BadFrontMatter."""
    begin = BEGIN.match(text)
    if begin is None:
        return Hints()
    end = END.search(text, begin.end(), begin.end() + MOST)
    if end is None:
        if KNOWN_KEY.match(text, begin.end()):
            problem = f"the front matter does not end within {MOST:,} characters"
            raise BadFrontMatter(1, f"{problem}; end it with a line ---{NOT_MEANT}")
        return Hints()
    return checked_values(scalars(text[begin.end() : end.start()]))


def scalars(source: str) -> dict[str, tuple[str, int]]:
    """{key: (value, its line in the text)} of the keys known here. Raises BadFrontMatter."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadFrontMatter(*broken(error)) from error
    if not isinstance(node, yaml.MappingNode):
        return {}
    found = {}
    for key, value in node.value:
        if key.value in KEYS if isinstance(key, yaml.ScalarNode) else False:
            line = value.start_mark.line + 2
            if not isinstance(value, yaml.ScalarNode):
                raise BadFrontMatter(line, f"{key.value} must be one value; write it as {key.value}: …")
            found[key.value] = value.value, line
    return found


def broken(error: Exception) -> tuple[int, str]:
    """The line of a YAML error, and the error in one sentence."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "too deeply nested"
    line = mark.line + 2 if mark else 1
    return line, f"the front matter is no YAML ({problem}); put the value into quotation marks{NOT_MEANT}"


def checked_values(found: dict[str, tuple[str, int]]) -> Hints:
    try:
        return checked({KEYS[key]: value for key, (value, _) in found.items() if value not in NOTHING})
    except BadHint as error:
        key = next(key for key, field in KEYS.items() if field == error.key)
        raise BadFrontMatter(found[key][1], f"{key}: {error}") from error
