"""The reader's network: MiniLM's encoder with case and quote features, and heads that share it.

Plain torch. `Reader.forward` gives word vectors; `Heads` turn them into scores. Shapes: B sentences, P pieces,
W words, H hidden size (384).
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    """One BERT layer (normalised after each part)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """X [B, P, H], mask [B, 1, 1, P] added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]

        def split(t: Tensor) -> Tensor:
            return t.view(batch, length, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) * (HIDDEN // ATTENTION_HEADS) ** -0.5 + mask
        mixed = (functional.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attention_norm(x + self.dropout(self.output(mixed)))
        return self.norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces with their shapes and quote states to vectors [B, P, H]."""

    def __init__(self, *, vocabulary: int, shapes: int, quotes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN, padding_idx=0)
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        self.quotes = nn.Embedding(quotes, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        for extra in (self.shapes, self.quotes):
            nn.init.normal_(extra.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor) -> Tensor:
        """ids, shapes, quotes [B, P]; id 0 is padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)[None] + self.shapes(shapes) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        mask = (ids == 0)[:, None, None, :].to(x.dtype) * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
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
        for i in range(LAYERS):
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


class Arcs(nn.Module):
    """Biaffine arc scores and the vectors that the relations are read from (Dozat and Manning 2017)."""

    def __init__(self, *, arc: int, label: int, dropout: float) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(HIDDEN, arc), nn.Linear(HIDDEN, arc)
        self.label_dependent, self.label_head = nn.Linear(HIDDEN, label), nn.Linear(HIDDEN, label)
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
        self.bilinear = nn.Linear(size, size * relations, bias=False)
        self.linear = nn.Linear(2 * size, relations)
        nn.init.normal_(self.bilinear.weight, std=size**-0.75)

    def forward(self, below: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Below [B, W, S], above [B, 1 + W, S], heads [B, W] (0 is the root); scores [B, W, R]."""
        chosen = torch.gather(above, 1, heads[..., None].expand(-1, -1, self.size))
        mixed = self.bilinear(below).view(below.shape[0], below.shape[1], self.relations, self.size)
        return (mixed * chosen[:, :, None, :]).sum(-1) + self.linear(torch.cat([below, chosen], -1))


class Reader(nn.Module):
    """Encoder and heads. `sizes` names each tagging head with its number of labels; `settings` the `[model]` table."""

    TAGS = ("upos", "feats", "lemma")

    def __init__(self, *, sizes: dict[str, int], relations: int, settings: dict[str, Any]) -> None:
        super().__init__()
        dropout = settings["dropout"]
        self.encoder = Encoder(vocabulary=settings["vocabulary"], shapes=settings["shapes"], quotes=settings["quotes"])
        self.dropout = nn.Dropout(dropout)
        self.arcs = Arcs(arc=settings["arc"], label=settings["label"], dropout=dropout)
        self.relations = Relations(size=settings["label"], relations=relations)
        self.names = nn.Sequential(nn.Linear(HIDDEN, settings["names"]), nn.GELU(), nn.Dropout(dropout))
        self.heads = nn.ModuleDict(
            {
                name: nn.Linear(settings["names"] if name.startswith("names") else HIDDEN, size)
                for name, size in sizes.items()
            }
        )

    def words(self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of the words [B, W, H] and of root and words [B, 1 + W, H]; `first` [B, W], 0 where there is none."""
        pieces = self.dropout(self.encoder(ids, shapes, quotes))
        words = torch.gather(pieces, 1, first[..., None].expand(-1, -1, HIDDEN))
        return words, torch.cat([pieces[:, :1], words], 1)

    def tags(self, words: Tensor, wanted: list[str]) -> dict[str, Tensor]:
        """Scores [B, W, labels] of the heads asked for."""
        names = self.names(words) if any(name.startswith("names") for name in wanted) else words
        return {name: self.heads[name](names if name.startswith("names") else words) for name in wanted}
