"""Answers that are kept: many rules ask the same of the same sentence or mention."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

_Self = TypeVar("_Self")
_About = TypeVar("_About", bound=Hashable)
_Answer = TypeVar("_Answer")


def kept(method: Callable[[_Self, _About], _Answer]) -> Callable[[_Self, _About], _Answer]:
    """A method of one argument that is asked once; its answer stays as long as the object does. Not for answers that
    whoever asks may change."""
    name = f"_kept_{method.__name__}"

    @wraps(method)
    def asked(self: _Self, about: _About) -> _Answer:
        answers: dict[_About, _Answer] = self.__dict__.setdefault(name, {})
        try:
            return answers[about]
        except KeyError:
            answers[about] = method(self, about)
        return answers[about]

    return asked
