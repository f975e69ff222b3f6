"""WHERE: the places as areas as wide as they are vague, over a backdrop that takes no position."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

from whosays.publish.index import Index, Link
from whosays.publish.sections.outlines import Point, Window, boundary_path, land_path, load_outlines
from whosays.record.world import Place

WIDTH = 960.0
Box = tuple[float, float, float, float]
KILOMETRES = {"exact": 0.0, "near": 25.0, "admin2": 40.0, "admin1": 110.0, "country": 280.0}
PRECISION = {"exact": "the place itself", "near": "near it", "admin2": "somewhere in the district",
             "admin1": "somewhere in the region", "country": "somewhere in the country"}  # fmt: skip
LEAST = 9.0  # degrees of longitude that a map shows at least: closer, the outlines are too coarse


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a name stands (drawing units) and which end of it (SVG's text-anchor); `shown` False where all is full."""

    x: float
    y: float
    anchor: str
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with its incidents; `x`, `y`, `radius` in the drawing's units.

    `drawn` is False for a place of the background that lies beyond the map.
    """

    number: int
    name: str
    state: str
    precision: str
    coarse: bool
    x: float
    y: float
    radius: float
    drawn: bool
    label: Label
    incidents: tuple[int, ...]
    background: bool
    disputed: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The map. `placeless` counts events without a place, `unlocated` names places without coordinates."""

    spots: tuple[Spot, ...]
    width: float
    height: float
    land: str
    boundaries: str
    graticule: tuple[tuple[float, float, float, float, str], ...]
    placeless: int
    unlocated: tuple[str, ...]


