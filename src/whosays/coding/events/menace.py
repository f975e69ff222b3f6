"""Whether a warning or a vow threatens anybody: who warns of rain, famine or ice does not, nor who vows to find the culprits."""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import classes_of
from whosays.coding.roles.verbs import members
from whosays.coding.roles.voice import doer, obliques
from whosays.coding.trees.clause import base, child, children, has_case, is_negated
from whosays.lexicon import Lexicon
from whosays.record.reading import Sentence

WARNING = frozenset({"warn", "caution", "warning"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE", "PROTEST", "REJECT", "ACCUSE"})
# What a warning or its content must speak of to be a menace where no hostile deed is named.
ANSWERS = frozenset(
    """retaliation consequence response reprisal revenge retribution price force action prosecution sanction reply answer
    punishment fire war escalation measure strike attack tariff arrest trial destruction hell arms""".split()
)
ANSWERING = frozenset(
    """respond retaliate pay regret bear meet punish answer act destroy burn sink strike hit crush walk close cut suspend
    expel shoot attack bomb fight target consider regard treat lose leave end halt stop withdraw react defend draw""".split()
)
OWN = frozenset({"it", "they", "we", "he", "she", "i", "its", "their", "our", "his", "her"})
AHEAD = frozenset({"will", "would", "shall", "could", "may", "might", "must", "face", "risk"})
# Whom a warning is to keep from harm: a body's own people.
CARED_FOR = frozenset(
    """resident citizen national public people motorist driver tourist traveller traveler passenger voter parent patient
    consumer customer investor reporter farmer pupil student worker staff family pilot airline sailor""".split()
)
# What one vows to do for others' good.
KIND = frozenset(
    """investigate help rebuild support reform protect hold find provide compensate cooperate co-operate deliver improve
    restore release free build honour honor bring work continue serve respect uphold pursue create invest""".split()
)
PROMISING = frozenset({"vow", "swear", "pledge", "promise"})
HARSH = frozenset({"crush", "destroy", "annihilate", "eliminate", "avenge", "retaliate", "wipe", "exterminate"})
PARTIES = frozenset({"armed", "group", "official", "state"})
ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "every", "all"})


