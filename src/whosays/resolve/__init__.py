"""Mentions to the world: who, where and when, each with how it was read, or empty with a reason."""

from whosays.resolve.assemble import resolve
from whosays.resolve.gazetteer import Spot
from whosays.resolve.where import candidates
from whosays.resolve.world import World, load_world

__all__ = ["Spot", "World", "candidates", "load_world", "resolve"]
