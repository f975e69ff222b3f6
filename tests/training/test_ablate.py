"""The ablation leaves out each corpus that the shipped model was made from, and each of them teaches something in it."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

TRAINING = Path(__file__).parents[2] / "training"
ablate = import_module("ablate")  # it finds one of its own parts in another folder, which no type checker follows


def test_every_corpus_of_the_shipped_model_has_its_turn() -> None:
    found = re.search(r'"--corpora", default="([^"]+)"', (TRAINING / "make.py").read_text(encoding="utf-8"))
    assert found is not None
    assert set(ablate.SOURCES) == set(found[1].split(","))


def test_no_corpus_is_left_out_of_the_run_with_all_of_them() -> None:
    passes = tomllib.loads((TRAINING / "settings.toml").read_text(encoding="utf-8"))["corpora"]
    for source in ablate.SOURCES:
        parts = [times for name, times in passes.items() if name == source or name.startswith(f"{source}-")]
        assert parts
        assert all(times > 0 for times in parts)