def with_menaces_alone(sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    """The triggers without warnings that threaten nobody; vows as the promises or threats that their content makes them."""
    kept = [hit for hit in hits if not _is_mere_warning(sentence, hit, hits, lexicon)]
    return [_spoken(sentence, _promised(sentence, hit, hits), lexicon) for hit in kept]


def _spoken(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> Hit:
    """ "The general said that the rebels would pay dearly": who says what will befall others threatens them with it."""
    verb = sentence.tokens[hit.clause].head
    befalls = hit.category == "THREATEN" and hit.entry.frame == "patient" and not hit.roles.actor
    if not befalls or verb < 0 or base(sentence.tokens[hit.clause].deprel) != "ccomp":
        return hit
    speaker = doer(sentence, verb)
    if speaker is None or speaker in hit.roles.recipient or not classes_of(sentence, speaker, lexicon) & PARTIES:
        return hit
    return replace(hit, roles=replace(hit.roles, actor=members(sentence, [speaker])))


def _promised(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit:
    words = set(children(sentence, hit.index, "xcomp"))
    if hit.lemma not in PROMISING or hit.is_noun:
        return hit
    harm = {one.index for one in hits if one.index in words and one.category in HOSTILE}
    spared = {word for word in harm if is_negated(sentence, word)}  # "vowed not to strike the town again"
    content = {sentence.tokens[word].lemma.lower() for word in words - spared}
    if hit.category == "THREATEN" and (content & KIND or spared):
        return replace(hit, category="AGREE", mode=None, note="vowed good")
    if hit.category == "AGREE" and content & HARSH:
        return replace(hit, category="THREATEN", mode="violence", note="promised harm")
    return hit


def _is_mere_warning(sentence: Sentence, hit: Hit, hits: list[Hit], lexicon: Lexicon) -> bool:
    """Whether a warning only foretells or takes care: nothing that the speaker or his side would do stands in it."""
    if hit.category != "THREATEN" or hit.lemma not in WARNING or hit.is_noun:
        return False
    armed = any("armed" in classes_of(sentence, word, lexicon) for word in hit.roles.actor)
    addressed = [word for word in hit.roles.recipient if sentence.tokens[word].lemma.lower() not in CARED_FOR]
    if hit.roles.recipient and not addressed and not armed:
        return True
    content = _content(sentence, hit.index)
    if any(
        _is_menacing(sentence, clause, hit, hits) or _is_to_rivals(sentence, clause, hit, lexicon) for clause in content
    ):
        return False
    told_off = any(has_case(sentence, clause, "to", "against") for clause in content)
    matters = obliques(sentence, hit.index, frozenset({"of", "about", "against", "over"}))
    joined = {below for word in matters for below in (word, *children(sentence, word, "conj"))}
    if any(sentence.tokens[word].lemma.lower() in ANSWERS for word in joined):
        return False
    told = any(classes_of(sentence, word, lexicon) & PARTIES for word in addressed)
    if told and any(one.index in joined and one.category == "SANCTION" for one in hits):
        return False  # "warned the junta of suspension and travel bans"
    told_off = told_off or any(has_case(sentence, word, "against") for word in matters)
    return not (told_off and (addressed or armed)) if matters or content else not addressed


def _content(sentence: Sentence, index: int) -> list[int]:
    """The clauses that are warned of: with "that", "to" or "against"."""
    return [
        word
        for word in children(sentence, index, "ccomp", "xcomp", "advcl", "parataxis")
        if base(sentence.tokens[word].deprel) != "advcl" or has_case(sentence, word, "against", "to", "of")
    ]


def _is_menacing(sentence: Sentence, clause: int, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a clause says what would be done to somebody: by the speaker himself, in the passive, or as an answer."""
    joined = [word for word in children(sentence, clause, "conj") if child(sentence, word, "nsubj") is not None]
    words = set(sentence.subtree(clause)).difference(*(sentence.subtree(word) for word in joined))
    tokens = [sentence.tokens[word] for word in sorted(words)]
    ahead = any(token.lemma.lower() in AHEAD for token in tokens)
    if any(token.lemma.lower() in ANSWERS for token in tokens) and (ahead or not _is_plainly_so(sentence, clause)):
        return True
    deed = sentence.tokens[clause].lemma.lower() in ANSWERING or any(
        other.index in words and other.category in HOSTILE and not other.is_noun for other in hits
    )
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    if own is None or not ahead:
        return False
    if any(sentence.tokens[word].lemma.lower() in ANYBODY for word in (own, *children(sentence, own, "det"))):
        return True  # "any ship of theirs will be brought to port"
    if not deed:
        return False
    passive = sentence.tokens[own].deprel == "nsubj:pass"
    speaker = {sentence.tokens[word].lemma.lower() for word in hit.roles.actor}
    named = {sentence.tokens[word].lemma.lower() for word in sentence.subtree(own)}
    told = any(sentence.tokens[word].head == hit.index for word in hit.roles.recipient)  # to somebody, in this clause
    return passive or bool(named & (OWN | speaker)) or told


def _is_plainly_so(sentence: Sentence, clause: int) -> bool:
    """Whether a clause only says what something is: "the state was on the brink of war"."""
    return child(sentence, clause, "cop") is not None


def _is_to_rivals(sentence: Sentence, clause: int, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a state or body by name is told what may come to it, or what comes if one does not yield; no mishap's coming."""
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    if own is None or lexicon.walks.get(sentence.tokens[own].lemma.lower()) == "mishap":
        return False
    names = {word for name in sentence.names if name.kind != "PER" for word in range(name.first, name.last + 1)}
    ahead = any(sentence.tokens[word].lemma.lower() in AHEAD for word in children(sentence, clause, "aux"))
    conditions = (below for below in children(sentence, clause, "advcl") if has_case(sentence, below, "if", "unless"))
    yielding = (word for below in conditions for word in children(sentence, below, "nsubj"))
    return ahead and (any(word in names for word in hit.roles.recipient) or any(word in names for word in yielding))
