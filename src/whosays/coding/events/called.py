"""What somebody or something is only called: an epithet, a part of a name, a word of blame; none of them is a deed of its own."""

from __future__ import annotations

from whosays.coding.events.hit import Hit
from whosays.coding.trees.clause import base, children, has_case
from whosays.record.event import SPEECH
from whosays.record.reading import Sentence, Token

# Two lists, for the words around tell them apart: what is called by these follows at once ("called the raid a massacre"),
# by those behind "as" ("condemned the law as an assault"). Other verbs that speak of a deed, whose object tells where and
# when somebody else did it, are in `circumstances/upwards`.
CALLING = frozenset({"brand", "call", "deem", "dub", "label", "term"})
CALLING_AS = frozenset("attack brand condemn denounce describe portray regard see treat view".split())
JUDGING = SPEECH - {"CONCEDE"}
# Whoever is called by these does so: "striking teachers", "fleeing soldiers".
DOING = frozenset("advance besiege demonstrate flee march mutiny protest rebel retreat riot strike".split())


def is_epithet(sentence: Sentence, hit: Hit) -> bool:
    """ "Iran-backed rebels", "the charge d'affaires", "islands that it calls the Diaoyu": what somebody or something is called."""
    before = sentence.tokens[hit.index - 1].text if hit.index else ""
    if hit.category == "SUPPORT" and base(sentence.tokens[hit.index].deprel) == "amod":
        return before.endswith(("-", "ly"))
    if hit.lemma == "call" and hit.category == "ACCUSE" and not hit.entry.particle:
        return any(
            sentence.tokens[word].upos == "PROPN" for word in list(children(sentence, hit.index, "obj", "xcomp"))[-1:]
        )
    return hit.lemma == "charge" and "affaires" in "".join(
        t.text for t in sentence.tokens[hit.index + 1 : hit.index + 4]
    )


def is_part_of_name(sentence: Sentence, token: Token) -> bool:
    """ "As a battering ram", "a firing range": a form in -ing that makes one word with the noun behind it says what the thing is for.

    Striking teachers and fleeing soldiers do so.
    """
    if token.deprel not in {"compound", "amod"} or token.head < token.index or not token.text.endswith("ing"):
        return False
    if token.lemma.lower() in DOING and "Number=Plur" in sentence.tokens[token.head].feats:
        return False
    return token.deprel == "compound" or has_case(sentence, token.head, "as", "like")


def is_only_called(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "Denounced the law as an assault on the press": what somebody calls a thing is no second one."""
    token = sentence.tokens[hit.index]
    if not hit.is_noun or hit.category != "ASSAULT" or token.head < 0:
        return False
    if base(token.deprel) == "xcomp" and sentence.tokens[token.head].lemma.lower() in CALLING:
        return True  # "called the raid a massacre"
    if not has_case(sentence, hit.index, "as"):
        return False
    judged = any(other.index == token.head and other.category in JUDGING for other in hits)
    return judged or sentence.tokens[token.head].lemma.lower() in CALLING_AS
