"""Draws `world.json` from the borders of Natural Earth, as the npm package `world-atlas` has them.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz package/countries-50m.json
    .venv/bin/python -m meetings.world.draw package/countries-50m.json

States share the arcs of their borders, so that a border stays one line when it is simplified.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from math import asin, cos, hypot, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

from babel.core import get_global

Point = tuple[float, float]
Ring = list[int]
"""Arcs one after another; `~n` is arc n backwards."""

WIDTH = 2000
MIDDLE = 11.6
"""The longitude in the middle, so that the picture's edge runs through the Bering Strait and cuts no state in two."""
NORTH, SOUTH = 84.0, -56.0
TOLERANCE = 0.9
"""How far, in units of the picture, a simplified line may stray."""
SMALLEST = 4.0
"""Islands of less than this area are left out, unless they are all there is of a state."""
NAMED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
"""Areas without a code of their own in the data, and the state that the UN General Assembly counts them to."""
COUNTED = {"UA": (32.0, 44.0, 37.0, 46.5)}
"""The same for parts of another state's area: those within (west, south, east, north)."""
LEFT_OUT = {"AQ"}


def main(source: Path) -> None:
    data = json.loads(source.read_text("utf-8"))
    arcs = decoded(data)
    rings = rings_of(data["objects"]["countries"]["geometries"], arcs)
    lines = [simplified([projected(*point) for point in unbroken(arc)]) for arc in arcs]
    top, bottom = projected(MIDDLE, NORTH)[1], projected(MIDDLE, SOUTH)[1]
    lines = [[(x, y - top) for x, y in line] for line in lines]
    shapes = {code: shape(merged(rings[code]), lines) for code in sorted(rings.keys() - LEFT_OUT - {""})}
    land = outline(large([joined(ring, lines) for ring in rings.get("", [])]))
    drawn = {"width": WIDTH, "height": round(bottom - top), "shapes": shapes, "land": land}
    target = Path(__file__).with_name("world.json")
    target.write_text(json.dumps(drawn, separators=(",", ":")) + "\n", "utf-8")


def decoded(data: Any) -> list[list[Point]]:
    """The arcs in degrees: in TopoJSON, every point is told from the one before it."""
    (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
    summed = (accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]]) for arc in data["arcs"])
    return [[(x * sx + tx, y * sy + ty) for x, y in arc] for arc in summed]


def rings_of(geometries: Iterable[Any], arcs: list[list[Point]]) -> dict[str, list[Ring]]:
    """The rings of each state; under "" those of areas that are counted to none."""
    codes = get_global("territory_aliases")
    found: dict[str, list[Ring]] = {}
    for one in geometries:
        code = NAMED.get(one["properties"]["name"]) or next(iter(codes.get(one.get("id", ""), ())), "")
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            found.setdefault(counted(code, joined(ring, arcs)), []).append(ring)
    return found


def counted(code: str, ring: list[Point]) -> str:
    for other, (west, south, east, north) in COUNTED.items():
        if all(west < x < east and south < y < north for x, y in ring):
            return other
    return code


