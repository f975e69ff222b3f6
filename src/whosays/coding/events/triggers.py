"""Which words of a sentence are triggers: the lexicon's entries that fit, and nouns only where they name a happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.events.hit import Hit, Told
from whosays.coding.events.proposed import proposal, proposed
from whosays.coding.events.senses import UNTELLING, classes_of, fits, follows, is_ruled_out
from whosays.coding.events.signs import CERTAIN, POS, carries, is_of_the_press, is_seen, sign_at
from whosays.coding.roles.nouns import is_held, is_venue, light_verb, roles_of
from whosays.coding.roles.seen import completed
from whosays.coding.roles.verbs import Roles
from whosays.coding.trees.clause import base, children, has_case
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

AGREED = 0.6  # where model and lexicon say the same of a word, what the entry asks of its participants may be unknown
# From this probability on the model decides between a word's senses: of 24 such words in bench/sentences it was right in 15 and the
# lexicon in 5 (from .95 on 18 and 7); a category that no entry gives the word was right as often as wrong, so the entry stays.
SURER = 0.98
# Nouns of these categories name a happening even without a participant ("in an attack near the port").
EVENTFUL = frozenset({"ASSAULT", "PROTEST", "COERCE"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "latest", "last", "first"})
SOMEBODY = frozenset({"person", "armed", "group", "state", "facility", "vessel", "place", "*"})
# Verbs that say of a noun that it came about: "an arrest was made", "fighting broke out".
HAPPENING = frozenset(
    {"make", "happen", "occur", "take", "break", "erupt", "begin", "start", "hear", "report", "continue"}
)
# What is an event only by the words around it ("filed a suit", "exchange of fire", "a round of talks") refers back to nothing.
WORDED = frozenset({"mod", "verb", "with", "lemma-obl", "lemma-subj", "lemma-obj"})
# What stands behind these is taken for granted: "after a raid on the port", "accusations over an attack in Sama".
TAKEN_FOR_GRANTED = frozenset({"in", "after", "by", "of", "over", "following", "since", "during", "despite"})
BODILY = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})


def find_triggers(sentence: Sentence, lexicon: Lexicon, told: Told) -> list[Hit]:
    """The triggers of a sentence in text order; `told` are the categories and modes of the sentences before."""
    hits: list[Hit] = []
    for token in sentence.tokens:
        pos = POS.get(token.upos)
        if pos is None:
            continue
        hit = _sense(sentence, token.index, pos, lexicon, told)
        if hit is not None and (_happens(hit, lexicon, told) if pos == "noun" else _is_of_this_world(hit, lexicon)):
            hits.append(completed(hit, lexicon))
    return sorted([*hits, *proposed(sentence, hits, lexicon)], key=lambda hit: hit.index)


def _sense(sentence: Sentence, index: int, pos: str, lexicon: Lexicon, told: Told) -> Hit | None:
    """The entry of a word that fits best, of equals the most specific.

    A participle tagged as an adjective is looked up as its verb too.
    """
    lemma = sentence.tokens[index].lemma.lower()
    entries = lexicon.predicates.get((lemma, pos), ())
    if pos == "adj" and "VerbForm=Part" in sentence.tokens[index].feats:
        entries = (*entries, *lexicon.predicates.get((lemma, "verb"), ()))
    best: tuple[int, Hit] | None = None
    for entry in entries:
        roles = roles_of(sentence, index, entry, lexicon)
        well = fits(sentence, index, entry, roles, lexicon) or _refers_back(sentence, index, entry, roles, told)
        if well and (best is None or well > best[0]):
            hit = Hit(
                sentence=sentence, index=index, entry=entry, roles=roles, category=entry.category, mode=entry.mode
            )
            best = (int(well), hit)
    agreed = _agreed(sentence, index, entries, lexicon)
    if best is None or agreed is None:
        return best[1] if best else agreed
    refers_back = any(category == best[1].category for category, _ in told)  # "the strike", once a raid was told
    return agreed if _is_overruled(best[1], agreed) and not refers_back else best[1]


def _is_overruled(hit: Hit, agreed: Hit) -> bool:
    """Whether the model is sure of another sense that the lexicon has for a word: "crowds kept up the blockade" is a protest.

    An entry that asks for something and has it ("captured a tanker", "throw out") and captivity in war are the lexicon's: there the
    model errs more often.
    Nor does it where only the lexicon's sense has a place for whom the sentence names: a "strike on Narva" is no walk-out.
    """
    worded = hit.entry.particle or any(demand.wanted for demand in hit.entry.demands)
    other = agreed.category != hit.category and (agreed.score or 0) >= SURER
    suffered = hit.roles.recipient and agreed.entry.frame == "agent"
    return other and not worded and not suffered and hit.mode != "abduct"


def _agreed(sentence: Sentence, index: int, entries: Sequence[Predicate], lexicon: Lexicon) -> Hit | None:
    """A word whose conditions do not hold as far as the lists know, and of which the model says the same as an entry.

    Lists of nouns are never whole: "the hackers were arrested" is an arrest although nobody has listed hackers.
    """
    sign = sign_at(sentence, index)
    if sign is None or carries(sentence, index, lexicon) or is_of_the_press(sentence, index):
        return None
    category, score = sign.scores[0]
    fitting = [
        entry
        for entry in entries
        if entry.category == category
        and follows(sentence, index, entry.particle)
        and not is_ruled_out(sentence, index, entry, roles_of(sentence, index, entry, lexicon), lexicon)
    ]
    if not fitting:
        return None
    known = any(
        fits(sentence, index, _of_anybody(one), roles_of(sentence, index, one, lexicon), lexicon) for one in fitting
    )
    if score < (AGREED if known else CERTAIN):
        return None
    entry = min(fitting, key=lambda one: (one.mode != sign.mode, one.weight, one.id))
    seen, read = proposal(sentence, sign, lexicon), roles_of(sentence, index, entry, lexicon)
    actor = seen.roles.actor or read.actor
    recipient = seen.roles.recipient or tuple(word for word in read.recipient if word not in actor)
    theme = tuple(word for word in read.theme if word not in (*actor, *recipient))
    roles = replace(read, actor=actor, recipient=recipient, theme=theme)
    return replace(seen, entry=entry, roles=roles, mode=seen.mode or entry.mode)


def _of_anybody(entry: Predicate) -> Predicate:
    """An entry without what it asks of the kind of its participants; the words that make the sense it still asks for."""
    return replace(
        entry, demands=tuple(demand for demand in entry.demands if demand.slot not in {"subj", "obj", "obl"})
    )


def _is_of_this_world(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a deed is among those that are coded, by its participants: peas are shelled and sauces praised elsewhere.

    One participant that acts in public life is enough, or a person to whom violence, force or release happens; without
    one, no participant may be a thing that nothing is known of. Pronouns and plain persons tell nothing.
    """
    done_to = [classes_of(hit.sentence, word, lexicon) for word in (*hit.roles.recipient, *hit.roles.theme)]
    found = [*done_to, *(classes_of(hit.sentence, word, lexicon) for word in hit.roles.actor)]
    if hit.category in BODILY and any("person" in classes for classes in done_to):
        return True
    return any(classes - UNTELLING for classes in found) or all(found)


