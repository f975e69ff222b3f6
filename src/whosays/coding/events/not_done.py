"""What keeps a deed from having been done, as far as the words around it say: wished, supposed, asked, possible, averted.

What is told outright was done all the same (`outright`); who decides between the two is `selection`.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.certainty.factuality import path_to
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.events.hit import Hit
from whosays.coding.trees.clause import base, child, children, has_case, opens_with
from whosays.record.event import SPEECH
from whosays.record.reading import Sentence, Token

SUPPOSING = frozenset({"if", "unless", "should", "lest", "provided", "whether"})
# With a bare infinitive these say what is possible or due, not what is.
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "iobj"})
# Speech acts whose content is what is to be, not what is; "refuse" and "rule out" say what is not.
WISHING = frozenset({"REQUEST", "AGREE", "THREATEN"})
REFUSING = frozenset({"refuse", "rule", "cancel", "postpone", "decline", "refusal", "rule out", "veto"})
ADDRESSED = SPEECH - {"REJECT", "CONCEDE"}  # said to move somebody; a refusal or a concession answers
# What is in force or goes on may be asked to end; "the arrest" that is asked for is still to come.
LASTING = frozenset(
    {
        "curfew",
        "sanction",
        "embargo",
        "ban",
        "tariff",
        "blockade",
        "siege",
        "war",
        "occupation",
        "fighting",
        "bombardment",
    }
)
ASKED = frozenset({"when", "where", "why", "how", "who", "what", "whether"})
ASKING = frozenset(
    "ask know wonder say tell explain clear unclear unknown see question inquire decide determine consider debate discuss".split()
)
AHEAD = frozenset({"will", "would", "shall", "should", "could", "can", "might", "may"})
WANTING = frozenset({"want", "seek", "need", "await"})  # "want the release of five" is to come
FORESTALLING = frozenset({"avoid", "avert", "prevent", "forestall", "preclude"})
# "The ability to fight", "a way to probe how far they go" is no fight and no probe.
POTENTIAL = frozenset(
    "ability capacity capability chance incapable means opportunity potential power pressure way willingness".split()
)
NEARLY = frozenset({"short", "close", "brink", "verge"})  # "stopped short of", "came close to", "on the brink of"
RULES = frozenset(
    """accord act agreement armistice ceasefire charter clause code constitution convention deal decree guarantee guideline
    insurance law mandate pact policy protocol resolution rule statute treaty truce""".split()
)
RULING = frozenset("allow ban bar cover criminalise criminalize forbid include outlaw permit prohibit regulate".split())
AVERTING = frozenset({"stop", "refrain", "abstain", "fall", "prevent", "avoid", "oblige", "require"})


def is_left_open(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """Whether the words around a deed keep it from having been done."""
    return any(_ways_out(sentence, hit, hits))


def _ways_out(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Iterator[bool]:
    yield is_wished(sentence, hit, hits)
    yield _is_supposed(sentence, hit)
    yield _is_asked(sentence, hit)
    yield _is_merely_possible(sentence, hit)
    yield _is_yet_to_be_known(sentence, hit)
    yield _is_no_occasion(sentence, hit)
    yield _is_averted(sentence, hit)


def is_ruled_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether a paper only names a kind of deed: "the pact covers attacks on ships", "the law forbids arrests at night"."""
    token = sentence.tokens[hit.index]
    if not hit.is_noun or hit.clause != hit.index or base(token.deprel) != "obj" or token.head < 0:
        return False
    papers = (sentence.tokens[word].lemma.lower() for word in children(sentence, token.head, "nsubj"))
    rules = sentence.tokens[token.head].lemma.lower() in RULING and any(one in RULES for one in papers)
    return rules and child(sentence, hit.index, "det", "nummod", "nmod:poss") is None


