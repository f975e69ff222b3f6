"""The sentences written for training say what they mean, stand once, and do not repeat one another."""

from __future__ import annotations

from pathlib import Path

import pytest

import written

ROOT = Path(__file__).parents[2]

MODES = written.categories()
SENTENCE = "The junta's spokesman denied that its jets had bombed two clinics; the jets were in repair."


def read(tmp_path: Path, text: str) -> list[written.Written]:
    path = tmp_path / "some.txt"
    path.write_text(text, encoding="utf-8")
    return list(written.read(path, MODES))


def test_every_label_of_the_shipped_sentences_is_found_in_its_sentence() -> None:
    sentences = [one for path in sorted((ROOT / "training/data").glob("*.txt")) for one in written.read(path, MODES)]
    for one in sentences:
        for event in one.events:
            assert not one.text[slice(*event.trigger)].isspace()
            assert all(0 <= start < end <= len(one.text) for start, end in (role.span for role in event.roles))
    texts = [one.text for one in sentences]
    assert len(texts) == len(set(texts)), "a sentence stands twice"
    assert written.common_runs(texts) == []


def test_a_role_is_the_words_that_stand_there(tmp_path: Path) -> None:
    [one] = read(
        tmp_path, f"{SENTENCE}\n  bombed | ASSAULT/aerial | CT- negated | actor its jets | number:damaged two\n"
    )
    [event] = one.events
    assert (event.category, event.mode, event.value, event.flags) == ("ASSAULT", "aerial", "CT-", ("negated",))
    assert [(role.kind, role.number, one.text[slice(*role.span)]) for role in event.roles] == [
        ("actor", None, "its jets"),
        ("number", "damaged", "two"),
    ]


def test_the_second_occurrence_can_be_meant(tmp_path: Path) -> None:
    [one] = read(tmp_path, f"{SENTENCE}\n  repair | - | CT+ | actor jets#2\n")
    assert one.events[0].roles[0].span[0] == SENTENCE.rindex("jets")


def test_a_content_runs_from_its_first_words_to_its_last(tmp_path: Path) -> None:
    [one] = read(tmp_path, f"{SENTENCE}\n  @ The junta's spokesman > denied > its jets … two clinics\n")
    [said] = one.said
    assert SENTENCE[slice(*said.content)] == "its jets had bombed two clinics"


@pytest.mark.parametrize(
    ("label", "complaint"),
    [
        ("bombed | ASSAULT/gentle | CT+", "has no mode 'gentle'"),
        ("bombed | WAR | CT+", "no category 'WAR'"),
        ("bombed | ASSAULT | maybe", "no value and flags 'maybe'"),
        ("bombed | ASSAULT | CT+ | victim two clinics", "no role 'victim'"),
        ("shelled | ASSAULT | CT+", "'shelled' is not in"),
        ("had bombed | ASSAULT | CT+", "a trigger is one word"),
        ("bomb | ASSAULT | CT+", "'bomb' is not in"),
    ],
)
def test_a_wrong_label_is_refused_with_the_place_and_the_reason(tmp_path: Path, label: str, complaint: str) -> None:
    with pytest.raises(written.WrittenError, match=complaint) as error:
        read(tmp_path, f"{SENTENCE}\n  {label}\n")
    assert "some.txt, block that ends at line 2" in str(error.value)


def test_runs_of_five_words_in_many_sentences_are_told() -> None:
    texts = [f"{name} said on Monday that the bridge fell" for name in ("Ana", "Bo", "Cy")]
    assert ("said on monday that the", 3) in written.common_runs(texts)
    assert written.common_runs(["one two three four five", "six seven eight nine ten"]) == []


def test_a_second_reader_draws_the_same_sentences_after_labels_were_mended(tmp_path: Path) -> None:
    sentences = [f"Village {n} fell." for n in range(30)]
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("\n\n".join(f"{one}\n  fell | - | CT+" for one in sentences))
    drawn = written.sample([first], 5, 2026)
    second.write_text("\n\n".join(f"{one}\n  fell | ASSAULT | CT+" for one in reversed(sentences)))
    again = written.sample([second], 5, 2026)
    assert [block[0] for _, block in drawn] == [block[0] for _, block in again]
    assert len({block[0] for _, block in drawn}) == 5
    assert [name for name, _ in again] == ["b.txt"] * 5
    assert [block[0] for _, block in written.sample([first], 5, 2027)] != [block[0] for _, block in drawn]
