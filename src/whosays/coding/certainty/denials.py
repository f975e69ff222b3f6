"""Which statements deny: by what they say, in whosever mouth they are.

A party denies where it says that its own side did not do what one may be charged with ("our army has not shelled the
town"), that none did ("not one shell was fired"), that it had no part, or that what is looked for with it is not there
("there is no hostage on our soil").
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.events.senses import ARMS, classes_of, fits
from whosays.coding.roles.verbs import verbal
from whosays.coding.trees.clause import base, child, children, has_case, is_negated, is_no
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedAttribution, Mention
from whosays.record.reading import Reading, Sentence

DENIED = "said.v.not"  # the entry of a denial by what is said
IN_WORDS = "denied in words"  # the note of a denial whose trigger is what is said, not the verb that says it
OWN = frozenset({"it", "they", "we", "i", "he", "she"})
OURS = frozenset({"our", "my", "ours", "we", "i", "us"})
OWNERS = frozenset({"its", "their", "our", "my", "his", "her", "it", "they", "we", "i", "he", "she", "ours", "theirs"})
NOT_ME = frozenset({"us", "them", "we", "me", "they", "him"})
# Deeds that one is charged with; that one has not met or promised denies nothing.
CHARGED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "SANCTION"})
PARTS = frozenset({"part", "role", "hand", "involvement", "knowledge", "connection", "link", "responsibility"})
# What is said to have been done to none of a kind of thing, where that denies a charge.
BORNE = {"weapon": ("ASSAULT", "MOBILIZE", "AID"), "money": ("AID",), "armed": ("MOBILIZE",), "vessel": ("MOBILIZE",)}
OPEN = frozenset({"will", "would", "shall", "may", "might", "can", "could", "should", "must"})
# What somebody is charged with hiding or sending; that no snow or no doctor is there denies nothing.
HIDDEN = frozenset(
    {"prisoner", "captive", "hostage", "detainee", "mercenary", "instructor", "base", "aircraft", "plane"}
)
LAW = frozenset({"police", "policeman", "guard", "officer"})
WHERE = frozenset({"in", "on", "over", "near", "at", "inside", "along", "across", "aboard", "around"})
GROUNDS = frozenset({"soil", "territory", "land", "airspace", "ground", "waters"})
SPOKESMEN = frozenset({"state", "official", "armed", "group"})
CLAUSES = frozenset({"root", "ccomp", "parataxis", "conj", "acl", "appos"})


def is_denial(
    sentence: Sentence, clause: int, speaker: int | None, lexicon: Lexicon, issuer: Mention | None = None
) -> bool:
    """ "Its aircraft had not crossed the border", "none of its men were near", "had no part in it", "it was not us".

    `speaker` is the word for whoever says so, None where he is not in the sentence; then only "we" and what the `issuer`
    of a statement calls itself are his own side.
    """
    if any(sentence.tokens[word].lemma.lower() in OPEN for word in children(sentence, clause, "aux")):
        return False
    if _is_not_there(sentence, clause, lexicon):
        return speaker is None or bool(classes_of(sentence, speaker, lexicon) & SPOKESMEN)
    no_part = _has_no_part(sentence, clause) or _was_not_us(sentence, clause)
    return no_part or _was_not_done(sentence, clause, speaker, lexicon, issuer)


def _was_not_done(
    sentence: Sentence, clause: int, speaker: int | None, lexicon: Lexicon, issuer: Mention | None
) -> bool:
    """Whether a clause says of the speaker's side, or of anything at all, that it did not do what one is charged with."""
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    if own is None:
        return False
    none = is_no(sentence, own, "nsubj")
    if _is_undergone(sentence, own) and not none:
        return _is_used_against_nobody(sentence, clause, own)
    of_the_side = _is_own(sentence, own, speaker, lexicon, issuer)
    heard = speaker is None or bool(classes_of(sentence, speaker, lexicon) & SPOKESMEN)  # not a neighbour
    denied = (none and (of_the_side or heard)) or (of_the_side and is_negated(sentence, clause))
    return denied and _is_charged(sentence, clause, own, lexicon)


def denied_in_speech(
    reading: Reading, attributions: tuple[CodedAttribution, ...], lexicon: Lexicon
) -> frozenset[tuple[int, int]]:
    """The clauses (sentence and head word) that deny in direct speech or in a statement without its verb."""
    found = set()
    for one in attributions:
        if one.source is None or one.kind != "statement":
            continue
        for piece in one.content:
            sentence = reading.sentences[piece.sentence]
            for clause in _clauses(sentence, piece):
                aside = one.cue is not None and one.cue.head in children(sentence, clause, "parataxis")
                speaker = one.source.head if aside and one.source.sentence == sentence.index else None
                if one.quote == "indirect" and one.source.sentence == sentence.index and speaker is None:
                    continue  # what is reported in a clause is looked at with its verb
                issuer = one.source if one.cue is None or one.source.sentence != sentence.index else None
                if is_denial(sentence, clause, speaker, lexicon, issuer):
                    found.add((sentence.index, clause))
    return frozenset(found)


def _clauses(sentence: Sentence, piece: Mention) -> Iterator[int]:
    for token in sentence.tokens:
        if piece.start <= token.start < piece.end and base(token.deprel) in CLAUSES:
            yield token.index


