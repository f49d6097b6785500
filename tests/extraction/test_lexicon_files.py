"""The lexicon's files say each thing once."""

from importlib.resources import files
from typing import Any

import pytest
import yaml

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
