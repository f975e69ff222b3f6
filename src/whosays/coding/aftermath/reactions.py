"""Reactions to events that they do not contain: denials of a claim, verdicts on "the move", silence, no comment.

Also what every speech act is about: the events in its own words, else the one that its object stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.coding.aftermath.about import Phrase, accusation_before, charges_by, deed_ascribed_to, just_told, referent
from whosays.coding.aftermath.asked import silent_about
from whosays.coding.aftermath.denied import answered_by, denied_of, is_over
from whosays.coding.aftermath.story import Story
from whosays.coding.aftermath.verdicts import OWNING, PARTAKING, Hit, hits
from whosays.coding.certainty.denials import IN_WORDS
from whosays.coding.certainty.presupposed import is_topic
from whosays.coding.trees.clause import base, child, children, has_case, mention, noun_phrase
from whosays.lexicon.cues import Cues, Nominal
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.event import SPEECH, StanceValue
from whosays.record.reading import Reading, Sentence

FIRST_PERSON = frozenset({"i", "we", "our", "us", "my", "me"})
COUNTS = frozenset({"figure", "number", "toll", "count", "tally", "estimate"})  # who disputes one disputes no deed
CHARGES = frozenset({"accusation", "allegation", "charge", "claim"})
POINTING = frozenset({"that", "this"})  # "that account": the one just told
WHOLE = frozenset({"this", "that", "it"})  # all that was just said, not one thing of it
ABOUT = ("obj", "obl", "nmod", "xcomp", "ccomp", "advcl", "nsubj:pass", "acl", "iobj")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """A stance on an event that was told elsewhere."""

    source: Mention
    value: StanceValue
    evidence: tuple[Mention, ...]


def react(
    reading: Reading, events: tuple[CodedEvent, ...], attributions: tuple[CodedAttribution, ...], cues: Cues
) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[Reaction, ...]]]:
    """For each speech act (index) the events that it is about; for each event the reactions to it."""
    story = Story(reading=reading, events=events, attributions=attributions, cues=cues)
    reactions: dict[int, tuple[Reaction, ...]] = {}
    if events:
        quiet: dict[int, int] = {}  # what the silence that a sentence tells of is about
        for sentence in reading.sentences:
            for hit in hits(sentence, cues):
                for target, reaction in _placed(story, sentence, hit, quiet.get(sentence.index - 1)):
                    reactions[target] = (*reactions.get(target, ()), reaction)
                    if hit.silent:
                        quiet[sentence.index] = target
        for target, stance in answered_by(story):
            if stance.source is not None:
                found = Reaction(source=stance.source, value=stance.value, evidence=stance.evidence)
                reactions[target] = (*reactions.get(target, ()), found)
    about = {
        index: meant
        for index, event in enumerate(events)
        if event.category in SPEECH and (meant := _about(story, index, event))
    }
    return about, reactions


# ---------------------------------------------------------------- whose it is, and on what


def _placed(story: Story, sentence: Sentence, hit: Hit, before: int | None = None) -> Iterator[tuple[int, Reaction]]:
    """The reaction with each event that it is to; `before` is what the sentence before tells another's silence of."""
    source = _source(story, sentence, hit)
    if source is None:
        return
    if hit.silent:
        targets = silent_about(story, sentence, hit.cue, hit.value, source, before)
    elif hit.of_the_last:
        told = just_told(story, sentence, sentence.tokens[hit.cue].start)
        targets = [] if told is None else [told]
    else:
        targets = _object(story, sentence, hit, source)
    evidence = mention(story.reading, sentence, _clause_words(sentence, hit), hit.cue)
    for target in _deeds(story, targets, spoken=hit.silent):
        yield target, Reaction(source=source, value=hit.value, evidence=(evidence,) if evidence else ())


def _deeds(story: Story, targets: list[int], *, spoken: bool) -> Iterator[int]:
    """The targets, a mere accusation or remark replaced by what it is about; with `spoken` kept where that is nothing."""
    for target in targets:
        event = story.events[target]
        if event.category in ("ACCUSE", "REJECT", "REQUEST", "SUPPORT"):
            deeds = [one for one in _about(story, target, event) if story.events[one].category not in SPEECH]
            yield from deeds or ([target] if spoken else [])
        else:
            yield target


