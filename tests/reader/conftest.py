"""The shipped reader, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays.reader
from whosays.reader.own import OwnReader
from whosays.reader.segment import Segmenter

MODEL = Path(whosays.reader.__file__).with_name("model")


@pytest.fixture(scope="session")
def own() -> OwnReader:
    return OwnReader(MODEL, threads=1)


@pytest.fixture(scope="session")
def segmenter() -> Segmenter:
    return Segmenter(MODEL / "segmenter.npz")
