"""WHO WITH WHOM: actors on an ellipse, a numbered line for each pair, and the same as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

from whosays.publish.index import Index, Link
from whosays.publish.sections.board import plain_headline
from whosays.publish.words import MARKS, SUPPORT, listed, shortened, time_words
from whosays.record.event import Event
from whosays.record.incident import Relation
from whosays.record.world import Entity

DRAWN_NODES = 12  # beyond, lines cannot be told apart: the table has them all
WIDTH = 900.0
COOPERATIVE = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
}  # PLOVER's; the rest is conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing between two actors: a relation (`number` None) or an incident, with its way to the sentence."""

    words: str
    detail: str
    number: int | None
    link: Link
    tone: str = "tie"
    mutual: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Everything from one actor to another. `tone`: with, against or tie; `path` and `labels` are empty if not drawn."""

    number: int
    giver: str
    receiver: str
    tone: str
    tone_words: str
    items: tuple[Item, ...]
    mutual: bool = False
    past: bool = False
    path: str = ""
    labels: tuple[Point, ...] = ()
    weight: float = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor as drawn."""

    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str
    dx: float
    dy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The drawing and its table; `left_out` counts actors that are only in the table."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    width: float
    height: float


Pair = tuple[str, str]
Point = tuple[float, float]


def network(index: Index) -> Network:
    """Relations and events as lines between actors, strongest first."""
    items = _items(index)
    ranked = sorted(items, key=lambda pair: (all(one.past for one in items[pair].values()), -len(items[pair]), pair))
    names = _drawn(ranked)
    nodes = _nodes(names, ranked)
    at = {node.name: (node.x, node.y) for node in nodes}
    edges = _spread(
        [_edge(number, pair, list(items[pair].values()), at, items) for number, pair in enumerate(ranked, 1)]
    )
    everyone = {name for pair in ranked for name in pair}
    return Network(
        nodes=nodes, edges=edges, left_out=len(everyone) - len(names), width=WIDTH, height=2 * _rise(len(names)) + 140
    )


def _items(index: Index) -> dict[Pair, dict[str, Item]]:
    """What passes between each two actors: a tie of each kind once, each incident once."""
    items: dict[Pair, dict[str, Item]] = defaultdict(dict)
    for relation in index.record.relations:
        pair = _pair(index, relation.giver, relation.receiver)
        if pair[0] != pair[1]:
            words = SUPPORT.get(relation.type, relation.type)
            items[pair].setdefault(words, _relation_item(index, relation, words))
    for incident in index.incidents:
        for event in index.mentions(incident):
            for pair, mutual in _pairs(index, event):
                known = (pair[1], pair[0]) if mutual and (pair[1], pair[0]) in items else pair
                items[known].setdefault(f"#{index.rank[incident.id]}", _event_item(index, event, mutual=mutual))
    return items


def _pair(index: Index, giver: Entity, receiver: Entity) -> Pair:
    """Who is drawn: states and organisations for all who act for them, unless both belong to the same."""
    parties = index.party(giver), index.party(receiver)
    return parties if parties[0] != parties[1] else (giver.name, receiver.name)


def _pairs(index: Index, event: Event) -> list[tuple[Pair, bool]]:
    """Every actor with every recipient; those who meet or clash as equals with one another (True: no direction)."""
    if event.recipient:
        found = [(_pair(index, a, b), False) for a in event.actor for b in event.recipient]
    else:
        found = [(_pair(index, a, b), True) for n, a in enumerate(event.actor) for b in event.actor[n + 1 :]]
    return [(pair, mutual) for pair, mutual in dict.fromkeys(found) if pair[0] != pair[1]]


def _tone(event: Event) -> str:
    if event.category == "REQUEST":
        return "tie"  # verbal conflict in PLOVER's scheme, but whoever asks for restraint is not against those he asks
    return "with" if event.category in COOPERATIVE else "against"


def _event_item(index: Index, event: Event, *, mutual: bool) -> Item:
    incident = index.incident_of[event.id]
    code = f"{incident.category} / {incident.mode}" if incident.mode else incident.category
    words = shortened(plain_headline(index.headline(incident)), 140)
    return Item(
        words=words,
        detail=code,
        number=index.rank[incident.id],
        link=index.link(event.trigger),
        tone=_tone(event),
        mutual=mutual,
        past=incident.background,
    )


def _relation_item(index: Index, relation: Relation, words: str) -> Item:
    since = f"since {time_words(relation.since)}" if relation.since else ""
    until = f"until {time_words(relation.until)}" if relation.until else ""
    sides = (("according to", "says"), ("denied by", "denies"))
    said = "; ".join(filter(None, (_held(index, relation, word, side) for word, side in sides)))
    span = relation.evidence[0] if relation.evidence else relation.giver.span
    return Item(words=words, detail=" ".join(part for part in (since, until, said) if part), number=None,
                link=index.link(span))  # fmt: skip


def _held(index: Index, relation: Relation, word: str, side: str) -> str:
    """ "According to the agencies", "denied by Russian officials": who takes a side on a tie; empty where nobody does."""
    held = (one.source for one in relation.stances if one.source and MARKS[one.value].side == side)
    found = list(dict.fromkeys(map(index.name, held)))
    return f"{word} {listed(found)}" if found else ""


