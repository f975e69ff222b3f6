"""The gazetteer (stub until its file is built)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name."""

    folder: Path

    def country_of(self, name: str) -> str | None:
        """The state of a place."""
        return None


def load_gazetteer(folder: Path) -> Gazetteer:
    """Open the gazetteer."""
    return Gazetteer(folder)