def joined(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring, each once."""
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]]


def merged(rings: list[Ring]) -> list[Ring]:
    """The rings without the borders between them: an arc that is gone along both ways is inside."""
    used = Counter(arc for ring in rings for arc in ring)
    if not any(~arc in used for arc in used):
        return rings
    return list(stitched([[arc for arc in ring if ~arc not in used] for ring in rings], rings))


def stitched(left: list[Ring], rings: list[Ring]) -> Iterator[Ring]:
    """Whole rings as they are; of those that lost an arc, the rest in one ring, each where the other's was."""
    broken = [(ring, rest) for ring, rest in zip(rings, left, strict=True) if len(ring) != len(rest)]
    yield from (ring for ring, rest in zip(rings, left, strict=True) if len(ring) == len(rest))
    (first, _), *others = broken
    for ring, _ in others:
        first = spliced(first, ring)
    yield first


def spliced(one: Ring, other: Ring) -> Ring:
    """Two rings that share a run of arcs, as one around both."""
    shared = [arc for arc in one if ~arc in other]
    while ~one[-1] in other:  # so that the shared run does not begin at the end of the list
        one = [one[-1], *one[:-1]]
    at = one.index(shared[0])
    start = other.index(~shared[0]) + 1
    rest = [arc for arc in other[start:] + other[:start] if ~arc not in shared]
    return one[:at] + rest + one[at + len(shared) :]


def unbroken(arc: list[Point]) -> list[Point]:
    """An arc beginning inside the picture, each longitude the nearest to the one before it."""
    found: list[Point] = []
    for longitude, latitude in arc:
        near = found[-1][0] if found else MIDDLE
        found.append((near + (longitude - near + 180) % 360 - 180, latitude))
    return found


def projected(longitude: float, latitude: float) -> Point:
    """Equal Earth (Šavrič, Patterson, Jenny 2018), `WIDTH` wide, y downwards from the equator."""
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    x = 2 * sqrt(3) * radians(longitude - MIDDLE) * cos(t) / (3 * (9 * d * t**8 + 7 * c * t**6 + 3 * b * t**2 + a))
    y = d * t**9 + c * t**7 + b * t**3 + a * t
    scale = WIDTH / (2 * 2 * sqrt(3) * pi / (3 * a))
    return WIDTH / 2 + x * scale, -y * scale


def simplified(line: list[Point]) -> list[Point]:
    """Fewer points, none farther than `TOLERANCE` from the line (Douglas and Peucker 1973); a ring keeps four."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 4:
        third = len(line) // 3
        keep |= {third, 2 * third}
        todo = [(0, third), (third, 2 * third), (2 * third, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far = max(range(first + 1, last), key=lambda n: distance(line[n], line[first], line[last]), default=None)
        if far is not None and distance(line[far], line[first], line[last]) > TOLERANCE:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [line[n] for n in sorted(keep)]


def distance(point: Point, one: Point, other: Point) -> float:
    """From a point to the stretch between two others."""
    (px, py), (x, y), dx, dy = point, one, other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = min(1.0, max(0.0, ((px - x) * dx + (py - y) * dy) / length)) if length else 0.0
    return hypot(px - x - along * dx, py - y - along * dy)


def area(ring: list[Point]) -> float:
    return sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]])) / 2


def large(rings: list[list[Point]]) -> list[list[Point]]:
    return [ring for ring in rings if abs(area(ring)) >= SMALLEST]


def shape(rings: list[Ring], lines: list[list[Point]]) -> dict[str, Any]:
    """The outline of a state, the middle and the longer side of its greatest part."""
    parts = [joined(ring, lines) for ring in rings]
    main = max(parts, key=lambda ring: abs(area(ring)))
    xs, ys = [x for x, _ in main], [y for _, y in main]
    x, y = middle(main)
    size = round(max(max(xs) - min(xs), max(ys) - min(ys)))
    return {"path": outline(large(parts) or [main]), "x": round(x), "y": round(y), "size": size}


def middle(ring: list[Point]) -> Point:
    """The centre of gravity."""
    total = 6 * area(ring)
    if not total:
        return ring[0]
    pairs = list(pairwise([*ring, ring[0]]))
    weights = [x * v - u * y for (x, y), (u, v) in pairs]
    return (
        sum((x + u) * w for ((x, _), (u, _)), w in zip(pairs, weights, strict=True)) / total,
        sum((y + v) * w for ((_, y), (_, v)), w in zip(pairs, weights, strict=True)) / total,
    )


def outline(rings: Iterable[list[Point]]) -> str:
    """The `d` of an SVG path in whole numbers, each point told from the one before it."""
    pieces = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        steps = [(u - x, v - y) for (x, y), (u, v) in pairwise(points) if (u, v) != (x, y)]
        if len(steps) > 1:
            told = "".join(f"{number(x)}{number(y)}" for x, y in steps)
            pieces.append(f"M{points[0][0]} {points[0][1]}l{told.lstrip()}z")
    return "".join(pieces)


def number(value: int) -> str:
    """A number set apart from the one before it: by its sign, or by a space."""
    return f" {value}" if value >= 0 else str(value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