def _drawn(ranked: list[Pair]) -> list[str]:
    """The actors that are drawn, those with the strongest lines first."""
    names: dict[str, None] = {}
    for pair in ranked:
        if len(names.keys() | set(pair)) <= DRAWN_NODES:
            names.update(dict.fromkeys(pair))
    return list(names)


def _nodes(names: list[str], pairs: list[Pair]) -> tuple[Node, ...]:
    order = _untangled(names, [pair for pair in pairs if pair[0] in names and pair[1] in names])
    nodes, rise = [], _rise(len(order))
    for position, name in enumerate(order):
        angle = -pi / 2 + 2 * pi * position / max(1, len(order))
        x, y = WIDTH / 2 + 255 * cos(angle), 70 + rise * (1 + sin(angle))
        side = 0 if abs(cos(angle)) < 0.25 else 1 if cos(angle) > 0 else -1
        lines = _wrapped(name, 22)
        above = -16.0 - 17 * (len(lines) - 1) if sin(angle) < 0 else 28.0
        nodes.append(Node(
            name=name,
            lines=lines,
            x=round(x, 1),
            y=round(y, 1),
            anchor={0: "middle", 1: "start", -1: "end"}[side],
            dx=16.0 * side,
            dy=above if side == 0 else 5.0 - 8.5 * (len(lines) - 1),
        ))  # fmt: skip
    return tuple(nodes)


def _rise(actors: int) -> float:
    """Half the ellipse's height: a few actors need no large sheet."""
    return min(185.0, 60.0 + 14 * actors)


def _untangled(names: list[str], pairs: list[Pair]) -> list[str]:
    """An order around the ellipse with short lines: swap two actors while that helps. Small enough to try all swaps."""
    order = list(names)

    def length(order: list[str]) -> float:
        at = {name: n for n, name in enumerate(order)}
        return sum(sin(pi * abs(at[a] - at[b]) / len(order)) for a, b in pairs)

    best = length(order) if order else 0.0
    for _ in range(6):
        before = best
        for i in range(len(order)):
            for j in range(i + 1, len(order)):
                order[i], order[j] = order[j], order[i]
                tried = length(order)
                if tried < best - 1e-9:
                    best = tried
                else:
                    order[i], order[j] = order[j], order[i]
        if best == before:
            break
    return order


def _wrapped(name: str, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines[:3]) or (name,)


def _edge(number: int, pair: Pair, found: list[Item], at: dict[str, Point], pairs: Container[Pair]) -> Edge:
    """What passes between two actors as one line; the tone is that of the news, of the background where that is all."""
    news = [item for item in found if not item.past]
    tones = [item.tone for item in news or found]
    tone = "against" if "against" in tones else "with" if "with" in tones else "tie"
    words = {
        "against": "against",
        "with": "with or for",
        "tie": "a request" if any(item.number and not item.past for item in found) else "a lasting tie",
    }[tone]
    path, labels = "", tuple[Point, ...]()
    if pair[0] in at and pair[1] in at:
        path, labels = _curve(at[pair[0]], at[pair[1]], both=(pair[1], pair[0]) in pairs)
    return Edge(
        number=number,
        giver=pair[0],
        receiver=pair[1],
        tone=tone,
        tone_words=words if news else f"{words}, in the past",
        items=tuple(found),
        mutual=all(item.mutual for item in found),
        past=not news,
        path=path,
        labels=labels,
        weight=round(min(1.4 + 0.5 * len(found), 5.0), 1),
    )


def _spread(edges: list[Edge]) -> tuple[Edge, ...]:
    """The edges with one place each for their numbers, such that these do not cover one another where that can be."""
    taken: list[Point] = []
    placed = []
    for edge in edges:
        free = [at for at in edge.labels if all(hypot(at[0] - x, at[1] - y) > 24 for x, y in taken)]
        label = (free or list(edge.labels))[:1]
        if edge.path:
            taken += label
        placed.append(replace(edge, labels=tuple(label)))
    return tuple(placed)


def _curve(a: Point, b: Point, *, both: bool) -> tuple[str, tuple[Point, ...]]:
    """A bent line from a to b that stops short of both, and where its number may stand, best first."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    bend = 0.16 if both else 0.07
    cx, cy = (a[0] + b[0]) / 2 - dy * bend * 2, (a[1] + b[1]) / 2 + dx * bend * 2
    start = _towards(a, (cx, cy), 12)
    end = _towards(b, (cx, cy), 16)
    points = []
    for t in (0.38, 0.62, 0.25, 0.75, 0.5) if both else (0.5, 0.38, 0.62, 0.25, 0.75):
        x = (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * cx + t**2 * end[0]
        y = (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * cy + t**2 * end[1]
        points.append((round(x, 1), round(y, 1)))
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{cx:.1f} {cy:.1f} {end[0]:.1f} {end[1]:.1f}"
    return path, tuple(points)


def _towards(a: Point, b: Point, step: float) -> Point:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return a[0] + (b[0] - a[0]) * step / length, a[1] + (b[1] - a[1]) * step / length
