"""What keeps two mentions apart that agree in much: other people, other means, a day that had not come when the first was printed."""

from __future__ import annotations

from dataclasses import replace

from link.test_link import document, event, on, record, span, state
from whosays.link import link
from whosays.record.document import Document
from whosays.record.event import Number, Why
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity


def person(owner: Document, words: str) -> Entity:
    """A Ugandan known by name."""
    name = words.lower().replace(" ", "-")
    return replace(state(owner, words, "UGA"), kind="person", id=f"person:{name}")


def arrest(name: str, of: str) -> DocumentRecord:
    owner = document(name, f"{name}: Kenya arrested {of} on Tuesday.", publisher=name)
    return record(
        owner,
        event(owner, "arrested", category="COERCE", mode="arrest", actor=(state(owner, "Kenya", "KEN"),),
              recipient=(person(owner, of),), time=on(owner, "Tuesday", "2025-03-11")),
    )  # fmt: skip


def test_two_people_known_by_name_were_not_arrested_in_one_arrest() -> None:
    assert len(link([arrest("One", "Amos Okot"), arrest("Two", "Grace Alum")]).incidents) == 2
    assert len(link([arrest("One", "Amos Okot"), arrest("Two", "Okot")]).incidents) == 1


def blow(name: str, verb: str, mode: str) -> DocumentRecord:
    owner = document(name, f"{name}: Kenya {verb} soldiers of Uganda.", publisher=name)
    return record(
        owner,
        event(
            owner, verb, mode=mode, actor=(state(owner, "Kenya", "KEN"),), recipient=(state(owner, "Uganda", "UGA"),)
        ),
    )


def test_a_drones_blow_is_not_a_rifles_where_neither_place_nor_day_speaks_for_it() -> None:
    assert len(link([blow("One", "struck", "drone"), blow("Two", "struck", "firearms")]).incidents) == 2
    assert len(link([blow("One", "struck", "drone"), blow("Two", "struck", "drone")]).incidents) == 1


def test_what_was_printed_before_a_thing_happened_does_not_tell_it() -> None:
    def killing(name: str, day: str, happened: str | None) -> DocumentRecord:
        owner = document(name, f"{name}: Kenya killed soldiers of Uganda on Friday.", publisher=name, day=day)
        time = on(owner, "Friday", happened) if happened else None
        sides = (state(owner, "Kenya", "KEN"),), (state(owner, "Uganda", "UGA"),)
        return record(owner, event(owner, "killed", mode=None, actor=sides[0], recipient=sides[1], time=time))

    early, late = killing("One", "2025-03-10", None), killing("Two", "2025-03-20", None)
    news = killing("Three", "2025-03-15", "2025-03-14")
    assert len(link([early, news]).incidents) == 2
    assert len(link([late, news]).incidents) == 1


def test_the_strike_is_the_one_that_was_told_and_a_strike_may_be_another() -> None:
    def strike(name: str, text: str) -> DocumentRecord:
        owner = document(name, f"{name}: {text}", publisher=name)
        return record(owner, event(owner, "strike", mode=None, why=Why(rule="strike.n")))

    told, again = strike("One", "A drone strike hit Kosti."), strike("Two", "Chad deplored the drone strike.")
    other = strike("Three", "A drone strike hit Garissa.")
    assert len(link([told, again]).incidents) == 1
    assert len(link([told, other]).incidents) == 2


def test_a_sum_does_not_contradict_one_of_its_parts() -> None:
    def taken(name: str, words: str, low: int) -> DocumentRecord:
        owner = document(name, f"{name}: Kenya captured {words} of Uganda on Tuesday.", publisher=name)
        number = Number(role="captured", low=low, high=low, unit="person", span=span(owner, words))
        sides = (state(owner, "Kenya", "KEN"),), (state(owner, "Uganda", "UGA"),)
        return record(
            owner,
            event(
                owner,
                "captured",
                actor=sides[0],
                recipient=sides[1],
                numbers=(number,),
                time=on(owner, "Tuesday", "2025-03-11"),
            ),
        )

    assert not link([taken("One", "nine pupils and two teachers", 11), taken("Two", "nine pupils", 9)]).contradictions
    assert link([taken("One", "eleven pupils", 11), taken("Two", "nine pupils", 9)]).contradictions
