"""What keeps two mentions apart that agree in much: other people, other means, a day that had not come when the first was printed."""

from __future__ import annotations

from dataclasses import replace

from link.test_link import document, event, on, record, span, state
from whosays.link import link
from whosays.link.contradictions import contradictions_in
from whosays.link.copies import source_of
from whosays.link.incidents import incident_of
from whosays.record.document import Document
from whosays.record.event import Event, Number, Stance, StanceValue, Status, Why
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity, Place


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


def freed(name: str, many: int, *more: int, town: str | None = None) -> DocumentRecord:
    """A report in its own voice that Uganda freed so many, and more beside; in a town on Tuesday, where one is named."""
    told = "".join(f" It freed {count} others." for count in more)
    owner = document(name, f"{name}: Uganda released {many} men near Busia on Tuesday.{told}", publisher=name)
    where = Place(span=span(owner, "Busia"), name=town, country="UGA", admin1=None, lat=None, lon=None,
                  precision="exact") if town else None  # fmt: skip
    events = [
        event(
            owner, trigger, category="RETREAT", mode="release", actor=(state(owner, "Uganda", "UGA"),),
            numbers=(Number(role="released", low=count, high=count, unit=None, span=span(owner, f" {count} ")),),
            place=where, time=on(owner, "Tuesday", "2025-03-11") if where else None,
        )
        for trigger, count in (("released", many), *((f"freed {count}", count) for count in more))
    ]  # fmt: skip
    return record(owner, *events)


def test_who_counts_six_and_twelve_in_one_report_tells_of_two_groups() -> None:
    assert len(link([freed("One", 6, 12)]).incidents) == 2
    assert len(link([freed("One", 6, 6)]).incidents) == 1


def test_twice_as_many_are_others_unless_place_and_day_agree() -> None:
    assert len(link([freed("One", 6), freed("Two", 12)]).incidents) == 2
    assert len(link([freed("One", 6), freed("Two", 7)]).incidents) == 1
    (incident,) = link([freed("One", 6, town="Busia"), freed("Two", 12, town="Busia")]).incidents
    assert len(incident.events) == 2


def test_the_charge_takes_up_the_accusation_and_a_charge_may_be_another() -> None:
    def accused(article: str) -> int:
        owner = document("d", f"Kenya accused Uganda of theft. {article} charge was noted.")
        sides = {"category": "ACCUSE", "mode": "allege"}
        told = event(owner, "accused", actor=(state(owner, "Kenya", "KEN"),), **sides)
        noun = replace(
            event(owner, "charge", why=Why(rule="charge.n"), **sides),
            sentence=span(owner, f"{article} charge was noted."),
        )
        return len(link([record(owner, told, noun)]).incidents)

    assert accused("The") == 1
    assert accused("A") == 2


def test_another_verb_in_the_same_report_rather_tells_the_next_thing() -> None:
    owner = document("d", "Kenya rammed a boat. Kenya drenched its crew. Kenya rammed it twice.")
    kenya = (state(owner, "Kenya", "KEN"),)
    rammed, drenched = (event(owner, verb, mode=None, actor=kenya) for verb in ("rammed", "drenched"))
    again = event(owner, "rammed it", mode=None, actor=kenya)
    assert len(link([record(owner, rammed, drenched)]).incidents) == 2
    assert len(link([record(owner, rammed, again)]).incidents) == 1


def burnt(name: str, many: int) -> DocumentRecord:
    owner = document(name, f"{name}: Kenya burnt {many} huts of Uganda.", publisher=name)
    number = Number(role="destroyed", low=many, high=many, unit="hut", span=span(owner, str(many)))
    sides = (state(owner, "Kenya", "KEN"),), (state(owner, "Uganda", "UGA"),)
    return record(owner, event(owner, "burnt", mode=None, actor=sides[0], recipient=sides[1], numbers=(number,)))


def contradicted(*told: DocumentRecord, among: tuple[Event, ...]) -> set[str]:
    """The fields in which mentions contradict one another, taken for one incident; reports, and events of theirs."""
    sources = {one.document.id: source_of(one.document) for one in told}
    return {found.field for found in contradictions_in(incident_of(among, sources), among, sources, {})}


def test_one_voice_does_not_contradict_itself_and_what_is_to_come_is_not_yet_counted() -> None:
    reports = burnt("One", 6), burnt("Two", 12)
    one, other = (report.events[0] for report in reports)
    planned = (Status(value="future", evidence=other.trigger),)
    assert contradicted(*reports, among=(one, other)) == {"number"}
    assert contradicted(*reports, among=(one, replace(other, document=one.document))) == set()
    assert contradicted(*reports, among=(one, replace(other, status=planned))) == set()


def test_a_report_that_names_both_means_agrees_with_one_that_names_either() -> None:
    reports = blow("One", "struck", "drone"), blow("Two", "struck", "heavy-weapons")
    one, other = (report.events[0] for report in reports)
    both = replace(one, document=other.document)
    assert contradicted(*reports, among=(one, other)) == {"mode"}
    assert contradicted(*reports, among=(one, other, both)) == set()


def test_a_claim_counts_against_whoever_else_denies_it() -> None:
    def told(name: str, value: StanceValue, code: str) -> DocumentRecord:
        found = blow(name, "struck", "drone")
        who = replace(state(found.document, "Kenya", code), name=code)
        return replace(
            found, events=(replace(found.events[0], stances=(Stance(source=who, value=value, evidence=()),)),)
        )

    claimed, denied, taken_back = told("One", "CT+", "UGA"), told("Two", "CT-", "KEN"), told("Three", "CT-", "UGA")
    assert [one.field for one in link([claimed, denied, taken_back]).contradictions] == ["polarity"]
    assert not link([claimed, taken_back]).contradictions
