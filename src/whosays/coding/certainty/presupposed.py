"""What a sentence takes for granted whatever becomes of its verb: a denial or a doubt above does not reach it.

"A raid did not stop the convoy", "nobody slept after the attack", "it is not clear who fired": the raid, the attack and
the firing were; only what is said of them is not so, or not known.
"""

from __future__ import annotations

from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case, is_no
from whosays.record.reading import Sentence

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CAUSES = ("because", "due", "despite", "amid")
# Times: what they name was, also where "not" stands with the verb.
TIMES = ("after", "during", "since", "following", "throughout")
ASKING = frozenset({"who", "whom", "whose", "which", "how", "why", "where", "when"})
WHETHER = ("if", "whether")
CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "csubj", "acl", "parataxis", "conj"})
# What is said against somebody, and what is only an opinion of what he did.
CHARGES = frozenset("accusation allegation charge claim report blame responsibility lawsuit".split())
VERDICTS = frozenset(
    "criticism condemnation complaint protest outcry outrage concern objection reproach rebuke question".split()
)

# What comes before a deed, and was also where the deed is not to be.
BEFOREHAND = frozenset(
    "plan schedule set slate arrange order announce promise propose prepare request expect intend design".split()
)


def is_given(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is told as known: with an article or demonstrative, or somebody's."""
    for word in children(sentence, noun, "det", "nmod:poss"):
        token = sentence.tokens[word]
        if token.deprel == "nmod:poss" or token.lemma.lower() in DEFINITE:
            return True
    return sentence.tokens[noun].lemma.lower() in RELATIVES


def is_untouched(sentence: Sentence, verb: int, node: int) -> bool:
    """Whether a "not" with a verb leaves what hangs below it as it is: a transitive subject, a circumstance, what describes a noun.

    "No one was hurt in a raid" denies its subject; the raid, too, was. So were the captures in "said nothing on captured soldiers".
    """
    relation = sentence.tokens[node].deprel
    if base(relation) == "amod":
        return not any(sentence.tokens[word].lemma.lower() in ("no", "any") for word in children(sentence, verb, "det"))
    if relation == "nsubj":
        return child(sentence, verb, "obj", "ccomp") is not None and not is_no(sentence, node, "nsubj")
    if base(relation) != "obl":
        return False
    nobody = any(is_no(sentence, word, "nsubj") for word in children(sentence, verb, "nsubj"))
    return has_case(sentence, node, *TIMES) or (nobody and has_case(sentence, node, "in", "by"))


def is_beforehand(sentence: Sentence, node: int, *, denied: bool) -> bool:
    """Whether a participle tells what came before a deed that is not to be or is open: "a feast planned for Sunday was cancelled".

    Where the deed is not `denied` only a day or place for it says so ("wants a truce agreed by all" leaves it open);
    "there was no feast planned" denies the plan.
    """
    token = sentence.tokens[node]
    if base(token.deprel) != "acl" or token.lemma.lower() not in BEFOREHAND or "VerbForm=Part" not in token.feats:
        return False
    if not denied and not any(has_case(sentence, word, "for") for word in children(sentence, node, "obl")):
        return False
    missing = is_no(sentence, token.head, "nsubj") or any(
        sentence.tokens[word].lemma.lower() == "any" for word in children(sentence, token.head, "det")
    )
    return not missing and child(sentence, node, "mark", "aux", "nsubj") is None


def is_cause(sentence: Sentence, node: int) -> bool:
    """Whether a phrase says why or despite what: that was, also where the deed is open ("may leave because of attacks")."""
    return base(sentence.tokens[node].deprel) == "obl" and has_case(sentence, node, *CAUSES)


def is_asked_for_a_part(sentence: Sentence, clause: int) -> bool:
    """Whether a clause asks who, how, why, where or when, so that it says that: "did not say who attacked"."""
    token = sentence.tokens[clause]
    if base(token.deprel) not in ("ccomp", "csubj", "xcomp") or "VerbForm=Inf" in token.feats:
        return False
    if has_case(sentence, clause, *WHETHER) or any("?" in word.text for word in sentence.tokens):
        return False
    first = here = min(sentence.subtree(clause))
    while here != clause and base(sentence.tokens[here].deprel) not in CLAUSES:
        here = sentence.tokens[here].head
    return first < clause == here and sentence.tokens[first].lemma.lower() in ASKING


def is_topic(sentence: Sentence, node: int) -> bool:
    """Whether a phrase only says what is talked over: who rejects "accusations over the raid", "criticism of the raid" denies no raid."""
    token = sentence.tokens[node]
    if base(token.deprel) not in ("nmod", "obl") or token.head < 0:
        return False
    thing = child(sentence, token.head, "obj") if sentence.tokens[token.head].upos == "VERB" else token.head
    above = sentence.tokens[thing].lemma.lower() if thing is not None and thing < node else ""
    if has_case(sentence, node, "over"):
        return above in CHARGES | VERDICTS
    return above in VERDICTS and has_case(sentence, node, "of", "about", "on", "regarding", "concerning", "against")


def is_resumed(sentence: Sentence, cue: int, node: int) -> bool:
    """Whether a phrase behind a speaker goes on with what he said: "drones hit a depot, he said, in an attack on …"."""
    relation = base(sentence.tokens[node].deprel)
    # "…, he said, rejecting a claim" is told, not said.
    marked = relation == "advcl" and child(sentence, node, "mark", "advmod") is not None
    if node < cue or not (relation == "obl" or marked):
        return False
    said = base(sentence.tokens[cue].deprel) == "parataxis" or any(
        word < cue for word in children(sentence, cue, "ccomp", "parataxis")
    )
    first = min(sentence.subtree(node))
    return said and "," in {sentence.tokens[first].text, sentence.tokens[first - 1].text}