def _source(story: Story, sentence: Sentence, hit: Hit) -> Mention | None:
    """The reacting party; a first person, or no subject of its own, is whoever speaks there."""
    own = hit.source
    lemma = sentence.tokens[own].lemma.lower() if own is not None else "we"
    if own is not None and lemma not in FIRST_PERSON | {"he", "she", "it"}:
        return noun_phrase(story.reading, sentence, own)
    offset = sentence.tokens[hit.cue].start
    around = [
        one
        for _, one in story.held.get(sentence.index, ())
        if any(piece.start <= offset < piece.end for piece in one.content) and one.source
    ]
    if own is not None and lemma not in FIRST_PERSON:  # "the minister said he could not confirm it"
        around = [one for one in around if one.source and one.cue and _says_of_himself(sentence, one, own)]
        if not around:
            return noun_phrase(story.reading, sentence, own)
    return min(around, key=lambda one: sum(piece.end - piece.start for piece in one.content)).source if around else None


def _says_of_himself(sentence: Sentence, one: CodedAttribution, own: int) -> bool:
    """Whether a pronoun right behind a speaker and his verb is the speaker."""
    source, cue = one.source, one.cue
    if source is None or cue is None or not source.sentence == cue.sentence == sentence.index:
        return False
    named = sentence.tokens[source.head].upos in ("NOUN", "PROPN")
    return named and source.end <= cue.start and 0 <= own - cue.head <= 2


def _clause_words(sentence: Sentence, hit: Hit) -> list[int]:
    words = [hit.cue]
    if hit.source is not None:
        words.append(hit.source)
    if (
        hit.thing is not None and sentence.tokens[hit.cue].lemma.lower() in PARTAKING
    ):  # "have nothing to do with the fire"
        words += range(min(hit.cue, hit.thing), max(hit.cue, hit.thing) + 1)
    return [*words, *children(sentence, hit.cue, "aux", "advmod", "xcomp", "obj", "cop", "nsubj")]


def _object(story: Story, sentence: Sentence, hit: Hit, source: Mention) -> list[int]:
    """The event in the reaction's object is read by the walk; here the one that the object stands for."""
    if hit.thing is None or sentence.tokens[hit.thing].lemma.lower() in COUNTS:
        return []
    lemma = sentence.tokens[hit.thing].lemma.lower()
    nominal = story.cues.nominals.get(lemma)
    contained = _contained(story, sentence, hit, hit.thing, nominal)
    if contained:
        return contained if nominal is None or nominal.kind in ("deed", "claim") or hit.source is None else []
    if nominal is None or nominal.kind == "falsehood" or child(sentence, hit.cue, "ccomp") is not None:
        return []
    below = (*children(sentence, hit.thing, "nmod", "obl"), *children(sentence, hit.cue, "obl"))
    over = (is_topic(sentence, word) for word in below)
    if _names_another(story, sentence, hit, hit.thing, nominal.kind) or any(over):
        return []
    found = _beside(story, sentence, hit.thing) if nominal.kind == "claim" else None
    found = _before(story, sentence, hit, hit.thing, nominal, source) if found is None else found
    if found is None:
        return []
    several = nominal.kind == "claim" and "Number=Plur" in sentence.tokens[hit.thing].feats
    return story.joined(found) if lemma in WHOLE or several else [found]


def _contained(story: Story, sentence: Sentence, hit: Hit, thing: int, nominal: Nominal | None) -> list[int]:
    """The events in the object's own words, or that the object takes up inside the sentence."""
    contained = story.inside(sentence.index, thing) or _told_by(story, sentence, hit)
    if (
        not contained and sentence.tokens[hit.cue].lemma.lower() in OWNING
    ):  # "claimed an ambush in which two were killed"
        words = set(sentence.subtree(thing))
        inside = [n for n, one in story.of(sentence.index) if one.trigger.head in words]
        return [n for n in inside if story.events[n].category not in SPEECH][:1]
    if nominal is None and sentence.tokens[hit.cue].lemma.lower() in PARTAKING:
        return [one for one in contained if not _describes(sentence, story.events[one].trigger.head, thing)]
    contained = [one for one in contained if not is_over(sentence, thing, story.events[one].trigger.head)]
    if nominal is not None and nominal.kind == "claim":  # the "charges" are no deed of their own
        return [index for index in contained if story.events[index].trigger.head != thing]
    return contained


