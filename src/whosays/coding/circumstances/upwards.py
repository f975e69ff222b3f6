"""What lies around a deed: the clauses above it in which its time and place may stand, and where a report's dateline ends."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.record.dateline import DATELINE
from whosays.record.reading import Reading, Sentence

# Whoever does these to a deed was elsewhere and speaks later. What a deed is called by some of them ("denounced it as an
# assault") is asked in `events/called`; to whom something is charged or of whom it is asked stands in `CHARGING`.
COMMENTING = frozenset(
    "disown disavow dismiss condemn welcome denounce deplore praise criticise criticize deny reject blame discuss regret protest hail support mourn "
    "defend justify describe mention mark commemorate recall".split()
)
CHARGING = frozenset(
    {"accuse", "blame", "suspect", "charge", "demand", "urge", "ask", "call", "warn", "threaten", "order"}
)
STRETCHES = frozenset({"hour", "day", "week", "month", "year", "decade"})
WHICH = frozenset({"next", "coming", "following"})
UP = frozenset(
    {"advcl", "conj", "xcomp", "acl", "obj", "obl", "nmod", "parataxis", "nsubj", "appos", "ccomp", "compound"}
)
REPORTS = frozenset(
    "say tell add announce report write state declare confirm claim deny repeat reiterate insist maintain allege acknowledge admit".split()
)


def upwards(sentence: Sentence, index: int, *, over_after: bool = False) -> Iterator[int]:
    """The word and the predicates above it, up to the first that reports; `over_after`: also what was done after it."""
    here = index
    for _ in range(5):
        yield here
        token = sentence.tokens[here]
        if token.head < 0 or base(token.deprel) not in UP:
            return
        if (
            token.deprel == "acl:relcl"
            and child(sentence, here, "aux") is not None
            and not is_in_course(sentence, here)
        ):
            return  # "where both have since pulled back" has another time than what it hangs on
        reduced = base(token.deprel) == "acl" and child(sentence, here, "nsubj") is None
        if reduced and "Tense=Past" in token.feats and child(sentence, here, "aux", "mark") is None:
            return  # "the men seized in May walked home on Sunday"
        if base(token.deprel) == "advcl" and has_case(
            sentence, here, *(("since",) if over_after else ("after", "since"))
        ):
            return  # "expelled the envoy on Monday after a blast killed two": when the blast was is not said
        head = sentence.tokens[token.head]
        if head.lemma.lower() in REPORTS and base(token.deprel) in {"ccomp", "parataxis", "advcl"}:
            return
        here = token.head


def is_in_course(sentence: Sentence, clause: int) -> bool:
    """ "The fighting on Monday, in which two were killed": then and there."""
    return any(
        sentence.tokens[word].text.lower() == "which" and has_case(sentence, word, "in", "during")
        for word in children(sentence, clause, "obl")
    )


def is_duration(sentence: Sentence, word: int) -> bool:
    """ "For a week", "during the day"; "for next week" says when."""
    if any(sentence.tokens[below].lemma.lower() in WHICH for below in children(sentence, word, "amod", "det")):
        return False
    return has_case(sentence, word, "for", "during", "within") and sentence.tokens[word].lemma.lower() in STRETCHES


def dateline_end(reading: Reading, sentence: Sentence) -> int:
    """Where a paragraph's dateline ends ("PORT SAMA, June 8 (Agency) - "): it says where the writer was; else its start."""
    text = reading.document.text
    begins = sentence.start == 0 or text[: sentence.start].rstrip(" ").endswith("\n")
    match = DATELINE.match(text, sentence.start) if begins else None
    return match.end() if match else sentence.start
