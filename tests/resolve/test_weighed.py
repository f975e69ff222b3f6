"""What words may also have stood for agrees with what was chosen."""

from __future__ import annotations

from whosays.pipeline import Tools, weigher
from whosays.record.whole import DocumentRecord
from whosays.resolve.weighed import NEW


def test_the_place_that_was_chosen_is_the_best_of_those_that_were_weighed(
    tools: Tools, example_documents: tuple[DocumentRecord, ...]
) -> None:
    looked_at = 0
    for record in example_documents:
        answers = weigher(record.document, tools)
        for place in (event.place for event in record.events if event.place is not None):
            found = answers.places(place.span)
            scores = [one.score for one in found]
            assert scores == sorted(scores, reverse=True)
            if place.id is not None:
                looked_at += 1
                assert place.name in found[0].words
    assert looked_at > 5


def test_a_pronoun_stands_for_the_best_of_those_near_or_of_the_earlier_phrases(
    tools: Tools, example_documents: tuple[DocumentRecord, ...]
) -> None:
    pronouns = {"he", "she", "it", "they", "his", "her", "its", "their"}
    looked_at = 0
    for record in example_documents:
        answers = weigher(record.document, tools)
        entities = [one for event in record.events for one in (*event.actor, *event.recipient)]
        for entity in (one for one in entities if one.span.text.lower() in pronouns):
            found = answers.parties(entity.span)
            near = [one for one in found if one.by == "nearness"]
            earlier = [one for one in found if one.by == "signs"]
            for sort in (near, earlier):
                assert [one.score for one in sort] == sorted((one.score for one in sort), reverse=True)
            assert any(one.words == NEW for one in earlier)
            if near and "likeliest" not in (entity.via or ""):
                looked_at += 1
                assert entity.name in near[0].words
    assert looked_at > 3


def test_a_name_stands_for_what_it_names_and_nothing_is_weighed(
    tools: Tools, example_documents: tuple[DocumentRecord, ...]
) -> None:
    record = example_documents[0]
    answers = weigher(record.document, tools)
    named = [
        entity
        for event in record.events
        for entity in (*event.actor, *event.recipient)
        if entity.kind == "state" and entity.via is None
    ]
    assert named
    assert not any(answers.parties(entity.span) for entity in named)
