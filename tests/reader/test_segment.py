"""Where sentences and words begin and end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.reader.chunks import CHUNK
from whosays.reader.segment import Segmenter

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("abzAZ09 \n\t.,!?;:-–—'’\"“”()[]/@#$%&*…•")),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)


def sentences(segmenter: Segmenter, text: str) -> list[str]:
    return [text[s.words[0].start : s.words[-1].end] for s in segmenter.segment(text)]


def words(segmenter: Segmenter, text: str) -> list[str]:
    return [word.text for segment in segmenter.segment(text) for word in segment.words]


@given(text=TEXTS)
@settings(max_examples=200)
def test_words_are_exact_stretches_of_the_text_in_order(segmenter: Segmenter, text: str) -> None:
    found = [word for segment in segmenter.segment(text) for word in segment.words]
    assert all(word.text and text[word.start : word.end] == word.text for word in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(text=TEXTS)
@settings(max_examples=200)
def test_the_sentences_together_hold_all_that_can_be_seen(segmenter: Segmenter, text: str) -> None:
    covered = {i for s in segmenter.segment(text) for w in s.words for i in range(w.start, w.end)}
    visible = {i for match in CHUNK.finditer(text) for i in range(*match.span())}
    assert covered <= visible
    assert {text[i] for i in visible - covered} <= set("#*_()/.0123456789")  # a tag's sign, bold print, a post's number


@given(text=TEXTS)
@settings(max_examples=100)
def test_a_word_is_glued_exactly_where_it_touches_the_one_before(segmenter: Segmenter, text: str) -> None:
    for segment in segmenter.segment(text):
        for a, b in itertools.pairwise(segment.words):
            assert b.glued == (a.end == b.start)


@given(parts=st.lists(TEXTS, max_size=4))
@settings(max_examples=100)
def test_no_sentence_crosses_a_blank_line(segmenter: Segmenter, parts: list[str]) -> None:
    text = "\n\n".join(parts)
    for segment in segmenter.segment(text):
        assert "\n\n" not in text[segment.words[0].start : segment.words[-1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("They don’t know.", ["They", "do", "n’t", "know", "."]),
        ("Ukraine's army", ["Ukraine", "'s", "army"]),
        ("Ukraine’s army", ["Ukraine", "’s", "army"]),
        ("The M23's men fled.", ["The", "M23", "'s", "men", "fled", "."]),
        ("the soldiers' families fled", ["the", "soldiers", "'", "families", "fled"]),
        ("It cost $4.2 million (about 90%).", ["It", "cost", "$", "4.2", "million", "(", "about", "90", "%", ")", "."]),
        ("Some 1,200 crossed.", ["Some", "1,200", "crossed", "."]),
        ("They cannot stay.", ["They", "can", "not", "stay", "."]),
        ("the canal", ["the", "canal"]),
        ("Sgt. Marchenko of the U.S. army", ["Sgt.", "Marchenko", "of", "the", "U.S.", "army"]),
        ("“We will stay,” he said.", ["“", "We", "will", "stay", ",", "”", "he", "said", "."]),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(segmenter: Segmenter, text: str, expected: list[str]) -> None:
    assert words(segmenter, text) == expected


def test_the_clitic_and_its_host_are_one_token_in_two_words(segmenter: Segmenter) -> None:
    (segment,) = segmenter.segment("They don't.")
    assert [(w.text, w.token) for w in segment.words] == [("They", True), ("do", True), ("n't", False), (".", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The 3rd Bn. of the 72nd Brigade held the line.",
        "The convoy left at 5 a.m. Saturday without an escort.",
        "The meeting is at 7 p.m. GMT in Doha.",
        "Lt. Col. Marina Oleksenko and Gen. Tarek Aziri met in St. Petersburg.",
        "The U.S. Navy said the ship had turned back.",
        "The talks of Jan. 14 failed.",
        "No. 10 declined to comment.",
    ],
)
def test_abbreviations_do_not_end_sentences(segmenter: Segmenter, text: str) -> None:
    assert sentences(segmenter, text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["He said no.", "They left."],
        ["The army left.", "The rebels stayed."],
        ["“We will stay.", "We will fight.”", "The general left."],
        ['"We will stay," he said.', '"We will fight."', "The general left."],
        ["‘We will stay,’ he said.", "‘It is over.’"],
        ["It happened at 7 p.m. on Monday.", "Residents fled."],
        ["Who fired first?", "Nobody knows."],
        ["They have 3.5 million rounds.", "More will come."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(segmenter: Segmenter, expected: list[str]) -> None:
    assert sentences(segmenter, " ".join(expected)) == expected


def test_a_title_or_an_item_on_a_line_of_its_own_is_a_sentence(segmenter: Segmenter) -> None:
    text = "Ceasefire talks resume\nDelegations met in Doha on Monday.\n• The first point\n• The second point"
    assert sentences(segmenter, text) == text.split("\n")


def test_a_long_line_that_breaks_off_goes_on_in_the_next(segmenter: Segmenter) -> None:
    text = "Delegations from both sides met in the capital on Monday to talk about\nthe exchange of prisoners."
    assert len(segmenter.segment(text)) == 1


def test_paragraphs_are_counted(segmenter: Segmenter) -> None:
    segments = segmenter.segment("\n\nOne here.\n \nTwo here. Three here.\n\n\n\nFour here.\n")
    assert [segment.paragraph for segment in segments] == [0, 1, 1, 2]


@pytest.mark.parametrize("text", ["", " \n\n \t", "\u200b\u200b", "\x00\x01", "\ufeff\n\n\u200d"])
def test_nothing_to_see_is_no_sentence(segmenter: Segmenter, text: str) -> None:
    assert segmenter.segment(text) == []


def test_a_sentence_without_end_is_cut_and_a_chunk_without_end_is_not(segmenter: Segmenter) -> None:
    assert max(len(s.words) for s in segmenter.segment("word " * 2000)) <= 250
    assert len(segmenter.segment("x" * 100_000)[0].words) == 1


@pytest.mark.parametrize(
    ("post", "read"),
    [
        ("🇺🇬 Ugandan soldiers 🔫 killed five men.", "Ugandan soldiers killed five men ."),
        ("⚡️ BREAKING: drones hit → a tanker, wounding 4️⃣ men 😢.", "BREAKING : drones hit a tanker , wounding 4 men ."),
        ("Drones struck a depot in #Kharkiv on Monday.", "Drones struck a depot in Kharkiv on Monday ."),
        ("Drones struck a depot in #Kharkiv.", "Drones struck a depot in Kharkiv ."),
        ("**Kenya** said that _Ugandan_ troops had left.", "Kenya said that Ugandan troops had left ."),
        ("2/4 Police arrested six men.", "Police arrested six men ."),
        ("Police arrested six men. /2", "Police arrested six men ."),
        ("Police arrested six men. (2/4)", "Police arrested six men ."),
    ],
)
def test_a_post_is_read_without_its_pictures_and_marks(segmenter: Segmenter, post: str, read: str) -> None:
    found = [word for segment in segmenter.segment(post) for word in segment.words]
    assert all(post[word.start : word.end] == word.text for word in found)
    assert " ".join(word.text for word in found) == read


def test_an_exclamation_that_is_a_picture_ends_the_sentence_and_one_inside_a_line_does_not(
    segmenter: Segmenter,
) -> None:
    assert sentences(segmenter, "Two men were killed‼️ Police closed the road.") == [
        "Two men were killed",
        "Police closed the road.",
    ]
    assert len(sentences(segmenter, "Soldiers ‼️ killed two men.")) == 1


def test_lines_that_pictures_open_are_sentences_of_their_own(segmenter: Segmenter) -> None:
    assert (
        len(sentences(segmenter, "✅ Poland expelled two men from the country\n✅ Russia promised to answer in kind"))
        == 2
    )


def test_tags_beside_one_another_stay_tags(segmenter: Segmenter) -> None:
    assert "".join(words(segmenter, "Troops left. #Kenya #Uganda")).endswith("#Kenya#Uganda")


def test_a_fraction_that_opens_a_sentence_is_a_word_of_it(segmenter: Segmenter) -> None:
    assert "".join(words(segmenter, "1/4 of the village burned.")) == "1/4ofthevillageburned."


def test_a_bullet_opens_an_item_inside_a_line_too(segmenter: Segmenter) -> None:
    found = sentences(segmenter, "What we know: • Two men were killed in Tyre. • Police closed the road.")
    assert found[-2:] == ["• Two men were killed in Tyre.", "• Police closed the road."]
