"""The secret key that signs sessions: given by the environment, or made once and kept for use on one's own machine."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def kept_key(path: Path) -> str:
    """The key in the file, which is made at the first call, readable to its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(descriptor, "w") as file:
        file.write(get_random_secret_key())
    return path.read_text("ascii")


def refuse_without_key() -> None:
    """Serving without a key, or with one that was never random, would let anyone sign in as anyone."""
    from diplomacy import settings

    if not settings.SECRET_KEY:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Give a long random one in the environment, "
            "or set LOCAL=1 to use the reading room on your own machine."
        )
