"""The reader's network: a BERT encoder (ten layers of BGE small as shipped) with case and quote features, and heads that share it.

Plain torch. `Reader.forward` gives word vectors; `Heads` turn them into scores. Shapes: B sentences, P pieces,
W words, H the encoder's width (384 as shipped).
"""

from __future__ import annotations

from typing import Any, ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

POSITIONS = 512
WHOLE = ("arcs.", "meaning.", "names.", "heads.names_")  # what the export leaves in float32 (export.py)
# A weight's steps to either side: seven bits, so that no processor's sums of two products overflow (export.py).
STEPS = 64


def as_int8(x: Tensor, dims: tuple[int, ...], *, signed: bool) -> Tensor:
    """X rounded as the int8 export will round it, over `dims` at a time; the gradient passes as if it were not."""
    whole = x.detach().float()
    if signed:  # weights: symmetric, by output channel
        scale = whole.abs().amax(dims, keepdim=True).clamp(min=1e-8) / STEPS
        rounded = (whole / scale).round() * scale
    else:  # activations: between their least and greatest value
        low = whole.amin(dims, keepdim=True).clamp(max=0)
        scale = ((whole.amax(dims, keepdim=True).clamp(min=0) - low) / 255).clamp(min=1e-8)
        rounded = ((whole - low) / scale).round() * scale + low
    return x + (rounded - whole).to(x.dtype)


def alone(x: Tensor) -> bool:
    """Whether a batch is one sentence, which has no padding: the export, which reads one at a time, needs no masks."""
    return x.shape[0] == 1


def _at(x: Tensor, places: Tensor) -> Tensor:
    """X [B, P, H] at places [B, W]: [B, W, H]."""
    if alone(places):
        return x.index_select(1, places[0])
    return torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))


class Linear(nn.Linear):
    """A linear layer that can feel its quantisation while it learns (`rounding`)."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        """X [B, P, in] to [B, P, out]."""
        if not self.rounding:
            return super().forward(x)
        weight = as_int8(self.weight, (1,), signed=True)
        return functional.linear(as_int8(x, (1, 2), signed=False), weight, self.bias)


class Layer(nn.Module):
    """One BERT layer (normalised after each part)."""

    def __init__(self, *, width: int, attention: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.width, self.attention = width, attention
        self.query, self.key, self.value, self.output = (Linear(width, width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner, self.outer = Linear(width, inner), Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """X [B, P, H], mask [B, 1, 1, P] added to the attention scores where any of them is padding."""
        batch = 1 if alone(x) else len(x)

        def split(t: Tensor) -> Tensor:
            return t.view(batch, -1, self.attention, self.width // self.attention).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) * (self.width // self.attention) ** -0.5
        scores = scores if mask is None else scores + mask
        mixed = (functional.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(batch, -1, self.width)
        x = self.attention_norm(x + self.dropout(self.output(mixed)))
        return self.norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces with their shapes and quote states to vectors [B, P, H]."""

    def __init__(self, settings: dict[str, Any], dropout: float = 0.1) -> None:
        super().__init__()
        width = settings["width"]
        self.words = nn.Embedding(settings["vocabulary"], width, padding_idx=0)
        self.positions = nn.Embedding(POSITIONS, width)
        self.shapes = nn.Embedding(settings["shapes"], width)
        self.quotes = nn.Embedding(settings["quotes"], width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width=width, attention=settings["attention"], inner=settings["inner"], dropout=dropout)
            for _ in range(settings["layers"])
        )
        for extra in (self.shapes, self.quotes):
            nn.init.normal_(extra.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor) -> list[Tensor]:
        """ids, shapes, quotes [B, P]; id 0 is padding. What goes into the first layer and what comes out of each."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)[None] + self.shapes(shapes) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        mask = None if alone(ids) else (ids == 0)[:, None, None, :].to(x.dtype) * -10000.0
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states

    def load_bert(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of a BERT in Hugging Face's naming; its token type 0 is added to the positions."""
        take = {
            "words.weight": "embeddings.word_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "output": "attention.output.dense",
            "attention_norm": "attention.output.LayerNorm",
            "inner": "intermediate.dense",
            "outer": "output.dense",
            "norm": "output.LayerNorm",
        }
        for i in range(len(self.layers)):
            for mine, theirs in parts.items():
                for kind in ("weight", "bias"):
                    take[f"layers.{i}.{mine}.{kind}"] = f"encoder.layer.{i}.{theirs}.{kind}"
        state = {mine: weights[theirs] for mine, theirs in take.items()}
        state["positions.weight"] = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        missing, unexpected = self.load_state_dict(state, strict=False)
        if set(missing) != {"shapes.weight", "quotes.weight"} or unexpected:
            raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")


