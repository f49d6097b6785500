"""Fixtures of the extraction tests."""

from pathlib import Path

import pytest


@pytest.fixture
def seeds(corpus_dir: Path) -> Path:
    """The folder with the five founding documents and their records."""
    return corpus_dir / "seeds"