def is_wished(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a trigger is what another one asks for, promises, threatens or refuses."""
    by_index = {other.index: other for other in hits}
    here = hit.clause
    for _ in range(6):
        token = sentence.tokens[here]
        if token.head < 0:
            return False
        relation = base(token.deprel)
        if _is_told_of(sentence, token) or relation not in COMPLEMENTS | {"conj", "compound"}:
            return False
        above = by_index.get(token.head)
        if above is not None and above.index != hit.index and relation != "conj":
            if above.category in WISHING or above.lemma in REFUSING:
                with_it = above.category == "THREATEN" and has_case(
                    sentence, here, "with"
                )  # "threatened it with sanctions"
                return (with_it or _is_content(sentence, here, relation)) and not _is_there(sentence, hit)
            return False
        here = token.head
    return False


def _is_told_of(sentence: Sentence, token: Token) -> bool:
    """Whether a clause tells what befell the noun it is of: "demanded his brother, locked up since spring"."""
    if _is_that_clause(sentence, token.index):
        return False
    participle = base(token.deprel) == "acl" and "VerbForm=Part" in token.feats and not token.text.endswith("ing")
    return token.deprel == "acl:relcl" or participle


def _is_that_clause(sentence: Sentence, clause: int) -> bool:
    """ "A pledge that they would be freed": what a noun says, not what befell it."""
    return any(sentence.tokens[word].lemma.lower() == "that" for word in children(sentence, clause, "mark"))


def _is_there(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun names a word already given or a thing in force: "refused a request from the Red Cross", "demand that the curfew end"."""
    if not hit.is_noun or hit.clause != hit.index:
        return False
    if hit.category in ADDRESSED:
        return any(True for _ in children(sentence, hit.index, "nmod:poss")) or any(
            opens_with(sentence, word, "from") for word in children(sentence, hit.index, "nmod")
        )
    return hit.lemma in LASTING and any(
        sentence.tokens[word].lemma.lower() in {"the", "this", "that", "these", "those"}
        for word in children(sentence, hit.index, "det")
    )


def _is_content(sentence: Sentence, index: int, relation: str) -> bool:
    """A complement is content; an adverbial clause only as a purpose ("to")."""
    if relation in {"xcomp", "ccomp", "obj", "iobj"}:
        return True
    if relation == "acl" and _is_that_clause(sentence, index):
        return True
    if relation in {"advcl", "acl"}:
        return "VerbForm=Inf" in sentence.tokens[index].feats or "VerbForm=Ger" in sentence.tokens[index].feats
    return relation in {"obl", "nmod"} and opens_with(sentence, index, "for", "of", "on", "to")


def _is_supposed(sentence: Sentence, hit: Hit) -> bool:
    """Whether a trigger stands in an if-clause; a noun there may name what was told before."""
    if hit.is_noun:
        return False
    for node in path_to(sentence, hit.index):
        if _is_imagined(sentence, node):
            return True
        if base(sentence.tokens[node].deprel) in {"advcl", "ccomp", "parataxis"} and any(
            sentence.tokens[word].lemma.lower() in SUPPOSING for word in children(sentence, node, "mark")
        ):
            return True
    return _inverted_should(sentence, hit)


def _is_imagined(sentence: Sentence, node: int) -> bool:
    """ "Jailing them would weaken its case": what would have an effect has not been done."""
    token = sentence.tokens[node]
    if base(token.deprel) != "csubj" or not token.text.lower().endswith("ing"):
        return False
    return any(
        sentence.tokens[word].lemma.lower() in POSSIBLE | {"would"} for word in children(sentence, token.head, "aux")
    )


def _inverted_should(sentence: Sentence, hit: Hit) -> bool:
    """ "Should proof emerge, …": the auxiliary stands before the subject."""
    own = child(sentence, hit.index, "nsubj", "nsubj:pass")
    return any(
        sentence.tokens[word].lemma.lower() == "should" and own is not None and word < own
        for word in children(sentence, hit.index, "aux")
    )


def _is_asked(sentence: Sentence, hit: Hit) -> bool:
    """Whether a trigger is what a question asks; what its relative clauses and definite nouns tell is told."""
    if hit.is_noun or not _ends_with_question(sentence):
        return False
    path = path_to(sentence, hit.index)
    return not any(base(sentence.tokens[node].deprel) == "acl" for node in path)


def _ends_with_question(sentence: Sentence) -> bool:
    last = [token.text for token in sentence.tokens[-3:]]
    return any("?" in text for text in last)


def _is_merely_possible(sentence: Sentence, hit: Hit) -> bool:
    """ "May yet confiscate", "should release": possible or due, and not yet; "may have fired" is a guess at what was."""
    if hit.is_noun and hit.clause == hit.index:
        return False
    helpers = [sentence.tokens[word] for word in children(sentence, hit.clause, "aux")]
    modal = any(token.lemma.lower() in POSSIBLE for token in helpers)
    return modal and not any(
        token.lemma.lower() in {"have", "be"} and "VerbForm=Fin" not in token.feats for token in helpers
    )


def _is_yet_to_be_known(sentence: Sentence, hit: Hit) -> bool:
    """ "Asked when Moscow would release the sailors": what an embedded question puts ahead is neither told nor announced.

    What it takes for granted is told: "who attacked the convoy is not known".
    """
    token = sentence.tokens[hit.clause]
    alone = hit.is_noun and hit.clause == hit.index
    if alone or base(token.deprel) not in {"ccomp", "csubj", "acl", "advcl", "xcomp"}:
        return False
    asked = any(
        sentence.tokens[word].lemma.lower() in ASKED and word < hit.clause
        for word in children(sentence, hit.clause, "advmod", "nsubj", "obj", "obl", "mark")
    )
    above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    ahead = any(sentence.tokens[word].lemma.lower() in AHEAD for word in children(sentence, hit.clause, "aux"))
    return asked and (above in ASKING or (base(token.deprel) == "csubj")) and ahead


def _is_no_occasion(sentence: Sentence, hit: Hit) -> bool:
    """An indefinite talk or deal that is only the goal or the matter of something else; "would be their first meeting"."""
    if not hit.is_noun or hit.clause != hit.index or hit.category not in {"CONSULT", "AGREE", "COOPERATE"}:
        return False
    if any("would" in sentence.tokens[word].lemma.lower() for word in children(sentence, hit.index, "aux")):
        return True
    known = any(
        sentence.tokens[w].lemma.lower() not in {"a", "an", "any"} for w in children(sentence, hit.index, "det")
    )
    owned = any(True for _ in children(sentence, hit.index, "nmod:poss", "acl"))
    between = any(opens_with(sentence, word, "between", "from") for word in children(sentence, hit.index, "nmod"))
    if between or _is_measured(sentence, hit.index):
        return False
    return not known and not owned and base(sentence.tokens[hit.index].deprel) in {"obl", "nmod", "obj"}


def _is_measured(sentence: Sentence, index: int) -> bool:
    """ "Six hours of talks": what was counted by the hour took place."""
    above = sentence.tokens[index].head
    return above >= 0 and is_temporal(sentence, above) and has_case(sentence, index, "of")


def _is_averted(sentence: Sentence, hit: Hit) -> bool:
    """Whether the word above keeps the trigger from happening, or would only make it a duty."""
    token = sentence.tokens[hit.clause]
    if token.head < 0 or base(token.deprel) not in {"advcl", "xcomp", "acl", "obl", "ccomp", "obj", "conj"}:
        return False
    first = token
    while base(first.deprel) == "conj":
        first = sentence.tokens[first.head]
    if base(first.deprel) == "acl" and sentence.tokens[first.head].lemma.lower() in POTENTIAL:
        return "VerbForm=Inf" in first.feats or has_case(sentence, first.index, "of")
    if base(token.deprel) in {"obj", "conj"}:
        above = sentence.tokens[token.head].lemma.lower()
        return above in FORESTALLING or (
            base(token.deprel) == "obj" and above in WANTING and hit.category not in ADDRESSED
        )
    if sentence.tokens[token.head].lemma.lower() in POTENTIAL:
        return True
    above = sentence.tokens[token.head].lemma.lower()
    marks = children(sentence, hit.clause, "case", "mark")
    before = {sentence.tokens[word - 1].lemma.lower() for word in marks if word}
    near = (above in NEARLY or before & NEARLY) and opens_with(sentence, hit.clause, "of", "to")
    return bool(near) or (above in AVERTING and opens_with(sentence, hit.clause, "of", "from", "to"))
