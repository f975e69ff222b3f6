"""Ids: hashes of what a thing is, so that the same thing has the same id wherever and whenever it is coded."""

from __future__ import annotations

import hashlib
import json


def content_id(kind: str, *parts: str | int | None) -> str:
    """First 16 hex digits of the SHA-256 of `[kind, *parts]` as canonical JSON (RFC 8785, UTF-8).

    Strings, integers and nulls alone have one canonical form without further rules; nothing else is taken.
    """
    canonical = json.dumps([kind, *parts], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
