"""Stances: for every event the author's value, and one for every source in whose content the event stands.

What author and sources make of an event is read in `telling`. Reactions that do not contain the event ("rejected the
charge", "declined to comment") are added by `whosays.coding.aftermath.reactions` to the event that they are about.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.aftermath.reactions import Reaction, react
from whosays.coding.attribution.attribute import HasCues
from whosays.coding.attribution.holders import Held, by_sentence
from whosays.coding.attribution.sources import evidence, named, only_quotes
from whosays.coding.certainty.denials import IN_WORDS
from whosays.coding.certainty.factuality import OPEN, path_to
from whosays.coding.certainty.scopes import FIRST_PERSON, Scope, is_issued, scopes_around
from whosays.coding.certainty.telling import Telling, is_own_act
from whosays.coding.trees.clause import children, noun_phrase
from whosays.lexicon.cues import Cues
from whosays.record.coded import CodedAttribution, CodedEvent, CodedStance, Mention
from whosays.record.reading import Reading

# Who is cited for what is said; "citing safety" gives a reason.
CITED = frozenset(
    "agency aide ambassador army commander diplomat doctor document intelligence investigator lawmaker lawyer letter memo military minister ministry officer official "
    "police presidency prosecutor report resident source spokesman spokesperson spokeswoman statement witness".split()
)
QUIET = frozenset({"NC", "SILENT"})


def add_stances(
    reading: Reading,
    events: tuple[CodedEvent, ...],
    attributions: tuple[CodedAttribution, ...],
    lexicon: HasCues,
) -> tuple[CodedEvent, ...]:
    """The events with their stances, the author's first; and `about`, what each speech act is about."""
    cues, held = lexicon.cues, by_sentence(attributions)
    told = tuple(replace(event, stances=_read_off(reading, event, held, cues)) for event in events)
    about, reactions = react(reading, told, attributions, cues)
    return tuple(
        replace(
            event,
            about=about.get(index, event.about),
            stances=_merged(event.stances, reactions.get(index, ()), reading),
        )
        for index, event in enumerate(told)
    )


def _read_off(reading: Reading, event: CodedEvent, held: Held[CodedAttribution], cues: Cues) -> tuple[CodedStance, ...]:
    if event.why.note == IN_WORDS:  # its own "not" does not make it undone
        return (CodedStance(source=None, value="CT+", evidence=(event.trigger,)),)
    sentence = reading.sentences[event.sentence]
    path = path_to(sentence, event.trigger.head)
    scopes = scopes_around(reading, path, event, held, cues)
    telling = Telling(reading=reading, event=event, sentence=sentence, path=path, scopes=scopes, cues=cues)
    author = telling.author()
    rows = [CodedStance(source=None, value=author if scopes else telling.tempered(author), evidence=(event.trigger,))]
    for depth, scope in enumerate(scopes):
        value = telling.held(depth)
        if value is None or scope.attribution.source is None or is_own_act(event, scope, sentence):
            continue
        if value == OPEN and len(scopes) > 1 and (is_issued(scope, event) or only_quotes(scope.cue)):
            continue  # what a statement tells of others' words, a paper of those whom it quotes
        rows += [
            CodedStance(
                source=source, value=value, evidence=evidence(reading, scope.attribution), attribution=scope.index
            )
            for source in [*named(reading, _speaking(scopes[: depth + 1])), *_cited(reading, scope)]
        ]
    return tuple(rows)


def _cited(reading: Reading, scope: Scope) -> list[Mention]:
    """Who else says so: "the paper, citing two officials, reported that …" has it from the officials."""
    cue = scope.attribution.cue
    if cue is None:
        return []
    sentence, source = reading.sentences[cue.sentence], scope.attribution.source
    beside = children(sentence, source.head, "acl") if source is not None and source.sentence == cue.sentence else ()
    things = [
        thing
        for below in (*children(sentence, cue.head, "advcl"), *beside)
        if sentence.tokens[below].text.lower() in ("citing", "quoting")
        for thing in children(sentence, below, "obj")
        if sentence.tokens[thing].upos == "PROPN" or sentence.tokens[thing].lemma.lower() in CITED
    ]
    phrases = (noun_phrase(reading, sentence, thing) for thing in things)
    return [source for phrase in phrases if phrase is not None for source in named(reading, phrase)]


def _speaking(scopes: list[Scope]) -> Mention:
    """Who speaks innermost: "we" is whoever is quoted around it."""
    sources = [scope.attribution.source for scope in scopes if scope.attribution.source is not None]
    others = [source for source in sources if source.text.lower() not in FIRST_PERSON]
    return sources[-1] if sources[-1] in others or not others else others[-1]


def _merged(
    stances: tuple[CodedStance, ...], reactions: tuple[Reaction, ...], reading: Reading
) -> tuple[CodedStance, ...]:
    """Rows with those of reactions, each source and value once."""
    rows = list(stances)
    for reaction in reactions:
        rows += [
            CodedStance(source=source, value=reaction.value, evidence=reaction.evidence)
            for source in named(reading, reaction.source)
        ]
    kept: dict[tuple[int, int, str], CodedStance] = {}
    for row in rows:
        key = (row.source.start, row.source.end, row.value) if row.source else (-1, -1, row.value)
        kept.setdefault(key, row)
    return tuple(row for row in kept.values() if not _is_muted(row, rows) and not _is_outspoken(row, rows))


def _is_muted(row: CodedStance, rows: list[CodedStance]) -> bool:
    """Whether the same words say that the source has not spoken: "has yet to issue a statement" states nothing."""
    if row.source is None or row.value in QUIET:
        return False
    return any(
        other.value in QUIET and other.source is not None and other.source.start == row.source.start for other in rows
    )


def _is_outspoken(row: CodedStance, rows: list[CodedStance]) -> bool:
    """Whether a source that one word leaves open commits itself by another: "the stories of torture are lies, he said"."""
    if row.source is None or row.value != OPEN:
        return False
    return any(
        other.source is not None and other.source.start == row.source.start and other.value not in QUIET | {OPEN}
        for other in rows
    )
