"""Names that the register lacks: an organisation of its own, a place that stands for its state, a short form that the text gives."""

from __future__ import annotations

from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.resolve.actors.seats import body_in
from whosays.resolve.fold import slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import is_subject
from whosays.resolve.phrases.story import Referent
from whosays.resolve.scene.lying import land_around
from whosays.resolve.whose.owners import with_owner
from whosays.resolve.whose.whose import may_act, owners_of

OUTLETS = {
    "wire",
    "press",
    "times",
    "news",
    "post",
    "agency",
    "herald",
    "tribune",
    "radio",
    "television",
    "gazette",
    "daily",
}


def unlisted(people: Participants, sentence: Sentence, head: int, words: list[int]) -> tuple[Referent, ...]:
    """A name that the register lacks: an organisation of its own, or a place that stands for its state."""
    span = people.scene.names[sentence.index][head]
    text = people.scene.reading.document.text[sentence.tokens[span.first].start : sentence.tokens[span.last].end]
    short = (
        sentence.tokens[word].text for word in range(span.first, span.last + 1)
    )  # "HDF fighters", taken for a name
    told = next((found for name in (text, *short) if (found := people.story.acronyms.get(name)) is not None), None)
    if told is not None:
        return (replace(told, via=f"{text} → {told.name}"),)
    body = body_in(people, sentence, head, text) if span.kind in {"LOC", "ORG"} else None
    if body is not None:
        return (body,)
    if span.kind == "LOC" and sentence.tokens[span.last].lemma.lower() not in OUTLETS:
        country = people.scene.country_of_place(text)
        if country is not None and not is_subject(sentence, head):
            country = land_around(sentence, head, people.scene.known[sentence.index]) or country
        if not may_act(people, sentence, head, country):
            return ()
        state = None if country is None else people.scene.world.state_name(country)
        return (
            ()
            if state is None
            else (
                Referent(
                    name=state,
                    kind="state",
                    country=country,
                    code=country,
                    sector="GOV",
                    id=country,
                    via=f"place: {text}",
                ),
            )
        )
    if span.kind not in {"ORG", "NORP", "MISC", "LOC"}:
        return ()
    mine = next(iter(owners_of(people, sentence, head, words)), None)
    found = with_owner(Referent(name=text, kind="organisation", id=f"org:{slug(text)}"), mine, None)
    return (_introduce(people, sentence, span.last, found),)


def _introduce(people: Participants, sentence: Sentence, last: int, found: Referent) -> Referent:
    """Keep the short form that the text gives in brackets: "the Harbour Defence Front (HDF)" is HDF from here on."""
    after = sentence.tokens[last + 1 : last + 4]
    if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].text[:2].isupper():
        short = after[1].text
        found = replace(found, code=found.code or short, id=found.id if found.country else short, name=found.name)
        people.story.acronyms[short] = found
    people.story.acronyms.setdefault(found.name, found)
    return found
