"""Build the map's backdrop, `src/whosays/publish/data/outlines.json`, from Natural Earth's outlines.

Source: `countries-50m.json` of the npm package world-atlas 2.0.2 (ISC licence, Michael Bostock), which is Natural
Earth's 1:50m Admin 0 data (public domain) as TopoJSON. Coast and boundary lines are kept without any name or code of a
state: the file can draw a backdrop, and nobody can assign a country with it.

    npm install world-atlas@2.0.2
    python -m builders.outlines node_modules/world-atlas/countries-50m.json

Arcs are simplified (Visvalingam-Whyatt), rounded to 1/100 degree and written as deltas in the polyline encoding.
"""

from __future__ import annotations

import argparse
import heapq
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]

SCALE = 100  # units a degree: about one kilometre, finer than any view of the brief shows
SMALLEST_AREA = 0.0015  # square degrees: the triangle below which a point adds nothing to a coast
SMALLEST_RING = 0.01  # square degrees: islands below are dropped
TARGET = Path(__file__).parent.parent / "src/whosays/publish/data/outlines.json"
NOTE = (
    "Natural Earth 1:50m (public domain), by way of world-atlas 2.0.2 (npm, ISC licence, (c) Michael Bostock), "
    "simplified by builders/outlines.py. A backdrop only: it takes no position on any boundary."
)


def decoded_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The topology's arcs in degrees."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def triangle(a: Point, b: Point, c: Point) -> float:
    """Area of the triangle in square degrees."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplified(points: list[Point]) -> list[Point]:
    """Visvalingam-Whyatt: drop the point with the least triangle while that is below SMALLEST_AREA; ends stay."""
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    alive = [True] * len(points)
    heap = [(triangle(points[i - 1], points[i], points[i + 1]), i) for i in range(1, len(points) - 1)]
    current = {i: area for area, i in heap}
    heapq.heapify(heap)
    while heap and heap[0][0] < SMALLEST_AREA:
        area, i = heapq.heappop(heap)
        if not alive[i] or current[i] != area:
            continue
        alive[i] = False
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < len(points) - 1:
                # an area never falls below that of a point dropped before it
                current[j] = max(area, triangle(points[before[j]], points[j], points[after[j]]))
                heapq.heappush(heap, (current[j], j))
    return [point for point, kept in zip(points, alive, strict=True) if kept]


def encoded(points: list[Point]) -> str:
    """Rounded points as deltas, zigzag, base 32 in printable characters (the polyline encoding)."""
    out: list[str] = []
    last = (0, 0)
    for lon, lat in points:
        here = (round(lon * SCALE), round(lat * SCALE))
        if out and here == last:
            continue
        for value in (here[0] - last[0], here[1] - last[1]):
            left = (value << 1) ^ (value >> 63)
            while left >= 32:
                out.append(chr((32 | (left & 31)) + 63))
                left >>= 5
            out.append(chr(left + 63))
        last = here
    return "".join(out)


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Every ring of a polygon or multipolygon, as arc numbers (~i: backwards)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def walked(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The ring's points in order."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def area(points: list[Point]) -> float:
    """Area of a ring in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2


def build(topology: dict[str, Any]) -> dict[str, Any]:
    """Land rings and inner boundaries over one list of encoded arcs."""
    arcs = [simplified(arc) for arc in decoded_arcs(topology)]
    land = [ring for geometry in topology["objects"]["land"]["geometries"] for ring in rings(geometry)]
    land = [ring for ring in land if area(walked(ring, arcs)) >= SMALLEST_RING]
    used = Counter(
        index if index >= 0 else ~index
        for geometry in topology["objects"]["countries"]["geometries"]
        if "arcs" in geometry
        for ring in rings(geometry)
        for index in ring
    )
    coast = {index if index >= 0 else ~index for ring in land for index in ring}
    inner = sorted(index for index, times in used.items() if times > 1 and index not in coast)
    needed = sorted(coast | set(inner))
    place = {index: position for position, index in enumerate(needed)}
    return {
        "about": NOTE,
        "scale": SCALE,
        "arcs": [encoded(arcs[index]) for index in needed],
        "land": [[place[i] if i >= 0 else ~place[~i] for i in ring] for ring in land],
        "boundaries": [place[index] for index in inner],
    }


def main() -> None:
    """Read the topology named on the command line, write the committed file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("countries", type=Path, help="world-atlas's countries-50m.json")
    parser.add_argument("--output", type=Path, default=TARGET)
    given = parser.parse_args()
    built = build(json.loads(given.countries.read_text(encoding="utf-8")))
    given.output.write_text(json.dumps(built, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