def _refers_back(sentence: Sentence, index: int, entry: Predicate, roles: Roles, told: Told) -> bool:
    """ "The exchange", once an exchange of prisoners was told: what it is of need not be said again.

    Single words that make the sense ("exchange of fire", "impose measures") are another thing: without them it is another word.
    """
    return (
        entry.pos == "noun"
        and not roles.recipient
        and not any(demand.wanted and demand.slot in WORDED for demand in entry.demands)
        and (entry.category, entry.mode) in told
        and _is_definite(sentence, index)
        and follows(sentence, index, entry.particle)
    )


def _happens(hit: Hit, lexicon: Lexicon, told: Told) -> bool:
    """Whether a noun names a happening here, and not a kind, a subject of talk or a part of a name.

    It does with a participant of its own, under a light verb, or where it refers back to what was told.
    """
    sentence, index, roles = hit.sentence, hit.index, hit.roles
    token = sentence.tokens[index]
    if any(name.first <= index <= name.last and name.last > name.first for name in sentence.names):
        return False
    if base(token.deprel) in {"compound", "flat", "vocative"}:
        return False
    carried = light_verb(sentence, index, lexicon) is not None
    if carried and (roles.actor or roles.recipient or token.deprel == "nsubj:pass"):  # "an inquiry was opened"
        return True
    venue = is_held(hit.category, hit.mode) and any(
        is_venue(sentence, one) for one in children(sentence, index, "compound")
    )
    if venue or _named(sentence, (*roles.actor, *roles.recipient), lexicon):  # "the Vienna talks"
        return True
    if _is_definite(sentence, index) and any(category == hit.category for category, _ in told):
        return True
    # the model sees a happening, and the word beside it says which: "a cyber attack"
    which = any(demand.slot == "mod" and demand.wanted for demand in hit.entry.demands)
    return (which and is_seen(sentence, index)) or (hit.category in EVENTFUL and _is_told(sentence, index))


def _is_told(sentence: Sentence, index: int) -> bool:
    """Whether a sentence tells that what a noun names was: counted, said to come about, or doing something ("blasts tore through the market")."""
    token = sentence.tokens[index]
    counted = any(True for _ in children(sentence, index, "nummod"))
    if counted or ("Number=Plur" not in token.feats and _comes_about(sentence, index)):
        return True
    return token.deprel == "nsubj" and token.head >= 0 and "Tense=Past" in sentence.tokens[token.head].feats


def _is_definite(sentence: Sentence, index: int) -> bool:
    definite = any(sentence.tokens[word].lemma.lower() in DEFINITE for word in children(sentence, index, "det", "amod"))
    dated = any(is_temporal(sentence, word) for word in children(sentence, index, "nmod:poss", "obl", "nmod"))
    return definite or dated or any(True for _ in children(sentence, index, "nmod:poss"))


def _comes_about(sentence: Sentence, index: int) -> bool:
    """ "In an attack near the port", "the first arrest was made in Riga", "there was shooting at the border"."""
    told_more = any(True for _ in children(sentence, index, "nmod", "acl", "compound"))
    if told_more and has_case(sentence, index, *TAKEN_FOR_GRANTED):
        return True
    token = sentence.tokens[index]
    head = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return base(token.deprel) in {"nsubj", "obj"} and (head in HAPPENING or _has_expletive(sentence, token.head))


def _has_expletive(sentence: Sentence, index: int) -> bool:
    return index >= 0 and any(True for _ in children(sentence, index, "expl"))


def _named(sentence: Sentence, words: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Whether a participant is somebody: a name, a pronoun, a person, a force or a group."""
    return any(classes_of(sentence, word, lexicon) & SOMEBODY for word in words)
