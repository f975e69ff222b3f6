"""Linear layers that read the same vectors, joined into one product: the network as the export computes it.

A sentence is some twenty words, and twenty products of twenty rows cost more than one product as wide as all of them. The
numbers stay the same, column by column.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    import model as network

NAMES = ("below", "above", "tags", "kinds", "meanings")
BELOW = ("arcs.dependent", "arcs.label_dependent", "meaning.0")
ABOVE = ("arcs.head", "arcs.label_head")
TURNED = ("roles.event", "roles.argument")  # beside the tags, and with a GELU of their own


class Joined(nn.Linear):
    """Several layers as one; `split` parts what it gives."""

    def __init__(self, parts: Iterable[nn.Linear]) -> None:
        parts = list(parts)
        self.sizes = [part.out_features for part in parts]
        super().__init__(parts[0].in_features, sum(self.sizes))
        self.weight = nn.Parameter(torch.cat([part.weight for part in parts]))
        self.bias = nn.Parameter(torch.cat([part.bias for part in parts]))

    def split(self, x: Tensor) -> tuple[Tensor, ...]:
        """X [B, W, all of them] by part."""
        return x.split(self.sizes, -1)


def plan(net: network.Reader) -> dict[str, tuple[str, ...]]:
    """The layers that are joined, as the network names them, by the name of the joined one."""

    def heads(layer: str | None) -> tuple[str, ...]:
        return tuple(f"heads.{name}" for name in net.heads if net.layer(name) == layer)

    parts = (BELOW, ABOVE, (*heads(None), *TURNED), heads("names"), heads("meaning"))
    return dict(zip(NAMES, parts, strict=True))


class Graph(nn.Module):
    """What one call of the reader computes, for one sentence. `heads` are the tagging heads in the order of their scores."""

    def __init__(self, net: network.Reader, heads: list[str]) -> None:
        super().__init__()
        self.net, self.order = net, heads
        self.plan = plan(net)
        for name, parts in self.plan.items():
            self.add_module(name, Joined(net.get_submodule(part) for part in parts))  # type: ignore[misc]

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Arc scores, the two label vectors, the two role vectors, the words, then the scores of the heads in their order."""
        views = self.net.views(ids, shapes, quotes, first)
        nodes, words = views["plain"], views["plain"][:, 1:]
        dependent, below, meaning = self._parts("below", words, turned=True)
        head, above = self._parts("above", nodes, turned=True)
        arcs = self.net.arcs
        scores = (dependent @ arcs.weight + arcs.head_bias.weight) @ head.transpose(1, 2)
        found = self._tags(words) | self._heads("kinds", self.net.names(views["names"][:, 1:]))
        found |= self._heads("meanings", meaning)
        vectors = (found.pop("roles.event"), found.pop("roles.argument"))
        return (scores, below, above, *vectors, words, *(found[f"heads.{name}"] for name in self.order))

    def _parts(self, name: str, x: Tensor, *, turned: bool = False) -> tuple[Tensor, ...]:
        joined = getattr(self, name)
        scores = joined(x)
        found: tuple[Tensor, ...] = joined.split(functional.gelu(scores) if turned else scores)
        return found

    def _heads(self, name: str, x: Tensor) -> dict[str, Tensor]:
        return dict(zip(self.plan[name], self._parts(name, x), strict=True))

    def _tags(self, words: Tensor) -> dict[str, Tensor]:
        """Scores of the heads that read the words as they are, and the vectors of TURNED."""
        scores, sizes = self.tags(words), self.tags.sizes  # type: ignore[operator, union-attr]
        plain = len(sizes) - len(TURNED)
        *tags, rest = scores.split([*sizes[:plain], sum(sizes[plain:])], -1)
        return dict(zip(self.plan["tags"], (*tags, *functional.gelu(rest).split(sizes[plain:], -1)), strict=True))


def parted(found: dict[str, Tensor], net: network.Reader) -> dict[str, Tensor]:
    """Weights by the network's names, from those of a graph with its joined layers."""
    out = dict(found)
    for name, parts in plan(net).items():
        sizes = [net.get_submodule(part).out_features for part in parts]
        for kind in ("weight", "bias"):
            for part, value in zip(parts, out.pop(f"{name}.{kind}").split(sizes), strict=True):  # type: ignore[arg-type, no-untyped-call]
                out[f"{part}.{kind}"] = value
    return out
