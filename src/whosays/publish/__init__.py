"""The record shown and handed on: the brief, the exports, the summary, and why an event was coded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whosays.publish.explanation import explain as explain
    from whosays.publish.export import FORMATS as FORMATS
    from whosays.publish.export import write_export as write_export
    from whosays.publish.page import brief as brief
    from whosays.publish.terminal import summary as summary
    from whosays.publish.watchlist import watchlist as watchlist
    from whosays.record.schema import schema as schema

_HOMES = {
    "FORMATS": "whosays.publish.export",
    "brief": "whosays.publish.page",
    "explain": "whosays.publish.explanation",
    "schema": "whosays.record.schema",
    "summary": "whosays.publish.terminal",
    "watchlist": "whosays.publish.watchlist",
    "write_export": "whosays.publish.export",
}

__all__ = ["FORMATS", "brief", "explain", "schema", "summary", "watchlist", "write_export"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that `--help` answers at once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
