"""Views: every value of an incident's fields with who stands behind it; and what an edit changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from link.test_link import document, event, on, record, span, state
from situation.test_assess import assessed
from whosays.record.document import Document
from whosays.record.event import Number, Stance
from whosays.record.incident import View
from whosays.record.whole import DocumentRecord, Record


def report(name: str, day: str, toll: float, *, who: str | None = None) -> DocumentRecord:
    """A report that Kenya captured so many Ugandans; `who` is named as saying so."""
    owner = document(name, f"{name}: Kenya captured {toll:g} Ugandan men.", publisher=name, day=day)
    number = Number(role="captured", low=toll, high=toll, unit="people", span=span(owner, f"{toll:g}"))
    stance = Stance(source=state(owner, "Kenya", "KEN") if who else None, value="CT+", evidence=())
    made = event(
        owner,
        "captured",
        actor=(state(owner, "Kenya", "KEN"),),
        recipient=(state(owner, "Ugandan", "UGA"),),
        numbers=(number,),
        time=on(owner, name, "2025-03-10"),
        stances=(stance,),
    )
    return record(owner, made)


def counts(found: Record) -> list[View]:
    return [view for view in found.views if view.field == "number"]


def test_a_field_has_one_view_for_each_value_in_the_order_in_which_they_were_told() -> None:
    found = assessed(report("Gamma", "2025-03-12", 9), report("Alpha", "2025-03-11", 4, who="KEN"))
    assert [(v.value, v.first, v.latest, v.sources) for v in counts(found)] == [
        ("4 captured", "2025-03-11", "2025-03-11", ("KEN",)),
        ("9 captured", "2025-03-12", "2025-03-12", ()),
    ]
    (actor,) = [view for view in found.views if view.field == "actor"]
    assert (actor.value, actor.origins, actor.first, actor.latest) == ("KEN", 2, "2025-03-11", "2025-03-12")


def test_a_copy_stands_behind_a_value_without_being_another_origin() -> None:
    one = report("Alpha", "2025-03-11", 4)
    found = assessed(one, report("Beta", "2025-03-12", 4))
    (view,) = counts(found)
    assert view.origins == 2
    copied = assessed(one, record(replace(one.document, id="again", sha256="again")))
    assert counts(copied)[0].origins == 1


@settings(max_examples=20)
@given(st.permutations(range(4)))
def test_views_do_not_depend_on_the_order_of_the_reports(order: list[int]) -> None:
    reports = [report(name, f"2025-03-1{n}", n % 2 + 3) for n, name in enumerate(("Alpha", "Beta", "Gamma", "Delta"))]
    assert assessed(*(reports[n] for n in order)).views == assessed(*reports).views


def test_a_report_that_is_removed_takes_only_its_own_voice_with_it() -> None:
    first, second = report("Alpha", "2025-03-11", 4, who="KEN"), report("Beta", "2025-03-12", 9)
    whole, left = counts(assessed(first, second)), counts(assessed(first))
    assert left == [view for view in whole if view.value == "4 captured"]


def capture(name: str, day: str, *sentences: str) -> DocumentRecord:
    """One text found under the address of an article."""
    owner: Document = replace(document(name, " ".join(sentences), day=day), url="https://news.example/raid")
    return replace(record(owner), sentences=tuple(span(owner, one) for one in sentences))


def test_two_texts_under_one_address_tell_what_was_taken_out_and_what_was_put_in() -> None:
    old = capture("old", "2025-03-11", "Two men were seized.", "The army had no comment.")
    new = capture("new", "2025-03-12", "Three men were seized.", "The army had no comment.")
    (edit,) = assessed(new, old).edits
    assert (edit.before, edit.after, edit.ordered) == (old.document.id, new.document.id, True)
    assert [one.text for one in edit.removed] == ["Two men were seized."]
    assert [one.text for one in edit.added] == ["Three men were seized."]


def test_texts_of_one_day_under_one_address_are_not_put_in_an_order() -> None:
    (edit,) = assessed(capture("a", "2025-03-11", "Two men."), capture("b", "2025-03-11", "Three men.")).edits
    assert not edit.ordered


def test_reports_without_an_address_are_no_edits_of_each_other() -> None:
    assert assessed(report("Alpha", "2025-03-11", 4), report("Beta", "2025-03-12", 9)).edits == ()
