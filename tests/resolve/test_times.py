"""Time expressions: what they mean, and that what they mean holds together."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.record.dateline import MONTHS
from whosays.resolve.calendar.calendar_of import calendar_of
from whosays.resolve.calendar.grammar import WEEKDAYS, Grammar, read_grammar
from whosays.resolve.calendar.moment import Now, Tense
from whosays.resolve.calendar.timex import granularity, interval
from whosays.resolve.times.told import read_times

SUNDAY = date(2025, 6, 8)
GRAMMAR = read_grammar(Path(__file__).parents[2] / "src/whosays/resolve/data/times.toml")


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return GRAMMAR


def meaning(grammar: Grammar, words: str, now: Now) -> str | None:
    found = calendar_of(next(grammar.find(words)), now)
    return found.value if found is not None else None


@pytest.mark.parametrize(
    ("words", "tense", "value"),
    [
        ("on Sunday", "past", "2025-06-08"),
        ("on Thursday", "past", "2025-06-05"),
        ("on Thursday", "future", "2025-06-12"),
        ("last Sunday", "past", "2025-06-01"),
        ("Thursday night", "past", "2025-06-05TNI"),
        ("yesterday", "past", "2025-06-07"),
        ("overnight", "past", "2025-06-07/2025-06-08"),
        ("June 4", "past", "2025-06-04"),
        ("4 June", "past", "2025-06-04"),
        ("December 20", "past", "2024-12-20"),
        ("August 12", "future", "2025-08-12"),
        ("12-13 January 2025", "", "2025-01-12/2025-01-13"),
        ("January 12-13", "past", "2025-01-12/2025-01-13"),
        ("the night of March 31", "past", "2025-03-31TNI"),
        ("last week", "past", "2025-W22"),
        ("last month", "past", "2025-05"),
        ("this year", "past", "2025"),
        ("March", "past", "2025-03"),
        ("last December", "past", "2024-12"),
        ("September 2023", "past", "2023-09"),
        ("in 1982", "past", "1982"),
        ("the 1990s", "past", "199"),
        ("the 19th century", "past", "18"),
        ("the third quarter of 2024", "past", "2024-Q3"),
        ("last summer", "past", "2024-SU"),
        ("two days ago", "past", "2025-06-06"),
        ("three weeks ago", "past", "2025-W20"),
        ("in recent years", "past", "PAST_REF"),
        ("within 72 hours", "future", "2025-06-08/2025-06-11"),
        ("2019-2021", "past", "2019/2021"),
    ],
)
def test_an_expression_is_read_from_the_day_of_publication(
    grammar: Grammar, words: str, tense: Tense, value: str
) -> None:
    assert meaning(grammar, words, Now(today=SUNDAY, tense=tense)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("two days earlier", "2021-05-30"), ("the next day", "2021-06-02"), ("that December", "2021-12"),
     ("February of the next year", "2022-02"), ("a week later", "2021-W23")],
)  # fmt: skip
def test_what_leans_on_the_text_is_read_from_what_it_said_last(grammar: Grammar, words: str, value: str) -> None:
    assert meaning(grammar, words, Now(today=SUNDAY, told="2021-06-01")) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("that evening", "2021-06-01TEV"),
        ("the same morning", "2021-06-01TMO"),
        ("that very afternoon", "2021-06-01TAF"),
    ],
)
def test_that_evening_is_on_the_day_that_was_told_last_and_not_in_a_year(
    grammar: Grammar, words: str, value: str
) -> None:
    assert meaning(grammar, words, Now(today=SUNDAY, told="2019", dated="2021-06-01")) == value
    assert meaning(grammar, words, Now(today=SUNDAY, told="2019")) is None


def test_a_year_and_a_count_of_years_are_no_span(grammar: Grammar) -> None:
    assert meaning(grammar, "in 2022 to 30 years", Now(today=SUNDAY)) == "2022"
    assert meaning(grammar, "from 2022 to 2030", Now(today=SUNDAY)) == "2022/2030"


@pytest.mark.parametrize("words", ["on Thursday", "yesterday", "last month", "two days ago", "overnight", "June 4"])
def test_nothing_relative_has_a_value_without_a_day_of_publication(grammar: Grammar, words: str) -> None:
    assert meaning(grammar, words, Now(today=None)) is None


@pytest.mark.parametrize("words", ["31 June 2024", "February 30, 2025"])
def test_a_day_that_does_not_exist_has_no_value(grammar: Grammar, words: str) -> None:
    assert meaning(grammar, words, Now(today=SUNDAY)) is None


@pytest.mark.parametrize(
    "words",
    [
        "He may go.",
        "They march on.",
        "2000 people came.",
        "It cost $1999.",
        "some 1,984 tanks",
        "the second man",
        "May I?",
    ],
)
def test_words_and_figures_that_are_no_dates_are_left_alone(grammar: Grammar, words: str) -> None:
    assert {e.text for e in grammar.find(words)} <= {"May"}


def test_numeric_dates_that_could_be_read_twice_say_so(grammar: Grammar) -> None:
    both = calendar_of(next(grammar.find("03/04/2025")), Now(today=SUNDAY))
    clear = calendar_of(next(grammar.find("25/04/2025")), Now(today=SUNDAY))
    assert both is not None
    assert both.ambiguous
    assert clear is not None
    assert (clear.value, clear.ambiguous) == ("2025-04-25", False)


def test_a_report_of_another_time_dates_its_days_there(grammar: Grammar) -> None:
    text = "In 1968 the talks began. They broke off on May 13."
    times = list(read_times(text, [(0, 24), (25, len(text))], SUNDAY, grammar))
    assert [t.meaning.value for t in times if t.meaning] == ["1968", "1968-05-13"]


days = st.dates(min_value=date(1901, 1, 1), max_value=date(2090, 12, 31))
PHRASES = st.one_of(
    st.sampled_from(WEEKDAYS).map(lambda day: f"on {day}"),
    st.sampled_from(["yesterday", "last week", "this month", "next year", "overnight", "last summer", "tomorrow"]),
    st.tuples(st.integers(1, 28), st.sampled_from(MONTHS)).map(lambda parts: f"{parts[1]} {parts[0]}"),
    st.tuples(st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"])).map(
        lambda p: f"{p[0]} {p[1]}s ago"
    ),
)


@given(words=PHRASES, today=days, tense=st.sampled_from(["past", "future", ""]))
def test_every_calendar_value_has_days_in_order_and_a_granularity(words: str, today: date, tense: Tense) -> None:
    found = calendar_of(next(GRAMMAR.find(words)), Now(today=today, tense=tense))
    assert found is not None
    span = interval(found.value)
    assert span is not None
    assert span[0] <= span[1]
    assert granularity(found.value) != "vague"


@given(day=days)
def test_a_stated_date_is_itself_in_every_order_of_its_parts(day: date) -> None:
    month = MONTHS[day.month - 1]
    for words in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()):
        found = calendar_of(next(GRAMMAR.find(words)), Now(today=None))
        assert found is not None
        assert (found.value, found.basis) == (day.isoformat(), "stated")


@given(day=days, wanted=st.integers(0, 6))
def test_a_weekday_in_the_past_is_within_the_last_seven_days(day: date, wanted: int) -> None:
    found = calendar_of(next(GRAMMAR.find(f"on {WEEKDAYS[wanted]}")), Now(today=day, tense="past"))
    assert found is not None
    there = date.fromisoformat(found.value)
    assert there.weekday() == wanted
    assert timedelta(0) <= day - there < timedelta(7)


@given(text=st.text(alphabet=st.sampled_from("MayJune12 0-/.,3rdthlastweekof2025’\n"), max_size=60))
def test_the_grammar_takes_any_text_and_its_spans_are_the_text(text: str) -> None:
    for expression in GRAMMAR.find(text):
        assert text[expression.start : expression.end] == expression.text
        calendar_of(expression, Now(today=SUNDAY))


@pytest.mark.parametrize("entry", GRAMMAR.entries, ids=lambda entry: entry["kind"])
def test_every_pattern_finds_its_example_whole_and_nothing_of_its_kind_elsewhere(entry: dict[str, str]) -> None:
    found = [(e.kind, e.text) for e in GRAMMAR.find(entry["example"])]
    assert found
    assert found[0][0] == entry["kind"]
    assert found[0][1] in entry["example"]
    assert entry["kind"] not in {e.kind for e in GRAMMAR.find(entry["counterexample"])}