def _before(story: Story, sentence: Sentence, hit: Hit, thing: int, nominal: Nominal, source: Mention) -> int | None:
    """The event told before that the object stands for; none where that is an accusation of no deed."""
    phrase = Phrase(
        described=_described(story, sentence, thing, nominal.kind),
        doers=_doers(story, sentence, thing) if nominal.kind == "event" else frozenset(),
        part=_partakers(story, sentence, thing, source),
        owner=_whose(sentence, thing),
        pointed=any(
            sentence.tokens[word].lemma.lower() in POINTING for word in children(sentence, thing, "det", "amod")
        ),
    )
    at = sentence.tokens[min(hit.cue, thing)].start
    found = None
    if nominal.kind == "deed" and not phrase.part:  # "denied involvement": in what was just laid at his door
        found = deed_ascribed_to(story, source, at, story.shortly_before(sentence))
    found = referent(story, nominal, at, source, phrase) if found is None else found
    accused = _accusation(story, sentence.tokens[thing].lemma.lower(), found, at)
    return found if accused is None else None


def _described(story: Story, sentence: Sentence, thing: int, kind: str) -> frozenset[str]:
    """The names in a phrase but for whose claim it is: Kenya in "Libya's allegations of Kenyan involvement"."""
    words = noun_phrase(story.reading, sentence, thing)
    named = story.sides(words.text) if words is not None else frozenset()
    if kind != "claim":
        return named
    owners = [*children(sentence, thing, "nmod:poss", "amod")]
    owners += [word for word in children(sentence, thing, "nmod") if has_case(sentence, word, "by", "from")]
    whose = (noun_phrase(story.reading, sentence, word) for word in owners)
    return named.difference(*(story.sides(one.text) for one in whose if one is not None))


def _partakers(story: Story, sentence: Sentence, thing: int, source: Mention | None) -> frozenset[str]:
    """Who else is named as having had a part in it: Kenya in "Kenya's involvement", "allegations of Kenyan involvement"."""
    named: frozenset[str] = frozenset()
    for word in sentence.subtree(thing):
        nominal = story.cues.nominals.get(sentence.tokens[word].lemma.lower())
        if nominal is not None and nominal.kind == "deed":
            named |= _doers(story, sentence, word)
    return named - story.sides(source.text) if source is not None else named


def _describes(sentence: Sentence, trigger: int, thing: int) -> bool:
    """ "Has nothing to do with a man who was held in Riga": he was held, whoever has nothing to do with him."""
    here = trigger
    while here not in (thing, -1):
        if base(sentence.tokens[here].deprel) == "acl":
            return True
        here = sentence.tokens[here].head
    return False


def _beside(story: Story, sentence: Sentence, thing: int) -> int | None:
    """ "Says that the port is blockaded, a charge the navy denies": what stands in apposition is what was just said."""
    if base(sentence.tokens[thing].deprel) != "appos":
        return None
    at = sentence.tokens[thing].start
    told = [
        (event.trigger.start, index)
        for index, event in story.of(sentence.index)
        if event.trigger.end <= at and event.category not in SPEECH
    ]
    return max(told)[1] if told else None


def _whose(sentence: Sentence, thing: int) -> frozenset[str]:
    """The words for whose a claim is: "the general's account", "the claim by the army"."""
    owners = [
        word
        for word in children(sentence, thing, "nmod:poss", "nmod")
        if sentence.tokens[word].upos in ("NOUN", "PROPN")
        and (sentence.tokens[word].deprel == "nmod:poss" or has_case(sentence, word, "by", "from"))
    ]
    return frozenset(sentence.tokens[word].lemma.lower() for word in owners)


def _doers(story: Story, sentence: Sentence, thing: int) -> frozenset[str]:
    """The sides whose deed it is: "Peru's actions", "the Peruvian move"."""
    words = children(sentence, thing, "nmod:poss", "amod")
    phrases = (noun_phrase(story.reading, sentence, word) for word in words)
    return frozenset().union(*(story.sides(one.text) for one in phrases if one is not None))


def _names_another(story: Story, sentence: Sentence, hit: Hit, thing: int, kind: str) -> bool:
    """ "Any link to the explosion", "a report that it had plotted": what is denied is said, and is none of the events told."""
    if kind == "claim":
        clauses = (
            *children(sentence, thing, "acl", "ccomp"),
            *children(sentence, sentence.tokens[thing].head, "ccomp"),
        )
        said = [clause for clause in clauses if clause > thing and clause != hit.cue]
        of_doing = any(
            has_case(sentence, clause, "of") and sentence.tokens[clause].lemma.lower() not in PARTAKING
            for clause in said
        )  # "suspicion of passing maps", "charges of spying"
        return of_doing or any(has_case(sentence, clause, "that") for clause in said)
    if kind != "deed":
        return False
    for word in children(sentence, thing, "nmod", "obl"):
        token = sentence.tokens[word]
        if (
            token.upos == "NOUN"
            and has_case(sentence, word, "to", "in", "with", "for")
            and token.lemma not in story.cues.nominals
        ):
            return True
    return False


