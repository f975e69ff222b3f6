"""Which triggers are events of their own: what is part of another, only wished, asked, supposed, denied or general is not.

Over-coding is the old disease of event coders; each rule here names a way of not happening.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.certainty.denials import DENIED, IN_WORDS
from whosays.coding.certainty.factuality import path_to
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.events.called import is_epithet, is_only_called, is_part_of_name
from whosays.coding.events.hit import Hit
from whosays.coding.events.outright import is_of_kinds, is_told_outright
from whosays.coding.events.parts import parts_of
from whosays.coding.events.signs import is_of_the_press, sign_at
from whosays.coding.events.status import is_generic, is_told_as_news
from whosays.coding.trees.clause import base, child, children, has_case, is_negated, opens_with
from whosays.lexicon.cues import Cues
from whosays.record.event import SPEECH
from whosays.record.reading import Sentence, Token

# Before a noun these say what it is and not what happened: "the occupied province", "a banned party", "frozen assets".
STANDING = frozenset(
    "occupy annex besiege blockade oust depose overthrow topple displace ban outlaw proscribe freeze sanction exile".split()
)
SUPPOSING = frozenset({"if", "unless", "should", "lest", "provided", "whether"})
# With a bare infinitive these say what is possible or due, not what is.
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "iobj"})
# Speech acts whose content is what is to be, not what is; "refuse" and "rule out" say what is not.
WISHING = frozenset({"REQUEST", "AGREE", "THREATEN"})
REFUSING = frozenset({"refuse", "rule", "cancel", "postpone", "decline", "refusal", "rule out", "veto"})
ADDRESSED = SPEECH - {"REJECT", "CONCEDE"}  # said to move somebody; a refusal or a concession answers
UTTERED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})  # somebody's own words, and not a promise
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
NEAR = 9  # words
ANONYMOUS = frozenset({"name", "identify", "quote"})


UNHURT = frozenset({"hurt", "injure", "wound"})  # "nobody was hurt" ends many a report and denies nothing


ASKED = frozenset({"when", "where", "why", "how", "who", "what", "whether"})
ASKING = frozenset(
    "ask know wonder say tell explain clear unclear unknown see question inquire decide determine consider debate discuss".split()
)
AHEAD = frozenset({"will", "would", "shall", "should", "could", "can", "might", "may"})
GOING = frozenset({"fly", "go", "return", "travel", "head", "come", "drive", "leave"})


def select(
    sentence: Sentence, hits: list[Hit], told: frozenset[str], cues: Cues
) -> tuple[list[Hit], dict[int, list[Hit]]]:
    """The hits that are events, and for each of them (by its word) the hits that are parts of it.

    `told` are the lemmas and categories of the triggers that the document tells without negation.
    """
    whole = parts_of(sentence, hits)
    apart = (hit for hit in hits if hit.index not in whole)
    kept = [
        hit
        for hit in apart
        if not any(_is_no_event(sentence, hit, hits, told))
        and (not any(_is_left_open(sentence, hit, hits)) or _is_told(sentence, hit, hits, cues))
    ]
    parts: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.index in whole:
            parts.setdefault(whole[hit.index], []).append(hit)
    return kept, parts


def promised(sentence: Sentence, hit: Hit, hits: list[Hit]) -> list[Hit]:
    """What an agreement or a promise is about: "agreed to send 700 soldiers" is one event, and counts them."""
    if hit.category != "AGREE":
        return []
    return [other for other in hits if other.index != hit.index and _is_wished(sentence, other, [hit])]


def _is_told(sentence: Sentence, hit: Hit, hits: list[Hit], cues: Cues) -> bool:
    """Whether what the words around a deed leave open is told outright, and not of a kind of people or things."""
    general = is_generic(sentence, hit.clause, is_noun=hit.is_noun, uttered=uttered(sentence, hits))
    return is_told_outright(sentence, hit.index, cues) and not (general and is_of_kinds(sentence, hit.clause))


def _is_left_open(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Iterator[bool]:
    """What keeps a deed from having been done, as far as the words around it say."""
    yield _is_wished(sentence, hit, hits)
    yield _is_supposed(sentence, hit)
    yield _is_asked(sentence, hit)
    yield _is_merely_possible(sentence, hit)
    yield _is_yet_to_be_known(sentence, hit)
    yield _is_no_occasion(sentence, hit)
    yield is_generic(sentence, hit.clause, is_noun=hit.is_noun, uttered=uttered(sentence, hits))
    yield _is_averted(sentence, hit)


def _is_no_event(sentence: Sentence, hit: Hit, hits: list[Hit], told: frozenset[str]) -> Iterator[bool]:
    """What makes a word no deed of its own, or one that was not done."""
    yield _is_left(sentence, hit, hits)
    yield _is_only_measured(sentence, hit)
    yield (
        hit.lemma == "fire" and hit.clause == hit.index and has_case(sentence, hit.index, "under")
    )  # "will not talk under fire"
    yield _is_weighed(sentence, hit)
    yield hit.is_noun and is_of_the_press(sentence, hit.index)
    yield _is_anonymity(sentence, hit)
    yield _is_one_who_fled(sentence, hit)
    yield is_epithet(sentence, hit)
    yield _is_nobodys_charge(sentence, hit, hits)
    yield _is_homeward(sentence, hit)
    yield is_only_called(sentence, hit, hits)
    yield hit.lemma in STANDING and base(sentence.tokens[hit.index].deprel) == "amod"
    yield not hit.is_noun and is_part_of_name(sentence, sentence.tokens[hit.index])
    yield is_denied(sentence, hit) and not (_is_known(sentence, hit, told) or _is_what_is_denied(sentence, hit, hits))


def uttered(sentence: Sentence, hits: list[Hit]) -> frozenset[int]:
    """The verbs of speech acts that are told as news in the present: "villagers blame the dam", "a union rejects the charge".

    Where the model takes the word for a habit, it is one.
    """
    spoken = (hit.index for hit in hits if hit.category in UTTERED and not hit.is_noun)
    return frozenset(word for word in spoken if is_told_as_news(sentence, word) and not _is_habit(sentence, word))


def _is_habit(sentence: Sentence, word: int) -> bool:
    sign = sign_at(sentence, word)
    return sign is not None and sign.status == "generic"


def _is_weighed(sentence: Sentence, hit: Hit) -> bool:
    """ "To call this a murder is one more insult": what it would be to do so is said, and not that anybody does."""
    token = sentence.tokens[hit.clause]
    if base(token.deprel) != "csubj" or token.head < token.index or not has_case(sentence, token.index, "to"):
        return False
    return sentence.tokens[token.head].upos in {"NOUN", "ADJ", "PRON"}


def _is_what_is_denied(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a party says of a deed that it did not do it: nobody denies what nobody alleges."""
    above = sentence.tokens[hit.clause].head
    return hit.category != "REJECT" and any(
        other.index == (hit.clause if other.note == IN_WORDS else above) for other in hits if other.entry.id == DENIED
    )