def _has_no_part(sentence: Sentence, clause: int) -> bool:
    """ "Had no part in the raid", "did not have a hand in it", "had nothing to do with it", whoever is said to have none."""
    lemma = sentence.tokens[clause].lemma.lower()
    if lemma not in {"have", "play"} or not is_negated(sentence, clause):
        return False
    things = list(children(sentence, clause, "obj"))
    if any(sentence.tokens[word].lemma.lower() in PARTS for word in things):
        return True
    return any(
        sentence.tokens[word].lemma.lower() == "nothing"
        and any(
            sentence.tokens[below].lemma.lower() == "do"
            and any(has_case(sentence, w, "with") for w in sentence.children[below])
            for below in sentence.children[word]
        )
        for word in things
    )


def _was_not_us(sentence: Sentence, clause: int) -> bool:
    """ "It was not us", "that wasn't them"."""
    return (
        sentence.tokens[clause].text.lower() in NOT_ME
        and child(sentence, clause, "cop") is not None
        and is_negated(sentence, clause)
        and any(
            sentence.tokens[word].lemma.lower() in {"it", "this", "that"}
            for word in children(sentence, clause, "nsubj")
        )
    )


def _is_not_there(sentence: Sentence, clause: int, lexicon: Lexicon) -> bool:
    """ "There is no hostage on our soil", "no plane was over the town": a thing that one is charged with, at a place."""
    thing = child(sentence, clause, "nsubj")
    if thing is None or not is_no(sentence, thing, "nsubj"):
        return False
    words = [thing, *children(sentence, thing, "amod", "nmod")]
    lemmas = {sentence.tokens[word].lemma.lower() for word in words}
    own = any(sentence.tokens[below].lemma.lower() in OWNERS for word in words for below in sentence.children[word])
    if lemmas & LAW or not (own or lemmas & HIDDEN or classes_of(sentence, thing, lexicon) & ARMS):
        return False
    exists = child(sentence, clause, "expl") is not None and any(
        has_case(sentence, word, *WHERE)
        for word in (*children(sentence, clause, "obl"), *children(sentence, thing, "nmod"))
    )
    copular = child(sentence, clause, "cop") is not None
    return exists or (copular and (has_case(sentence, clause, *WHERE) or _is_anywhere(sentence, clause)))


def _is_anywhere(sentence: Sentence, clause: int) -> bool:
    return sentence.tokens[clause].lemma.lower() in {"anywhere", "near", "there"}


def _is_own(sentence: Sentence, subject: int, speaker: int | None, lexicon: Lexicon, issuer: Mention | None) -> bool:
    """Whether a subject is the speaker or what is his: "it", "its aircraft", "no soldier of ours"; a state for its official."""
    if issuer is not None and sentence.tokens[subject].upos == "PROPN" and sentence.tokens[subject].text in issuer.text:
        return True
    owners = OURS if speaker is None else OWNERS
    if sentence.tokens[subject].lemma.lower() in (OURS if speaker is None else OWN):
        return True
    below = [*children(sentence, subject, "nmod:poss", "nmod")]
    if any(
        sentence.tokens[word].lemma.lower() in owners
        for near in below
        for word in (near, *children(sentence, near, "nmod:poss"))
    ):
        return True
    return speaker is not None and _is_of_the_state(sentence, subject, speaker, lexicon)


def _is_of_the_state(sentence: Sentence, subject: int, speaker: int, lexicon: Lexicon) -> bool:
    """ "Lima has never sold arms, the foreign minister said": an official whose state is not named speaks for the one that is."""
    named = any(name.kind == "LOC" and name.first <= subject <= name.last for name in sentence.names)
    phrase = set(sentence.subtree(speaker))
    official = any("official" in classes_of(sentence, word, lexicon) for word in phrase)
    foreign = any(
        name.kind in {"LOC", "NORP"} and phrase & set(range(name.first, name.last + 1)) for name in sentence.names
    )
    return named and official and not foreign


def _is_undergone(sentence: Sentence, subject: int) -> bool:
    return sentence.tokens[subject].deprel == "nsubj:pass"


def _is_used_against_nobody(sentence: Sentence, clause: int, subject: int) -> bool:
    """ "Its territory is used against nobody"."""
    return (
        sentence.tokens[clause].lemma.lower() == "use"
        and sentence.tokens[subject].lemma.lower() in GROUNDS
        and (
            is_negated(sentence, clause)
            or any(_is_nobody(sentence, word) for word in children(sentence, clause, "obl"))
        )
    )


def _is_nobody(sentence: Sentence, word: int) -> bool:
    negative = any(sentence.tokens[below].lemma.lower() == "no" for below in children(sentence, word, "det"))
    return negative or sentence.tokens[word].lemma.lower() == "nobody"


def _is_charged(sentence: Sentence, clause: int, subject: int, lexicon: Lexicon) -> bool:
    """Whether a clause tells a deed that one is charged with; of a passive, what was fired, moved or sent, and not who was hurt."""
    token = sentence.tokens[clause]
    if token.upos != "VERB":
        return False
    charges = CHARGED
    if _is_undergone(sentence, subject):
        classes = classes_of(sentence, subject, lexicon)
        charges = frozenset(one for kind in classes for one in BORNE.get(kind, ()))
    if token.lemma.lower() in lexicon.light_verbs and any(  # "did not carry out the attack"
        entry.category in charges
        for word in children(sentence, clause, "obj")
        for entry in lexicon.predicates.get((sentence.tokens[word].lemma.lower(), "noun"), ())
    ):
        return True
    charged = (
        entry
        for entry in lexicon.predicates.get((token.lemma.lower(), "verb"), ())
        if entry.category in charges and entry.frame != "receiver"
    )
    return any(fits(sentence, clause, entry, verbal(sentence, clause, entry), lexicon) for entry in charged)
