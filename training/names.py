"""Examples for the names' heads: UNER on EWT, CrossNER, re3d, GUM's mentions, and the sentences written for this project.

Each corpus has its own label set and a head for it; `names_work` has the working labels, to which UNER's and CrossNER's are mapped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import conllu
import gum_names
import named
from examples import Example, Span, bio, cut, jsonl, layers, raw, to_words
from whosays.reader.features import QuoteTracker
from whosays.reader.segment import Segmenter

_DEMONYM = re.compile(r"[A-Z].*(?:ians?|icans?|[^t]ans|ese|ish|[aeqrnzt]i|[aqnrzt]is|ists?|ites?|crats?|ims?|ic)")
_PEOPLES = frozenset(
    [
        "French",
        "Dutch",
        "Greek",
        "Greeks",
        "Kurd",
        "Kurds",
        "Arab",
        "Arabs",
        "Serb",
        "Serbs",
        "Croat",
        "Croats",
        "Turk",
        "Turks",
        "Jew",
        "Jews",
        "Uzbek",
        "Uzbeks",
        "Tamil",
        "Tamils",
        "Moslem",
        "Moslems",
        "Hindu",
        "Hindus",
        "Shia",
        "Sunni",
        "Sunnis",
        "Shiites",
        "Sikh",
        "Sikhs",
        "Swiss",
        "Thai",
        "Uyghur",
        "Uyghurs",
        "Pole",
        "Poles",
        "Dane",
        "Danes",
        "Swede",
        "Swedes",
        "Finn",
        "Finns",
        "Spaniard",
        "Spaniards",
        "Soviet",
        "Soviets",
        "Druze",
        "Hutu",
        "Tutsi",
        "Pashtun",
        "Pashtuns",
        "Hazara",
        "Hazaras",
        "Kazakh",
        "Uighur",
        "Philippine",
        "Houthi",
        "Houthis",
        "Christian",
        "Christians",
        "Catholic",
        "Orthodox",
        "Protestant",
        "Tory",
        "Tories",
        "Labour",
        "Whig",
        "Whigs",
        "Nazi",
        "Nazis",
        "Czech",
        "Slovak",
        "Slovaks",
        "Czechs",
        "Afghan",
        "Afghans",
    ]
)
_DIRECTIONS = frozenset(["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"])
_EVENT = re.compile(
    r"\b(?:war|wars|election|elections|olympics?|cup|summit|conference|battle|revolution|holocaust"
    r"|festival|day|christmas|easter|ramadan|katrina|jihad|intifada|uprising|crisis|massacre|games)\b",
    re.IGNORECASE,
)
CROSSNER_WORK = {
    "politician": "PER",
    "person": "PER",
    "country": "LOC",
    "location": "LOC",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "election": "EVENT",
    "event": "EVENT",
    "misc": "MISC",
}


def other_kind(text: str, upos: list[str]) -> str:
    """Working kind of a name that is no person, place or organisation, by its words."""
    if _EVENT.search(text):
        return "EVENT"
    words = text.split()
    if all(_DEMONYM.fullmatch(word) or word in _PEOPLES for word in words if word not in _DIRECTIONS) and (
        len(words) <= 3 and text[:1].isupper()
    ):
        return "NORP"
    if upos == ["ADJ"]:
        return "NORP"
    return "MISC"


def uner(path: Path) -> Callable[[conllu.Tree], dict[str, list[str]]]:
    """What UNER says of EWT's sentences, in its own labels and in the working ones."""
    rows = {row["id"]: row for row in jsonl(path)}

    def names(tree: conllu.Tree) -> dict[str, list[str]]:
        row = rows.get(tree.id)
        if row is None or "".join(row["text"].split()) != "".join(tree.text.split()):
            return {}
        words = [(_dense(tree.text, s), _dense(tree.text, e)) for s, e in tree.spans]
        text = row["text"]  # "do n't" where the treebank has "don't"
        spans = to_words([(_dense(text, s), _dense(text, e), kind) for s, e, kind in row["spans"]], words)
        other = []
        for start, end in row.get("other", []):
            for first, last, _ in to_words([(_dense(text, start), _dense(text, end), "")], words):
                other.append((first, last, other_kind(text[start:end], tree.upos[first : last + 1])))
        length = len(tree.forms)
        return {"names_uner": bio(length, spans), "names_work": bio(length, [*spans, *other])}

    return names


def _dense(text: str, offset: int) -> int:
    """The offset counted without white space."""
    return offset - sum(map(str.isspace, text[:offset]))


