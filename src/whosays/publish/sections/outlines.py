"""The map's backdrop: coasts and boundaries, cut to a window and written as SVG paths.

The file is made by `builders/outlines.py` from Natural Earth (public domain); it holds no names and no codes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of the world in degrees."""

    west: float
    south: float
    east: float
    north: float

    def touches(self, points: list[Point]) -> bool:
        """Whether the points' own window overlaps this one."""
        lons, lats = [p[0] for p in points], [p[1] for p in points]
        return not (max(lons) < self.west or min(lons) > self.east or max(lats) < self.south or min(lats) > self.north)

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """Coasts as closed rings and boundaries as open lines, in degrees."""

    land: tuple[tuple[Point, ...], ...]
    boundaries: tuple[tuple[Point, ...], ...]


def load_outlines() -> Outlines:
    """Read and decode the file; a few tens of milliseconds."""
    raw = json.loads(files("whosays.publish").joinpath("data/outlines.json").read_text(encoding="utf-8"))
    arcs = [list(_decoded(arc, raw["scale"])) for arc in raw["arcs"]]
    land = []
    for ring in raw["land"]:
        points: list[Point] = []
        for index in ring:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        land += _whole_turns(points)
    return Outlines(land=tuple(land), boundaries=tuple(tuple(arcs[index]) for index in raw["boundaries"]))


def _whole_turns(ring: list[Point]) -> list[tuple[Point, ...]]:
    """A ring that crosses the 180th meridian as one that does not jump, and its copy a turn further; others as is."""
    turned, shift = [ring[0]], 0.0
    for before, here in pairwise(ring):
        shift += 360.0 * (before[0] - here[0] > 180) - 360.0 * (here[0] - before[0] > 180)
        turned.append((here[0] + shift, here[1]))
    if shift:  # around a pole: closed along it
        turned += [(turned[-1][0], -90.0), (turned[0][0], -90.0)]
    low, high = min(lon for lon, _ in turned), max(lon for lon, _ in turned)
    copies = [turned]
    if high > 180:
        copies.append([(lon - 360, lat) for lon, lat in turned])
    if low < -180:
        copies.append([(lon + 360, lat) for lon, lat in turned])
    return [tuple(copy) for copy in copies]


def _decoded(text: str, scale: int) -> Iterator[Point]:
    values, number, shift = [0, 0], 0, 0
    which = 0
    for char in text:
        code = ord(char) - 63
        number |= (code & 31) << shift
        shift += 5
        if code < 32:
            values[which] += (number >> 1) ^ -(number & 1)
            if which:
                yield values[0] / scale, values[1] / scale
            which, number, shift = 1 - which, 0, 0


def land_path(outlines: Outlines, window: Window, place: Callable[[Point], Point]) -> str:
    """The land inside the window as one path; `place` turns degrees into the drawing's units."""
    rings = (clipped_ring(list(ring), window) for ring in outlines.land if window.touches(list(ring)))
    return "".join(f"{_line(ring, place)}Z" for ring in rings if len(ring) > 2)


def boundary_path(outlines: Outlines, window: Window, place: Callable[[Point], Point]) -> str:
    """The boundaries inside the window; pieces outside are left out."""
    pieces = []
    for line in outlines.boundaries:
        run: list[Point] = []
        for here, after in zip(line, (*line[1:], None), strict=True):
            if window.holds(here) or (run and after is None) or (after and window.holds(after)):
                run.append(here)
            elif run:
                pieces.append([*run, here])
                run = []
        if len(run) > 1:
            pieces.append(run)
    return "".join(_line(piece, place) for piece in pieces)


def clipped_ring(ring: list[Point], window: Window) -> list[Point]:
    """Sutherland and Hodgman: the part of a ring inside the window."""
    for axis, limit, sign in ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1)):
        kept: list[Point] = []
        before = ring[-1] if ring else (0.0, 0.0)
        for here in ring:
            inside, was_inside = sign * (here[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was_inside:
                part = (limit - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
            if inside:
                kept.append(here)
            before = here
        ring = kept
    return ring


def _line(points: list[Point], place: Callable[[Point], Point]) -> str:
    drawn = [f"{x:.1f} {y:.1f}" for x, y in map(place, points)]
    return "M" + "L".join(drawn)
