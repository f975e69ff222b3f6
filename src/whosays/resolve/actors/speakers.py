"""Who goes on speaking: "he added", "the spokeswoman said", "the Council stressed", where no name stands with the word.

Reports name a speaker once and then go on with a short word for him. Whoever spoke last is meant, not whoever was
spoken of last: in "the minister said a soldier had fled. He added …" the minister adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.coded import CodedAttribution, Mention
from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, is_definite
from whosays.resolve.phrases.pronouns import HE, SHE
from whosays.resolve.phrases.story import Referent, Turn

VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
REACH = 4  # sentences back to the body that a bare "spokeswoman" speaks for


def speaking_on(
    people: Participants, attributions: Sequence[CodedAttribution], source: Mention
) -> tuple[Referent, ...]:
    """Whom a source that names nobody stands for, by who spoke before; none where it names somebody, or nobody spoke."""
    sentence = people.scene.reading.sentences[source.sentence]
    token = sentence.tokens[source.head]
    if token.text.lower() in HE | SHE:
        return _same_speaker(people, attributions, sentence, source)
    if (
        token.lemma.lower() in VOICES
        and _is_bare(sentence, source.head)
        and not _is_known(people, sentence, source.head)
    ):
        return _voice(people, sentence, source.head)
    return _short_name(people, sentence, source.head)


def _same_speaker(
    people: Participants, attributions: Sequence[CodedAttribution], sentence: Sentence, source: Mention
) -> tuple[Referent, ...]:
    """The person who spoke last, in this sentence or the one before it, if nobody else has come up as a subject since."""
    word = sentence.tokens[source.head].text.lower()
    said = tuple(piece for one in attributions if one.source == source for piece in one.content)
    if sentence.tokens[source.head].deprel not in SUBJECTS or _is_another_subject(people, sentence, source.head, said):
        return ()
    before = [
        one.source
        for one in attributions
        if one.kind == "statement"
        and one.source is not None
        and one.source.start < source.start
        and source.sentence - one.source.sentence <= 1
    ]
    if not before:
        return ()
    last = max(before, key=lambda one: one.start)
    told = people.scene.reading.sentences[last.sentence]
    if told.paragraph != sentence.paragraph or told.tokens[last.head].upos == "PRON":
        return ()
    found = people.refer(told, last.head)
    if len(found) != 1 or not found[0].person or found[0].plural:
        return ()
    gender = people.story.genders.get(found[0].id or found[0].name, found[0].gender)
    if gender == ("f" if word in HE else "m"):
        return ()
    return (replace(found[0], via=f"{word} → {found[0].name}"),)


def _is_another_subject(people: Participants, sentence: Sentence, head: int, said: Sequence[Mention]) -> bool:
    """Whether a person stands as a subject before the word in its own sentence, outside what the word is said to say."""
    subjects = (
        sentence.tokens[turn.head].start
        for turn in people.story.lately
        if turn.sentence == sentence.index and turn.subject and any(one.person for one in turn.referents)
    )
    before = (start for start in subjects if start < sentence.tokens[head].start)
    return any(not any(piece.start <= start < piece.end for piece in said) for start in before)


def _is_bare(sentence: Sentence, head: int) -> bool:
    """Whether nothing says whose a spokesman is; "a junta spokesman" is the junta's."""
    return all(sentence.tokens[child].deprel in ("det", "punct", "acl:relcl") for child in sentence.children[head])


def _is_known(people: Participants, sentence: Sentence, head: int) -> bool:
    return any(one.known for one in people.refer(sentence, head))


def _voice(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """For whom "a spokeswoman" speaks: the voice heard before, else the body that the paragraph was about as its subject."""
    word = sentence.tokens[head].lemma.lower()
    for turn in reversed(people.story.lately):
        at = (turn.sentence, turn.head)
        if at >= (sentence.index, head) or len(turn.referents) != 1:
            continue
        one = turn.referents[0]
        if sentence.index - turn.sentence > REACH and not is_definite(sentence, head):
            return ()
        again = is_definite(sentence, head) and one.person and _is_voice(people, turn, word)
        near = sentence.index - turn.sentence <= REACH and turn.paragraph == sentence.paragraph
        body = near and turn.subject and one.kind in {"organisation", "armed_group"}
        if one.code is not None and (again or body):
            return (replace(one, via=f"{word} → {one.name}"),)
    return ()


def _is_voice(people: Participants, turn: Turn, word: str) -> bool:
    """Whether somebody was told of as a spokesman: by his noun, or a title before or behind his name."""
    tokens = people.scene.reading.sentences[turn.sentence].tokens
    titles = (one.lemma.lower() for one in tokens if one.head == turn.head and one.deprel in ("nmod:desc", "appos"))
    return tokens[turn.head].lemma.lower() == word or turn.referents[0].noun.endswith(word) or word in titles


def _short_name(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """The body told before whose name holds a capitalised "the Council", which is not known by itself."""
    token = sentence.tokens[head]
    capital = head > 0 and token.text[:1].isupper() and token.upos in ("NOUN", "PROPN")
    if not capital or not is_definite(sentence, head) or sentence.tokens[head - 1].lemma.lower() != "the":
        return ()
    if any(one.code is not None for one in people.refer(sentence, head)):
        return ()
    for turn in reversed(people.story.lately):
        if (turn.sentence, turn.head) < (sentence.index, head) and len(turn.referents) == 1:
            one = turn.referents[0]
            if one.kind == "organisation" and one.name != token.text and token.text in one.name.split():
                return (replace(one, via=f"the {token.text} → {one.name}"),)
    return ()
