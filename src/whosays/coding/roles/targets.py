"""At whom a speech act is aimed when its object is a deed: who condemns a strike blames whoever made it."""

from __future__ import annotations

from whosays.coding.events.senses import classes_of
from whosays.coding.trees.clause import base, children, conjuncts, has_case, named_words, noun_phrase
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.event import SPEECH
from whosays.record.reading import Reading, Sentence

# Praise and blame go to the doer; a denial or a refusal goes to whoever made the claim or the offer.
AT_THE_DOER = frozenset({"ACCUSE", "SUPPORT"})
AT_THE_SPEAKER = frozenset({"REJECT"})
SHUT_OR_OPENED = frozenset({"COERCE", "SANCTION", "CONCEDE"})
BORDERS = frozenset({"border", "crossing", "frontier"})
BANS = frozenset({"ban", "boycott", "embargo", "measure", "restriction", "sanction", "tariff"})
# What two sign is nobody, whatever names it bears: "signed a new arrangement", "signed the Lima convention".
SIGNED = frozenset(
    "accord agreement alliance arrangement convention deal memorandum pact peace protocol treaty".split()
)
BROKERING = frozenset({"arrange", "broker", "facilitate", "mediate", "sponsor"})
WHERE = frozenset({"in", "at", "near", "outside", "off"})  # an accord signed in a town is not with its state
# "The death of six boys", "the use of children as shields": behind these, whom it befell; behind deeds, too.
BEFALLEN = frozenset({"abuse", "death", "fate", "loss", "plight", "suffering", "treatment", "use"})
# Whoever announces a measure that nobody else is said to take takes it: "announced that the crossing would be shut".
ANNOUNCING = frozenset({"announce", "declare", "decree", "order", "pledge", "promise", "vow"})
MEASURES = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION"})
SOMEBODY = frozenset({"person", "armed", "group", "state", "*"})


def aim(
    reading: Reading, events: tuple[CodedEvent, ...], attributions: tuple[CodedAttribution, ...], lexicon: Lexicon
) -> tuple[CodedEvent, ...]:
    """The events, speech acts with the doer of what they are about, or the owner of the words, as their recipient."""
    spoken = tuple(_announced(reading, _with_speaker(event, attributions), attributions) for event in events)
    aimed = (_across(reading, _aimed(reading, event, spoken, lexicon), lexicon) for event in spoken)
    return tuple(_at_the_claimant(reading, event, attributions, lexicon) for event in aimed)


def _across(reading: Reading, event: CodedEvent, lexicon: Lexicon) -> CodedEvent:
    """The event, with the other side of a border that is shut or opened ("shut its crossings with Chile"), or of a ban that is lifted.

    "The bloc's sanctions on Chile were lifted": for Chile, and by the bloc.
    """
    if event.category not in SHUT_OR_OPENED:
        return event
    tokens = reading.sentences[event.sentence].tokens
    things = {one: tokens[one.head].lemma.lower() for one in event.recipient}
    sides = [side for one, lemma in things.items() if lemma in BORDERS for side in _partners(reading, one, lexicon)]
    if event.category == "CONCEDE":
        bans = [one for one, lemma in things.items() if lemma in BANS]
        sides += [side for ban in bans for side in _below(reading, ban, ("nmod",), ("on", "against"), lexicon)]
        whose = [owner for ban in bans for owner in _below(reading, ban, ("nmod:poss", "compound"), (), lexicon)]
        if sides and not event.actor:
            event = event.with_actor(tuple(whose[:1]))
    return event.with_recipient(tuple(dict.fromkeys(sides)))


def _somebody(reading: Reading, sentence: Sentence, words: list[int], lexicon: Lexicon) -> list[Mention]:
    """The phrases of those among the words that stand for somebody."""
    return _phrases(reading, sentence, [word for word in words if classes_of(sentence, word, lexicon) & SOMEBODY])


def _below(
    reading: Reading, one: Mention, relations: tuple[str, ...], cases: tuple[str, ...], lexicon: Lexicon
) -> list[Mention]:
    """Who stands below a noun in one of the relations, with one of the prepositions if there are any."""
    sentence = reading.sentences[one.sentence]
    found = [word for word in children(sentence, one.head, *relations) if not cases or has_case(sentence, word, *cases)]
    return _somebody(reading, sentence, found, lexicon)