def where(index: Index) -> Where:
    """Group places by name and position, fit a window around them and draw it."""
    groups: dict[tuple[str, float, float], list[tuple[Place, int, bool]]] = {}
    placeless, unlocated = 0, dict[str, None]()
    for incident in index.incidents:
        for event in index.mentions(incident):
            place = event.place
            if place is None:
                placeless += 1
            elif place.lat is None or place.lon is None:
                unlocated[place.name] = None
            else:
                key = (place.name, round(place.lat, 2), round(place.lon, 2))
                groups.setdefault(key, []).append((place, index.rank[incident.id], incident.background))
    if not groups:
        return Where(spots=(), width=0, height=0, land="", boundaries="", graticule=(), placeless=placeless,
                     unlocated=tuple(unlocated))  # fmt: skip
    news = [(lon, lat) for (_, lat, lon), members in groups.items() if not all(old for _, _, old in members)]
    window = _window(news or [(lon, lat) for _, lat, lon in groups])
    sheet = Sheet(window=window)
    outlines = load_outlines()
    return Where(
        spots=_spots(index, groups, sheet),
        width=WIDTH,
        height=sheet.height,
        land=land_path(outlines, sheet.margin, sheet.place),
        boundaries=boundary_path(outlines, sheet.margin, sheet.place),
        graticule=_graticule(sheet),
        placeless=placeless,
        unlocated=tuple(unlocated),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Degrees to drawing units: equirectangular, true to scale in the middle of the window."""

    window: Window

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle of the window."""
        return max(0.3, cos(radians((self.window.south + self.window.north) / 2)))

    @property
    def unit(self) -> float:
        """Drawing units a degree of latitude."""
        return WIDTH / ((self.window.east - self.window.west) * self.squeeze)

    @property
    def height(self) -> float:
        """Of the drawing."""
        return round((self.window.north - self.window.south) * self.unit, 1)

    @property
    def margin(self) -> Window:
        """A little more than the window, so that moving the map shows no edge at once."""
        w, h = (self.window.east - self.window.west) * 0.5, (self.window.north - self.window.south) * 0.5
        return Window(
            west=max(-180, self.window.west - w),
            south=max(-89, self.window.south - h),
            east=min(180, self.window.east + w),
            north=min(89, self.window.north + h),
        )

    def place(self, point: Point) -> Point:
        """Degrees (lon, lat) to drawing units."""
        return (point[0] - self.window.west) * self.squeeze * self.unit, (self.window.north - point[1]) * self.unit


def _window(points: list[Point]) -> Window:
    """Around all points with room, two by one in shape, never closer than the outlines bear."""
    lons, lats = sorted(p[0] for p in points), sorted(p[1] for p in points)
    middle_lon, middle_lat = (lons[0] + lons[-1]) / 2, (lats[0] + lats[-1]) / 2
    squeeze = max(0.3, cos(radians(middle_lat)))
    wide = max(LEAST, (lons[-1] - lons[0]) * 1.5 + 3)
    high = max(wide * squeeze * 0.5, (lats[-1] - lats[0]) * 1.35 + 2)
    wide = min(360.0, max(wide, high * 2 / squeeze))
    high = min(170.0, max(high, wide * squeeze * 0.5))
    west = max(-180.0, min(180.0 - wide, middle_lon - wide / 2))
    south = max(-85.0, min(85.0 - high, middle_lat - high / 2))
    return Window(west=west, south=south, east=west + wide, north=south + high)


def _spots(
    index: Index, groups: dict[tuple[str, float, float], list[tuple[Place, int, bool]]], sheet: Sheet
) -> tuple[Spot, ...]:
    ordered = sorted(groups.items(), key=lambda item: (min(rank for _, rank, _ in item[1]), item[0]))
    points = [sheet.place((lon, lat)) for (_, lat, lon), _ in ordered]
    taken = [(x - 7, y - 7, x + 7, y + 7) for x, y in points]
    spots: list[Spot] = []
    for number, (((name, _, _), members), (x, y)) in enumerate(zip(ordered, points, strict=True), 1):
        place = members[0][0]
        drawn = 0 <= x <= WIDTH and 0 <= y <= sheet.height
        radius = round(max(5.0, KILOMETRES[place.precision] / 111.2 * sheet.unit), 1)
        spots.append(
            Spot(
                number=number,
                name=name,
                state=index.states.get(place.country or "", place.country or ""),
                precision=PRECISION[place.precision],
                coarse=place.precision in ("admin1", "country"),
                x=round(x, 1),
                y=round(y, 1),
                radius=radius,
                drawn=drawn,
                label=_label(f"{number} {name}", (x, y), min(radius, 34.0), taken, sheet),
                incidents=tuple(dict.fromkeys(rank for _, rank, _ in members)),
                background=all(old for _, _, old in members),
                disputed=place.disputed or "",
                link=index.link(place.span),
            )
        )
    return tuple(spots)


def _label(text: str, at: Point, radius: float, taken: list[Box], sheet: Sheet) -> Label:
    """The first free side of the spot, tried clockwise from the right; its box is added to those that are taken."""
    wide = 8.2 * len(text) + 6
    for dx, dy, anchor in (
        (radius + 7, 5.0, "start"),
        (-radius - 7, 5.0, "end"),
        (4.0, radius + 18, "start"),
        (4.0, -radius - 8, "start"),
        (-4.0, radius + 18, "end"),
        (-4.0, -radius - 8, "end"),
    ):
        x, y = at[0] + dx, at[1] + dy
        left = x if anchor == "start" else x - wide
        box = (left, y - 14, left + wide, y + 4)
        inside = left > 2 and left + wide < WIDTH - 2 and 16 < y < sheet.height - 4
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return Label(x=round(x, 1), y=round(y, 1), anchor=anchor)
    return Label(x=round(at[0] + 8, 1), y=round(at[1] + 5, 1), anchor="start", shown=False)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _graticule(sheet: Sheet) -> tuple[tuple[float, float, float, float, str], ...]:
    window = sheet.window
    wide = window.east - window.west
    step = next(step for step in (1, 2, 5, 10, 20, 30, 60) if wide / step <= 8 or step == 60)
    lines = []
    for lon in range(-180, 181, step):
        if window.west < lon < window.east:
            x = sheet.place((lon, 0))[0]
            lines.append(
                (round(x, 1), 0.0, round(x, 1), sheet.height, f"{abs(lon)}°{'E' if lon > 0 else 'W' if lon else ''}")
            )
    for lat in range(-80, 81, step):
        if window.south < lat < window.north:
            y = sheet.place((0, lat))[1]
            lines.append((0.0, round(y, 1), WIDTH, round(y, 1), f"{abs(lat)}°{'N' if lat > 0 else 'S' if lat else ''}"))
    return tuple(lines)
