"""Bytes to text: what is no text is refused with its name, what is wrongly encoded is read as well as can be."""

from __future__ import annotations

import codecs
import re

from whosays.errors import NotTextError

SIGNATURES = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "an image (PNG)",
    b"\xff\xd8\xff": "an image (JPEG)",
    b"GIF8": "an image (GIF)",
    b"PK\x03\x04": "an archive or an office file (ZIP)",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
# Text of Windows-1252 that was read as Latin-1 shows as C1 controls; no report holds these.
C1 = {0x80 + n: c for n, c in enumerate("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ") if c != " "}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Signs without a shape: soft hyphens, spaces without width, marks that turn the direction of what is shown (which may be
# quite another text than the one that is read); joiners are kept where they join what is not Latin.
SHAPELESS = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, with line feeds as line ends and without control characters, and a note where bytes had to be replaced.

    Raises:
        NotTextError: nothing is there, or the bytes are no text; the message says what they are.
    """
    if not data.strip():
        raise NotTextError("the file is empty")
    for signature, name in SIGNATURES.items():
        if data.lstrip()[:16].startswith(signature):
            message = f"the file is {name}, not a report"
            raise NotTextError(message)
    text, note = _decoded(data)
    if _is_binary(text):
        raise NotTextError("the file is binary, not text")
    return _clean(text), note


def _decoded(data: bytes) -> tuple[str, str | None]:
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), None
    if data[:2000].count(b"\x00") > len(data[:2000]) // 4:
        encoding = "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"
        return data.decode(encoding, errors="replace"), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    declared = CHARSET.search(data[:4096])
    for name in filter(None, (declared and declared[1].decode("ascii"), "windows-1252")):
        text = _try(data, name)
        if text is not None:
            return (
                text,
                None
                if declared and name == declared[1].decode("ascii")
                else f"no encoding is stated or it is wrong; read as {name}",
            )
    return data.decode("utf-8", errors="replace"), "some bytes are in no known encoding and were replaced by �"


def _try(data: bytes, encoding: str) -> str | None:
    """The text in an encoding; None if that is unknown or wrong. Mostly-UTF-8 text is not taken for Windows-1252."""
    damaged = data.decode("utf-8", errors="replace")
    if encoding.lower() in {"utf-8", "utf8", "windows-1252", "iso-8859-1", "latin-1"}:
        multibyte = sum(ord(c) > 0x7F and c != "\ufffd" for c in damaged)
        if multibyte > damaged.count("\ufffd"):
            return None
    if encoding.lower() in {"utf-8", "utf8"}:
        return None
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def visible(text: str) -> str:
    """The text without signs that nobody sees: they part a word in two where it is read."""
    return SHAPELESS.sub("", text)


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    odd = len(CONTROLS.findall(sample)) - sample.count("\f") + sample.count("\ufffd")
    return odd > max(4, len(sample) // 20)


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    # Most text has none of these, and translating megabytes takes seconds.
    return CONTROLS.sub("", text.translate(C1)) if CONTROLS.search(text) else text