def crossner(path: Path) -> Iterator[Example]:
    """CrossNER's sentences in its nine types and in the working ones."""
    for row in jsonl(path):
        words = [tuple(w) for w in row["tokens"]]
        spans = to_words([tuple(s) for s in row["spans"]], words)
        forms = [row["text"][s:e] for s, e in words]
        work = []
        for first, last, kind in spans:
            text = " ".join(forms[first : last + 1])
            mapped = CROSSNER_WORK[kind]
            if kind == "misc":
                mapped = other_kind(text, ["X"] * (last - first + 1))
            work.append((first, last, mapped))
        glued = [_would_be_glued(forms, i) for i in range(len(forms))]
        yield Example(
            corpus="crossner",
            forms=forms,
            glued=glued,
            quotes=QuoteTracker().sentence(forms),
            labels={"names_crossner": bio(len(forms), spans), "names_work": bio(len(forms), work)},
        )


def _would_be_glued(forms: list[str], i: int) -> bool:
    """Whether running text would have no space before the word: CrossNER has been cut into words already."""
    return i > 0 and (forms[i] in ".,;:!?)]}%" or forms[i].startswith("'") or forms[i - 1] in ("(", "[", "{"))


def held_out(name: str) -> bool:
    """re3d's own development part: documents whose sha1 modulo 5 is 1 (0 is the benchmark's test part)."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 5 == 1  # noqa: S324 - a split, not a secret


RE3D_LAYERS = ("names_re3d", "names_re3d_inner")


def re3d(path: Path, segmenter: Segmenter) -> Iterator[Example]:
    """re3d's documents, cut by our own segmenter; nested spans in two layers: the outermost, those inside."""
    for row in jsonl(path):
        if held_out(row["id"]):
            continue
        for words, spans, quotes in cut(row["text"], [tuple(s) for s in row["spans"]], segmenter):
            found = layers(spans, len(RE3D_LAYERS))
            labels = {name: bio(len(words), layer) for name, layer in zip(RE3D_LAYERS, found, strict=True)}
            yield raw("re3d", words, quotes, labels)


# ---- GUM


def gum(tree: conllu.Tree) -> dict[str, list[str]]:
    """What GUM's mentions say of a sentence's names, in UNER's labels and in the working ones; empty labels where they say nothing."""
    spans, unknown = gum_names.names(tree)
    length = len(tree.forms)
    peoples = {(first, last) for first, last, kind in spans if kind == "PER" and _people(tree.forms[first : last + 1])}
    of_uner = bio(length, [span for span in spans if span[:2] not in peoples])
    work = bio(length, [(a, b, "NORP" if (a, b) in peoples else kind) for a, b, kind in spans])
    return {
        head: ["" if i in unknown else label for i, label in enumerate(labels)]
        for head, labels in (("names_uner", of_uner), ("names_work", work))
    }


def _people(forms: list[str]) -> bool:
    return forms[-1].endswith("s") and other_kind(" ".join(form for form in forms if form != "-"), []) == "NORP"


# ---- written for this project

WORKING = {
    "crossner": CROSSNER_WORK,
    "uner": {kind: kind for kind in ("PER", "ORG", "LOC", "NORP", "EVENT", "MISC")},
}


def constructed(folder: Path, segmenter: Segmenter) -> Iterator[Example]:
    """The names written for this project, as the corpus would have them whose labels they bear."""
    for path in sorted(folder.glob("*.txt")):
        scheme, tracker = named.scheme(path), QuoteTracker()
        for one in named.read(path):
            words = [word for sentence in segmenter.segment(one.text) for word in sentence.words]
            if one.begins or scheme != "re3d":
                tracker = QuoteTracker()
            spans = to_words(one.spans, [(w.start, w.end) for w in words])
            yield raw(
                f"named-{scheme}", words, tracker.sentence([w.text for w in words]), _labels(scheme, spans, len(words))
            )


def _labels(scheme: str, spans: list[Span], length: int) -> dict[str, list[str]]:
    if scheme == "re3d":
        return {
            name: bio(length, layer) for name, layer in zip(RE3D_LAYERS, layers(spans, len(RE3D_LAYERS)), strict=True)
        }
    work = [(first, last, WORKING[scheme][kind]) for first, last, kind in spans]
    own = [span for span in spans if scheme != "uner" or span[2] in ("PER", "ORG", "LOC")]
    return {f"names_{scheme}": bio(length, own), "names_work": bio(length, work)}
