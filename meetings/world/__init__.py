"""Shapes of the states for the map: drawn once by `draw.py`, from data in the public domain (SOURCES.md)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec


@dataclass(frozen=True, slots=True)
class Shape:
    """A state on the map: the outline as the `d` of an SVG path, a point inside it, and its longer side."""

    path: str
    x: int
    y: int
    size: int


@dataclass(frozen=True, slots=True)
class World:
    """All shapes by ISO 3166-1 alpha-2 code, in a picture of `width` × `height`; `land` is of no one state."""

    width: int
    height: int
    shapes: dict[str, Shape]
    land: str


@cache
def world() -> World:
    """The map, read once."""
    return msgspec.json.decode((files(__name__) / "world.json").read_bytes(), type=World)