def _told_by(story: Story, sentence: Sentence, hit: Hit) -> list[int]:
    """ "Used a drone against a depot, which Mali denied": what "which" takes up is what the clause tells, not its last noun."""
    token = sentence.tokens[hit.cue]
    if token.deprel == "advcl:relcl" and hit.thing is not None and hit.thing < hit.cue:
        return charges_by(story, sentence.index, token.head)  # "had been tortured, a charge the navy rejected"
    if token.deprel != "acl:relcl" or hit.thing is None or hit.thing != token.head:
        return []
    if sentence.tokens[hit.thing].lemma.lower() == "something":  # "has smuggled missiles, something Mali denies"
        told = just_told(story, sentence, sentence.tokens[hit.thing].start)
        return [] if told is None else [told]
    before = [
        w for w in children(sentence, hit.cue, "obj", "nsubj:pass") if sentence.tokens[w].lemma.lower() == "which"
    ]
    if (
        not before
        or sentence.tokens[max(0, before[0] - 1)].text != ","
        or sentence.tokens[hit.thing].lemma.lower() in story.cues.nominals
    ):
        return []
    verb = hit.thing
    while verb >= 0 and sentence.tokens[verb].upos != "VERB":
        verb = sentence.tokens[verb].head
    return charges_by(story, sentence.index, verb)


def _accusation(story: Story, lemma: str, found: int | None, at: int) -> int | None:
    """The accusation itself where a "charge" is no deed's: the deed that was found stands before it, or nobody is accused of it."""
    if lemma not in CHARGES:
        return None
    nearer = accusation_before(story, at)
    if nearer is None or found is None:
        return nearer
    deed = story.events[found]
    admitted = any(
        row.value == "CT+"
        and (row.source is None or any(_is_the_same(story, actor, row.source) for actor in deed.actor))
        for row in deed.stances
    )
    return nearer if admitted or deed.trigger.start < story.events[nearer].trigger.start else None


def _is_the_same(story: Story, actor: Mention, source: Mention) -> bool:
    return actor.text.lower() in {"it", "they", "he", "she"} or bool(story.sides(actor.text) & story.sides(source.text))


# ---------------------------------------------------------------- what a speech act is about


def _about(story: Story, index: int, event: CodedEvent) -> tuple[int, ...]:
    sentence = story.reading.sentences[event.sentence]
    head = event.trigger.head
    described = sentence.tokens[head].head if sentence.tokens[head].deprel == "acl:relcl" else -1
    if described >= 0 and sentence.tokens[described].lemma.lower() in COUNTS:
        return ()
    found: list[int] = []
    for word in (one for one in children(sentence, head, *ABOUT) if not _is_meanwhile(sentence, one)):
        found += [one for one in story.inside(sentence.index, word) if one != index]
    if event.why.note == IN_WORDS:  # the deed has the same word
        found += [n for n, one in story.of(event.sentence) if one.trigger.head == head and n != index]
    if not found:
        found = _spoken(story, index, head, sentence.index)
    if not found:
        things = ["obj", "obl", "nmod", "nsubj:pass", *(["nsubj"] if child(sentence, head, "cop") is not None else [])]
        for word in children(sentence, head, *things):
            lemma = sentence.tokens[word].lemma.lower()
            nominal = story.cues.nominals.get(lemma)
            if nominal is None or nominal.kind == "falsehood":
                continue
            source = event.actor[0] if event.actor else None
            phrase = Phrase(
                described=_described(story, sentence, word, nominal.kind),
                part=_partakers(story, sentence, word, source),
            )
            meant = referent(story, nominal, event.trigger.start, source, phrase)
            accusation = _accusation(story, lemma, meant, event.trigger.start)
            meant = meant if accusation is None else accusation
            found += [meant] if meant is not None and meant != index else []
    return tuple(dict.fromkeys(denied_of(story, event, found)))


def _is_meanwhile(sentence: Sentence, clause: int) -> bool:
    """What others do at the same time: "praised the deal, while Chile called it a sham"."""
    return has_case(sentence, clause, "while", "whereas") and child(sentence, clause, "nsubj") is not None


def _spoken(story: Story, index: int, head: int, sentence: int) -> list[int]:
    """The events in what the speech act quotes."""
    one = story.saying.get((sentence, head))
    if one is None:
        return []
    return [
        other
        for where in sorted({piece.sentence for piece in one.content})
        for other, event in story.of(where)
        if other != index and any(piece.start <= event.trigger.start < piece.end for piece in one.content)
    ]