def _is_known(sentence: Sentence, hit: Hit, told: frozenset[str]) -> bool:
    """Whether what is denied was told elsewhere: in the same word, or as "the attack"."""
    if hit.category == "REJECT" or hit.lemma in UNHURT:
        return False
    if hit.category in told and _is_reported(sentence, hit):
        return True
    definite = any(
        sentence.tokens[word].lemma.lower() in {"the", "this", "that"} for word in children(sentence, hit.index, "det")
    )
    return hit.lemma in told or (hit.is_noun and definite and hit.category in told)


def _is_reported(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody says of a deed that it was not: "told the paper that not one shell had been fired"."""
    if hit.is_noun or sentence.tokens[hit.index].head < 0:
        return False
    perfect = any(sentence.tokens[word].lemma.lower() == "have" for word in children(sentence, hit.clause, "aux"))
    past = (
        perfect
        or "Tense=Past" in sentence.tokens[hit.clause].feats
        or any("Tense=Past" in sentence.tokens[w].feats for w in children(sentence, hit.clause, "aux"))
    )
    return past and any(
        base(sentence.tokens[node].deprel) in {"ccomp", "parataxis"} for node in path_to(sentence, hit.index)
    )


# ---------------------------------------------------------------- what did not happen


def _is_wished(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
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


def _is_homeward(sentence: Sentence, hit: Hit) -> bool:
    """ "The president flew home": where somebody lives he visits nobody."""
    if hit.category not in {"CONSULT", "AGREE"} or hit.is_noun or hit.lemma not in GOING:
        return False
    return any(sentence.tokens[word].lemma.lower() in {"home", "back"} for word in sentence.children[hit.index])


def _is_nobodys_charge(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "Rejected accusations that it had armed them": where nobody is said to accuse, the denial tells it all.

    "The charge" is one that was told before.
    """
    token = sentence.tokens[hit.index]
    if hit.category != "ACCUSE" or not hit.is_noun or hit.roles.actor or child(sentence, hit.index, "det") is not None:
        return False
    return base(token.deprel) in {"obj", "nsubj", "obl"} and any(
        other.index == token.head and other.category == "REJECT" for other in hits
    )


def _is_only_measured(sentence: Sentence, hit: Hit) -> bool:
    """Whether only the degree of a will or demand is spoken of: "how far they are willing to go", "how much it asks"."""
    if hit.category not in ADDRESSED or hit.is_noun:
        return False
    before = sentence.tokens[max(0, hit.clause - NEAR) : hit.clause]
    how = next((token.index for token in reversed(before) if token.lemma.lower() == "how"), None)
    if how is None or sentence.tokens[how + 1].upos not in ("ADJ", "ADV"):
        return False
    return all(token.upos != "PUNCT" for token in sentence.tokens[how : hit.clause])


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


WANTING = frozenset({"want", "seek", "need", "await"})  # "want the release of five" is to come
FORESTALLING = frozenset({"avoid", "avert", "prevent", "forestall", "preclude"})
# "The ability to fight", "a way to probe how far they go" is no fight and no probe.
POTENTIAL = frozenset(
    "ability capacity capability chance incapable means opportunity potential power pressure way willingness".split()
)
NEARLY = frozenset({"short", "close", "brink", "verge"})  # "stopped short of", "came close to", "on the brink of"
AVERTING = frozenset({"stop", "refrain", "abstain", "fall", "prevent", "avoid", "oblige", "require"})


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


def _is_left(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "Backed out of the deal", "walked away from the truce": what somebody leaves was there, and is not made anew.

    Talks that somebody walks out of were held.
    """
    token = sentence.tokens[hit.index]
    if not hit.is_noun or hit.category not in {"AGREE", "COOPERATE", "RETREAT"} or base(token.deprel) != "obl":
        return False
    above = sentence.tokens[token.head]
    verb = above.head if above.upos == "ADV" else above.index  # "away from"
    left = any(other.index == verb and other.category == "REJECT" for other in hits)
    return left and has_case(sentence, hit.index, "of", "from")


def _is_measured(sentence: Sentence, index: int) -> bool:
    """ "Six hours of talks": what was counted by the hour took place."""
    above = sentence.tokens[index].head
    return above >= 0 and is_temporal(sentence, above) and has_case(sentence, index, "of")


def _is_anonymity(sentence: Sentence, hit: Hit) -> bool:
    """ "Asked not to be named", "begged us not to print her name": a condition of talking, not a demand."""
    if hit.category != "REQUEST":
        return False
    asked = list(children(sentence, hit.index, "xcomp", "ccomp", "advcl"))
    things = (below for word in asked for below in children(sentence, word, "obj"))
    unnamed = any(sentence.tokens[below].lemma.lower() == "name" for below in things)
    return unnamed or any(sentence.tokens[word].lemma.lower() in ANONYMOUS for word in asked)


def _is_one_who_fled(sentence: Sentence, hit: Hit) -> bool:
    """Somebody by name who fled abroad was not expelled; that people fled is told by their number or in the plural."""
    if hit.lemma != "flee" or hit.category != "SANCTION":
        return False
    return all(
        any(name.kind == "PER" and name.first <= word <= name.last for name in sentence.names)
        or ("Number=Sing" in sentence.tokens[word].feats and child(sentence, word, "nummod") is None)
        for word in hit.roles.recipient
    )


def is_denied(sentence: Sentence, hit: Hit) -> bool:
    """Whether the clause of a trigger is negated; of a refusal that says "will not", whether it is refused again."""
    if hit.note in {"announced not to", IN_WORDS}:
        return False
    return is_negated(sentence, hit.index) or (hit.clause != hit.index and is_negated(sentence, hit.clause))
