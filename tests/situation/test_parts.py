"""Parts: an incident in the course of another, whoever tells it, and in whatever order the reports come."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from link.test_link import document, event, on, record, state
from situation.test_assess import assessed
from whosays.record.whole import DocumentRecord


def report(name: str, *, turned: bool = False) -> DocumentRecord:
    """A march in Uganda with an arrest during it; `turned` tells it the wrong way round, as no report should."""
    owner = document(name, f"{name}: Uganda arrested men during a march.", publisher=name, day="2025-03-11")
    day, who = on(owner, name, "2025-03-10"), (state(owner, "Uganda", "UGA"),)
    march = event(owner, "march", category="PROTEST", mode="demo", time=day)
    arrest = event(owner, "arrested", category="COERCE", mode="arrest", actor=who, time=day)
    if turned:
        return record(owner, replace(march, within=arrest.id), arrest)
    return record(owner, march, replace(arrest, within=march.id))


def test_two_reports_of_one_arrest_during_one_march_make_one_part() -> None:
    found = assessed(report("Alpha"), report("Beta"))
    (part,) = found.parts
    category = {incident.id: incident.category for incident in found.incidents}
    assert (category[part.whole], category[part.part]) == ("PROTEST", "COERCE")
    assert len(part.events) == 2
    assert {span.text for span in part.evidence} == {"arrested", "march"}


def test_where_reports_disagree_which_was_in_the_course_of_which_neither_is_a_part() -> None:
    assert assessed(report("Alpha"), report("Beta", turned=True)).parts == ()


@settings(max_examples=10)
@given(st.permutations(range(3)))
def test_parts_do_not_depend_on_the_order_of_the_reports(order: list[int]) -> None:
    reports = [report("Alpha"), report("Beta"), report("Gamma")]
    assert assessed(*(reports[n] for n in order)).parts == assessed(*reports).parts
