"""WHO WITH WHOM: actors on an ellipse, a numbered line for each pair, and the same as a table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from whosays.publish.index import Index, Link
from whosays.publish.sections.board import plain_headline
from whosays.publish.words import SUPPORT, shortened, time_words
from whosays.record.event import Event
from whosays.record.incident import Relation
from whosays.record.world import Entity

DRAWN_NODES = 14  # beyond, lines cannot be told apart: the table has them all
WIDTH, HEIGHT = 900.0, 520.0
STATE_SECTORS = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "UAF"}  # act for their state: drawn as one with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing between two actors: a relation (`number` None) or an incident, with its way to the sentence."""

    words: str
    detail: str
    number: int | None
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Everything from one actor to another. `tone`: with, against or tie; `path` and `label` are empty if not drawn."""

    number: int
    giver: str
    receiver: str
    tone: str
    tone_words: str
    items: tuple[Item, ...]
    path: str = ""
    label: tuple[float, float] = (0.0, 0.0)
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
    width: float = WIDTH
    height: float = HEIGHT


Pair = tuple[str, str]


def network(index: Index) -> Network:
    """Relations and events as lines between actors, strongest first."""
    items: dict[Pair, dict[str, tuple[str, Item]]] = defaultdict(dict)
    for relation in index.record.relations:
        pair = (_actor(index, relation.giver), _actor(index, relation.receiver))
        if pair[0] != pair[1]:
            words = SUPPORT.get(relation.type, relation.type)
            items[pair].setdefault(f"{words}/{relation.evidence[0].text if relation.evidence else ''}",
                                   ("tie", _relation_item(index, relation, words)))  # fmt: skip
    for incident in index.incidents:
        for event in index.mentions(incident):
            for pair in _pairs(index, event):
                items[pair].setdefault(f"#{index.rank[incident.id]}", (_tone(event), _event_item(index, event)))
    ranked = sorted(items, key=lambda pair: (-len(items[pair]), pair))
    names = _drawn(ranked)
    nodes = _nodes(names, ranked)
    at = {node.name: (node.x, node.y) for node in nodes}
    edges = tuple(_edge(number, pair, list(items[pair].values()), at, items) for number, pair in enumerate(ranked, 1))
    everyone = {name for pair in ranked for name in pair}
    return Network(nodes=nodes, edges=edges, left_out=len(everyone) - len(names))


def _actor(index: Index, entity: Entity) -> str:
    """Who is drawn: the state for itself and for those who act for it, else the entity."""
    if entity.country and (entity.kind == "state" or entity.sector in STATE_SECTORS):
        return index.states.get(entity.country, entity.name if entity.kind == "state" else entity.country)
    return entity.name


def _pairs(index: Index, event: Event) -> list[Pair]:
    """Every actor with every recipient; those who meet or clash as equals are paired with one another."""
    givers = list(dict.fromkeys(_actor(index, entity) for entity in event.actor))
    receivers = list(dict.fromkeys(_actor(index, entity) for entity in event.recipient))
    if not receivers:
        return [(a, b) for n, a in enumerate(givers) for b in givers[n + 1 :]]
    return [(a, b) for a in givers for b in receivers if a != b]


def _tone(event: Event) -> str:
    return "with" if event.quad in (1, 2) else "against" if event.quad in (3, 4) else "tie"


def _event_item(index: Index, event: Event) -> Item:
    incident = index.incident_of[event.id]
    code = f"{incident.category} / {incident.mode}" if incident.mode else incident.category
    words = shortened(plain_headline(index.headline(incident)), 140)
    return Item(words=words, detail=code, number=index.rank[incident.id], link=index.link(event.trigger))


def _relation_item(index: Index, relation: Relation, words: str) -> Item:
    sources = [index.name(stance.source) for stance in relation.stances if stance.source]
    since = f"since {time_words(relation.since)}" if relation.since else ""
    until = f"until {time_words(relation.until)}" if relation.until else ""
    said = f"according to {', '.join(dict.fromkeys(sources))}" if sources else ""
    span = relation.evidence[0] if relation.evidence else relation.giver.span
    return Item(words=words, detail=" ".join(part for part in (since, until, said) if part), number=None,
                link=index.link(span))  # fmt: skip


def _drawn(ranked: list[Pair]) -> list[str]:
    """The actors that are drawn, those with the strongest lines first."""
    names: dict[str, None] = {}
    for pair in ranked:
        if len(names.keys() | set(pair)) <= DRAWN_NODES:
            names.update(dict.fromkeys(pair))
    return list(names)


def _nodes(names: list[str], pairs: list[Pair]) -> tuple[Node, ...]:
    order = _untangled(names, [pair for pair in pairs if pair[0] in names and pair[1] in names])
    nodes = []
    for position, name in enumerate(order):
        angle = -pi / 2 + 2 * pi * position / max(1, len(order))
        x, y = WIDTH / 2 + 255 * cos(angle), HEIGHT / 2 + 185 * sin(angle)
        side = 0 if abs(cos(angle)) < 0.25 else 1 if cos(angle) > 0 else -1
        lines = _wrapped(name, 22)
        rise = -16.0 - 17 * (len(lines) - 1) if sin(angle) < 0 else 28.0
        nodes.append(Node(
            name=name,
            lines=lines,
            x=round(x, 1),
            y=round(y, 1),
            anchor={0: "middle", 1: "start", -1: "end"}[side],
            dx=16.0 * side,
            dy=rise if side == 0 else 5.0 - 8.5 * (len(lines) - 1),
        ))  # fmt: skip
    return tuple(nodes)


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


def _edge(number: int, pair: Pair, found: list[tuple[str, Item]], at: dict[str, tuple[float, float]],
          items: dict[Pair, dict[str, tuple[str, Item]]]) -> Edge:  # fmt: skip
    tones = [tone for tone, _ in found]
    tone = "against" if "against" in tones else "with" if "with" in tones else "tie"
    words = {"against": "against", "with": "with or for", "tie": "a lasting tie"}[tone]
    drawn = pair[0] in at and pair[1] in at
    path, label = _curve(at[pair[0]], at[pair[1]], both=(pair[1], pair[0]) in items) if drawn else ("", (0.0, 0.0))
    return Edge(
        number=number,
        giver=pair[0],
        receiver=pair[1],
        tone=tone,
        tone_words=words,
        items=tuple(item for _, item in found),
        path=path,
        label=label,
        weight=round(min(1.4 + 0.5 * len(found), 5.0), 1),
    )


def _curve(a: tuple[float, float], b: tuple[float, float], *, both: bool) -> tuple[str, tuple[float, float]]:
    """A bent line from a to b that stops short of both, and where its number stands."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    bend = 0.16 if both else 0.07
    cx, cy = (a[0] + b[0]) / 2 - dy * bend * 2, (a[1] + b[1]) / 2 + dx * bend * 2
    start = _towards(a, (cx, cy), 12)
    end = _towards(b, (cx, cy), 16)
    where = 0.38 if both else 0.5
    x = (1 - where) ** 2 * start[0] + 2 * where * (1 - where) * cx + where**2 * end[0]
    y = (1 - where) ** 2 * start[1] + 2 * where * (1 - where) * cy + where**2 * end[1]
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{cx:.1f} {cy:.1f} {end[0]:.1f} {end[1]:.1f}"
    return path, (round(x, 1), round(y, 1))


def _towards(a: tuple[float, float], b: tuple[float, float], step: float) -> tuple[float, float]:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return a[0] + (b[0] - a[0]) * step / length, a[1] + (b[1] - a[1]) * step / length
