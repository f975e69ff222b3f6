"""Trains the reader's network. Resumable: `--resume` goes on from the last checkpoint of the run's folder.

    python training/train.py --data DATA --run training/runs/NAME --minutes 60

The learning rate falls linearly to nothing over `--minutes` of training time (or `--steps`), so that whatever the
machine's speed, the run ends with a finished schedule.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import shutil
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent))
from safetensors.torch import load_file

import batches
import corpora
import model as network
from whosays.reader.features import Piecer

log = logging.getLogger("training")
SETTINGS = Path(__file__).with_name("settings.toml")
ENCODER = Path(__file__).with_name("runs") / "encoder"


def settings(path: Path) -> dict[str, dict[str, Any]]:
    """A run's settings: those of settings.toml, with what the file says otherwise."""
    whole: dict[str, dict[str, Any]] = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    for table, values in tomllib.loads(path.read_text(encoding="utf-8")).items():
        whole[table] = whole.get(table, {}) | values
    return whole


def loss_of(net: network.Reader, batch: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """Sum over the heads of their weighted loss, over the words of the batch."""
    views = net.views(batch["ids"], batch["shapes"], batch["quotes"], batch["first"])
    nodes = views[net.look("arcs")]
    total = (batch["first"] > 0).sum()
    names = [name for name in batch if name in net.heads and weights[name]]
    parts = [weights[name] * _cross(scores, batch[name]) for name, scores in net.tags(views, names).items()]
    heads = batch["heads"]
    if weights["arcs"] and (heads >= 0).any():
        rows = (heads >= 0).any(1)
        scores, below, above = net.arcs(nodes[rows][:, 1:], nodes[rows])
        gone = torch.cat([torch.zeros_like(heads[rows][:, :1], dtype=torch.bool), heads[rows] < 0], 1)
        scores = scores.float().masked_fill(gone[:, None, :], -1e4)
        parts.append(weights["arcs"] * _cross(scores, heads[rows]))
        labelled = net.relations(below, above, heads[rows].clamp(min=0))
        parts.append(weights["relations"] * _cross(labelled, batch["relations"][rows]))
    if weights["roles"] and len(batch.get("role_events", ())):
        parts.append(weights["roles"] * _role_loss(net, views["plain"][:, 1:], batch))
    return torch.stack(parts).sum() / total


def _role_loss(net: network.Reader, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    rows, places = batch["role_events"].unbind(1)
    events, arguments = net.roles.vectors(words)
    scores = net.roles(events[rows, places][:, None], arguments[rows])[:, 0].float()
    there = (batch["first"][rows] > 0)[..., None]
    loss = functional.binary_cross_entropy_with_logits(scores, batch["role_labels"], reduction="none")
    return (loss * there).sum()


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.float().flatten(0, 1), gold.flatten(), ignore_index=batches.IGNORE, reduction="sum"
    )


class Run:
    """One training run and the folder it lives in."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.folder: Path = arguments.run
        self.folder.mkdir(parents=True, exist_ok=True)
        self.settings = settings(arguments.settings)
        self.arguments = arguments
        self.examples = corpora.training(
            arguments.data, arguments.corpora.split(","), arguments.segmenter, arguments.reader
        )
        self.vocabulary = corpora.vocabulary(self.examples)
        if arguments.start:  # the weights know the labels by their places
            known = json.loads(arguments.start.with_name("labels.json").read_text(encoding="utf-8"))
            self.vocabulary |= known
        torch.manual_seed(self.settings["training"]["seed"])
        encoder: Path = arguments.encoder
        if not (encoder / "model.safetensors").exists():
            raise FileNotFoundError(f"no encoder in {encoder}: python training/encoder.py --output {encoder}")
        shutil.copyfile(encoder / "tokenizer.json", self.folder / "tokenizer.json")
        self.net = network.of(self.vocabulary, self.settings["model"])
        self.net.encoder.load_bert(load_file(encoder / "model.safetensors"))
        self.device = torch.device(arguments.device)
        self.net.to(self.device)
        (self.folder / "labels.json").write_text(json.dumps(self.vocabulary, ensure_ascii=False, indent=0), "utf-8")
        self.maker = batches.Maker(Piecer(encoder / "tokenizer.json"), self.vocabulary)
        self.swapper = batches.Swapper(self.examples)
        only = tuple(self.settings["training"].get("only", ()))  # the parts that learn; the others stay as they are
        for name, weight in self.net.named_parameters():
            weight.requires_grad_(not only or name.startswith(only))
        self.optimiser = self._optimiser()
        if arguments.start:
            self._start(torch.load(arguments.start, map_location=self.device, weights_only=True))
        self.elapsed, self.steps, self.passes, self.saved = 0.0, 0, 0, 0.0
        self.clock = 0.0
        if arguments.resume and (self.folder / "last.pt").exists():
            self._resume()

    def _start(self, weights: dict[str, Tensor]) -> None:
        """Take an earlier run's weights; heads that it did not have begin anew."""
        missing, unexpected = self.net.load_state_dict(weights, strict=False)
        if unexpected:
            raise ValueError(f"weights that this network has no place for: {unexpected}")
        log.info("heads that begin anew: %s", ", ".join(sorted({".".join(name.split(".")[:2]) for name in missing})))

    def _optimiser(self) -> torch.optim.Optimizer:
        training = self.settings["training"]
        groups = []
        for part, rate in ((True, training["encoder_rate"]), (False, training["head_rate"])):
            learning = [(n, p) for n, p in self.net.named_parameters() if p.requires_grad]
            named = [(n, p) for n, p in learning if n.startswith("encoder.") == part]
            for decay in (True, False):
                chosen = [p for n, p in named if (p.ndim > 1) == decay]
                groups.append(
                    {
                        "params": chosen,
                        "lr": rate,
                        "rate": rate,
                        "weight_decay": training["weight_decay"] if decay else 0.0,
                    }
                )
        return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8, fused=True)

    @property
    def progress(self) -> float:
        """How much of the run is done, 0 to 1."""
        if self.arguments.steps:
            return self.steps / self.arguments.steps
        return self.elapsed / (self.arguments.minutes * 60)

    def train(self) -> None:
        """Train until the schedule is done, then save."""
        self.clock = time.monotonic()
        while self.progress < 1:
            draw = random.Random(self.settings["training"]["seed"] + self.passes)  # noqa: S311 - not for secrets
            noise = self.settings["noise"]
            chosen = [self.swapper.swapped(e, noise.get("names", 0.0), draw) for e in self._pass(draw)]
            chosen = [batches.noisy(e, noise, draw) for e in chosen]
            self._train_pass(chosen, draw)
            self.passes += 1
            log.info(
                "pass %d done: step %d, %.1f min, %.0f %%",
                self.passes,
                self.steps,
                self.elapsed / 60,
                100 * self.progress,
            )
            if self.elapsed - self.saved > 60 * self.settings["training"]["checkpoint_minutes"]:
                self.save()
        self.save()
        torch.save({name: part.cpu() for name, part in self.net.state_dict().items()}, self.folder / "final.pt")

    def _pass(self, draw: random.Random) -> list[Any]:
        chosen = []
        for corpus, times in self.settings["corpora"].items():
            mine = [e for e in self.examples if e.corpus == corpus]
            whole = int(times)
            chosen += mine * whole + draw.sample(mine, int(len(mine) * (times - whole)))
        pairs = self.settings.get("run_together")
        return chosen + (batches.run_together(self.examples, pairs, draw) if pairs else [])

    def _train_pass(self, chosen: list[Any], draw: random.Random) -> None:
        training, weights = self.settings["training"], self.settings["losses"]
        seen, mean, begin = 0, 0.0, time.monotonic()
        self.net.train()
        if self.progress >= training["rounding_from"]:
            self.net.round_weights()
        unseen = self.settings["noise"].get("unseen", 0.0)
        for batch in self.maker.batches(chosen, training["pieces"], draw, unseen=unseen):
            left = max(0.0, 1 - self.progress)
            for group in self.optimiser.param_groups:
                group["lr"] = group["rate"] * min(1.0, self.progress / training["warm_up"] + 0.01) * left
            here = {name: part.to(self.device, non_blocking=True) for name, part in batch.items()}
            with torch.autocast(self.device.type, dtype=torch.bfloat16):
                loss = loss_of(self.net, here, weights)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), training["clip"])
            self.optimiser.step()
            self.steps += 1
            self.elapsed += time.monotonic() - self.clock
            self.clock = time.monotonic()
            seen += batch["ids"].numel()
            mean = 0.98 * mean + 0.02 * float(loss.detach())
            if self.steps % 50 == 0:
                log.info(
                    "step %d loss %.3f (mean %.3f) %.0f pieces/s %.1f min",
                    self.steps,
                    float(loss.detach()),
                    mean,
                    seen / (time.monotonic() - begin),
                    self.elapsed / 60,
                )
            if self.progress >= 1:
                return

    def save(self) -> None:
        """Write the checkpoint beside the old one, then put it in its place."""
        state = {
            "net": self.net.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "elapsed": self.elapsed,
            "steps": self.steps,
            "passes": self.passes,
        }
        torch.save(state, self.folder / "last.tmp")
        (self.folder / "last.tmp").replace(self.folder / "last.pt")
        self.saved = self.elapsed
        log.info("saved at step %d", self.steps)

    def _resume(self) -> None:
        state = torch.load(self.folder / "last.pt", map_location=self.device, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.elapsed, self.steps, self.passes = state["elapsed"], state["steps"], state["passes"]
        self.saved = self.elapsed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/, ner/ and attribution/")
    parser.add_argument("--run", type=Path, required=True, help="folder for checkpoints and the final weights")
    parser.add_argument("--settings", type=Path, default=SETTINGS)
    parser.add_argument(
        "--segmenter",
        type=Path,
        default=Path("src/whosays/reader/model/segmenter.npz"),
        help="from training/boundaries.py; cuts the corpora that come as raw text",
    )
    parser.add_argument(
        "--reader",
        type=Path,
        default=Path("src/whosays/reader/model"),
        help="folder of a model whose trees say which word heads an argument of the written sentences",
    )
    parser.add_argument("--corpora", default="ewt,gum,crossner,re3d,polnear,written,named")
    parser.add_argument(
        "--encoder",
        type=Path,
        default=ENCODER,
        help="folder with model.safetensors and tokenizer.json of an uncased BERT; its first layers are taken",
    )
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--steps", type=int, default=0, help="this many steps instead of minutes")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from, with a new schedule")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--device", default="cuda" if torch.cuda.is_available() else "cpu", help="of torch; a GPU where there is one"
    )
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    Run(arguments).train()


if __name__ == "__main__":
    main()
