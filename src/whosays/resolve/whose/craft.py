"""Drones and vessels that "it" and "they" go on with, as in "A drone was shot down. It had crossed the river.".

They are nobody, so that no turn of the story is theirs; by what is told of them they are known: what crosses, falls, drifts
or is towed away is the craft told of last, and not the army that spoke of it.
"""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import governor, is_plural, is_subject

CRAFT = frozenset(
    """drone uav missile rocket balloon aircraft plane jet warplane helicopter airliner boat ship vessel tanker trawler freighter
    ferry cutter warship frigate destroyer submarine barge tug dinghy dhow yacht speedboat""".split()
)
# What craft do, and what is done to them.
DOING = frozenset(
    """cross fly fall crash land drift sink veer hover circle explode detonate sail capsize carry bear smuggle transport dock anchor
    ram collide turn_back take_off drop head""".split()
)
DONE = frozenset("tow intercept down shoot_down sink board seize jam track scuttle refloat salvage escort".split())


def craft_of(people: Participants, sentence: Sentence, head: int) -> tuple[Sentence, int] | None:
    """The craft, last told of in this or the previous sentence, that a pronoun goes on with; None where it is none."""
    if not _is_about_craft(sentence, head):
        return None
    plural = sentence.tokens[head].text.lower() not in {"it", "its", "itself"}
    for told in (sentence, *people.scene.reading.sentences[max(0, sentence.index - 1) : sentence.index]):
        if told.paragraph != sentence.paragraph:
            continue
        for token in reversed(told.tokens[:head] if told.index == sentence.index else told.tokens):
            if token.upos == "NOUN" and token.lemma.lower() in CRAFT and token.deprel != "compound":
                return (told, token.index) if is_plural(token) == plural else None
    return None


def _is_about_craft(sentence: Sentence, head: int) -> bool:
    verb = governor(sentence, head)
    if verb < 0 or sentence.tokens[head].deprel == "nmod:poss":
        return False
    particles = [
        sentence.tokens[c].text.lower() for c in sentence.children[verb] if sentence.tokens[c].deprel == "compound:prt"
    ]
    if particles and any(sentence.tokens[c].deprel == "obj" for c in sentence.children[verb]):
        return False  # "it took off the crew"
    lemma = "_".join([sentence.tokens[verb].lemma.lower(), *particles])
    passive = sentence.tokens[head].deprel == "nsubj:pass"
    done = passive or sentence.tokens[head].deprel == "obj"
    return lemma in DONE if done else is_subject(sentence, head) and lemma in DOING
