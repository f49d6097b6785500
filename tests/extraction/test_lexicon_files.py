"""The lexicon's files say each thing once, and nothing that no rule asks for."""

import ast
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from meetings import extraction
from meetings.extraction import lexicon


class OnceLoader(yaml.SafeLoader):
    """YAML lets a later key hide an earlier one without a word; this loader does not."""


def mapping(loader: OnceLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice, f"line {node.start_mark.line + 1}: {twice} more than once"
    return loader.construct_mapping(node, deep=True)


OnceLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)


@pytest.mark.parametrize("tag", lexicon.tags())
def test_no_key_stands_twice(tag: str) -> None:
    text = (files("meetings.extraction.lexicon") / f"{tag}.yaml").read_text("utf-8")
    assert yaml.load(text, OnceLoader)


@pytest.mark.parametrize("tag", lexicon.tags())
def test_no_entry_of_a_list_stands_twice(tag: str) -> None:
    lists = {key: list(map(str, value)) for key, value in lexicon.load(tag).data.items() if isinstance(value, list)}
    twice = {key: {word for word in words if words.count(word) > 1} for key, words in lists.items()}
    assert not {key: words for key, words in twice.items() if words}


@pytest.fixture(scope="module")
def spoken_of() -> frozenset[str]:
    """All strings that the code of the extraction writes, the pieces of composed ones among them."""
    sources = Path(extraction.__file__).parent.rglob("*.py")
    nodes = (node for source in sources for node in ast.walk(ast.parse(source.read_text("utf-8"))))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("tag", lexicon.tags())
def test_every_key_is_read(tag: str, spoken_of: frozenset[str]) -> None:
    keys = set(lexicon.load(tag).data)
    gendered = {key for key in keys if key.removesuffix("she").removesuffix("he") in spoken_of}  # "pronouns_" + "she"
    assert not keys - gendered - spoken_of
