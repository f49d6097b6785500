"""With REQUIRE_ALL=1 a test that would be skipped fails, the corpus excepted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = """
import pytest

def test_needs_something():
    pytest.skip("not on this machine")

def test_needs_the_corpus(corpus_dir):
    pass
"""


@pytest.mark.parametrize(
    ("switch", "summary"), [("0", "2 skipped"), ("1", "1 failed, 1 skipped")], ids=["lenient", "require-all"]
)
def test_skips(tmp_path, switch, summary):
    (tmp_path / "test_skips.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "-p", "tests.conftest", tmp_path]
    environment = {**os.environ, "REQUIRE_ALL": switch, "CORPUS_DIR": str(tmp_path / "nowhere")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert f" {summary} in " in done.stdout.splitlines()[-1]
    assert "not on this machine" in done.stdout
