"""Layers that the export joins give what they give alone, and a sentence alone what it gives in a batch."""

from __future__ import annotations

from typing import Any

import pytest

torch = pytest.importorskip("torch")
joined = pytest.importorskip("joined")
network = pytest.importorskip("model")

HEADS = {"upos": 3, "names_work": 5, "event": 4, "mode": 6}
SETTINGS = {"width": 64, "layers": 2, "attention": 2, "inner": 96, "vocabulary": 50, "shapes": 20, "quotes": 4}
SIZES = {"arc": 16, "label": 8, "names": 12, "meaning": 12, "role": 6, "look": 64, "dropout": 0.1}


@pytest.fixture
def net() -> Any:
    torch.manual_seed(3)
    return network.Reader(sizes=HEADS, relations=4, roles=2, settings=SETTINGS | SIZES).eval()


def sentence(*pieces: int) -> tuple[Any, ...]:
    ids = torch.tensor([pieces])
    nothing = torch.zeros_like(ids)
    return ids, nothing, nothing, torch.arange(1, len(pieces) - 1)[None]


def test_what_the_export_computes_is_what_the_network_computes(net: Any) -> None:
    given = sentence(1, 7, 9, 11, 2)
    found = joined.Graph(net, list(HEADS))(*given)
    views = net.views(*given)
    tags = net.tags(views, list(HEADS))
    nodes = views["plain"]
    wanted = (*net.arcs(nodes[:, 1:], nodes), *net.roles.vectors(nodes[:, 1:]), nodes[:, 1:], *tags.values())
    assert all(torch.allclose(mine, theirs, atol=1e-5) for mine, theirs in zip(found, wanted, strict=True))


def test_a_sentence_reads_alone_as_it_reads_beside_a_shorter_one(net: Any) -> None:
    ids, nothing, _, first = sentence(1, 7, 9, 11, 2)
    alone = net.views(ids, nothing, nothing, first)
    both = torch.cat([ids, torch.tensor([[1, 8, 2, 0, 0]])])
    beside = net.views(both, torch.zeros_like(both), torch.zeros_like(both), torch.tensor([[1, 2, 3], [1, 0, 0]]))
    assert all(torch.allclose(alone[name][0], beside[name][0], atol=1e-5) for name in alone)


def test_joined_weights_are_parted_again_by_the_networks_own_names(net: Any) -> None:
    graph = joined.Graph(net, list(HEADS))
    held = {name: value for name, value in graph.state_dict().items() if name.partition(".")[0] in joined.NAMES}
    found = joined.parted(held, net)
    mine = net.state_dict()
    assert found
    assert all(torch.equal(value, mine[name]) for name, value in found.items())