class Look(nn.Module):
    """What one group of heads sees beside the encoder's last layer: a mean of all layers, and words that look at one another.

    Heads that share an encoder pull it in different directions (half a point of LAS, RUNS.md); a look of its own gives a group
    some room that the others do not feel. It begins as nothing: `widen` is zero at first.
    """

    def __init__(self, *, width: int, layers: int, size: int, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(1 + layers))
        self.narrow = Linear(width, size)
        self.layer = Layer(width=size, attention=size // 64, inner=2 * size, dropout=dropout)
        self.dropout = nn.Dropout(dropout)
        self.widen = Linear(size, width)
        nn.init.zeros_(self.widen.weight)
        nn.init.zeros_(self.widen.bias)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States [1 + layers, B, W, H] of the words, mask [B, 1, 1, W]: what is added to the last layer's words [B, W, H]."""
        mixed = functional.softmax(self.mix, 0)[None] @ states.flatten(1)
        words = self.dropout(mixed.view(1 if alone(states[0]) else states.shape[1], -1, self.narrow.in_features))
        return self.widen(self.layer(functional.gelu(self.narrow(words)), mask))


class Arcs(nn.Module):
    """Biaffine arc scores and the vectors that the relations are read from (Dozat and Manning 2017)."""

    def __init__(self, *, width: int, arc: int, label: int, dropout: float) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_dependent, self.label_head = nn.Linear(width, label), nn.Linear(width, label)
        self.weight = nn.Parameter(torch.zeros(arc, arc))
        self.head_bias = nn.Linear(arc, 1, bias=False)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.weight, std=arc**-0.75)

    def forward(self, words: Tensor, heads: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Words [B, W, H], heads [B, 1 + W, H] with the begin mark as root; scores [B, W, 1 + W] and label vectors."""
        dependent = self.dropout(functional.gelu(self.dependent(words)))
        head = self.dropout(functional.gelu(self.head(heads)))
        scores = (dependent @ self.weight) @ head.transpose(1, 2) + self.head_bias(head).transpose(1, 2)
        below = self.dropout(functional.gelu(self.label_dependent(words)))
        above = self.dropout(functional.gelu(self.label_head(heads)))
        return scores, below, above


class Relations(nn.Module):
    """Biaffine relation scores of each word and its head."""

    def __init__(self, *, size: int, relations: int) -> None:
        super().__init__()
        self.size, self.relations = size, relations
        self.bilinear = Linear(size, size * relations, bias=False)
        self.linear = Linear(2 * size, relations)
        nn.init.normal_(self.bilinear.weight, std=size**-0.75)

    def forward(self, below: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Below [B, W, S], above [B, 1 + W, S], heads [B, W] (0 is the root); scores [B, W, R]."""
        chosen = _at(above, heads)
        mixed = self.bilinear(below).view(1 if alone(below) else len(below), -1, self.relations, self.size)
        return (mixed @ chosen[..., None]).squeeze(-1) + self.linear(torch.cat([below, chosen], -1))


class Roles(nn.Module):
    """Biaffine scores of what each word (an argument's head) is to each event word; one bilinear form a role."""

    def __init__(self, *, width: int, size: int, roles: int, dropout: float) -> None:
        super().__init__()
        self.size, self.roles = size, roles
        self.event, self.argument = Linear(width, size), Linear(width, size)
        self.bilinear = nn.Linear(size, size * roles, bias=False)
        self.of_event, self.of_argument = nn.Linear(size, roles), nn.Linear(size, roles)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.bilinear.weight, std=size**-0.75)
        nn.init.constant_(self.of_event.bias, -3.0)  # most words are nothing to most events

    def vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors [B, W, S] of the words as events and as arguments."""
        return tuple(self.dropout(functional.gelu(part(words))) for part in (self.event, self.argument))  # type: ignore[return-value]

    def forward(self, events: Tensor, arguments: Tensor) -> Tensor:
        """Events [B, E, S], arguments [B, W, S]; scores [B, E, W, R], each role by itself (a logit)."""
        mixed = self.bilinear(events).view(*events.shape[:2], self.roles, self.size)
        scores = torch.einsum("bers,bws->bewr", mixed, arguments)
        return scores + self.of_event(events)[:, :, None] + self.of_argument(arguments)[:, None]


class Reader(nn.Module):
    """Encoder and heads. `sizes` names each tagging head with its number of labels; `settings` the `[model]` table."""

    LAYERS: ClassVar = {
        "names": ("names",),
        "meaning": ("event", "mode", "value", "status"),
    }  # heads above a layer of their own, by how they begin

    LOOKS: ClassVar = {"names": ("names",)}  # heads with a look of their own, by how they begin

    def __init__(self, *, sizes: dict[str, int], relations: int, roles: int, settings: dict[str, Any]) -> None:
        super().__init__()
        dropout, width = settings["dropout"], settings["width"]
        self.encoder = Encoder(settings)
        self.looks = nn.ModuleDict(
            {
                name: Look(width=width, layers=settings["layers"], size=settings["look"], dropout=dropout)
                for name in self.LOOKS
            }
        )
        self.dropout = nn.Dropout(dropout)
        self.arcs = Arcs(width=width, arc=settings["arc"], label=settings["label"], dropout=dropout)
        self.relations = Relations(size=settings["label"], relations=relations)
        self.roles = Roles(width=width, size=settings["role"], roles=roles, dropout=dropout)
        for layer in self.LAYERS:
            self.add_module(layer, nn.Sequential(nn.Linear(width, settings[layer]), nn.GELU(), nn.Dropout(dropout)))
        wide = {name: settings[layer] if (layer := self.layer(name)) else width for name in sizes}
        self.heads = nn.ModuleDict({name: Linear(wide[name], size) for name, size in sizes.items()})

    @classmethod
    def layer(cls, head: str) -> str | None:
        """Name of the layer between the encoder and a head, if there is one."""
        return next((layer for layer, begins in cls.LAYERS.items() if head.startswith(begins)), None)

    @classmethod
    def look(cls, head: str) -> str:
        """Name of the view of the words (`views`) that a head has."""
        return next((look for look, begins in cls.LOOKS.items() if head.startswith(begins)), "plain")

    def views(self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> dict[str, Tensor]:
        """Vectors of root and words [B, 1 + W, H] as the groups of heads see them; `first` [B, W], 0 where there is no word."""
        places = torch.cat([first.new_zeros(1 if alone(ids) else len(ids), 1), first], 1)
        layers = self.encoder(ids, shapes, quotes)
        last, mask = self.dropout(_at(layers[-1], places)), None
        # of one sentence the layers stand where otherwise the sentences do
        states = (
            _at(torch.cat(layers), places)[:, None] if alone(ids) else torch.stack([_at(x, places) for x in layers])
        )
        if not alone(ids):
            gone = torch.cat([torch.zeros_like(first[:, :1]), (first == 0).to(first.dtype)], 1)
            mask = gone[:, None, None, :].to(last.dtype) * -10000.0
        return {"plain": last} | {name: last + look(states, mask) for name, look in self.looks.items()}

    def round_weights(self) -> None:
        """From now on learn with weights and activations as the int8 export will have them."""
        for name, part in self.named_modules():
            if isinstance(part, Linear) and not name.startswith(WHOLE):
                part.rounding = True

    def tags(self, views: dict[str, Tensor], wanted: list[str]) -> dict[str, Tensor]:
        """Scores [B, W, labels] of the heads asked for."""
        words = {name: view[:, 1:] for name, view in views.items()}
        layers = {layer: self.look(begins[0]) for layer, begins in self.LAYERS.items()}
        below = {layer: getattr(self, layer)(words[look]) for layer, look in layers.items()}
        return {name: self.heads[name](below.get(self.layer(name), words[self.look(name)])) for name in wanted}


NO_TAGS = ("relations", "roles")  # label sets whose heads are no tagging heads


def of(vocabulary: dict[str, list[str]], settings: dict[str, Any]) -> Reader:
    """A network for these label sets."""
    return Reader(
        sizes={name: len(labels) for name, labels in vocabulary.items() if name not in NO_TAGS},
        relations=len(vocabulary["relations"]),
        roles=len(vocabulary["roles"]),
        settings=settings,
    )
