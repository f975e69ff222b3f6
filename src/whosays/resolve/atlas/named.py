"""Where a text names places: the reader's own names of places, and those that stand inside other names or were left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.record.reading import Name, Reading, Sentence
from whosays.resolve.atlas.atlas import Atlas
from whosays.resolve.atlas.gazetteer import Spot
from whosays.resolve.atlas.place_words import SIDES, UNITS
from whosays.resolve.fold import key
from whosays.resolve.phrases.noun_phrases import case_of

PLACES = {"LOC", "NORP"}
AT_PLACE = {
    "in",
    "at",
    "near",
    "from",
    "outside",
    "off",
    "around",
    "to",
    "into",
    "of",
    "toward",
    "towards",
    "across",
    "over",
}
LONGEST, SHORTEST = 4, 4  # words of a place's name inside another name, letters of one that is a single word
CITY = 50_000  # people of a town whose name is taken for it wherever it stands
# Words that are also some town's or unit's name and mean nothing of the kind inside the name of a body.
COMMON = {"central", "union", "national", "international", "liberty", "independence", "justice", "home", "reading", "university",
          "hope", "world", "media", "federal", "republic", "state", "capitol", "congress", "college", "normal", "mission", "post",
          "general", "commerce", "sun", "star", "progress", "enterprise", "freedom", "victory", "guardian", "unity", "young",
          "church", "temple", "police", "best", "most", "bank", "valley", "cancer", "fire", "clinton", "lincoln", "jackson",
          "same", "male", "van", "bath", "nice", "of", "the", "grand", "imperial", "royal", "western", "eastern", "northern",
          "southern", "street", "champion", "mobile", "orange", "hall", "house", "city", "time", "times", "news"}  # fmt: skip


def place_names(reading: Reading, atlas: Atlas) -> Iterator[tuple[int, int]]:
    """Start and end (code points) of every place's name in a text, in order, none overlapping another."""
    known = frozenset(_said(reading, PLACES))
    for sentence in reading.sentences:
        for first, last in sorted(_of_sentence(sentence, reading.document.text, atlas, known)):
            yield sentence.tokens[first].start, sentence.tokens[last].end


def _said(reading: Reading, kinds: set[str]) -> Iterator[str]:
    text = reading.document.text
    for sentence in reading.sentences:
        for name in sentence.names:
            if name.kind in kinds:
                yield key(text[sentence.tokens[name.first].start : sentence.tokens[name.last].end])


def _of_sentence(sentence: Sentence, text: str, atlas: Atlas, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    covered: set[int] = set()
    for name in sentence.names:
        covered |= set(range(name.first, name.last + 1))
        if name.kind in PLACES:
            yield name.first, name.last
        elif name.kind == "PER":
            if _goes_for_place(sentence, name, text, atlas, known):
                yield name.first, name.last
        else:
            yield from _inside(sentence, range(name.first, name.last + 1), text, atlas, known)
    for run in _left_out(sentence, covered):
        placed = case_of(sentence, run[-1]) in AT_PLACE or case_of(sentence, run[0]) in AT_PLACE
        words = text[sentence.tokens[run[0]].start : sentence.tokens[run[-1]].end]
        if placed and len(words) >= SHORTEST and key(words) not in COMMON | SIDES and atlas.gazetteer.find(words):
            yield run[0], run[-1]
        else:
            yield from _inside(sentence, run, text, atlas, known)


def _goes_for_place(sentence: Sentence, name: Name, text: str, atlas: Atlas, known: frozenset[str]) -> bool:
    """Whether a "person" is a place that someone is in or goes to, or a state that the text names elsewhere."""
    words = text[sentence.tokens[name.first].start : sentence.tokens[name.last].end]
    at = case_of(sentence, name.first) in AT_PLACE - {"of", "from", "to", "over"}
    if key(words) in known and _is_state(words, atlas):
        return True
    return at and words[:1].isupper() and bool(atlas.gazetteer.find(words))


def _left_out(sentence: Sentence, covered: set[int]) -> Iterator[range]:
    """Runs of capitalised proper nouns and adjectives that belong to no name."""
    first: int | None = None
    for token in sentence.tokens:
        proper = token.index not in covered and token.text[:1].isupper() and token.upos in {"PROPN", "ADJ"}
        if proper and first is None:
            first = token.index
        if not proper and first is not None:
            yield range(first, token.index)
            first = None
    if first is not None:
        yield range(first, len(sentence.tokens))


def _inside(
    sentence: Sentence, words: Sequence[int], text: str, atlas: Atlas, known: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Places inside a longer name, the longest first: "Riga" in "Riga Fire Department", "Mexico" in "Bank of Mexico"."""
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            first, last = words[at], words[at + length - 1]
            name = text[sentence.tokens[first].start : sentence.tokens[last].end]
            if _is_place(name, length, atlas, known):
                yield first, last
                at += length - 1
                break
        at += 1


def _is_place(name: str, length: int, atlas: Atlas, known: frozenset[str]) -> bool:
    """Whether words inside another name stand for a place: it is named as one elsewhere, or it is known everywhere."""
    wanted = key(name)
    if not name[:1].isupper() or wanted in COMMON | SIDES or name.isdecimal():
        return False
    if wanted in known:
        return True
    if len(wanted) < SHORTEST and not _is_state(name, atlas):
        return False
    if length > 1 and wanted.split()[-1] in UNITS["admin2"] | UNITS["admin1"]:
        return any(spot.kind in {"admin1", "admin2"} for spot in atlas.gazetteer.find(name))
    return _is_state(name, atlas) or any(_well_known(spot, wanted) for spot in atlas.gazetteer.find(name))


def _is_state(name: str, atlas: Atlas) -> bool:
    return any(spot.kind == "country" for spot in atlas.spots(name))


def _well_known(spot: Spot, wanted: str) -> bool:
    own = key(spot.name) == wanted
    large = spot.kind == "town" and spot.population >= CITY and own
    return large or (spot.kind == "admin1" and own) or spot.kind in {"region", "continent", "sea", "island", "near"}
