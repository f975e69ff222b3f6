"""Which words of a deed may say where it was: its participants, what stands somewhere, what was struck there.

What is done by saying it, and whose money is cut off, is told alone: "rejected the report from Sama" was not said there.
"""

from __future__ import annotations

from whosays.coding.circumstances.place_words import GATES
from whosays.coding.circumstances.where import Scene, sources
from whosays.coding.events.hit import Hit
from whosays.coding.roles.nouns import is_held, is_venue
from whosays.coding.roles.participants import SITTING, STRIKING, causes
from whosays.coding.trees.clause import children
from whosays.lexicon import Lexicon
from whosays.record.event import SPEECH

SHUTTING = frozenset({"CONCEDE", "SANCTION"})
ANYWHERE = SPEECH - {"SUPPORT", "AGREE", "CONCEDE"}  # where words of these kinds were said, their objects do not tell
BRINGING = frozenset({"take", "bring", "fly", "drive", "carry", "transfer", "march", "lead", "deport", "extradite"})
LISTING = frozenset({"sanction", "blacklist", "freeze", "unfreeze", "designate", "embargo", "asset", "account"})
EXTRADITION = "extradit"


def scene_of(hit: Hit, taken: list[int], standing: frozenset[int], lexicon: Lexicon) -> Scene:
    """The words of a deed that may say where it was; `taken` are the people of its parts, `standing` what stands somewhere."""
    if (hit.category in ANYWHERE and hit.mode != "investigate") or _is_listing(hit):
        return Scene(alone=True, verb=hit.roles.verb)
    sentence, roles = hit.sentence, hit.roles
    sitting = [word for word in roles.actor if sentence.tokens[word].lemma.lower() in SITTING]
    arguments = _arguments(hit, taken, [*sitting, *causes(sentence, hit, lexicon)])
    return Scene(
        verb=roles.verb,
        local=roles.actor if hit.category == "PROTEST" else (),
        arguments=arguments,
        sites=(*(word for word in arguments if word in standing), *_venue(hit), *sitting),
        struck=(*roles.recipient, *roles.theme) if _is_done_there(hit) else (),
        standing=standing,
        away=_is_brought_away(hit),
        aims=tuple(children(sentence, hit.index, "advcl", "xcomp")) if hit.category == "MOBILIZE" else (),
        officials=(*roles.actor, *roles.recipient) if hit.category in STRIKING else (),
    )


def _arguments(hit: Hit, taken: list[int], more: list[int]) -> tuple[int, ...]:
    """The participants whose own words may say where it was, and `more` besides."""
    arguments = (*(hit.roles.recipient or taken), *hit.roles.theme, *more)
    if hit.category == "COERCE":  # "detectives in Sama arrested a trader"
        return (*arguments, *hit.roles.actor)
    if hit.category == "PROTEST":  # "a crowd in Sama threw stones"
        return (*hit.roles.actor, *arguments)
    return arguments


def _venue(hit: Hit) -> tuple[int, ...]:
    """ "The Vienna talks": the word itself, which is then said to be somewhere."""
    before = children(hit.sentence, hit.index, "compound")
    held = is_held(hit.category, hit.mode) and any(is_venue(hit.sentence, word) for word in before)
    return (hit.index,) if held else ()


def _is_done_there(hit: Hit) -> bool:
    """Whether a deed was done where that is to which it was done: what is struck, shut or visited; a state loses its soldiers anywhere."""
    if hit.lemma == "lose" and hit.entry.frame == "patient":
        return False
    visited = hit.mode == "visit" or hit.lemma == "visit"
    shut = hit.category in SHUTTING and hit.lemma in GATES
    return hit.category in STRIKING or visited or shut


def _is_listing(hit: Hit) -> bool:
    """Whether somebody's money or trade is cut off, or let go again: where they sit is not where it was done."""
    objects = {
        hit.sentence.tokens[word].lemma.lower() for word in children(hit.sentence, hit.index, "obj", "nsubj:pass")
    }
    return bool(LISTING & {hit.lemma, *objects}) and hit.category in {"COERCE", "CONCEDE", "SANCTION"}


def _is_brought_away(hit: Hit) -> bool:
    """Whether it is told where somebody was taken, and not where it was done: "was extradited to Peru", "flew home to Lima"."""
    brought = hit.lemma in BRINGING and hit.category in {"ASSAULT", "COERCE", "SANCTION"}
    return brought or hit.category == "COOPERATE" or hit.mode == "release" or EXTRADITION in hit.lemma


def is_sent(hit: Hit) -> bool:
    """Whether it is told where something was fired from: "were launched from Sama", "a missile launched from Sama fell"."""
    parties = (*hit.roles.actor, *hit.roles.recipient, *hit.roles.theme)
    verbs = [below for word in parties for below in children(hit.sentence, word, "acl")]
    return any(True for _ in sources(hit.sentence, [hit.index, hit.clause, *verbs]))
