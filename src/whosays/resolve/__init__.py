"""Mentions to the world: who, where and when, each with how it was read, or empty with a reason."""

from whosays.resolve.assemble import resolve
from whosays.resolve.weighed import Weigher, weigher
from whosays.resolve.world import World, load_world

__all__ = ["Weigher", "World", "load_world", "resolve", "weigher"]