def _announced(reading: Reading, event: CodedEvent, attributions: tuple[CodedAttribution, ...]) -> CodedEvent:
    """A measure to come, without a doer, as taken by whoever announces it: "announced that the crossing would be shut"."""
    if event.category not in MEASURES or event.actor or not any(one.value == "future" for one in event.status):
        return event
    for one in attributions:
        if one.source is None or one.cue is None or one.cue.sentence != event.sentence:
            continue
        cue = reading.sentences[one.cue.sentence].tokens[one.cue.head]
        told = any(piece.start <= event.trigger.start < piece.end for piece in one.content)
        if told and cue.lemma.lower() in ANNOUNCING and cue.upos == "VERB":
            return event.with_actor((one.source,))
    return event


def _at_the_claimant(
    reading: Reading, event: CodedEvent, attributions: tuple[CodedAttribution, ...], lexicon: Lexicon
) -> CodedEvent:
    """A denial of what was just said, as said to who says it: "Chile says that Peru paid them, a claim that Peru denies"."""
    if event.category != "REJECT" or any(_is_somebody(reading, one, lexicon) for one in event.recipient):
        return event
    sentence = reading.sentences[event.sentence]
    verb = event.trigger.head
    if not sentence.tokens[verb].deprel.endswith(":relcl"):
        return event
    what = sentence.tokens[verb].head
    if base(sentence.tokens[what].deprel) == "appos":
        what = sentence.tokens[what].head
    doers = {one.head for one in event.actor}
    for one in attributions:
        if one.source is None or one.cue is None or one.source.sentence != event.sentence or one.source.head in doers:
            continue
        start = sentence.tokens[what].start
        if one.cue.head == what or any(piece.start <= start < piece.end for piece in one.content):
            return event.with_recipient((one.source,))
    return event


def _with_speaker(event: CodedEvent, attributions: tuple[CodedAttribution, ...]) -> CodedEvent:
    """A denial that has no subject of its own ("the charge was absurd") with whoever is said to say so."""
    if event.category != "REJECT" or event.actor:
        return event
    around = [
        (sum(piece.end - piece.start for piece in one.content), one.source)
        for one in attributions
        if one.source is not None and any(piece.start <= event.trigger.start < piece.end for piece in one.content)
    ]
    if not around:
        return event
    _, speaker = min(around, key=lambda row: row[0])
    return event.with_actor((speaker,))


def _aimed(reading: Reading, event: CodedEvent, events: tuple[CodedEvent, ...], lexicon: Lexicon) -> CodedEvent:
    if event.category not in AT_THE_DOER | AT_THE_SPEAKER:
        return event
    if any(_is_somebody(reading, one, lexicon) for one in event.recipient):
        return event
    victims = _befallen(reading, event, events)
    found = [owner for one in event.recipient for owner in _owners(reading, one, lexicon) if owner.head not in victims]
    found = found or [party for one in event.recipient for party in _partners(reading, one, lexicon)]
    if not found and event.category in AT_THE_DOER:
        own = {actor.text for actor in event.actor}
        found = [actor for index in event.about for actor in events[index].actor if actor.text not in own]
    if not found and event.category == "SUPPORT":
        found = [party for one in event.recipient for party in _tied(reading, one, lexicon)]
    if not found and not event.about:
        found = [party for one in event.recipient for party in _parties(reading, one, lexicon)]
        found = [party for party in found if party.head not in victims]
    if not found:
        return event.left_with(()) if victims else _at_nobody(reading, event)
    return event.with_recipient(tuple(dict.fromkeys(found)))


def _befallen(reading: Reading, event: CodedEvent, events: tuple[CodedEvent, ...]) -> frozenset[int]:
    """Whom the deed befell that is blamed, praised or refused, and who did not do it: "the murder of three priests", "the use of children"."""
    sentence = reading.sentences[event.sentence]
    heads = {one.head for one in event.recipient}
    deeds = [one for one in events if one.sentence == event.sentence and one.trigger.head in heads]
    if event.category not in AT_THE_DOER:  # who rejects a charge rejects the other's words; of a deportation, nobody's
        deeds = [one for one in deeds if one.category not in SPEECH]
    found = {one.head for deed in deeds for one in deed.recipient}
    for head in heads if event.category in AT_THE_DOER else ():
        if sentence.tokens[head].lemma.lower() in BEFALLEN:
            found |= {word for word in children(sentence, head, "nmod") if has_case(sentence, word, "of")}
    return frozenset(found - {one.head for deed in deeds for one in deed.actor})


