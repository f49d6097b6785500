"""Fixtures of the extraction tests."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def seeds() -> Path:
    """The folder with the five founding documents and their records."""
    root = Path(__file__).parents[2]
    folder = (root / os.environ.get("CORPUS_DIR", "../shared/corpus")) / "seeds"
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder}: set CORPUS_DIR")
    return folder