def _at_nobody(reading: Reading, event: CodedEvent) -> CodedEvent:
    """ "Denied it", "condemned this", "signed the accord": what was said or done is nobody."""
    nobody = {"it", "this", "that"} | (SIGNED if event.category == "SUPPORT" else set())
    kept = tuple(
        one for one in event.recipient if reading.sentences[one.sentence].tokens[one.head].lemma.lower() not in nobody
    )
    return event if len(kept) == len(event.recipient) else event.left_with(kept)


def _is_somebody(reading: Reading, one: Mention, lexicon: Lexicon) -> bool:
    sentence = reading.sentences[one.sentence]
    if sentence.tokens[one.head].upos in {"PRON", "DET"}:
        return sentence.tokens[one.head].lemma.lower() not in {"it", "this", "that", "what", "which", "such"}
    return sentence.tokens[one.head].lemma.lower() not in SIGNED and bool(
        classes_of(sentence, one.head, lexicon) & SOMEBODY
    )


def _owners(reading: Reading, one: Mention, lexicon: Lexicon) -> list[Mention]:
    """Whose words or deed it is: "Kyiv's remarks", "the claim of the other side", "allegations made by the ministry"."""
    sentence = reading.sentences[one.sentence]
    words = list(children(sentence, one.head, "nmod:poss"))
    if sentence.tokens[one.head].lemma.lower() == "what":  # "condemned what it called American meddling"
        clauses = list(children(sentence, one.head, "acl"))
        called = [word for clause in clauses for word in children(sentence, clause, "xcomp", "obj")]
        words = [word for thing in called for word in children(sentence, thing, "nmod:poss", "amod")]
        return _somebody(reading, sentence, words, lexicon)
    below = list(children(sentence, one.head, "nmod"))
    by = [word for word in below if has_case(sentence, word, "by")]  # "the criticism of its army by Chile" is Chile's
    words += by or [word for word in below if has_case(sentence, word, "of", "from")]
    for clause in children(sentence, one.head, "acl"):
        between = sentence.tokens[clause].lemma.lower() in BROKERING  # "a truce brokered by Kenya" is not Kenya's
        words += (
            [] if between else [word for word in children(sentence, clause, "obl") if has_case(sentence, word, "by")]
        )
    named = named_words(sentence)
    words += [word for word in children(sentence, one.head, "amod") if word in named]
    return _somebody(reading, sentence, words, lexicon)


def _partners(reading: Reading, one: Mention, lexicon: Lexicon) -> list[Mention]:
    """Who stands at the other end of a tie: "restored ties with the state", "praised the accord between the two"."""
    sentence = reading.sentences[one.sentence]
    words = [word for word in children(sentence, one.head, "nmod") if has_case(sentence, word, "with", "between")]
    words = [joined for word in words for joined in conjuncts(sentence, word)]
    return _somebody(reading, sentence, words, lexicon)


def _tied(reading: Reading, one: Mention, lexicon: Lexicon) -> list[Mention]:
    """The ends of the ties that are praised: "welcomed a resumption of relations between Chile and Peru"."""
    sentence = reading.sentences[one.sentence]
    ties = [below for below in children(sentence, one.head, "nmod") if has_case(sentence, below, "of")]
    ends = [
        joined
        for tie in ties
        for below in children(sentence, tie, "nmod")
        if has_case(sentence, below, "with", "between")
        for joined in conjuncts(sentence, below)
    ]
    return _somebody(reading, sentence, ends, lexicon)


def _parties(reading: Reading, one: Mention, lexicon: Lexicon) -> list[Mention]:
    """Who is named in the thing that is praised or blamed, the nearest first: "a resumption of ties with the state"."""
    sentence = reading.sentences[one.sentence]
    level = [one.head]
    relations = ("nmod", "conj") if sentence.tokens[one.head].lemma.lower() in SIGNED else ("nmod", "conj", "compound")
    for _ in range(3):
        level = [
            below
            for word in level
            for below in children(sentence, word, *relations)
            if not has_case(sentence, below, *WHERE)
            and (sentence.tokens[below].deprel != "compound" or sentence.tokens[below].upos == "PROPN")
        ]
        found = [word for word in level if classes_of(sentence, word, lexicon) & SOMEBODY]
        if found:
            return _phrases(reading, sentence, [joined for word in found for joined in conjuncts(sentence, word)])
    return []


def _phrases(reading: Reading, sentence: Sentence, words: list[int]) -> list[Mention]:
    found = (noun_phrase(reading, sentence, word, whole=False) for word in dict.fromkeys(words))
    return [phrase for phrase in found if phrase is not None]
